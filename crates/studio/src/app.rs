//! The studio put together: the bar, the page, the line below it, and the panel.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::action::{Action, Edit};
use crate::ask::Ask;
use crate::design::Design;
use crate::findings::remarks;
use crate::handover::HandOver;
use crate::journey::use_journey;
use crate::keep;
use crate::live::use_live;
use crate::log::Log;
use crate::map::JourneyMap;
use crate::notices::Notices;
use crate::page::{Bar, Page};

use crate::probe::Probe;
use crate::reload::use_reload;
use crate::score::{ScoreCard, Standing};
use crate::server;
use crate::snippet::Addresses;
use crate::standard::resolved;
use crate::start::Start;
use crate::state::{Server, Studio, Tab};
use crate::status::Status;
use crate::strings::{self, text};
use crate::tabs::Tabs;
use crate::trial::Trial;

/// The whole page.
#[component]
pub fn App() -> Html {
    let studio = use_reducer(open);
    // Before anything is drawn: every component reads it.
    strings::speak(studio.tongue);
    let node = use_node_ref();
    let act = {
        let dispatcher = studio.dispatcher();
        use_callback((), move |action: Action, _| dispatcher.dispatch(action))
    };
    let refresh = {
        let act = act.clone();
        use_callback((), move |_: (), _| {
            let act = act.clone();
            spawn_local(async move { act.emit(server::read().await) });
        })
    };
    {
        let refresh = refresh.clone();
        use_effect_with((), move |_| refresh.emit(()));
    }
    use_live(studio.server == Server::There, &refresh);
    let again = use_journey(&node, &studio, &act, &refresh);

    use_keeping(&studio);
    use_reload();
    let found = use_memo((studio.draft.clone(), studio.touchpoint), |(draft, touchpoint)| remarks(draft, *touchpoint));

    let settings = resolved(&studio.draft, studio.touchpoint);
    let standing = settings.and_then(|settings| {
        let first = &settings.first;
        Standing::of(first.measure, first.look, &settings.survey, &settings.series, studio.answers())
    });
    let body = |tab: Tab| match tab {
        Tab::Design => html! {
            <Design
                touchpoint={studio.touchpoint}
                draft={studio.draft.clone()}
                remarks={(*found).clone()}
                ways={studio.ways()}
                act={&act}
            />
        },
        Tab::Trial => html! { <Trial draft={studio.draft.clone()} touchpoint={studio.touchpoint} /> },
        Tab::Answers => html! {
            <>
                if let Some(standing) = standing.clone() {
                    <ScoreCard {standing} place={text().touchpoint(studio.touchpoint)} />
                }
                <Probe
                    draft={studio.draft.clone()}
                    touchpoint={studio.touchpoint}
                    endpoint={studio.addresses.endpoint.clone()}
                    origin={origin()}
                    refresh={&refresh}
                />
                <Log answers={studio.answers().clone()} server={studio.server} posted={studio.posted.clone()} refresh={&refresh} />
            </>
        },
        Tab::Code => html! {
            <HandOver
                draft={studio.draft.clone()}
                touchpoint={studio.touchpoint}
                addresses={studio.addresses.clone()}
                answers={studio.answers().clone()}
                point={studio.point}
                here={here()}
                act={&act}
            />
        },
        Tab::Journey => html! { <JourneyMap drafted={studio.draft.measured()} /> },
    };
    let tag = studio.tongue.tag();
    html! {
        <>
            <Bar key={format!("bar-{tag}")} tongue={studio.tongue} touchpoint={studio.touchpoint} width={studio.width} seen={studio.seen} act={&act} again={&again} />
            <main class="stage" aria-label={text().workbench}>
                <Page
                    node={node.clone()}
                    touchpoint={studio.touchpoint}
                    width={studio.width}
                    scheme={studio.seen.scheme}
                    frame={studio.frame}
                    ready={studio.server != Server::Unknown}
                    tongue={studio.tongue}
                    act={&act}
                />
                <Notices key={format!("notices-{tag}")} notices={studio.notices.clone()} act={&act} />
                <Status key={format!("status-{tag}")} newest={studio.answers().newest().cloned()} standing={standing.clone()} act={&act} />
            </main>
            <Tabs
                key={format!("tabs-{tag}")}
                tab={studio.tab}
                count={studio.answers().len()}
                act={&act}
                body={Tab::ALL.map(body).to_vec()}
            />
            if let Some(edit) = &studio.asked {
                <Ask
                    question={match edit { Edit::Begin(_) => text().ask_page, _ => text().ask_all }}
                    ondecide={act.reform(Action::Decide)}
                />
            }
            <Start key={format!("start-{tag}")} shown={studio.start} act={&act} />
        </>
    }
}

/// The studio as it opens: with the draft of the address, else with the one that was kept.
fn open() -> Studio {
    let mut studio = Studio::new(Addresses::of_origin(&origin()));
    studio.tongue = keep::tongue();
    if let Some((draft, touchpoint)) = keep::kept() {
        studio = studio.resumed(draft, touchpoint);
    }
    match keep::linked() {
        Some((draft, touchpoint)) => studio.opened(draft, touchpoint),
        None => studio,
    }
}

/// Keeps what was set in this browser, so that closing the tab loses nothing. Where the browser refuses, leaving asks first.
#[hook]
fn use_keeping(studio: &Studio) {
    let tongue = studio.tongue;
    use_effect_with(tongue, |tongue| {
        keep::keep_tongue(*tongue);
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(root) = root {
            // The name is valid.
            let _ = root.set_attribute("lang", tongue.tag());
        }
    });
    let now = (studio.draft.clone(), studio.touchpoint);
    use_effect_with((now, studio.start), |((draft, touchpoint), start)| {
        // Nothing was begun yet: the next visit starts with the templates again.
        let is_safe = *start || keep::keep(draft, *touchpoint);
        let window = web_sys::window().filter(|_| !is_safe);
        let options = gloo_events::EventListenerOptions::enable_prevent_default();
        let asking = window.map(|window| {
            gloo_events::EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default()
            })
        });
        move || drop(asking)
    });
}

/// The address of this page without its fragment.
fn here() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

fn origin() -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    origin.unwrap_or_default()
}
