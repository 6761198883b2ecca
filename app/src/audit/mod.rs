//! The journal of a network: what happened, in a chain that shows every alteration.
//!
//! Used by the board, by administrators, and by an auditor who believes nothing. How the chain is
//! made is in `domain::journal`.

use axum::extract::Path;
use domain::{access::Action, locale::Locale};
use i18n::t;
use leptos::prelude::*;
use services::audit::{JournalPage, Verified};

use crate::{
    context::{Answer, Cx},
    routes::{Access, Routes},
    ui::*,
};

/// Lines on a page.
const PAGE: u64 = 50;

/// Lines that are verified whenever the page is shown.
const AT_ONCE: u64 = 2_000;

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    Routes::default().get("/n/{network}/journal", Access::May(Action::ReadJournal), journal)
}

async fn journal(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let asked = cx.query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u64).clamp(1, 1_000_000);
    let found = cx.services().journal_page(cx.viewer(), network.id, asked - 1, PAGE).await?;
    // A journal of this length is verified in the blink of an eye; a longer one when it is asked for.
    let verified = if found.total <= AT_ONCE || cx.query("verify") == Some("yes") {
        Some(cx.services().verify_journal().await?)
    } else {
        None
    };
    let title = t!(l, "section-journal");
    let draft = cx.network_page(&network, title.clone());
    let (zone, base) = (network.zone, format!("/n/{}/journal", network.slug));
    Ok(draft.render(move || {
        let pages = found.total.div_ceil(PAGE).max(1);
        let address = |page: u64| format!("{base}?page={page}");
        let previous = (asked > 1).then(|| PageLink::new(address(asked - 1), t!(l, "page-previous")));
        let next = (asked < pages).then(|| PageLink::new(address(asked + 1), t!(l, "page-next")));
        let pagination = (pages > 1).then(|| {
            let position = t!(l, "page-of", page = asked, pages = pages);
            view! { <Pagination label=t!(l, "pages-navigation") position previous next/> }
        });
        let verify = format!("{base}?verify=yes");
        let lead = t!(l, "journal-lead", count = found.total);
        let list = lines(l, zone, found);
        view! {
            <PageHeader title lead>
                <ActionLink href=verify text=t!(l, "journal-verify") kind=ActionKind::Secondary/>
            </PageHeader>
            {verdict(l, verified)}
            <Disclosure summary=t!(l, "journal-proof-title")>
                <p>{t!(l, "journal-proof")}</p>
                <p>{t!(l, "journal-proof-limit")}</p>
                <p>{t!(l, "journal-proof-command")}" "<code>"trame journal verify"</code></p>
            </Disclosure>
            {list}
            {pagination}
        }
    }))
}

fn verdict(l: Locale, verified: Option<Verified>) -> AnyView {
    match verified {
        None => ().into_any(),
        Some(Verified::Whole { lines, head }) => {
            let head = domain::journal::digits(&head);
            view! {
                <Callout tone=Tone::Positive>
                    <p><strong>{t!(l, "journal-whole", count = lines)}</strong></p>
                    <p>{t!(l, "journal-head")}" "<code class="hash">{head}</code></p>
                </Callout>
            }
            .into_any()
        }
        Some(Verified::Broken(broken)) => {
            use domain::journal::Broken;
            let text = match broken {
                Broken::Missing { expected, .. } => t!(l, "journal-missing", line = expected),
                Broken::Altered { sequence } => t!(l, "journal-altered", line = sequence),
                Broken::Truncated { expected, found } => {
                    t!(l, "journal-truncated", expected = expected, found = found)
                }
            };
            view! {
                <Callout tone=Tone::Critical>
                    <p><strong>{t!(l, "journal-broken")}</strong></p>
                    <p>{text}</p>
                </Callout>
            }
            .into_any()
        }
    }
}

fn lines(l: Locale, zone: chrono_tz::Tz, found: JournalPage) -> AnyView {
    if found.lines.is_empty() {
        return view! { <EmptyState title=t!(l, "journal-empty-title") text=t!(l, "journal-empty")/> }.into_any();
    }
    let columns = vec![
        Column::text(t!(l, "journal-line")),
        Column::text(t!(l, "date")),
        Column::text(t!(l, "journal-what")),
        Column::text(t!(l, "journal-who")),
        Column::text(t!(l, "details")),
    ];
    let rows = found
        .lines
        .into_iter()
        .map(|line| {
            let hash = domain::journal::digits(&line.row.hash);
            let about = t!(l, "journal-details-of", line = line.row.sequence);
            let word = line.row.kind.clone();
            let details = view! {
                <Disclosure summary=about>
                    <p><code>{word}</code></p>
                    <PlainText text=line.row.payload/>
                    <p class="hint">{t!(l, "journal-hash")}" "<code class="hash">{hash}</code></p>
                </Disclosure>
            };
            vec![
                Cell::text(i18n::number(l, line.row.sequence)),
                Cell::text(i18n::date_time(l, zone, line.row.at)),
                Cell::text(kind(l, &line.row.kind)),
                Cell::text(line.who.unwrap_or_else(|| t!(l, "journal-system"))),
                Cell::view(details),
            ]
        })
        .collect();
    view! { <DataTable caption=t!(l, "section-journal") caption_hidden=true columns rows/> }.into_any()
}

