//! Decision, service, suit, performance, withdrawal, opinions.

use jiefen_vocab::Outcome;

use super::super::{Enforcer, Measure};
use super::*;

#[test]
fn each_partys_own_receipt_starts_its_own_fifteen_days() {
    let mut application = application();
    application.brief.parties.push(party(NEIGHBOUR, PartyRole::Third));
    let case = Case::new()
        .does(day(3, 9), apply(application))
        .does(day(3, 12), accept())
        .does(day(3, 13), Command::ServeCopy(by(AGENCY, day(3, 13))))
        .does(day(3, 26), Command::Reply(by(AGENCY, day(3, 26))))
        .does(day(3, 30), Command::HearParties { on: day(3, 30), on_paper: false })
        .does(day(4, 7), decide(DecisionKind::Uphold, day(4, 7)))
        .does(day(4, 8), serve(CITIZEN, day(4, 8)))
        .does(day(4, 8), serve(AGENCY, day(4, 8)));
    assert!(case.starts("suit:1", "T-K-16.after_reconsideration", day(4, 8)));
    let sue = |party, on| Command::Sue(by(party, on));
    case.clone().refuses(day(4, 9), sue(AGENCY, day(4, 9)), "WRONG_PARTY");
    case.clone().refuses(day(4, 9), sue(NEIGHBOUR, day(4, 9)), "NOT_SERVED");
    case.clone().refuses(day(4, 9), serve(CITIZEN, day(4, 9)), "ALREADY_DONE");
    let all = case.does(day(4, 10), serve(NEIGHBOUR, day(4, 10)));
    assert!(all.starts("suit:3", "T-K-16.after_reconsideration", day(4, 10)));
    assert!(!all.starts("suit:2", "T-K-16.after_reconsideration", day(4, 8)));
    all.clone().does(day(4, 23), sue(CITIZEN, day(4, 23)));
    all.clone().refuses(day(4, 24), sue(CITIZEN, day(4, 24)), "TERM_OVER");
    all.clone().refuses(day(4, 23), Command::LapseSuit { party: CITIZEN }, "NOT_YET_EXPIRED");
    let lapsed = all.expires(day(4, 24), "suit:1").stands("decided");
    let done = lapsed.clone().expires(day(4, 28), "suit:3").stands("ended");
    assert_eq!(done.state().outcome(), Some(Outcome::Decided));
    let court = lapsed.does(day(4, 24), sue(NEIGHBOUR, day(4, 24))).stands("ended");
    assert_eq!(court.state().outcome(), Some(Outcome::Transferred));
}

#[test]
fn some_decisions_say_who_does_what_by_when() {
    let today = day(4, 7);
    for kind in
        [DecisionKind::OrderToAct, DecisionKind::AnnulAndRedo, DecisionKind::OrderUnderAgreement]
    {
        ripe().refuses(today, decide(kind, today), "DUTY_MISSING");
    }
    ripe().refuses(today, order(day(4, 1), today), "DATE_TOO_EARLY");
    let worse = Decide { worse: true, ..decision(DecisionKind::Change, today) };
    ripe().refuses(today, Command::Decide(worse.clone()), "WORSE_FOR_APPLICANT");
    ripe().does(today, Command::Decide(Decide { third_claims: true, ..worse }));
    ripe().does(today, decide(DecisionKind::ConfirmUnlawful, today));
    ripe().does(today, decide(DecisionKind::ConfirmVoid, today));
    let dismiss = |ground| Command::Dismiss { ground, on: today };
    ripe().does(today, dismiss(RefusalGround::NoInterest)).stands("decided");
    ripe().refuses(today, dismiss(RefusalGround::Late), "NOT_LATE");
}

#[test]
fn a_respondent_that_does_not_perform_is_pressed() {
    let press = |on, by| Command::Press { measure: Measure::Order, by, on };
    let done = |proof: &str| Command::Perform { on: day(5, 20), proof: proof.to_owned() };
    upheld().refuses(day(5, 20), done("凭证"), "NO_DUTY");
    let served = ordered()
        .does(day(4, 8), serve(CITIZEN, day(4, 8)))
        .does(day(4, 9), serve(AGENCY, day(4, 9)))
        .expires(day(4, 24), "suit:1")
        .stands("decided");
    assert!(served.starts("perform", "policy.follow_up", day(4, 30)));
    let early = press(day(4, 30), day(5, 20));
    served.clone().refuses(day(4, 30), early, "NOT_YET_EXPIRED");
    served.clone().refuses(day(5, 6), press(day(5, 6), day(5, 6)), "DATE_TOO_EARLY");
    let court = Command::Enforce { by: Enforcer::Court, on: day(5, 6) };
    served.clone().refuses(day(5, 6), court, "NOT_RESPONDENT");
    served
        .does(day(5, 6), press(day(5, 6), day(5, 15)))
        .refuses(day(5, 20), done(" "), "PROOF_MISSING")
        .does(day(5, 20), done("卷内第3页"))
        .stands("ended")
        .refuses(day(5, 21), done("卷内第3页"), "ENDED");
    ordered().does(day(5, 20), done("凭证")).refuses(day(5, 20), done("凭证"), "ALREADY_DONE");
}

