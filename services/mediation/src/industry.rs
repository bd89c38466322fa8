//! 行业调解、金融纠纷第三方调解: what it means for the dispute, what is told of it, what goes along with its result.

use std::collections::BTreeSet;

use jiefen_handoff::Input;
use jiefen_ledger::{Announcement, Told};
use jiefen_mediation_rules::industry_mediation::{
    Body, Command, Ending, Fact, Kind as Trade, State,
};
use jiefen_mediation_rules::neutral::Bargain;
use jiefen_procedure::{Brief, Papers};
use jiefen_vocab::{Outcome, TrackKind};
use jiff::civil::Date;

use crate::announce::{applied, closed, made, over};
use crate::custody::{begun, progress, report};
use crate::{Kind, neutral, papers};

/// The command that begins it on a dispute that was handed over. Whose members the parties are is not known yet.
pub fn open(brief: &Brief, on: Date) -> Command {
    let kind = match brief.track == TrackKind::ThirdPartyFinancialMediation {
        true => Trade::Financial,
        false => Trade::Association,
    };
    let body = Body { kind, members: BTreeSet::new(), court_linked: false, checked: false };
    Command::Open { brief: Box::new(brief.clone()), body, facts: BTreeSet::new(), on }
}

/// What a fact means for the custody of the dispute: the result is reported once, when the agreement is made or the
/// procedure ends without one.
pub fn custody(told: &Told<'_>, fact: &Fact, track: TrackKind) -> Vec<Input> {
    match fact {
        Fact::Opened { .. } => begun(told, track, None),
        Fact::Accepted { .. } | Fact::ExpertAsked { .. } | Fact::PlanServed { .. } => {
            progress(told, track, None)
        }
        Fact::Course { event } => neutral::custody(told, event, track),
        Fact::Agreed { bargain, .. } => report(
            told,
            Outcome::Agreed,
            track,
            bargain.draft.obligations.iter().map(|o| o.due).min(),
        ),
        Fact::Ended { ending, .. } => match outcome(ending) {
            Some(outcome) => report(told, outcome, track, None),
            // The agreement was reported when it was made.
            None => progress(told, track, None),
        },
        Fact::BodyChecked { .. }
        | Fact::Consented { .. }
        | Fact::AllConsent { .. }
        | Fact::FeeSet { .. }
        | Fact::ExpertAnswered { .. }
        | Fact::WindowClosed { .. } => vec![],
    }
}

/// The outcome of an ending without agreement.
fn outcome(ending: &Ending) -> Option<Outcome> {
    match ending {
        Ending::Contract { .. } => None,
        Ending::Failed | Ending::TermOver | Ending::Objected { .. } | Ending::Sham => {
            Some(Outcome::Failed)
        }
        Ending::NoAnswer | Ending::Refused { .. } => Some(Outcome::Withdrawn),
        Ending::NobodyNeutral => Some(Outcome::Refused),
    }
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    let kind = Kind::IndustryMediation;
    match fact {
        Fact::Opened { brief, handed, on, .. } => {
            let by = if *handed { "hand_off" } else { "application" };
            applied(told, kind, brief, by.to_owned(), *on)
        }
        Fact::Course { event } => neutral::announce(told, kind, event),
        Fact::Agreed { bargain, .. } => agreed(told, kind, bargain),
        Fact::Ended { ending, on, kind: matter, track } => match (ending, outcome(ending)) {
            (Ending::Contract { applied, .. }, _) => closed(told, applied.is_some(), *on),
            (_, Some(outcome)) => over(told, kind, (outcome, *matter, *track), *on),
            (_, None) => None,
        },
        Fact::BodyChecked { .. }
        | Fact::Consented { .. }
        | Fact::AllConsent { .. }
        | Fact::Accepted { .. }
        | Fact::FeeSet { .. }
        | Fact::ExpertAsked { .. }
        | Fact::ExpertAnswered { .. }
        | Fact::PlanServed { .. }
        | Fact::WindowClosed { .. } => None,
    }
}

/// What is owed is followed at the counter, which has it with the result.
fn agreed(told: &Told<'_>, kind: Kind, bargain: &Bargain) -> Option<Announcement> {
    made(told, kind, "written".to_owned(), (bargain.on, &bargain.windows))
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
