//! Figures that decide: how far a quorum is, how the voices were shared, and why a result is what it is.

use leptos::prelude::*;

use super::{Tone, icons::icon};

/// The share of a part in a whole, for drawing only: `62.5%`. What decides is computed exactly, elsewhere.
pub(super) fn share(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "0%".to_owned();
    }
    let thousandths = u128::from(part.min(whole)) * 1000 / u128::from(whole);
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// How far something is: a bar with the line to reach, and the same in words.
#[component]
pub fn Progress(
    /// What is counted: "Quorum, college of associations".
    #[prop(into)]
    label: String,
    /// The state in words: "27 present or represented of 41; 21 are needed".
    #[prop(into)]
    text: String,
    /// How many there are.
    value: u64,
    /// How many there could be.
    maximum: u64,
    /// How many are needed; no line where nothing is.
    #[prop(optional_no_strip, into)]
    threshold: Option<u64>,
    /// Whether it is reached, and the words that say so: `(true, "Reached")`.
    #[prop(optional)]
    reached: Option<(bool, String)>,
) -> impl IntoView {
    let line = threshold.map(|threshold| {
        view! { <rect class="threshold" x=share(threshold, maximum) y="-25%" width="6" height="150%"></rect> }
    });
    let tone = match &reached {
        Some((true, _)) => Tone::Positive,
        Some((false, _)) => Tone::Attention,
        None => Tone::Neutral,
    };
    view! {
        <div class="progress" data-tone=tone.name()>
            <p class="progress-label">
                {label}
                {reached.map(|(_, words)| view! { <span class="tag" data-tone=tone.name()>{words}</span> })}
            </p>
            <svg class="bar" aria-hidden="true" focusable="false">
                <rect class="part" width=share(value, maximum) height="100%"></rect>
                {line}
            </svg>
            <p class="progress-text">{text}</p>
        </div>
    }
}

/// One line of a tally.
#[derive(Clone, Debug, Default)]
pub struct TallyLine {
    /// "For".
    pub label: String,
    /// The amount in words: "28 voices, 22 associations".
    pub amount: String,
    /// The amount, for the bar.
    pub part: u64,
    /// The base of all bars of this tally.
    pub whole: u64,
}

/// How the voices were shared, one bar for each answer, all against the same base.
#[component]
pub fn Tally(
    /// What was counted.
    #[prop(into)]
    caption: String,
    /// The answers, in the order in which they were offered.
    lines: Vec<TallyLine>,
) -> impl IntoView {
    let lines = lines.into_iter().map(|line| {
        view! {
            <div>
                <dt>{line.label}</dt>
                <dd>
                    <span>{line.amount}</span>
                    <svg class="bar" aria-hidden="true" focusable="false">
                        <rect class="part" width=share(line.part, line.whole) height="100%"></rect>
                    </svg>
                </dd>
            </div>
        }
    });
    view! {
        <figure class="tally">
            <figcaption>{caption}</figcaption>
            <dl>{lines.collect_view()}</dl>
        </figure>
    }
}

/// An amount with its unit: "28" and "voices for".
#[derive(Clone, Debug, Default)]
pub struct Quantity {
    /// The number, written for the language of the page.
    pub value: String,
    /// What is counted.
    pub label: String,
}

impl Quantity {
    /// An amount with its unit.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One inequality on which a result rests.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    /// What it demands: "Majority", "Quorum of the college of associations".
    pub title: String,
    /// What there was.
    pub left: Quantity,
    /// The sign: "≥".
    pub sign: String,
    /// The sign in words, for those who hear the page: "at least".
    pub sign_in_words: String,
    /// What was needed.
    pub right: Quantity,
    /// Whether it holds.
    pub met: bool,
    /// The words for that: "met", "not met".
    pub met_in_words: String,
}

/// Why a result is what it is: the verdict, then each inequality with both its sides.
#[component]
pub fn Explanation(
    /// The verdict: "Adopted".
    #[prop(into)]
    verdict: String,
    /// Whether the motion was adopted.
    adopted: bool,
    /// The reason in one sentence.
    #[prop(into)]
    sentence: String,
    /// The inequalities, all of which must hold.
    conditions: Vec<Condition>,
    /// More: the base, what was not counted, the rule's article.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let tone = if adopted { Tone::Positive } else { Tone::Critical };
    let conditions = conditions.into_iter().map(|condition| {
        let met = if condition.met { Tone::Positive } else { Tone::Critical };
        view! {
            <li class="condition">
                <p class="condition-title">
                    {condition.title}
                    <span class="tag" data-tone=met.name()>{condition.met_in_words}</span>
                </p>
                <p class="inequality">
                    <span class="quantity"><b>{condition.left.value}</b>" "<span>{condition.left.label}</span></span>
                    <span class="sign">
                        <span aria-hidden="true">{condition.sign}</span>
                        <span class="spoken">{condition.sign_in_words}</span>
                    </span>
                    <span class="quantity"><b>{condition.right.value}</b>" "<span>{condition.right.label}</span></span>
                </p>
            </li>
        }
    });
    view! {
        <div class="explanation" data-tone=tone.name()>
            <p class="verdict">
                <span inner_html=icon(tone)></span>
                {verdict}
            </p>
            <p>{sentence}</p>
            <ul class="conditions">{conditions.collect_view()}</ul>
            {children.map(|children| view! { <div class="explanation-more">{children()}</div> })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_bar_never_leaves_its_frame() {
        assert_eq!(share(5, 8), "62.5%");
        assert_eq!(share(9, 8), "100.0%");
        assert_eq!(share(1, 0), "0%");
        assert_eq!(share(u64::MAX, u64::MAX), "100.0%");
    }
}
