//! The rooms that are being watched. One task a room reads what changed and tells all who watch,
//! so a thousand open pages cost one reading.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use domain::ids::AssemblyId;
use entities::{Unit, tx::Work};
use tokio::sync::{Notify, watch};

use super::live::Live;
use crate::{Error, Services, Viewer};

/// Changes closer together than this are told together.
const TOGETHER: Duration = Duration::from_millis(100);
/// Another server on the same database does not wake us: so often we look ourselves.
const LOOK: Duration = Duration::from_secs(2);

/// The rooms with at least one open page.
#[derive(Debug, Default)]
pub struct Rooms(Mutex<HashMap<AssemblyId, Watched>>);

#[derive(Clone, Debug)]
struct Watched {
    wake: Arc<Notify>,
    live: watch::Sender<Arc<Live>>,
    looks: Arc<Looks>,
}

/// Held from reading to telling, so that nobody hears of an earlier state after a later one.
#[derive(Debug, Default)]
struct Looks {
    turn: tokio::sync::Mutex<()>,
    begun: AtomicU64,
}

impl Rooms {
    /// Says that something in a room changed.
    pub fn changed(&self, assembly: AssemblyId) {
        let rooms = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = rooms.get(&assembly) {
            room.wake.notify_one();
        }
    }

    /// How many pages are open on a room.
    #[must_use]
    pub fn watchers(&self, assembly: AssemblyId) -> usize {
        let rooms = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.get(&assembly).map_or(0, |room| room.live.receiver_count())
    }
}

impl Services {
    /// Writes what somebody changes in an assembly, and says so to all who watch its room once it is done.
    ///
    /// # Errors
    /// Those of `work`, or [`Error::Database`].
    pub(crate) async fn in_room<T, W>(&self, viewer: &Viewer, id: AssemblyId, work: W) -> Result<T, Error>
    where
        T: Send + 'static,
        W: for<'u> Fn(&'u Unit, &'u Viewer) -> Work<'u, T, Error> + Send + Sync + 'static,
    {
        let (viewer, work) = (viewer.clone(), Arc::new(work));
        let done = self
            .store()
            .write(move |unit| {
                let (viewer, work) = (viewer.clone(), Arc::clone(&work));
                Box::pin(async move { work(unit, &viewer).await })
            })
            .await?;
        self.rooms().changed(id);
        Ok(done)
    }

    /// Watches a room: the receiver holds what is there now and wakes at every change.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::Database`].
    pub async fn watch(&self, assembly: AssemblyId) -> Result<watch::Receiver<Arc<Live>>, Error> {
        let known = self.rooms().0.lock().unwrap_or_else(PoisonError::into_inner).get(&assembly).map(|room| {
            // Counted as a watcher from here on, so that the room is not forgotten meanwhile.
            (room.clone(), room.live.subscribe())
        });
        if let Some((room, receiver)) = known {
            // Whoever comes from a form must not hear of the state before it.
            self.look(assembly, &room).await?;
            return Ok(receiver);
        }
        let first = Arc::new(self.live(assembly).await?);
        let mut rooms = self.rooms().0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = rooms.get(&assembly) {
            return Ok(room.live.subscribe());
        }
        let (live, receiver) = watch::channel(first);
        let room = Watched { wake: Arc::default(), live, looks: Arc::default() };
        rooms.insert(assembly, room.clone());
        tokio::spawn(self.clone().tell(assembly, room));
        Ok(receiver)
    }

    /// Reads what is there and tells it if it differs. Those who ask during one reading share the next.
    async fn look(&self, assembly: AssemblyId, room: &Watched) -> Result<(), Error> {
        let asked = room.looks.begun.load(Ordering::Acquire);
        let _turn = room.looks.turn.lock().await;
        if room.looks.begun.load(Ordering::Acquire) != asked {
            return Ok(());
        }
        room.looks.begun.fetch_add(1, Ordering::AcqRel);
        let now = self.live(assembly).await?;
        room.live.send_if_modified(|before| {
            let differs = **before != now;
            if differs {
                *before = Arc::new(now);
            }
            differs
        });
        Ok(())
    }

    async fn tell(self, assembly: AssemblyId, room: Watched) {
        loop {
            // Whether by a change or by the clock: either way it is time to look.
            let _ = tokio::time::timeout(LOOK, room.wake.notified()).await;
            {
                let mut rooms = self.rooms().0.lock().unwrap_or_else(PoisonError::into_inner);
                if room.live.receiver_count() == 0 {
                    rooms.remove(&assembly);
                    return;
                }
            }
            if let Err(error) = self.look(assembly, &room).await {
                tracing::warn!(%error, %assembly, "a watched room could not be read; it will be tried again");
            }
            tokio::time::sleep(TOGETHER).await;
        }
    }
}
