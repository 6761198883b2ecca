//! The frame around every page, and the rendering of a view to a string.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::{
    Tone, asset,
    icons::{MARK, icon},
};

/// A link with its text.
#[derive(Clone, Debug, Default)]
pub struct PageLink {
    /// Where it leads.
    pub href: String,
    /// Its visible text.
    pub text: String,
    /// Whether it leads to the section that holds this page.
    pub current: bool,
}

impl PageLink {
    /// A link that does not stand for the page itself.
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into(), current: false }
    }

    /// Says whether the link stands for the page, or the section, that is shown.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

/// One language of the switcher.
#[derive(Clone, Debug)]
pub struct LanguageLink {
    /// Its tag, shown in capitals: `nl`.
    pub tag: String,
    /// Its own name: `Nederlands`.
    pub name: String,
    /// The address of this page in that language.
    pub href: String,
}

/// The person who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The name shown in the header.
    pub name: String,
    /// Their own page: sessions, mandates, language.
    pub href: String,
}

/// How urgent a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// What was asked is done.
    Success,
    /// What was asked was not done.
    Problem,
    /// Something to know.
    Information,
}

/// A message at the top of a page, most often about what was just asked.
#[derive(Clone, Debug)]
pub struct Notice {
    /// How urgent it is.
    pub kind: NoticeKind,
    /// The message in a few words.
    pub title: String,
    /// More, if there is more to say; may be empty.
    pub text: String,
}

/// The strings of the frame, in the language of the page. Made once per language and shared.
#[derive(Clone, Debug, Default)]
pub struct Chrome {
    /// "Skip to the content".
    pub skip: String,
    /// Spoken name of the wordmark's link: "Trame, home page".
    pub home: String,
    /// Spoken name of the navigation.
    pub navigation: String,
    /// Spoken name of the breadcrumb.
    pub breadcrumb: String,
    /// Spoken name of the language switcher.
    pub languages: String,
    /// "Sign in".
    pub sign_in: String,
    /// "Sign out".
    pub sign_out: String,
    /// Spoken name of the links at the foot of the page.
    pub footer: String,
    /// One line on what Trame is, at the foot of the page.
    pub about: String,
}

/// How much room the frame takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FrameKind {
    /// An ordinary page, with header, navigation and footer.
    #[default]
    Page,
    /// A page for the projector: large type, the content and the demo notice only.
    Screen,
}

/// Everything around the content of a page.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Ordinary page or projector.
    pub kind: FrameKind,
    /// The language of the page: `fr`, `nl` or `en`.
    pub language: String,
    /// The title of the page, without network and product: the frame adds them.
    pub title: String,
    /// The translated strings of the frame.
    pub chrome: Arc<Chrome>,
    /// Where the wordmark leads; `/` if empty.
    pub home: String,
    /// The network in which the page stands.
    pub network: Option<PageLink>,
    /// The sections of the network or of the instance.
    pub navigation: Vec<PageLink>,
    /// The languages offered, the one of the page among them.
    pub languages: Vec<LanguageLink>,
    /// Who is signed in.
    pub person: Option<SignedIn>,
    /// Where "sign in" leads; no link if empty.
    pub sign_in: String,
    /// Where the form that signs out posts.
    pub sign_out: String,
    /// The sentence that says what is invented on this page.
    pub demo_notice: Option<String>,
    /// Messages about what was just asked.
    pub notices: Vec<Notice>,
    /// The way from the network to this page; the last entry is the page itself.
    pub breadcrumb: Vec<PageLink>,
    /// The links at the foot: accessibility, help, source code.
    pub footer: Vec<PageLink>,
    /// Whether the page holds an island: only then is a script loaded.
    pub has_islands: bool,
}

/// Renders a view to HTML with an owner of its own, which is disposed of at the end.
///
/// The view is built inside the closure, so that islands and signals belong to that owner.
pub fn render<View: IntoView>(view: impl FnOnce() -> View) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}

