//! The sheets of a vote by name: writing, comparing, signing off, discarding.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Scope},
    assemblies::ItemKind,
    ballots::Said,
    ids::{AssemblyId, NetworkId, OrganizationId, PersonId, PollId},
    polls::{CastAs, CastRefused, Choice, PollState},
    proxies::Representation,
    tellers::{
        Compared, Meeting, Sheet, SignedOff, Teller, TellersRefused, Unfinished, Way, compare, may_begin, may_stand,
        may_write, pair, sign_off, unfinished,
    },
};
use entities::{Unit, assemblies::vote, tellers::sheet};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, sea_query::OnConflict,
};

use super::{appointed, me, names, poll_seen, runs};
use crate::{Error, Services, Viewer, assemblies::sitting::Sitting, ballots::form_of};

/// Rows in one statement: SQLite takes so many parameters and no more.
const ROWS: usize = 500;

/// What a teller has written, on its way in.
#[derive(Clone, Debug)]
pub struct NewSheet {
    /// In which way the votes were given.
    pub way: Way,
    /// What each organization said.
    pub votes: BTreeMap<OrganizationId, Choice>,
    /// Whether the teller has finished.
    pub handed_in: bool,
}

/// A poll as one teller, or whoever runs the assembly, sees it. Nobody reads another's sheet before both are handed in.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// Whether votes are taken.
    pub open: bool,
    /// The tellers of the assembly.
    pub tellers: Vec<Teller>,
    /// Whether the viewer may write: a teller, while no two others do.
    pub may_write: Result<(), TellersRefused>,
    /// Whether the viewer runs the assembly.
    pub runs: bool,
    /// What the viewer has written.
    pub mine: Option<Sheet>,
    /// Whose sheets are begun, and how far they are.
    pub begun: Vec<Begun>,
    /// Organizations that may stand on a sheet, by name.
    pub lines: Vec<Line>,
    /// The two sheets beside each other, the viewer's first: for the two who wrote them, once both are handed in.
    pub compared: Option<Compared>,
    /// What is missing before the sign-off; `None` where nobody has begun.
    pub missing: Option<Unfinished>,
    /// What was read: handed back with the sign-off.
    pub seen: String,
    /// Who voted on paper or by a raised hand, signed off, by name; with what they said once the poll is closed.
    pub on_record: Vec<OnRecord>,
}

/// A sheet that is begun.
#[derive(Clone, Debug)]
pub struct Begun {
    /// By whom.
    pub name: String,
    /// In which way.
    pub way: Way,
    /// Whether it is handed in.
    pub handed_in: bool,
}

/// An organization that may stand on a sheet.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its voices.
    pub weight: u64,
    /// Who votes for it, where another organization holds its proxy.
    pub by_proxy_of: Option<String>,
}

/// A vote that two tellers signed off.
#[derive(Clone, Debug)]
pub struct OnRecord {
    /// Whose.
    pub organization: String,
    /// In which way.
    pub way: Way,
    /// The two tellers.
    pub tellers: [String; 2],
    /// What it said: nobody hears of it before the close.
    pub choice: Option<Choice>,
}

/// A poll of a motion or an amendment, with everything that sheets meet.
struct Counted {
    sitting: Sitting,
    state: PollState,
    tellers: Vec<Teller>,
    votes: BTreeMap<OrganizationId, (CastAs, Choice)>,
    cast: BTreeMap<OrganizationId, CastAs>,
    sheets: Vec<Sheet>,
    /// Versions of the sheets, in the order of their tellers.
    versions: String,
}

