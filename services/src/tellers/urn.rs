//! Papers of a secret vote, for persons or on a motion: handing out, reading the urn, signing off. What a paper says and
//! whose it is never meet: a mark says that one was handed out, and the papers go into the box all at once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    access::{Action, Scope},
    ballots::Stamp,
    colleges::RollEntry,
    ids::{AssemblyId, NetworkId, OrganizationId, PersonId, PollId},
    polls::{CastRefused, PollState},
    proxies::Representation,
    tellers::{
        LineRefused, Teller, TellersRefused, Unfinished, may_begin_beside,
        urn::{Reading, Urn, UrnSheet, compare, may_hand_out, pair, sign_off, unfinished},
    },
};
use entities::{
    Unit,
    assemblies::poll,
    tellers::{urn, urn_sheet},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict,
};
use uuid::Uuid;

use super::{Line, Printed, appointed, asked::Asked, me, names, poll_seen, runs};
use crate::{Error, Services, Viewer, assemblies::sitting::Sitting, elections::secrecy};

/// Most papers on a sheet.
const PAPERS: usize = 5_000;

/// A secret vote as one teller, or whoever runs the assembly, sees its papers.
#[derive(Clone, Debug)]
pub struct Papers {
    /// Whether votes are taken.
    pub open: bool,
    /// What stands on the paper.
    pub printed: Printed,
    /// Whether the viewer may write: a teller, while no two others do.
    pub may_write: Result<(), TellersRefused>,
    /// Whether the viewer runs the assembly.
    pub runs: bool,
    /// Organizations to which no paper was handed out yet. Who voted on a screen is among them: nobody hears of that.
    pub lines: Vec<Line>,
    /// Organizations to which a paper was handed out, by name.
    pub handed_out: Vec<String>,
    /// What the viewer has read.
    pub mine: Option<UrnSheet>,
    /// Whose sheets are begun, and whether they are handed in.
    pub begun: Vec<(String, bool)>,
    /// Where the two sheets differ, the viewer's first: for the two who wrote them, once both are handed in.
    pub differing: Option<Vec<(Reading, [usize; 2])>>,
    /// What is missing before the sign-off; `None` where no paper was handed out.
    pub missing: Option<Unfinished>,
    /// What was read: handed back with the sign-off.
    pub seen: String,
    /// What became of the papers, with the names of the tellers, once they are signed off or discarded.
    pub urn: Option<(Urn, Vec<String>)>,
}

struct Counted {
    sitting: Sitting,
    asked: Asked,
    poll: PollId,
    state: PollState,
    tellers: Vec<Teller>,
    sheets: Vec<UrnSheet>,
    versions: String,
    handed_out: BTreeSet<OrganizationId>,
    urn: Option<Urn>,
}

impl Counted {
    async fn load(
        database: &impl ConnectionTrait,
        viewer: &Viewer,
        id: AssemblyId,
        poll: PollId,
    ) -> Result<Self, Error> {
        let (sitting, row, item) = poll_seen(database, viewer, id, poll).await?;
        let asked = Asked::of(database, &row, &item).await?;
        let (sheets, versions) = stored(database, id, poll).await?;
        Ok(Self {
            sitting,
            asked,
            poll,
            state: row.state.parse()?,
            tellers: appointed(database, id).await?,
            sheets,
            versions,
            handed_out: secrecy::handed_out(database, poll).await?,
            urn: urn_of(database, poll).await?,
        })
    }

    fn may_begin(&self, me: &Teller) -> Result<(), TellersRefused> {
        may_begin_beside(&self.tellers, self.sheets.iter().map(|sheet| &sheet.teller), me)
    }

    /// Papers are handed out and read while the vote is open, and until they are signed off.
    fn still_open(&self) -> Result<(), Error> {
        if self.state == PollState::Closed {
            return Err(CastRefused::Closed.into());
        }
        if self.urn.is_some() { Err(TellersRefused::NoSheet.into()) } else { Ok(()) }
    }

    /// What every paper so far carries.
    fn stamp(&self) -> Option<Stamp> {
        let mut entries = self.handed_out.iter().filter_map(|organization| self.sitting.entry(*organization));
        entries.next().map(|entry| self.asked.stamp(entry))
    }

