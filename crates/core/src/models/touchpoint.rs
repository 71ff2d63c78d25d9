//! The default catalogue of contact moments.

use super::journey::Phase;

/// A contact moment that a shop may measure. Shops name their own besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touchpoint {
    /// The key, as in the setting `touchpoint`.
    pub key: &'static str,
    /// The phase of the journey in which it lies; `None` where it may lie in any, as in a store.
    pub phase: Option<Phase>,
}

/// The catalogue: what of each phase a web shop usually has, and what happens off line.
pub const CATALOGUE: [(Option<Phase>, &[&str]); 6] = [
    (Some(Phase::Awareness), &["ad", "social", "review_site", "referral"]),
    (Some(Phase::Consideration), &["home", "search", "category", "product_page", "chat", "newsletter"]),
    (Some(Phase::Purchase), &["cart", "checkout", "payment", "account"]),
    (
        Some(Phase::AfterSales),
        &["order_mail", "delivery", "unboxing", "product_use", "service_call", "service_mail", "complaint", "return"],
    ),
    (Some(Phase::Relationship), &["repeat_purchase", "loyalty_program", "community", "personal_mail"]),
    (None, &["store_staff", "store_cleanliness", "phone"]),
];

impl Touchpoint {
    /// Every contact moment of the catalogue, in the order of the journey.
    pub fn all() -> impl Iterator<Item = Self> {
        let of_phase = |(phase, keys): &(Option<Phase>, &'static [&'static str])| {
            let phase = *phase;
            keys.iter().map(move |key| Self { key, phase })
        };
        CATALOGUE.iter().flat_map(of_phase)
    }

    /// The contact moment of a key, `-` and `_` being the same; `None` where the catalogue has none.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        let same = |known: &str| known.bytes().eq(key.bytes().map(|byte| if byte == b'-' { b'_' } else { byte }));
        Self::all().find(|touchpoint| same(touchpoint.key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_there_once_and_found_in_either_spelling() {
        let mut keys: Vec<&str> = Touchpoint::all().map(|touchpoint| touchpoint.key).collect();
        assert_eq!(keys.len(), 29);
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 29);
        let page = Touchpoint::of("product-page").expect("in the catalogue");
        assert_eq!((page.key, page.phase), ("product_page", Some(Phase::Consideration)));
        assert_eq!(Touchpoint::of("spaceport"), None);
    }
}
