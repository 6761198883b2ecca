//! An assembly that debates a motion of articles in two languages.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::{
    ids::{AmendmentId, MotionId, ParagraphId, PollId},
    locale::Locale,
    motions::{ChangeKind, Deadlines, MotionRefused, State},
    polls::Choice,
};
use services::{
    Error, Refusal,
    motions::{MotionPage, NewAmendment, Ruling},
};

use super::fixture::{ADMINISTRATOR, Assembly, BOARD, House, at, of, organization, refusal};

pub const FRENCH: &str = "# Gouvernance\n\nDeux sièges du conseil sont ouverts aux personnes accompagnées en juin.\n\n\
    Elles sont désignées par leurs pairs.\n\n# Suivi\n\nLe conseil en rend compte chaque année.";
pub const DUTCH: &str = "# Bestuur\n\nTwee zetels in het bestuur staan in juni open voor begeleide personen.\n\n\
    Zij worden aangewezen door hun gelijken.\n\n# Opvolging\n\nHet bestuur brengt elk jaar verslag uit.";
pub const SEATS: &str = "Deux sièges du conseil sont ouverts aux personnes accompagnées en juin.";
pub const FOUR: &str = "Quatre sièges du conseil sont ouverts aux personnes accompagnées en juin.";
pub const SIX: &str = "Six sièges du conseil sont ouverts aux personnes accompagnées en juin.";
pub const MARCH: &str = "Deux sièges du conseil sont ouverts aux personnes accompagnées en mars.";

pub fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> MotionRefused {
    match refusal(result) {
        Refusal::Motion(refused) => refused,
        other => panic!("another refusal: {other:?}"),
    }
}

/// The assembly of 30 March with articles under its last item, called on 5 March.
pub struct Debate {
    pub house: House,
    pub assembly: Assembly,
    pub motion: MotionId,
}

impl Debate {
    pub async fn begin(house: House) -> Self {
        let assembly = house.drafted().await;
        let board = house.viewer(BOARD).await;
        let typed = BTreeMap::from([(Locale::Fr, FRENCH.to_owned()), (Locale::Nl, DUTCH.to_owned())]);
        let motion = house.services.set_item_text(&board, assembly.id, assembly.fees, typed).await.expect("a text");
        house.services.convene(&board, assembly.id).await.expect("a convocation");
        Self { house, assembly, motion }
    }

    pub async fn page(&self) -> MotionPage {
        let viewer = self.house.viewer(BOARD).await;
        self.house.services.motion(&viewer, self.assembly.id, self.motion).await.expect("a motion")
    }

    /// The n-th paragraph, from 0, of the text as it was handed in.
    pub async fn paragraph(&self, index: usize) -> ParagraphId {
        self.page().await.motion.text.paragraphs().nth(index).expect("a paragraph").1.id
    }

    pub async fn amendment(&self, by: &str, index: usize, kind: ChangeKind, text: &str) -> NewAmendment {
        NewAmendment {
            motion: self.motion,
            organization: organization(by),
            paragraph: self.paragraph(index).await,
            locale: Locale::Fr,
            kind,
            text: text.into(),
            reasons: "Parce que.".into(),
        }
    }

    pub async fn drafts(&self, by: &str, new: NewAmendment) -> Result<AmendmentId, Error> {
        self.house.services.draft_amendment(&self.house.viewer(&of(by)).await, self.assembly.id, new).await
    }

    pub async fn submits(&self, by: &str, which: AmendmentId) -> Result<(), Error> {
        let viewer = self.house.viewer(&of(by)).await;
        self.house.services.submit_amendment(&viewer, self.assembly.id, self.motion, which).await
    }

    pub async fn rules(&self, which: AmendmentId, ruling: Ruling) -> Result<(), Error> {
        let board = self.house.viewer(BOARD).await;
        self.house.services.rule_amendment(&board, self.assembly.id, self.motion, which, ruling).await
    }

    /// An amendment that will be voted on.
    pub async fn admitted(&self, by: &str, index: usize, kind: ChangeKind, text: &str) -> AmendmentId {
        let new = self.amendment(by, index, kind, text).await;
        let which = self.drafts(by, new).await.expect("a draft");
        self.submits(by, which).await.expect("in time");
        self.rules(which, Ruling::Admissible).await.expect("a ruling");
        which
    }

    /// The session is open with half of the roll.
    pub async fn opens_session(&self) {
        self.house.world.time.set(at("2026-03-30T12:00:00Z"));
        let chair = self.house.viewer(ADMINISTRATOR).await;
        self.house.services.open_session(&chair, self.assembly.id).await.expect("a session");
        for name in ["Abri", "Boussole", "Cèdre", "Digue"] {
            self.house.arrives(&self.assembly, name).await.expect("an arrival");
        }
    }

    pub async fn puts(&self, which: AmendmentId) -> Result<PollId, Error> {
        let chair = self.house.viewer(ADMINISTRATOR).await;
        self.house.services.open_amendment_poll(&chair, self.assembly.id, which).await
    }

    /// An amendment is voted on: four voices for, or four against.
    pub async fn votes(&self, which: AmendmentId, choice: Choice) {
        let poll = self.puts(which).await.expect("its turn");
        self.decides(poll, choice).await;
    }

    pub async fn decides(&self, poll: PollId, choice: Choice) {
        self.house.votes(&self.assembly, poll, &of("Cèdre"), "Cèdre", choice).await.expect("a vote");
        let chair = self.house.viewer(ADMINISTRATOR).await;
        self.house.world.time.pass_minutes(1);
        self.house.services.close_poll(&chair, poll).await.expect("a result");
    }

    pub async fn state(&self, which: AmendmentId) -> State {
        self.page().await.amendment(which).expect("it").state
    }

    pub async fn text(&self, locale: Locale) -> String {
        self.page().await.motion.text.assembled(locale, Locale::Fr)
    }

    pub fn path(&self) -> String {
        format!("{}/motions/{}", self.house.path(&self.assembly), self.motion)
    }
}

impl Debate {
    /// An amendment that comes in during the session, because the board set a date for it.
    pub async fn admitted_in_session(&self, by: &str, index: usize, text: &str) -> AmendmentId {
        let board = self.house.viewer(BOARD).await;
        let until = self.house.world.time.now() + TimeDelta::hours(1);
        let deadlines = Deadlines { motions: None, amendments: Some(until) };
        self.house.services.set_deadlines(&board, self.assembly.id, deadlines).await.expect("deadlines");
        self.admitted(by, index, ChangeKind::Insert, text).await
    }
}
