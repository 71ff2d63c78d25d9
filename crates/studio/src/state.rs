//! Everything the studio knows, and how actions change it.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::Reducible;

use crate::action::{Action, Edit, Field};
use crate::answer::Answers;
use crate::draft::Draft;
use crate::notice::Notice;
use crate::past::Past;
use crate::posting::Posting;
use crate::seen::Seen;
use crate::snippet::Addresses;
use crate::strings::Tongue;
use crate::touchpoint::Touchpoint;

/// What the side panel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Design,
    Trial,
    Answers,
    Code,
    Journey,
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Self; 5] = [Self::Design, Self::Trial, Self::Answers, Self::Code, Self::Journey];
}

/// How wide the shop page is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// All the room there is.
    Wide,
    /// A tablet held upright, 768 CSS pixels.
    Tablet,
    /// A phone, 390 CSS pixels.
    Phone,
}

impl Width {
    /// Every width, from large to small.
    pub const ALL: [Self; 3] = [Self::Wide, Self::Tablet, Self::Phone];
}

/// What stands in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A page is on its way.
    Loading,
    /// The page of the chosen touchpoint.
    Ready,
    /// Another page, to which somebody followed a link.
    Elsewhere,
}

/// Whether answers reach a Meetpunt server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// Nobody has asked yet.
    Unknown,
    /// It accepts answers and shows them.
    There,
    /// It accepts answers; it shows them to its own machine only.
    Closed,
    /// The studio is served by something else.
    Missing,
}

/// The state of the studio.
#[derive(Clone, Debug, PartialEq)]
pub struct Studio {
    pub touchpoint: Touchpoint,
    pub draft: Draft,
    past: Past,
    /// What would replace work, until the marketer has decided.
    pub asked: Option<Edit>,
    pub tongue: Tongue,
    /// Whether the choice of templates is open.
    pub start: bool,
    pub tab: Tab,
    pub width: Width,
    pub seen: Seen,
    pub frame: Frame,
    /// Counts the pages that the studio has asked for after the first.
    pub opened: u32,
    /// Counts the pages that have loaded in the frame.
    pub visit: u32,
    /// The least side of a point of the scale as a visitor sees it, in CSS pixels.
    pub point: Option<f64>,
    pub server: Server,
    /// What the server has.
    logged: Answers,
    /// What was posted in this tab.
    kept: Answers,
    /// The requests of this tab, each by its state of an answer.
    pub posted: BTreeMap<(String, u64), Posting>,
    pub notices: Vec<Notice>,
    pub addresses: Addresses,
}

impl Studio {
    /// The studio as it opens, on the page right after an order.
    pub fn new(addresses: Addresses) -> Self {
        Self {
            touchpoint: Touchpoint::Order,
            draft: Draft::default(),
            past: Past::default(),
            asked: None,
            tongue: Tongue::English,
            start: true,
            tab: Tab::Design,
            width: Width::Wide,
            seen: Seen::default(),
            frame: Frame::Loading,
            opened: 0,
            visit: 0,
            point: None,
            server: Server::Unknown,
            logged: Answers::default(),
            kept: Answers::default(),
            posted: BTreeMap::new(),
            notices: Vec::new(),
            addresses,
        }
    }

    /// The studio as it was left: with the draft that was kept or came with the address.
    pub fn resumed(mut self, draft: Draft, touchpoint: Touchpoint) -> Self {
        self.draft = draft;
        self.opened = u32::from(touchpoint != self.touchpoint);
        self.touchpoint = touchpoint;
        self.start = false;
        self
    }

    /// The same with a draft that came with the address, which may stand in for work that was kept.
    pub fn opened(mut self, draft: Draft, touchpoint: Touchpoint) -> Self {
        self.apply(Action::Edit(Edit::Open(Box::new(draft), touchpoint)));
        self
    }