impl Counted {
    async fn load(
        database: &impl ConnectionTrait,
        viewer: &Viewer,
        id: AssemblyId,
        poll: PollId,
    ) -> Result<Self, Error> {
        let (sitting, row, item) = poll_seen(database, viewer, id, poll).await?;
        // Papers of a secret vote go into the urn: they have no name.
        let kind: ItemKind = item.kind.parse()?;
        if kind != ItemKind::Motion || form_of(database, poll).await?.secret.is_some() {
            return Err(Error::NotFound);
        }
        let mut votes = BTreeMap::new();
        for row in vote::Entity::find().filter(vote::Column::PollId.eq(poll.0)).all(database).await? {
            let cast_as: CastAs = serde_json::from_value(row.cast_as)?;
            let said: Said = row.choice.parse()?;
            votes.insert(OrganizationId(row.organization_id), (cast_as, said.head()));
        }
        let cast = votes.iter().map(|(organization, (cast_as, _))| (*organization, *cast_as)).collect();
        let (sheets, versions) = stored(database, id, poll).await?;
        let tellers = appointed(database, id).await?;
        Ok(Self { sitting, state: row.state.parse()?, tellers, votes, cast, sheets, versions })
    }

    fn meeting(&self) -> Meeting<'_> {
        Meeting { roll: &self.sitting.roll, presence: &self.sitting.presence, votes: &self.cast }
    }

    fn still_open(&self) -> Result<(), Error> {
        if self.state == PollState::Closed { Err(CastRefused::Closed.into()) } else { Ok(()) }
    }

    /// One word for what is signed off: it changes with every change of a sheet, and when somebody who stands on one
    /// votes on a screen.
    fn seen(&self) -> String {
        let stood = pair(&self.sheets).ok().flatten().map_or(0, |pair| compare(&self.cast, pair).refused.len());
        format!("{}-{stood}", self.versions)
    }

    /// Organizations that may stand on a sheet.
    fn lines(&self) -> Vec<Line> {
        let may = |organization| may_stand(self.meeting(), &self.sheets, organization).is_ok();
        let entries = self.sitting.roll.iter().filter(|entry| may(entry.organization));
        entries
            .map(|entry| Line {
                organization: entry.organization,
                name: entry.name.clone(),
                weight: entry.weight,
                by_proxy_of: match self.sitting.presence.of(entry.organization) {
                    Representation::Represented { by } => self.sitting.entry(by).map(|holder| holder.name.clone()),
                    Representation::Present | Representation::Absent => None,
                },
            })
            .collect()
    }

    /// The two sheets beside each other, for one of the two who wrote them.
    fn compared(&self, person: PersonId) -> Option<Compared> {
        let [first, second] = pair(&self.sheets).ok()??;
        match () {
            () if first.teller.person == person => Some(compare(&self.cast, [first, second])),
            () if second.teller.person == person => Some(compare(&self.cast, [second, first])),
            () => None,
        }
    }

    fn on_record(&self, names: &BTreeMap<PersonId, String>) -> Vec<OnRecord> {
        let name = |person: PersonId| names.get(&person).cloned().unwrap_or_default();
        let entries = self.sitting.roll.iter();
        entries
            .filter_map(|entry| match self.votes.get(&entry.organization) {
                Some((CastAs::Tellers { way, tellers }, choice)) => Some(OnRecord {
                    organization: entry.name.clone(),
                    way: *way,
                    tellers: tellers.map(name),
                    choice: (self.state == PollState::Closed).then_some(*choice),
                }),
                _ => None,
            })
            .collect()
    }
}

/// The sheets of a poll that are not signed off, and their versions as one word.
async fn stored(database: &impl ConnectionTrait, id: AssemblyId, poll: PollId) -> Result<(Vec<Sheet>, String), Error> {
    let rows = sheet::Entity::find()
        .filter(sheet::Column::PollId.eq(poll.0))
        .order_by_asc(sheet::Column::TellerId)
        .all(database)
        .await?;
    if rows.is_empty() {
        return Ok((Vec::new(), String::new()));
    }
    let names = names(database, id).await?;
    let seen: Vec<String> = rows.iter().map(|row| format!("{}.{}", row.teller_id, row.version)).collect();
    let sheets = rows
        .into_iter()
        .map(|row| {
            let person = PersonId(row.teller_id);
            let name = names.get(&person).cloned().unwrap_or_default();
            Ok(Sheet {
                teller: Teller { person, name },
                way: row.way.parse()?,
                votes: serde_json::from_value(row.votes)?,
                handed_in: row.handed_in,
            })
        })
        .collect::<Result<_, Error>>()?;
    Ok((sheets, seen.join("-")))
}

