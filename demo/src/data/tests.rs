use std::collections::{BTreeMap, BTreeSet};

use domain::{
    assemblies::{State, notice},
    colleges::{Candidate, College, Declaration, RollEntry, freeze_roll},
    ids::{CollegeId, OrganizationId, PersonId},
    memberships::{Status, status_on, take_step},
    organizations::name_on,
    polls::{Choice, Outcome, Verdict, count},
    proxies::{Presence, may_give},
    quorum::quorum,
    sign_in::{ConnectionState, claimable_domain, may_come_from_claims, normalized_address},
};
use uuid::Uuid;

use super::*;

fn demo() -> Demo {
    Demo::load().expect("the data can be read")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

fn assert_unique<'a>(what: &str, words: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for word in words {
        assert!(seen.insert(word), "{what} {word} twice");
    }
}

/// Where a membership stood on a day, step by step through the workflow of the domain.
fn statuses(membership: &Membership) -> Vec<(NaiveDate, Status)> {
    let mut steps = membership.steps.iter();
    let first = steps.next().expect("a membership has steps");
    assert_eq!(first.step, Step::Apply, "{}", membership.organization);
    let mut taken = vec![(first.on.date(today()), Status::Applied)];
    for step in steps {
        let (previous, status) = *taken.last().expect("the application");
        let on = step.on.date(today());
        let next = take_step(status, previous, step.step, on, step.decision.as_deref())
            .unwrap_or_else(|refused| panic!("{}: {refused}", membership.organization));
        taken.push((on, next));
    }
    taken
}

fn organization_id(demo: &Demo, slug: &str) -> OrganizationId {
    let index = demo.organizations.iter().position(|one| one.slug == slug).expect("an organization");
    OrganizationId(Uuid::from_u128(index as u128 + 1))
}

fn person_id(demo: &Demo, slug: &str) -> PersonId {
    let index = demo.people.iter().position(|one| one.slug == slug).expect("a person");
    PersonId(Uuid::from_u128(index as u128 + 1))
}

fn roll(demo: &Demo, assembly: &Assembly) -> Vec<RollEntry> {
    let network = demo.network(&assembly.network).expect("a network");
    let day = assembly.on.date(today());
    let reference = day - chrono::Days::new(network.rules.reference_days.into());
    let candidates: Vec<Candidate> = demo
        .members(&network.slug)
        .map(|membership| {
            let index = network.colleges.iter().position(|one| one.slug == membership.college).expect("a college");
            let college = &network.colleges[index];
            let organization = demo.organization(&membership.organization).expect("an organization");
            Candidate {
                organization: organization_id(demo, &membership.organization),
                name: name_on(&organization.names, day).expect("a name").name.clone(),
                college: Some(College {
                    id: CollegeId(Uuid::from_u128(index as u128 + 1)),
                    name: college.slug.clone(),
                    weight: college.weight.clone(),
                }),
                status: status_on(&statuses(membership), reference),
                declarations: membership
                    .figures
                    .iter()
                    .map(|f| Declaration { figure: f.figure, value: f.value, as_of: f.as_of.date(today()) })
                    .collect(),
            }
        })
        .collect();
    freeze_roll(&candidates, reference).0
}

fn assembly<'a>(demo: &'a Demo, slug: &str) -> &'a Assembly {
    demo.assemblies.iter().find(|one| one.slug == slug).expect("an assembly")
}

