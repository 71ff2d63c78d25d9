//! The shop page in its frame: the hero of the studio.

use yew::prelude::*;

use crate::action::Action;
use crate::pictures;
use crate::seen::{Scheme, Seen, Sight};
use crate::state::{Frame, Width};
use crate::strings::{Tongue, fill, text};
use crate::touchpoint::Touchpoint;

#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// Where the frame is once it has been drawn.
    pub node: NodeRef,
    pub touchpoint: Touchpoint,
    pub width: Width,
    pub scheme: Scheme,
    pub frame: Frame,
    /// Whether the server is known, so that the survey knows where to post.
    pub ready: bool,
    /// Drawn again in another language, never replaced: the frame would load anew.
    pub tongue: Tongue,
    pub act: Callback<Action>,
}

/// The page. It stays hidden until the survey on it is set up: hidden frames have nothing visible in them, so the survey
/// does not start as anything but a trial run.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { touchpoint, width, frame, act, .. } = props;
    let title = text().touchpoint(*touchpoint);
    let shown = *frame == Frame::Ready && props.ready;
    let size = match width {
        Width::Wide => "wide",
        Width::Tablet => "tablet",
        Width::Phone => "phone",
    };
    // What a frame's own colour scheme is, its page is told that the visitor prefers.
    let scheme = match props.scheme {
        Scheme::Own => None,
        Scheme::Light => Some("light"),
        Scheme::Dark => Some("dark"),
    };
    let back = {
        let touchpoint = *touchpoint;
        act.reform(move |_: MouseEvent| Action::OpenPage(touchpoint))
    };
    html! {
        <div class={classes!("page", size)}>
            <iframe
                ref={props.node.clone()}
                src={touchpoint_at_start()}
                title={fill(text().shop_page, &[("page", title)])}
                class={classes!(scheme, (!shown).then_some("away"))}
            />
            if *frame == Frame::Elsewhere {
                <div class="page-note">
                    <p>{ text().elsewhere }</p>
                    <button type="button" class="filled" onclick={back}>{ text().back_to_shop }</button>
                </div>
            } else if !shown {
                <p class="page-note loading">{ text().loading_page }</p>
            }
        </div>
    }
}

/// The address that the frame opens with. It never changes: later pages are opened from within, so that the tab's history
/// stays as short as the visit.
const fn touchpoint_at_start() -> &'static str {
    Touchpoint::Order.page()
}

#[derive(Properties, PartialEq)]
pub struct BarProps {
    pub tongue: Tongue,
    pub touchpoint: Touchpoint,
    pub width: Width,
    pub seen: Seen,
    pub act: Callback<Action>,
    pub again: Callback<()>,
}

/// The bar above: the moments of the journey, the width of the page, and the survey once more.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let moment = |touchpoint: Touchpoint| {
        let onclick = props.act.reform(move |_: MouseEvent| Action::OpenPage(touchpoint));
        let current = (touchpoint == props.touchpoint).then_some("page");
        html! {
            <li>
                <button type="button" class="moment" aria-current={current} {onclick}>
                    { text().touchpoint(touchpoint) }
                </button>
            </li>
        }
    };
    let width = |width: Width| {
        let onclick = props.act.reform(move |_: MouseEvent| Action::ShowWidth(width));
        let pressed = (width == props.width).to_string();
        html! {
            <button
                type="button"
                class="icon-button"
                aria-pressed={pressed}
                aria-label={text().width(width)}
                title={text().width(width)}
                {onclick}
            >
                { pictures::width(width) }
            </button>
        }
    };
    let tongue = |(tongue, name, tag): (Tongue, &'static str, &'static str)| {
        let onclick = props.act.reform(move |_: MouseEvent| Action::Speak(tongue));
        html! {
            <button
                type="button"
                class="icon-button"
                lang={tag}
                aria-pressed={(tongue == props.tongue).to_string()}
                title={name}
                {onclick}
            >
                <span aria-hidden="true">{ tag }</span>
                <span class="unseen">{ name }</span>
            </button>
        }
    };
    let templates = props.act.reform(|_: MouseEvent| Action::ShowStart(true));
    let again = props.again.reform(|_: MouseEvent| ());
    html! {
        <header class="bar" aria-label={text().studio}>
            <a class="skip" href="#panel">{ text().skip_to_settings }</a>
            <h1 class="name">{ pictures::mark() }<span>{ "Meetpunt" }</span><span class="soft">{ text().studio }</span></h1>
            <nav aria-label={text().touchpoints}>
                <ol class="moments">{ for Touchpoint::ALL.into_iter().map(moment) }</ol>
            </nav>
            <div class="bar-end">
                <button type="button" class="quiet" onclick={templates}>{ text().templates }</button>
                <div class="toggles" role="group" aria-label={text().speak}>
                    { for Tongue::ALL.into_iter().map(tongue) }
                </div>
                <div class="toggles" role="group" aria-label={text().page_width}>
                    { for Width::ALL.into_iter().map(width) }
                </div>
                <Sight seen={props.seen} act={props.act.clone()} />
                <button type="button" class="outlined" onclick={again}>
                    { pictures::again() }{ text().show_again }
                </button>
            </div>
        </header>
    }
}
