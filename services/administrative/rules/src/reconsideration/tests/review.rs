//! Copy, reply, hearing, procedure, term, suspension, mediation.

use super::super::{ConsultGround, EndGround, SuspendGround};
use super::*;

fn suspend(ground: SuspendGround, on: Date) -> Command {
    Command::Suspend { ground, on }
}

fn simplified() -> Case {
    let act = Act { kind: ActKind::Warning, ..fine() };
    Case::new()
        .does(day(3, 9), against(act))
        .does(day(3, 12), Command::Accept(acceptance(Track::Simplified)))
}

#[test]
fn the_simplified_procedure_is_for_listed_kinds_or_by_consent() {
    let plain = acceptance(Track::Simplified);
    received().refuses(day(3, 12), Command::Accept(plain.clone()), "SIMPLIFIED_NOT_OPEN");
    let half = Accept { agreed: vec![CITIZEN], ..plain.clone() };
    received().refuses(day(3, 12), Command::Accept(half), "SIMPLIFIED_NOT_OPEN");
    let all = Accept { agreed: vec![CITIZEN, AGENCY], ..plain.clone() };
    received().does(day(3, 12), Command::Accept(all));
    let small = |fen| Act { amount: Some(Fen(fen)), ..fine() };
    let filed = |act| Case::new().does(day(3, 9), against(act));
    filed(small(300_000)).does(day(3, 12), Command::Accept(plain.clone()));
    filed(small(300_001)).refuses(day(3, 12), Command::Accept(plain), "SIMPLIFIED_NOT_OPEN");
    assert!(simplified().starts("decide", "T-K-07", day(3, 12)));
    assert!(simplified().starts("copy", "T-K-05", day(3, 12)));
}

#[test]
fn conversion_gives_the_ordinary_term_from_acceptance() {
    let copy = Command::ServeCopy(by(AGENCY, day(3, 13)));
    let case = simplified().does(day(3, 13), copy);
    assert!(case.starts("reply:2", "T-K-05.reply", day(3, 13)));
    let set = Command::NotifyHearing { on: day(3, 16), hearing_on: day(4, 15) };
    case.clone().refuses(day(3, 16), set, "CONVERT_FIRST");
    let extend = Command::Extend { days: 30, on: day(4, 13) };
    case.clone().refuses(day(4, 13), extend, "CONVERT_FIRST");
    // Thirty days: 13 April, as 11 April is a Saturday.
    case.clone().refuses(day(4, 14), Command::Convert { on: day(4, 14) }, "TERM_OVER");
    let now = case
        .does(day(3, 16), suspend(SuspendGround::Other, day(3, 16)))
        .does(day(3, 17), Command::Resume { on: day(3, 17) })
        .does(day(3, 18), Command::Convert { on: day(3, 18) });
    assert!(now.starts("decide", "T-K-06", day(3, 12)));
    assert!(now.starts("reply:2", "T-K-04.reply", day(3, 13)));
    now.refuses(day(3, 19), Command::Convert { on: day(3, 19) }, "ALREADY_DONE");
}

#[test]
fn a_simplified_case_is_decided_without_hearing_the_parties() {
    let ready = simplified()
        .does(day(3, 13), Command::ServeCopy(by(AGENCY, day(3, 13))))
        .does(day(3, 20), Command::Reply(by(AGENCY, day(3, 20))));
    ready.clone().does(day(3, 23), decide(DecisionKind::Uphold, day(3, 23)));
    ready.does(day(3, 23), Command::MarkMajor { on: day(3, 23) }).refuses(
        day(3, 23),
        decide(DecisionKind::Uphold, day(3, 23)),
        "CONVERT_FIRST",
    );
}

