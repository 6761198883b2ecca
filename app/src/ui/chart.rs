//! Bars drawn on the server: for the eye, beside a table that says the same.

use leptos::prelude::*;

use super::{Words, figures::share};

/// Most bars of a chart; more are for the table.
pub const CHART_BARS: usize = 12;

/// Most characters of a label: what is longer is in the table.
const LABEL: usize = 32;

/// One bar.
#[derive(Clone, Debug, Default)]
pub struct ChartBar {
    /// What it stands for.
    pub label: String,
    /// The amount in words: "9 of 12".
    pub amount: String,
    /// The amount.
    pub part: u64,
    /// What would fill the whole width.
    pub whole: u64,
}

/// Bars below one another, each under its label; nothing where there are none. The numbers stand in the table beside it,
/// which is what people hear.
#[component]
pub fn BarChart(
    /// Identifier, unique on the page.
    #[prop(into)]
    id: String,
    /// What is drawn.
    #[prop(into)]
    title: String,
    /// How to read it.
    #[prop(into)]
    description: String,
    /// The bars; the first [`CHART_BARS`] of them are drawn.
    bars: Vec<ChartBar>,
    /// That there are more: "and 30 more".
    #[prop(optional, into)]
    more: Words,
) -> impl IntoView {
    (!bars.is_empty()).then(|| {
        let rows = bars.len().min(CHART_BARS);
        let drawn = bars.into_iter().take(CHART_BARS).enumerate().map(|(row, bar)| {
            let at = |tenths: usize| format!("{}.{}em", (row * 30 + tenths) / 10, (row * 30 + tenths) % 10);
            view! {
                <text x="0" y=at(11)>{shortened(&bar.label)}</text>
                <text class="amount" x="100%" y=at(11) text-anchor="end">{bar.amount}</text>
                <rect class="ground" x="0" y=at(15) width="100%" height="0.9em"></rect>
                <rect class="part" x="0" y=at(15) width=share(bar.part, bar.whole) height="0.9em"></rect>
            }
        });
        let (titled, described) = (format!("{id}-title"), format!("{id}-description"));
        let labelled = format!("{titled} {described}");
        view! {
            <figure class="chart">
                <svg role="img" aria-labelledby=labelled focusable="false" width="100%" height=format!("{}em", rows * 3)>
                    <title id=titled>{title}</title>
                    <desc id=described>{description}</desc>
                    {drawn.collect_view()}
                </svg>
                {more.map(|text| view! { <figcaption>{text}</figcaption> })}
            </figure>
        }
    })
}

/// A chart, and the table with the same numbers beside it where there is room.
#[component]
pub fn Charted(
    /// The chart.
    chart: AnyView,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="charted">
            {chart}
            <div>{children()}</div>
        </div>
    }
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LABEL {
        return label.to_owned();
    }
    let kept: String = label.chars().take(LABEL - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::render;

    fn bars(count: usize) -> Vec<ChartBar> {
        let bar = |at: usize| ChartBar { label: format!("Bar {at}"), amount: "1 of 4".into(), part: 1, whole: 4 };
        (0..count).map(bar).collect()
    }

    #[test]
    fn a_chart_has_a_title_and_a_description_and_draws_its_bars_to_one_scale() {
        let html =
            render(|| view! { <BarChart id="seats" title="Seats" description="Filled of offered" bars=bars(2)/> });
        assert!(html.contains("role=\"img\" aria-labelledby=\"seats-title seats-description\""), "{html}");
        assert!(html.contains("<title id=\"seats-title\">Seats</title>"), "{html}");
        assert_eq!(html.matches("width=\"25.0%\"").count(), 2, "{html}");
        assert!(html.contains("height=\"6em\""), "{html}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing_and_no_more_than_fits() {
        let html = |count| render(move || view! { <BarChart id="c" title="T" description="D" bars=bars(count)/> });
        assert!(!html(0).contains("svg"));
        assert_eq!(html(5_000).matches("class=\"part\"").count(), CHART_BARS);
    }

    #[test]
    fn a_long_label_is_shortened_without_cutting_a_letter() {
        assert_eq!(shortened("Fédération des acteurs de la solidarité"), "Fédération des acteurs de la so…");
        assert_eq!(shortened("Aurore"), "Aurore");
    }
}
