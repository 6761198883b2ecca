//! What an auditor does with an assembly that is over: counts it again, and finds what was touched.

use domain::{
    assemblies::{CourseRefused, State},
    bundle::{Bundle, Entry, Unsound, check},
    ids::PollId,
    journal::{Hash, Line, digits, follow},
    polls::Choice,
};
use services::Error;

use super::fixture::{ADMINISTRATOR, Assembly, House, STRANGER, course, of};
use crate::support::for_each_database;

/// A session with a proxy, a changed vote and an early departure, until its end.
async fn over(house: &House) -> (Assembly, PollId) {
    let (assembly, poll) = house.voting().await;
    house.gives(&assembly, "Écluse", "Abri").await.expect("a proxy");
    for (by, name, choice) in [
        ("Abri", "Abri", Choice::Against),
        ("Abri", "Écluse", Choice::For),
        ("Boussole", "Boussole", Choice::For),
        ("Abri", "Abri", Choice::For),
        ("Cèdre", "Cèdre", Choice::Abstain),
    ] {
        house.votes(&assembly, poll, &of(by), name, choice).await.expect("a vote");
    }
    house.leaves(&assembly, "Digue").await.expect("a departure");
    let chair = house.viewer(ADMINISTRATOR).await;
    house.services.close_poll(&chair, poll).await.expect("a result");
    (assembly, poll)
}

async fn bundle(house: &House, who: &str, assembly: &Assembly) -> Result<Bundle, Error> {
    house.services.bundle(&house.viewer(who).await, assembly.id).await
}

/// Chains the lines anew, as someone would who has the database and no shame.
pub fn forged(mut bundle: Bundle, change: impl Fn(&mut Line)) -> Bundle {
    let byte = |at: usize| u8::from_str_radix(&bundle.before[2 * at..2 * at + 2], 16).expect("digits");
    let mut reached: Hash = std::array::from_fn(byte);
    for entry in &mut bundle.lines {
        let content = match entry {
            Entry::Told(line) => {
                change(line);
                line.content()
            }
            Entry::Sealed { content, .. } => {
                std::array::from_fn(|at| u8::from_str_radix(&content[2 * at..2 * at + 2], 16).expect("digits"))
            }
        };
        reached = follow(&reached, &content);
    }
    Bundle { head: digits(&reached), ..bundle }
}

#[tokio::test]
async fn anyone_counts_the_votes_again_from_the_bundle() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, _) = over(&house).await;
        let early = course(bundle(&house, ADMINISTRATOR, &assembly).await);
        assert_eq!(early, CourseRefused::NotNow { state: State::Open });
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let stranger = bundle(&house, STRANGER, &assembly).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");

        let made = bundle(&house, &of("Abri"), &assembly).await.expect("a bundle");
        // As the file that somebody downloads.
        let read: Bundle = serde_json::from_str(&serde_json::to_string(&made).expect("a file")).expect("a bundle");
        assert_eq!(read, made);
        let checked = check(&read).expect("a sound bundle");
        assert!(checked.agrees(), "{checked:?}");
        assert_eq!(checked.polls.len(), 1);
        assert_eq!(checked.polls[0].again.tally.in_favour.heads, 3, "Abri changed its mind, Écluse voted by proxy");
        assert_eq!(checked.polls[0].again.tally.abstained.heads, 1);
        assert_eq!(made.hash_at(checked.last), Some(made.head.clone()));
    })
    .await;
}

#[tokio::test]
async fn whatever_is_touched_in_a_bundle_shows() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, _) = over(&house).await;
        let chair = house.viewer(ADMINISTRATOR).await;
        house.services.close_session(&chair, assembly.id).await.expect("an end");
        let made = bundle(&house, ADMINISTRATOR, &assembly).await.expect("a bundle");

        let mut altered = made.clone();
        for entry in &mut altered.lines {
            if let Entry::Told(line) = entry {
                line.payload = line.payload.replace("\"choice\":\"abstain\"", "\"choice\":\"against\"");
            }
        }
        assert_eq!(check(&altered), Err(Unsound::Altered));
        let mut shorter = made.clone();
        shorter.lines.remove(3);
        assert!(matches!(check(&shorter), Err(Unsound::Order { .. })));

        // A whole new chain holds in itself: then the count disagrees with what was told, and the
        // hash with the one in minutes that were kept.
        let new = forged(made.clone(), |line| {
            line.payload = line.payload.replace("\"choice\":\"abstain\"", "\"choice\":\"against\"");
        });
        let checked = check(&new).expect("a chain");
        assert!(!checked.agrees(), "a vote was changed and the result was not: {checked:?}");
        assert_ne!(new.hash_at(checked.last), made.hash_at(checked.last));
    })
    .await;
}
