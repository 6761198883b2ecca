//! Who speaks next: the list of speakers on an item, and points of order.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::assemblies::State;

text_enum! {
    /// By which rule speakers follow each other.
    pub enum SpeakingOrder {
        /// In the order in which they asked.
        FirstCome = "first_come",
        /// In that order, but never two of the same list in succession while someone of another waits.
        Alternating = "alternating",
    }
}

text_enum! {
    /// The list in which someone says to stand, for lists that alternate.
    pub enum SpeakerList {
        /// Women.
        Women = "women",
        /// Men.
        Men = "men",
        /// Neither, or not said.
        Unstated = "unstated",
    }
}

text_enum! {
    /// For what someone asks.
    pub enum RequestKind {
        /// To speak to the item.
        Speech = "speech",
        /// About how the assembly proceeds: heard before everybody else.
        PointOfOrder = "point_of_order",
    }
}

text_enum! {
    /// Where a request to speak stands.
    pub enum RequestState {
        /// On the list.
        Waiting = "waiting",
        /// Has the floor.
        Speaking = "speaking",
        /// Has spoken.
        Spoken = "spoken",
        /// Taken back, or struck by the chair.
        Withdrawn = "withdrawn",
    }
}

/// How the floor is given on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakingRule {
    /// Who follows whom.
    pub order: SpeakingOrder,
    /// Whether those who have not yet spoken to this item come before those who have.
    pub new_voices_first: bool,
    /// Seconds for each speech; `None` where there is no limit.
    pub seconds: Option<u32>,
}

impl Default for SpeakingRule {
    /// First come, first heard, three minutes each.
    fn default() -> Self {
        Self { order: SpeakingOrder::FirstCome, new_voices_first: false, seconds: Some(180) }
    }
}

/// Someone who asked for the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Which request.
    pub id: Uuid,
    /// Who.
    pub person: Uuid,
    /// For what.
    pub kind: RequestKind,
    /// In which list.
    pub list: SpeakerList,
    /// Where it stands.
    pub state: RequestState,
    /// Its place in the order of asking.
    pub asked: i64,
    /// Its place in the order of speaking, once it had the floor.
    pub spoke: Option<i64>,
}

/// The requests that wait, in the order in which they will have the floor if nobody else asks.
#[must_use]
pub fn order(rule: SpeakingRule, requests: &[Request]) -> Vec<Uuid> {
    let mut waiting: Vec<&Request> = requests.iter().filter(|request| request.state == RequestState::Waiting).collect();
    let has_spoken = |person| {
        requests
            .iter()
            .any(|request| request.person == person && request.kind == RequestKind::Speech && request.spoke.is_some())
    };
    waiting.sort_by_key(|request| {
        let speech = request.kind == RequestKind::Speech;
        (speech, speech && rule.new_voices_first && has_spoken(request.person), request.asked, request.id)
    });
    if rule.order == SpeakingOrder::FirstCome {
        return waiting.into_iter().map(|request| request.id).collect();
    }
    let speeches = |request: &&Request| request.kind == RequestKind::Speech;
    let heard = requests.iter().filter(speeches).filter_map(|request| Some((request.spoke?, request.list)));
    let mut last = heard.max_by_key(|(place, _)| *place).map(|(_, list)| list);
    let mut ordered = Vec::with_capacity(waiting.len());
    while let Some(first) = waiting.first() {
        let another = |request: &&Request| request.kind == first.kind && Some(request.list) != last;
        let next = if first.kind == RequestKind::Speech { waiting.iter().position(another).unwrap_or(0) } else { 0 };
        let next = waiting.remove(next);
        if next.kind == RequestKind::Speech {
            last = Some(next.list);
        }
        ordered.push(next.id);
    }
    ordered
}

/// Why the floor is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FloorRefused {
    /// The assembly is not in session.
    #[error("the assembly is not in session")]
    NotInSession,
    /// The chair closed the list on this item; points of order are still heard.
    #[error("the list of speakers is closed")]
    ListClosed,
    /// The person is on the list already.
    #[error("already on the list")]
    AlreadyAsked,
    /// Only who has arrived may speak.
    #[error("not here")]
    NotHere,
    /// The request does not wait any more.
    #[error("the request does not wait")]
    NotWaiting,
    /// Nobody has the floor.
    #[error("nobody has the floor")]
    NobodySpeaks,
}

