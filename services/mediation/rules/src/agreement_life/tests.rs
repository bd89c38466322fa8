//! The law of an agreement's life, as tables and as the plan's scenarios.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{Circumstances, ClockEffect, Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{DisputeKind, Fen, Moment, Role};
use proptest::prelude::*;

use super::samples::{adopt, apply, first, labour, lines, moves, pay, two_sums};
use super::*;
use crate::agreement::Subject;
use crate::talks::samples::{draft, hash, owed};

struct Case {
    state: Option<State>,
}

impl Case {
    fn of(on: &str, command: Command) -> Case {
        let mut case = Case { state: None };
        case.give(on, command);
        case
    }

    fn tried(&self, today: &str, command: Command) -> Result<Vec<Fact>, Refusal> {
        kit::decide::<AgreementLife>(self.state.as_ref(), &command, day(today), Role::Mediator)
    }

    fn give(&mut self, today: &str, command: Command) -> Vec<Fact> {
        let facts = self.tried(today, command).map_err(|refusal| refusal.zh()).unwrap();
        self.state = kit::fold::<AgreementLife>(self.state.take(), &facts);
        facts
    }

    #[track_caller]
    fn refused(&self, today: &str, command: Command, name: &str) {
        let refusal = self.tried(today, command).unwrap_err();
        assert_eq!(refusal.name(), name, "{}", refusal.zh());
    }

    fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }

    fn windows(&self, today: &str) -> Vec<(Window, Date)> {
        let actor = kit::actor(Role::Mediator);
        let now = Moment::from_local(day(today).at(10, 0, 0, 0));
        let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
        self.state().windows(&ctx).unwrap()
    }
}

fn due(rule: &str, from: &str) -> Date {
    Law::shipped().due(&Query::new(rule, day(from))).unwrap().due.day()
}

fn breach(no: u32, on: &str) -> Command {
    Command::ReportBreach { no, on: day(on), declared: false }
}

fn instalments() -> crate::agreement::Draft {
    draft(vec![
        owed(1, 20_000, day("2026-10-31")),
        owed(2, 20_000, day("2026-11-30")),
        owed(3, 20_000, day("2026-12-31")),
    ])
}

fn routes_told(facts: &[Fact]) -> Vec<BreachRoute> {
    let told = |fact: &Fact| {
        if let Fact::Broken { routes, .. } = fact { Some(routes.clone()) } else { None }
    };
    facts.iter().find_map(told).unwrap()
}

/// S08: three instalments; joint application on the last day; a single applicant is refused; breach of
/// the second; two years from the last instalment.
#[test]
fn s08_from_confirmation_to_enforcement() {
    let debt = DisputeKind::ContractDebt;
    let mut case =
        Case::of("2026-09-03", adopt(Maker::People, debt, instalments(), day("2026-09-03")));
    assert_eq!(case.windows("2026-09-03"), [(Window::Confirmation, day("2026-10-08"))]);
    case.refused("2026-10-09", apply(Way::Court, day("2026-10-09")), "WINDOW_PAST");
    let alone = Command::NoteApplication {
        way: Way::Court,
        by: vec![1],
        submission: false,
        on: day("2026-10-08"),
    };
    case.refused("2026-10-08", alone, "NOT_JOINT");
    case.refused(
        "2026-10-08",
        Command::CloseWindow { window: Window::Confirmation },
        "WINDOW_RUNS",
    );
    let facts = case.give("2026-10-08", apply(Way::Court, day("2026-10-08")));
    assert!(AgreementLife::clocks(&facts[0]).contains(&ClockEffect::Start {
        key: "pending".into(),
        rule: "T-D-03".into(),
        from: day("2026-10-08"),
    }));
    assert_eq!(due("T-D-03", "2026-10-08"), day("2026-10-12"));
    case.give("2026-10-09", Command::NoteAcceptance { on: day("2026-10-09") });
    assert_eq!(due("T-D-04", "2026-10-09"), day("2026-11-09"));
    case.give("2026-10-20", Command::Strengthen { on: day("2026-10-20") });
    assert_eq!(case.state().deed().unwrap().level, Level::Confirmed);
    case.give("2026-10-31", pay(1, day("2026-10-31")));
    case.refused("2026-11-30", breach(2, "2026-11-30"), "NOT_YET_DUE");
    let facts = case.give("2026-12-01", breach(2, "2026-12-01"));
    assert_eq!(routes_told(&facts), [BreachRoute::Enforcement]);
    let enforce = ClockEffect::Start {
        key: "enforce:0".into(),
        rule: "T-D-10".into(),
        from: day("2026-12-31"),
    };
    assert!(AgreementLife::clocks(&facts[0]).contains(&enforce));
    assert_eq!(case.state().performed_by_itself(), Some(false));
    case.refused("2026-12-02", Command::Sue { on: day("2026-12-02") }, "ENFORCE_INSTEAD");
    case.give("2026-12-02", Command::Enforce { no: 2, on: day("2026-12-02") });
    case.give("2026-12-20", Command::EndEnforcement { satisfied: true, on: day("2026-12-20") });
    case.give("2026-12-31", pay(3, day("2026-12-31")));
    assert_eq!(AgreementLife::outline(case.state()).state, "enforced");
    assert_eq!(case.state().performed_by_itself(), Some(false));
}

