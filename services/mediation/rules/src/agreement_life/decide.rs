//! What may be asked where an agreement stands, and its making.

use jiefen_procedure::term::happened;
use jiefen_procedure::{Brief, Circumstances};
use jiff::civil::Date;

use super::{Command, Deed, Ending, Fact, Maker, Stage, State, deed, rows};
use crate::agreement::{Draft, Form};
use crate::people_mediation::{Signature, Signer};
use crate::refuse::{no, no_with};
use crate::text::{Text, check};
use jiefen_procedure::words::Refusal;

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return begin(command, ctx) };
    match &state.stage {
        Stage::Drafted { text } => decide_drafted(state, text, command, ctx),
        Stage::InForce { deed } => {
            allowed(at(deed), act(command))?;
            deed::decide(state, deed, command, ctx)
        }
        Stage::Ended { .. } => no(rows::ALREADY_ENDED),
    }
}

/// Where an agreement in force stands: the one table of what may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// Nothing broken.
    Whole,
    /// Something broken.
    Breached,
    /// Enforcement goes on.
    Enforcing,
    /// A payment order is open.
    Ordered,
}

pub(super) fn at(deed: &Deed) -> At {
    if deed.enforcing.is_some() {
        return At::Enforcing;
    }
    if deed.order.is_some() {
        return At::Ordered;
    }
    if deed.agreement.broken.is_empty() { At::Whole } else { At::Breached }
}

/// What kind of act a command is, for the table of what may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    /// Making the agreement: over once it is in force.
    Making,
    /// What may always happen to one in force.
    Always,
    /// Strengthening or replacing it.
    Strength,
    /// A way that a breach opens.
    Remedy,
    /// The end of enforcement.
    EndEnforcement,
    /// The end of a payment order.
    EndOrder,
}

fn act(command: &Command) -> Act {
    match command {
        Command::Draft { .. }
        | Command::Adopt { .. }
        | Command::PutText { .. }
        | Command::ConfirmText { .. }
        | Command::Sign { .. }
        | Command::GiveUp => Act::Making,
        Command::CloseWindow { .. }
        | Command::RecordPerformance { .. }
        | Command::ReportBreach { .. }
        | Command::Annul { .. } => Act::Always,
        Command::NoteApplication { .. }
        | Command::NoteAcceptance { .. }
        | Command::Strengthen { .. }
        | Command::RefuseStrength { .. }
        | Command::Renegotiate { .. } => Act::Strength,
        Command::AskCertificate { .. }
        | Command::Enforce { .. }
        | Command::AskOrder { .. }
        | Command::Sue { .. }
        | Command::Arbitrate { .. }
        | Command::ResumePenalty { .. } => Act::Remedy,
        Command::EndEnforcement { .. } => Act::EndEnforcement,
        Command::NoteOrder { .. } => Act::EndOrder,
    }
}

fn allowed(at: At, act: Act) -> Result<(), Refusal> {
    match (at, act) {
        (At::Whole | At::Breached | At::Enforcing | At::Ordered, Act::Making) => no(rows::IN_FORCE),
        (At::Whole | At::Breached | At::Enforcing | At::Ordered, Act::Always)
        | (At::Whole | At::Breached, Act::Strength)
        | (At::Breached, Act::Remedy)
        | (At::Enforcing, Act::EndEnforcement)
        | (At::Ordered, Act::EndOrder) => Ok(()),
        (At::Whole, Act::Remedy | Act::EndEnforcement | Act::EndOrder) => no(rows::NOT_BROKEN),
        (At::Breached, Act::EndEnforcement) => no(rows::NO_ENFORCEMENT),
        (At::Breached, Act::EndOrder) => no(rows::NO_ORDER),
        (At::Enforcing, Act::Strength | Act::Remedy | Act::EndOrder) => no(rows::UNDER_ENFORCEMENT),
        (At::Ordered, Act::Strength | Act::Remedy | Act::EndEnforcement) => no(rows::ORDER_OPEN),
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Draft { brief, maker, lawful, draft, on } => {
            happened(*on, brief.received_on, ctx.today())?;
            if maker.level().enforcement().is_some() {
                return no_with(rows::MADE_BY_BODY, maker.level().zh());
            }
            two(brief)?;
            check(draft, brief, &[], *on)?;
            Ok(vec![Fact::Drafted {
                brief: brief.clone(),
                maker: maker.clone(),
                lawful: *lawful,
                draft: draft.clone(),
                on: *on,
            }])
        }
        Command::Adopt { brief, maker, lawful, draft, form, effective_on, on } => {
            happened(*effective_on, brief.received_on, ctx.today())?;
            happened(*on, *effective_on, ctx.today())?;
            two(brief)?;
            check(draft, brief, &[], *effective_on)?;
            if *form == Form::Oral && *maker != Maker::People {
                return no(rows::WRITTEN_ONLY);
            }
            let adopted = Fact::Adopted {
                brief: brief.clone(),
                maker: maker.clone(),
                lawful: *lawful,
                on: *on,
            };
            Ok(vec![adopted, in_force(brief, maker, *lawful, draft, *form, *effective_on)])
        }
        Command::PutText { .. }
        | Command::ConfirmText { .. }
        | Command::Sign { .. }
        | Command::GiveUp
        | Command::NoteApplication { .. }
        | Command::NoteAcceptance { .. }
        | Command::Strengthen { .. }
        | Command::RefuseStrength { .. }
        | Command::CloseWindow { .. }
        | Command::RecordPerformance { .. }
        | Command::ReportBreach { .. }
        | Command::AskCertificate { .. }
        | Command::Enforce { .. }
        | Command::EndEnforcement { .. }
        | Command::AskOrder { .. }
        | Command::NoteOrder { .. }
        | Command::Sue { .. }
        | Command::Arbitrate { .. }
        | Command::ResumePenalty { .. }
        | Command::Renegotiate { .. }
        | Command::Annul { .. } => no(rows::NOT_BEGUN),
    }
}

