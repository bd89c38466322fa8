//! Sample courses of an inquiry, for tests and for the bench.

use jiefen_procedure::kit::Move;
use jiefen_vocab::{Channel, DisputeId, Private, Role};
use jiff::civil::{Date, date};

use super::{Command, Inquiry};
use crate::dispute::orders::{Advice, AdviceOnly};

/// The day of everything.
pub fn today() -> Date {
    date(2026, 6, 2)
}

/// Somebody asks.
pub fn asking(on: Date, words: &str) -> Command {
    let question = Private::new(words.to_owned());
    Command::Ask { channel: Channel::AgencyCounter, question, on }
}

/// He is answered.
pub fn advice(change: impl FnOnce(&mut Advice)) -> Command {
    let mut advice = Advice {
        why: AdviceOnly::NotADispute,
        answer: Private::new("办理时间为工作日".to_owned()),
        signed_by: "clerk-1".to_owned(),
        sends_elsewhere: false,
        on: today(),
    };
    change(&mut advice);
    Command::TurnAway(advice)
}

/// It is a dispute after all.
pub fn carried() -> Command {
    Command::CarryOn { dispute: DisputeId::from_bits(7) }
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Inquiry>> {
    let commands = [
        asking(today(), "几点上班"),
        asking(today(), " "),
        asking(date(2026, 6, 3), "问"),
        advice(|_| {}),
        advice(|advice| advice.sends_elsewhere = true),
        advice(|advice| advice.signed_by.clear()),
        advice(|advice| advice.answer = Private::new(String::new())),
        advice(|advice| advice.on = date(2026, 6, 3)),
        advice(|advice| advice.on = date(2026, 6, 1)),
        carried(),
    ];
    let clerk = commands.map(|command| (today(), Role::WindowClerk, command));
    let system = (today(), Role::System, Command::Chase);
    clerk.into_iter().chain([system]).collect()
}

/// Complete lawful courses: answered, chased and answered, a dispute after all.
pub fn lines() -> Vec<Vec<Move<Inquiry>>> {
    let asked = || (today(), Role::WindowClerk, asking(today(), "邻居漏水"));
    let answered = || (today(), Role::WindowClerk, advice(|_| {}));
    let dispute = (today(), Role::WindowClerk, carried());
    let late = (today(), Role::System, Command::Chase);
    vec![vec![asked(), answered()], vec![asked(), late, answered()], vec![asked(), dispute]]
}