/// Plays an assembly by the rules of the domain, and returns the outcome of each vote.
fn play(demo: &Demo, assembly: &Assembly) -> Vec<Outcome> {
    let network = demo.network(&assembly.network).expect("a network");
    let (roll, rules) = (roll(demo, assembly), network.rules.of(assembly.kind));
    let on_roll = |slug: &str| roll.iter().any(|entry| entry.organization == organization_id(demo, slug));
    let represents = |person: &str, organization: &str, day: NaiveDate| {
        demo.mandates.iter().any(|mandate| {
            mandate.person == person
                && mandate.organization.as_deref() == Some(organization)
                && mandate.role.represents()
                && mandate.from.date(today()) <= day
                && mandate.until.is_none_or(|until| day <= until.date(today()))
        })
    };
    let (mut presence, mut votes, mut outcomes) = (Presence::default(), Vec::new(), Vec::new());
    let (mut in_session, mut open) = (false, None);
    for (moment, occurrence) in assembly.timeline(today()).expect("somebody speaks for everyone who votes") {
        let id = |slug: &str| organization_id(demo, slug);
        match occurrence {
            Occurrence::ProxyGiven(proxy) => {
                assert!(represents(&proxy.given_by, &proxy.from, moment.date()), "{}", proxy.given_by);
                may_give(&network.rules.proxies, &roll, &presence, id(&proxy.from), id(&proxy.to))
                    .unwrap_or_else(|refused| panic!("{} → {}: {refused}", proxy.from, proxy.to));
                presence.give(id(&proxy.from), id(&proxy.to));
            }
            Occurrence::Arrival(row) => {
                assert!(on_roll(&row.organization), "{} is not on the roll", row.organization);
                assert!(represents(&row.person, &row.organization, moment.date()), "{}", row.person);
                presence.arrive(id(&row.organization), person_id(demo, &row.person));
            }
            Occurrence::Departure(row) => {
                presence.leave(id(&row.organization), person_id(demo, &row.person));
            }
            Occurrence::SessionOpens => in_session = true,
            Occurrence::ItemBegins(_) => {
                assert!(in_session && open.is_none());
                assert!(quorum(&rules.quorum, &roll, &presence).reached, "quorum at {moment}");
            }
            Occurrence::PollOpens(item) => {
                assert!(in_session && open.replace(item).is_none());
                assert!(quorum(&rules.quorum, &roll, &presence).reached, "quorum at {moment}");
            }
            Occurrence::Vote { item, organization, holder, person, choice } => {
                assert_eq!(open, Some(item));
                assert!(on_roll(organization), "{organization} is not on the roll");
                let speaks_for = holder.unwrap_or(organization);
                assert!(presence.is_here(id(speaks_for), person_id(demo, person)), "{person} at {moment}");
                if let Some(holder) = holder {
                    assert_eq!(presence.given_by(id(organization)), Some(id(holder)), "{organization}");
                }
                assert!(votes.iter().all(|(voter, _)| *voter != id(organization)), "{organization} votes twice");
                votes.push((id(organization), choice));
            }
            Occurrence::PollCloses(item) => {
                assert_eq!(open.take(), Some(item));
                let state = quorum(&rules.quorum, &roll, &presence);
                outcomes.push(count(&rules.majority, &roll, &presence, &votes, state));
                votes.clear();
            }
            Occurrence::SessionCloses => in_session = false,
        }
    }
    assert!(!in_session && open.is_none(), "{} was left open", assembly.slug);
    outcomes
}

#[test]
fn five_networks_and_one_that_a_network_belongs_to() {
    let demo = demo();
    let slugs: Vec<_> = demo.networks.iter().map(|network| network.slug.as_str()).collect();
    assert_eq!(
        slugs,
        ["interlogement93", "interfaces", "interlignes", "increase", "transfrontalier", "federation-nationale"]
    );
    let federation = demo.members("federation-nationale").next().expect("a member");
    assert!(demo.networks.iter().any(|network| network.host == federation.organization));
}

#[test]
fn forty_one_members_today_and_in_2022() {
    let demo = demo();
    let standing: BTreeMap<_, _> = demo
        .members("interlogement93")
        .map(|membership| (membership.organization.as_str(), statuses(membership).last().expect("a step").1))
        .collect();
    assert_eq!(standing.values().filter(|status| **status == Status::Admitted).count(), 41);
    assert_eq!(standing["association-candidate"], Status::Applied);
    assert_eq!(standing["association-sortie"], Status::Left);
    for slug in ["ago-2022", "ago-du-jour"] {
        let roll = roll(&demo, assembly(&demo, slug));
        assert_eq!(roll.len(), 41, "{slug}");
        let weights: BTreeSet<_> = roll.iter().map(|entry| entry.weight).collect();
        assert_eq!(weights, BTreeSet::from([1, 2, 3, 4]), "every bracket is met");
    }
}

#[test]
fn no_slug_stands_for_two() {
    let demo = demo();
    assert_unique("organization", demo.organizations.iter().map(|one| one.slug.as_str()));
    assert_unique("person", demo.people.iter().map(|one| one.slug.as_str()));
    assert_unique("network", demo.networks.iter().map(|one| one.slug.as_str()));
    assert_unique("issuer", demo.connections.iter().map(|one| one.issuer.as_str()));
    assert_unique("connection of", demo.connections.iter().map(|one| one.organization.as_str()));
    assert_unique("address", demo.people.iter().filter_map(|one| one.email.as_deref()));
    assert_unique("name", demo.people.iter().map(|one| one.display_name.as_str()));
    for network in &demo.networks {
        assert_unique("college", network.colleges.iter().map(|one| one.slug.as_str()));
        assert_unique("member", demo.members(&network.slug).map(|one| one.organization.as_str()));
        let assemblies = demo.assemblies.iter().filter(|one| one.network == network.slug);
        assert_unique("assembly", assemblies.map(|one| one.slug.as_str()));
    }
    for connection in &demo.connections {
        assert_unique("subject", connection.accounts.iter().map(|one| one.subject.as_str()));
    }
}