/// Whether every sheet of a poll is signed off or discarded: it does not close before.
///
/// # Errors
/// A refusal with what is missing.
pub(crate) async fn all_signed_off(
    database: &impl ConnectionTrait,
    id: AssemblyId,
    poll: PollId,
    votes: &[vote::Model],
) -> Result<(), Error> {
    let (sheets, _) = stored(database, id, poll).await?;
    if sheets.is_empty() {
        return Ok(());
    }
    let mut cast = BTreeMap::new();
    for row in votes {
        cast.insert(OrganizationId(row.organization_id), serde_json::from_value(row.cast_as.clone())?);
    }
    match unfinished(&cast, &sheets) {
        Some(missing) => Err(TellersRefused::Unfinished(missing).into()),
        None => Ok(()),
    }
}

impl Services {
    /// The sheets of a poll for a teller or whoever runs the assembly.
    ///
    /// # Errors
    /// Of permission, or [`TellersRefused::NotATeller`] for anyone else who sees the assembly.
    pub async fn sheets(&self, viewer: &Viewer, id: AssemblyId, poll: PollId) -> Result<Sheets, Error> {
        let database = self.store().read();
        let counted = Counted::load(database, viewer, id, poll).await?;
        let (me, runs) = (me(viewer)?, runs(viewer, &counted.sitting));
        if !runs && !counted.tellers.iter().any(|teller| teller.person == me.person) {
            return Err(TellersRefused::NotATeller.into());
        }
        let begun =
            |sheet: &Sheet| Begun { name: sheet.teller.name.clone(), way: sheet.way, handed_in: sheet.handed_in };
        Ok(Sheets {
            open: counted.state == PollState::Open,
            may_write: may_begin(&counted.tellers, &counted.sheets, &me),
            runs,
            mine: counted.sheets.iter().find(|sheet| sheet.teller.person == me.person).cloned(),
            begun: counted.sheets.iter().map(begun).collect(),
            lines: counted.lines(),
            compared: counted.compared(me.person),
            missing: unfinished(&counted.cast, &counted.sheets),
            on_record: counted.on_record(&names(database, id).await?),
            seen: counted.seen(),
            tellers: counted.tellers,
        })
    }

