//! Sample courses of evaluations.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, NeutralEvaluation, Use};
use crate::neutral::samples::person;
use crate::neutral::{Candidate, Interest};

/// The day on which the samples begin, a Wednesday.
pub const BEGUN: &str = "2026-04-15";

/// A request by some of two parties.
pub fn ask(by: &[u32], facts: &[Circumstance], on: Date) -> Command {
    let brief = brief(DisputeKind::ContractDebt, TrackKind::NeutralEvaluation, on);
    let facts: BTreeSet<_> = facts.iter().copied().collect();
    Command::Ask { brief: brief.into(), by: by.to_vec(), facts, on }
}

/// An evaluator of the field accepts.
pub fn accept(evaluator: Candidate, wanted_by: Option<Date>, on: Date) -> Command {
    Command::Accept { evaluator, of_field: true, wanted_by, on }
}

/// The opinion.
pub fn opinion(text: &str, on: Date) -> Command {
    Command::GiveOpinion { text: Private::new(text.to_owned()), on }
}

fn commands(on: Date) -> Vec<Command> {
    let extend = |days, agreed: &[u32]| Command::Extend { days, agreed: agreed.to_vec(), on };
    let disclose = |as_evidence, agreed: &[u32]| Command::Disclose {
        as_evidence,
        agreed: agreed.to_vec(),
        on,
    };
    let tied = Candidate { interest: Some(Interest::Agent), ..person("e-1") };
    let unlisted = Candidate { on_roster: false, ..person("e-1") };
    let mut all = vec![
        ask(&[1, 2], &[], on),
        ask(&[1], &[], on),
        ask(&[], &[], on),
        ask(&[9], &[], on),
        ask(&[1], &[Circumstance::DomesticViolence], on),
        ask(&[1], &[Circumstance::Status], on),
        accept(person("e-1"), None, on),
        accept(person("e-1"), Some(day("2027-01-01")), on),
        accept(person(" "), None, on),
        accept(tied, None, on),
        accept(unlisted, None, on),
        Command::ClosePapers { on },
        Command::Recuse { on },
        extend(10, &[1, 2]),
        extend(0, &[1, 2]),
        extend(5, &[1]),
        opinion("约六成责任", on),
        opinion(" ", on),
        disclose(true, &[1, 2]),
        disclose(false, &[1, 2]),
        disclose(false, &[1]),
        Command::Lapse,
    ];
    for party in [1, 2] {
        all.extend([Command::Join { party, on }, Command::HandIn { party, on }]);
        all.extend([Command::RefuseUse { party, on }, Command::Leave { party, on }]);
        all.extend([Use::Settle, Use::Mediate].map(|by| Command::AgreeUse { party, by, on }));
    }
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<NeutralEvaluation>> {
    let days = [BEGUN, "2026-04-17", "2026-05-06", "2026-06-15"].map(day);
    days.into_iter()
        .flat_map(|on| commands(on).into_iter().map(move |command| (on, Role::Evaluator, command)))
        .collect()
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<NeutralEvaluation>>> {
    let (on, late) = (day(BEGUN), day("2026-06-15"));
    let line = |deep: usize, end: Vec<(Date, Command)>| {
        let opened = [
            ask(&[1, 2], &[], on),
            accept(person("e-1"), None, on),
            Command::HandIn { party: 1, on },
            Command::HandIn { party: 2, on },
            Command::ClosePapers { on },
            opinion("约六成责任", on),
        ];
        let opened = opened.into_iter().take(deep).map(|command| (on, command));
        let whole = opened.chain(end);
        whole.map(|(today, command)| (today, Role::Evaluator, command)).collect::<Vec<_>>()
    };
    let agree = |party| (on, Command::AgreeUse { party, by: Use::Settle, on });
    vec![
        line(6, vec![agree(1), agree(2)]),
        line(6, vec![(on, Command::RefuseUse { party: 1, on })]),
        line(6, vec![(late, Command::Lapse)]),
        line(4, vec![(on, Command::Leave { party: 2, on })]),
        line(5, vec![(late, Command::Lapse)]),
        line(1, vec![(late, Command::Lapse)]),
    ]
}