/// S20: the parties' own settlement, notarised within 15 working days; each part has its own two years,
/// which the request for the execution certificate interrupts.
#[test]
fn s20_notarised_instalments_have_each_their_own_two_years() {
    let on = day("2026-05-20");
    let parts = draft(vec![
        owed(1, 300_000, day("2026-07-01")),
        owed(2, 300_000, day("2026-10-01")),
        owed(3, 300_000, day("2027-01-01")),
    ]);
    let mut case = Case::of("2026-05-20", first(Maker::Negotiation, parts, on));
    for party in [1, 2] {
        case.give("2026-05-20", Command::ConfirmText { party, hash: hash(), on });
    }
    for no in [1, 2] {
        let signer = Signer::Party { no };
        case.give("2026-05-20", Command::Sign { signer, agent: None, on });
    }
    assert_eq!(case.windows("2026-05-20"), []);
    case.refused("2026-05-20", apply(Way::Court, on), "NOT_STRENGTHENABLE");
    let silent =
        Command::NoteApplication { way: Way::Notary, by: vec![1, 2], submission: false, on };
    case.refused("2026-05-20", silent, "NOT_NOTARISABLE");
    case.give("2026-05-20", apply(Way::Notary, on));
    assert_eq!(due("T-G-03", "2026-05-20"), day("2026-06-10"));
    case.give("2026-06-10", Command::Strengthen { on: day("2026-06-10") });
    let facts = case.give("2026-07-02", breach(1, "2026-07-02"));
    assert_eq!(routes_told(&facts), [BreachRoute::ExecutionCertificate]);
    let own = |from: &str| ClockEffect::Start {
        key: "enforce:1".into(),
        rule: "T-G-04".into(),
        from: day(from),
    };
    assert!(AgreementLife::clocks(&facts[0]).contains(&own("2026-07-01")));
    case.refused(
        "2026-07-03",
        Command::Enforce { no: 1, on: day("2026-07-03") },
        "CERTIFICATE_WANTED",
    );
    let facts = case.give("2026-07-03", Command::AskCertificate { no: 1, on: day("2026-07-03") });
    assert!(AgreementLife::clocks(&facts[0]).contains(&own("2026-07-03")));
    case.give("2026-07-10", Command::Enforce { no: 1, on: day("2026-07-10") });
    case.refused(
        "2026-07-11",
        Command::Enforce { no: 2, on: day("2026-07-11") },
        "UNDER_ENFORCEMENT",
    );
}

/// S02 step 3: arbitral review until 8 October, confirmation of the money items until 16 October; both
/// are told together.
#[test]
fn s02_both_windows_of_a_labour_agreement_are_shown_together() {
    let text = draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    let wages = [LabourItem::Wages];
    let open = |body| {
        adopt(labour(body, &wages, true), DisputeKind::Labour, text.clone(), day("2026-09-16"))
    };
    let case = Case::of("2026-09-16", open(LabourBody::PeopleCommittee));
    let both = [
        (Window::ArbitralReview, day("2026-10-08")),
        (Window::LabourConfirmation, day("2026-10-16")),
    ];
    assert_eq!(case.windows("2026-09-16"), both);
    let again = open(LabourBody::PeopleCommittee);
    let facts = Case { state: None }.tried("2026-09-16", again).unwrap();
    let notices = AgreementLife::notices(&facts[1]);
    let rules: Vec<_> = notices.iter().filter_map(|notice| notice.rule.as_deref()).collect();
    assert_eq!(rules, ["T-H-02", "T-H-04"]);
    // The court confirms only what a people's mediation committee made.
    for body in [LabourBody::Enterprise, LabourBody::Town] {
        let case = Case::of("2026-09-16", open(body));
        assert_eq!(case.windows("2026-09-16"), [(Window::ArbitralReview, day("2026-10-08"))]);
    }
}