fn two(brief: &Brief) -> Result<(), Refusal> {
    if brief.parties.len() < 2 { no(rows::TWO_PARTIES_NEEDED) } else { Ok(()) }
}

fn in_force(
    brief: &Brief,
    maker: &Maker,
    lawful: bool,
    draft: &Draft,
    form: Form,
    effective_on: Date,
) -> Fact {
    Fact::InForce {
        draft: draft.clone(),
        form,
        effective_on,
        level: maker.level(),
        windows: maker.windows(lawful, brief.kind, draft),
    }
}

fn decide_drafted(
    state: &State,
    text: &Text,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let parties: Vec<u32> = state.brief.parties.iter().map(|party| party.no).collect();
    match command {
        Command::Draft { .. } | Command::Adopt { .. } => no(rows::ALREADY_BEGUN),
        Command::PutText { draft, on } => {
            happened(*on, state.since, ctx.today())?;
            check(draft, &state.brief, &[], *on)?;
            Ok(vec![Fact::TextPut { draft: draft.clone(), on: *on }])
        }
        Command::ConfirmText { party, hash, on } => {
            happened(*on, state.since, ctx.today())?;
            text.confirm(&parties, *party, hash)?;
            Ok(vec![Fact::TextConfirmed { party: *party, on: *on }])
        }
        Command::Sign { signer, agent, on } => {
            happened(*on, state.since, ctx.today())?;
            let mediated = state.maker.mediates();
            if !mediated && matches!(signer, Signer::Mediator | Signer::Seal) {
                return no(rows::NOT_A_SIGNER);
            }
            let done = text.sign(&parties, mediated, *signer, agent.as_deref(), *on)?;
            let signature = Signature { signer: *signer, on: *on };
            let mut facts = vec![Fact::TextSigned { signature, agent: agent.clone() }];
            facts.extend(done.map(|day| {
                let State { brief, maker, lawful, .. } = state;
                in_force(brief, maker, *lawful, &text.draft, Form::Written, day)
            }));
            Ok(facts)
        }
        Command::GiveUp => {
            let on = ctx.today();
            Ok(vec![Fact::Ended { ending: Ending::NotMade, on, open: Vec::new() }])
        }
        Command::NoteApplication { .. }
        | Command::NoteAcceptance { .. }
        | Command::Strengthen { .. }
        | Command::RefuseStrength { .. }
        | Command::CloseWindow { .. }
        | Command::RecordPerformance { .. }
        | Command::ReportBreach { .. }
        | Command::AskCertificate { .. }
        | Command::Enforce { .. }
        | Command::EndEnforcement { .. }
        | Command::AskOrder { .. }
        | Command::NoteOrder { .. }
        | Command::Sue { .. }
        | Command::Arbitrate { .. }
        | Command::ResumePenalty { .. }
        | Command::Renegotiate { .. }
        | Command::Annul { .. } => no(rows::NOT_SIGNED),
    }
}