    /// Whether an edit replaces what the marketer has made, rather than changes it.
    fn replaces_work(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Begin(template) => self.draft.is_work(template.page),
            Edit::Open(draft, _) => {
                **draft != self.draft && Touchpoint::ALL.iter().any(|page| self.draft.is_work(*page))
            }
            _ => false,
        }
    }

    /// What can be undone, and redone.
    pub const fn ways(&self) -> (bool, bool) {
        self.past.ways()
    }

    /// The answers to show: the server's log, or this tab's own where there is none to read.
    pub fn answers(&self) -> &Answers {
        match self.server {
            Server::There => &self.logged,
            Server::Unknown | Server::Closed | Server::Missing => &self.kept,
        }
    }

    fn edit(&mut self, edit: Edit) {
        self.past.note((self.draft.clone(), self.touchpoint), edit.subject());
        let touchpoint = self.touchpoint;
        match edit {
            Edit::Set(name, value) => self.draft.set(touchpoint, name, value),
            Edit::Context(labels) => self.draft.set_context(touchpoint, &labels),
            Edit::Accent(accent) => self.draft.accent = accent,
            Edit::WriteIn(languages) => self.draft.write_in(languages),
            Edit::Begin(template) => {
                self.draft.begin(template.page, &template.survey());
                self.turn_to(template.page);
                self.start = false;
                self.tab = Tab::Design;
            }
            Edit::Open(draft, page) => {
                self.draft = *draft;
                self.turn_to(page);
                self.start = false;
            }
            Edit::StartOver => self.draft.start_over(touchpoint),
        }
    }

    fn turn_to(&mut self, touchpoint: Touchpoint) {
        if self.touchpoint != touchpoint || self.frame == Frame::Elsewhere {
            self.touchpoint = touchpoint;
            self.frame = Frame::Loading;
            self.opened += 1;
            self.notices.clear();
        }
    }

    fn step(&mut self, moment: Option<(Draft, Touchpoint)>) {
        if let Some((draft, touchpoint)) = moment {
            self.draft = draft;
            self.turn_to(touchpoint);
        }
    }

    fn apply(&mut self, action: Action) {
        if action.is_setting() {
            self.notices.retain(|notice| !notice.of_settings);
        }
        match action {
            Action::OpenPage(touchpoint) => self.turn_to(touchpoint),
            Action::Edit(edit) if self.replaces_work(&edit) => self.asked = Some(edit),
            Action::Edit(edit) => self.edit(edit),
            Action::Decide(is_wanted) => {
                if let Some(edit) = self.asked.take().filter(|_| is_wanted) {
                    self.edit(edit);
                }
            }
            Action::Undo => {
                let moment = self.past.undo((self.draft.clone(), self.touchpoint));
                self.step(moment);
            }
            Action::Redo => {
                let moment = self.past.redo((self.draft.clone(), self.touchpoint));
                self.step(moment);
            }
            Action::Write(Field::Script, text) => self.addresses.script = text,
            Action::Write(Field::Endpoint, text) => self.addresses.endpoint = text,
            Action::Write(Field::Page, text) => self.addresses.page = text,
            Action::ShowStart(shown) => self.start = shown,
            Action::Speak(tongue) => self.tongue = tongue,
            Action::ShowTab(tab) => self.tab = tab,
            Action::ShowWidth(width) => self.width = width,
            Action::See(seen) => self.seen = seen,
            Action::PageLoaded(Some(touchpoint)) => {
                if self.touchpoint != touchpoint {
                    self.notices.clear();
                }
                self.touchpoint = touchpoint;
                self.frame = Frame::Ready;
                self.visit += 1;
            }
            Action::PageLoaded(None) => self.frame = Frame::Elsewhere,
            Action::Measured(point) => self.point = point,
            Action::PageLeft => self.frame = Frame::Loading,
            Action::ServerFound(server) => {
                self.server = server;
                if server == Server::Missing {
                    self.addresses.without_collector();
                }
            }
            Action::Logged(answers) => {
                self.server = Server::There;
                self.logged.merge(answers);
            }
            Action::Posted(answer, posting) => {
                self.posted.insert(answer.key(), *posting);
                self.kept.merge([*answer]);
            }
            Action::Report(notice) => {
                if !self.notices.contains(&notice) {
                    self.notices.push(notice);
                }
            }
            Action::Dismiss(place) => {
                if place < self.notices.len() {
                    self.notices.remove(place);
                }
            }
        }
    }
}

