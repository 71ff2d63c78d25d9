//! The small drawings of the studio.

use meetpunt_core::settings::Display;
use yew::prelude::*;

use crate::state::Width;

/// The mark of the studio: a point that is being measured.
pub fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
            <rect x="1" y="1" width="26" height="26" rx="8" fill="currentColor" />
            <path d="M7 19a7 7 0 0 1 14 0" fill="none" stroke="var(--panel)" stroke-width="2.4" stroke-linecap="round" />
            <circle cx="14" cy="18.5" r="2.6" fill="var(--panel)" />
            <path d="M14 18.5 17.8 12.5" stroke="var(--panel)" stroke-width="2.2" stroke-linecap="round" />
        </svg>
    }
}

/// Where a survey appears on a page.
pub fn display(display: Display) -> Html {
    let survey = match display {
        Display::Inline => html! { <rect class="spot" x="10" y="19" width="44" height="14" rx="3" /> },
        Display::Popover => html! { <rect class="spot" x="34" y="22" width="26" height="18" rx="3" /> },
        Display::Modal => html! { <rect class="spot" x="16" y="13" width="32" height="20" rx="3" /> },
        Display::Tab => html! { <rect class="spot" x="57" y="13" width="6" height="18" rx="2" /> },
        Display::Bar => html! { <rect class="spot" x="1" y="33" width="62" height="10" rx="2" /> },
    };
    let below = match display {
        Display::Inline => html! { <path class="text" d="M10 39h30" /> },
        Display::Popover => html! { <path class="text" d="M10 21h34M10 28h18M10 35h18" /> },
        Display::Modal => html! { <path class="text" d="M10 39h30" /> },
        Display::Tab => html! { <path class="text" d="M10 21h34M10 28h40M10 35h30" /> },
        Display::Bar => html! { <path class="text" d="M10 21h34M10 28h40" /> },
    };
    html! {
        <svg class="sketch" viewBox="0 0 64 44" aria-hidden="true">
            <rect class="sheet" x="0.5" y="0.5" width="63" height="43" rx="5" />
            <path class="text" d="M10 8h16M10 14h44" />
            { below }
            { survey }
        </svg>
    }
}

/// A computer or a phone.
pub fn width(width: Width) -> Html {
    let shape = match width {
        Width::Wide => "M3 4.5h14v9H3zM7 16.5h6M10 13.5v3",
        Width::Tablet => "M4.5 3h11v14h-11zM9 14.7h2",
        Width::Phone => "M6.5 2.5h7v15h-7zM9 15h2",
    };
    line(shape)
}

/// Round again.
pub fn again() -> Html {
    line("M15.5 8A6 6 0 1 0 16 11.5M16 4v4.2h-4.2")
}

/// A sheet on a sheet.
pub fn copy() -> Html {
    line("M7 7h9v9.5H7zM13 7V3.5H4V13h3")
}

/// Done.
pub fn tick() -> Html {
    line("M4.5 10.5 8.5 14.5 15.5 6")
}

/// Away with it.
pub fn cross() -> Html {
    line("M5.5 5.5l9 9M14.5 5.5l-9 9")
}

/// How somebody else sees it.
pub fn eye() -> Html {
    line("M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5ZM10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4")
}

/// Something to know.
pub fn alert() -> Html {
    line("M10 3.5 17.5 16.5H2.5ZM10 8.5v3.5M10 14.2v.1")
}

fn line(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path
                d={path}
                fill="none"
                stroke="currentColor"
                stroke-width="1.6"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}

/// The scale of a template, as it is drawn on the page.
pub fn scale(template: &crate::templates::Template) -> Html {
    let survey = template.survey();
    let text = |key: &str| survey.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
    let body = match (text("look"), text("metric"), text("scale")) {
        ("stars", ..) => row(5, |x| {
            html! { <path class="spot" d={format!("M{x} 4l2.4 5 5.4.7-4 3.8 1 5.5-4.8-2.7-4.8 2.7 1-5.5-4-3.8 5.4-.7Z")} /> }
        }),
        ("faces", ..) => row(3, face),
        ("thumbs", ..) => {
            row(2, |x| html! { <rect class="spot" x={(x - 7).to_string()} y="5" width="14" height="14" rx="5" /> })
        }
        ("labels", ..) | (_, "delight" | "goal" | "promise" | "pmf", _) => html! {
            <path class="lines" d="M6 5h44M6 12h36M6 19h40" />
        },
        (_, "nps" | "enps", _) => row(11, |x| point(x, 3)),
        (_, "importance", _) | (_, _, "1-10") => row(10, |x| point(x, 3)),
        (_, "ces", _) => row(7, |x| point(x, 5)),
        _ => row(5, |x| point(x, 6)),
    };
    html! { <svg class="scale-sketch" viewBox="0 0 130 24" aria-hidden="true">{ body }</svg> }
}

fn row(count: i32, one: impl Fn(i32) -> Html) -> Html {
    let step = if count > 7 { 11 } else { 18 };
    html! { { for (0..count).map(|place| one(8 + place * step)) } }
}

fn point(x: i32, radius: i32) -> Html {
    html! { <circle class="spot" cx={x.to_string()} cy="12" r={radius.to_string()} /> }
}

fn face(x: i32) -> Html {
    html! {
        <>
            <circle class="ring" cx={x.to_string()} cy="12" r="7" />
            <path class="ring" d={format!("M{} 14q3 2.5 6 0", x - 3)} />
        </>
    }
}

/// An arrow back, or forward.
pub fn undo(forward: bool) -> Html {
    let path = if forward { "M14 7h-6a4 4 0 0 0 0 8h3M11 4l3 3-3 3" } else { "M6 7h6a4 4 0 0 1 0 8H9M9 4 6 7l3 3" };
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d={path} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
    }
}
