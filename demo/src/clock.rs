//! A clock that can be set, so that the past of the demo happens in the past.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use entities::Clock;

/// Tells the machine's time, or the time that it was set to.
#[derive(Clone, Debug, Default)]
pub struct DemoClock(Arc<Mutex<Option<DateTime<Utc>>>>);

impl DemoClock {
    /// The clock to open a store with.
    #[must_use]
    pub fn clock(&self, otherwise: Clock) -> Clock {
        let set = self.clone();
        Clock::new(move || set.get().unwrap_or_else(|| otherwise.now()))
    }

    /// Stops the clock at a time.
    pub fn set(&self, at: DateTime<Utc>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(at);
    }

    /// Lets the clock tell the machine's time again.
    pub fn release(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn get(&self) -> Option<DateTime<Utc>> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