#[test]
fn ten_working_days_to_reply_and_silence_leaves_the_act_without_evidence() {
    let today = day(3, 30);
    let reply = |on| Command::Reply(by(AGENCY, on));
    reviewing().refuses(day(3, 13), reply(day(3, 13)), "NOT_SERVED");
    let copy = |party| Command::ServeCopy(by(party, day(3, 13)));
    reviewing().refuses(day(3, 13), copy(CITIZEN), "WRONG_PARTY");
    copied().refuses(day(3, 13), copy(AGENCY), "ALREADY_DONE");
    copied().does(day(3, 27), reply(day(3, 27)));
    copied().refuses(today, reply(day(3, 28)), "TERM_OVER");
    copied().refuses(day(3, 27), Command::LapseReply { party: AGENCY }, "NOT_YET_EXPIRED");
    let silent = copied()
        .expires(day(3, 28), "reply:2")
        .does(today, Command::HearParties { on: today, on_paper: true });
    for kind in [DecisionKind::Uphold, DecisionKind::DismissClaim, DecisionKind::Change] {
        silent.clone().refuses(today, decide(kind, today), "ACT_UNPROVED");
    }
    let third = Decide { third_proof: true, ..decision(DecisionKind::Uphold, today) };
    silent.clone().does(today, Command::Decide(third));
    silent.does(today, decide(DecisionKind::Annul, today));
}

#[test]
fn the_hearing_is_announced_five_working_days_before() {
    let set = |on| Command::NotifyHearing { on, hearing_on: day(4, 3) };
    copied().refuses(day(3, 30), set(day(3, 30)), "NOTICE_TOO_LATE");
    let set = copied().does(day(3, 27), set(day(3, 27)));
    let today = day(4, 3);
    set.clone().refuses(day(4, 7), hearing(day(4, 7), Head::Came), "HEARING_NOT_NOTIFIED");
    let blank = Head::SentStaff { reasons: " ".to_owned() };
    set.clone().refuses(today, hearing(today, blank), "REASONS_MISSING");
    let held = |panel, absent| {
        Command::HoldHearing(HoldHearing { on: today, panel, head: Head::Came, absent })
    };
    let thin = Panel { members: vec!["r2".to_owned()], ..panel() };
    set.clone().refuses(today, held(thin, vec![]), "PANEL_INCOMPLETE");
    let twice = Panel { recorder: "r2".to_owned(), ..panel() };
    set.clone().refuses(today, held(twice, vec![]), "PANEL_INCOMPLETE");
    set.clone().refuses(today, held(panel(), vec![AGENCY]), "WRONG_PARTY");
    set.clone().does(today, hearing(today, Head::NobodyCame));
    set.does(today, held(panel(), vec![CITIZEN]));
}

#[test]
fn a_major_case_needs_its_hearing() {
    let major = ripe().does(day(3, 31), Command::MarkMajor { on: day(3, 31) });
    major.clone().refuses(day(4, 1), Command::MarkMajor { on: day(4, 1) }, "ALREADY_DONE");
    let uphold = || decide(DecisionKind::Uphold, day(4, 10));
    major.clone().refuses(day(4, 10), uphold(), "HEARING_MISSING");
    major
        .does(day(4, 1), Command::NotifyHearing { on: day(4, 1), hearing_on: day(4, 10) })
        .does(day(4, 10), hearing(day(4, 10), Head::Came))
        .refuses(day(4, 10), uphold(), "COMMITTEE_MISSING");
}

/// 行政复议法 52, 61: named cases go to the committee; its opinion is on the file before the decision.
#[test]
fn major_and_technical_cases_go_to_the_committee_before_the_decision() {
    let advice = |text: &str, on| Command::RecordAdvice { text: Private::new(text.to_owned()), on };
    let ask = |ground, on| Command::ConsultCommittee { ground, on };
    let uphold = |on| decide(DecisionKind::Uphold, on);
    ripe().refuses(day(4, 1), ask(ConsultGround::Technical, day(4, 1)), "NOT_MARKED");
    let technical = ripe().does(day(4, 1), Command::MarkTechnical { on: day(4, 1) });
    technical.clone().refuses(day(4, 2), Command::MarkTechnical { on: day(4, 2) }, "ALREADY_DONE");
    technical.clone().refuses(day(4, 2), uphold(day(4, 2)), "COMMITTEE_MISSING");
    technical.clone().refuses(day(4, 2), advice("宜维持", day(4, 2)), "NOT_CONSULTED");
    let asked = technical.does(day(4, 2), ask(ConsultGround::Technical, day(4, 2)));
    asked.clone().refuses(day(4, 3), ask(ConsultGround::Useful, day(4, 3)), "ADVICE_PENDING");
    asked.clone().refuses(day(4, 3), uphold(day(4, 3)), "ADVICE_PENDING");
    asked.clone().refuses(day(4, 3), advice(" ", day(4, 3)), "ADVICE_EMPTY");
    asked
        .does(day(4, 9), advice("宜维持", day(4, 9)))
        .refuses(day(4, 10), uphold(day(4, 8)), "DATE_TOO_EARLY")
        .does(day(4, 10), uphold(day(4, 10)));
    // Useful in any case; while it is open no decision is made.
    let useful = ripe().does(day(4, 1), ask(ConsultGround::Useful, day(4, 1)));
    useful.refuses(day(4, 2), uphold(day(4, 2)), "ADVICE_PENDING");
}

