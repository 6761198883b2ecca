//! Readings that are shared: after a vote a whole room loads the same page again.
//!
//! Who asks while something is being read waits for the next reading and shares it with all who wait. So everybody sees
//! at least what was there when they asked, their own vote above all, and a thousand pages cost a few readings.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::Error;

/// Readings of one kind, by what is read.
#[derive(Debug)]
pub(crate) struct Readings<K, T>(Mutex<HashMap<K, Arc<Reading<T>>>>);

#[derive(Debug)]
struct Reading<T> {
    begun: AtomicU64,
    /// The last one with its number, for as long as somebody still holds it.
    last: tokio::sync::Mutex<(u64, Weak<T>)>,
}

impl<K, T> Default for Readings<K, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Hash + Eq + Copy, T> Readings<K, T> {
    /// What is there, read after this was asked.
    ///
    /// # Errors
    /// Of the reading; whoever waits for the next one does not share it.
    pub async fn share(&self, key: K, read: impl AsyncFnOnce() -> Result<T, Error>) -> Result<Arc<T>, Error> {
        let reading = {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            // Those that nobody waits for are forgotten.
            all.retain(|_, reading| Arc::strong_count(reading) > 1);
            let new =
                || Arc::new(Reading { begun: AtomicU64::new(0), last: tokio::sync::Mutex::new((0, Weak::new())) });
            Arc::clone(all.entry(key).or_insert_with(new))
        };
        let asked = reading.begun.load(Ordering::Acquire);
        let mut last = reading.last.lock().await;
        if last.0 > asked
            && let Some(shared) = last.1.upgrade()
        {
            return Ok(shared);
        }
        let number = reading.begun.fetch_add(1, Ordering::AcqRel) + 1;
        let found = Arc::new(read().await?);
        *last = (number, Arc::downgrade(&found));
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_asks_during_a_reading_shares_the_next_one() {
        let readings: Readings<u8, u64> = Readings::default();
        let count = AtomicU64::new(0);
        let (going, go) = tokio::sync::oneshot::channel::<()>();
        let first = readings.share(1, async || {
            go.await.map_err(|_| Error::NotFound)?;
            Ok(count.fetch_add(1, Ordering::SeqCst))
        });
        let next = || readings.share(1, async || Ok(count.fetch_add(1, Ordering::SeqCst)));
        let start = async { going.send(()).map_err(|()| Error::NotFound) };
        let (first, second, third, started) = tokio::join!(first, next(), next(), start);
        started.expect("a start");
        assert_eq!(*first.expect("a reading"), 0);
        let (second, third) = (second.expect("a reading"), third.expect("the same"));
        assert_eq!((*second, *third), (1, 1));
        assert!(Arc::ptr_eq(&second, &third));
        assert_eq!(*next().await.expect("another"), 2, "nobody is shown what was there before they asked");
    }
}