    /// Takes a teller's sheet, in place of what they wrote before.
    ///
    /// # Errors
    /// Of permission, or a refusal: closed, not a teller, an organization that cannot stand on it.
    pub async fn write_sheet(&self, viewer: &Viewer, id: AssemblyId, poll: PollId, new: NewSheet) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new) = (viewer.clone(), new.clone());
                Box::pin(async move {
                    let counted = Counted::load(unit.read(), &viewer, id, poll).await?;
                    let NewSheet { way, votes, handed_in } = new;
                    let sheet = Sheet { teller: me(&viewer)?, way, votes, handed_in };
                    may_begin(&counted.tellers, &counted.sheets, &sheet.teller)?;
                    counted.still_open()?;
                    may_write(counted.meeting(), &counted.tellers, &counted.sheets, &sheet)?;
                    let before = sheet::Entity::find_by_id((poll.0, sheet.teller.person.0)).one(unit.read()).await?;
                    let row = sheet::ActiveModel {
                        poll_id: Set(poll.0),
                        teller_id: Set(sheet.teller.person.0),
                        way: Set(way.to_string()),
                        votes: Set(serde_json::to_value(&sheet.votes)?),
                        handed_in: Set(handed_in),
                        version: Set(before.map_or(1, |before| before.version + 1)),
                        saved_at: Set(unit.now()),
                    };
                    let again = OnConflict::columns([sheet::Column::PollId, sheet::Column::TellerId])
                        .update_columns([
                            sheet::Column::Way,
                            sheet::Column::Votes,
                            sheet::Column::HandedIn,
                            sheet::Column::Version,
                            sheet::Column::SavedAt,
                        ])
                        .to_owned();
                    sheet::Entity::insert(row).on_conflict(again).exec_without_returning(unit.write()).await?;
                    Ok::<_, Error>(())
                })
            })
            .await
    }

    /// One of the two tellers signs off what both say: from here on these are votes like any other. `seen` is
    /// [`Sheets::seen`], so that nobody signs what they have not read.
    ///
    /// # Errors
    /// Of permission, or a refusal: closed, not both, not the same, changed meanwhile.
    pub async fn sign_off_sheets(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        poll: PollId,
        seen: &str,
    ) -> Result<SignedOff, Error> {
        let seen = seen.to_owned();
        self.in_room(viewer, id, move |unit, viewer| {
            let seen = seen.clone();
            Box::pin(async move {
                let counted = Counted::load(unit.read(), viewer, id, poll).await?;
                let signer = viewer.person()?;
                may_begin(&counted.tellers, &counted.sheets, &me(viewer)?)?;
                counted.still_open()?;
                let signed = sign_off(&counted.cast, &counted.tellers, &counted.sheets, signer)?;
                if counted.seen() != seen {
                    return Err(TellersRefused::Changed.into());
                }
                record(unit, poll, signer, &signed).await?;
                sheet::Entity::delete_many().filter(sheet::Column::PollId.eq(poll.0)).exec(unit.write()).await?;
                let told = serde_json::json!({
                    "assembly": id, "poll": poll, "way": signed.way, "tellers": signed.tellers,
                    "votes": signed.votes, "stood": signed.stood,
                });
                unit.record(signer, Some(counted.sitting.row.network_id), "sheets_signed_off", told);
                Ok(signed)
            })
        })
        .await
    }

    /// Whoever runs the assembly discards the sheets of a poll: nothing on them counts.
    ///
    /// # Errors
    /// Of permission, or a refusal: there is none.
    pub async fn discard_sheets(&self, viewer: &Viewer, id: AssemblyId, poll: PollId) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let counted = Counted::load(unit.read(), &viewer, id, poll).await?;
                    let network = NetworkId(counted.sitting.row.network_id);
                    viewer.require(Action::RunAssembly, Scope::Network(network))?;
                    if counted.sheets.is_empty() {
                        return Err(TellersRefused::NoSheet.into());
                    }
                    sheet::Entity::delete_many().filter(sheet::Column::PollId.eq(poll.0)).exec(unit.write()).await?;
                    let of: Vec<PersonId> = counted.sheets.iter().map(|sheet| sheet.teller.person).collect();
                    let told = serde_json::json!({ "assembly": id, "poll": poll, "tellers": of });
                    unit.record(viewer.person()?, Some(network.0), "sheets_discarded", told);
                    Ok::<_, Error>(())
                })
            })
            .await
    }
}

/// Puts what is signed off among the votes. Nothing is on record for these organizations: their key stands against it.
async fn record(unit: &Unit, poll: PollId, signer: PersonId, signed: &SignedOff) -> Result<(), Error> {
    let cast_as = serde_json::to_value(CastAs::Tellers { way: signed.way, tellers: signed.tellers })?;
    let rows: Vec<vote::ActiveModel> = signed
        .votes
        .iter()
        .map(|(organization, choice)| {
            vote::Model {
                poll_id: poll.0,
                organization_id: organization.0,
                choice: choice.to_string(),
                cast_by: signer.0,
                cast_as: cast_as.clone(),
                request: unit.id().to_string(),
                cast_at: unit.now(),
                changes: 0,
            }
            .into_active_model()
            .reset_all()
        })
        .collect();
    for rows in rows.chunks(ROWS) {
        vote::Entity::insert_many(rows.to_vec()).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}