    fn seen(&self) -> String {
        format!("{}-{}", self.versions, self.handed_out.len())
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let without = |entry: &&RollEntry| !self.handed_out.contains(&entry.organization);
        for entry in self.sitting.roll.iter().filter(without).filter(|entry| self.asked.may_vote(entry).is_ok()) {
            let by_proxy_of = match self.sitting.presence.of(entry.organization) {
                Representation::Absent => continue,
                Representation::Present => None,
                Representation::Represented { by } => self.sitting.entry(by).map(|holder| holder.name.clone()),
            };
            let weight = self.asked.stamp(entry).weight;
            lines.push(Line { organization: entry.organization, name: entry.name.clone(), weight, by_proxy_of });
        }
        lines
    }

    fn differing(&self, person: PersonId) -> Option<Vec<(Reading, [usize; 2])>> {
        let [first, second] = pair(&self.sheets).ok()??;
        if first.teller.person == person {
            return Some(compare([first, second]));
        }
        (second.teller.person == person).then(|| compare([second, first]))
    }
}

async fn stored(
    database: &impl ConnectionTrait,
    id: AssemblyId,
    poll: PollId,
) -> Result<(Vec<UrnSheet>, String), Error> {
    let rows = urn_sheet::Entity::find()
        .filter(urn_sheet::Column::PollId.eq(poll.0))
        .order_by_asc(urn_sheet::Column::TellerId)
        .all(database)
        .await?;
    if rows.is_empty() {
        return Ok((Vec::new(), String::new()));
    }
    let names = names(database, id).await?;
    let versions: Vec<String> = rows.iter().map(|row| format!("{}.{}", row.teller_id, row.version)).collect();
    let sheets = rows
        .into_iter()
        .map(|row| {
            let person = PersonId(row.teller_id);
            let teller = Teller { person, name: names.get(&person).cloned().unwrap_or_default() };
            Ok(UrnSheet { teller, papers: serde_json::from_value(row.papers)?, handed_in: row.handed_in })
        })
        .collect::<Result<_, Error>>()?;
    Ok((sheets, versions.join("-")))
}

async fn urn_of(database: &impl ConnectionTrait, poll: PollId) -> Result<Option<Urn>, Error> {
    let row = urn::Entity::find_by_id(poll.0).one(database).await?;
    Ok(row.map(|row| serde_json::from_value(row.urn)).transpose()?)
}

/// What became of the papers of these polls.
pub(crate) async fn urns(database: &impl ConnectionTrait, polls: &[poll::Model]) -> Result<HashMap<Uuid, Urn>, Error> {
    let rows =
        urn::Entity::find().filter(urn::Column::PollId.is_in(polls.iter().map(|poll| poll.id))).all(database).await?;
    rows.into_iter().map(|row| Ok((row.poll_id, serde_json::from_value(row.urn)?))).collect()
}

/// The two who read the papers, by name.
pub(crate) fn named(urn: Urn, names: &BTreeMap<PersonId, String>) -> (Urn, Vec<String>) {
    let tellers = urn.tellers.iter().map(|person| names.get(person).cloned().unwrap_or_default()).collect();
    (urn, tellers)
}

/// Whether the papers of a secret vote that were handed out are in the box or discarded: it does not close before.
///
/// # Errors
/// A refusal with what is missing.
pub(crate) async fn urn_signed_off(database: &impl ConnectionTrait, id: AssemblyId, poll: PollId) -> Result<(), Error> {
    if urn_of(database, poll).await?.is_some() {
        return Ok(());
    }
    let (sheets, _) = stored(database, id, poll).await?;
    match unfinished(&sheets, secrecy::handed_out(database, poll).await?.len()) {
        Some(missing) => Err(TellersRefused::Unfinished(missing).into()),
        None => Ok(()),
    }
}

/// Writes down what became of the papers, in place of the sheets.
async fn settle(unit: &Unit, poll: PollId, settled: &Urn) -> Result<(), Error> {
    let row = urn::ActiveModel { poll_id: Set(poll.0), urn: Set(serde_json::to_value(settled)?) };
    urn::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let sheets = urn_sheet::Entity::delete_many().filter(urn_sheet::Column::PollId.eq(poll.0));
    sheets.exec(unit.write()).await?;
    Ok(())
}

