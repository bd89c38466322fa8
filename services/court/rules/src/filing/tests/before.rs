//! Receipt, correction, filing decision, refusal and appeal.

use jiefen_procedure::Procedure;
use jiefen_vocab::Outcome;

use super::*;
use crate::filing::{RefusalGround, Stage};

#[test]
fn a_complaint_is_received_against_a_dated_receipt() {
    let new = Case { state: None, facts: Vec::new() };
    let on = "2026-02-27";
    assert!(new.tried(on, receive(on)).is_ok());
    new.refused(on, file(on), "NOT_BEGUN");
    let change = |change: fn(&mut Command)| {
        let mut command = receive(on);
        change(&mut command);
        command
    };
    let no_receipt = change(|command| {
        if let Command::ReceiveComplaint { receipt, .. } = command {
            receipt.clear();
        }
    });
    new.refused(on, no_receipt, "RECEIPT_WANTED");
    let stranger = change(|command| {
        if let Command::ReceiveComplaint { plaintiff, .. } = command {
            *plaintiff = 9;
        }
    });
    new.refused(on, stranger, "NO_SUCH_PARTY");
    let alone = change(|command| {
        if let Command::ReceiveComplaint { brief, .. } = command {
            brief.parties.pop();
        }
    });
    new.refused(on, alone, "TWO_PARTIES_NEEDED");
    new.refused("2026-02-26", receive(on), "DATE_IN_FUTURE");
    Case::received(on).refused(on, receive(on), "ALREADY_BEGUN");
}

#[test]
fn seven_days_then_the_case_is_filed_first() {
    // V24: received 28 September 2026; the seventh day is in the holiday; 8 October.
    let mut case = Case::received("2026-09-28");
    case.refused("2026-10-08", Command::FileFirst, "DECISION_TIME_RUNS");
    assert_eq!(Filing::expired(case.state(), "file"), Some(Command::FileFirst));
    case.give("2026-10-09", Command::FileFirst);
    assert_eq!(case.state().filed_on, Some(day("2026-10-09")));
    assert!(Filing::outline(case.state()).next_zh.contains("案号"));
    let number = |no: &str| Command::GiveNumber { case_no: no.into() };
    case.refused("2026-10-09", number(" "), "NUMBER_WANTED");
    case.give("2026-10-09", number("（2026）宁0122民初9号"));
    case.refused("2026-10-09", number("x"), "NUMBERED_ALREADY");
    case.refused("2026-10-09", file("2026-10-09"), "ALREADY_FILED");
}

#[test]
fn what_is_missing_is_said_once_and_the_days_run_anew() {
    let mut case = Case::received("2026-03-02");
    let list =
        |on: &str| Command::ListMissing { missing: vec!["身份证明".into()], on: day(on) };
    case.refused(
        "2026-03-02",
        Command::ReceiveCorrected { on: day("2026-03-02") },
        "NOTHING_MISSING",
    );
    case.give("2026-03-03", list("2026-03-03"));
    case.refused("2026-03-04", file("2026-03-04"), "PAPERS_AWAITED");
    // Five working days from 3 March.
    case.refused("2026-03-10", Command::ReturnPapers, "CORRECTION_TIME_RUNS");
    let mut late = case.clone();
    late.give("2026-03-11", Command::ReturnPapers);
    assert_eq!(late.state().outcome(), Some(Outcome::Refused));
    case.give("2026-03-09", Command::ReceiveCorrected { on: day("2026-03-09") });
    assert_eq!(case.state().stage, Stage::Received { since: day("2026-03-09") });
    case.refused("2026-03-09", list("2026-03-09"), "LISTED_ONCE");
    case.refused("2026-03-16", Command::FileFirst, "DECISION_TIME_RUNS");
    assert!(case.tried("2026-03-17", Command::FileFirst).is_ok());
}

#[test]
fn refusal_is_by_ruling_with_appeal_in_ten_days_from_receipt() {
    let mut case = Case::received("2026-03-02");
    let appeal = |on: &str| Command::AppealRefusal { on: day(on) };
    case.refused("2026-03-02", appeal("2026-03-02"), "NOT_REFUSED");
    let refuse =
        |on: &str| Command::RefuseFiling { ground: RefusalGround::NoDefendant, on: day(on) };
    case.give("2026-03-06", refuse("2026-03-06"));
    case.refused("2026-03-06", file("2026-03-06"), "FILING_REFUSED");
    case.refused("2026-03-06", appeal("2026-03-06"), "NOT_SERVED");
    case.give("2026-03-09", Command::ServeRefusal { on: day("2026-03-09") });
    case.refused("2026-03-09", Command::ServeRefusal { on: day("2026-03-09") }, "SERVED_ALREADY");
    case.refused("2026-03-19", Command::RefusalBecomesFinal, "APPEAL_TIME_RUNS");
    case.refused("2026-03-20", appeal("2026-03-20"), "APPEAL_TOO_LATE");
    let mut silent = case.clone();
    silent.give("2026-03-20", Command::RefusalBecomesFinal);
    assert_eq!(silent.state().outcome(), Some(Outcome::Refused));
    case.refused(
        "2026-03-19",
        Command::RecordAppealRuling { file_as: None, on: day("2026-03-19") },
        "NOT_APPEALED",
    );
    case.give("2026-03-19", appeal("2026-03-19"));
    let ruling = |no: Option<&str>| Command::RecordAppealRuling {
        file_as: no.map(str::to_owned),
        on: day("2026-04-10"),
    };
    assert_eq!(case.tried("2026-04-10", ruling(None)).unwrap().len(), 1);
    case.give("2026-04-10", ruling(Some("（2026）宁0122民初2号")));
    assert_eq!(case.state().filed_on, Some(day("2026-04-10")));
}

#[test]
fn before_filing_the_plaintiff_is_free_to_withdraw() {
    let mut case = Case::received("2026-03-02");
    case.give("2026-03-03", Command::AskWithdrawal { on: day("2026-03-03") });
    assert_eq!(case.state().outcome(), Some(Outcome::Withdrawn));
    case.refused("2026-03-03", Command::AskWithdrawal { on: day("2026-03-03") }, "ALREADY_ENDED");
}
