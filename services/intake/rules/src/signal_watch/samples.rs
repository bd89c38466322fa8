//! Sample courses for tests and the bench: a book and a tally, and commands in all variety.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, day};
use jiefen_vocab::{CaseId, Role};
use jiff::civil::DateTime;

use super::{Command, SignalWatch};
use crate::risk_case::samples::{DISPUTE, signal, time};
use crate::signal::{Signal, SignalKind};

type Moves = Vec<Move<SignalWatch>>;

/// A signal from a source.
pub fn from(source: &str, kind: SignalKind, people: u32, at: DateTime) -> Signal {
    Signal { source: source.to_owned(), dispute: Some(DISPUTE), ..signal(kind, people, at) }
}

/// It comes into the book.
pub fn take(signal: Signal) -> Command {
    Command::Take { signal }
}

/// One more complaint is counted.
pub fn count(at: DateTime) -> Command {
    Command::Count { key: "a".to_owned(), signal: from("c", SignalKind::Complaint, 1, at) }
}

/// The risk case of the samples.
pub const RISK: CaseId = CaseId(jiefen_vocab::Id::from_bits(9));

/// Lawful courses: a book in which two complaints wait, a third one opens a case that ends; a tally.
pub fn lines() -> Vec<Moves> {
    let on = day("2026-05-20");
    let at = time("2026-05-20 09:00");
    let given = |commands: Vec<Command>| -> Moves {
        commands.into_iter().map(|command| (on, Role::System, command)).collect()
    };
    let complaint = |source| take(from(source, SignalKind::Complaint, 1, at));
    let told = signal(SignalKind::Gathering, 40, at);
    let adopt = Command::Adopt { signal: told, risk: RISK };
    vec![
        given(vec![complaint("a"), complaint("b"), complaint("c"), complaint("d")]),
        given(vec![adopt, Command::Release { risk: RISK }]),
        given(vec![count(at), count(at), count(at)]),
    ]
}

/// Commands in all variety.
pub fn moves() -> Moves {
    let mut all: Moves = lines().into_iter().flatten().collect();
    let (on, late) = (day("2026-05-20"), time("2026-05-21 09:00"));
    all.push((on, Role::System, take(from("z", SignalKind::Threat, 0, late))));
    all.push((on, Role::System, count(late)));
    all.push((day("2026-08-01"), Role::System, count(late)));
    all
}
