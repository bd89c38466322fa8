//! What follows here from something another agency said or did.

use jiefen_administrative_rules::reconsideration::{Apply, Command};
use jiefen_administrative_rules::{Case, Law};
use jiefen_handoff::Tell;
use jiefen_ledger::{Cases, Reaction, Signal};
use jiefen_procedure::{Actor, Brief, Circumstances, Procedure};
use jiefen_terms::Law as Terms;
use jiefen_vocab::{Agency, CaseId, DisputeId, Moment, Role};

use crate::{AdministrativeArea, ROUNDS, case_id};

/// The commands that follow here from a signal.
pub fn react(
    signal: &Signal<'_>,
    cases: &Cases<'_, AdministrativeArea>,
) -> Vec<Reaction<AdministrativeArea>> {
    match signal {
        Signal::Taken { dispute, from, brief, accepted_at, person, number, now, .. } => {
            let Some(case) = free(*dispute, cases) else { return vec![] };
            // The examination runs from the day on which the office received the application: the
            // day on which its staff took the dispute.
            let on = accepted_at.day().min(now.day()).max(brief.received_on);
            let apply = register(brief, number, on);
            // On a brief without both sides or for another route no case begins: the desk shows the
            // dispute, and staff register what is missing at the window or hand it on.
            if !begins(&apply, *from, *now) {
                return vec![];
            }
            let mut commands = vec![apply];
            if !person.is_empty() {
                commands.push(Command::NameReviewer { reviewer: (*person).to_owned(), on });
            }
            let reaction = |command: Command| Reaction { case, command: command.into() };
            commands.into_iter().map(reaction).collect()
        }
        Signal::Tell { tell, .. } => told(tell),
        // This area reads no events of others.
        Signal::Returned { .. } | Signal::Event { .. } => vec![],
    }
}

/// An application as it came: the brief does not say the act, which the office registers.
fn register(brief: &Brief, number: &str, on: jiff::civil::Date) -> Command {
    let (brief, number) = (brief.clone(), number.to_owned());
    Command::Apply(Box::new(Apply { brief, number, act: None, on }))
}

/// The dispute's next free round. None: its case here still goes on, or there were too many.
fn free(dispute: DisputeId, cases: &Cases<'_, AdministrativeArea>) -> Option<CaseId> {
    let mut round = 1;
    for no in 1..=ROUNDS {
        if let Some(Case::Reconsideration(state)) = cases.get(case_id(dispute, no)) {
            state.outcome()?;
            round = no + 1;
        }
    }
    (round <= ROUNDS).then(|| case_id(dispute, round))
}

/// True when the law lets a case begin with this command. The limits of the node's own county change last
/// days, not whether a case may begin.
fn begins(command: &Command, agency: Agency, now: Moment) -> bool {
    let actor = Actor { agency, person: "system".to_owned(), role: Role::System };
    let ctx = Circumstances { now, actor: &actor, law: Terms::shipped() };
    Law::decide(None, &command.clone().into(), &ctx).is_ok()
}

/// The custody of a dispute moves on its own: the application was made to this office, which owes its answer
/// whoever holds the dispute; the case ends by its own clocks, its own staff or its own parties' word.
fn told(tell: &Tell) -> Vec<Reaction<AdministrativeArea>> {
    match tell {
        Tell::OfferSeen { .. }
        | Tell::OfferGone { .. }
        | Tell::Accepted { .. }
        | Tell::Declined { .. }
        | Tell::Objected { .. }
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
        | Tell::TaskDeclined { .. } => vec![],
    }
}
