//! Many changes of one kind in one go.
//!
//! When a whole room votes within a minute, what waits for the writer is a hundred times the same: read what a
//! change depends on, decide, write. A [`Gathering`] hands all that wait to one closure, which reads for all of them
//! in one statement and writes in another. Each caller still gets an answer of their own, after the commit; the rules
//! of [`crate::tx`] hold.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use sea_orm::DbErr;
use tokio::sync::oneshot;

use crate::{
    database::Store,
    tx::{Attempt, Failure, Job, Unit, Work, passes, stopped},
};

/// What is done for all who wait: an answer for each, in their order. A refusal of one is an answer; an error of
/// the whole is the database's.
type Together<I, T, E> = dyn for<'u> Fn(&'u Unit, Vec<I>) -> Work<'u, Vec<Result<T, E>>, E> + Send + Sync;

/// More would make a statement longer than its reading is worth.
const MOST: usize = 128;

/// Changes of one kind that wait for the writer.
pub struct Gathering<I, T, E> {
    waiting: Arc<Waiting<I, T, E>>,
    work: Arc<Together<I, T, E>>,
    follows_journal: bool,
}

type Waiting<I, T, E> = Mutex<Vec<Waiter<I, T, E>>>;

struct Waiter<I, T, E> {
    input: I,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<I, T, E> Gathering<I, T, E>
where
    I: Clone + Send + 'static,
    T: Send + 'static,
    E: Failure,
{
    /// A kind of change, with what is done for all of them that wait at once.
    pub fn new(
        work: impl for<'u> Fn(&'u Unit, Vec<I>) -> Work<'u, Vec<Result<T, E>>, E> + Send + Sync + 'static,
    ) -> Self {
        Self { waiting: Arc::default(), work: Arc::new(work), follows_journal: false }
    }

    /// For changes that depend on nothing that changes without a line of the journal, and write nothing without one:
    /// see [`crate::tx`].
    #[must_use]
    pub fn following_journal(self) -> Self {
        Self { follows_journal: true, ..self }
    }

    /// Waits for the writer together with the others, and for the commit.
    ///
    /// # Errors
    /// The refusal of this change, or the database's error.
    pub async fn write(&self, store: &Store, input: I) -> Result<T, E> {
        let (reply, answer) = oneshot::channel();
        // The place in the queue is there before anyone waits for it: a browser that hangs up in between leaves
        // nobody behind.
        let place = store.jobs().reserve().await.map_err(|_| stopped())?;
        if self.line_up(Waiter { input, reply }) {
            let (waiting, work) = (Arc::clone(&self.waiting), Arc::clone(&self.work));
            let follows_journal = self.follows_journal;
            place.send(Box::new(Gathered { waiting, work, follows_journal, taken: Vec::new(), result: None }));
        }
        answer.await.map_err(|_| stopped())?
    }

    /// Whether the one who now waits needs a new job: each takes so many at most.
    fn line_up(&self, waiter: Waiter<I, T, E>) -> bool {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push(waiter);
        waiting.len() % MOST == 1
    }
}

/// Those that wait, as one job.
struct Gathered<I, T, E> {
    waiting: Arc<Waiting<I, T, E>>,
    work: Arc<Together<I, T, E>>,
    follows_journal: bool,
    /// Kept when the transaction has to be run again.
    taken: Vec<Waiter<I, T, E>>,
    result: Option<Result<Vec<Result<T, E>>, E>>,
}

impl<I, T, E> Job for Gathered<I, T, E>
where
    I: Clone + Send + 'static,
    T: Send + 'static,
    E: Failure,
{
    fn follows_journal(&self) -> bool {
        self.follows_journal
    }

    fn attempt<'j>(&'j mut self, unit: &'j Unit) -> Pin<Box<dyn Future<Output = Attempt> + Send + 'j>> {
        if self.taken.is_empty() {
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            let most = waiting.len().min(MOST);
            self.taken.extend(waiting.drain(..most));
        }
        Box::pin(async move {
            let inputs = self.taken.iter().map(|waiter| waiter.input.clone()).collect();
            let result = (self.work)(unit, inputs).await;
            let attempt = match &result {
                Ok(_) => Attempt::Done,
                Err(error) => Attempt::Database { again: error.database().is_some_and(passes) },
            };
            self.result = Some(result);
            attempt
        })
    }

    fn deliver(self: Box<Self>) {
        match self.result {
            // Nobody listens any more when the browser hung up; the change stands all the same.
            Some(Ok(answers)) => {
                self.taken.into_iter().zip(answers).for_each(|(waiter, answer)| drop(waiter.reply.send(answer)));
            }
            Some(Err(error)) => {
                let told = error.database().map_or_else(|| "the change failed".to_owned(), DbErr::to_string);
                fail(self.taken, &told);
            }
            None => {}
        }
    }

    fn fail(self: Box<Self>, error: DbErr) {
        fail(self.taken, &error.to_string());
    }
}

fn fail<I, T, E: Failure>(waiters: Vec<Waiter<I, T, E>>, told: &str) {
    for waiter in waiters {
        drop(waiter.reply.send(Err(E::from(DbErr::Custom(told.to_owned())))));
    }
}
