//! The HTML that a shop pastes.

use crate::colour::Colour;
use crate::server::COLLECT;

/// An endpoint to be replaced by the shop's own.
const EXAMPLE: &str = "https://collect.shop.example/feedback";

/// Where the script lies, where answers go, and a page of the shop, as the marketer wrote them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Addresses {
    pub script: String,
    pub endpoint: String,
    /// The shop's own page on which a draft is looked at; empty at first.
    pub page: String,
}

impl Addresses {
    /// The addresses of the server that shows this page; examples where there is none, as in a folder.
    pub fn of_origin(origin: &str) -> Self {
        let (script, endpoint) = if origin.starts_with("http") {
            (format!("{origin}/meetpunt.js"), format!("{origin}{COLLECT}"))
        } else {
            ("/meetpunt/meetpunt.js".to_owned(), EXAMPLE.to_owned())
        };
        Self { script, endpoint, page: String::new() }
    }

    /// Takes back the endpoint of this server, since it accepts no answers. What the marketer wrote stays.
    pub fn without_collector(&mut self) {
        if self.endpoint.ends_with(COLLECT) {
            EXAMPLE.clone_into(&mut self.endpoint);
        }
    }

    /// Whether a visitor's browser would look for one of them on its own machine.
    pub fn are_local(&self) -> bool {
        [&self.script, &self.endpoint]
            .into_iter()
            .any(|address| authority(address).is_some_and(|(_, host)| is_loopback(host)))
    }
}

/// Whether the loader would send answers to this address: a path of the shop, `https:`, or this very machine.
pub fn is_allowed(endpoint: &str) -> bool {
    let endpoint = endpoint.trim();
    if endpoint.contains(['#', ' ', '\\']) {
        return false;
    }
    match authority(endpoint) {
        Some((_, host)) if host.is_empty() || host.contains('@') => false,
        Some(("https", _)) => true,
        Some(("http", host)) => is_loopback(host),
        Some(_) => false,
        None => endpoint.starts_with('/') && !endpoint.starts_with("//"),
    }
}

/// Whether it is the whole address of a page. The loader runs on every one that a browser opens.
pub fn is_page(address: &str) -> bool {
    !address.contains(char::is_whitespace)
        && authority(address).is_some_and(|(scheme, host)| matches!(scheme, "https" | "http") && !host.is_empty())
}

/// The scheme, and the host with its port; none for a path.
fn authority(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.trim().split_once("://")?;
    Some((scheme, rest.split(['/', '?']).next().unwrap_or_default()))
}

fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name == "localhost" || name.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// What a piece of the code is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Brackets, spaces, line ends.
    Plain,
    /// An element's name.
    Tag,
    /// An attribute's name.
    Name,
    /// An attribute's value, quotes included.
    Value,
}

/// A piece of the code.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub kind: Kind,
    pub text: String,
}

/// Longer tags have one attribute a line.
const WIDTH: usize = 72;

/// The code in pieces; one after the other they are the text to paste.
pub fn pieces(addresses: &Addresses, attributes: &[(String, String)], accent: Option<Colour>) -> Vec<Piece> {
    let script = [
        ("async".to_owned(), None),
        ("src".to_owned(), Some(addresses.script.trim().to_owned())),
        ("data-endpoint".to_owned(), Some(addresses.endpoint.trim().to_owned())),
    ];
    // A present boolean needs no value.
    let survey =
        attributes.iter().map(|(name, value)| (name.clone(), Some(listed(value)).filter(|text| !text.is_empty())));
    let style = accent.map(|colour| ("style".to_owned(), Some(format!("--meetpunt-accent: {colour}"))));
    let survey: Vec<_> = survey.chain(style).collect();
    both(&script, &survey)
}

/// The same with the settings in a site file.
pub fn site_pieces(addresses: &Addresses, id: &str, accent: Option<Colour>) -> Vec<Piece> {
    let script = [
        ("async".to_owned(), None),
        ("src".to_owned(), Some(addresses.script.trim().to_owned())),
        ("data-config".to_owned(), Some("/meetpunt.json".to_owned())),
    ];
    let style = accent.map(|colour| ("style".to_owned(), Some(format!("--meetpunt-accent: {colour}"))));
    let survey: Vec<_> = [("survey".to_owned(), Some(id.to_owned()))].into_iter().chain(style).collect();
    both(&script, &survey)
}

/// The element alone. An empty text is a switch.
pub fn survey_tag(attributes: &[(String, String)]) -> Vec<Piece> {
    let attributes =
        attributes.iter().map(|(name, text)| (name.clone(), Some(text.clone()).filter(|text| !text.is_empty())));
    let mut pieces = Vec::new();
    element(&mut pieces, "meetpunt-survey", &attributes.collect::<Vec<_>>());
    pieces
}

