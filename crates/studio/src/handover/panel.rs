//! The tab with the code: for which system, the code, the steps, and the draft itself as link and file.

use serde_json::Value;
use yew::prelude::*;

use super::own_page::OwnPage;
use super::{Package, System};
use crate::action::{Action, Edit, Field};
use crate::answer::Answers;
use crate::checklist::Checklist;
use crate::controls::{Incoming, Pick, Writing, note};
use crate::copy::Copy;
use crate::draft::Draft;
use crate::keep;
use crate::snippet::{Addresses, Kind, Piece, is_allowed};
use crate::strings::text;
use crate::texts;
use crate::touchpoint::Touchpoint;

#[derive(Properties, PartialEq)]
pub struct HandOverProps {
    pub draft: Draft,
    pub touchpoint: Touchpoint,
    pub addresses: Addresses,
    pub answers: Answers,
    /// The least side of a point, as the sample shop shows it.
    pub point: Option<f64>,
    /// The address of the studio itself, for links to it.
    pub here: String,
    pub act: Callback<Action>,
}

/// The tab.
#[component]
pub fn HandOver(props: &HandOverProps) -> Html {
    let system = use_state(|| System::Html);
    let source = use_node_ref();
    let HandOverProps { draft, touchpoint, addresses, act, .. } = props;
    let package = Package::of(draft, *touchpoint, addresses);
    let code = package.code(*system);
    let onpick = {
        let system = system.clone();
        move |key: String| system.set(System::of(&key))
    };
    let words = System::ALL.iter().map(|(_, key)| (AttrValue::from(*key), AttrValue::from(texts::system(key))));
    let write = |field: Field| act.reform(move |text| Action::Write(field, text));
    let wrong = if is_allowed(&addresses.endpoint) { "" } else { text().endpoint_wrong };
    html! {
        <div class="code-tab">
            <div class="head-line">
                <h2>{ text().code }</h2>
                <Copy text={code.clone()} source={source.clone()} />
            </div>
            <Pick id="system" label={text().system} words={words.collect::<Vec<_>>()} chosen={system.key()} {onpick} />
            <pre class="code" tabindex="0" role="region" aria-label={text().code}>
                <code ref={source}>{
                    if *system == System::Html {
                        html! { { for package.html().iter().map(piece) } }
                    } else {
                        html! { { code } }
                    }
                }</code>
            </pre>
            if addresses.are_local() {
                { note("addresses", "advice", text().local_addresses) }
            }
            if package.needs_site_file() && !matches!(*system, System::SiteFile | System::Email | System::Yew) {
                { note("site-file", "advice", text().needs_site_file) }
            }
            if package.needs_site_file() || *system == System::SiteFile {
                { saving(&package.code(System::SiteFile)) }
            }
            <ol class="next">
                { for texts::steps(system.key()).into_iter().map(|step| html! { <li><span>{ step }</span></li> }) }
            </ol>
            <Writing
                id="script"
                label={text().script_address}
                text={addresses.script.clone()}
                help={text().script_help}
                exact=true
                onwrite={write(Field::Script)}
            />
            <Writing
                id="endpoint-address"
                label={text().endpoint_address}
                text={addresses.endpoint.clone()}
                help={text().endpoint_help}
                {wrong}
                exact=true
                onwrite={write(Field::Endpoint)}
            />
            <Checklist
                draft={draft.clone()}
                touchpoint={*touchpoint}
                addresses={addresses.clone()}
                answers={props.answers.clone()}
                point={props.point}
            />
            <OwnPage
                draft={draft.clone()}
                touchpoint={*touchpoint}
                page={addresses.page.clone()}
                onwrite={write(Field::Page)}
            />
            <Exchange draft={draft.clone()} touchpoint={*touchpoint} here={props.here.clone()} act={act} />
        </div>
    }
}

/// A link that saves the site file.
fn saving(file: &str) -> Html {
    let encoded = String::from(js_sys::encode_uri_component(file));
    let href = format!("data:application/json;charset=utf-8,{encoded}");
    html! { <p><a {href} download="meetpunt.json">{ text().save_site_file }</a></p> }
}