/// The committee belongs to the ordinary procedure.
#[test]
fn the_simplified_procedure_converts_before_the_committee_is_asked() {
    simplified().refuses(
        day(3, 13),
        Command::ConsultCommittee { ground: ConsultGround::Useful, on: day(3, 13) },
        "CONVERT_FIRST",
    );
}

#[test]
fn a_decision_needs_copy_reply_and_the_parties_words() {
    let uphold = || decide(DecisionKind::Uphold, day(3, 26));
    reviewing().refuses(day(3, 26), uphold(), "COPY_MISSING");
    copied().refuses(day(3, 26), uphold(), "REPLY_PENDING");
    copied().does(day(3, 26), Command::Reply(by(AGENCY, day(3, 26)))).refuses(
        day(3, 26),
        uphold(),
        "PARTIES_NOT_HEARD",
    );
}

#[test]
fn sixty_days_and_thirty_more() {
    reviewing().refuses(day(5, 11), Command::LapseDecision, "NOT_YET_EXPIRED");
    let extend = |days, on| Command::Extend { days, on };
    reviewing().refuses(day(5, 12), extend(30, day(5, 12)), "TERM_OVER");
    reviewing().refuses(day(5, 11), extend(31, day(5, 11)), "EXTENSION_TOO_LONG");
    let more = reviewing().does(day(5, 11), extend(30, day(5, 11)));
    more.clone().refuses(day(5, 12), extend(1, day(5, 12)), "EXTENSION_USED");
    more.clone().refuses(day(6, 10), Command::LapseDecision, "NOT_YET_EXPIRED");
    more.expires(day(6, 11), "decide").stands("overdue");
}

#[test]
fn silence_of_the_office_opens_the_court_for_fifteen_days() {
    let sue = |party, on| Command::Sue(by(party, on));
    ripe().refuses(day(4, 1), sue(CITIZEN, day(4, 1)), "SUIT_EXCLUDED");
    let over = ripe().expires(day(5, 12), "decide").stands("overdue");
    assert!(over.starts("suit:1", "T-K-16.after_reconsideration", day(5, 11)));
    over.clone().refuses(day(5, 13), Command::Extend { days: 3, on: day(5, 13) }, "TERM_OVER");
    over.clone().refuses(day(5, 13), sue(AGENCY, day(5, 13)), "WRONG_PARTY");
    over.clone().does(day(5, 26), sue(CITIZEN, day(5, 26))).stands("ended");
    over.clone().refuses(day(5, 27), sue(CITIZEN, day(5, 27)), "TERM_OVER");
    over.clone().refuses(day(5, 26), Command::LapseSuit { party: CITIZEN }, "NOT_YET_EXPIRED");
    let waited = over.expires(day(5, 27), "suit:1").stands("overdue");
    waited.clone().refuses(day(5, 28), sue(CITIZEN, day(5, 26)), "ALREADY_DONE");
    let late = waited.does(day(5, 28), decide(DecisionKind::Annul, day(5, 28)));
    assert!(late.facts.iter().any(|fact| matches!(fact, Fact::Decided { late: true, .. })));
}

#[test]
fn the_term_stands_still_while_suspended() {
    let stopped = reviewing().does(day(3, 20), suspend(SuspendGround::LawQuestion, day(3, 20)));
    stopped.clone().refuses(day(5, 30), Command::LapseSuspension, "NOT_TERMINABLE");
    stopped.clone().refuses(day(5, 30), Command::LapseDecision, "NOT_NOW");
    stopped.clone().refuses(day(5, 30), Command::Sue(by(CITIZEN, day(5, 30))), "SUIT_EXCLUDED");
    let on = stopped.does(day(3, 29), Command::Resume { on: day(3, 29) }).stands("reviewing");
    let again = suspend(SuspendGround::Other, day(3, 29));
    on.clone().refuses(day(3, 29), again, "DATE_TOO_EARLY");
    // Ten days more than 11 May.
    on.clone().refuses(day(5, 21), Command::LapseDecision, "NOT_YET_EXPIRED");
    on.expires(day(5, 22), "decide");
    reviewing().refuses(day(5, 12), suspend(SuspendGround::Other, day(5, 12)), "TERM_OVER");
    let mediation = suspend(SuspendGround::Mediation, day(4, 1));
    reviewing().refuses(day(4, 1), mediation, "CONSENT_NEEDED");
}

