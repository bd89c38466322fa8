//! The decision on the suit, and the suit.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::{Term, happened};
use jiff::civil::Date;

use super::Command::{
    self, AgencyAnswers, Announce, AnnounceSettlement, BeginAppraisal, Close, CourtApproves,
    CourtRejects, Dismiss, EndAppraisal, Extend, File, Judge, Lapse, NameProsecutor, OtherSues,
    ReceiveClue, ServeFiling, Sue, Suggest, Transfer, VerifyRectified, WithdrawSuit,
};
use super::decide::{Answer, closed, name, rectified};
use super::{Ending, Fact, Kind, State, rows};
use jiefen_procedure::words::must;

pub(super) fn examining(term: &Term, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let administrative = term.rule == "T-M-04.sue_admin";
    let resumed = term.standstills.iter().filter_map(|still| still.to).max();
    let since = resumed.unwrap_or(term.from);
    match command {
        Sue { on } => {
            happened(*on, since, ctx.today())?;
            must(!term.stands_still(), rows::APPRAISAL_RUNS)?;
            Ok(vec![Fact::Sued { on: *on }])
        }
        VerifyRectified { proof, on } if administrative => rectified(proof, *on, since, ctx),
        OtherSues { on } if !administrative => closed(Ending::Supported, *on, since, ctx),
        Close { ground, on } => closed(Ending::Closed(*ground), *on, since, ctx),
        BeginAppraisal { on } => {
            let first = resumed.map_or(since, |to| to.tomorrow().unwrap_or(to));
            happened(*on, first, ctx.today())?;
            let last = term.last_day(ctx)?.ok_or(rows::APPRAISAL_RUNS)?;
            must(*on <= last, rows::TERM_OVER.with(last))?;
            Ok(vec![Fact::AppraisalBegun { on: *on }])
        }
        EndAppraisal { on } => {
            let still = term.standstills.last().filter(|still| still.to.is_none());
            let from = still.map(|still| still.from).ok_or(rows::NO_APPRAISAL)?;
            happened(*on, from, ctx.today())?;
            Ok(vec![Fact::AppraisalEnded { on: *on }])
        }
        Extend { by_superior, on } => extend(term, *by_superior, *on, since, ctx),
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        ReceiveClue { .. } => Err(rows::ALREADY_BEGUN.into()),
        VerifyRectified { .. } | OtherSues { .. } => Err(rows::OTHER_KIND.into()),
        Dismiss { .. }
        | Transfer { .. }
        | File { .. }
        | ServeFiling { .. }
        | Suggest { .. }
        | AgencyAnswers { .. }
        | Announce { .. }
        | AnnounceSettlement { .. }
        | CourtApproves { .. }
        | CourtRejects { .. }
        | Judge { .. }
        | WithdrawSuit { .. }
        | Lapse => Err(rows::NOT_NOW.with("审查起诉").into()),
    }
}

/// One month by the chief prosecutor, then one by the superior (办案规则47).
fn extend(
    term: &Term,
    by_superior: bool,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, since, ctx.today())?;
    let right = match term.extended {
        0 => !by_superior,
        1 => by_superior,
        _ => false,
    };
    must(right, rows::EXTENSION_WRONG)?;
    let last = term.last_day(ctx)?.ok_or(rows::APPRAISAL_RUNS)?;
    must(on <= last, rows::TERM_OVER.with(last))?;
    Ok(vec![Fact::Extended { on }])
}

pub(super) fn in_court(
    state: &State,
    since: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        AnnounceSettlement { on } => {
            happened(*on, since, ctx.today())?;
            must(state.kind == Kind::Civil, rows::NO_SETTLEMENT)?;
            Ok(vec![Fact::SettlementAnnounced { on: *on }])
        }
        Judge { on } => closed(Ending::Judged, *on, since, ctx),
        WithdrawSuit { fulfilled, on } => {
            must(*fulfilled, rows::NOT_FULFILLED)?;
            closed(Ending::SuitWithdrawn, *on, since, ctx)
        }
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        ReceiveClue { .. } => Err(rows::ALREADY_BEGUN.into()),
        CourtApproves { .. } => Err(rows::ANNOUNCE_FIRST.into()),
        Dismiss { .. }
        | Transfer { .. }
        | File { .. }
        | ServeFiling { .. }
        | Suggest { .. }
        | AgencyAnswers { .. }
        | VerifyRectified { .. }
        | Announce { .. }
        | OtherSues { .. }
        | Close { .. }
        | BeginAppraisal { .. }
        | EndAppraisal { .. }
        | Extend { .. }
        | Sue { .. }
        | CourtRejects { .. }
        | Lapse => Err(rows::NOT_NOW.with("已起诉").into()),
    }
}

/// A settlement stands only after thirty days of announcement and the court's own look (T-M-04).
pub(super) fn settling(since: Date, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        CourtApproves { on } => {
            let last = ctx.last_day("T-M-04", since)?;
            must(*on > last, rows::ANNOUNCEMENT_RUNS.with(last))?;
            closed(Ending::Settled, *on, since, ctx)
        }
        CourtRejects { on } => {
            happened(*on, since, ctx.today())?;
            Ok(vec![Fact::SettlementRejected { on: *on }])
        }
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        ReceiveClue { .. } => Err(rows::ALREADY_BEGUN.into()),
        Dismiss { .. }
        | Transfer { .. }
        | File { .. }
        | ServeFiling { .. }
        | Suggest { .. }
        | AgencyAnswers { .. }
        | VerifyRectified { .. }
        | Announce { .. }
        | OtherSues { .. }
        | Close { .. }
        | BeginAppraisal { .. }
        | EndAppraisal { .. }
        | Extend { .. }
        | Sue { .. }
        | AnnounceSettlement { .. }
        | Judge { .. }
        | WithdrawSuit { .. }
        | Lapse => Err(rows::NOT_NOW.with("和解、调解协议公告中").into()),
    }
}