/// S02 step 7: unpaid on 20 October, not reviewed: payment order; when it lapses, suit on the agreement
/// without arbitration (T-F-08).
#[test]
fn s02_the_payment_order_and_the_suit_after_it_lapsed() {
    let text = draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    let items = [LabourItem::Wages, LabourItem::Severance];
    let maker = labour(LabourBody::PeopleCommittee, &items, false);
    let mut case =
        Case::of("2026-09-16", adopt(maker, DisputeKind::Labour, text, day("2026-09-16")));
    case.refused("2026-10-20", breach(1, "2026-10-20"), "NOT_YET_DUE");
    let facts = case.give("2026-10-21", breach(1, "2026-10-21"));
    assert_eq!(
        routes_told(&facts),
        [BreachRoute::PaymentOrder, BreachRoute::LabourArbitration, BreachRoute::Renegotiation]
    );
    case.refused("2026-10-21", Command::Sue { on: day("2026-10-21") }, "ARBITRATION_FIRST");
    case.refused(
        "2026-10-21",
        Command::Enforce { no: 1, on: day("2026-10-21") },
        "NOT_ENFORCEABLE",
    );
    case.give("2026-10-22", Command::AskOrder { no: 1, on: day("2026-10-22") });
    case.refused("2026-10-23", Command::Arbitrate { on: day("2026-10-23") }, "ORDER_OPEN");
    let facts = case.give(
        "2026-11-20",
        Command::NoteOrder { result: OrderResult::Lapsed, on: day("2026-11-20") },
    );
    assert_eq!(AgreementLife::notices(&facts[0])[0].form, "order_lapsed");
    case.refused("2026-11-21", Command::AskOrder { no: 1, on: day("2026-11-21") }, "ORDER_ONCE");
    case.give("2026-11-21", Command::Sue { on: day("2026-11-21") });
    assert_eq!(AgreementLife::outline(case.state()).state, "sued");
}

/// 劳动争议解释（一）51(2): over unpaid wages and nothing else the worker sues at once.
#[test]
fn an_agreement_over_wages_alone_is_sued_on_without_arbitration() {
    let text = || draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    for (items, only, open) in [
        (vec![LabourItem::Wages], true, true),
        (vec![LabourItem::Wages], false, false),
        (vec![LabourItem::Severance], true, false),
        (vec![], true, false),
    ] {
        let maker = labour(LabourBody::Town, &items, only);
        let on = day("2026-09-16");
        let mut case = Case::of("2026-09-16", adopt(maker, DisputeKind::Labour, text(), on));
        case.give("2026-10-21", breach(1, "2026-10-21"));
        let sue = case.tried("2026-10-21", Command::Sue { on: day("2026-10-21") });
        assert_eq!(sue.is_ok(), open, "{items:?} {only}");
        let order = case.tried("2026-10-22", Command::AskOrder { no: 1, on: day("2026-10-22") });
        assert_eq!(order.is_ok(), !items.is_empty(), "{items:?}");
    }
}

/// A changed text voids earlier confirmations and signatures; nobody signs before all have confirmed.
#[test]
fn everybody_confirms_the_same_text_before_anybody_signs() {
    let on = day("2026-09-03");
    let mut case = Case::of("2026-09-03", first(Maker::People, two_sums(), on));
    let confirm = |party, hash: String| Command::ConfirmText { party, hash, on };
    let sign = |no| Command::Sign { signer: Signer::Party { no }, agent: None, on };
    case.give("2026-09-03", confirm(1, hash()));
    case.refused("2026-09-03", sign(1), "NOT_CONFIRMED");
    case.give("2026-09-03", confirm(2, hash()));
    case.give("2026-09-03", sign(1));
    let changed = Draft { hash: "ef".repeat(32), ..two_sums() };
    case.give("2026-09-03", Command::PutText { draft: changed, on });
    case.refused("2026-09-03", confirm(2, hash()), "TEXT_CHANGED");
    case.give("2026-09-03", confirm(1, "ef".repeat(32)));
    case.refused("2026-09-03", sign(1), "NOT_CONFIRMED");
    case.give("2026-09-03", confirm(2, "EF".repeat(32)));
    for no in [1, 2] {
        case.give("2026-09-03", sign(no));
    }
    case.give("2026-09-03", Command::Sign { signer: Signer::Mediator, agent: None, on });
    assert_eq!(AgreementLife::outline(case.state()).state, "drafted");
    case.give(
        "2026-09-04",
        Command::Sign { signer: Signer::Seal, agent: None, on: day("2026-09-04") },
    );
    assert_eq!(case.state().deed().unwrap().agreement.effective_on, day("2026-09-04"));
}