#[test]
fn death_incapacity_and_termination_end_the_case_after_sixty_days() {
    use SuspendGround::{
        Death, ForceMajeure, Incapacity, LawQuestion, Mediation, Missing, NormReview, Other,
        OtherCase, Termination,
    };
    for ground in [Death, Incapacity, Termination] {
        let stopped = reviewing().does(day(3, 20), suspend(ground, day(3, 20)));
        assert!(stopped.starts("suspension", "T-K-12", day(3, 20)));
        stopped.clone().refuses(day(5, 19), Command::LapseSuspension, "NOT_YET_EXPIRED");
        stopped.expires(day(5, 20), "suspension").stands("ended");
    }
    let rest = [Missing, ForceMajeure, Mediation, LawQuestion, OtherCase, NormReview, Other];
    assert!(rest.iter().all(|ground| !ground.ends_the_case()));
    let heir = Command::Terminate { ground: EndGround::NoHeir, on: day(3, 21) };
    reviewing().does(day(3, 21), heir).stands("ended");
}

#[test]
fn mediation_needs_both_sides_and_stops_the_term() {
    let begin = |agreed| Command::BeginMediation { agreed, on: day(4, 1) };
    ripe().refuses(day(4, 1), begin(vec![CITIZEN]), "NOT_AGREED");
    let mut case = mediating();
    let sign = Command::SignStatement(by(CITIZEN, day(4, 2)));
    case.clone().refuses(day(4, 2), sign, "NO_STATEMENT");
    case.clone().refuses(day(4, 2), Command::Sue(by(CITIZEN, day(4, 2))), "SUIT_EXCLUDED");
    let stranger = Command::EndMediation { party: Some(9), on: day(4, 2) };
    case.clone().refuses(day(4, 2), stranger, "WRONG_PARTY");
    case = case.does(day(4, 10), Command::EndMediation { party: Some(AGENCY), on: day(4, 10) });
    let review = case.state().review().unwrap();
    assert_eq!(review.stood.len(), 1);
    case.refuses(day(5, 21), Command::LapseDecision, "NOT_YET_EXPIRED")
        .expires(day(5, 22), "decide");
}

#[test]
fn a_statement_binds_when_all_have_signed_and_it_is_sealed() {
    let seal = || Command::SealStatement { on: day(4, 8) };
    let sign = |party| Command::SignStatement(by(party, day(4, 7)));
    let made = stated(None);
    let again = Command::MakeStatement { on: day(4, 4), duty: None };
    made.clone().refuses(day(4, 4), again, "ALREADY_DONE");
    let one = made.does(day(4, 7), sign(CITIZEN));
    one.clone().refuses(day(4, 8), seal(), "SIGNATURE_MISSING");
    one.clone().refuses(day(4, 8), sign(CITIZEN), "ALREADY_DONE");
    one.refuses(day(4, 8), sign(NEIGHBOUR), "WRONG_PARTY");
    let done = in_force(None);
    done.clone().refuses(day(4, 9), Command::Sue(by(CITIZEN, day(4, 9))), "STATEMENT_BINDS");
    done.does(day(4, 9), serve(CITIZEN, day(4, 9)))
        .does(day(4, 9), serve(AGENCY, day(4, 9)))
        .stands("ended");
}

#[test]
fn a_norm_under_review_has_its_own_thirty_days() {
    let case = reviewing().does(day(4, 1), suspend(SuspendGround::NormReview, day(4, 1)));
    assert!(case.starts("check", "T-K-14", day(4, 1)));
    let case = reviewing().does(day(4, 1), suspend(SuspendGround::OtherCase, day(4, 1)));
    assert!(case.starts("check", "policy.follow_up", day(4, 1)));
}
