//! What a shop takes along: the survey as code for the system that its pages are made with.

mod email;
mod own_page;
mod panel;
mod parts;
mod systems;

use serde_json::{Value, json};

use crate::colour::Colour;
use crate::draft::Draft;
use crate::snippet::{Addresses, joined, pieces, site_pieces};
use crate::touchpoint::Touchpoint;

pub use panel::HandOver;

/// Where the code goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Html,
    TagManager,
    WordPress,
    Shopify,
    Magento,
    React,
    Vue,
    Yew,
    Email,
    SiteFile,
}

impl System {
    /// Every one with its key among the texts, in the order of the list.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Html, "html"),
        (Self::TagManager, "gtm"),
        (Self::WordPress, "wordpress"),
        (Self::Shopify, "shopify"),
        (Self::Magento, "magento"),
        (Self::React, "react"),
        (Self::Vue, "vue"),
        (Self::Yew, "yew"),
        (Self::Email, "email"),
        (Self::SiteFile, "site"),
    ];

    /// Its key among the texts.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(system, _)| *system == self).map_or("html", |(_, key)| key)
    }

    /// The system of a key; plain HTML for any other.
    pub fn of(key: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == key).map_or(Self::Html, |(system, _)| *system)
    }
}

/// A survey that is to be taken along.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    pub addresses: Addresses,
    /// Attribute and text, items of a list ended by U+001F.
    pub pairs: Vec<(String, String)>,
    pub accent: Option<Colour>,
    pub id: String,
    pub site: Value,
    pub touchpoint: Touchpoint,
    /// The question and the points, for an e-mail.
    pub asked: Option<email::Asked>,
}

impl Package {
    /// The survey of a page.
    pub fn of(draft: &Draft, touchpoint: Touchpoint, addresses: &Addresses) -> Self {
        let mut site = draft.site(touchpoint);
        // In a file of its own, the survey also says where answers go.
        if let Some(defaults) = site.get_mut("defaults").and_then(Value::as_object_mut) {
            defaults.insert("endpoint".to_owned(), json!(addresses.endpoint.trim()));
        }
        Self {
            addresses: addresses.clone(),
            pairs: draft.pairs(touchpoint),
            accent: draft.accent,
            id: draft.id(touchpoint),
            site,
            touchpoint,
            asked: email::Asked::of(draft, touchpoint),
        }
    }

    /// Whether only a site file can say all of it: JSON, texts in several languages, lists with commas in them.
    pub fn needs_site_file(&self) -> bool {
        self.pairs.iter().any(|(name, text)| {
            name.contains('.')
                || matches!(name.as_str(), "audience" | "headers" | "fields")
                || (text.contains('\u{1f}') && text.contains(','))
        })
    }

    /// The code for a system.
    pub fn code(&self, system: System) -> String {
        match system {
            System::Html => joined(&self.html()),
            System::TagManager => systems::tag_manager(self),
            System::WordPress => systems::wordpress(self),
            System::Shopify => systems::shopify(self),
            System::Magento => systems::magento(self),
            System::React => systems::react(self),
            System::Vue => systems::vue(self),
            System::Yew => systems::yew(self),
            System::Email => email::html(self),
            System::SiteFile => format!("{:#}\n", self.site),
        }
    }

    /// The HTML in coloured pieces: the settings in the tag, or a site file where they do not fit into one.
    pub fn html(&self) -> Vec<crate::snippet::Piece> {
        if self.needs_site_file() {
            site_pieces(&self.addresses, &self.id, self.accent)
        } else {
            pieces(&self.addresses, &self.pairs, self.accent)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(change: impl FnOnce(&mut Draft)) -> Package {
        let mut draft = Draft::default();
        change(&mut draft);
        let addresses = Addresses {
            script: "https://shop.example/meetpunt/meetpunt.js".to_owned(),
            endpoint: "https://collect.shop.example/feedback".to_owned(),
            ..Addresses::default()
        };
        Package::of(&draft, Touchpoint::Order, &addresses)
    }

    const EVIL: &str = "'\"</script><b>{{x}}{% y %} \\ ` ${z} ?> {brand}";

    fn evil() -> Package {
        package(|draft| draft.set(Touchpoint::Order, "question", Some(EVIL.into())))
    }

    #[test]
    fn every_system_gets_script_endpoint_and_question() {
        let plain = package(|draft| draft.set(Touchpoint::Order, "question", Some("Happy now".into())));
        for (system, key) in System::ALL {
            let code = plain.code(system);
            let parts: &[&str] = match system {
                System::Yew => &["collect.shop.example/feedback", "Metric::Nps", "Happy now"],
                System::Email => &["?meetpunt=nps-order-confirmation:10", "Happy now"],
                System::SiteFile => &["\"version\": 1", "collect.shop.example/feedback", "Happy now"],
                _ => &[
                    "https://shop.example/meetpunt/meetpunt.js",
                    "collect.shop.example/feedback",
                    "meetpunt-survey",
                    "Happy now",
                ],
            };
            for part in parts {
                assert!(code.contains(part), "{key} lacks {part}:\n{code}");
            }
            assert_eq!(System::of(key), system);
            assert_eq!(system.key(), key);
        }
    }

    /// The file is compiled by `tests/yew_code.rs`.
    #[test]
    fn the_code_for_yew_is_the_one_that_compiles() {
        assert_eq!(evil().code(System::Yew), include_str!("../testdata/asking.rs"));
    }

    #[track_caller]
    fn check_evil(system: System, contains: &str, never: &[&str]) {
        let code = evil().code(system);
        assert!(code.contains(contains), "{code}");
        for never in never {
            assert!(!code.contains(never), "{never} stands in:\n{code}");
        }
    }

    #[test]
    fn own_words_cannot_break_out_of_any_code() {
        check_evil(System::Html, "&lt;/script&gt;", &["</script><b>"]);
        check_evil(System::TagManager, r"\u003c/script\u003e", &["</script><b>"]);
        check_evil(System::WordPress, r"\'", &["</script><b>", "= '''"]);
        check_evil(System::Shopify, "{% raw %}", &["{% y %}", "</script><b>"]);
        check_evil(System::Magento, "&lt;/script&gt;", &["</script><b>", "?> {brand}"]);
        check_evil(System::React, r"question={", &["</script><b>"]);
        check_evil(System::Vue, "v-pre", &["</script><b>"]);
        check_evil(System::Yew, r#"\"</script>"#, &[]);
        // In a mail, unlike in a tag, names are filled in: with a name that nobody knows, the standard question would stand.
        let plain = package(|draft| draft.set(Touchpoint::Order, "question", Some("</script><b>\"".into())));
        let mail = plain.code(System::Email);
        assert!(mail.contains("&lt;/script&gt;&lt;b&gt;&quot;"), "{mail}");
    }

    #[test]
    fn what_no_attribute_can_say_comes_as_a_site_file() {
        let many = package(|draft| {
            draft.set(Touchpoint::Order, "question", Some(json!({"en": "Well?", "nl": "Nou?"})));
        });
        assert!(many.needs_site_file());
        let html = many.code(System::Html);
        assert!(html.contains("data-config=\"/meetpunt.json\""), "{html}");
        assert!(html.contains("survey=\"nps-order-confirmation\""), "{html}");
        assert!(!package(|_| ()).needs_site_file());
    }

    #[test]
    fn the_site_file_passes_its_own_check() {
        let file = package(|_| ()).code(System::SiteFile);
        assert_eq!(meetpunt_core::site::check(&file), []);
    }
}