/// T-D-06 and 民事诉讼法 205: what the court does not confirm.
#[test]
fn status_title_ip_and_unlawful_bodies_are_not_confirmed() {
    let with = |subject: Option<Subject>| {
        let mut text = two_sums();
        text.subjects.extend(subject);
        text
    };
    let table = [
        (Maker::People, true, None, true),
        (Maker::People, true, Some(Subject::Status), false),
        (Maker::People, true, Some(Subject::Title), false),
        (Maker::People, true, Some(Subject::IpOwnership), false),
        (Maker::Industry, true, None, true),
        (Maker::Industry, false, None, false),
        (Maker::RuralLand, true, None, true),
        (Maker::Agency, true, None, true),
        (Maker::Negotiation, true, None, false),
        (Maker::PublicOrder, true, None, false),
        (Maker::Court, true, None, false),
    ];
    for (maker, lawful, subject, open) in table {
        let windows = maker.windows(lawful, DisputeKind::ContractDebt, &with(subject));
        assert_eq!(!windows.is_empty(), open, "{maker:?} {lawful} {subject:?}");
    }
    let conduct = Draft { subjects: BTreeSet::from([Subject::Conduct]), ..two_sums() };
    let maker = labour(LabourBody::PeopleCommittee, &[], false);
    assert_eq!(maker.windows(true, DisputeKind::Labour, &conduct), [Window::ArbitralReview]);
}

/// 民事诉讼法 as amended from 2022-01-01: before that day each instalment had its own two years.
#[test]
fn instalments_due_before_2022_keep_their_own_two_years() {
    for (first_due, key, from) in
        [("2021-12-31", "enforce:1", "2021-12-31"), ("2022-01-01", "enforce:0", "2022-06-30")]
    {
        let text = draft(vec![owed(1, 1, day(first_due)), owed(2, 1, day("2022-06-30"))]);
        let court = adopt(Maker::Court, DisputeKind::ContractDebt, text, day("2021-12-01"));
        let case = Case::of("2022-07-01", court);
        let deed = case.state().deed().unwrap();
        let clock = enforcement_from(deed, &deed.agreement.draft.obligations[0]);
        assert_eq!(clock, Some((key.to_owned(), day(from))), "{first_due}");
    }
}

#[test]
fn a_broken_public_order_agreement_goes_back_to_the_police() {
    let open = adopt(Maker::PublicOrder, DisputeKind::Neighbour, two_sums(), day("2026-09-03"));
    let mut case = Case::of("2026-09-03", open);
    let facts = case.give("2026-09-11", breach(1, "2026-09-11"));
    assert_eq!(routes_told(&facts), [BreachRoute::PenaltyResumes, BreachRoute::SuitOnAgreement]);
    case.refused("2026-09-11", Command::Arbitrate { on: day("2026-09-11") }, "NO_ARBITRATION");
    case.give("2026-09-12", Command::ResumePenalty { on: day("2026-09-12") });
    assert_eq!(case.state().outcome(), Some(Outcome::Transferred));
}

/// M-09: by itself and in time, everything.
#[test]
fn only_full_performance_in_time_counts_as_automatic() {
    let run = |second: &str| {
        let open = adopt(Maker::People, DisputeKind::ContractDebt, two_sums(), day("2026-09-03"));
        let mut case = Case::of("2026-09-03", open);
        case.give("2026-09-10", pay(1, day("2026-09-10")));
        assert_eq!(case.state().performed_by_itself(), None);
        case.give(second, pay(2, day(second)));
        case.state().performed_by_itself()
    };
    assert_eq!(run("2026-12-31"), Some(true));
    assert_eq!(run("2027-01-01"), Some(false));
    let papers = Case::of(
        "2026-09-03",
        adopt(Maker::People, DisputeKind::ContractDebt, two_sums(), day("2026-09-03")),
    );
    let papers = papers.state().papers().unwrap();
    assert!(papers.confirmable && papers.effect.as_deref() == Some("contract"));
    assert_eq!(papers.obligations[0], (2, day("2026-09-10"), Some(Fen::yuan(100))));
}

fn seen() -> &'static Seen<AgreementLife> {
    static SEEN: OnceLock<Seen<AgreementLife>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<AgreementLife>(&moves(), &lines(), 20))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs"), include_str!("../text.rs")]);
    assert!(names.len() > 40);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<AgreementLife>();
}

#[test]
fn states_and_facts_survive_storage() {
    for (state, _) in &seen().states {
        let text = serde_json::to_string(state).unwrap();
        assert_eq!(&serde_json::from_str::<State>(&text).unwrap(), state);
    }
    for fact in &seen().facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<Fact>(&text).unwrap(), fact);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided = kit::decide::<AgreementLife>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<AgreementLife>(&mut clocks, fact));
            let next = kit::fold::<AgreementLife>(state.clone(), &facts).unwrap();
            let open = !matches!(next.stage, Stage::Ended { .. });
            prop_assert_eq!(open, !clocks.is_empty());
            if let Some(deed) = next.deed() {
                let owed = deed.agreement.outstanding();
                prop_assert!(deed.agreement.broken.iter().all(|no| owed.contains(no)));
                prop_assert!(!open || !owed.is_empty());
            }
            state = Some(next);
        }
    }
}