#[test]
fn everything_that_is_referred_to_is_there() {
    let demo = demo();
    let organization = |slug: &str| assert!(demo.organization(slug).is_some(), "no organization {slug}");
    let person = |slug: &str| assert!(demo.person(slug).is_some(), "no person {slug}");
    for network in &demo.networks {
        organization(&network.host);
        assert!(network.languages.contains(&network.default_language), "{}", network.slug);
        assert!(network.names.len() == 3 && network.about.len() == 3, "{} in three languages", network.slug);
        for college in &network.colleges {
            college.weight.validate().expect("brackets ascend from zero");
            assert_eq!(college.names.len(), 3, "{} in three languages", college.slug);
        }
    }
    for membership in &demo.memberships {
        organization(&membership.organization);
        let network = demo.network(&membership.network).expect("a network");
        assert!(network.colleges.iter().any(|one| one.slug == membership.college), "{}", membership.organization);
        statuses(membership);
        membership.steps.iter().filter_map(|step| step.by.as_deref()).for_each(person);
    }
    for mandate in &demo.mandates {
        person(&mandate.person);
        match (&mandate.network, &mandate.organization) {
            (Some(slug), None) => {
                assert!(mandate.role.is_of_network(), "{}: {}", mandate.person, mandate.role);
                assert!(demo.network(slug).is_some(), "no network {slug}");
            }
            (None, Some(slug)) => {
                assert!(!mandate.role.is_of_network(), "{}: {}", mandate.person, mandate.role);
                organization(slug);
            }
            _ => panic!("{}: a mandate is held in a network or in an organization", mandate.person),
        }
        let (from, until) = (mandate.from.date(today()), mandate.until.map(|until| until.date(today())));
        assert!(until.is_none_or(|until| from <= until), "{}", mandate.person);
    }
    for one in &demo.people {
        assert!(demo.mandates.iter().any(|mandate| mandate.person == one.slug), "{} has no mandate", one.slug);
    }
    for assembly in &demo.assemblies {
        for slug in [&assembly.chair, &assembly.secretary, &assembly.convened_by] {
            person(slug);
            let network_role =
                |mandate: &&Mandate| mandate.person == *slug && mandate.network.as_ref() == Some(&assembly.network);
            assert!(demo.mandates.iter().any(|mandate| network_role(&mandate)), "{slug} is nobody in the network");
        }
        assert!(assembly.items.iter().all(|item| item.title.len() == 3), "{} in three languages", assembly.slug);
    }
}

#[test]
fn every_address_is_an_example() {
    let demo = demo();
    let people = demo.people.iter().filter_map(|one| one.email.as_deref());
    let organizations = demo.organizations.iter().map(|one| one.email.as_str());
    let accounts = demo.connections.iter().flat_map(|one| &one.accounts).map(|account| account.email.as_str());
    for address in people.chain(organizations).chain(accounts) {
        assert!(address.ends_with(".example"), "{address}");
        assert_eq!(normalized_address(address).as_deref(), Some(address));
    }
    for phone in demo.organizations.iter().filter_map(|one| one.phone.as_deref()) {
        assert!(phone.starts_with("+33 1 99 00 "), "{phone} is not reserved for fiction");
    }
    for identifier in demo.organizations.iter().flat_map(|one| &one.identifiers) {
        identifier.register.parse(&identifier.value).expect("a valid form");
    }
    for site in demo.organizations.iter().flat_map(|one| &one.sites) {
        let street = site.street.to_lowercase();
        assert!(street.contains("démonstration") || street.contains("demonstratie"), "{}", site.street);
    }
}

#[test]
fn connections_are_of_several_issuers_and_sign_in_their_own_people() {
    let demo = demo();
    let network: BTreeSet<_> = demo.members("interlogement93").map(|one| one.organization.as_str()).collect();
    let active = |one: &&Connection| one.state == ConnectionState::Active;
    let members = demo.connections.iter().filter(active).filter(|one| network.contains(one.organization.as_str()));
    assert!(members.count() >= 5);
    assert!(demo.connections.iter().any(|one| one.state == ConnectionState::Draft));
    for connection in &demo.connections {
        assert!(demo.organization(&connection.organization).is_some());
        for domain in &connection.domains {
            assert_eq!(claimable_domain(&domain.name).as_deref(), Ok(domain.name.as_str()));
            assert_eq!(domain.proof.is_some(), connection.state == ConnectionState::Active, "{}", domain.name);
        }
        for rule in &connection.claim_rules {
            assert!(may_come_from_claims(rule.role), "{}", rule.value);
        }
        for account in &connection.accounts {
            let domain = account.email.split('@').next_back();
            assert!(connection.domains.iter().any(|one| Some(one.name.as_str()) == domain), "{}", account.email);
            if let Some(slug) = &account.person {
                let person = demo.person(slug).expect("a person");
                assert_eq!((&account.name, Some(&account.email)), (&person.display_name, person.email.as_ref()));
            }
        }
    }
}

