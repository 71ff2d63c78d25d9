//! Where answers may go, as the loader has it: `https:`, the page's own origin, or the machine itself.

use jsonc_parser::ast::Value as Node;
use url::{Host, Url};

use super::place;
use super::survey::Place;
use crate::site::finding::Findings;

const EXPECTED: &str = "an address that begins with https://, or a path of the page's own server such as /collect";

/// Looks at `endpoint`, and at the address of `preview`.
pub(super) fn check(survey: &Place<'_>, findings: &mut Findings<'_>) {
    for (attribute, at, value) in survey.settings() {
        let (true, Node::StringLit(text)) = (attribute == "endpoint" || attribute == "preview", value) else {
            continue;
        };
        let found = text.value.trim_ascii();
        if found.is_empty() {
            continue;
        }
        // Any page will do: a path is always of its origin.
        let base = Url::parse("https://page.invalid/a/b").ok();
        let byte = place::start(value);
        match Url::options().base_url(base.as_ref()).parse(found) {
            Err(error) => findings.error(byte, format!("{at}: found {found:?}, {error}; write {EXPECTED}")),
            Ok(url) => match fault(&url) {
                Some(Fault::Wrong) => findings.error(byte, format!("{at}: found {found:?}; write {EXPECTED}")),
                Some(Fault::Private) => {
                    let message = format!("{at}: found {found:?}; write it without user name, password and #");
                    findings.error(byte, message);
                }
                Some(Fault::Loopback) => {
                    let message =
                        format!("{at}: found {found:?}, which works on pages of this machine only; write {EXPECTED}");
                    findings.warning(byte, message);
                }
                None => {}
            },
        }
    }
}

enum Fault {
    Wrong,
    /// A user name, a password, a fragment.
    Private,
    /// It is reached from this machine only.
    Loopback,
}

fn fault(url: &Url) -> Option<Fault> {
    if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
        return Some(Fault::Private);
    }
    match (url.scheme(), is_loopback(url)) {
        ("https", _) => None,
        ("http", true) => Some(Fault::Loopback),
        _ => Some(Fault::Wrong),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
