//! Which command may be given where: the one table of this procedure, without a wildcard.

use super::Command::{
    self, Accept, Apply, AskCorrection, AskMeasure, AskSetAside, Award, BeginAgain, Challenge,
    Correct, DecideChallenge, DecideObjection, DeclineAgain, Disclose, FileAdHoc, FileDefence,
    Forgo, FormTribunal, ForwardDefence, HoldHearing, Lapse, Mediate, NoteOverdue, NoteSuit,
    NotifyHearing, Object, OpposeOnline, Postpone, Receive, Refuse, RefuseEnforcement, Remit,
    Repeat, Repent, Resume, RuleSetAside, ServeCopy, SignStatement, Stay, TakeOver, Withdraw,
};
use super::{Ending, Stage, State, rows};
use jiefen_procedure::words::Refusal;

/// Whether a command may be given where the case stands.
pub(super) fn allowed(state: Option<&State>, command: &Command) -> Result<(), Refusal> {
    match state.map(|state| &state.stage) {
        None => new(command),
        Some(Stage::Received) => received(command),
        Some(Stage::Applied) => applied(command),
        Some(Stage::Pending { .. }) => pending(command),
        Some(Stage::Stayed { .. }) => stayed(command),
        Some(Stage::Awarded { award, .. }) => match award.remitted {
            None => awarded(command),
            Some(_) => remitted(command),
        },
        Some(Stage::Ended { how: Ending::Concluded, .. }) => concluded(command),
        Some(Stage::Ended { .. }) => ended(command),
    }
}

