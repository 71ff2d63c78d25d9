//! The design tab: every setting of a survey in its group, and a search over all of them.

mod field;
mod measure;
mod shape;
mod worded;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::accent::Accent;
use crate::action::{Action, Edit};
use crate::controls::Section;
use crate::draft::Draft;
use crate::findings::Remark;
use crate::form::{GROUPS, Group, applies};
use crate::pictures;
use crate::standard::{Standard, language};
use crate::strings::text;
use crate::texts;
use crate::touchpoint::Touchpoint;

#[derive(Properties, PartialEq)]
pub struct DesignProps {
    pub touchpoint: Touchpoint,
    pub draft: Draft,
    pub remarks: Vec<Remark>,
    /// Whether there is something to undo, and to redo.
    pub ways: (bool, bool),
    pub act: Callback<Action>,
}

/// What every field needs to know.
struct Form<'a> {
    touchpoint: Touchpoint,
    draft: &'a Draft,
    remarks: &'a [Remark],
    /// In the language that the survey speaks, then in each that texts are written in.
    standards: Vec<(String, Standard)>,
    act: &'a Callback<Action>,
}

/// The settings of one survey, and of the shop.
#[component]
pub fn Design(props: &DesignProps) -> Html {
    let query = use_state(String::new);
    let DesignProps { touchpoint, draft, remarks, ways, act } = props;
    let spoken = [language(draft, *touchpoint)];
    let tags = if draft.languages().is_empty() { &spoken[..] } else { draft.languages() };
    let standards = tags.iter().map(|tag| (tag.clone(), Standard::of(draft, *touchpoint, tag))).collect();
    let form = Form { touchpoint: *touchpoint, draft, remarks, standards, act };
    let oninput = {
        let query = query.clone();
        move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value());
        }
    };
    let start_over = act.reform(|_: MouseEvent| Action::Edit(Edit::StartOver));
    let found = found(&query, form.metric());
    html! {
        <>
            <div class="search">
                <input
                    type="search"
                    id="search"
                    aria-label={text().search}
                    placeholder={text().search}
                    value={(*query).clone()}
                    {oninput}
                />
                { way(text().undo, false, ways.0, act.reform(|_: MouseEvent| Action::Undo)) }
                { way(text().redo, true, ways.1, act.reform(|_: MouseEvent| Action::Redo)) }
            </div>
            { about_survey(remarks) }
            if query.trim().is_empty() {
                { for GROUPS.iter().map(|group| form.group(group)) }
            } else {
                <div class="section-body found" role="region" aria-label={text().search}>
                    if found.is_empty() {
                        <p class="empty">{ text().nothing_found }</p>
                    }
                    { for found.iter().map(|name| form.field(name)) }
                </div>
            }
            <div class="panel-foot">
                <p class="help">{ text().shared }</p>
                <button type="button" class="quiet" onclick={start_over} disabled={!draft.is_changed(*touchpoint)}>
                    { text().start_over }
                </button>
                <p class="fine">{ text().trademark }</p>
            </div>
        </>
    }
}

/// The button that undoes, or redoes.
fn way(label: &'static str, forward: bool, open: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button" aria-label={label} title={label} disabled={!open} {onclick}>
            { pictures::undo(forward) }
        </button>
    }
}

/// The settings in whose name or help the words stand.
fn found(query: &str, metric: &str) -> Vec<&'static str> {
    let query = query.trim().to_lowercase();
    let names = GROUPS.iter().flat_map(|group| group.settings).copied().filter(|name| applies(name, metric));
    let fits = |name: &&'static str| {
        let words = format!("{name} {} {}", texts::title(name), texts::help(name)).to_lowercase();
        words.contains(&query)
    };
    names.filter(fits).collect()
}

/// What is wrong with the survey as a whole.
fn about_survey(remarks: &[Remark]) -> Html {
    let about = remarks.iter().filter(|remark| remark.setting.is_empty());
    html! { { for about.map(|remark| crate::controls::note("survey", "wrong", &remark.text)) } }
}

impl Form<'_> {
    fn metric(&self) -> &str {
        self.draft.text(self.touchpoint, "metric")
    }

    fn group(&self, group: &'static Group) -> Html {
        let names = group.settings.iter().filter(|name| applies(name, self.metric()));
        html! {
            <Section key={group.key} title={texts::group(group.key)} value={self.summary(group)} open={group.open}>
                if group.key == "words" {
                    { worded::languages(self) }
                }
                { for names.map(|name| self.field(name)) }
                if group.key == "look" {
                    <Accent accent={self.draft.accent} onchoose={self.act.reform(|accent| Action::Edit(Edit::Accent(accent)))} />
                }
            </Section>
        }
    }

    /// What a group says while it is closed: how many of its settings are set, or what was chosen first.
    fn summary(&self, group: &Group) -> String {
        if group.key == "ask" {
            return texts::word("metric", self.metric());
        }
        let is_set = |name: &&&str| match **name {
            "context" => !self.draft.context(self.touchpoint).is_empty(),
            // Always there: the page's own.
            "touchpoint" => false,
            name => self.draft.get(self.touchpoint, name).is_some(),
        };
        let titles: Vec<_> = group.settings.iter().filter(is_set).map(|name| texts::title(name)).collect();
        if titles.is_empty() { text().standard.to_owned() } else { titles.join(" · ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        assert_eq!(found(query, "nps"), expected, "{query}");
    }

    #[test]
    fn a_setting_is_found_by_its_name_its_title_and_its_help() {
        check("ask-again", &["ask-again"]);
        check(" Shop Name ", &["brand"]);
        check("CORS", &["format"]);
        check("a text for each point", &[]);
        check("xyzzy", &[]);
    }
}