/// What happened, in words; a kind that has none here is told by its own word.
fn kind(l: Locale, kind: &str) -> String {
    match kind {
        "network_created" => t!(l, "journal-network-created"),
        "network_edited" => t!(l, "journal-network-edited"),
        "rules_changed" => t!(l, "journal-rules-changed"),
        "assembly_repeated" => t!(l, "journal-assembly-repeated"),
        "casting_vote" => t!(l, "journal-casting-vote"),
        "statutes_drafted" => t!(l, "journal-statutes-drafted"),
        "statutes_discarded" => t!(l, "journal-statutes-discarded"),
        "statutes_adopted" => t!(l, "journal-statutes-adopted"),
        "college_saved" => t!(l, "journal-college-saved"),
        "college_removed" => t!(l, "journal-college-removed"),
        "college_assigned" => t!(l, "journal-college-assigned"),
        "organization_created" => t!(l, "journal-organization-created"),
        "organization_edited" => t!(l, "journal-organization-edited"),
        "organization_named" => t!(l, "journal-organization-named"),
        "organization_name_corrected" => t!(l, "journal-organization-name-corrected"),
        "site_opened" => t!(l, "journal-site-opened"),
        "site_closed" => t!(l, "journal-site-closed"),
        "figure_declared" => t!(l, "journal-figure-declared"),
        "membership_step" => t!(l, "journal-membership-step"),
        "person_added" => t!(l, "journal-person-added"),
        "person_edited" => t!(l, "journal-person-edited"),
        "mandate_given" => t!(l, "journal-mandate-given"),
        "mandate_ended" => t!(l, "journal-mandate-ended"),
        "sessions_ended" => t!(l, "journal-sessions-ended"),
        "assembly_drafted" => t!(l, "journal-assembly-drafted"),
        "assembly_changed" => t!(l, "journal-assembly-changed"),
        "agenda_item_added" => t!(l, "journal-agenda-item-added"),
        "agenda_item_changed" => t!(l, "journal-agenda-item-changed"),
        "agenda_item_moved" => t!(l, "journal-agenda-item-moved"),
        "agenda_item_removed" => t!(l, "journal-agenda-item-removed"),
        "document_added" => t!(l, "journal-document-added"),
        "assembly_convened" => t!(l, "journal-assembly-convened"),
        "arrival" => t!(l, "journal-arrival"),
        "departure" => t!(l, "journal-departure"),
        "proxy_given" => t!(l, "journal-proxy-given"),
        "proxy_revoked" => t!(l, "journal-proxy-revoked"),
        "session_opened_by_chair" => t!(l, "journal-session-opened-by-chair"),
        "session_closed" => t!(l, "journal-session-closed"),
        "poll_opened" => t!(l, "journal-poll-opened"),
        "vote_cast" => t!(l, "journal-vote-cast"),
        "poll_closed" => t!(l, "journal-poll-closed"),
        "secret_vote_requested" => t!(l, "ballots-journal-asked"),
        "candidacy_proposed" => t!(l, "journal-candidacy-proposed"),
        "candidacy_consented" => t!(l, "journal-candidacy-consented"),
        "candidacy_withdrawn" => t!(l, "journal-candidacy-withdrawn"),
        "election_opened" => t!(l, "journal-election-opened"),
        "election_closed" => t!(l, "journal-election-closed"),
        "election_decided" => t!(l, "journal-election-decided"),
        "candidate_list_ordered" => t!(l, "journal-candidate-list-ordered"),
        "teller_appointed" => t!(l, "journal-teller-appointed"),
        "teller_dismissed" => t!(l, "journal-teller-dismissed"),
        "sheets_signed_off" => t!(l, "journal-sheets-signed-off"),
        "urn_signed_off" => t!(l, "journal-urn-signed-off"),
        "urn_discarded" => t!(l, "journal-urn-discarded"),
        "sheets_discarded" => t!(l, "journal-sheets-discarded"),
        "minutes_saved" => t!(l, "journal-minutes-saved"),
        "minutes_offices_named" => t!(l, "journal-minutes-offices-named"),
        "minutes_presented" => t!(l, "journal-minutes-presented"),
        "minutes_read" => t!(l, "journal-minutes-read"),
        "minutes_signed" => t!(l, "journal-minutes-signed"),
        "minutes_approved" => t!(l, "journal-minutes-approved"),
        "motion_drafted" | "motion_text_written" => t!(l, "journal-motion-written"),
        "motion_submitted" => t!(l, "journal-motion-submitted"),
        "motion_withdrawn" => t!(l, "journal-motion-withdrawn"),
        "motion_supported" => t!(l, "journal-motion-supported"),
        "motion_ruled" | "amendment_ruled" => t!(l, "journal-motion-ruled"),
        "motion_deadlines_set" => t!(l, "journal-motion-deadlines-set"),
        "motion_translated" => t!(l, "journal-motion-translated"),
        "motion_text_amended" => t!(l, "journal-motion-text-amended"),
        "amendment_drafted" => t!(l, "journal-amendment-drafted"),
        "amendment_submitted" => t!(l, "journal-amendment-submitted"),
        "amendment_withdrawn" => t!(l, "journal-amendment-withdrawn"),
        "amendments_ordered" => t!(l, "journal-amendments-ordered"),
        "break_glass" => t!(l, "journal-break-glass"),
        "domain_verified" => t!(l, "journal-domain-verified"),
        "domain_claimed" => t!(l, "journal-domain-claimed"),
        "domain_removed" => t!(l, "journal-domain-removed"),
        "invitation_sent" => t!(l, "journal-invitation-sent"),
        other => other.replace('_', " "),
    }
}
