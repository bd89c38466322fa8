//! Which command may be given where: the one table of this procedure, without a wildcard.

use super::Command::{
    self, Accept, Apply, AskMeasure, AskOnTheSpot, Award, Challenge, ChangeHearing,
    DecideChallenge, Extend, FileDefence, Forgo, FormTribunal, ForwardDefence, HoldHearing, Lapse,
    Mediate, NoteOverdue, NotifyHearing, OrderAdvance, PassMeasure, Receive, Refuse, Repent,
    Resume, RuleMeasure, ServeCopy, SignStatement, Stay, Sue, TakeOver, TellTribunal, Terminate,
    Withdraw,
};
use super::{Stage, State, rows};
use jiefen_procedure::words::Refusal;

/// Whether a command may be given where the case stands.
pub(super) fn allowed(state: Option<&State>, command: &Command) -> Result<(), Refusal> {
    let Some(state) = state else {
        return match command {
            TakeOver { .. } | Apply { .. } => Ok(()),
            Forgo { .. }
            | Accept { .. }
            | Refuse { .. }
            | ServeCopy { .. }
            | FileDefence(_)
            | ForwardDefence { .. }
            | FormTribunal { .. }
            | TellTribunal { .. }
            | Challenge { .. }
            | DecideChallenge { .. }
            | AskOnTheSpot { .. }
            | NotifyHearing { .. }
            | ChangeHearing { .. }
            | HoldHearing { .. }
            | Mediate { .. }
            | SignStatement { .. }
            | Repent { .. }
            | OrderAdvance { .. }
            | AskMeasure { .. }
            | PassMeasure { .. }
            | RuleMeasure { .. }
            | Stay { .. }
            | Resume { .. }
            | Extend { .. }
            | Award { .. }
            | Terminate { .. }
            | Withdraw { .. }
            | Receive { .. }
            | Sue { .. }
            | Lapse { .. }
            | NoteOverdue { .. } => Err(rows::NOT_BEGUN.plain().into()),
        };
    };
    match &state.stage {
        Stage::Received => received(command),
        Stage::Applied => applied(command),
        Stage::Pending { .. } => pending(command),
        Stage::Stayed { .. } => stayed(command),
        Stage::Awarded { .. } => awarded(command),
        Stage::Ended { .. } => ended(command),
    }
}

