//! Both sides of each day on which the law changed: the engine and the procedure give the same answer.

use jiefen_arbitration_rules::commercial_arbitration::{self as arbitration, Form};
use jiefen_arbitration_rules::tribunal::Chosen;
use jiefen_court_rules::filing::{Command as Suit, Filing, MediationResult};
use jiefen_mediation_rules::entrusted_mediation::{self as entrusted, Mandate};
use jiefen_mediation_rules::{consumer, public_order};
use jiefen_procedure::kit::{brief, consent, day, decide, fold};
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{DisputeKind, Role};

use crate::course::Course;
use crate::scenarios::court;

/// Rule, day of the start event, version in force on it; none: not in force.
const ROWS: &[(&str, &str, bool)] = &[
    ("T-C-01", "2024-12-31", false),
    ("T-C-01", "2025-01-01", true),
    ("T-C-05", "2024-12-31", true),
    ("T-C-05", "2025-01-01", false),
    ("T-Q-02", "2026-04-14", true),
    ("T-Q-02", "2026-04-15", false),
    ("T-Q-03", "2026-04-14", false),
    ("T-Q-03", "2026-04-15", true),
    ("T-N-06", "2025-12-31", false),
    ("T-N-06", "2026-01-01", true),
    // The objection to a forwarded petition: 信访条例 (2005) 21 to 23 know no such limit, and what offices wrote
    // for themselves before 信访工作条例 23 is not certain enough to be law here.
    ("T-L-03", "2022-04-30", false),
    ("T-L-03", "2022-05-01", true),
];

/// Every rule of which the study says that a dispute begun under it keeps it.
const WATCHED: [&str; 6] = ["T-C-01", "T-C-05", "T-J-06", "T-N-06", "T-Q-02", "T-Q-03"];

#[test]
fn every_change_of_law_of_the_study_is_here_on_both_sides() {
    for rule in WATCHED {
        let sides: Vec<bool> =
            ROWS.iter().filter(|(id, ..)| *id == rule).map(|(.., stands)| *stands).collect();
        let changed = Law::shipped().versions(rule).unwrap().len() > 1;
        let both = sides.contains(&true) && sides.contains(&false);
        assert!(both || changed, "{rule}: {sides:?}");
    }
}

#[test]
fn each_rule_is_in_force_on_its_own_side_of_the_day() {
    for (rule, from, stands) in ROWS {
        let found = Law::shipped().version_for(rule, day(from), None);
        assert_eq!(found.is_ok(), *stands, "{rule} on {from}");
    }
}

#[test]
fn setting_aside_takes_six_months_before_march_2026_and_three_from_then() {
    let due = |from: &str| {
        let due = Law::shipped().due(&Query::new("T-J-06", day(from))).unwrap();
        (due.due.day(), Law::shipped().version_for("T-J-06", day(from), None).unwrap().version)
    };
    assert_eq!(due("2026-02-28"), (day("2026-08-28"), 1));
    assert_eq!(due("2026-03-02"), (day("2026-06-02"), 2));
}

/// T-C-01, T-C-05: the last day of delegation and the first without it.
#[test]
fn delegation_before_filing_ends_with_2024() {
    for (on, lawful) in [("2024-12-31", true), ("2025-01-01", false)] {
        let on = day(on);
        let track = Mandate::Delegated.track();
        let mut brief = brief(DisputeKind::ContractDebt, track, on);
        brief.consents = [1, 2].map(|party| consent(party, track, true, on)).to_vec();
        let (brief, court) = (Box::new(brief), "640122.court".parse().unwrap());
        let (mandate, court_case) = (Mandate::Delegated, "收2024-0001".to_owned());
        let open = entrusted::Command::Open { brief, mandate, court, court_case, on };
        let answer = decide::<entrusted::EntrustedMediation>(None, &open, on, Role::MediationHead);
        assert_eq!(answer.is_ok(), lawful, "{on}: {answer:?}");
    }
}

/// T-Q-02, T-Q-03: the day of acceptance chooses the rule, and the clock keeps it.
#[test]
fn a_consumer_complaint_is_mediated_under_the_rule_of_its_day() {
    for (on, rule) in [("2026-04-14", "T-Q-02"), ("2026-04-15", "T-Q-03")] {
        let on = day(on);
        let mut state = None;
        let mut started = Vec::new();
        let course = [
            consumer::samples::open(on),
            consumer::samples::sort(true, false, on),
            consumer::samples::accept(on),
        ];
        for command in course {
            let facts =
                decide::<consumer::Consumer>(state.as_ref(), &command, on, Role::DepartmentOfficer)
                    .unwrap();
            for effect in facts.iter().flat_map(consumer::Consumer::clocks) {
                if let ClockEffect::Start { rule, .. } = effect {
                    started.push(rule);
                }
            }
            state = fold::<consumer::Consumer>(state, &facts);
        }
        assert!(started.iter().any(|found| found == rule), "{on}: {started:?}");
    }
}

/// T-J-06 and the Act that brought it: an agreement that is only asserted suffices from March 2026.
#[test]
fn an_asserted_agreement_opens_arbitration_from_march_2026() {
    use arbitration::samples;
    for (on, lawful) in [("2026-02-28", false), ("2026-03-01", true)] {
        let mut agreement = samples::written();
        agreement.form = Form::Asserted;
        let apply = samples::apply(DisputeKind::ContractDebt, agreement, &[], on);
        let facts = decide::<arbitration::CommercialArbitration>(
            None,
            &apply,
            day(on),
            Role::ArbitrationDirector,
        )
        .unwrap();
        let state = fold::<arbitration::CommercialArbitration>(None, &facts);
        let accept = arbitration::Command::Accept { on: day(on) };
        let answer = decide::<arbitration::CommercialArbitration>(
            state.as_ref(),
            &accept,
            day(on),
            Role::ArbitrationDirector,
        );
        assert_eq!(answer.is_ok(), lawful, "{on}: {answer:?}");
    }
}

