//! Who a request comes from, and how often they may send a form of the sign-in pages.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use entities::Clock;

use crate::config::Config;

/// More addresses than that, and those that have been quiet are forgotten.
const REMEMBERED: usize = 10_000;

/// A bucket of tokens for each client address: full at first, refilled within a minute.
pub(super) struct Limiter {
    trusted: Vec<IpAddr>,
    per_minute: u32,
    clock: Clock,
    buckets: Mutex<HashMap<IpAddr, Bucket>>,
}

struct Bucket {
    tokens: f64,
    at: DateTime<Utc>,
}

impl Limiter {
    pub(super) fn new(config: &Config, clock: Clock) -> Self {
        Self {
            trusted: config.trusted_proxies.clone(),
            per_minute: config.sign_ins_per_minute,
            clock,
            buckets: Mutex::default(),
        }
    }

    fn admits(&self, client: IpAddr) -> bool {
        let now = self.clock.now();
        let full = f64::from(self.per_minute);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let refilled = |bucket: &Bucket| {
            let seconds = (now - bucket.at).num_milliseconds().max(0) as f64 / 1000.0;
            (bucket.tokens + seconds * full / 60.0).min(full)
        };
        if buckets.len() >= REMEMBERED {
            buckets.retain(|_, bucket| refilled(bucket) < full);
        }
        let bucket = buckets.entry(household(client)).or_insert(Bucket { tokens: full, at: now });
        bucket.tokens = refilled(bucket);
        bucket.at = now;
        let admitted = bucket.tokens >= 1.0;
        if admitted {
            bucket.tokens -= 1.0;
        }
        admitted
    }
}

/// One customer of a network has a whole /64 of addresses of version 6.
fn household(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        address => address,
    }
}

/// The client's address: the peer's, unless the peer is a proxy that we trust; then the last
/// address in `X-Forwarded-For` that is not such a proxy. What anyone else writes there is ignored.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let mut client = peer.to_canonical();
    let forwarded: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    for address in forwarded.into_iter().rev() {
        if !trusted.contains(&client) {
            break;
        }
        match address.trim().parse::<IpAddr>() {
            Ok(address) => client = address.to_canonical(),
            Err(_) => break,
        }
    }
    client
}

pub(super) async fn limited(State(limiter): State<Arc<Limiter>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // The direct address of an association begins a sign-in without a form.
    let signing_in =
        if request.method() == Method::POST { path.starts_with("/sign-in") } else { path.starts_with("/sso/") };
    if signing_in && let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() {
        let client = client(peer.ip(), request.headers(), &limiter.trusted);
        if !limiter.admits(client) {
            tracing::warn!(%client, "too many sign-in forms");
            return StatusCode::TOO_MANY_REQUESTS.into_response();
        }
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn forwarded(values: &[&'static str]) -> HeaderMap {
        values
            .iter()
            .map(|value| ("x-forwarded-for".parse().expect("a name"), value.parse().expect("a value")))
            .collect()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let (peer, proxy) = (address("203.0.113.9"), address("10.0.0.1"));
        let forged = forwarded(&["198.51.100.1"]);
        assert_eq!(client(peer, &forged, &[]), peer);
        assert_eq!(client(peer, &forged, &[proxy]), peer);
        assert_eq!(client(proxy, &forged, &[proxy]), address("198.51.100.1"));
        // The client wrote the first one itself; the proxy appended the truth.
        assert_eq!(client(proxy, &forwarded(&["192.0.2.1, 198.51.100.1"]), &[proxy]), address("198.51.100.1"));
        assert_eq!(
            client(proxy, &forwarded(&["192.0.2.1", "198.51.100.1, 10.0.0.1"]), &[proxy]),
            address("198.51.100.1")
        );
        assert_eq!(client(proxy, &forwarded(&["nonsense"]), &[proxy]), proxy);
        assert_eq!(client(address("::ffff:10.0.0.1"), &forged, &[proxy]), address("198.51.100.1"));
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let seconds = Arc::new(AtomicI64::new(1_700_000_000));
        let told = Arc::clone(&seconds);
        let clock = Clock::new(move || DateTime::from_timestamp(told.load(Ordering::Relaxed), 0).expect("a time"));
        let limiter = Limiter::new(&Config { sign_ins_per_minute: 6, ..Config::default() }, clock);
        let one = address("2001:db8::1");
        assert_eq!((0..10).filter(|_| limiter.admits(one)).count(), 6);
        assert!(!limiter.admits(address("2001:db8::ffff")), "the same household");
        assert!(limiter.admits(address("2001:db8:0:1::1")), "another");
        seconds.fetch_add(10, Ordering::Relaxed);
        assert!(limiter.admits(one) && !limiter.admits(one));
    }
}
