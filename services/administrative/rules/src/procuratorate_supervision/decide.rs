//! What may follow: every pair of stage and command has its answer here.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiff::civil::Date;

use super::Command::{
    self, Accept, Apply, AskPapers, Begin, Close, CourtAnswers, CourtOrdersRetrial, Extend, Lapse,
    NameProsecutor, NotSupport, Refuse, RequestProtest, Resume, Settle, Stop, Suggest,
    SuperiorDecides, SupplyPapers, Terminate, Withdraw,
};
use super::{Before, Ending, Fact, Object, Refusal, Stage, State, own_motion, review, rows};
use jiefen_procedure::words::must;

pub(super) type Answer = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let Some(state) = state else {
        return match command {
            Apply(apply) => review::begin(apply, ctx),
            Begin(begin) => own_motion::begin(begin, ctx),
            AskPapers { .. }
            | SupplyPapers { .. }
            | Accept { .. }
            | Refuse { .. }
            | NameProsecutor { .. }
            | Stop { .. }
            | Resume { .. }
            | Extend { .. }
            | Settle { .. }
            | Withdraw { .. }
            | Terminate { .. }
            | NotSupport { .. }
            | Suggest { .. }
            | RequestProtest { .. }
            | SuperiorDecides { .. }
            | CourtAnswers { .. }
            | CourtOrdersRetrial { .. }
            | Close { .. }
            | Lapse => Err(rows::NOT_BEGUN.into()),
        };
    };
    match &state.stage {
        Stage::Received => received(state, command, ctx),
        Stage::Papers { since } => papers(state, *since, command, ctx),
        Stage::Reviewing { since } => reviewing(state, *since, command, ctx),
        Stage::WithSuperior { since } => with_superior(state, *since, command, ctx),
        Stage::InCourt { what, since } => in_court(state, *what, *since, command, ctx),
        Stage::Rebuffed { since } => rebuffed(state, *since, command, ctx),
        Stage::Ended { .. } => match command {
            Apply(_) | Begin(_) => Err(rows::ALREADY_BEGUN.into()),
            AskPapers { .. }
            | SupplyPapers { .. }
            | Accept { .. }
            | Refuse { .. }
            | NameProsecutor { .. }
            | Stop { .. }
            | Resume { .. }
            | Extend { .. }
            | Settle { .. }
            | Withdraw { .. }
            | Terminate { .. }
            | NotSupport { .. }
            | Suggest { .. }
            | RequestProtest { .. }
            | SuperiorDecides { .. }
            | CourtAnswers { .. }
            | CourtOrdersRetrial { .. }
            | Close { .. }
            | Lapse => Err(rows::ALREADY_ENDED.into()),
        },
    }
}

pub(super) fn closed(state: &State, how: Ending, on: Date) -> Fact {
    Fact::Closed { how, applicant: state.applicant, on }
}

fn name(prosecutor: &str, on: Date, since: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, since, ctx.today())?;
    must(!prosecutor.trim().is_empty(), rows::PROSECUTOR_WANTED)?;
    Ok(vec![Fact::ProsecutorNamed { prosecutor: prosecutor.to_owned(), on }])
}

fn received(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let since = state.applied_on;
    match command {
        AskPapers { on } => {
            happened(*on, since, ctx.today())?;
            must(!state.papers_asked, rows::PAPERS_ASKED)?;
            let applicant = state.applicant.ok_or(rows::OWN_MOTION)?;
            Ok(vec![Fact::PapersAsked { applicant, on: *on }])
        }
        Accept { prosecutor, found, on } => review::accept(state, prosecutor, found, *on, ctx),
        Refuse { bar, on } => review::refuse(state, *bar, *on, ctx),
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        Withdraw { party, harms_others, on } => {
            review::withdraw(state, *party, *harms_others, *on, since, ctx)
        }
        Apply(_) | Begin(_) => Err(rows::ALREADY_BEGUN.into()),
        SupplyPapers { .. }
        | Stop { .. }
        | Resume { .. }
        | Extend { .. }
        | Settle { .. }
        | Terminate { .. }
        | NotSupport { .. }
        | Suggest { .. }
        | RequestProtest { .. }
        | SuperiorDecides { .. }
        | CourtAnswers { .. }
        | CourtOrdersRetrial { .. }
        | Close { .. }
        | Lapse => Err(rows::NOT_ACCEPTED.into()),
    }
}