fn received(command: &Command) -> Result<(), Refusal> {
    match command {
        Apply { .. } | Forgo { .. } => Ok(()),
        TakeOver { .. } => Err(rows::ALREADY_BEGUN.plain().into()),
        Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence(_)
        | ForwardDefence { .. }
        | FormTribunal { .. }
        | TellTribunal { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | AskOnTheSpot { .. }
        | NotifyHearing { .. }
        | ChangeHearing { .. }
        | HoldHearing { .. }
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | OrderAdvance { .. }
        | AskMeasure { .. }
        | PassMeasure { .. }
        | RuleMeasure { .. }
        | Stay { .. }
        | Resume { .. }
        | Extend { .. }
        | Award { .. }
        | Terminate { .. }
        | Withdraw { .. }
        | Receive { .. }
        | Sue { .. }
        | Lapse { .. }
        | NoteOverdue { .. } => Err(rows::NOT_APPLIED.plain().into()),
    }
}

fn applied(command: &Command) -> Result<(), Refusal> {
    match command {
        Accept { .. }
        | Refuse { .. }
        | AskOnTheSpot { .. }
        | Withdraw { .. }
        | NoteOverdue { .. } => Ok(()),
        TakeOver { .. } | Apply { .. } => Err(rows::ALREADY_BEGUN.plain().into()),
        Forgo { .. } => Err(rows::WITHDRAW_INSTEAD.plain().into()),
        ServeCopy { .. }
        | FileDefence(_)
        | ForwardDefence { .. }
        | FormTribunal { .. }
        | TellTribunal { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | NotifyHearing { .. }
        | ChangeHearing { .. }
        | HoldHearing { .. }
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | OrderAdvance { .. }
        | AskMeasure { .. }
        | PassMeasure { .. }
        | RuleMeasure { .. }
        | Stay { .. }
        | Resume { .. }
        | Extend { .. }
        | Award { .. }
        | Terminate { .. }
        | Receive { .. }
        | Sue { .. }
        | Lapse { .. } => Err(rows::NOT_ACCEPTED.plain().into()),
    }
}

fn pending(command: &Command) -> Result<(), Refusal> {
    match command {
        ServeCopy { .. }
        | FileDefence(_)
        | ForwardDefence { .. }
        | FormTribunal { .. }
        | TellTribunal { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | AskOnTheSpot { .. }
        | NotifyHearing { .. }
        | ChangeHearing { .. }
        | HoldHearing { .. }
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | OrderAdvance { .. }
        | AskMeasure { .. }
        | PassMeasure { .. }
        | RuleMeasure { .. }
        | Stay { .. }
        | Extend { .. }
        | Award { .. }
        | Terminate { .. }
        | Withdraw { .. }
        | NoteOverdue { .. } => Ok(()),
        TakeOver { .. } | Apply { .. } => Err(rows::ALREADY_BEGUN.plain().into()),
        Accept { .. } | Refuse { .. } => Err(rows::ACCEPTED.plain().into()),
        Forgo { .. } => Err(rows::WITHDRAW_INSTEAD.plain().into()),
        Resume { .. } => Err(rows::NOT_STAYED.plain().into()),
        Receive { .. } | Sue { .. } | Lapse { .. } => Err(rows::NO_AWARD.plain().into()),
    }
}

/// While the case stands still papers still come in, the urgent may be ordered, and it may end.
fn stayed(command: &Command) -> Result<(), Refusal> {
    match command {
        Resume { .. }
        | ServeCopy { .. }
        | FileDefence(_)
        | ForwardDefence { .. }
        | AskOnTheSpot { .. }
        | OrderAdvance { .. }
        | AskMeasure { .. }
        | PassMeasure { .. }
        | RuleMeasure { .. }
        | Terminate { .. }
        | Withdraw { .. } => Ok(()),
        TakeOver { .. } | Apply { .. } => Err(rows::ALREADY_BEGUN.plain().into()),
        Accept { .. } | Refuse { .. } => Err(rows::ACCEPTED.plain().into()),
        Forgo { .. } => Err(rows::WITHDRAW_INSTEAD.plain().into()),
        FormTribunal { .. }
        | TellTribunal { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | NotifyHearing { .. }
        | ChangeHearing { .. }
        | HoldHearing { .. }
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | Stay { .. }
        | Extend { .. }
        | Award { .. }
        | NoteOverdue { .. } => Err(rows::STAYED.plain().into()),
        Receive { .. } | Sue { .. } | Lapse { .. } => Err(rows::NO_AWARD.plain().into()),
    }
}

fn awarded(command: &Command) -> Result<(), Refusal> {
    match command {
        Receive { .. } | Sue { .. } | Lapse { .. } | PassMeasure { .. } | RuleMeasure { .. } => {
            Ok(())
        }
        TakeOver { .. } | Apply { .. } => Err(rows::ALREADY_BEGUN.plain().into()),
        Forgo { .. }
        | Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence(_)
        | ForwardDefence { .. }
        | FormTribunal { .. }
        | TellTribunal { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | AskOnTheSpot { .. }
        | NotifyHearing { .. }
        | ChangeHearing { .. }
        | HoldHearing { .. }
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | OrderAdvance { .. }
        | AskMeasure { .. }
        | Stay { .. }
        | Resume { .. }
        | Extend { .. }
        | Award { .. }
        | Terminate { .. }
        | Withdraw { .. }
        | NoteOverdue { .. } => Err(rows::AWARDED.plain().into()),
    }
}

fn ended(command: &Command) -> Result<(), Refusal> {
    match command {
        TakeOver { .. }
        | Forgo { .. }
        | Apply { .. }
        | Accept { .. }
        | Refuse { .. }
        | ServeCopy { .. }
        | FileDefence(_)
        | ForwardDefence { .. }
        | FormTribunal { .. }
        | TellTribunal { .. }
        | Challenge { .. }
        | DecideChallenge { .. }
        | AskOnTheSpot { .. }
        | NotifyHearing { .. }
        | ChangeHearing { .. }
        | HoldHearing { .. }
        | Mediate { .. }
        | SignStatement { .. }
        | Repent { .. }
        | OrderAdvance { .. }
        | AskMeasure { .. }
        | PassMeasure { .. }
        | RuleMeasure { .. }
        | Stay { .. }
        | Resume { .. }
        | Extend { .. }
        | Award { .. }
        | Terminate { .. }
        | Withdraw { .. }
        | Receive { .. }
        | Sue { .. }
        | Lapse { .. }
        | NoteOverdue { .. } => Err(rows::ENDED.plain().into()),
    }
}
