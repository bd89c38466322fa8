//! S20: neutral evaluation, settlement, notarised instrument, instalments.

use jiefen_court_rules::notarised_instrument::{
    Command as Paper, Ground, NotarisedInstrument, samples as paper,
};
use jiefen_intake_rules::dispute::Command;
use jiefen_mediation_rules::negotiation::{Command as Talk, Negotiation, samples as talk};
use jiefen_mediation_rules::neutral::samples::{draft, owed, person};
use jiefen_mediation_rules::neutral_evaluation::{
    Command as Ask, NeutralEvaluation, Use, samples as ask,
};
use jiefen_procedure::Procedure;
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::{Circumstance as C, Standing::Agreed};
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, Role, TrackKind as T};

use super::{Mode, check, of, owes};
use crate::course::Course;
use crate::desk::{COUNTY, COURT, Desk, result, two};

const DUE: [&str; 3] = ["2026-07-01", "2026-10-01", "2027-01-01"];

/// Step 1: asked jointly; twenty days over the first of May; confidential, no evidence.
fn evaluated() -> Course<NeutralEvaluation> {
    let on = day("2026-04-15");
    let mut course = Course::<NeutralEvaluation>::new();
    course.does("2026-04-15", ask::ask(&[1, 2], &[], on));
    course.does("2026-04-15", ask::accept(person("e-1"), None, on));
    for party in [1, 2] {
        course.does("2026-04-15", Ask::HandIn { party, on });
    }
    course.does("2026-04-15", Ask::ClosePapers { on });
    let text = "约六成责任";
    course.refuses("2026-05-07", ask::opinion(text, day("2026-05-07")), "PAST_TERM");
    course.does("2026-05-06", ask::opinion(text, day("2026-05-06")));
    let disclose = |as_evidence, agreed: &[u32]| Ask::Disclose {
        as_evidence,
        agreed: agreed.to_vec(),
        on: day("2026-05-07"),
    };
    course.refuses("2026-05-07", disclose(true, &[1, 2]), "NO_EVIDENCE");
    course.refuses("2026-05-07", disclose(false, &[1]), "NOT_AGREED");
    for party in [1, 2] {
        let agreed = Ask::AgreeUse { party, by: Use::Settle, on: day("2026-05-10") };
        course.does("2026-05-10", agreed);
    }
    let told: Vec<_> = course.facts.iter().flat_map(super::notices::<NeutralEvaluation>).collect();
    assert!(told.iter().all(|(_, zh)| !zh.contains("六成")), "{told:?}");
    course
}

/// Step 2: a contract in three parts, which a notary can strengthen and no court confirms.
fn settled() -> Course<Negotiation> {
    let on = day("2026-05-20");
    let mut course = Course::<Negotiation>::new();
    course.does("2026-05-11", talk::invite(day("2026-05-11"), 2));
    let join = Talk::Agree { party: 2, on: day("2026-05-11") };
    course.does("2026-05-11", join);
    let parts = (1..).zip(DUE).map(|(no, due)| owed(no, day(due), 300_000)).collect();
    let proposed = Talk::Propose { by: 2, draft: draft(parts), until: None, on };
    course.does("2026-05-20", proposed);
    course.does("2026-05-20", talk::accept(1, on)).stands("settled");
    let papers = course.state().papers().unwrap();
    assert_eq!((papers.effect.as_deref(), papers.confirmable), (Some("contract"), false));
    let told = course.told().pop().unwrap();
    assert_eq!(told.rule.as_deref(), Some("T-G-03"));
    course
}

/// Steps 2 to 4: each part its own two years, the certificate restarts that part's (公证法 37, 民事诉讼法 249, 250;
/// 公证债权文书执行规定 12, 13, 19).
fn notarised() {
    let mut course = Course::<NotarisedInstrument>::new();
    course.does("2026-05-20", paper::request(paper::instrument(&DUE))).due("issue", "2026-06-10");
    course.does("2026-06-10", Paper::Issue { on: day("2026-06-10") });
    // 1 July 2028 is a Saturday.
    course.due("enforce:1", "2028-07-03");
    course.refuses("2026-07-01", paper::ask(&[1], "2026-07-01"), "NOT_DUE");
    course.refuses("2026-07-02", paper::ask(&[1, 2], "2026-07-02"), "NOT_DUE");
    course.does("2026-07-02", paper::ask(&[1], "2026-07-02")).due("enforce:1", "2028-07-03");
    course.does("2026-07-08", Paper::Certify { on: day("2026-07-08") });
    course.does("2026-07-09", Paper::ApplyToCourt { on: day("2026-07-09") });
    course.does("2026-07-10", Paper::Accept { on: day("2026-07-10") });
    course.does("2026-07-13", Paper::ServeNotice { on: day("2026-07-13") });
    course.due("plea", "2026-07-28");
    let plead = |on: &str| paper::plead(Ground::NotPresent, "2026-07-13", on);
    course.refuses("2026-07-29", plead("2026-07-29"), "PLEA_TOO_LATE");
    course.does("2026-07-28", plead("2026-07-28")).due("review", "2026-09-28");
    let longer = || Paper::ExtendReview { days: 30, on: day("2026-09-01") };
    course.refuses_to(Role::Judge, "2026-09-01", longer(), "PRESIDENT_ONLY");
    course.does_as(Role::CourtPresident, "2026-09-01", longer());
    let shown = NotarisedInstrument::outline(course.state());
    assert!(shown.next_zh.contains("不停止执行"), "{}", shown.next_zh);
}

fn the_matrix() {
    let deed = of(K::ProductionBusiness).track(T::NeutralEvaluation, Agreed);
    let instrument = "notarised_enforcement_needs_instrument";
    let road = T::NotarizedEnforcement;
    check(vec![
        (
            "S20.2",
            "2026-05-20",
            deed.clone(),
            T::JudicialConfirmation,
            "confirmation_needs_agreement",
        ),
        ("S20.2", "2026-06-09", deed.clone(), road, instrument),
        ("S20.3", "2026-07-02", deed.with(C::NotarisedInstrument), road, ""),
    ]);
}

fn the_umbrella(opinion: &Course<NeutralEvaluation>, settlement: &Course<Negotiation>) {
    let desk = Desk::at(COUNTY, K::ProductionBusiness).asked("2026-04-15", Channel::ZzCounty);
    let mut desk = desk.sorted("2026-04-15", two(), &[]);
    let evaluator = "640122.evaluation";
    desk.refers("2026-04-15", evaluator, T::NeutralEvaluation, Mode::Delegate);
    desk.accepts("2026-04-15", evaluator);
    desk.reports("2026-05-10", evaluator, opinion.state().outcome().unwrap()).held_by(COUNTY);
    desk.refers("2026-05-11", evaluator, T::Negotiation, Mode::Delegate);
    desk.accepts("2026-05-11", evaluator);
    let mut told = result(evaluator, settlement.state().outcome().unwrap(), "2026-05-20");
    told.obligations = DUE.map(|due| owes(300_000, due)).to_vec();
    desk.ok("2026-05-20", Command::NoteResult(Box::new(told)));
    desk.stands("agreed", &["obligation:1", "obligation:2", "obligation:3"]);
    let confirm = crate::desk::offer(COURT, T::JudicialConfirmation, Mode::Delegate);
    desk.refused("2026-05-21", confirm, "CONFIRMATION_ONLY");
    assert_eq!(settlement.state().outcome(), Some(Outcome::Agreed));
}

pub fn walk() {
    let opinion = evaluated();
    let settlement = settled();
    notarised();
    the_matrix();
    the_umbrella(&opinion, &settlement);
}
