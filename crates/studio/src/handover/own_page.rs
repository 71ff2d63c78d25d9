//! A link that opens the draft on the shop's own page.

use yew::prelude::*;

use crate::controls::Writing;
use crate::copy::Copy;
use crate::draft::Draft;
use crate::keep;
use crate::snippet::is_page;
use crate::strings::text;
use crate::touchpoint::Touchpoint;

/// What the page's script tag must say, so that nobody can put words of their own on just any shop.
const ALLOWS: &str = "data-preview=\"allow\"";

#[derive(Properties, PartialEq)]
pub struct OwnPageProps {
    pub draft: Draft,
    pub touchpoint: Touchpoint,
    /// The address as it was written; empty at first.
    pub page: String,
    pub onwrite: Callback<String>,
}

/// The address of the page, the link to it, and what the page must have.
#[component]
pub fn OwnPage(props: &OwnPageProps) -> Html {
    let source = use_node_ref();
    let OwnPageProps { draft, touchpoint, page, onwrite } = props;
    let link = link(page, draft, *touchpoint);
    let is_wrong = link.is_none() && !page.trim().is_empty();
    html! {
        <section class="own-page" aria-labelledby="own-page-title">
            <div class="head-line">
                <h2 id="own-page-title">{ text().own_page }</h2>
                if let Some(link) = &link {
                    <Copy text={link.clone()} source={source.clone()} />
                }
            </div>
            <p class="help">{ text().own_page_help }</p>
            <p class="help">{ text().own_page_allow }{ " " }<code>{ ALLOWS }</code></p>
            <Writing
                id="own-page-address"
                label={text().own_page_address}
                text={page.clone()}
                standard="https://www.shop.example/"
                wrong={if is_wrong { text().own_page_wrong } else { "" }}
                exact=true
                onwrite={onwrite}
            />
            if let Some(link) = &link {
                <pre class="code link" tabindex="0" role="region" aria-label={text().own_page_link}>
                    <code ref={source}>{ link }</code>
                </pre>
                <p><a href={link.clone()} target="_blank" rel="noreferrer">{ text().own_page_open }</a></p>
            }
        </section>
    }
}

/// The page's address with the draft after its `#`; none where it is not the address of a page.
fn link(page: &str, draft: &Draft, touchpoint: Touchpoint) -> Option<String> {
    let page = page.trim().split('#').next().filter(|page| is_page(page))?;
    Some(format!("{page}#{}", keep::shop_fragment(draft, touchpoint)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: Option<&str>) {
        let link = link(page, &Draft::default(), Touchpoint::Order);
        let start = link.as_deref().and_then(|link| link.split_once("#meetpunt-draft=")).map(|(page, _)| page);
        assert_eq!(start, expected, "{page}");
    }

    #[test]
    fn only_the_whole_address_of_a_page_gets_a_link() {
        check(" https://www.shop.example/basket?id=1 ", Some("https://www.shop.example/basket?id=1"));
        check("https://www.shop.example/#reviews", Some("https://www.shop.example/"));
        check("http://localhost:8000/", Some("http://localhost:8000/"));
        // Shops are tried out in offices, too.
        check("http://test.shop.example/", Some("http://test.shop.example/"));
        check("/basket", None);
        check("www.shop.example", None);
        check("javascript:alert(1)//x", None);
        check("javascript://x", None);
        check("https://", None);
        check("", None);
    }
}
