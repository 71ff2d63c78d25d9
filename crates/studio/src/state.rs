//! Everything the studio knows, and how actions change it.

use std::rc::Rc;

use yew::Reducible;

use crate::action::{Action, Field};
use crate::answer::Answers;
use crate::draft::{House, Survey, attributes};
use crate::notice::Notice;
use crate::snippet::Addresses;
use crate::touchpoint::Touchpoint;

/// What the side panel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Design,
    Answers,
    Code,
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Self; 3] = [Self::Design, Self::Answers, Self::Code];
}

/// How wide the shop page is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// All the room there is.
    Wide,
    /// A phone, 390 CSS pixels.
    Phone,
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
    pub house: House,
    /// By touchpoint, in the order of `Touchpoint::ALL`.
    surveys: [Survey; 3],
    pub tab: Tab,
    pub width: Width,
    pub frame: Frame,
    /// Counts the pages that the studio has asked for after the first.
    pub opened: u32,
    /// Counts the pages that have loaded in the frame.
    pub visit: u32,
    pub server: Server,
    /// What the server has.
    logged: Answers,
    /// What was completed in this tab.
    kept: Answers,
    pub notices: Vec<Notice>,
    pub addresses: Addresses,
}

impl Studio {
    /// The studio as it opens, on the page right after an order.
    pub fn new(addresses: Addresses) -> Self {
        Self {
            touchpoint: Touchpoint::Order,
            house: House::default(),
            surveys: Touchpoint::ALL.map(Survey::of),
            tab: Tab::Design,
            width: Width::Wide,
            frame: Frame::Loading,
            opened: 0,
            visit: 0,
            server: Server::Unknown,
            logged: Answers::default(),
            kept: Answers::default(),
            notices: Vec::new(),
            addresses,
        }
    }

    /// The survey of the page that is shown.
    pub fn survey(&self) -> &Survey {
        &self.surveys[self.touchpoint.place()]
    }

    /// The attributes of that survey.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        attributes(&self.house, self.survey(), self.touchpoint)
    }

    /// The answers to show: the server's log, or this tab's own where there is none to read.
    pub fn answers(&self) -> &Answers {
        match self.server {
            Server::There => &self.logged,
            Server::Unknown | Server::Closed | Server::Missing => &self.kept,
        }
    }

    /// Whether this page's survey or what all share differs from how the studio opened.
    pub fn is_changed(&self) -> bool {
        *self.survey() != Survey::of(self.touchpoint) || self.house != House::default()
    }

    fn survey_mut(&mut self) -> &mut Survey {
        &mut self.surveys[self.touchpoint.place()]
    }

    fn write(&mut self, field: Field, text: String) {
        let words = self.surveys[self.touchpoint.place()].words_mut();
        let place = match field {
            Field::Question => &mut words.question,
            Field::LowLabel => &mut words.low_label,
            Field::HighLabel => &mut words.high_label,
            Field::Topic => &mut self.survey_mut().topic,
            Field::Brand => &mut self.house.brand,
            Field::Script => &mut self.addresses.script,
            Field::Endpoint => &mut self.addresses.endpoint,
        };
        *place = text;
    }

    fn apply(&mut self, action: Action) {
        if action.is_setting() {
            self.notices.retain(|notice| !notice.of_settings);
        }
        match action {
            Action::OpenPage(touchpoint) => {
                if self.touchpoint != touchpoint || self.frame == Frame::Elsewhere {
                    self.touchpoint = touchpoint;
                    self.frame = Frame::Loading;
                    self.opened += 1;
                    self.notices.clear();
                }
            }
            Action::ChooseMetric(metric) => self.survey_mut().metric = metric,
            Action::ChooseWording(wording) => self.survey_mut().words_mut().wording = wording,
            Action::ChooseDisplay(display) => self.survey_mut().display = display,
            Action::ChooseFollowUp(follow_up) => self.survey_mut().follow_up = follow_up,
            Action::ChooseLanguage(language) => self.house.language = language,
            Action::ChooseTheme(theme) => self.house.theme = theme,
            Action::ChooseAccent(accent) => self.house.accent = accent,
            Action::Write(field, text) => self.write(field, text),
            Action::StartOver => {
                *self.survey_mut() = Survey::of(self.touchpoint);
                self.house = House::default();
            }
            Action::ShowTab(tab) => self.tab = tab,
            Action::ShowWidth(width) => self.width = width,
            Action::PageLoaded(Some(touchpoint)) => {
                if self.touchpoint != touchpoint {
                    self.notices.clear();
                }
                self.touchpoint = touchpoint;
                self.frame = Frame::Ready;
                self.visit += 1;
            }
            Action::PageLoaded(None) => self.frame = Frame::Elsewhere,
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
            Action::Completed(answer) => self.kept.merge([*answer]),
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
    use meetpunt_core::Metric;
    use meetpunt_core::settings::{Display, Theme};

    use super::*;
    use crate::answer::tests::answer;
    use crate::notice::Weight;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Studio> {
        let start = Rc::new(Studio::new(Addresses::of_origin("http://127.0.0.1:8377")));
        actions.into_iter().fold(start, Reducible::reduce)
    }

    fn written(field: Field, text: &str) -> Action {
        Action::Write(field, text.to_owned())
    }

    #[test]
    fn each_page_keeps_its_own_survey_and_the_shop_shares_its_brand() {
        let studio = after([
            Action::ChooseDisplay(Display::Popover),
            written(Field::Question, "Well?"),
            written(Field::Brand, "De Kade"),
            Action::OpenPage(Touchpoint::Delivery),
        ]);
        assert_eq!(studio.survey().display, Display::Inline);
        assert_eq!(studio.survey().metric, Metric::Csat);
        assert_eq!(studio.house.brand, "De Kade");
        let back = studio.reduce(Action::OpenPage(Touchpoint::Order));
        assert_eq!(back.survey().display, Display::Popover);
        assert_eq!(back.survey().words().question, "Well?");
    }

    #[test]
    fn starting_over_gives_the_page_as_it_was() {
        let studio = after([
            Action::ChooseTheme(Theme::Dark),
            Action::ChooseMetric(Metric::Ces),
            written(Field::Topic, "your order"),
        ]);
        assert!(studio.is_changed());
        let studio = studio.reduce(Action::StartOver);
        assert!(!studio.is_changed());
        assert_eq!(studio.attributes(), after([]).attributes(),);
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
        let own = Action::Completed(Box::new(answer("own", 1, "nps", 10, 9)));
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
        let studio = studio.reduce(written(Field::Script, "/meetpunt.js"));
        assert_eq!(studio.notices.len(), 2);
        let studio = studio.reduce(Action::ChooseTheme(Theme::Dark));
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
