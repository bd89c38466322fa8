//! 律师调解: what it means for the dispute, what is told of it, what goes along with its result.

use std::collections::BTreeSet;

use jiefen_handoff::Input;
use jiefen_ledger::{Announcement, Told};
use jiefen_mediation_rules::lawyer_mediation::{Command, Ending, Fact, State, Way};
use jiefen_procedure::{Brief, Papers};
use jiefen_vocab::{Outcome, TrackKind};
use jiff::civil::Date;

use crate::announce::{applied, closed, made, over};
use crate::custody::{begun, progress, report};
use crate::{Kind, neutral, papers};

/// The command that begins it on a dispute that was handed over. Where the studio sits is said when a lawyer takes it.
pub fn open(brief: &Brief, on: Date) -> Command {
    let (brief, facts) = (Box::new(brief.clone()), BTreeSet::new());
    Command::Open { brief, host: None, facts, on }
}

/// What a fact means for the custody of the dispute: the result is reported once, when the agreement is made or the
/// procedure ends without one.
pub fn custody(told: &Told<'_>, fact: &Fact, track: TrackKind) -> Vec<Input> {
    match fact {
        Fact::Opened { .. } => begun(told, track, None),
        Fact::Taken { .. } => progress(told, track, None),
        Fact::Course { event } => neutral::custody(told, event, track),
        Fact::Agreed { bargain } => {
            let first = bargain.draft.obligations.iter().map(|owed| owed.due).min();
            report(told, Outcome::Agreed, track, first)
        }
        Fact::Ended { ending, .. } => match outcome(ending) {
            Some(outcome) => report(told, outcome, track, None),
            // The agreement was reported when it was made.
            None => progress(told, track, None),
        },
        Fact::Consented { .. }
        | Fact::AllConsent { .. }
        | Fact::FeeSet { .. }
        | Fact::WindowClosed { .. } => vec![],
    }
}

/// The outcome of an ending without agreement.
fn outcome(ending: &Ending) -> Option<Outcome> {
    match ending {
        Ending::Agreement { .. } => None,
        Ending::Failed | Ending::TermOver | Ending::Sham => Some(Outcome::Failed),
        Ending::NoAnswer | Ending::Refused { .. } | Ending::ConsentWithdrawn { .. } => {
            Some(Outcome::Withdrawn)
        }
        Ending::NobodyTook => Some(Outcome::Refused),
    }
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    let kind = Kind::LawyerMediation;
    match fact {
        Fact::Opened { brief, handed, on, .. } => {
            let by = if *handed { "hand_off" } else { "application" };
            applied(told, kind, brief, by.to_owned(), *on)
        }
        Fact::Course { event } => neutral::announce(told, kind, event),
        // What is owed is followed at the counter, which has it with the result.
        Fact::Agreed { bargain } => {
            made(told, kind, "written".to_owned(), (bargain.on, &bargain.windows))
        }
        Fact::Ended { ending, on, kind: matter, track } => match (ending, outcome(ending)) {
            (Ending::Agreement { way, .. }, _) => closed(told, *way == Way::Confirmation, *on),
            (_, Some(outcome)) => over(told, kind, (outcome, *matter, *track), *on),
            (_, None) => None,
        },
        Fact::Consented { .. }
        | Fact::AllConsent { .. }
        | Fact::Taken { .. }
        | Fact::FeeSet { .. }
        | Fact::WindowClosed { .. } => None,
    }
}

/// The brief of a case that may be handed over, with the consents given since.
pub fn brief(state: &State) -> Option<Brief> {
    let course = &state.course;
    (!state.handed || state.outcome().is_none())
        .then(|| papers::with(&course.brief, course.brief.track, &course.consents))
}

/// What goes along with the result.
pub fn result(state: &State) -> Option<Papers> {
    state.outcome()?;
    Some(state.papers().unwrap_or_default())
}
