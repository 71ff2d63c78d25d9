//! How many answers one address may send, so that a flood of made-up ones neither fills the disk nor drowns the real ones.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::{Error, Kind};
use crate::event::Event;

/// Bursts that are fine: two minutes' worth at once. A widget that was offline sends what waited.
const BURST: u32 = 2;

/// Requests of one address for all its surveys together, refused ones too: so many times the limit of one survey. Many
/// customers may share an address.
const SURVEYS: u32 = 10;

/// After so many checks, addresses that have been quiet are forgotten.
const SWEEP: u32 = 4_096;

/// Answers a minute from one address to one survey, twice as many at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate(NonZeroU32);

impl Rate {
    /// So many answers a minute.
    #[must_use]
    pub const fn per_minute(answers: NonZeroU32) -> Self {
        Self(answers)
    }

    const fn quota(self, times: u32) -> Quota {
        let rate = self.0.saturating_mul(at_least_one(times));
        Quota::per_minute(rate).allow_burst(rate.saturating_mul(at_least_one(BURST)))
    }
}

const fn at_least_one(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

/// Who sends: a number that stands for an address as long as this process runs. Addresses themselves are not kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sender(Option<IpAddr>);

impl Sender {
    /// The address on the other end; behind a proxy the last one in `X-Forwarded-For`, which that proxy wrote. This
    /// machine itself has no limit, unless it is the proxy.
    pub(crate) fn of(head: &Parts, behind_proxy: bool) -> Self {
        let peer = head.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip().to_canonical());
        if behind_proxy {
            return Self(forwarded(head).or(peer).map(network));
        }
        Self(peer.filter(|peer| !peer.is_loopback()).map(network))
    }
}

/// The last address that a proxy noted; what stands before it, the sender may have written itself.
fn forwarded(head: &Parts) -> Option<IpAddr> {
    let last = head.headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let address = last.rsplit(',').next()?.trim();
    address.parse().ok().map(|address: IpAddr| address.to_canonical())
}

/// An IPv6 customer has a whole network of 2⁶⁴ addresses.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

/// What has been sent of late.
#[derive(Debug)]
pub(crate) struct Limits {
    requests: DefaultKeyedRateLimiter<u64>,
    answers: DefaultKeyedRateLimiter<u64>,
    most: NonZeroU32,
    key: RandomState,
    clock: DefaultClock,
    checks: AtomicU32,
}

impl Limits {
    pub(crate) fn new(rate: Rate) -> Self {
        let (requests, answers) = (rate.quota(SURVEYS), rate.quota(1));
        Self {
            requests: RateLimiter::keyed(requests),
            answers: RateLimiter::keyed(answers),
            most: answers.burst_size(),
            key: RandomState::new(),
            clock: DefaultClock::default(),
            checks: AtomicU32::new(0),
        }
    }

    /// Counts a request.
    ///
    /// # Errors
    ///
    /// Too many from this address; the error says when to come back.
    pub(crate) fn request(&self, sender: Sender) -> Result<(), Error> {
        self.sweep();
        let Some(address) = sender.0 else { return Ok(()) };
        self.check(&self.requests, self.key.hash_one(address), NonZeroU32::MIN)
    }

    /// Counts the answers of a request, each to its survey.
    ///
    /// # Errors
    ///
    /// Too many from this address to one survey; the error says when to come back.
    pub(crate) fn answers(&self, sender: Sender, events: &[Event]) -> Result<(), Error> {
        let Some(address) = sender.0 else { return Ok(()) };
        let mut surveys = HashMap::new();
        for event in events {
            *surveys.entry(event.survey.as_deref()).or_insert(0_u32) += 1;
        }
        surveys.into_iter().try_for_each(|(survey, count)| {
            let count = at_least_one(count).min(self.most);
            self.check(&self.answers, self.key.hash_one((address, survey)), count)
        })
    }

