use meetpunt_core::site::check;

use super::*;

/// What comes out of a sample, compared with what was pinned. The site file is one that `meetpunt check` finds nothing in.
#[track_caller]
fn imported(from: From, sample: &str, pinned: &str, lost: &[&str]) {
    let value = serde_json::from_str(sample).expect("JSON");
    let (site, found) = site_file(from, &value);
    assert_eq!(check(&format!("{site:#}")), []);
    assert_eq!(found, lost);
    assert_eq!(format!("{site:#}\n"), pinned);
}

#[test]
fn a_posthog_survey_is_asked_here() {
    let lost = include_str!("../../../testdata/import/posthog.lost.txt");
    imported(
        From::Posthog,
        include_str!("../../../testdata/import/posthog.json"),
        include_str!("../../../testdata/import/posthog.site.json"),
        &lost.lines().collect::<Vec<_>>(),
    );
}

#[test]
fn a_formbricks_survey_is_asked_here() {
    let lost = include_str!("../../../testdata/import/formbricks.lost.txt");
    imported(
        From::Formbricks,
        include_str!("../../../testdata/import/formbricks.json"),
        include_str!("../../../testdata/import/formbricks.site.json"),
        &lost.lines().collect::<Vec<_>>(),
    );
}

#[test]
fn wootric_settings_are_a_survey_here() {
    let lost = include_str!("../../../testdata/import/wootric.lost.txt");
    imported(
        From::Wootric,
        include_str!("../../../testdata/import/wootric.json"),
        include_str!("../../../testdata/import/wootric.site.json"),
        &lost.lines().collect::<Vec<_>>(),
    );
}

#[test]
fn eleven_points_are_nps_only_where_they_ask_for_a_recommendation() {
    let metric = |question: &str| {
        let survey = json!({"name": "a", "questions": [{"type": "rating", "scale": 10, "question": question}]});
        let (site, _) = site_file(From::Posthog, &survey);
        (site["surveys"][0]["metric"].clone(), site["surveys"][0]["scale"].clone())
    };
    assert_eq!(metric("Would you recommend us?"), ("nps".into(), "0-10".into()));
    assert_eq!(metric("How do you like the colours?"), ("csat".into(), "0-10".into()));
}

#[test]
fn surveys_of_one_name_have_ids_of_their_own() {
    let one = json!({"name": "A b", "questions": [{"type": "rating", "scale": 5, "question": "?"}]});
    let (site, _) = site_file(From::Posthog, &json!([one, one, one]));
    let ids: Vec<&str> =
        site["surveys"].as_array().expect("surveys").iter().filter_map(|survey| survey["id"].as_str()).collect();
    assert_eq!(ids, ["a-b", "a-b-2", "a-b-3"]);
}

#[test]
fn odd_shapes_are_told_and_never_panic() {
    for from in [From::Posthog, From::Formbricks, From::Wootric] {
        for odd in [
            json!(7),
            json!([7]),
            json!({}),
            json!({"questions": 7, "conditions": [], "triggers": {}, "properties": 1}),
            json!({"questions": [{"type": 7}, {"type": "rating", "scale": "x", "range": -1}], "data": null}),
        ] {
            let (site, _) = site_file(from, &odd);
            assert_eq!(site["version"], 1);
        }
    }
}
