//! From the clue to the end of what must come before a suit.

use jiefen_procedure::matrix::{Present, may_start};
use jiefen_procedure::term::{Term, happened};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::Command::{
    self, AgencyAnswers, Announce, AnnounceSettlement, BeginAppraisal, Close, CourtApproves,
    CourtRejects, Dismiss, EndAppraisal, Extend, File, Judge, Lapse, NameProsecutor, OtherSues,
    ReceiveClue, ServeFiling, Sue, Suggest, Transfer, VerifyRectified, WithdrawSuit,
};
use super::{Area, Ending, Fact, Kind, Refusal, Stage, State, court, rows};
use jiefen_procedure::words::must;

pub(super) type Answer = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let Some(state) = state else {
        let ReceiveClue { brief, number, kind, area, on } = command else {
            return Err(rows::NOT_BEGUN.into());
        };
        return begin(brief, number, *kind, *area, *on, ctx);
    };
    match &state.stage {
        Stage::Clue => clue(state, command, ctx),
        Stage::Filed { since, served } => filed(state, *since, *served, command, ctx),
        Stage::Suggested { since, rule, answered } => {
            suggested(state, (*since, rule), *answered, command, ctx)
        }
        Stage::Announced { since } => announced(*since, command, ctx),
        Stage::Examining { term } => court::examining(term, command, ctx),
        Stage::InCourt { since } => court::in_court(state, *since, command, ctx),
        Stage::Settling { since } => court::settling(*since, command, ctx),
        Stage::Ended { .. } => match command {
            ReceiveClue { .. } => Err(rows::ALREADY_BEGUN.into()),
            Dismiss { .. }
            | Transfer { .. }
            | File { .. }
            | ServeFiling { .. }
            | NameProsecutor { .. }
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
            | CourtApproves { .. }
            | CourtRejects { .. }
            | Judge { .. }
            | WithdrawSuit { .. }
            | Lapse => Err(rows::ALREADY_ENDED.into()),
        },
    }
}

/// The case ends on a day.
pub(super) fn closed(how: Ending, on: Date, since: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::Closed { how, on }])
}

pub(super) fn name(prosecutor: &str, on: Date, since: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, since, ctx.today())?;
    must(!prosecutor.trim().is_empty(), rows::PROSECUTOR_WANTED)?;
    Ok(vec![Fact::ProsecutorNamed { prosecutor: prosecutor.to_owned(), on }])
}

/// Every clue is registered; the field is a statute's.
fn begin(
    brief: &Brief,
    number: &str,
    kind: Kind,
    area: Area,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, brief.received_on, ctx.today())?;
    must(brief.track == TrackKind::PublicInterestLitigation, rows::OTHER_ROUTE)?;
    let (brief, number) = (Box::new(brief.clone()), number.to_owned());
    Ok(vec![Fact::ClueReceived { brief, number, kind, area, on }])
}

fn clue(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let since = state.received_on;
    match command {
        Dismiss { on } => closed(Ending::NoCase, *on, since, ctx),
        Transfer { to, on } => {
            must(!to.trim().is_empty(), rows::BODY_WANTED)?;
            closed(Ending::Transferred, *on, since, ctx)
        }
        File { prosecutor, on } => {
            happened(*on, since, ctx.today())?;
            may_start(&Present::of_brief(&state.brief), TrackKind::PublicInterestLitigation)?;
            must(state.area.allows(state.kind), rows::OUT_OF_SCOPE)?;
            must(!prosecutor.trim().is_empty(), rows::PROSECUTOR_WANTED)?;
            let prosecutor = prosecutor.clone();
            Ok(vec![Fact::Filed { prosecutor, kind: state.kind, on: *on }])
        }
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        ReceiveClue { .. } => Err(rows::ALREADY_BEGUN.into()),
        Sue { .. } => Err(rows::PRE_SUIT_FIRST.into()),
        ServeFiling { .. }
        | Suggest { .. }
        | AgencyAnswers { .. }
        | VerifyRectified { .. }
        | Announce { .. }
        | OtherSues { .. }
        | Close { .. }
        | BeginAppraisal { .. }
        | EndAppraisal { .. }
        | Extend { .. }
        | AnnounceSettlement { .. }
        | CourtApproves { .. }
        | CourtRejects { .. }
        | Judge { .. }
        | WithdrawSuit { .. }
        | Lapse => Err(rows::NOT_FILED.into()),
    }
}

