//! The answers as a timeline that can be read aloud.

use std::collections::BTreeMap;

use meetpunt_core::Band;
use yew::prelude::*;

use crate::answer::{Answer, Answers};
use crate::clock;
use crate::pictures;
use crate::posting::{Left, Posting};
use crate::state::Server;
use crate::strings::text;

#[derive(Properties, PartialEq)]
pub struct LogProps {
    pub answers: Answers,
    pub server: Server,
    /// The requests of this tab, each by its state of an answer.
    pub posted: BTreeMap<(String, u64), Posting>,
    pub refresh: Callback<()>,
}

/// The timeline, the newest answer first, with a line for each day.
#[component]
pub fn Log(props: &LogProps) -> Html {
    let today = clock::day(&clock::now(), text().locale);
    let mut days: Vec<(String, Vec<Html>)> = Vec::new();
    for answer in props.answers.iter() {
        let day = clock::day(&answer.received, text().locale);
        let entry = html! { <Entry key={answer.submission.clone()} answer={answer.clone()} left={props.posted.get(&answer.key()).cloned()} /> };
        match days.last_mut() {
            Some((last, entries)) if *last == day => entries.push(entry),
            _ => days.push((day, vec![entry])),
        }
    }
    let note = match props.server {
        Server::Missing => text().server_missing,
        Server::Closed => text().server_closed,
        Server::There | Server::Unknown => "",
    };
    let refresh = props.refresh.reform(|_: MouseEvent| ());
    html! {
        <section class="log" aria-labelledby="log-title">
            <div class="head-line">
                <h2 id="log-title">{ text().answers }</h2>
                if props.server == Server::There {
                    <button type="button" class="quiet" onclick={refresh}>{ text().refresh }</button>
                }
            </div>
            if !note.is_empty() {
                <p class="hint">{ pictures::alert() }{ note }</p>
            }
            if days.is_empty() {
                <p class="empty">{ text().nothing_yet }<br />{ text().invitation }</p>
            }
            { for days.into_iter().map(|(day, entries)| html! {
                <div key={day.clone()}>
                    <h3>{ if day == today { text().today.to_owned() } else { day } }</h3>
                    <ol class="timeline">{ entries }</ol>
                </div>
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    answer: Answer,
    /// The request as it left, where it left in this tab.
    left: Option<Posting>,
}

/// One answer: the sentence, and what was posted when asked for.
#[component]
fn Entry(props: &EntryProps) -> Html {
    let answer = &props.answer;
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    let expanded = (*open).to_string();
    html! {
        <li class={classes!("entry", band_class(answer))}>
            <p>
                <span class="sentence">{ answer.sentence(text()) }</span>
                { ", " }
                <time datetime={answer.received.clone()}>{ clock::time(&answer.received, text().locale) }</time>
                if answer.test {
                    <span class="tag-test">{ text().test_answer }</span>
                }
            </p>
            <button type="button" class="fold" aria-expanded={expanded} onclick={ontoggle}>{ text().as_posted }</button>
            if *open {
                <pre class="code" tabindex="0" role="region" aria-label={text().as_posted}><code>{ &answer.json }</code></pre>
                if let Some(posting) = &props.left {
                    <Left posting={posting.clone()} />
                }
            }
        </li>
    }
}

/// The class name that colours an answer; its words say the same.
pub fn band_class(answer: &Answer) -> &'static str {
    match answer.checked().map(|score| score.band()) {
        Some(band) => band_name(band),
        None => "none",
    }
}

/// The class name that colours a band.
pub const fn band_name(band: Band) -> &'static str {
    match band {
        Band::Negative => "negative",
        Band::Neutral => "neutral",
        Band::Positive => "positive",
    }
}
