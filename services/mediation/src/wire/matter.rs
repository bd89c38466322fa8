//! Requests of matters in hand.

use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::matter::Command;
use jiefen_proto::jiefen::mediation::v1 as pb;

use super::{Outcome, parts, verb};
use crate::Kind;

/// Parses the taking of a matter.
///
/// # Errors
/// Every wrong field.
pub fn take(m: &pb::TakeRequest) -> Outcome {
    let mut fields = Fields::new();
    let begun = parts::dispute(&mut fields, m.brief.as_ref(), Kind::Matter, m.round);
    let person = parts::person(&mut fields, "person", &m.person);
    let next = parts::next(&mut fields, m.next.as_ref());
    let term_from = fields.date_optional("term_from", m.term_from.as_ref());
    let day = fields.date("on", m.on.as_ref());
    let parsed = (|| {
        let (case, brief) = begun?;
        let (person, next, on) = (person?, next?, day?);
        let command = Command::Take { brief, person, next, term_from, on }.into();
        Some(Parsed { case, command })
    })();
    fields.done(parsed)
}

verb!(name_person, NamePersonRequest, |m, fields| {
    let person = parts::person(&mut fields, "person", &m.person);
    let day = fields.date("on", m.on.as_ref());
    Command::NamePerson { person: person?, on: day? }
});
verb!(begin_term, BeginTermRequest, |m, fields| {
    Command::BeginTerm { on: fields.date("on", m.on.as_ref())? }
});
verb!(note_progress, NoteProgressRequest, |m, fields| {
    let done = fields.text("done", &m.done, 500);
    let day = fields.date("on", m.on.as_ref());
    let next = parts::next(&mut fields, m.next.as_ref());
    Command::NoteProgress { done: done?, on: day?, next: next? }
});
verb!(conclude, ConcludeRequest, |m, fields| {
    let outcome = fields.parse("outcome", &m.outcome);
    let day = fields.date("on", m.on.as_ref());
    Command::Conclude { outcome: outcome?, on: day? }
});
verb!(pass_back, PassBackRequest, |m, fields| {
    let ground = parts::code(&mut fields, "ground", &m.ground);
    let proposal = parts::proposal(&mut fields, m.proposal.as_ref());
    let day = fields.date("on", m.on.as_ref());
    Command::PassBack { ground: ground?, proposal: proposal?, on: day? }
});
