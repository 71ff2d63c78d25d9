//! The shop page in its frame: the hero of the studio.

use yew::prelude::*;

use crate::action::Action;
use crate::pictures;
use crate::state::{Frame, Width};
use crate::strings::{ENGLISH as TEXT, fill};
use crate::touchpoint::Touchpoint;

#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// Where the frame is once it has been drawn.
    pub node: NodeRef,
    pub touchpoint: Touchpoint,
    pub width: Width,
    pub frame: Frame,
    /// Whether the server is known, so that the survey knows where to post.
    pub ready: bool,
    pub act: Callback<Action>,
}

/// The page. It stays hidden until the survey on it is set up: hidden frames have nothing visible in them, so the survey
/// does not start as anything but a trial run.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { touchpoint, width, frame, act, .. } = props;
    let title = TEXT.touchpoint(*touchpoint);
    let shown = *frame == Frame::Ready && props.ready;
    let size = match width {
        Width::Wide => "wide",
        Width::Phone => "phone",
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
                title={fill(TEXT.shop_page, &[("page", title)])}
                class={classes!((!shown).then_some("away"))}
            />
            if *frame == Frame::Elsewhere {
                <div class="page-note">
                    <p>{ TEXT.elsewhere }</p>
                    <button type="button" class="filled" onclick={back}>{ TEXT.back_to_shop }</button>
                </div>
            } else if !shown {
                <p class="page-note loading">{ TEXT.loading_page }</p>
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
    pub touchpoint: Touchpoint,
    pub width: Width,
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
                    { TEXT.touchpoint(touchpoint) }
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
                aria-label={TEXT.width(width)}
                title={TEXT.width(width)}
                {onclick}
            >
                { pictures::width(width) }
            </button>
        }
    };
    let again = props.again.reform(|_: MouseEvent| ());
    html! {
        <header class="bar" aria-label={TEXT.studio}>
            <a class="skip" href="#panel">{ TEXT.skip_to_settings }</a>
            <h1 class="name">{ pictures::mark() }<span>{ "Meetpunt" }</span><span class="soft">{ TEXT.studio }</span></h1>
            <nav aria-label={TEXT.touchpoints}>
                <ol class="moments">{ for Touchpoint::ALL.into_iter().map(moment) }</ol>
            </nav>
            <div class="bar-end">
                <div class="toggles" role="group" aria-label={TEXT.page_width}>
                    { width(Width::Wide) }
                    { width(Width::Phone) }
                </div>
                <button type="button" class="outlined" onclick={again}>
                    { pictures::again() }{ TEXT.show_again }
                </button>
            </div>
        </header>
    }
}