fn papers(state: &State, since: Date, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        SupplyPapers { on } => {
            happened(*on, since, ctx.today())?;
            let last = ctx.last_day(review::PAPERS, since)?;
            must(*on <= last, rows::TERM_OVER.with(last))?;
            Ok(vec![Fact::PapersSupplied { on: *on }])
        }
        Lapse => {
            let last = ctx.last_day(review::PAPERS, since)?;
            must(ctx.today() > last, rows::TERM_RUNS.with(last))?;
            Ok(vec![closed(state, Ending::Abandoned, last)])
        }
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        Withdraw { party, harms_others, on } => {
            review::withdraw(state, *party, *harms_others, *on, since, ctx)
        }
        Apply(_) | Begin(_) => Err(rows::ALREADY_BEGUN.into()),
        AskPapers { .. }
        | Accept { .. }
        | Refuse { .. }
        | Stop { .. }
        | Resume { .. }
        | Extend { .. }
        | Settle { .. }
        | Terminate { .. }
        | NotSupport { .. }
        | Suggest { .. }
        | RequestProtest { .. }
        | SuperiorDecides { .. }
        | CourtAnswers { .. }
        | CourtOrdersRetrial { .. }
        | Close { .. } => Err(rows::NOT_ACCEPTED.into()),
    }
}

fn reviewing(state: &State, since: Date, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        Stop { reason, on } => review::stop(state, *reason, *on, since, ctx),
        Resume { on } => review::resume(state, *on, ctx),
        Extend { months, on } => review::extend(state, *months, *on, since, ctx),
        Settle { agreed, waives, disposable, harms_others, on } => {
            let found = review::Settlement {
                waives: *waives,
                disposable: *disposable,
                harms_others: *harms_others,
            };
            review::settle(state, agreed, found, *on, since, ctx)
        }
        Withdraw { party, harms_others, on } => {
            review::withdraw(state, *party, *harms_others, *on, since, ctx)
        }
        Terminate { ground, on } => {
            happened(*on, since, ctx.today())?;
            own_motion::may_end(state, *ground)?;
            Ok(vec![closed(state, Ending::Terminated(*ground), *on)])
        }
        NotSupport { on } => {
            review::ready(state, *on, since, ctx)?;
            must(state.own_motion.is_none(), rows::OWN_MOTION)?;
            Ok(vec![closed(state, Ending::NotSupported, *on)])
        }
        Suggest { committee, on } => review::suggest(state, *committee, *on, since, ctx),
        RequestProtest { on } => {
            review::ready(state, *on, since, ctx)?;
            must(state.object == Object::Judgment, rows::NO_PROTEST)?;
            Ok(vec![Fact::ProtestRequested { on: *on }])
        }
        Apply(_) | Begin(_) => Err(rows::ALREADY_BEGUN.into()),
        AskPapers { .. }
        | SupplyPapers { .. }
        | Accept { .. }
        | Refuse { .. }
        | SuperiorDecides { .. }
        | CourtAnswers { .. }
        | CourtOrdersRetrial { .. }
        | Close { .. }
        | Lapse => Err(rows::NOT_NOW.with("审查中").into()),
    }
}

