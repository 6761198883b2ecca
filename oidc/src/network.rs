//! Which addresses a provider may have.
//!
//! The addresses of providers are typed by members' administrators, so they must not lead this server
//! to machines that only it can reach.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use crate::error::OidcError;

/// What the server may do on the network when it speaks to a provider.
#[derive(Clone, Debug)]
pub struct NetworkPolicy {
    /// Providers on this machine, also without TLS. For the demo and for tests only.
    pub allow_loopback: bool,
    /// Host names whose addresses are not checked, for a provider inside the operator's own network.
    /// Set by whoever runs the server, never by a member. TLS stays required.
    pub trusted_hosts: BTreeSet<String>,
    /// The time to find the address and to connect.
    pub connect_timeout: Duration,
    /// The time for one whole request, body included.
    pub total_timeout: Duration,
    /// The largest answer in bytes.
    pub body_limit: usize,
}

impl Default for NetworkPolicy {
    fn default() -> Self {
        Self {
            allow_loopback: false,
            trusted_hosts: BTreeSet::new(),
            connect_timeout: Duration::from_secs(3),
            total_timeout: Duration::from_secs(5),
            body_limit: 256 * 1024,
        }
    }
}

impl NetworkPolicy {
    /// The policy of the demo and of tests: providers on this machine are allowed.
    #[must_use]
    pub fn loopback() -> Self {
        Self { allow_loopback: true, ..Self::default() }
    }

    /// Refuses an address that is not https, or that names a forbidden network outright.
    pub(crate) fn check_url(&self, url: &Url) -> Result<(), OidcError> {
        let insecure = || OidcError::InsecureAddress { address: url.to_string() };
        let host = url.host().ok_or_else(insecure)?;
        let secure = match url.scheme() {
            "https" => true,
            "http" => self.allow_loopback && names_loopback(&host),
            _ => false,
        };
        if !secure {
            return Err(insecure());
        }
        let literal = match host {
            Host::Ipv4(address) => IpAddr::V4(address),
            Host::Ipv6(address) => IpAddr::V6(address),
            // Names are checked when they are resolved, so that what is checked is what is connected to.
            Host::Domain(_) => return Ok(()),
        };
        if self.allows_address(literal) {
            Ok(())
        } else {
            Err(OidcError::AddressNotAllowed { host: literal.to_string() })
        }
    }

    fn allows_address(&self, address: IpAddr) -> bool {
        (self.allow_loopback && address.is_loopback()) || is_public(address)
    }
}

fn names_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

/// Whether an address belongs to the public internet.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || first == 0
        // Shared address space of carriers, RFC 6598.
        || (first == 100 && (64..128).contains(&second))
        // Protocol assignments, RFC 6890; benchmarks, RFC 2544.
        || (first == 192 && second == 0 && third == 0)
        || (first == 198 && (second == 18 || second == 19))
        // Reserved, and broadcast with it.
        || first >= 240)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    // Only 2000::/3 is routed on the internet: this leaves out loopback, unique local, link-local,
    // multicast, mapped IPv4 and the NAT64 prefix at once.
    segments[0] & 0xe000 == 0x2000
        // Teredo and other protocol assignments, documentation, and 6to4, which embeds an IPv4 address.
        && !(segments[0] == 0x2001 && segments[1] < 0x0200)
        && !(segments[0] == 0x2001 && segments[1] == 0x0db8)
        && segments[0] != 0x2002
        && !(segments[0] == 0x3fff && segments[1] < 0x1000)
}

/// Resolves names and leaves only the addresses that the policy allows.
#[derive(Debug)]
pub(crate) struct CheckedResolver {
    policy: Arc<NetworkPolicy>,
}

impl CheckedResolver {
    pub(crate) fn new(policy: Arc<NetworkPolicy>) -> Self {
        Self { policy }
    }
}

impl Resolve for CheckedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let policy = Arc::clone(&self.policy);
        Box::pin(async move {
            let host = name.as_str();
            let found: Vec<SocketAddr> = tokio::net::lookup_host((host, 0)).await?.collect();
            if policy.trusted_hosts.contains(host) {
                return Ok(Box::new(found.into_iter()) as Addrs);
            }
            let allowed: Vec<SocketAddr> =
                found.iter().copied().filter(|address| policy.allows_address(address.ip())).collect();
            if allowed.is_empty() && !found.is_empty() {
                return Err(OidcError::AddressNotAllowed { host: host.to_owned() }.into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(policy: &NetworkPolicy, address: &str) -> Result<(), &'static str> {
        let url = Url::parse(address).expect("a valid address");
        policy.check_url(&url).map_err(|error| error.code())
    }

    #[test]
    fn public_addresses_over_tls_are_allowed() {
        let policy = NetworkPolicy::default();
        for address in
            ["https://sso.example.org/realm", "https://9.9.9.9", "https://[2620:fe::fe]", "https://198.20.0.1"]
        {
            assert_eq!(verdict(&policy, address), Ok(()), "{address}");
        }
    }

    #[test]
    fn private_and_reserved_addresses_are_refused_however_they_are_written() {
        let policy = NetworkPolicy::default();
        for host in [
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f.1",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "[::1]",
            "[::]",
            "[fc00::1]",
            "[fd12::1]",
            "[fe80::1]",
            "[ff02::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:10.0.0.1]",
            "[64:ff9b::a00:1]",
            "[2002:7f00:1::]",
            "[2001:db8::1]",
            "[2001::1]",
        ] {
            assert_eq!(verdict(&policy, &format!("https://{host}/")), Err("address-not-allowed"), "{host}");
        }
    }

    #[test]
    fn plain_http_is_for_loopback_only_and_only_when_allowed() {
        let strict = NetworkPolicy::default();
        let demo = NetworkPolicy::loopback();
        assert_eq!(verdict(&strict, "http://127.0.0.1:3000"), Err("insecure-address"));
        assert_eq!(verdict(&strict, "http://sso.example.org"), Err("insecure-address"));
        assert_eq!(verdict(&demo, "http://127.0.0.1:3000"), Ok(()));
        assert_eq!(verdict(&demo, "http://localhost:3000"), Ok(()));
        assert_eq!(verdict(&demo, "http://sso.example.org"), Err("insecure-address"));
        assert_eq!(verdict(&demo, "https://10.0.0.1"), Err("address-not-allowed"));
        assert_eq!(verdict(&demo, "ftp://127.0.0.1"), Err("insecure-address"));
        assert_eq!(verdict(&demo, "data:text/plain,x"), Err("insecure-address"));
    }

    async fn resolved(policy: NetworkPolicy, name: &str) -> Result<usize, String> {
        let name = name.parse().expect("a valid name");
        let answer = CheckedResolver::new(Arc::new(policy)).resolve(name).await;
        answer.map(Iterator::count).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn names_are_checked_after_they_are_resolved() {
        let refused = resolved(NetworkPolicy::default(), "localhost").await;
        assert_eq!(refused, Err("localhost is in a network that providers may not point to".to_owned()));
        assert!(resolved(NetworkPolicy::loopback(), "localhost").await.expect("allowed") > 0);
        let trusting =
            NetworkPolicy { trusted_hosts: BTreeSet::from(["localhost".to_owned()]), ..NetworkPolicy::default() };
        assert!(resolved(trusting, "localhost").await.expect("trusted") > 0);
    }
}
