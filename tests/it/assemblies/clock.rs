//! A clock that jumps, as after a correction or with a wrong battery: what was acknowledged stands, and the result follows
//! from what was said, in the order of the journal.

use domain::{
    bundle::check,
    polls::{Choice, Verdict},
};
use services::{Refusal, audit::Verified};

use super::fixture::{ADMINISTRATOR, House, at, of, refusal};
use crate::support::for_each_database;

#[tokio::test]
async fn a_clock_that_jumps_takes_no_vote_away() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let vote = async |name: &str, choice| {
            house.votes(&assembly, poll, &of(name), name, choice).await.expect("a vote").changed
        };
        assert!(!vote("Abri", Choice::For).await);

        house.world.time.set(at("2026-03-30T11:55:00Z"));
        assert!(vote("Abri", Choice::Against).await, "said later, though the clock says earlier");
        assert!(!vote("Boussole", Choice::For).await);
        house.arrives(&assembly, "Écluse").await.expect("an arrival");
        house.leaves(&assembly, "Digue").await.expect("a departure");

        // The day before: nobody comes in any more, whoever is there goes on.
        house.world.time.set(at("2026-03-29T12:00:00Z"));
        assert_eq!(refusal(house.arrives(&assembly, "Fontaine").await), Refusal::Named("before-the-day"));
        assert!(!vote("Écluse", Choice::For).await);

        house.world.time.set(at("2026-03-31T13:00:00Z"));
        assert!(!vote("Cèdre", Choice::For).await);
        let chair = house.viewer(ADMINISTRATOR).await;
        let (_, outcome) = house.services.close_poll(&chair, poll).await.expect("a result");
        let told = (outcome.tally.in_favour.weight, outcome.tally.against.weight, outcome.tally.present.heads);
        assert_eq!((outcome.verdict, told), (Verdict::Adopted, (7, 1, 4)));
        house.services.close_session(&chair, assembly.id).await.expect("an end");

        let bundle = house.services.bundle(&chair, assembly.id).await.expect("a bundle");
        assert!(check(&bundle).expect("a sound bundle").agrees());
        assert!(matches!(house.services.verify_journal().await, Ok(Verified::Whole { .. })));
        let minutes = house.services.minutes(&chair, assembly.id).await.expect("minutes");
        assert_eq!(minutes.room.attendances.len(), 5);
    })
    .await;
}
