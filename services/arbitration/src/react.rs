//! What follows here from something another agency said or did.

use jiefen_arbitration_rules::Case;
use jiefen_arbitration_rules::labour_arbitration::{Command, On, Stage, TakeOver};
use jiefen_handoff::{Mode, Tell};
use jiefen_ledger::{Cases, Reaction, Signal};
use jiefen_vocab::DisputeId;
use jiff::civil::Date;

use crate::{ArbitrationArea, case_id};

/// The commands that follow here from a signal.
pub fn react(
    signal: &Signal<'_>,
    cases: &Cases<'_, ArbitrationArea>,
) -> Vec<Reaction<ArbitrationArea>> {
    match signal {
        Signal::Taken { dispute, brief, accepted_at, person, number, now, .. } => {
            // A case that is still open goes on: the dispute has come back to it.
            if stage(*dispute, cases).is_some_and(|stage| !matches!(stage, Stage::Ended(_))) {
                return vec![];
            }
            let take = TakeOver {
                brief: (*brief).clone(),
                number: (*number).to_owned(),
                on: accepted_at.day().min(now.day()),
                person: (*person).to_owned(),
            };
            vec![reaction(*dispute, Command::TakeOver(Box::new(take)))]
        }
        Signal::Tell { dispute, tell, now } => told(*dispute, tell, now.day(), cases),
        // This area reads no events of others.
        Signal::Returned { .. } | Signal::Event { .. } => vec![],
    }
}

fn reaction(dispute: DisputeId, command: Command) -> Reaction<ArbitrationArea> {
    Reaction { case: case_id(dispute), command: command.into() }
}

fn stage<'a>(dispute: DisputeId, cases: &'a Cases<'_, ArbitrationArea>) -> Option<&'a Stage> {
    cases.get(case_id(dispute)).map(|Case::LabourArbitration(state)| &state.stage)
}

fn told(
    dispute: DisputeId,
    tell: &Tell,
    today: Date,
    cases: &Cases<'_, ArbitrationArea>,
) -> Vec<Reaction<ArbitrationArea>> {
    match tell {
        // The dispute has gone for good: a case without an award ends here. After the award the parties'
        // clocks run on, whoever holds the dispute.
        Tell::Accepted { mode: Mode::Transfer | Mode::Lead | Mode::Escalate, .. } => {
            match stage(dispute, cases) {
                Some(
                    Stage::Received { .. }
                    | Stage::Applied
                    | Stage::Unanswered { .. }
                    | Stage::Hearing(_)
                    | Stage::Stayed { .. }
                    | Stage::Overdue { .. },
                ) => vec![reaction(dispute, Command::HandOn(On { on: today }))],
                Some(Stage::Awarded(_) | Stage::Ended(_)) | None => vec![],
            }
        }
        // It comes back, or it never left: the case waits.
        Tell::Accepted { mode: Mode::Delegate | Mode::Assist | Mode::Return, .. }
        | Tell::OfferSeen { .. }
        | Tell::OfferGone { .. }
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
