//! Words that lead the respondent: a reward for the answer, begging for a score, a review link for some only.
//!
//! Such texts work, so these are warnings. A score that was bought or begged for measures nothing, and asking only happy
//! customers for a review is what the rules of review sites and the FTC forbid.

use jsonc_parser::ast::Value as Node;

use super::place;
use super::survey::Place;
use crate::site::finding::Findings;
use crate::site::setting;
use crate::site::setting::{Kind, camel};

/// Words of reward, in small letters; each stands at the beginning of a word.
const REWARDS: [&str; 28] = [
    "discount",
    "voucher",
    "coupon",
    "gift card",
    "giftcard",
    "reward",
    "prize",
    "win a",
    "free shipping",
    "cashback",
    "korting",
    "cadeau",
    "waardebon",
    "tegoedbon",
    "beloning",
    "prijs winnen",
    "kans op",
    "win een",
    "gratis verzending",
    "gutschein",
    "rabatt",
    "belohnung",
    "gewinne",
    "geschenk",
    "remise",
    "bon d'achat",
    "cadeau",
    "descuento",
];

/// Words of begging, in small letters.
const BEGGING: [&str; 22] = [
    "give us a 10",
    "give us a 9",
    "give a 10",
    "give us 10",
    "rate us 10",
    "10 out of 10",
    "10/10",
    "5 stars",
    "five stars",
    "5-star",
    "five-star",
    "top score",
    "highest score",
    "geef ons een 10",
    "geef een 10",
    "een 10 geven",
    "hoogste score",
    "5 sterren",
    "vijf sterren",
    "5 sterne",
    "fünf sterne",
    "bestnote",
];

/// Words of reviews elsewhere, in small letters.
const REVIEWS: [&str; 14] = [
    "http://",
    "https://",
    "www.",
    "google review",
    "google-review",
    "google maps",
    "trustpilot",
    "kiyoh",
    "tripadvisor",
    "feedback company",
    "trusted shops",
    "yelp",
    "app store",
    "play store",
];

/// Looks at every text of a survey.
pub(super) fn check(survey: &Place<'_>, findings: &mut Findings<'_>) {
    let mut reviews = Vec::new();
    for (attribute, at, value) in survey.settings() {
        if !matches!(setting(&attribute).map(|setting| setting.kind), Some(Kind::Text | Kind::Texts | Kind::Reasons)) {
            continue;
        }
        each_text(value, &mut |text, byte| {
            if let Some(words) = among(&REWARDS, text) {
                let message = format!(
                    "{at}: {words:?} sounds like a reward; whoever is paid for an answer gives another one, so leave it out"
                );
                findings.warning(byte, message);
            }
            if let Some(words) = among(&BEGGING, text) {
                let message =
                    format!("{at}: {words:?} asks for a certain score; ask for the respondent's own, so leave it out");
                findings.warning(byte, message);
            }
            if let Some(words) = among(&REVIEWS, text) {
                reviews.push((attribute.clone(), at.clone(), words, byte));
            }
        });
    }
    for (attribute, at, words, byte) in &reviews {
        let Some((stem, _)) = attribute.rsplit_once('-').filter(|(_, class)| CLASSES.contains(class)) else {
            continue;
        };
        let has = |class: &str| reviews.iter().any(|review| review.0 == format!("{stem}-{class}"));
        if !CLASSES.iter().all(|class| has(class)) {
            let all = camel(stem);
            let message = format!(
                "{at}: {words:?} is for some classes only; whoever is asked for a review, all must be: write it for every \
                 class, or in {all:?}, or leave it out"
            );
            findings.warning(*byte, message);
        }
    }
}

const CLASSES: [&str; 3] = ["negative", "neutral", "positive"];

fn each_text(value: &Node<'_>, one: &mut dyn FnMut(&str, usize)) {
    match value {
        Node::StringLit(text) => one(&text.value, place::start(value)),
        Node::Array(list) => list.elements.iter().for_each(|element| each_text(element, one)),
        Node::Object(object) => object.properties.iter().for_each(|property| each_text(&property.value, one)),
        Node::NumberLit(_) | Node::BooleanLit(_) | Node::NullKeyword(_) => {}
    }
}

/// The first of the words that stands in a text, at the beginning of a word.
fn among(words: &[&'static str], text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let begins = |place: usize| !text[..place].ends_with(char::is_alphanumeric);
    words.iter().copied().find(|word| text.match_indices(word).any(|(place, _)| begins(place)))
}
