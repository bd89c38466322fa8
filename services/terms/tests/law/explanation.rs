//! A date explains itself: what started it, what moved it, where that is written.

use jiefen_terms::{Deadline, Due, Effect, Law, Owner, Query};
use jiff::civil::date;

use super::ask;

fn words(answer: &Deadline) -> String {
    let line = |step: &jiefen_terms::Step| {
        format!("{} {} / {} [{}]", step.date, step.why, step.why_en, step.source)
    };
    answer.steps.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_rolled_date_names_its_article_the_holiday_and_the_rule_of_rolling() {
    let answer = ask("T-D-01", "2026-09-03", &[], 0);
    let text = words(&answer);
    for part in [
        "调解协议生效",
        "民事诉讼法第205条",
        "起算事件当日不计入",
        "2026-10-03",
        "国庆节",
        "顺延至2026-10-08",
        "民法典第203条",
    ] {
        assert!(text.contains(part), "“{part}” in\n{text}");
    }
    assert_eq!((answer.effect, answer.owner), (Effect::RightLost, Owner::Party));
}

#[test]
fn a_count_of_working_days_names_holidays_make_up_days_stops_and_the_notice() {
    let plain = words(&ask("T-P-01", "2026-09-01", &[], 0));
    for part in [
        "中秋节放假2026-09-25至2026-09-27不计",
        "国庆节放假2026-10-01至2026-10-07不计",
        "国办发明电〔2025〕7号",
        "周末8日不计，调休上班日2日计入",
        "视为调解不成",
    ] {
        assert!(
            plain.contains(part),
            "“{part}” in
{plain}"
        );
    }
    let stopped = words(&ask("T-P-01", "2026-09-01", &["2026-09-10..2026-10-20@appraisal"], 0));
    assert!(stopped.contains("鉴定、评估期间") && stopped.contains("计41日"), "{stopped}");
    assert!(!stopped.contains("国庆节"), "a holiday inside the stop is not told twice: {stopped}");
}

#[test]
fn an_extension_a_month_end_and_a_provisional_year_are_said() {
    let extended = words(&ask("T-H-09", "2026-08-20", &[], 15));
    assert!(extended.contains("经仲裁委员会主任批准延长15日"), "{extended}");
    let month_end = words(&ask("T-E-11", "2025-08-31", &[], 0));
    assert!(month_end.contains("当月无对应日，取月末") && month_end.contains("调休上班日，不顺延"));
    let provisional = words(&ask("T-E-11", "2026-08-31", &[], 0));
    assert!(provisional.contains("2027年节假日安排尚未公布"), "{provisional}");
}

#[test]
fn every_step_of_every_rule_speaks_both_languages_and_names_a_source() {
    for rule in Law::shipped().rules().filter(|rule| rule.is_countable()) {
        let start = date(2026, 2, 12).at(9, 0, 0, 0);
        let Ok(answer) = Law::shipped().due(&Query::new(rule.id.clone(), start)) else { continue };
        for step in &answer.steps {
            assert!(!step.why.is_empty() && !step.why_en.is_empty(), "{}", rule.id);
            assert!(!step.source.is_empty(), "{}", rule.id);
            assert!(
                step.why_en.is_ascii() || step.why_en.contains(['“', '”']),
                "{}: {}",
                rule.id,
                step.why_en
            );
        }
    }
}

#[test]
fn a_duty_at_once_is_due_with_its_event() {
    let answer = ask("T-R-03", "2026-09-08T08:10:00", &[], 0);
    assert_eq!(answer.due.to_string(), "2026-09-08T08:10:00");
    assert!(matches!(answer.due, Due::AtOnce(_)));
}

#[test]
fn a_limitation_period_obstructed_in_its_last_six_months_ends_six_months_after_the_obstacle() {
    let free = ask("T-A-06", "2020-03-02", &[], 0);
    assert_eq!(free.due.to_string(), "2023-03-02");
    let late = ask("T-A-06", "2020-03-02", &["2022-12-01..2023-01-31@obstacle"], 0);
    assert_eq!(late.due.to_string(), "2023-07-31");
    let early = ask("T-A-06", "2020-03-02", &["2021-01-01..2021-03-31@obstacle"], 0);
    assert_eq!(early.due.to_string(), "2023-03-02", "an obstacle before the last six months");
}

#[test]
fn a_stop_after_the_end_changes_nothing_and_one_across_the_roll_is_not_landed_in() {
    let plain = ask("T-H-09", "2026-08-20", &["2026-12-01..2026-12-31"], 0);
    assert_eq!(plain.due.to_string(), "2026-10-08");
    let across = ask("T-H-09", "2026-08-20", &["2026-10-05..2026-10-09"], 0);
    assert_eq!(across.due.to_string(), "2026-10-10", "a make-up Saturday after the stop");
}