/// The whole page: what stands in the body, inside its frame.
pub fn page<View: IntoView>(frame: Frame, body: impl FnOnce() -> View) -> String {
    let mut html = String::from("<!DOCTYPE html>");
    html.push_str(&render(move || shell(frame, body().into_any())));
    html
}

fn shell(frame: Frame, body: AnyView) -> impl IntoView {
    let title = full_title(&frame);
    let language = frame.language.clone();
    let screen = frame.kind == FrameKind::Screen;
    let has_islands = frame.has_islands;
    let skip = frame.chrome.skip.clone();
    let demo_notice = frame.demo_notice.clone();
    let footer = (!screen).then(|| page_footer(&frame));
    let notices = frame.notices.iter().cloned().map(notice).collect_view();
    let breadcrumb = (!screen && !frame.breadcrumb.is_empty()).then(|| breadcrumb(&frame));
    let header = (!screen).then(|| page_header(frame));
    view! {
        <html lang=language class:screen=screen>
            <head>
                <meta charset="utf-8"/>
                <title>{title}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="format-detection" content="telephone=no"/>
                <link rel="stylesheet" href=asset("trame.css")/>
                <link rel="icon" type="image/svg+xml" href=asset("mark.svg")/>
                {has_islands.then(islands_script)}
            </head>
            <body>
                <a class="skip" href="#content">{skip}</a>
                {demo_notice.map(|text| view! { <aside class="demo-notice"><p>{text}</p></aside> })}
                {header}
                <div class="page">
                    {breadcrumb}
                    <main id="content" tabindex="-1">
                        {notices}
                        {body}
                    </main>
                </div>
                {footer}
            </body>
        </html>
    }
}

fn full_title(frame: &Frame) -> String {
    let mut title = frame.title.clone();
    if let Some(network) = &frame.network
        && network.text != frame.title
    {
        title.push_str(" – ");
        title.push_str(&network.text);
    }
    if !title.is_empty() {
        title.push_str(" – ");
    }
    title.push_str("Trame");
    title
}

fn islands_script() -> impl IntoView {
    view! {
        <script
            type="module"
            src=asset("islands.js")
            data-app-js=asset("app.js")
            data-app-wasm=asset("app_bg.wasm")
        ></script>
    }
}

fn current(is_current: bool) -> Option<&'static str> {
    is_current.then_some("page")
}

fn page_header(frame: Frame) -> impl IntoView {
    let chrome = frame.chrome;
    let home = if frame.home.is_empty() { "/".to_owned() } else { frame.home };
    let language = frame.language;
    let navigation = (!frame.navigation.is_empty()).then(|| {
        let links = frame.navigation.into_iter().map(|link| {
            view! { <li><a href=link.href aria-current=current(link.current)>{link.text}</a></li> }
        });
        view! {
            <nav class="sections" aria-label=chrome.navigation.clone()>
                <ul>{links.collect_view()}</ul>
            </nav>
        }
    });
    let languages = (frame.languages.len() > 1).then(|| {
        let links = frame.languages.into_iter().map(|link| {
            let is_current = link.tag == language;
            let label = format!("{} – {}", link.tag.to_uppercase(), link.name);
            view! {
                <li>
                    <a
                        href=link.href
                        lang=link.tag.clone()
                        hreflang=link.tag.clone()
                        aria-label=label
                        aria-current=is_current.then_some("true")
                    >
                        {link.tag.to_uppercase()}
                    </a>
                </li>
            }
        });
        view! {
            <nav class="languages" aria-label=chrome.languages.clone()>
                <ul>{links.collect_view()}</ul>
            </nav>
        }
    });
    let person = match frame.person {
        Some(person) => Some(
            view! {
                <div class="person">
                    <a href=person.href>{person.name}</a>
                    <form method="post" action=frame.sign_out>
                        <button class="button quiet">{chrome.sign_out.clone()}</button>
                    </form>
                </div>
            }
            .into_any(),
        ),
        None if frame.sign_in.is_empty() => None,
        None => Some(
            view! {
                <div class="person">
                    <a class="button secondary" href=frame.sign_in>{chrome.sign_in.clone()}</a>
                </div>
            }
            .into_any(),
        ),
    };
    view! {
        <header class="masthead">
            <div class="identity">
                <a class="wordmark" href=home aria-label=chrome.home.clone()>
                    <span inner_html=MARK></span>
                    <span>"Trame"</span>
                </a>
                {frame
                    .network
                    .map(|network| view! { <a class="network" href=network.href>{network.text}</a> })}
            </div>
            <div class="session">{languages} {person}</div>
            {navigation}
        </header>
    }
}