#[test]
fn an_applicant_who_neither_sues_nor_performs_is_enforced_against() {
    let duty = Some(Duty { party: CITIZEN, by: day(4, 15), amount: Some(Fen::yuan(20_000)) });
    let pay = Decide { duty, ..decision(DecisionKind::Uphold, day(4, 7)) };
    let served = ripe()
        .does(day(4, 7), Command::Decide(pay))
        .does(day(4, 8), serve(CITIZEN, day(4, 8)))
        .does(day(4, 8), serve(AGENCY, day(4, 8)));
    let enforce = |by, on| Command::Enforce { by, on };
    let press = Command::Press { measure: Measure::Talk, by: day(5, 1), on: day(4, 20) };
    served.clone().refuses(day(4, 20), press, "RESPONDENT_ONLY");
    let early = enforce(Enforcer::Court, day(4, 15));
    served.clone().refuses(day(4, 15), early, "NOT_YET_EXPIRED");
    let open = enforce(Enforcer::Court, day(4, 20));
    served.clone().refuses(day(4, 20), open, "SUIT_OPEN");
    served
        .expires(day(4, 24), "suit:1")
        .refuses(day(4, 24), enforce(Enforcer::ReviewBody, day(4, 24)), "WRONG_ENFORCER")
        .does(day(4, 24), enforce(Enforcer::ActingAgency, day(4, 24)))
        .stands("ended");
}

#[test]
fn withdrawal_needs_leave() {
    let ask = |settled| Command::AskWithdrawal { party: CITIZEN, settled, on: day(4, 1) };
    let rule = |granted| Command::RuleWithdrawal { party: CITIZEN, granted, on: day(4, 2) };
    ripe().refuses(day(4, 2), rule(true), "NO_WITHDRAWAL");
    let agency = Command::AskWithdrawal { party: AGENCY, settled: false, on: day(4, 1) };
    ripe().refuses(day(4, 1), agency, "WRONG_PARTY");
    let asked = ripe().does(day(4, 1), ask(false));
    asked.clone().refuses(day(4, 1), ask(false), "ALREADY_DONE");
    asked
        .clone()
        .does(day(4, 2), rule(false))
        .stands("reviewing")
        .does(day(4, 7), decide(DecisionKind::Uphold, day(4, 7)));
    let gone = asked.does(day(4, 2), rule(true)).stands("ended");
    assert_eq!(gone.state().outcome(), Some(Outcome::Withdrawn));
    let settled = ripe().does(day(4, 1), ask(true)).does(day(4, 2), rule(true));
    assert_eq!(settled.state().outcome(), Some(Outcome::Agreed));
    upheld().refuses(day(4, 8), ask(false), "NOT_NOW");
}

#[test]
fn one_of_two_applicants_may_withdraw_alone() {
    let mut application = application();
    application.brief.parties.push(party(4, PartyRole::Applicant));
    let case = Case::new()
        .does(day(3, 9), apply(application))
        .does(day(3, 10), Command::AskWithdrawal { party: 4, settled: false, on: day(3, 10) })
        .does(day(3, 11), Command::RuleWithdrawal { party: 4, granted: true, on: day(3, 11) })
        .stands("received");
    assert_eq!(case.state().suitors(), [CITIZEN]);
}

#[test]
fn an_opinion_keeps_the_case_in_sight_until_its_report() {
    let case = ripe()
        .does(day(4, 1), opine(day(4, 1)))
        .does(day(4, 1), Command::AskWithdrawal { party: CITIZEN, settled: true, on: day(4, 1) })
        .does(day(4, 2), Command::RuleWithdrawal { party: CITIZEN, granted: true, on: day(4, 2) })
        .stands("reporting");
    assert!(case.starts("opinion:1", "T-K-13", day(4, 1)));
    let report = |no| Command::ReportOpinion { no, on: day(5, 20) };
    assert_eq!(Reconsideration::expired(case.state(), "opinion:1"), None);
    case.refuses(day(5, 20), report(2), "NO_SUCH_OPINION")
        .refuses(day(5, 20), report(0), "NO_SUCH_OPINION")
        .does(day(5, 20), report(1))
        .stands("ended");
    ripe().does(day(4, 1), opine(day(4, 1))).does(day(5, 20), report(1)).refuses(
        day(5, 20),
        report(1),
        "ALREADY_DONE",
    );
}
