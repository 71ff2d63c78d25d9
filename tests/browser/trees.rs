//! What a screen reader is given on each step, pinned.

use crate::harness::widget::Survey;
use crate::harness::{Key, Stage, element, page};

crate::tests![
    what_a_screen_reader_gets_of_numbers
        except(Firefox: "its driver does not give the tree; roles and names are held in looks.rs",
            WebKit: "its driver does not give the tree; roles and names are held in looks.rs"),
    what_a_screen_reader_gets_of_the_triple
        except(Firefox: "its driver does not give the tree", WebKit: "its driver does not give the tree"),
    what_a_screen_reader_gets_of_a_negative_answer
        except(Firefox: "its driver does not give the tree", WebKit: "its driver does not give the tree"),
    what_a_screen_reader_gets_of_floating_surveys
        except(Firefox: "its driver does not give the tree", WebKit: "its driver does not give the tree"),
];

#[track_caller]
fn open<'s>(stage: &'s Stage<'_>, path: &str, attributes: &str) -> Survey<'s> {
    let survey = stage.open(&page(&element(&format!(r#"trigger="load" {attributes}"#))).at(path));
    survey.until("question");
    survey
}

/// Several trees, each below its step.
struct Trees<'s> {
    stage: &'s Stage<'s>,
    text: String,
}

impl Trees<'_> {
    #[track_caller]
    fn add(&mut self, step: &str) {
        let tree = self.stage.tree();
        self.text.push_str(&format!("# {step}\n\n{tree}\n"));
    }
}

fn what_a_screen_reader_gets_of_numbers(stage: &Stage<'_>) {
    let mut trees = Trees { stage, text: String::new() };
    let survey = open(stage, "/", r#"metric="nps" privacy-link="https://shop.example/privacy""#);
    trees.add("the score step");
    survey.send();
    survey.until("error");
    stage.until("the focus on the scale", || survey.has_focus("[part~=scale]").then_some(()));
    trees.add("Send without a choice");
    survey.choose(9);
    trees.add("9 chosen");
    survey.send();
    survey.until("comment");
    stage.until("the focus on the question", || survey.has_focus("[part~=question]").then_some(()));
    trees.add("the follow-up");
    survey.send();
    let thanks = survey.until("thanks");
    survey.until_text("status", |text| text == thanks);
    trees.add("the thank-you");
    stage.check_tree("numbers", &trees.text);
}

fn what_a_screen_reader_gets_of_the_triple(stage: &Stage<'_>) {
    let mut trees = Trees { stage, text: String::new() };
    let survey =
        open(stage, "/", r#"metric="csat" look="stars" then="ces5,delight" allow-na follow-up="none" send="tap""#);
    trees.add("stars, with a way out");
    survey.click("not-applicable");
    survey.until_text("progress", |text| text == "Step 2 of 3");
    trees.add("the second question");
    survey.tab_to("[part~=scale]");
    stage.browser.press(Key::Enter);
    survey.until_text("progress", |text| text == "Step 3 of 3");
    trees.add("the third question, as labels");
    stage.check_tree("triple", &trees.text);
}

fn what_a_screen_reader_gets_of_a_negative_answer(stage: &Stage<'_>) {
    let mut trees = Trees { stage, text: String::new() };
    let attributes = r#"metric="csat" look="faces" contact reasons="late:It came late,broken:It was broken""#;
    let survey = open(stage, "/", attributes);
    survey.choose(1);
    trees.add("faces, the first chosen");
    survey.send();
    survey.until("contact");
    survey.click_on("[part~=reason] input[value=late]");
    trees.add("the follow-up with reasons and a contact");
    stage.check_tree("negative", &trees.text);
}

fn what_a_screen_reader_gets_of_floating_surveys(stage: &Stage<'_>) {
    let mut trees = Trees { stage, text: String::new() };
    let attributes = |display: &str| format!(r#"metric="csat" scale="0-1" display="{display}" survey="{display}""#);
    for display in ["popover", "bar"] {
        let survey = open(stage, &format!("/{display}"), &attributes(display));
        survey.until_text("status", |text| !text.is_empty());
        trees.add(display);
    }
    let survey = open(stage, "/modal", &attributes("modal"));
    stage.until("the focus in the dialog", || survey.has_focus("dialog").then_some(()));
    trees.add("modal");
    let survey = stage.open(&page(&element(&attributes("tab"))).at("/tab"));
    survey.until("handle");
    trees.add("tab, closed");
    survey.click("handle");
    stage.until("the focus on the question", || survey.has_focus("[part~=question]").then_some(()));
    trees.add("tab, open");
    stage.check_tree("floating", &trees.text);
}