fn breadcrumb(frame: &Frame) -> impl IntoView + use<> {
    let last = frame.breadcrumb.len().saturating_sub(1);
    let entries = frame.breadcrumb.iter().cloned().enumerate().map(|(position, link)| {
        if position == last {
            view! { <li><span aria-current="page">{link.text}</span></li> }.into_any()
        } else {
            view! { <li><a href=link.href>{link.text}</a></li> }.into_any()
        }
    });
    view! {
        <nav class="breadcrumb" aria-label=frame.chrome.breadcrumb.clone()>
            <ol>{entries.collect_view()}</ol>
        </nav>
    }
}

fn notice(notice: Notice) -> impl IntoView {
    let (tone, role) = match notice.kind {
        NoticeKind::Success => (Tone::Positive, "status"),
        NoticeKind::Problem => (Tone::Critical, "alert"),
        NoticeKind::Information => (Tone::Active, "status"),
    };
    let text = (!notice.text.is_empty()).then(|| view! { <p>{notice.text}</p> });
    view! {
        <div class="notice" data-tone=tone.name() role=role>
            <span inner_html=icon(tone)></span>
            <div>
                <p class="notice-title">{notice.title}</p>
                {text}
            </div>
        </div>
    }
}

fn page_footer(frame: &Frame) -> impl IntoView + use<> {
    let links = frame
        .footer
        .iter()
        .cloned()
        .map(|link| view! { <li><a href=link.href aria-current=current(link.current)>{link.text}</a></li> });
    let navigation = (!frame.footer.is_empty()).then(|| {
        view! {
            <nav aria-label=frame.chrome.footer.clone()>
                <ul>{links.collect_view()}</ul>
            </nav>
        }
    });
    view! {
        <footer class="footer">
            <p>{frame.chrome.about.clone()}</p>
            {navigation}
        </footer>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[island]
    fn Probe(text: String) -> impl IntoView {
        let signal = RwSignal::new(text);
        view! { <b>{move || signal.get()}</b> }
    }

    fn frame() -> Frame {
        Frame { language: "nl".into(), title: "<Titel>".into(), ..Frame::default() }
    }

    #[test]
    fn a_page_without_an_island_loads_no_script() {
        let html = page(frame(), || view! { <h1>"Titel"</h1> });
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"nl\""), "{html}");
        assert!(html.contains("<title>&lt;Titel&gt; – Trame</title>"), "{html}");
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains(" style="), "{html}");
    }

    #[test]
    fn a_page_with_islands_loads_the_module_and_wraps_each() {
        let html = page(Frame { has_islands: true, ..frame() }, || {
            view! {
                <Probe text="one".to_owned()/>
                <Probe text="two".to_owned()/>
            }
        });
        assert_eq!(html.matches("<leptos-island data-component=\"Probe_").count(), 2, "{html}");
        assert!(html.contains("<b>two</b>"), "{html}");
        assert!(html.contains("<script type=\"module\" src=\"/assets/islands.js\""), "{html}");
    }

    #[test]
    fn the_screen_has_neither_navigation_nor_footer() {
        let html = page(Frame { kind: FrameKind::Screen, ..frame() }, || "text");
        assert!(html.contains("class=\"screen\""), "{html}");
        assert!(!html.contains("<header") && !html.contains("<footer"), "{html}");
    }
}
