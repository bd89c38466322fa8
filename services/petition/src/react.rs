//! What follows here from something another agency said or did.

use jiefen_handoff::{Ground, Mode, Tell};
use jiefen_ledger::{Cases, Reaction, Signal};
use jiefen_petition_rules::petition::{Command, Form, Matter, Object, On, Receive, Stage, State};
use jiefen_petition_rules::{Case, Law};
use jiefen_procedure::{Actor, Brief, Circumstances, Procedure};
use jiefen_terms::Law as Terms;
use jiefen_vocab::{Agency, CaseId, Channel, DisputeId, Flag, Moment, Role};
use jiff::civil::Date;

use crate::{PetitionArea, ROUNDS, case_id};

/// The commands that follow here from a signal.
pub fn react(signal: &Signal<'_>, cases: &Cases<'_, PetitionArea>) -> Vec<Reaction<PetitionArea>> {
    match signal {
        Signal::Taken { dispute, from, brief, accepted_at, number, now, .. } => {
            let Some(case) = free(*dispute, cases) else { return vec![] };
            let number = if number.trim().is_empty() { &brief.code } else { *number };
            let on = accepted_at.day().min(now.day());
            opening(brief, number, on)
                .map(|command| vec![command])
                .into_iter()
                .find(|commands| lawful(None, commands, *from, *now))
                .map(|commands| reactions(case, commands))
                .unwrap_or_default()
        }
        Signal::Tell { dispute, tell, now } => told(*dispute, tell, *now, cases),
        // This area reads no events of others.
        Signal::Returned { .. } | Signal::Event { .. } => vec![],
    }
}

/// The commands as reactions on one case.
fn reactions(case: CaseId, commands: Vec<Command>) -> Vec<Reaction<PetitionArea>> {
    commands.into_iter().map(|command| Reaction { case, command: command.into() }).collect()
}

/// The case that the next petition of a dispute gets. None: one is still open, or there were too many; then
/// the desk shows the dispute and staff go on with it.
fn free(dispute: DisputeId, cases: &Cases<'_, PetitionArea>) -> Option<CaseId> {
    if open(dispute, cases).is_some() {
        return None;
    }
    (1..=ROUNDS).map(|round| case_id(dispute, round)).find(|case| cases.get(*case).is_none())
}

/// The petition of a dispute that is still open.
fn open<'a>(dispute: DisputeId, cases: &'a Cases<'_, PetitionArea>) -> Option<(CaseId, &'a State)> {
    (1..=ROUNDS).find_map(|round| {
        let id = case_id(dispute, round);
        let Case::Petition(state) = cases.get(id)?;
        (!matches!(state.stage, Stage::Ended(_))).then_some((id, state))
    })
}

/// Registers what was handed over. A group that came to a counter without naming representatives is
/// registered by the file that reached this office, so that its fifteen days run all the same.
fn opening(brief: &Brief, number: &str, on: Date) -> [Command; 2] {
    [form(brief.channel), Form::Letter].map(|form| {
        Command::Receive(Box::new(Receive {
            brief: brief.clone(),
            number: number.to_owned(),
            on,
            form,
            matter: Matter::Claim,
            earlier: None,
            grave: [Flag::MassIncident, Flag::SafetyAlert]
                .iter()
                .any(|flag| brief.flags.contains(flag)),
            representatives: vec![],
            accused: vec![],
        }))
    })
}

/// The form of a petition, by the door through which the dispute came.
fn form(channel: Channel) -> Form {
    match channel {
        Channel::Online | Channel::MobileCourt => Form::Online,
        Channel::Phone | Channel::Hotline12315 => Form::Phone,
        Channel::PetitionOffice
        | Channel::ZzVillage
        | Channel::ZzTown
        | Channel::ZzCounty
        | Channel::CourtServiceCenter
        | Channel::AgencyCounter
        | Channel::WomenChildrenStation
        | Channel::LabourWindow
        | Channel::CountyMediationCenter => Form::Visit,
        Channel::Grid
        | Channel::SelfServiceCourt
        | Channel::Police
        | Channel::LawyerStudio
        | Channel::Hospital
        | Channel::School
        | Channel::Enterprise => Form::Letter,
    }
}

/// True when the law lets all of this happen, one after the other. The limits of the node's own county
/// change last days of the office, not the unit's objection.
fn lawful(state: Option<&State>, commands: &[Command], agency: Agency, now: Moment) -> bool {
    let actor = Actor { agency, person: "system".to_owned(), role: Role::System };
    let ctx = Circumstances { now, actor: &actor, law: Terms::shipped() };
    let mut case = state.cloned().map(Case::from);
    for command in commands {
        match Law::decide(case.as_ref(), &command.clone().into(), &ctx) {
            Ok(facts) => case = facts.iter().fold(case, Law::evolve),
            Err(_) => return false,
        }
    }
    true
}

/// What the hand-off protocol has to record in an open petition. The unit to which the matter was forwarded
/// answers through the hand-over too: its acceptance is its receipt, its refusal its objection.
fn told(
    dispute: DisputeId,
    tell: &Tell,
    now: Moment,
    cases: &Cases<'_, PetitionArea>,
) -> Vec<Reaction<PetitionArea>> {
    let Some((case, state)) = open(dispute, cases) else { return vec![] };
    let on = now.day();
    let (unit, commands) = match tell {
        // Another unit answers for the dispute and keeps it: the matter has ended here.
        Tell::Accepted { by, mode: Mode::Transfer | Mode::Lead | Mode::Escalate, .. } => {
            let commands = vec![Command::HandOn(On { on })];
            let ends = lawful(Some(state), &commands, *by, now);
            return if ends { reactions(case, commands) } else { vec![] };
        }
        Tell::Accepted { by, mode: Mode::Delegate | Mode::Assist | Mode::Return, .. } => {
            (*by, vec![Command::Acknowledge(On { on })])
        }
        Tell::Declined { by, ground, proposal, .. }
        | Tell::Objected { by, ground, proposal, .. } => {
            (*by, objection(state, *ground, *proposal, on))
        }
        // The rest of the custody moves on its own; the matter goes on, ends by its own clocks or by the
        // petitioner's word.
        Tell::OfferSeen { .. }
        | Tell::OfferGone { .. }
        | Tell::Expired { .. }
        | Tell::Overdue { .. }
        | Tell::ExpirySeen { .. }
        | Tell::ProgressSeen { .. }
        | Tell::ResultSeen { .. }
        | Tell::ResultAcknowledged { .. }
        | Tell::DesignationForced { .. }
        | Tell::DesignationAsked { .. }
        | Tell::DesignationSeen { .. }
        | Tell::TaskSeen { .. }
        | Tell::TaskGone { .. }
        | Tell::TaskDone { .. }
        | Tell::TaskDeclined { .. } => return vec![],
    };
    let lies_there = matches!(&state.stage, Stage::Forwarded(handed) if handed.unit == unit);
    if lies_there && lawful(Some(state), &commands, unit, now) {
        reactions(case, commands)
    } else {
        vec![]
    }
}

/// The unit says that the matter is not its own; it has received what it answers.
fn objection(state: &State, ground: Ground, proposes: Option<Agency>, on: Date) -> Vec<Command> {
    if !ground.names_another() {
        return vec![];
    }
    let received = matches!(&state.stage, Stage::Forwarded(own) if own.received_on.is_some());
    let receipt = (!received).then_some(Command::Acknowledge(On { on }));
    receipt.into_iter().chain([Command::Object(Object { on, proposes })]).collect()
}
