//! Forms and their controls. Each control shows its label, its hint and its error in the same place.
//!
//! Validation happens on the server, and the page that comes back holds what was typed with the
//! errors beside the fields: browsers are told not to validate, since their bubbles speak the
//! browser's language and hide after a moment.

use leptos::prelude::*;

use super::Words;

/// The identifier of the control of a form entry, for links from the error summary.
#[must_use]
pub fn field_id(name: &str) -> String {
    format!("field-{name}")
}

/// What stands around a control.
pub(super) struct Surroundings {
    pub id: String,
    pub hint: Option<String>,
    pub error: Option<String>,
}

impl Surroundings {
    pub fn described_by(&self) -> Option<String> {
        match (&self.hint, &self.error) {
            (None, None) => None,
            (Some(_), None) => Some(format!("{}-hint", self.id)),
            (None, Some(_)) => Some(format!("{}-error", self.id)),
            (Some(_), Some(_)) => Some(format!("{0}-hint {0}-error", self.id)),
        }
    }

    pub fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    pub fn texts(self) -> impl IntoView {
        let Self { id, hint, error } = self;
        let hint = hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> });
        let error = error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> });
        view! {
            {hint}
            {error}
        }
    }
}

pub(super) fn required_word(word: Words) -> impl IntoView {
    word.map(|word| view! { <span class="required">" ("{word}")"</span> })
}

/// A form that posts, without validation by the browser.
#[component]
pub fn PostForm(
    /// Where it posts.
    #[prop(into)]
    action: String,
    /// Whether it sends files.
    #[prop(optional)]
    files: bool,
    /// The controls and the actions.
    children: Children,
) -> impl IntoView {
    view! {
        <form class="form" method="post" action=action novalidate enctype=files.then_some("multipart/form-data")>
            {children()}
        </form>
    }
}

/// Controls that belong together, under a legend.
#[component]
pub fn FieldGroup(
    /// What they have in common.
    #[prop(into)]
    legend: String,
    /// The controls.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="group">
            <legend>{legend}</legend>
            {children()}
        </fieldset>
    }
}

/// How long the expected answer is; the box shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldWidth {
    /// A number, a date, a postal code.
    Short,
    /// A name, an address.
    #[default]
    Usual,
}

impl FieldWidth {
    fn class(self) -> &'static str {
        match self {
            FieldWidth::Short => "control short",
            FieldWidth::Usual => "control",
        }
    }
}

/// A control of one line.
#[component]
pub fn Field(
    /// Name of the form entry.
    #[prop(into)]
    name: String,
    /// The visible label.
    #[prop(into)]
    label: String,
    /// What was typed, or the value so far.
    #[prop(optional, into)]
    value: String,
    /// The `type` of the control: `text`, `email`, `date`, `time`, `number`, `url`, `password`, `file`.
    #[prop(default = "text")]
    kind: &'static str,
    /// How long the expected answer is.
    #[prop(optional)]
    width: FieldWidth,
    /// How to answer, in one sentence.
    #[prop(optional, into)]
    hint: Words,
    /// Why the answer was refused, and what to write instead.
    #[prop(optional, into)]
    error: Words,
    /// The word that says that an answer is needed; none where it is not.
    #[prop(optional, into)]
    required: Words,
    /// What browsers may fill in: `email`, `name`, `one-time-code`…
    #[prop(optional, into)]
    autocomplete: Words,
    /// The keyboard that phones show: `numeric`, `email`…
    #[prop(optional, into)]
    inputmode: Words,
    /// The smallest number or the first date.
    #[prop(optional, into)]
    min: Words,
    /// The largest number or the last date.
    #[prop(optional, into)]
    max: Words,
    /// Identifier of the control, where the name occurs twice on a page.
    #[prop(optional, into)]
    id: Words,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| field_id(&name));
    let around = Surroundings { id: id.clone(), hint: hint.0, error: error.0 };
    let is_required = required.is_some();
    let (described_by, invalid) = (around.described_by(), around.invalid());
    // A chosen file can never be given back, and a password should not be.
    let value = (kind != "file" && kind != "password" && !value.is_empty()).then_some(value);
    view! {
        <div class="field">
            <label for=id.clone()>{label}{required_word(required)}</label>
            {around.texts()}
            <input
                class=width.class()
                id=id
                type=kind
                name=name
                value=value
                required=is_required
                aria-invalid=invalid
                aria-describedby=described_by
                autocomplete=autocomplete.0
                inputmode=inputmode.0
                min=min.0
                max=max.0
            />
        </div>
    }
}

/// A control of several lines. The only one allowed: see [`textarea_content`].
#[component]
pub fn TextArea(
    /// Name of the form entry.
    #[prop(into)]
    name: String,
    /// The visible label.
    #[prop(into)]
    label: String,
    /// What was typed, or the text so far.
    #[prop(optional, into)]
    value: String,
    /// How many lines are visible.
    #[prop(default = 6)]
    rows: u16,
    /// How to answer, in one sentence.
    #[prop(optional, into)]
    hint: Words,
    /// Why the answer was refused, and what to write instead.
    #[prop(optional, into)]
    error: Words,
    /// The word that says that an answer is needed; none where it is not.
    #[prop(optional, into)]
    required: Words,
    /// Language of the text, where it differs from the page's.
    #[prop(optional, into)]
    lang: Words,
    /// Identifier of the control, where the name occurs twice on a page.
    #[prop(optional, into)]
    id: Words,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| field_id(&name));
    let around = Surroundings { id: id.clone(), hint: hint.0, error: error.0 };
    let is_required = required.is_some();
    let (described_by, invalid) = (around.described_by(), around.invalid());
    view! {
        <div class="field">
            <label for=id.clone()>{label}{required_word(required)}</label>
            {around.texts()}
            <textarea
                class="control"
                id=id
                name=name
                rows=rows.to_string()
                lang=lang.0
                required=is_required
                aria-invalid=invalid
                aria-describedby=described_by
                inner_html=textarea_content(&value)
            ></textarea>
        </div>
    }
}