/// T-C-05: what the mediator signed for in 2024 keeps its thirty days in 2025; what was not signed for is
/// filed first (关于严格依法规范民事案件立案与调解工作的意见 1, 2).
#[test]
fn a_file_signed_for_in_2024_keeps_its_thirty_days() {
    let delegated = || {
        let mut course = Course::<Filing>::new();
        course.does("2024-12-20", court::receive(DisputeKind::PropertyManagement, "2024-12-20"));
        let (body, agreed) = ("640122.mediation".parse().unwrap(), vec![1, 2]);
        let on = day("2024-12-20");
        course.does("2024-12-20", Suit::Delegate { body, agreed, on });
        course
    };
    let mut kept = delegated();
    kept.does("2024-12-31", court::signed("2024-12-31")).due("mediation", "2025-02-05");
    assert_eq!(kept.rule("mediation"), "T-C-05");
    kept.does("2025-01-20", court::back(MediationResult::Failed, "2025-01-20"));
    delegated().refuses("2025-01-01", court::signed("2025-01-01"), "DELEGATION_CLOSED");
}

/// T-J-06: the day of receipt chooses, and the clock keeps it: six months for an award of before March 2026
/// (仲裁法 2017, 59), three from then on (仲裁法 2025, 72).
#[test]
fn an_award_received_before_march_2026_is_open_for_six_months() {
    use arbitration::samples::{ask, award, by, form, hold, plain, receive, three, written};
    use arbitration::{Command, Kind, Mode, SetAsideGround};
    let at = day;
    let mut applied = plain(written(), "2025-11-03");
    if let Command::Apply(apply) = &mut applied {
        apply.brief.as_mut().unwrap().received_on = at("2025-11-03");
    }
    for (received, last, late) in
        [("2026-02-28", "2026-08-28", "2026-08-31"), ("2026-03-01", "2026-06-01", "2026-06-02")]
    {
        let line = vec![
            by("2025-11-03", applied.clone()),
            by("2025-11-05", Command::Accept { on: at("2025-11-05") }),
            by("2025-11-10", Command::ServeCopy { party: 2, on: at("2025-11-10") }),
            by("2025-11-20", form(three(Chosen::Director), "2025-11-20")),
            by(
                "2025-12-01",
                Command::NotifyHearing { hearing_on: at("2025-12-15"), on: at("2025-12-01") },
            ),
            by("2025-12-15", hold(Mode::Room, &[], false, "2025-12-15")),
            by("2026-02-10", award(Kind::Decided, &[], "2026-02-10")),
            receive(1, received),
            receive(2, received),
        ];
        let asked = |on: &str| ask(2, SetAsideGround::HiddenEvidence, on);
        let mut course = Course::<arbitration::CommercialArbitration>::of(&line);
        course.due("set_aside:2", last).refuses(late, asked(late), "RIGHT_LOST");
        course.does(last, asked(last));
    }
}

/// T-Q-02, T-Q-03: 45 working days for what was accepted on 14 April, also in June; 60 days for the 15th.
#[test]
fn a_complaint_accepted_on_14_april_keeps_its_forty_five_working_days() {
    for (on, rule, last) in
        [("2026-04-14", "T-Q-02", "2026-06-18"), ("2026-04-15", "T-Q-03", "2026-06-15")]
    {
        let mut course = Course::<consumer::Consumer>::new();
        course.does("2026-04-13", consumer::samples::open(day("2026-04-13")));
        course.does("2026-04-13", consumer::samples::sort(true, false, day("2026-04-13")));
        course.does(on, consumer::samples::accept(day(on))).due("mediate", last);
        assert_eq!(course.rule("mediate"), rule);
        let session = |on: &str| consumer::Command::HoldSession {
            session: consumer::samples::sitting(day(on)),
        };
        course.refuses("2026-06-22", session("2026-06-22"), "PAST_TERM");
        course.does(last, session(last));
    }
}

/// T-N-06: a fight of December 2025. On both sides of the new Act a settlement that was paid takes the place of
/// the penalty, so that nobody loses by the change (治安管理处罚法实施 of acts before it: the older or the milder);
/// the paper cites the text of its own day, 程序规定 186 or 治安管理处罚法 (2025) 9(4).
#[test]
fn a_paid_settlement_of_december_is_recognised_on_both_sides_of_the_new_act() {
    use public_order::{
        Application, Command, Ending, Ground, PublicOrder, Settled, Stage, samples,
    };
    for (on, ground) in [("2025-12-31", Ground::Regulation186), ("2026-01-01", Ground::Act9Para4)] {
        let (begun, paid) = (day("2025-12-29"), day("2025-12-30"));
        let mut course = Course::<PublicOrder>::new();
        course.does("2025-12-29", Command::Open { brief: samples::fight(begun).into(), on: begun });
        course.does("2025-12-29", samples::accept(begun, &[]));
        let settled = Settled::Themselves;
        let application = Application { settled, ..samples::application(Some(paid), paid) };
        course.does("2025-12-30", Command::ApplyRecognition { application });
        course.does(on, Command::Recognise { on: day(on) });
        let Stage::Ended { ending, .. } = &course.state().stage else { panic!("not ended") };
        assert_eq!(*ending, Ending::Recognised { ground });
    }
}