impl Services {
    /// The papers of a secret vote for a teller or whoever runs the assembly.
    ///
    /// # Errors
    /// Of permission, or [`TellersRefused::NotATeller`] for anyone else who sees the assembly.
    pub async fn papers(&self, viewer: &Viewer, id: AssemblyId, poll: PollId) -> Result<Papers, Error> {
        let database = self.store().read();
        let counted = Counted::load(database, viewer, id, poll).await?;
        let (me, runs) = (me(viewer)?, runs(viewer, &counted.sitting));
        if !runs && !counted.tellers.iter().any(|teller| teller.person == me.person) {
            return Err(TellersRefused::NotATeller.into());
        }
        let handed_out = counted.sitting.roll.iter().filter(|entry| counted.handed_out.contains(&entry.organization));
        let names = names(database, id).await?;
        Ok(Papers {
            open: counted.state == PollState::Open,
            printed: counted.asked.printed(),
            may_write: counted.may_begin(&me),
            runs,
            lines: counted.lines(),
            handed_out: handed_out.map(|entry| entry.name.clone()).collect(),
            mine: counted.sheets.iter().find(|sheet| sheet.teller.person == me.person).cloned(),
            begun: counted.sheets.iter().map(|sheet| (sheet.teller.name.clone(), sheet.handed_in)).collect(),
            differing: counted.differing(me.person),
            missing: unfinished(&counted.sheets, counted.handed_out.len()),
            seen: counted.seen(),
            urn: counted.urn.map(|urn| named(urn, &names)),
        })
    }

