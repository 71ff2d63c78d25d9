//! What a browser computes for assistive technology: the role and the name of an element.

use super::browser::Browser;
use super::widget::Survey;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::Value;

/// How WebDriver writes an element down: <https://www.w3.org/TR/webdriver2/#elements>.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// <https://www.w3.org/TR/webdriver2/#get-computed-role> and the label below it.
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/element/{}/{}", session.unwrap_or_default(), self.element, self.what))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

impl Browser {
    #[track_caller]
    fn computed(&self, element: &Value, what: &'static str) -> String {
        let element = element[ELEMENT].as_str().unwrap_or_else(|| panic!("{element} is no element")).to_owned();
        let found = self.carry_out(what, self.client.issue_cmd(Computed { element, what }));
        found.as_str().unwrap_or_default().to_owned()
    }
}

impl Survey<'_> {
    /// Role and name of everything that `inside` selects, in the order of the document.
    #[track_caller]
    pub fn roles_and_names(&self, inside: &str) -> Vec<(String, String)> {
        let script = "return root ? [...root.querySelectorAll(arguments[1])] : []";
        let found = self.look(inside, script);
        let browser = self.browser();
        let elements = found.as_array().into_iter().flatten();
        elements
            .map(|element| (browser.computed(element, "computedrole"), browser.computed(element, "computedlabel")))
            .collect()
    }

    /// Role and name of the only thing that `inside` selects.
    #[track_caller]
    pub fn role_and_name(&self, inside: &str) -> (String, String) {
        let mut found = self.roles_and_names(inside);
        assert_eq!(found.len(), 1, "`{inside}` selects {found:?}");
        found.remove(0)
    }
}