fn both(script: &[(String, Option<String>)], survey: &[(String, Option<String>)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    element(&mut pieces, "script", script);
    plain(&mut pieces, "\n");
    element(&mut pieces, "meetpunt-survey", survey);
    pieces
}

/// A list as an attribute has it; any other text as it is.
pub fn listed(text: &str) -> String {
    let items: Vec<_> = text.split('\u{1f}').filter(|item| !item.is_empty()).collect();
    items.join(", ")
}

/// The code as one text.
pub fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn element(pieces: &mut Vec<Piece>, tag: &str, attributes: &[(String, Option<String>)]) {
    let written: Vec<_> =
        attributes.iter().map(|(name, value)| (name.as_str(), value.as_deref().map(escaped))).collect();
    let length: usize = written
        .iter()
        .map(|(name, value)| name.len() + 4 + value.as_deref().map_or(0, |value| value.chars().count()))
        .sum();
    let space = if tag.len() + length > WIDTH { "\n  " } else { " " };

    plain(pieces, "<");
    push(pieces, Kind::Tag, tag);
    for (name, value) in &written {
        plain(pieces, space);
        push(pieces, Kind::Name, name);
        if let Some(value) = value {
            plain(pieces, "=");
            push(pieces, Kind::Value, &format!("\"{value}\""));
        }
    }
    if space != " " {
        plain(pieces, "\n");
    }
    plain(pieces, "></");
    push(pieces, Kind::Tag, tag);
    plain(pieces, ">");
}

/// A text as it stands between double quotes in HTML. Line ends become spaces: no setting needs them.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

fn plain(pieces: &mut Vec<Piece>, text: &str) {
    push(pieces, Kind::Plain, text);
}

fn push(pieces: &mut Vec<Piece>, kind: Kind, text: &str) {
    let text = text.to_owned();
    pieces.push(Piece { kind, text });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop() -> Addresses {
        Addresses {
            script: "/meetpunt/meetpunt.js".to_owned(),
            endpoint: "https://collect.shop.example/feedback".to_owned(),
            ..Addresses::default()
        }
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn lists_and_switches_are_written_as_html_has_them() {
        let attributes = pairs(&[("metric", "nps"), ("trigger", "exit\u{1f}idle:60s\u{1f}"), ("contact", "")]);
        let found = joined(&pieces(&shop(), &attributes, None));
        assert!(found.ends_with("metric=\"nps\" trigger=\"exit, idle:60s\" contact></meetpunt-survey>"), "{found}");
    }

    #[test]
    fn the_snippet_is_what_the_shop_pastes() {
        let attributes = pairs(&[("metric", "nps"), ("touchpoint", "order-confirmation")]);
        assert_eq!(
            joined(&pieces(&shop(), &attributes, None)),
            "<script\n  async\n  src=\"/meetpunt/meetpunt.js\"\n  data-endpoint=\"https://collect.shop.example/feedback\"\n></script>\n\
             <meetpunt-survey metric=\"nps\" touchpoint=\"order-confirmation\"></meetpunt-survey>"
        );
    }

    #[test]
    fn own_words_cannot_break_out_of_their_attribute() {
        let evil = "\"><script>alert(1)</script>\n&quot; 'x'";
        let attributes = pairs(&[("metric", "nps"), ("question", evil)]);
        let accent = Some(Colour::new(0x1f, 0x6f, 0x5c));
        let found = joined(&pieces(&shop(), &attributes, accent));
        assert!(
            found.contains("question=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;quot; 'x'\""),
            "{found}"
        );
        assert!(found.contains("style=\"--meetpunt-accent: #1f6f5c\"\n></meetpunt-survey>"), "{found}");
    }

    #[test]
    fn the_addresses_start_as_those_of_this_server() {
        let here = Addresses::of_origin("http://127.0.0.1:8377");
        assert_eq!(here.script, "http://127.0.0.1:8377/meetpunt.js");
        assert_eq!(here.endpoint, "http://127.0.0.1:8377/collect");
        assert!(here.are_local());
        assert!(is_allowed(&here.endpoint));
        let mut alone = here.clone();
        alone.without_collector();
        assert_eq!(alone.script, here.script);
        assert_eq!(alone.endpoint, EXAMPLE);
        let folder = Addresses::of_origin("null");
        assert!(!folder.are_local());
        assert!(is_allowed(&folder.endpoint));
    }

    #[track_caller]
    fn check(endpoint: &str, allowed: bool) {
        assert_eq!(is_allowed(endpoint), allowed, "{endpoint}");
    }

    #[test]
    fn an_endpoint_is_https_or_the_shops_own() {
        check("https://collect.shop.example/feedback", true);
        check("/feedback", true);
        check("http://localhost:8377/collect", true);
        check("http://[::1]:8377/collect", true);
        check("http://collect.shop.example/feedback", false);
        check("http://localhost.shop.example/", false);
        check("http://127.0.0.1.shop.example/", false);
        check("https://user:secret@shop.example/", false);
        check("https://shop.example/#part", false);
        check("//shop.example/feedback", false);
        check("https://", false);
        check("ftp://shop.example/", false);
        check("feedback", false);
        check("", false);
    }
}
