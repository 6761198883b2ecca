//! Requests one after the other on so many connections, and how long each took.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::client::Connection;

/// Makes the request of a number.
pub type Requests = Arc<dyn Fn(usize) -> Vec<u8> + Send + Sync>;

/// What to send, and what to expect.
#[derive(Clone)]
pub struct Load {
    /// Where.
    pub address: SocketAddr,
    /// What.
    pub requests: Requests,
    /// The number of the next request.
    pub next: Arc<AtomicUsize>,
    /// The status of every answer; anything else ends the measurement.
    pub status: u16,
}

/// What was measured.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// How long each request took, in microseconds.
    pub latencies: Vec<u32>,
    /// How long it all took.
    pub elapsed: Duration,
    /// Seconds of the server on the processor.
    pub server_seconds: f64,
    /// Seconds of the database's own processes.
    pub database_seconds: f64,
}

impl Load {
    /// Runs for a while.
    ///
    /// # Errors
    /// When an answer is not the one expected.
    pub async fn run(&self, connections: usize, lasts: Duration) -> Result<Sample> {
        let begun = Instant::now();
        let tasks: Vec<_> = (0..connections).map(|_| tokio::spawn(self.clone().one(begun + lasts))).collect();
        let mut sample = Sample::default();
        for task in tasks {
            sample.latencies.extend(task.await??);
        }
        sample.elapsed = begun.elapsed();
        Ok(sample)
    }

    async fn one(self, until: Instant) -> Result<Vec<u32>> {
        let mut connection = Connection::open(self.address).await?;
        let mut latencies = Vec::with_capacity(8192);
        loop {
            let request = (self.requests)(self.next.fetch_add(1, Ordering::Relaxed));
            let begun = Instant::now();
            if begun >= until {
                return Ok(latencies);
            }
            let answer = connection.send(&request).await?;
            if answer.status != self.status {
                bail!("{} where {} was expected", answer.status, self.status);
            }
            latencies.push(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX));
        }
    }
}

impl Sample {
    /// Takes another in.
    pub fn add(&mut self, other: Self) {
        self.latencies.extend(other.latencies);
        self.elapsed += other.elapsed;
        self.server_seconds += other.server_seconds;
        self.database_seconds += other.database_seconds;
    }

    /// Requests a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.latencies.len() as f64 / self.elapsed.as_secs_f64()
    }

    /// Milliseconds within which so many of a hundred requests were answered.
    #[must_use]
    pub fn percentile(&self, percent: usize) -> f64 {
        percentile(&self.latencies, percent)
    }

    /// Milliseconds on the processor for each request: of the server, and of the database.
    #[must_use]
    pub fn processor(&self) -> (f64, f64) {
        let each = |seconds: f64| seconds * 1000.0 / self.latencies.len().max(1) as f64;
        (each(self.server_seconds), each(self.database_seconds))
    }
}

/// Milliseconds, of microseconds in any order.
#[must_use]
pub fn percentile(latencies: &[u32], percent: usize) -> f64 {
    let mut sorted = latencies.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0.0, |latency| f64::from(*latency) / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::percentile;

    #[test]
    fn percentiles_are_of_the_sorted_list() {
        let latencies: Vec<u32> = (1..=100).rev().map(|milliseconds| milliseconds * 1000).collect();
        assert_eq!(percentile(&latencies, 50), 51.0);
        assert_eq!(percentile(&latencies, 99), 100.0);
        assert_eq!(percentile(&[], 99), 0.0);
    }
}