#[test]
fn some_people_are_in_two_networks_or_two_organizations_and_some_have_no_address() {
    let demo = demo();
    let of = |person: &str| demo.mandates.iter().filter(|one| one.person == person).collect::<Vec<_>>();
    assert!(of("aurore-delegation").iter().any(|one| one.network.as_deref() == Some("interlignes")));
    assert!(demo.members("interlignes").any(|one| one.organization == "aurore"));
    let organizations: BTreeSet<_> =
        of("metabole-93-tresorerie").iter().filter_map(|one| one.organization.as_deref()).collect();
    assert_eq!(organizations, BTreeSet::from(["coallia", "metabole-93"]));
    let concerned = demo.person("personne-accompagnee-nenuphar").expect("the person concerned");
    assert!(concerned.pseudonym.is_some() && concerned.email.is_none());
}

#[test]
fn the_project_of_2022_was_adopted_unanimously() {
    let demo = demo();
    let held = assembly(&demo, "ago-2022");
    assert_eq!(held.on.date(today()), NaiveDate::from_ymd_opt(2022, 6, 2).expect("a day"));
    assert!(held.items.iter().all(|item| item.minutes.is_some()));
    let outcomes = play(&demo, held);
    assert_eq!(outcomes.len(), 3);
    for outcome in &outcomes {
        assert_eq!(outcome.verdict, Verdict::Adopted);
        assert_eq!((outcome.tally.against.heads, outcome.tally.abstained.heads), (0, 0));
    }
    let project = &outcomes[1].tally;
    assert_eq!((project.in_favour.heads, project.present.heads), (36, 36), "all who were present or represented");
}

#[test]
fn a_vote_of_2003_is_of_psp() {
    let demo = demo();
    let held = assembly(&demo, "ag-2003");
    let names: Vec<_> = roll(&demo, held).into_iter().map(|entry| entry.name).collect();
    assert!(names.contains(&"Point Services aux Particuliers".to_owned()), "{names:?}");
    let outcomes = play(&demo, held);
    assert!(outcomes.iter().all(Outcome::adopted));
    assert_eq!(outcomes[1].tally.against.heads, 1);
    let interfaces = demo.organization("interfaces").expect("INTERFACES");
    assert_eq!(name_on(&interfaces.names, today()).map(|name| name.name.as_str()), Some("INTERFACES"));
}

#[test]
fn assemblies_are_convened_in_time_and_motions_stand_in_the_networks_languages() {
    let demo = demo();
    for assembly in &demo.assemblies {
        let network = demo.network(&assembly.network).expect("a network");
        let (sent, held) = (assembly.convened_on.date(today()), assembly.on.date(today()));
        notice(&network.rules.of(assembly.kind), sent, held)
            .unwrap_or_else(|short| panic!("{}: {short}", assembly.slug));
        let reference = held - chrono::Days::new(network.rules.reference_days.into());
        assert!(reference <= sent, "{}: the roll is frozen when the assembly is convened", assembly.slug);
        assert_eq!(assembly.state == State::Closed, assembly.closed_at.is_some(), "{}", assembly.slug);
        for motion in assembly.items.iter().filter_map(|item| item.motion.as_ref()) {
            assert!(network.languages.iter().all(|locale| motion.text.contains_key(locale)), "{}", assembly.slug);
            assert_eq!(motion.ballot.is_some(), assembly.state == State::Closed, "{}", assembly.slug);
        }
        play(&demo, assembly);
    }
}

#[test]
fn the_assembly_of_today_waits_to_be_opened() {
    let demo = demo();
    let waiting = assembly(&demo, "ago-du-jour");
    assert_eq!((waiting.on.date(today()), waiting.state), (today(), State::Convened));
    assert!(waiting.items.iter().filter(|item| item.motion.is_some()).count() >= 5);
    assert!(waiting.attendance.is_empty());
    let timeline = waiting.timeline(today()).expect("proxies only");
    assert_eq!(timeline.len(), waiting.proxies.len());
}

#[test]
fn votes_come_in_the_order_of_the_clock() {
    let demo = demo();
    let held = assembly(&demo, "ago-2022");
    let timeline = held.timeline(today()).expect("a timeline");
    assert!(timeline.is_sorted_by_key(|(moment, _)| *moment));
    let votes = timeline.iter().filter(|(_, one)| matches!(one, Occurrence::Vote { choice: Choice::For, .. }));
    assert_eq!(votes.count(), 34 + 36 + 35);
}

#[test]
fn a_text_falls_back_to_the_networks_language() {
    let text = Localized::from([(Locale::Fr, "bonjour".to_owned())]);
    assert_eq!(text_in(&text, Locale::Nl, Locale::Fr), "bonjour");
    assert_eq!(text_in(&text, Locale::Nl, Locale::En), "");
}
