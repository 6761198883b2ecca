//! Stays and visits, played through the services at their own time.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{
    ids::{VisitId, VisitOfferId},
    visits::Move,
};
use services::{
    Error, Services,
    visits::{OfferForm, VisitForm},
};

use super::{SeedError, assemblies::organization, viewer};
use crate::{
    data::{Day, Demo, Visit, VisitOffer},
    ids::id,
};

/// When people do what they do on a day.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(10, 0, 0).expect("ten o’clock is a time");

/// Something that happens, with its time.
pub(super) struct Event<'d> {
    pub at: DateTime<Utc>,
    offer: &'d VisitOffer,
    what: What<'d>,
}

enum What<'d> {
    Offered,
    Asked(&'d Visit),
    Agreed(&'d Visit),
    /// The day after the last.
    Told(&'d Visit),
}

/// Everything that happens to all visits.
pub(super) fn events(demo: &Demo, today: NaiveDate) -> Vec<Event<'_>> {
    let at = |day: Day| day.date(today).and_time(MORNING).and_utc();
    let mut all = Vec::new();
    for offer in &demo.visit_offers {
        all.push(Event { at: at(offer.on), offer, what: What::Offered });
        for visit in &offer.visits {
            all.push(Event { at: at(visit.on), offer, what: What::Asked(visit) });
            if let Some(day) = visit.agreed_on {
                all.push(Event { at: at(day), offer, what: What::Agreed(visit) });
            }
            if !visit.visitor_told.is_empty() {
                let after = at(visit.last) + chrono::TimeDelta::days(1);
                all.push(Event { at: after, offer, what: What::Told(visit) });
            }
        }
    }
    all
}

/// Plays what happens.
pub(super) struct Player<'d> {
    services: &'d Services,
    today: NaiveDate,
    offers: BTreeMap<&'d str, VisitOfferId>,
    visits: BTreeMap<(&'d str, &'d str), VisitId>,
}

impl<'d> Player<'d> {
    pub(super) const fn new(services: &'d Services, today: NaiveDate) -> Self {
        Self { services, today, offers: BTreeMap::new(), visits: BTreeMap::new() }
    }

    pub(super) async fn happens(&mut self, event: &Event<'d>) -> Result<(), SeedError> {
        let offer = event.offer;
        let refused = |error| SeedError::Refused { what: format!("visit {}", offer.title), error };
        let host = viewer(self.services, &offer.by).await?;
        let home = self.services.network(&host, &offer.network).await.map_err(refused)?;
        match event.what {
            What::Offered => {
                let form = OfferForm {
                    host: organization(&offer.host).to_string(),
                    kind: offer.kind.to_string(),
                    title: offer.title.clone(),
                    details: offer.details.trim().to_owned(),
                    places: offer.places.to_string(),
                    first_on: String::new(),
                    last_on: String::new(),
                };
                let offered = self.services.offer_visit(&host, &home, &form).await.map_err(refused)?;
                self.offers.insert(&offer.title, offered);
            }
            What::Asked(visit) => {
                let person = viewer(self.services, &visit.person).await?;
                let day = |day: Day| day.date(self.today).to_string();
                let form = VisitForm {
                    offer: self.offers.get(offer.title.as_str()).map(ToString::to_string).unwrap_or_default(),
                    sender: organization(&visit.sender).to_string(),
                    person: id("person", &visit.person).to_string(),
                    people: "1".to_owned(),
                    first_on: day(visit.first),
                    last_on: day(visit.last),
                    wish: visit.wish.clone(),
                    ..VisitForm::default()
                };
                let asked = self.services.ask_for_visit(&person, &home, &form).await.map_err(refused)?;
                self.visits.insert((&offer.title, &visit.person), asked);
            }
            What::Agreed(visit) => {
                let asked = self.asked(offer, visit)?;
                self.services.move_visit(&host, &home, asked, Move::Agree).await.map_err(refused)?;
            }
            What::Told(visit) => {
                let asked = self.asked(offer, visit)?;
                let person = viewer(self.services, &visit.person).await?;
                for (by, text) in [(&person, &visit.visitor_told), (&host, &visit.host_told)] {
                    self.services.tell_of_visit(by, &home, asked, (text, true)).await.map_err(refused)?;
                }
            }
        }
        Ok(())
    }

    fn asked(&self, offer: &VisitOffer, visit: &Visit) -> Result<VisitId, SeedError> {
        let found = self.visits.get(&(offer.title.as_str(), visit.person.as_str())).copied();
        found.ok_or(SeedError::Refused { what: format!("visit {}", offer.title), error: Error::NotFound })
    }
}
