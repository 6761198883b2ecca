//! What every page knows: who looks, in which language, at which address.

use std::sync::{Arc, LazyLock};

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use chrono::Duration;
use domain::locale::Locale;
use i18n::t;
use leptos::IntoView;
use services::{Error, Services, Viewer, networks::Network};

use crate::{
    problems,
    ui::{Chrome, Frame, FrameKind, LanguageLink, Notice, NoticeKind, PageLink, SignedIn, page},
};

/// What handlers share.
#[derive(Clone)]
pub struct App {
    /// The use cases.
    pub services: Services,
    /// What sets documents in type.
    pub typeset: Typeset,
}

/// Sets a document in type: the PDF, or why there is none. Handed in, so that pages are compiled
/// and tested without the typesetter.
pub type Typeset = fn(&printing::Document, chrono::DateTime<chrono::Utc>) -> Result<Vec<u8>, String>;

/// The context of a request; cheap to clone.
#[derive(Clone)]
pub struct Cx(Arc<Inner>);

struct Inner {
    services: Services,
    typeset: Typeset,
    viewer: Viewer,
    locale: Locale,
    path: String,
    query: Vec<(String, String)>,
    user_agent: String,
}

/// Name of the cookie that holds the secret of a session. `__Host-` binds it to this very host over
/// TLS; the demo on loopback has no TLS and a name of its own.
#[must_use]
pub fn session_cookie_name(public_url: &str) -> &'static str {
    if public_url.starts_with("https:") { "__Host-session" } else { "session" }
}