    fn check(&self, limit: &DefaultKeyedRateLimiter<u64>, key: u64, count: NonZeroU32) -> Result<(), Error> {
        match limit.check_key_n(&key, count) {
            Ok(Err(until)) => {
                Err(Kind::TooMany { seconds: whole_seconds(until.wait_time_from(self.clock.now())) }.into())
            }
            // More than ever fits cannot be asked for: counts are cut to the burst.
            Ok(Ok(())) | Err(_) => Ok(()),
        }
    }

    fn sweep(&self) {
        if self.checks.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            for limit in [&self.requests, &self.answers] {
                limit.retain_recent();
                limit.shrink_to_fit();
            }
        }
    }
}

/// Begun seconds count, and one is the least.
fn whole_seconds(time: Duration) -> u64 {
    (time + Duration::from_nanos(999_999_999)).as_secs().max(1)
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use axum::http::Request;

    const ONE_A_MINUTE: Rate = Rate::per_minute(at_least_one(1));

    #[track_caller]
    fn check(peer: Option<&str>, forwarded: &[&str], behind_proxy: bool, expected: Option<&str>) {
        let mut request = Request::get("/");
        for value in forwarded {
            request = request.header("x-forwarded-for", *value);
        }
        if let Some(peer) = peer {
            request = request.extension(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
        }
        let (head, ()) = request.body(()).unwrap().into_parts();
        let expected = expected.map(|address| address.parse().unwrap());
        assert_eq!(Sender::of(&head, behind_proxy).0, expected, "{peer:?} {forwarded:?} {behind_proxy}");
    }

    #[test]
    fn a_sender_is_its_address_and_never_what_it_says_itself() {
        check(Some("203.0.113.9:5000"), &[], false, Some("203.0.113.9"));
        check(Some("203.0.113.9:5000"), &["198.51.100.1"], false, Some("203.0.113.9"));
        check(Some("[::ffff:203.0.113.9]:5000"), &[], false, Some("203.0.113.9"));
        check(Some("[2001:db8:1:2:3:4:5:6]:5000"), &[], false, Some("2001:db8:1:2::"));
        check(Some("127.0.0.1:5000"), &["198.51.100.1"], false, None);
        check(None, &["198.51.100.1"], false, None);
        check(Some("127.0.0.1:5000"), &["198.51.100.1"], true, Some("198.51.100.1"));
        check(Some("127.0.0.1:5000"), &["10.9.9.9, 198.51.100.1"], true, Some("198.51.100.1"));
        check(Some("127.0.0.1:5000"), &["10.9.9.9", "198.51.100.1"], true, Some("198.51.100.1"));
        check(Some("127.0.0.1:5000"), &["nonsense"], true, Some("127.0.0.1"));
        check(Some("127.0.0.1:5000"), &[], true, Some("127.0.0.1"));
    }

    #[test]
    fn quiet_addresses_are_forgotten_and_busy_ones_are_not() {
        let (limits, start) = (Limits::new(ONE_A_MINUTE), Instant::now());
        let busy = Sender(Some("203.0.113.9".parse().unwrap()));
        (0..20).for_each(|_| limits.request(busy).unwrap());
        for number in 0..2 * SWEEP {
            limits.request(Sender(Some(IpAddr::V4(number.into())))).unwrap();
        }
        // One more each six seconds.
        let later = (0..20).filter(|_| limits.request(busy).is_ok()).count();
        assert!(later as u64 <= start.elapsed().as_secs() / 6 + 1, "{later}");
        assert!(limits.requests.len() <= 2 * SWEEP as usize + 1);
    }

    #[test]
    fn waits_are_whole_seconds_and_never_none() {
        for (milliseconds, seconds) in [(0, 1), (1, 1), (1_000, 1), (1_001, 2), (59_999, 60)] {
            assert_eq!(whole_seconds(Duration::from_millis(milliseconds)), seconds);
        }
    }
}
