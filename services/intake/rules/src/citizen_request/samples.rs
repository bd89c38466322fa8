//! Sample courses of a party's request, for tests and for the bench.

use jiefen_procedure::kit::Move;
use jiefen_vocab::receipt::Receipt;
use jiefen_vocab::{DisputeId, Private, Role};
use jiff::civil::{Date, date};

use super::{About, CitizenRequest, Command, Letter};

/// The day of everything.
pub fn today() -> Date {
    date(2026, 6, 2)
}

/// A party asks.
pub fn asking(about: About, words: &str) -> Command {
    let text = Private::new(words.to_owned());
    Command::Lodge { dispute: DisputeId::from_bits(7), party: 1, about, text }
}

/// Somebody without a dispute writes.
pub fn writing(about: About, words: &str) -> Command {
    let letter = Letter {
        code: Receipt::of(DisputeId::from_bits(7)),
        of: Some(Private::new("窗口".to_owned())),
        phone: None,
    };
    Command::WriteIn { letter, about, text: Private::new(words.to_owned()) }
}

/// She is answered.
pub fn answering(words: &str, signed_by: &str) -> Command {
    let (answer, signed_by) = (Private::new(words.to_owned()), signed_by.to_owned());
    Command::Answer { answer, signed_by }
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<CitizenRequest>> {
    let day = today();
    let asked = About::ALL.map(|about| (day, Role::Party, asking(about, "三次没有人接电话")));
    let written = About::ALL.map(|about| (day, Role::Party, writing(about, "窗口几点上班")));
    let others = [
        (day, Role::Party, asking(About::Complaint, " ")),
        (day, Role::CentreDirector, answering("已经安排专人联系", "director-1")),
        (day, Role::WindowClerk, answering("已经安排专人联系", "clerk-1")),
        (day, Role::CentreDirector, answering("", "director-1")),
        (day, Role::CentreDirector, answering("已经安排专人联系", " ")),
        (day, Role::System, Command::Chase),
    ];
    asked.into_iter().chain(written).chain(others).collect()
}

/// Complete lawful courses: answered, and chased before the answer.
pub fn lines() -> Vec<Vec<Move<CitizenRequest>>> {
    let asked = |about| (today(), Role::Party, asking(about, "三次没有人接电话"));
    let answered = || (today(), Role::CentreDirector, answering("已经安排专人联系", "director-1"));
    let late = (today(), Role::System, Command::Chase);
    vec![
        vec![asked(About::Complaint), answered()],
        vec![asked(About::Withdrawal), late, answered()],
        vec![(today(), Role::Party, writing(About::Question, "窗口几点上班")), answered()],
    ]
}