fn with_superior(state: &State, since: Date, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        SuperiorDecides { protest, on } => {
            happened(*on, since, ctx.today())?;
            Ok(vec![if *protest {
                Fact::Protested { on: *on }
            } else {
                closed(state, Ending::NotSupported, *on)
            }])
        }
        Withdraw { party, harms_others, on } => {
            review::withdraw(state, *party, *harms_others, *on, since, ctx)
        }
        Apply(_) | Begin(_) => Err(rows::ALREADY_BEGUN.into()),
        AskPapers { .. }
        | SupplyPapers { .. }
        | Accept { .. }
        | Refuse { .. }
        | Stop { .. }
        | Resume { .. }
        | Extend { .. }
        | Settle { .. }
        | Terminate { .. }
        | NotSupport { .. }
        | Suggest { .. }
        | RequestProtest { .. }
        | CourtAnswers { .. }
        | CourtOrdersRetrial { .. }
        | Close { .. }
        | Lapse => Err(rows::NOT_NOW.with("已提请上级抗诉").into()),
    }
}

fn in_court(
    state: &State,
    what: Before,
    since: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match (what, command) {
        (Before::Suggestion | Before::Protest, NameProsecutor { prosecutor, on }) => {
            name(prosecutor, *on, since, ctx)
        }
        (Before::Suggestion, CourtAnswers { adopted, on }) => {
            happened(*on, since, ctx.today())?;
            let how = match state.object {
                Object::Judgment => Ending::Retrial,
                Object::Conduct | Object::Enforcement => Ending::Corrected,
            };
            Ok(vec![if *adopted {
                closed(state, how, *on)
            } else {
                Fact::Rebuffed { silent: false, on: *on }
            }])
        }
        (Before::Suggestion, Lapse) => {
            let last = ctx.last_day(review::answer_rule(state.object), since)?;
            must(ctx.today() > last, rows::TERM_RUNS.with(last))?;
            Ok(vec![Fact::Rebuffed { silent: true, on: last }])
        }
        (Before::Protest, CourtOrdersRetrial { on }) => {
            happened(*on, since, ctx.today())?;
            Ok(vec![closed(state, Ending::Retrial, *on)])
        }
        (Before::Suggestion, CourtOrdersRetrial { .. })
        | (Before::Protest, CourtAnswers { .. } | Lapse) => Err(rows::WRONG_PAPER.into()),
        (Before::Suggestion | Before::Protest, Apply(_) | Begin(_)) => {
            Err(rows::ALREADY_BEGUN.into())
        }
        (
            Before::Suggestion | Before::Protest,
            AskPapers { .. }
            | SupplyPapers { .. }
            | Accept { .. }
            | Refuse { .. }
            | Stop { .. }
            | Resume { .. }
            | Extend { .. }
            | Settle { .. }
            | Withdraw { .. }
            | Terminate { .. }
            | NotSupport { .. }
            | Suggest { .. }
            | RequestProtest { .. }
            | SuperiorDecides { .. }
            | Close { .. },
        ) => Err(rows::NOT_NOW.with("等候人民法院处理").into()),
    }
}

/// The court did not adopt it: the superior may be asked to protest, else the case ends.
fn rebuffed(state: &State, since: Date, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        NameProsecutor { prosecutor, on } => name(prosecutor, *on, since, ctx),
        RequestProtest { on } => {
            happened(*on, since, ctx.today())?;
            must(state.object == Object::Judgment, rows::NO_PROTEST)?;
            Ok(vec![Fact::ProtestRequested { on: *on }])
        }
        Close { on } => {
            happened(*on, since, ctx.today())?;
            Ok(vec![closed(state, Ending::NotAdopted, *on)])
        }
        Apply(_) | Begin(_) => Err(rows::ALREADY_BEGUN.into()),
        AskPapers { .. }
        | SupplyPapers { .. }
        | Accept { .. }
        | Refuse { .. }
        | Stop { .. }
        | Resume { .. }
        | Extend { .. }
        | Settle { .. }
        | Withdraw { .. }
        | Terminate { .. }
        | NotSupport { .. }
        | Suggest { .. }
        | SuperiorDecides { .. }
        | CourtAnswers { .. }
        | CourtOrdersRetrial { .. }
        | Lapse => Err(rows::NOT_NOW.with("法院未采纳").into()),
    }
}
