//! Motions with articles, and their amendments, handed in through the services.

use chrono::{LocalResult, NaiveDate, NaiveTime, TimeZone, Utc};
use domain::{
    ids::{AmendmentId, AssemblyId, MotionId},
    motions::Deadlines,
};
use services::{
    Error, Services, Viewer,
    motions::{NewAmendment, Ruling},
};
use uuid::Uuid;

use super::assemblies::organization;
use crate::data::{Amendment, Item, Network};

/// The last minute of a deadline's day.
const LAST: NaiveTime = NaiveTime::from_hms_opt(23, 59, 0).expect("a minute before midnight is a time");

/// Gives an item its articles, if it has any.
pub(super) async fn write(
    services: &Services,
    board: &Viewer,
    id: AssemblyId,
    added: Uuid,
    item: &Item,
) -> Result<Option<MotionId>, Error> {
    match &item.motion {
        Some(motion) if !motion.articles.is_empty() => {
            services.set_item_text(board, id, added, motion.articles.clone()).await.map(Some)
        }
        _ => Ok(None),
    }
}

/// Says until when amendments may be handed in.
pub(super) async fn set_deadline(
    services: &Services,
    board: &Viewer,
    id: AssemblyId,
    network: &Network,
    until: NaiveDate,
) -> Result<(), Error> {
    let amendments = match network.time_zone.from_local_datetime(&until.and_time(LAST)) {
        LocalResult::Single(at) | LocalResult::Ambiguous(_, at) => Some(at.with_timezone(&Utc)),
        LocalResult::None => None,
    };
    services.set_deadlines(board, id, Deadlines { motions: None, amendments }).await
}

/// Hands in an amendment, which the board finds admissible.
pub(super) async fn amend(
    services: &Services,
    (author, board): (&Viewer, &Viewer),
    (id, motion): (AssemblyId, MotionId),
    amendment: &Amendment,
) -> Result<AmendmentId, Error> {
    let text = services.motion(board, id, motion).await?.motion.text;
    let wanted = text
        .paragraphs()
        .map(|(_, one)| one.id)
        .find(|one| text.place(*one).is_some_and(|place| place.to_string() == amendment.paragraph));
    let new = NewAmendment {
        motion,
        organization: organization(&amendment.organization),
        paragraph: wanted.ok_or(Error::NotFound)?,
        locale: amendment.language,
        kind: amendment.change,
        text: amendment.text.trim().to_owned(),
        reasons: amendment.reasons.trim().to_owned(),
    };
    let added = services.draft_amendment(author, id, new).await?;
    services.submit_amendment(author, id, motion, added).await?;
    services.rule_amendment(board, id, motion, added, Ruling::Admissible).await?;
    Ok(added)
}
