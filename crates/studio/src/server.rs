//! The log of the server that shows this page: `GET /events`, one JSON object a line.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::action::Action;
use crate::answer::Answer;
use crate::state::Server;

/// Where answers of the preview are sent.
pub const COLLECT: &str = "/collect";
/// Where they can be read.
const EVENTS: &str = "/events";

/// Reads the log. The action says what was found; it never fails.
pub async fn read() -> Action {
    match text().await {
        Ok((status, text)) => found(status, &text),
        Err(_) => Action::ServerFound(Server::Missing),
    }
}

async fn text() -> Result<(u16, String), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(EVENTS)).await?.unchecked_into();
    let text = JsFuture::from(response.text()?).await?;
    Ok((response.status(), text.as_string().unwrap_or_default()))
}

/// What a reply means. A web server that knows nothing of Meetpunt may answer anything, its start page included.
fn found(status: u16, text: &str) -> Action {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_log = |line: &str| line.starts_with('{') && line.contains("\"received\"");
    match status {
        403 => Action::ServerFound(Server::Closed),
        200 if lines.clone().all(is_log) => Action::Logged(lines.by_ref().filter_map(Answer::of_line).collect()),
        _ => Action::ServerFound(Server::Missing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(status: u16, text: &str, expected: Action) {
        assert_eq!(found(status, text), expected, "{status} {text}");
    }

    #[test]
    fn a_reply_tells_whether_the_server_is_there() {
        check(200, "", Action::Logged(Vec::new()));
        check(200, "{\"received\": \"2026-11-21T12:03:07Z\", \"event\": {}}\n\n", Action::Logged(Vec::new()));
        check(403, "", Action::ServerFound(Server::Closed));
        check(404, "Not found", Action::ServerFound(Server::Missing));
        check(200, "<!doctype html>\n<title>Home</title>", Action::ServerFound(Server::Missing));
    }

    #[test]
    fn every_line_of_the_log_becomes_an_answer() {
        let line = |id: &str| {
            format!(r#"{{"received":"2026-11-21T12:03:07Z","event":{{"data":{{"submission":"{id}","score":4}}}}}}"#)
        };
        let log = format!("{}\n{}\n", line("a"), line("b"));
        let Action::Logged(answers) = found(200, &log) else {
            panic!("not a log");
        };
        let ids: Vec<_> = answers.iter().map(|answer| &answer.submission).collect();
        assert_eq!(ids, ["a", "b"]);
    }
}
