//! Reading is for this machine, or for whoever has the token: answers are personal.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::ReadToken;
use crate::error::{Error, Kind};

/// Headers that a proxy adds. Its own address is of this machine, its visitors' are not.
const FORWARDED: [&str; 4] = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/// Lets a request through when it brings the token, or comes from this machine, by a name of this machine, and not through
/// a proxy.
pub(crate) async fn only(State(token): State<Option<ReadToken>>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let named = request.uri().host().or_else(|| host(request.headers()));
    let local = peer.is_some_and(|peer| peer.to_canonical().is_loopback())
        // A page of another site can point its own name at 127.0.0.1 (DNS rebinding), but cannot send our name.
        && named.is_some_and(is_own_name)
        && !FORWARDED.iter().any(|name| request.headers().contains_key(*name));
    let refused = match token {
        _ if local => None,
        Some(token) if token.is_in(request.headers()) => None,
        Some(_) => Some(Kind::NoToken),
        None => Some(Kind::NotLocal),
    };
    if let Some(kind) = refused {
        return Error::from(kind).into_response();
    }
    let mut response = next.run(request).await;
    // A page of another site cannot take the answer for a picture or a script either, and measure or run it.
    response
        .headers_mut()
        .insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    response
}

/// The one `Host` header without its port.
fn host(headers: &HeaderMap) -> Option<&str> {
    let mut all = headers.get_all(header::HOST).iter();
    let host = all.next()?.to_str().ok()?;
    if all.next().is_some() {
        return None;
    }
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => Some(name),
        _ => Some(host),
    }
}

/// `localhost`, names below it, and the addresses of the loopback interface.
fn is_own_name(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(&host);
    host == "localhost" || host.ends_with(".localhost") || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_its_own() {
        let header = |value: &'static str| HeaderMap::from_iter([(header::HOST, value.parse().unwrap())]);
        for (value, own) in [
            ("localhost", true),
            ("localhost:8377", true),
            ("LocalHost.:8377", true),
            ("shop.localhost:8377", true),
            ("127.0.0.1:8377", true),
            ("127.9.9.9", true),
            ("[::1]:8377", true),
            ("[::1]", true),
            ("evil.example:8377", false),
            ("localhost.evil.example", false),
            ("127.0.0.1.evil.example", false),
            ("evil.example#localhost", false),
            ("192.168.0.2:8377", false),
            ("[2001:db8::1]:8377", false),
            ("0.0.0.0:8377", false),
            ("", false),
        ] {
            assert_eq!(host(&header(value)).is_some_and(is_own_name), own, "{value}");
        }
    }
}
