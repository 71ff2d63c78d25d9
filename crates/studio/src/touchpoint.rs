//! The moments of the sample shop at which a survey asks something.

/// A page of the sample shop with one survey on it, in the order in which a customer meets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touchpoint {
    /// Somebody looks at a product.
    Product,
    /// Somebody has just ordered.
    Order,
    /// The parcel has arrived. This page is in Dutch.
    Delivery,
}

impl Touchpoint {
    /// Every touchpoint, in the customer's order.
    pub const ALL: [Self; 3] = [Self::Product, Self::Order, Self::Delivery];

    /// The value of the `touchpoint` attribute.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Product => "product-page",
            Self::Order => "order-confirmation",
            Self::Delivery => "delivery",
        }
    }

    /// Where the page lies, seen from the studio's own page.
    pub const fn page(self) -> &'static str {
        match self {
            Self::Product => "shop/product.html",
            Self::Order => "shop/order.html",
            Self::Delivery => "shop/delivery.html",
        }
    }

    /// The touchpoint of a path such as `/preview/shop/order.html`.
    pub fn of_path(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|touchpoint| path.ends_with(touchpoint.page()))
    }

    /// The touchpoint of an attribute value.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|touchpoint| touchpoint.key() == key)
    }

    /// What the page asks before anybody changes it.
    pub const fn metric(self) -> &'static str {
        match self {
            Self::Product => "ces",
            Self::Order => "nps",
            Self::Delivery => "csat",
        }
    }

    /// The wording that the page starts with; none for the standard one.
    pub const fn wording(self) -> Option<&'static str> {
        match self {
            Self::Product => Some("find"),
            Self::Order => None,
            Self::Delivery => Some("delivery"),
        }
    }

    /// The language that the page is written in.
    pub const fn language(self) -> &'static str {
        match self {
            Self::Product | Self::Order => "en",
            Self::Delivery => "nl",
        }
    }

    /// The place of this touchpoint in [`Touchpoint::ALL`].
    pub const fn place(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_the_shop_tells_its_touchpoint() {
        for touchpoint in Touchpoint::ALL {
            assert_eq!(Touchpoint::of_path(&format!("/preview/{}", touchpoint.page())), Some(touchpoint));
            assert_eq!(Touchpoint::parse(touchpoint.key()), Some(touchpoint));
            assert_eq!(Touchpoint::ALL[touchpoint.place()], touchpoint);
        }
        assert_eq!(Touchpoint::of_path("/preview/shop/about.html"), None);
    }
}