    /// A teller hands out a paper: the organization is marked, and does not vote on a screen any more.
    ///
    /// # Errors
    /// Of permission, or a refusal: not there, voted already, another weight or college than the papers before.
    pub async fn hand_out_paper(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        poll: PollId,
        organization: OrganizationId,
    ) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let counted = Counted::load(unit.read(), viewer, id, poll).await?;
                let person = viewer.person()?;
                if !counted.tellers.iter().any(|teller| teller.person == person) {
                    return Err(TellersRefused::NotATeller.into());
                }
                counted.still_open()?;
                let entry = counted.sitting.entry(organization).ok_or(CastRefused::NotOnRoll)?;
                if counted.handed_out.contains(&organization) {
                    return Ok(());
                }
                if counted.sitting.presence.of(organization) == Representation::Absent {
                    let (name, why) = (entry.name.clone(), LineRefused::NotHere);
                    return Err(TellersRefused::Line { name, why }.into());
                }
                counted.asked.may_vote(entry)?;
                may_hand_out(counted.stamp(), counted.asked.stamp(entry), &entry.name)?;
                secrecy::hand_out(unit, counted.poll, organization).await
            })
        })
        .await
    }

    /// Takes what a teller has read from the urn, one line a paper, in place of what they wrote before.
    ///
    /// # Errors
    /// Of permission, or a refusal: closed, not a teller, a line that is no paper.
    pub async fn write_urn_sheet(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        poll: PollId,
        lines: &str,
        handed_in: bool,
    ) -> Result<(), Error> {
        let (viewer, lines) = (viewer.clone(), lines.to_owned());
        self.store()
            .write(move |unit| {
                let (viewer, lines) = (viewer.clone(), lines.clone());
                Box::pin(async move {
                    let counted = Counted::load(unit.read(), &viewer, id, poll).await?;
                    let me = me(&viewer)?;
                    counted.may_begin(&me)?;
                    counted.still_open()?;
                    let printed = counted.asked.printed();
                    let mut papers = Vec::new();
                    for (number, line) in (1..).zip(lines.lines()).filter(|(_, line)| !line.trim().is_empty()) {
                        let read = printed.read(line).filter(|_| papers.len() < PAPERS);
                        papers.push(read.ok_or(TellersRefused::NoPaper { line: number })?);
                    }
                    // In whatever order they came, they are kept in one that tells nothing.
                    papers.sort_unstable();
                    let before = urn_sheet::Entity::find_by_id((counted.poll.0, me.person.0)).one(unit.read()).await?;
                    let row = urn_sheet::ActiveModel {
                        poll_id: Set(counted.poll.0),
                        teller_id: Set(me.person.0),
                        papers: Set(serde_json::to_value(&papers)?),
                        handed_in: Set(handed_in),
                        version: Set(before.map_or(1, |before| before.version + 1)),
                    };
                    let again = OnConflict::columns([urn_sheet::Column::PollId, urn_sheet::Column::TellerId])
                        .update_columns([
                            urn_sheet::Column::Papers,
                            urn_sheet::Column::HandedIn,
                            urn_sheet::Column::Version,
                        ])
                        .to_owned();
                    urn_sheet::Entity::insert(row).on_conflict(again).exec_without_returning(unit.write()).await?;
                    Ok::<_, Error>(())
                })
            })
            .await
    }

    /// One of the two tellers signs off what both have read: the papers go into the box, all at once.
    ///
    /// # Errors
    /// Of permission, or a refusal: closed, not both, not the same, more papers than were handed out.
    pub async fn sign_off_urn(&self, viewer: &Viewer, id: AssemblyId, poll: PollId, seen: &str) -> Result<Urn, Error> {
        let seen = seen.to_owned();
        self.in_room(viewer, id, move |unit, viewer| {
            let seen = seen.clone();
            Box::pin(async move {
                let counted = Counted::load(unit.read(), viewer, id, poll).await?;
                let signer = viewer.person()?;
                counted.may_begin(&me(viewer)?)?;
                counted.still_open()?;
                let stamp = counted.stamp().unwrap_or(Stamp::ONE);
                let out = (counted.handed_out.len(), stamp);
                let (settled, papers) = sign_off(&counted.tellers, &counted.sheets, signer, out)?;
                if counted.seen() != seen {
                    return Err(TellersRefused::Changed.into());
                }
                counted.asked.pour(unit, counted.poll, &papers, &settled).await?;
                settle(unit, counted.poll, &settled).await?;
                let told = serde_json::json!({ "assembly": id, "poll": counted.poll, "urn": settled });
                unit.record(signer, Some(counted.sitting.row.network_id), "urn_signed_off", told);
                Ok(settled)
            })
        })
        .await
    }

    /// Whoever runs the assembly discards the sheets, so that two tellers read the urn anew; where there is none, the
    /// papers themselves: none of them counts, and those to whom they were handed out have voted.
    ///
    /// # Errors
    /// Of permission, or a refusal: there is none.
    pub async fn discard_papers(&self, viewer: &Viewer, id: AssemblyId, poll: PollId) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let counted = Counted::load(unit.read(), viewer, id, poll).await?;
                let network = NetworkId(counted.sitting.row.network_id);
                viewer.require(Action::RunAssembly, Scope::Network(network))?;
                counted.still_open()?;
                let handed_out = counted.handed_out.len();
                if counted.sheets.is_empty() && handed_out == 0 {
                    return Err(TellersRefused::NoSheet.into());
                }
                if !counted.sheets.is_empty() {
                    let sheets = urn_sheet::Entity::delete_many();
                    let sheets = sheets.filter(urn_sheet::Column::PollId.eq(counted.poll.0));
                    sheets.exec(unit.write()).await?;
                    let of: Vec<PersonId> = counted.sheets.iter().map(|sheet| sheet.teller.person).collect();
                    let told = serde_json::json!({ "assembly": id, "poll": counted.poll, "tellers": of });
                    unit.record(viewer.person()?, Some(network.0), "sheets_discarded", told);
                    return Ok(());
                }
                let stamp = counted.stamp().unwrap_or(Stamp::ONE);
                let settled = Urn { handed_out, valid: 0, null: 0, stamp, tellers: Vec::new() };
                settle(unit, counted.poll, &settled).await?;
                let told = serde_json::json!({ "assembly": id, "poll": counted.poll, "urn": settled });
                unit.record(viewer.person()?, Some(network.0), "urn_discarded", told);
                Ok(())
            })
        })
        .await
    }
}