fn new(command: &Command) -> Result<(), Refusal> {
    match command {
        TakeOver { .. } | Apply(_) => Ok(()),
        Forgo { .. }
        | Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | FormTribunal { .. }
        | Disclose { .. }
        | FileAdHoc { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | OpposeOnline { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Resume { .. }
        | Award { .. }
        | Withdraw { .. }
        | Receive { .. }
        | AskCorrection { .. }
        | Correct { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | BeginAgain { .. }
        | DeclineAgain { .. }
        | RuleSetAside { .. }
        | Lapse { .. }
        | RefuseEnforcement { .. }
        | NoteOverdue { .. } => Err(rows::NOT_BEGUN.plain().into()),
    }
}

fn received(command: &Command) -> Result<(), Refusal> {
    match command {
        Forgo { .. } | Apply(_) => Ok(()),
        TakeOver { .. } => Err(rows::ALREADY_BEGUN.plain().into()),
        Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | FormTribunal { .. }
        | Disclose { .. }
        | FileAdHoc { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | OpposeOnline { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Resume { .. }
        | Award { .. }
        | Withdraw { .. }
        | Receive { .. }
        | AskCorrection { .. }
        | Correct { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | BeginAgain { .. }
        | DeclineAgain { .. }
        | RuleSetAside { .. }
        | Lapse { .. }
        | RefuseEnforcement { .. }
        | NoteOverdue { .. } => Err(rows::NOT_APPLIED.plain().into()),
    }
}

fn applied(command: &Command) -> Result<(), Refusal> {
    match command {
        Accept { .. }
        | Refuse { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | OpposeOnline { .. }
        | Withdraw { .. }
        | NoteOverdue { .. } => Ok(()),
        TakeOver { .. } | Apply(_) => Err(rows::ALREADY_BEGUN.plain().into()),
        Forgo { .. } => Err(rows::WITHDRAW_INSTEAD.plain().into()),
        Receive { .. }
        | AskCorrection { .. }
        | Correct { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | BeginAgain { .. }
        | DeclineAgain { .. }
        | RuleSetAside { .. }
        | Lapse { .. }
        | RefuseEnforcement { .. } => Err(rows::NO_AWARD.plain().into()),
        ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | FormTribunal { .. }
        | Disclose { .. }
        | FileAdHoc { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Resume { .. }
        | Award { .. } => Err(rows::NOT_ACCEPTED.plain().into()),
    }
}

fn pending(command: &Command) -> Result<(), Refusal> {
    match command {
        ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | FormTribunal { .. }
        | Disclose { .. }
        | FileAdHoc { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | OpposeOnline { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Award { .. }
        | Withdraw { .. }
        | NoteOverdue { .. } => Ok(()),
        TakeOver { .. } | Apply(_) => Err(rows::ALREADY_BEGUN.plain().into()),
        Accept { .. } | Refuse { .. } => Err(rows::ACCEPTED.plain().into()),
        Forgo { .. } => Err(rows::WITHDRAW_INSTEAD.plain().into()),
        Resume { .. } => Err(rows::NOT_STAYED.plain().into()),
        Receive { .. }
        | AskCorrection { .. }
        | Correct { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | BeginAgain { .. }
        | DeclineAgain { .. }
        | RuleSetAside { .. }
        | Lapse { .. }
        | RefuseEnforcement { .. } => Err(rows::NO_AWARD.plain().into()),
    }
}

/// While a case stands still papers and words on the agreement still come in, and it may end.
fn stayed(command: &Command) -> Result<(), Refusal> {
    match command {
        ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | FileAdHoc { .. }
        | OpposeOnline { .. }
        | Resume { .. }
        | Withdraw { .. } => Ok(()),
        TakeOver { .. } | Apply(_) => Err(rows::ALREADY_BEGUN.plain().into()),
        Accept { .. } | Refuse { .. } => Err(rows::ACCEPTED.plain().into()),
        Forgo { .. } => Err(rows::WITHDRAW_INSTEAD.plain().into()),
        Receive { .. }
        | AskCorrection { .. }
        | Correct { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | BeginAgain { .. }
        | DeclineAgain { .. }
        | RuleSetAside { .. }
        | Lapse { .. }
        | RefuseEnforcement { .. } => Err(rows::NO_AWARD.plain().into()),
        FormTribunal { .. }
        | Disclose { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Award { .. }
        | NoteOverdue { .. } => Err(rows::STAYED.plain().into()),
    }
}

fn awarded(command: &Command) -> Result<(), Refusal> {
    match command {
        Receive { .. }
        | AskCorrection { .. }
        | Correct { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | RuleSetAside { .. }
        | Lapse { .. }
        | RefuseEnforcement { .. } => Ok(()),
        TakeOver { .. } | Apply(_) => Err(rows::ALREADY_BEGUN.plain().into()),
        BeginAgain { .. } | DeclineAgain { .. } => Err(rows::NOT_REMITTED.plain().into()),
        Forgo { .. }
        | Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | FormTribunal { .. }
        | Disclose { .. }
        | FileAdHoc { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | OpposeOnline { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Resume { .. }
        | Award { .. }
        | Withdraw { .. }
        | NoteOverdue { .. } => Err(rows::AWARDED.plain().into()),
    }
}

/// The court has suspended its procedure and waits for the tribunal (74).
fn remitted(command: &Command) -> Result<(), Refusal> {
    match command {
        Receive { .. } | BeginAgain { .. } | DeclineAgain { .. } | Lapse { .. } => Ok(()),
        TakeOver { .. } | Apply(_) => Err(rows::ALREADY_BEGUN.plain().into()),
        AskCorrection { .. }
        | Correct { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | RuleSetAside { .. }
        | RefuseEnforcement { .. } => Err(rows::REMITTED.plain().into()),
        Forgo { .. }
        | Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | FormTribunal { .. }
        | Disclose { .. }
        | FileAdHoc { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | OpposeOnline { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Resume { .. }
        | Award { .. }
        | Withdraw { .. }
        | NoteOverdue { .. } => Err(rows::AWARDED.plain().into()),
    }
}

/// The award stands; only enforcement may still be refused, and slips corrected (69, 76).
fn concluded(command: &Command) -> Result<(), Refusal> {
    match command {
        Correct { .. } | RefuseEnforcement { .. } => Ok(()),
        TakeOver { .. }
        | Forgo { .. }
        | Apply(_)
        | Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | FormTribunal { .. }
        | Disclose { .. }
        | FileAdHoc { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | OpposeOnline { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Resume { .. }
        | Award { .. }
        | Withdraw { .. }
        | Receive { .. }
        | AskCorrection { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | BeginAgain { .. }
        | DeclineAgain { .. }
        | RuleSetAside { .. }
        | Lapse { .. }
        | NoteOverdue { .. } => Err(rows::FINAL.plain().into()),
    }
}

fn ended(command: &Command) -> Result<(), Refusal> {
    match command {
        TakeOver { .. }
        | Forgo { .. }
        | Apply(_)
        | Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence { .. }
        | ForwardDefence { .. }
        | Object { .. }
        | DecideObjection { .. }
        | NoteSuit { .. }
        | AskMeasure { .. }
        | FormTribunal { .. }
        | Disclose { .. }
        | FileAdHoc { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | Repeat { .. }
        | OpposeOnline { .. }
        | NotifyHearing { .. }
        | Postpone { .. }
        | HoldHearing(_)
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Resume { .. }
        | Award { .. }
        | Withdraw { .. }
        | Receive { .. }
        | AskCorrection { .. }
        | Correct { .. }
        | AskSetAside { .. }
        | Remit { .. }
        | BeginAgain { .. }
        | DeclineAgain { .. }
        | RuleSetAside { .. }
        | Lapse { .. }
        | RefuseEnforcement { .. }
        | NoteOverdue { .. } => Err(rows::ENDED.plain().into()),
    }
}