fn piece(piece: &Piece) -> Html {
    let class = match piece.kind {
        Kind::Plain => return html! { { &piece.text } },
        Kind::Tag => "tag",
        Kind::Name => "attribute",
        Kind::Value => "value",
    };
    html! { <span {class}>{ &piece.text }</span> }
}

#[derive(Properties, PartialEq)]
struct ExchangeProps {
    draft: Draft,
    touchpoint: Touchpoint,
    here: String,
    act: Callback<Action>,
}

/// The draft as a link for a colleague, and a draft or site file that comes in.
#[component]
fn Exchange(props: &ExchangeProps) -> Html {
    let source = use_node_ref();
    let ExchangeProps { draft, touchpoint, here, act } = props;
    let link = format!("{here}#{}", keep::fragment(draft, *touchpoint));
    let open = {
        let (act, draft, touchpoint) = (act.clone(), draft.clone(), *touchpoint);
        move |text: String| {
            let (draft, touchpoint) = read(&text, &draft, touchpoint)?;
            act.emit(Action::Edit(Edit::Open(Box::new(draft), touchpoint)));
            Ok(())
        }
    };
    html! {
        <>
            <div class="head-line">
                <h2>{ text().link }</h2>
                <Copy text={link.clone()} source={source.clone()} />
            </div>
            <p class="help">{ text().link_help }</p>
            <pre class="code link" tabindex="0" role="region" aria-label={text().link}><code ref={source}>{ link }</code></pre>
            <Incoming id="incoming" label={text().incoming} help={text().incoming_help} {open} />
        </>
    }
}

/// A draft, a link with one, or a site file: then its first survey, on this page. Else what is wrong with it.
fn read(text: &str, draft: &Draft, touchpoint: Touchpoint) -> Result<(Draft, Touchpoint), String> {
    if let Some((_, fragment)) = text.trim().split_once('#')
        && let Some(found) = keep::read(fragment)
    {
        return Ok(found);
    }
    let json: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if let Some(found) = Draft::of_json(&json) {
        return Ok(found);
    }
    let errors = meetpunt_core::site::check(text);
    let errors = errors.iter().filter(|finding| finding.severity == meetpunt_core::site::Severity::Error);
    let errors: Vec<_> = errors.map(ToString::to_string).collect();
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    let survey = json.pointer("/surveys/0").and_then(Value::as_object);
    let mut survey = survey.cloned().ok_or_else(|| crate::strings::text().no_survey.to_owned())?;
    for (key, value) in json.get("defaults").and_then(Value::as_object).into_iter().flatten() {
        survey.entry(key.clone()).or_insert_with(|| value.clone());
    }
    let mut draft = draft.clone();
    draft.begin(touchpoint, &survey);
    Ok((draft, touchpoint))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Touchpoint = Touchpoint::Order;

    #[test]
    fn a_site_file_comes_in_as_it_went_out() {
        let mut draft = Draft::default();
        draft.set(HERE, "metric", Some("csat".into()));
        draft.set(HERE, "allow-na", Some(true.into()));
        draft.set(HERE, "brand", Some("De Kade".into()));
        let text = draft.site(HERE).to_string();
        let (read, page) = read(&text, &Draft::default(), HERE).expect("a draft");
        assert_eq!(page, HERE);
        assert_eq!(read.pairs(HERE), draft.pairs(HERE));
    }

    #[test]
    fn a_link_comes_in_too() {
        let link = format!("https://x.example/#{}", keep::fragment(&Draft::default(), Touchpoint::Delivery));
        assert_eq!(read(&link, &Draft::default(), HERE), Ok((Draft::default(), Touchpoint::Delivery)));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let wrong = |text: &str| read(text, &Draft::default(), HERE).expect_err("wrong");
        assert!(wrong("{").contains("line 1"), "{}", wrong("{"));
        let metric = r#"{"version": 1, "surveys": [{"id": "a", "metric": "npx"}]}"#;
        assert!(wrong(metric).contains("npx"), "{}", wrong(metric));
        assert_eq!(wrong(r#"{"version": 1, "surveys": []}"#), text().no_survey);
    }
}
