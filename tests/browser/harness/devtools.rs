//! The one vendor command that the tests need: Chrome DevTools Protocol through chromedriver.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::Value;

/// `{"cmd": …, "params": …}` for `goog/cdp/execute`.
#[derive(Debug)]
pub struct Execute(pub Value);

impl WebDriverCompatibleCommand for Execute {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.to_string()))
    }
}
