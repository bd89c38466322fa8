//! I9: what was said in a session stays with the mediation.

use jiefen_arbitration_rules::labour_arbitration;
use jiefen_mediation_rules::agreement_life::LabourBody;
use jiefen_mediation_rules::labour_mediation::{Command, LabourMediation, samples};
use jiefen_mediation_rules::session::{Mode, Reached, Sitting};
use jiefen_mediation_rules::talks::Step;
use jiefen_procedure::kit::{day, decide, fold};
use jiefen_procedure::{Brief, Papers, Procedure};
use jiefen_vocab::{Private, Role};

const CANARY: &str = "若今日付清愿让两成";

fn caucus() -> Command {
    let session = Sitting {
        on: day("2026-09-14"),
        place: "调解室".to_owned(),
        mode: Mode::Apart,
        present: vec![1, 2],
        guardians: Vec::new(),
        reached: Reached::NoAgreement,
        record: Private::new(CANARY.to_owned()),
    };
    Command::Talk(Step::HoldSession { session })
}

#[test]
fn what_was_conceded_is_in_the_mediation_and_nowhere_else() {
    let on = day("2026-09-14");
    let brief: Brief = samples::dispute(0, &[1, 2], on);
    let course = [
        samples::apply(brief, LabourBody::PeopleCommittee, on),
        Command::Accept { mediator: "m-1".to_owned(), on },
        caucus(),
        Command::EndFailed { on },
    ];
    let mut state = None;
    let mut told = String::new();
    for command in course {
        let facts =
            decide::<LabourMediation>(state.as_ref(), &command, on, Role::Mediator).unwrap();
        for fact in &facts {
            told.push_str(&format!("{:?}", LabourMediation::notices(fact)));
            told.push_str(&format!("{:?}", LabourMediation::clocks(fact)));
        }
        state = fold::<LabourMediation>(state, &facts);
        told.push_str(&format!("{:?}", LabourMediation::outline(state.as_ref().unwrap())));
    }
    let state = state.unwrap();
    let own = serde_json::to_string(&state).unwrap();
    assert!(own.contains(CANARY), "the canary was not said");
    assert!(!told.contains(CANARY), "a notice, clock or list tells it");
    // What travels to the next body is the brief and the papers.
    let talks = serde_json::to_value(&state).unwrap();
    let travels = talks["talks"]["brief"].to_string();
    assert!(!travels.contains(CANARY) && !travels.is_empty());
    assert!(!serde_json::to_string(&Papers::default()).unwrap().contains(CANARY));
}

/// Arbitration that follows stores no session of the mediation at all.
#[test]
fn arbitration_after_a_failed_mediation_stores_no_word_of_it() {
    for line in labour_arbitration::samples::lines() {
        let mut state = None;
        for (today, role, command) in line {
            let facts = decide::<labour_arbitration::LabourArbitration>(
                state.as_ref(),
                &command,
                today,
                role,
            )
            .unwrap();
            state = fold::<labour_arbitration::LabourArbitration>(state, &facts);
            let stored = serde_json::to_string(&state).unwrap();
            assert!(!stored.contains("\"sessions\"") && !stored.contains("\"record\""), "{stored}");
        }
    }
}
