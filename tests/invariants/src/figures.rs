//! I8: the public figures of a walk, from the events that tell of it: recomputed in another order and with
//! repetitions they are the same, and they are what a count over the tracks themselves gives.

use std::collections::BTreeMap;

use jiefen_assessment_rules::{
    Attributes, CutOff, Figure, Indicator, Observed, Period, Scope, Tally, event,
};
use jiefen_vocab::{CaseId, DisputeId, FactId, Moment, Outcome};
use jiff::civil::{Date, date};

use crate::umbrella::{TOWN, agency};

const YEAR: Period = Period { from: date(2026, 1, 1), to: date(2026, 12, 31) };

/// What was told of a walk.
#[derive(Default)]
pub struct Told {
    events: Vec<Observed>,
}

impl Told {
    fn tell(&mut self, unit: &str, what: &str, case: usize, on: Date, attributes: Attributes) {
        let no = self.events.len() as u64 + 1;
        self.events.push(Observed {
            id: FactId::from_bits(no.into()),
            seq: no,
            agency: agency(unit),
            event: what.to_owned(),
            dispute: DisputeId::from_bits(7),
            case: CaseId::from_bits(case as u128 + 1),
            at: Moment::from_local(on.at(9, 0, 0, 0)),
            attributes,
        });
    }

    /// A body has taken the dispute on: offered and accepted.
    pub fn handed(&mut self, unit: &str, case: usize, on: Date) {
        let said = |_| Attributes {
            to: Some(agency(unit)),
            epoch: Some(format!("0.{case}")),
            ..Attributes::default()
        };
        self.tell(TOWN, event::REFERRAL_OFFERED, case, on, said(()));
        self.tell(TOWN, event::REFERRAL_ACCEPTED, case, on, said(()));
    }

    /// A mediation has begun.
    pub fn begun(&mut self, unit: &str, case: usize, on: Date) {
        self.tell(unit, event::MEDIATION_APPLIED, case, on, Attributes::default());
    }

    /// A mediation has ended.
    pub fn ended(&mut self, unit: &str, case: usize, on: Date, outcome: Outcome) {
        let agreed = matches!(outcome, Outcome::Agreed | Outcome::Performed);
        let what = if agreed { event::AGREEMENT_MADE } else { event::MEDIATION_ENDED };
        let said = Attributes { outcome: Some(outcome), ..Attributes::default() };
        self.tell(unit, what, case, on, said);
    }

    /// Duties were done in time.
    pub fn met(&mut self, unit: &str, case: usize, on: Date, rules: &BTreeMap<String, u64>) {
        for (rule, times) in rules {
            for _ in 0..*times {
                let said = Attributes { rule: Some(rule.clone()), ..Attributes::default() };
                self.tell(unit, event::CLOCK_MET, case, on, said);
            }
        }
    }

    fn figures<'a>(events: impl Iterator<Item = &'a Observed>) -> Vec<Figure> {
        let tally = Tally::of(events.cloned().collect());
        let cut_off = CutOff { day: YEAR.to, high_water: u64::MAX };
        tally.figures(YEAR, &Scope::default(), None, cut_off)
    }

    /// The figures, the same in any order and however often an event comes.
    pub fn recomputed(&self, turn: usize) -> Vec<Figure> {
        let first = Self::figures(self.events.iter());
        let split = turn.checked_rem(self.events.len()).unwrap_or(0);
        let (early, late) = self.events.split_at(split);
        let turned = late.iter().rev().chain(early).chain(late).chain(early.iter().rev());
        assert_eq!(Self::figures(turned), first, "I8");
        first
    }
}

/// Numerator and denominator of a figure; none: there is no such figure.
pub fn of(figures: &[Figure], indicator: Indicator, variant: &str) -> Option<(u64, u64)> {
    let found = figures.iter().find(|figure| figure.key() == (indicator, variant));
    found.map(|figure| (figure.numerator, figure.denominator))
}
