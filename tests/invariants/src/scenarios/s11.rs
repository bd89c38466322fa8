//! S11: property-management disputes of 312 households.

use jiefen_assessment_rules::{
    CutOff, Field, Indicator, Observed, Period, Population, Scope, Tally, event,
};
use jiefen_court_rules::filing::Track;
use jiefen_court_rules::trial::{Trial, samples as trial};
use jiefen_intake_rules::mass_incident::{MassIncident, samples as incident};
use jiefen_mediation_rules::batch::{Batch, Command as Offer, Figures, samples as batch};
use jiefen_mediation_rules::neutral_evaluation::{
    Command as Ask, NeutralEvaluation, samples as evaluation,
};
use jiefen_procedure::kit::day;
use jiefen_vocab::{
    CaseId, Channel, DisputeId, DisputeKind as K, FactId, Moment, Outcome, TrackKind as T,
};

use super::{Mode, check, of};
use crate::course::Course;
use crate::desk::{COUNTY, Desk, two};
use crate::umbrella::agency;

const ON: &str = "2026-05-11";

/// Steps 1, 2 and 6: yellow, orange, lanes, the report at once, and the trace from signal to contact.
fn it_never_happened() {
    let line = incident::never_happened();
    let mut course = Course::<MassIncident>::of(&line[..2]);
    course.due("contact", "2026-05-06T12:05:00").stands("yellow");
    let mut course = Course::<MassIncident>::of(&line[..4]);
    let lift = || incident::lift(incident::time("2026-05-08 09:00"));
    course.refuses("2026-05-08", lift(), "REPORT_OWED");
    let mut course = Course::<MassIncident>::of(&line);
    course.stands("lifted");
    let end = format!("{:?}", course.facts.last().unwrap());
    assert!(end.contains("contact: 105"), "from 08:05 to 09:50: {end}");
}

/// Step 4: 268 accept each for itself, 14 refuse and sue, 30 are silent; nobody closes the 30.
fn the_batch() -> Course<Batch> {
    let on = day(ON);
    let mut course = Course::<Batch>::new();
    for command in batch::offered(312, on) {
        course.does(ON, command);
    }
    for member in 1..=268 {
        course.does(ON, batch::accept(member, on));
    }
    let to = T::SummaryProcedure;
    for member in 269..=282 {
        course.does(ON, Offer::Refuse { member, on });
        course.does(ON, Offer::Leave { member, to, on });
    }
    course.refuses(ON, Offer::Close { on }, "MEMBERS_OPEN");
    course.due("answer:283", "2026-05-26");
    for member in 283..=312 {
        course.expires("2026-05-27", &format!("answer:{member}"));
    }
    let late = day("2026-05-27");
    course.refuses("2026-05-27", Offer::Close { on: late }, "SILENT_OPEN");
    for member in 283..=312 {
        let person = "officer-1".to_owned();
        course.does("2026-05-27", Offer::HandBack { member, person, on: late });
    }
    course.does("2026-05-27", Offer::Close { on: late });
    let figures = Figures { cases: 312, accepted: 268, suits: 14, elsewhere: 0, open: 30 };
    assert_eq!(course.state().figures(), figures);
    assert_eq!(course.state().outcome_of(283), None);
    course
}

/// Step 4, the numerous: fourteen suits are fourteen cases; eleven plaintiffs in one are no summary case
/// (民事诉讼法解释 257).
fn fourteen_suits() {
    let mut one = Course::<Trial>::new();
    let small = trial::opening(Track::SmallClaims, 600, "2026-05-20");
    one.does("2026-05-20", trial::open(small, "2026-05-20")).due("trial", "2026-07-20");
    let mut many = Course::<Trial>::new();
    many.refuses(
        "2026-03-02",
        trial::open(trial::crowd(Track::Summary), "2026-03-02"),
        "SUMMARY_BARRED",
    );
}

/// Step 5: the rate of suits rises by fourteen, whatever the batch is called.
fn the_figures(batch: &Course<Batch>) {
    let mut seen = Vec::new();
    let court = agency("640122.court");
    let suits = batch.state().figures().suits;
    for no in 1..=u64::try_from(suits).unwrap() {
        let mut filed = Observed {
            id: FactId::from_bits(no.into()),
            seq: no,
            agency: court,
            event: event::CASE_FILED.to_owned(),
            dispute: DisputeId::from_bits(u128::from(no) + 268),
            case: CaseId::from_bits(no.into()),
            at: Moment::from_local(day("2026-05-20").at(9, 0, 0, 0)),
            attributes: Default::default(),
        };
        filed.attributes.field = Some(Field::Civil);
        seen.push(filed);
    }
    let tally = Tally::of(seen);
    let source = "统计公报".to_owned();
    let (resident, floating) = (300_000, 100_000);
    let people = Population { resident, floating, as_of: day("2026-01-01"), source };
    let month = Period { from: day("2026-05-01"), to: day("2026-05-31") };
    let cut_off = CutOff { day: day("2026-05-31"), high_water: u64::MAX };
    let figures = tally.figures(month, &Scope::default(), Some(&people), cut_off);
    let rate = figures.iter().find(|one| one.key() == (Indicator::Suits, "A")).unwrap();
    assert_eq!((rate.numerator, rate.denominator), (14, 400_000));
    assert_eq!(rate.behind.numerator.len(), 14);
}

/// Step 3: housing leads, the fee is evaluated neutrally, the joint meeting mediates.
fn the_umbrella() {
    let desk = Desk::at(COUNTY, K::PropertyManagement).asked("2026-05-06", Channel::Phone);
    let mut desk = desk.sorted("2026-05-06", two(), &[]);
    desk.refers("2026-05-07", "640122.housing", T::AdministrativeMediation, Mode::Delegate);
    desk.accepts("2026-05-08", "640122.housing").held_by("640122.housing");
    let mut opinion = Course::<NeutralEvaluation>::new();
    let on = day("2026-05-08");
    opinion.does("2026-05-08", evaluation::ask(&[1, 2], &[], on));
    let evaluator = jiefen_mediation_rules::neutral::samples::person("e-1");
    opinion.does("2026-05-08", evaluation::accept(evaluator, None, on));
    for party in [1, 2] {
        opinion.does("2026-05-08", Ask::HandIn { party, on });
    }
    opinion.does("2026-05-08", Ask::ClosePapers { on });
    opinion.does("2026-05-09", evaluation::opinion("采暖费按实测温度核减", day("2026-05-09")));
    desk.reports("2026-05-27", "640122.housing", Outcome::Failed).held_by(COUNTY);
    desk.stands("unresolved", &["route_choice"]);
    let failed = of(K::PropertyManagement).track(T::AdministrativeMediation, super::Failed);
    check(vec![("S11.4", "2026-05-27", failed, T::Litigation, "")]);
}

pub fn walk() {
    it_never_happened();
    let batch = the_batch();
    fourteen_suits();
    the_figures(&batch);
    the_umbrella();
}