fn filed(
    state: &State,
    since: Date,
    served: bool,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    let administrative = state.kind == Kind::Administrative;
    match command {
        ServeFiling { on } => {
            happened(*on, since, ctx.today())?;
            must(administrative, rows::OTHER_KIND)?;
            must(!served, rows::ALREADY_DONE)?;
            Ok(vec![Fact::FilingServed { on: *on }])
        }
        Suggest { urgent, on } => {
            happened(*on, since, ctx.today())?;
            must(administrative, rows::OTHER_KIND)?;
            must(served, rows::FILING_NOT_SERVED)?;
            let rule = if *urgent { "T-M-04.suggestion_urgent" } else { "T-M-04.suggestion" };
            ctx.last_day(rule, *on)?;
            Ok(vec![Fact::Suggested { rule: rule.to_owned(), on: *on }])
        }
        Announce { on } => {
            happened(*on, since, ctx.today())?;
            must(!administrative, rows::OTHER_KIND)?;
            ctx.last_day("T-M-04.notice", *on)?;
            Ok(vec![Fact::Announced { on: *on }])
        }
        Close { ground, on } => closed(Ending::Closed(*ground), *on, since, ctx),
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        ReceiveClue { .. } => Err(rows::ALREADY_BEGUN.into()),
        Sue { .. } => Err(rows::PRE_SUIT_FIRST.into()),
        Dismiss { .. }
        | Transfer { .. }
        | File { .. }
        | AgencyAnswers { .. }
        | VerifyRectified { .. }
        | OtherSues { .. }
        | BeginAppraisal { .. }
        | EndAppraisal { .. }
        | Extend { .. }
        | AnnounceSettlement { .. }
        | CourtApproves { .. }
        | CourtRejects { .. }
        | Judge { .. }
        | WithdrawSuit { .. }
        | Lapse => Err(rows::NOT_NOW.with("调查中").into()),
    }
}

/// The time before a suit is over: the time to decide on it begins with its last day (办案规则47).
fn over(
    last: Date,
    rule: &str,
    silent: bool,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    must(ctx.today() > last, rows::PERIOD_RUNS.with(last))?;
    let term = Term::new(rule, last);
    term.last_day(ctx)?;
    Ok(vec![Fact::PreSuitOver { term, silent, on: last }])
}

/// The agency has its time; what it did is seen on the spot, not read in its answer.
fn suggested(
    state: &State,
    (since, rule): (Date, &str),
    answered: Option<Date>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        AgencyAnswers { on } => {
            happened(*on, since, ctx.today())?;
            must(answered.is_none(), rows::ALREADY_DONE)?;
            Ok(vec![Fact::AgencyAnswered { on: *on }])
        }
        VerifyRectified { proof, on } => rectified(proof, *on, since, ctx),
        Lapse => {
            let last = ctx.last_day(rule, since)?;
            over(last, "T-M-04.sue_admin", answered.is_none(), ctx)
        }
        Sue { .. } => Err(rows::PERIOD_RUNS.with(ctx.last_day(rule, since)?).into()),
        Close { ground, on } => closed(Ending::Closed(*ground), *on, since, ctx),
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        ReceiveClue { .. } => Err(rows::ALREADY_BEGUN.into()),
        Announce { .. } | OtherSues { .. } => Err(rows::OTHER_KIND.into()),
        Dismiss { .. }
        | Transfer { .. }
        | File { .. }
        | ServeFiling { .. }
        | Suggest { .. }
        | BeginAppraisal { .. }
        | EndAppraisal { .. }
        | Extend { .. }
        | AnnounceSettlement { .. }
        | CourtApproves { .. }
        | CourtRejects { .. }
        | Judge { .. }
        | WithdrawSuit { .. } => Err(rows::NOT_NOW.with(super::tell::zh(state)).into()),
    }
}

pub(super) fn rectified(proof: &str, on: Date, since: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, since, ctx.today())?;
    must(!proof.trim().is_empty(), rows::PROOF_WANTED)?;
    let proof = proof.to_owned();
    Ok(vec![Fact::RectifiedVerified { proof, on }, Fact::Closed { how: Ending::Rectified, on }])
}

fn announced(since: Date, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        OtherSues { on } => closed(Ending::Supported, *on, since, ctx),
        Lapse => {
            let last = ctx.last_day("T-M-04.notice", since)?;
            over(last, "T-M-04.sue_civil", true, ctx)
        }
        Sue { .. } => Err(rows::PERIOD_RUNS.with(ctx.last_day("T-M-04.notice", since)?).into()),
        Close { ground, on } => closed(Ending::Closed(*ground), *on, since, ctx),
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        ReceiveClue { .. } => Err(rows::ALREADY_BEGUN.into()),
        ServeFiling { .. } | Suggest { .. } | AgencyAnswers { .. } | VerifyRectified { .. } => {
            Err(rows::OTHER_KIND.into())
        }
        Dismiss { .. }
        | Transfer { .. }
        | File { .. }
        | Announce { .. }
        | BeginAppraisal { .. }
        | EndAppraisal { .. }
        | Extend { .. }
        | AnnounceSettlement { .. }
        | CourtApproves { .. }
        | CourtRejects { .. }
        | Judge { .. }
        | WithdrawSuit { .. } => Err(rows::NOT_NOW.with("已公告").into()),
    }
}