/// A cookie that only this server reads and that no other site makes a browser send with a form.
#[must_use]
pub fn cookie(public_url: &str, name: &'static str, value: String, lasts: Duration) -> Cookie<'static> {
    let mut cookie = Cookie::new(name, value);
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_secure(public_url.starts_with("https:"));
    cookie.set_same_site(SameSite::Lax);
    cookie.set_max_age(time::Duration::seconds(lasts.num_seconds()));
    cookie
}

const LANGUAGE_COOKIE: &str = "language";

/// Finds out once a request who looks and in which language, and turns every refusal into a page.
pub async fn with_context(State(app): State<App>, jar: CookieJar, mut request: Request, next: Next) -> Response {
    let query: Vec<(String, String)> =
        url::form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()).into_owned().collect();
    let asked = query.iter().find(|(name, _)| name == "lang").and_then(|(_, value)| value.parse::<Locale>().ok());
    let remembered = jar.get(LANGUAGE_COOKIE).and_then(|cookie| cookie.value().parse().ok());
    let secret =
        jar.get(session_cookie_name(&app.services.settings().public_url)).map(|cookie| cookie.value().to_owned());
    let (viewer, failed) = match app.services.viewer(secret.as_deref()).await {
        Ok(viewer) => (viewer, None),
        Err(error) => (Viewer::anonymous(), Some(error)),
    };
    let locale = asked.or(remembered).or(viewer.locale).or_else(|| accepted(request.headers())).unwrap_or_default();
    let user_agent = text_header(request.headers(), header::USER_AGENT).unwrap_or_default().to_owned();
    let path = request.uri().path().to_owned();
    let cx =
        Cx(Arc::new(Inner { services: app.services, typeset: app.typeset, viewer, locale, path, query, user_agent }));
    let response = match failed {
        Some(error) => Problem(error).into_response(),
        None => {
            request.extensions_mut().insert(cx.clone());
            next.run(request).await
        }
    };
    let mut response = problems::as_page(&cx, response);
    if let Some(asked) = asked.filter(|asked| Some(*asked) != remembered) {
        let settings = cx.services().settings();
        let cookie = cookie(&settings.public_url, LANGUAGE_COOKIE, asked.to_string(), Duration::days(365));
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

fn text_header(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn accepted(headers: &HeaderMap) -> Option<Locale> {
    text_header(headers, header::ACCEPT_LANGUAGE).and_then(i18n::negotiate)
}

/// A refusal on its way to becoming a page.
#[derive(Debug)]
pub struct Problem(pub Error);

impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = problems::status(&self.0).into_response();
        response.extensions_mut().insert(problems::Carried(Arc::new(self.0)));
        response
    }
}

/// What a handler answers.
pub type Answer = Result<Response, Problem>;

impl<S: Send + Sync> FromRequestParts<S> for Cx {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// A page in the making.
pub struct Draft {
    frame: Frame,
    status: StatusCode,
}

impl Cx {
    /// The use cases.
    #[must_use]
    pub fn services(&self) -> &Services {
        &self.0.services
    }

    /// What sets documents in type.
    #[must_use]
    pub fn typeset(&self) -> Typeset {
        self.0.typeset
    }

    /// Who looks.
    #[must_use]
    pub fn viewer(&self) -> &Viewer {
        &self.0.viewer
    }

    /// The language of the page.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// The path of the page.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// A value of the address's query.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        self.0.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What the browser calls itself.
    #[must_use]
    pub fn user_agent(&self) -> &str {
        &self.0.user_agent
    }

    /// The address of this page with one value of its query set.
    #[must_use]
    pub fn here_with(&self, name: &str, value: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.0.query.iter().filter(|(key, _)| key != name && key != "done"));
        query.append_pair(name, value);
        format!("{}?{}", self.0.path, query.finish())
    }

    /// Begins a page that stands in no network.
    #[must_use]
    pub fn page(&self, title: impl Into<String>) -> Draft {
        let locale = self.locale();
        let languages = Locale::ALL.iter().map(|language| LanguageLink {
            tag: language.to_string(),
            name: language_name(*language),
            href: self.here_with("lang", language.as_str()),
        });
        let person = self
            .viewer()
            .actor
            .person()
            .map(|_| SignedIn { name: self.viewer().name.clone(), href: "/account".into() });
        let mut footer = vec![
            PageLink::new("/accessibility", t!(locale, "accessibility")),
            PageLink::new("/help", t!(locale, "help")),
        ];
        if self.services().settings().demo {
            footer.push(PageLink::new("/demo", t!(locale, "demo-title")));
            footer.push(PageLink::new("/demo/mailbox", t!(locale, "demo-mailbox")));
        }
        let frame = Frame {
            language: locale.to_string(),
            title: title.into(),
            chrome: chrome(locale),
            languages: languages.collect(),
            sign_in: if self.path().starts_with("/sign-in") { String::new() } else { self.sign_in_address() },
            sign_out: "/sign-out".into(),
            person,
            demo_notice: self.services().settings().demo.then(|| t!(locale, "demo-notice")),
            notices: self.query("done").and_then(|word| problems::done(locale, word)).into_iter().collect(),
            footer,
            ..Frame::default()
        };
        Draft { frame, status: StatusCode::OK }
    }

    /// Begins a page of a network.
    #[must_use]
    pub fn network_page(&self, network: &Network, title: impl Into<String>) -> Draft {
        let mut draft = self.page(title);
        let base = format!("/n/{}", network.slug);
        draft.frame.network = Some(PageLink::new(&base, network.name(self.locale())));
        draft.frame.navigation = crate::networks::sections(self, network);
        if network.demo && draft.frame.demo_notice.is_none() {
            draft.frame.demo_notice = Some(t!(self.locale(), "demo-notice"));
        }
        draft
    }

    /// Where to sign in and then come back here.
    #[must_use]
    pub fn sign_in_address(&self) -> String {
        let query: String = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(self.0.query.iter().filter(|(key, _)| key != "lang" && key != "done"))
            .finish();
        let here = if query.is_empty() { self.0.path.clone() } else { format!("{}?{query}", self.0.path) };
        if here == "/" {
            return "/sign-in".into();
        }
        let next = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", &here).finish();
        format!("/sign-in?{next}")
    }
}

impl Draft {
    /// The way here: network first, this page last.
    #[must_use]
    pub fn breadcrumb(mut self, links: Vec<PageLink>) -> Self {
        self.frame.breadcrumb = links;
        self
    }

    /// Loads the islands.
    #[must_use]
    pub fn with_islands(mut self) -> Self {
        self.frame.has_islands = true;
        self
    }

    /// After a form that ended the session: nobody is signed in any more, and the address of the form
    /// has no page of its own in another language.
    #[must_use]
    pub fn signed_out(mut self) -> Self {
        self.frame.person = None;
        self.frame.languages.clear();
        self
    }

    /// For the projector.
    #[must_use]
    pub fn screen(mut self) -> Self {
        self.frame.kind = FrameKind::Screen;
        self
    }

    /// A message on top.
    #[must_use]
    pub fn notice(mut self, kind: NoticeKind, title: impl Into<String>, text: impl Into<String>) -> Self {
        self.frame.notices.push(Notice { kind, title: title.into(), text: text.into() });
        self
    }

    /// Shown in place of what was asked: a form with errors is 422.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Renders the page.
    pub fn render<View: IntoView>(self, body: impl FnOnce() -> View) -> Response {
        let html = page(self.frame, body);
        (self.status, [(header::CACHE_CONTROL, "no-store")], Html(html)).into_response()
    }
}

/// Sends the browser on after a form, with a word that the next page turns into a message.
#[must_use]
pub fn done(path: &str, word: &str) -> Response {
    let separator = if path.contains('?') { '&' } else { '?' };
    see_other(&format!("{path}{separator}done={word}"))
}

/// Sends the browser on after a form.
#[must_use]
pub fn see_other(path: &str) -> Response {
    axum::response::Redirect::to(path).into_response()
}

/// The own name of a language.
#[must_use]
pub fn language_name(locale: Locale) -> String {
    match locale {
        Locale::Fr => t!(locale, "language-fr"),
        Locale::Nl => t!(locale, "language-nl"),
        Locale::En => t!(locale, "language-en"),
    }
}

fn chrome(locale: Locale) -> Arc<Chrome> {
    static CHROMES: LazyLock<Vec<Arc<Chrome>>> = LazyLock::new(|| {
        let chrome = |locale: &Locale| {
            let locale = *locale;
            Arc::new(Chrome {
                skip: t!(locale, "skip-to-content"),
                home: format!("Trame, {}", t!(locale, "home")),
                navigation: t!(locale, "main-navigation"),
                breadcrumb: t!(locale, "breadcrumb"),
                languages: t!(locale, "language"),
                sign_in: t!(locale, "sign-in"),
                sign_out: t!(locale, "sign-out"),
                footer: t!(locale, "footer"),
                about: t!(locale, "about-trame"),
            })
        };
        Locale::ALL.iter().map(chrome).collect()
    });
    Arc::clone(&CHROMES[locale as usize])
}