impl Reducible for Studio {
    type Action = Action;

    fn reduce(mut self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::make_mut(&mut self).apply(action);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::tests::answer;
    use crate::notice::Weight;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Studio> {
        let start = Rc::new(Studio::new(Addresses::of_origin("http://127.0.0.1:8377")));
        actions.into_iter().fold(start, Reducible::reduce)
    }

    fn set(name: &'static str, text: &str) -> Action {
        Action::Edit(Edit::Set(name, Some(text.into())))
    }

    #[test]
    fn each_page_keeps_its_own_survey_and_the_shop_shares_its_brand() {
        let studio = after([
            set("display", "popover"),
            set("question", "Well?"),
            set("brand", "De Kade"),
            Action::OpenPage(Touchpoint::Delivery),
        ]);
        let of = |studio: &Studio, name| studio.draft.text(studio.touchpoint, name).to_owned();
        assert_eq!(of(&studio, "display"), "");
        assert_eq!(of(&studio, "metric"), "csat");
        assert_eq!(of(&studio, "brand"), "De Kade");
        let back = studio.reduce(Action::OpenPage(Touchpoint::Order));
        assert_eq!(of(&back, "display"), "popover");
        assert_eq!(of(&back, "question"), "Well?");
    }

    #[test]
    fn starting_over_gives_the_page_as_it_was() {
        let studio = after([set("theme", "dark"), set("metric", "ces"), set("topic", "your order")]);
        assert!(studio.draft.is_changed(studio.touchpoint));
        let studio = studio.reduce(Action::Edit(Edit::StartOver));
        assert!(!studio.draft.is_changed(studio.touchpoint));
        assert_eq!(studio.draft, after([]).draft);
    }

    #[test]
    fn letters_of_a_text_are_undone_at_once_and_other_steps_one_by_one() {
        let studio = after([set("question", "W"), set("question", "Well?"), set("display", "modal")]);
        let studio = studio.reduce(Action::Undo);
        assert_eq!(studio.draft.text(Touchpoint::Order, "display"), "");
        assert_eq!(studio.draft.text(Touchpoint::Order, "question"), "Well?");
        let studio = studio.reduce(Action::Undo);
        assert_eq!((&studio.draft, studio.ways()), (&Draft::default(), (false, true)));
        let studio = studio.reduce(Action::Redo).reduce(Action::Redo);
        assert_eq!(studio.draft.text(Touchpoint::Order, "display"), "modal");
        assert_eq!(studio.ways(), (true, false));
    }

    #[test]
    fn a_template_opens_on_its_page_and_can_be_undone() {
        let template = crate::templates::TEMPLATES.iter().find(|template| template.key == "csat-delivery");
        let studio = after([Action::Edit(Edit::Begin(template.expect("it exists")))]);
        assert_eq!(studio.touchpoint, Touchpoint::Delivery);
        assert!(!studio.start);
        assert_eq!(studio.draft.get(Touchpoint::Delivery, "essential"), Some(&true.into()));
        let studio = studio.reduce(Action::Undo);
        assert_eq!((studio.touchpoint, &studio.draft), (Touchpoint::Order, &Draft::default()));
    }

    #[test]
    fn work_is_replaced_only_by_leave() {
        let template =
            |key| crate::templates::TEMPLATES.iter().find(|template| template.key == key).expect("it exists");
        let begin = |key| Action::Edit(Edit::Begin(template(key)));
        // A template on which nothing was changed yet is nobody's work.
        let studio = after([begin("csat-delivery"), begin("csat-delivery")]);
        assert_eq!(studio.asked, None);
        let studio = studio.reduce(set("question", "Ours?")).reduce(begin("csat-delivery"));
        assert_eq!(studio.asked, Some(Edit::Begin(template("csat-delivery"))));
        assert_eq!(studio.draft.text(Touchpoint::Delivery, "question"), "Ours?");
        let kept = Rc::clone(&studio).reduce(Action::Decide(false));
        assert_eq!((&kept.asked, kept.draft.text(Touchpoint::Delivery, "question")), (&None, "Ours?"));
        let replaced = studio.reduce(Action::Decide(true));
        assert_eq!((&replaced.asked, replaced.draft.text(Touchpoint::Delivery, "question")), (&None, ""));
        let back = replaced.reduce(Action::Undo);
        assert_eq!(back.draft.text(Touchpoint::Delivery, "question"), "Ours?");

        let mut other = Draft::default();
        other.set(Touchpoint::Order, "question", Some("Theirs?".into()));
        let open = |draft: &Draft| Action::Edit(Edit::Open(Box::new(draft.clone()), Touchpoint::Order));
        let studio = back.reduce(open(&other));
        assert_eq!(studio.draft.text(Touchpoint::Order, "question"), "");
        let studio = studio.reduce(Action::Decide(true));
        assert_eq!(studio.draft, other);
        // What is there already replaces nothing.
        assert_eq!(studio.reduce(open(&other)).asked, None);
    }

    #[test]
    fn a_link_in_the_shop_moves_the_studio_along() {
        let studio = after([Action::PageLoaded(Some(Touchpoint::Order)), Action::PageLeft]);
        assert_eq!(studio.frame, Frame::Loading);
        // The frame is on its way already; opening the old page would turn it back.
        assert_eq!(studio.opened, 0);
        let studio = studio.reduce(Action::PageLoaded(Some(Touchpoint::Delivery)));
        assert_eq!(studio.touchpoint, Touchpoint::Delivery);
        assert_eq!((studio.frame, studio.visit), (Frame::Ready, 2));
        let studio = studio.reduce(Action::PageLoaded(None));
        assert_eq!(studio.frame, Frame::Elsewhere);
        let studio = studio.reduce(Action::OpenPage(Touchpoint::Delivery));
        assert_eq!((studio.frame, studio.opened), (Frame::Loading, 1));
    }

    #[test]
    fn without_a_server_the_answers_of_this_tab_are_shown() {
        let posting = Posting { url: String::new(), headers: Vec::new(), body: String::new() };
        let own = Action::Posted(Box::new(answer("own", 1, "nps", 10, 9)), Box::new(posting));
        let studio = after([Action::ServerFound(Server::Missing), own]);
        assert_eq!(studio.answers().len(), 1);
        let two = vec![answer("a", 1, "nps", 10, 3), answer("b", 1, "nps", 10, 8)];
        let studio = studio.reduce(Action::Logged(two));
        assert_eq!(studio.server, Server::There);
        assert_eq!(studio.answers().len(), 2);
    }

    fn told(text: &str, of_settings: bool) -> Action {
        Action::Report(Notice { weight: Weight::Warning, text: text.to_owned(), of_settings })
    }

    #[test]
    fn a_corrected_setting_takes_its_message_along() {
        let studio = after([told("the theme", true), told("an answer", false)]);
        let studio = studio.reduce(Action::Write(Field::Script, "/meetpunt.js".to_owned()));
        assert_eq!(studio.notices.len(), 2);
        let studio = studio.reduce(set("theme", "dark"));
        assert_eq!(studio.notices.len(), 1);
        assert_eq!(studio.notices[0].text, "an answer");
    }

    #[test]
    fn a_message_is_told_once_until_it_is_put_away() {
        let notice = |text: &str| told(text, false);
        let studio = after([notice("one"), notice("one"), notice("two")]);
        assert_eq!(studio.notices.len(), 2);
        let studio = studio.reduce(Action::Dismiss(0)).reduce(Action::Dismiss(7));
        assert_eq!(studio.notices.len(), 1);
        assert_eq!(studio.notices[0].text, "two");
        let studio = studio.reduce(Action::OpenPage(Touchpoint::Product));
        assert!(studio.notices.is_empty());
    }
}