/// Whether someone may ask for the floor now.
///
/// # Errors
/// The first reason against it.
pub fn may_ask(
    state: State,
    here: bool,
    list_open: bool,
    person: Uuid,
    kind: RequestKind,
    requests: &[Request],
) -> Result<(), FloorRefused> {
    if state != State::Open {
        return Err(FloorRefused::NotInSession);
    }
    if !here {
        return Err(FloorRefused::NotHere);
    }
    if !list_open && kind == RequestKind::Speech {
        return Err(FloorRefused::ListClosed);
    }
    let waits =
        |request: &Request| request.person == person && request.kind == kind && request.state == RequestState::Waiting;
    if requests.iter().any(waits) { Err(FloorRefused::AlreadyAsked) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn request(number: i64, kind: RequestKind, list: SpeakerList) -> Request {
        let id = Uuid::from_u128(u128::from(number.unsigned_abs()));
        Request { id, person: id, kind, list, state: RequestState::Waiting, asked: number, spoke: None }
    }

    fn places(rule: SpeakingRule, requests: &[Request]) -> Vec<i64> {
        order(rule, requests).into_iter().map(|id| i64::try_from(id.as_u128()).expect("a small number")).collect()
    }

    const ALTERNATING: SpeakingRule =
        SpeakingRule { order: SpeakingOrder::Alternating, new_voices_first: false, seconds: None };

    #[test]
    fn points_of_order_come_first_and_do_not_disturb_the_turns() {
        use {RequestKind::*, SpeakerList::*};
        let requests = [
            request(1, Speech, Men),
            request(2, Speech, Men),
            request(3, PointOfOrder, Men),
            request(4, Speech, Women),
        ];
        assert_eq!(places(SpeakingRule::default(), &requests), [3, 1, 2, 4]);
        assert_eq!(places(ALTERNATING, &requests), [3, 1, 4, 2]);
    }

    #[test]
    fn the_turns_go_on_from_whoever_spoke_last() {
        use {RequestKind::*, SpeakerList::*};
        let spoken = Request { state: RequestState::Spoken, spoke: Some(1), ..request(9, Speech, Men) };
        let requests = [spoken, request(1, Speech, Men), request(2, Speech, Women)];
        assert_eq!(places(ALTERNATING, &requests), [2, 1]);
    }

    #[test]
    fn who_has_not_spoken_comes_first_where_the_rule_says_so() {
        use {RequestKind::*, SpeakerList::*};
        let first = request(1, Speech, Unstated);
        let spoken = Request { id: Uuid::from_u128(8), state: RequestState::Spoken, spoke: Some(1), ..first };
        let rule = SpeakingRule { new_voices_first: true, ..SpeakingRule::default() };
        assert_eq!(places(rule, &[spoken, first, request(2, Speech, Men)]), [2, 1]);
    }

    #[test]
    fn the_floor_is_asked_for_once_by_those_who_are_there() {
        let (kind, point) = (RequestKind::Speech, RequestKind::PointOfOrder);
        let waiting = [request(1, kind, SpeakerList::Men)];
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(may_ask(State::Open, true, true, two, kind, &waiting), Ok(()));
        assert_eq!(may_ask(State::Open, true, true, one, kind, &waiting), Err(FloorRefused::AlreadyAsked));
        assert_eq!(may_ask(State::Open, true, false, two, kind, &waiting), Err(FloorRefused::ListClosed));
        assert_eq!(may_ask(State::Open, true, false, one, point, &waiting), Ok(()));
        assert_eq!(may_ask(State::Open, false, true, two, kind, &waiting), Err(FloorRefused::NotHere));
        assert_eq!(may_ask(State::Closed, true, true, two, kind, &waiting), Err(FloorRefused::NotInSession));
    }

    fn any_request() -> impl Strategy<Value = (RequestKind, SpeakerList)> {
        (prop::sample::select(RequestKind::ALL.to_vec()), prop::sample::select(SpeakerList::ALL.to_vec()))
    }

    proptest! {
        #[test]
        fn everybody_who_waits_has_one_place_whatever_the_order_of_reading(
            drawn in prop::collection::vec(any_request(), 0..12),
            alternating: bool,
            rotation in 0_usize..12,
        ) {
            let mut requests: Vec<Request> =
                drawn.iter().zip(1..).map(|((kind, list), number)| request(number, *kind, *list)).collect();
            let rule = if alternating { ALTERNATING } else { SpeakingRule::default() };
            let ordered = places(rule, &requests);
            let mut all = ordered.clone();
            all.sort_unstable();
            prop_assert_eq!(all, (1..=i64::try_from(drawn.len()).expect("a few")).collect::<Vec<_>>());
            let middle = rotation.min(requests.len());
            requests.rotate_left(middle);
            prop_assert_eq!(places(rule, &requests), ordered);
        }

        #[test]
        fn nobody_follows_the_own_list_while_another_waits(drawn in prop::collection::vec(any_request(), 0..12)) {
            let requests: Vec<Request> =
                drawn.iter().zip(1..).map(|((_, list), number)| request(number, RequestKind::Speech, *list)).collect();
            let list = |number: &i64| drawn[usize::try_from(*number - 1).expect("an index")].1;
            let ordered = places(ALTERNATING, &requests);
            for (at, pair) in ordered.windows(2).enumerate() {
                if list(&pair[0]) == list(&pair[1]) {
                    prop_assert!(ordered[at + 1..].iter().all(|later| list(later) == list(&pair[0])));
                }
            }
        }
    }
}