/// What stands between the tags of a `textarea` so that exactly `text` is shown in it.
///
/// Leptos 0.8.23 writes the children of a `textarea` as they are, so that a text holding
/// `</textarea><script>` would run. Here it is escaped once, and handed over as markup. Browsers
/// drop a line break right after the opening tag: one is added where the text begins with one.
fn textarea_content(text: &str) -> String {
    let mut content = String::with_capacity(text.len() + 16);
    if text.starts_with(['\n', '\r']) {
        content.push('\n');
    }
    for character in text.chars() {
        match character {
            '&' => content.push_str("&amp;"),
            '<' => content.push_str("&lt;"),
            '>' => content.push_str("&gt;"),
            other => content.push(other),
        }
    }
    content
}

/// A box to tick.
#[component]
pub fn Checkbox(
    /// Name of the form entry.
    #[prop(into)]
    name: String,
    /// The sentence beside the box.
    #[prop(into)]
    label: String,
    /// Value of the form entry when ticked.
    #[prop(default = "yes".to_owned(), into)]
    value: String,
    /// Whether it is ticked.
    #[prop(optional)]
    checked: bool,
    /// What ticking it means.
    #[prop(optional, into)]
    hint: Words,
    /// Why the answer was refused.
    #[prop(optional, into)]
    error: Words,
    /// The word that says that the box must be ticked.
    #[prop(optional, into)]
    required: Words,
    /// Identifier of the control, where the name occurs twice on a page.
    #[prop(optional, into)]
    id: Words,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| field_id(&name));
    let around = Surroundings { id: id.clone(), hint: hint.0, error: error.0 };
    let is_required = required.is_some();
    let (described_by, invalid) = (around.described_by(), around.invalid());
    view! {
        <div class="field checkbox">
            <label for=id>
                <input
                    type="checkbox"
                    id=id.clone()
                    name=name
                    value=value
                    checked=checked
                    required=is_required
                    aria-invalid=invalid
                    aria-describedby=described_by
                />
                <span>{label}{required_word(required)}</span>
            </label>
            {around.texts()}
        </div>
    }
}

/// The list at the top of a form that came back: each error leads to its control.
#[component]
pub fn ErrorSummary(
    /// "Two answers need your attention".
    #[prop(into)]
    title: String,
    /// Name of the form entry, and its error. Nothing is shown for an empty list.
    errors: Vec<(String, String)>,
) -> impl IntoView {
    (!errors.is_empty()).then(|| {
        let links = errors.into_iter().map(|(name, error)| {
            view! { <li><a href=format!("#{}", field_id(&name))>{error}</a></li> }
        });
        view! {
            <section class="error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary">
                <h2 id="error-summary">{title}</h2>
                <ul>{links.collect_view()}</ul>
            </section>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::render;

    fn text_area(value: &str) -> String {
        let value = value.to_owned();
        render(move || view! { <TextArea name="text" label="Text" value=value/> })
    }

    #[test]
    fn a_text_area_escapes_what_was_typed_exactly_once() {
        assert_eq!(
            text_area("</textarea><script>alert(1)</script> &amp; \"é\""),
            "<div class=\"field\"><label for=\"field-text\">Text<!></label><!><!>\
             <textarea id=\"field-text\" name=\"text\" rows=\"6\" class=\"control\">\
             &lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; \"é\"\
             </textarea></div>"
        );
    }

    #[test]
    fn a_text_area_keeps_the_line_break_at_the_beginning() {
        assert!(text_area("\nsecond line").contains(">\n\nsecond line</textarea>"));
        assert!(text_area("").contains("></textarea>"));
    }

    #[test]
    fn a_field_escapes_its_value_and_names_its_error() {
        let html = render(|| {
            view! {
                <Field name="email" label="E-mail" kind="email" value="\"><script>" error="Missing @".to_owned() required="required".to_owned()/>
            }
        });
        assert!(html.contains("value=\"&quot;&gt;&lt;script&gt;\""), "{html}");
        assert!(html.contains("aria-invalid=\"true\" aria-describedby=\"field-email-error\""), "{html}");
        assert!(html.contains("<p id=\"field-email-error\" class=\"error\">Missing @</p>"), "{html}");
    }

    #[test]
    fn passwords_are_never_given_back() {
        let html = render(|| view! { <Field name="secret" label="Secret" kind="password" value="hunter2"/> });
        assert!(!html.contains("hunter2"), "{html}");
    }

    /// Leptos would write what was typed as it is, see [`textarea_content`].
    #[test]
    fn no_other_file_writes_a_text_area() {
        let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).expect("a folder of the crate can be read") {
                let path = entry.expect("an entry can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("ui/forms.rs") {
                    let source = std::fs::read_to_string(&path).unwrap_or_default();
                    assert!(!source.contains("<textarea"), "use TextArea in {}", path.display());
                }
            }
        }
    }
}
