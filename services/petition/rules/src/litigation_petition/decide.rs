//! What may follow: every pair of stage and command has its answer here.

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::term::happened;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::Command::{
    self, AcceptAnswer, Answer, Assign, DecideTermination, HandOver, Lapse, NotAccept,
    OrganDeclines, OrganReceives, OrganReplies, ProposeTermination, Receive, RecordLawyer,
    ReportProgress, Separate, Withdraw,
};
use super::{Door, Ending, Fact, Organ, Refusal, Stage, State, organ, petitioners, rows};
use jiefen_procedure::words::must;

pub(super) type Facts = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Facts {
    let Some(state) = state else {
        let Receive { brief, number, door, terminated_before, on } = command else {
            return Err(rows::NOT_BEGUN.into());
        };
        return begin(brief, number, *door, *terminated_before, *on, ctx);
    };
    match &state.stage {
        Stage::Received => received(state, command, ctx),
        Stage::Separated { since, .. } => separated(state, *since, command, ctx),
        Stage::Handed { organ, since, .. } => handed(state, *organ, *since, command, ctx),
        Stage::WithOrgan { organ, since, replied, overdue, .. } => {
            let at =
                organ::At { organ: *organ, since: *since, replied: *replied, overdue: *overdue };
            with_organ(state, at, command, ctx)
        }
        Stage::Answered { organ, since, .. } => answered(state, *organ, *since, command, ctx),
        Stage::Terminating { since, .. } => terminating(state, *since, command, ctx),
        Stage::Ended { .. } => match command {
            Receive { .. } => Err(rows::ALREADY_BEGUN.into()),
            NotAccept { .. }
            | Assign { .. }
            | Separate { .. }
            | HandOver { .. }
            | OrganReceives { .. }
            | OrganDeclines { .. }
            | OrganReplies { .. }
            | ReportProgress { .. }
            | RecordLawyer { .. }
            | Answer { .. }
            | AcceptAnswer { .. }
            | ProposeTermination { .. }
            | DecideTermination { .. }
            | Withdraw { .. }
            | Lapse => Err(rows::ALREADY_ENDED.into()),
        },
    }
}

fn begin(
    brief: &Brief,
    number: &str,
    door: Door,
    terminated_before: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Facts {
    happened(on, brief.received_on, ctx.today())?;
    let to = petitioners(brief);
    must(!to.is_empty(), rows::PETITIONER_WANTED)?;
    let (brief, number) = (Box::new(brief.clone()), number.to_owned());
    Ok(vec![Fact::Received { brief, number, door, terminated_before, to, on }])
}

pub(super) fn closed(state: &State, how: Ending, on: Date) -> Fact {
    Fact::Closed { how, to: state.petitioners(), on }
}

/// What may be done wherever the matter is open.
enum Anywhere<'a> {
    Assign(&'a str, Date),
    Withdraw(u32, Date),
    Lawyer(super::LawyerResult, Date),
}

fn anywhere(state: &State, what: &Anywhere<'_>, since: Date, ctx: &Circumstances<'_>) -> Facts {
    match *what {
        Anywhere::Assign(person, on) => {
            happened(on, since, ctx.today())?;
            must(!person.trim().is_empty(), rows::PERSON_WANTED)?;
            Ok(vec![Fact::Assigned { person: person.to_owned(), on }])
        }
        Anywhere::Withdraw(party, on) => {
            happened(on, since, ctx.today())?;
            must(state.petitioners() == [party], rows::NOT_PETITIONER.with(party))?;
            Ok(vec![closed(state, Ending::Withdrawn, on)])
        }
        Anywhere::Lawyer(result, on) => {
            happened(on, since, ctx.today())?;
            Ok(vec![Fact::LawyerRecorded { result, on }])
        }
    }
}

fn separate(
    state: &State,
    organ: Option<Organ>,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Facts {
    happened(on, since, ctx.today())?;
    let to = state.petitioners();
    Ok(vec![match organ {
        Some(organ) => Fact::Separated { organ, again: false, to, on },
        None => closed(state, Ending::Ordinary, on),
    }])
}

fn received(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Facts {
    let since = state.received_on;
    match command {
        NotAccept { on } => {
            happened(*on, since, ctx.today())?;
            must(state.terminated_before, rows::NOTHING_BARS)?;
            Ok(vec![closed(state, Ending::NotAccepted, *on)])
        }
        Separate { organ, on } => {
            let ended = (state.terminated_before, Circumstance::PetitionEnded);
            match may_start(&Present::of_brief(&state.brief).given(&[ended]), TrackKind::Petition) {
                // It is what is separated out here: the organ of justice has it (信访工作条例 31).
                Err(bar) if bar.cell == "petition_statutory_channel" => {}
                answer => answer?,
            }
            separate(state, *organ, *on, since, ctx)
        }
        Assign { person, on } => anywhere(state, &Anywhere::Assign(person, *on), since, ctx),
        Withdraw { party, on } => anywhere(state, &Anywhere::Withdraw(*party, *on), since, ctx),
        RecordLawyer { result, on } => anywhere(state, &Anywhere::Lawyer(*result, *on), since, ctx),
        Receive { .. } => Err(rows::ALREADY_BEGUN.into()),
        HandOver { .. }
        | OrganReceives { .. }
        | OrganDeclines { .. }
        | OrganReplies { .. }
        | ReportProgress { .. }
        | Answer { .. }
        | AcceptAnswer { .. }
        | ProposeTermination { .. }
        | DecideTermination { .. }
        | Lapse => Err(rows::NOT_SEPARATED.into()),
    }
}

fn separated(state: &State, since: Date, command: &Command, ctx: &Circumstances<'_>) -> Facts {
    match command {
        Separate { organ, on } => separate(state, *organ, *on, since, ctx),
        HandOver { agency, on } => {
            happened(*on, since, ctx.today())?;
            Ok(vec![Fact::HandedOver { agency: *agency, to: state.petitioners(), on: *on }])
        }
        Assign { person, on } => anywhere(state, &Anywhere::Assign(person, *on), since, ctx),
        Withdraw { party, on } => anywhere(state, &Anywhere::Withdraw(*party, *on), since, ctx),
        RecordLawyer { result, on } => anywhere(state, &Anywhere::Lawyer(*result, *on), since, ctx),
        Receive { .. } => Err(rows::ALREADY_BEGUN.into()),
        NotAccept { .. }
        | OrganReceives { .. }
        | OrganDeclines { .. }
        | OrganReplies { .. }
        | ReportProgress { .. }
        | Answer { .. }
        | AcceptAnswer { .. }
        | ProposeTermination { .. }
        | DecideTermination { .. }
        | Lapse => Err(rows::NOT_NOW.with("待移送").into()),
    }
}

fn handed(
    state: &State,
    organ: Organ,
    since: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Facts {
    match command {
        OrganReceives { on } => {
            happened(*on, since, ctx.today())?;
            Ok(vec![Fact::OrganReceived { on: *on }])
        }
        OrganDeclines { rightly, on } => {
            happened(*on, since, ctx.today())?;
            must(*rightly != organ, rows::OTHER_ORGAN_WANTED)?;
            let to = state.petitioners();
            Ok(vec![Fact::Separated { organ: *rightly, again: true, to, on: *on }])
        }
        Assign { person, on } => anywhere(state, &Anywhere::Assign(person, *on), since, ctx),
        Withdraw { party, on } => anywhere(state, &Anywhere::Withdraw(*party, *on), since, ctx),
        RecordLawyer { result, on } => anywhere(state, &Anywhere::Lawyer(*result, *on), since, ctx),
        Receive { .. } => Err(rows::ALREADY_BEGUN.into()),
        NotAccept { .. }
        | Separate { .. }
        | HandOver { .. }
        | OrganReplies { .. }
        | ReportProgress { .. }
        | Answer { .. }
        | AcceptAnswer { .. }
        | ProposeTermination { .. }
        | DecideTermination { .. }
        | Lapse => Err(rows::NOT_NOW.with("待签收").into()),
    }
}

fn with_organ(state: &State, at: organ::At, command: &Command, ctx: &Circumstances<'_>) -> Facts {
    let since = at.since;
    match command {
        OrganReplies { on } => organ::replies(state, at, *on, ctx),
        ReportProgress { on } => organ::progress(state, at, *on, ctx),
        Answer { answer, on } => organ::answer(state, at, *answer, *on, ctx),
        Lapse => organ::lapse(at, ctx),
        Assign { person, on } => anywhere(state, &Anywhere::Assign(person, *on), since, ctx),
        Withdraw { party, on } => anywhere(state, &Anywhere::Withdraw(*party, *on), since, ctx),
        RecordLawyer { result, on } => anywhere(state, &Anywhere::Lawyer(*result, *on), since, ctx),
        Receive { .. } => Err(rows::ALREADY_BEGUN.into()),
        NotAccept { .. }
        | Separate { .. }
        | HandOver { .. }
        | OrganReceives { .. }
        | OrganDeclines { .. }
        | AcceptAnswer { .. }
        | ProposeTermination { .. }
        | DecideTermination { .. } => Err(rows::NOT_NOW.with("办理中").into()),
    }
}

fn answered(
    state: &State,
    organ: Organ,
    since: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Facts {
    match command {
        AcceptAnswer { on } => {
            happened(*on, since, ctx.today())?;
            Ok(vec![closed(state, Ending::Accepted, *on)])
        }
        ProposeTermination { ripe, on } => organ::propose(organ, *ripe, *on, since, ctx),
        Lapse => {
            let last = ctx.last_day(organ::FOLLOW_UP, since)?;
            must(ctx.today() > last, rows::TERM_RUNS.with(last))?;
            Ok(vec![closed(state, Ending::Answered, last)])
        }
        Assign { person, on } => anywhere(state, &Anywhere::Assign(person, *on), since, ctx),
        Withdraw { party, on } => anywhere(state, &Anywhere::Withdraw(*party, *on), since, ctx),
        RecordLawyer { result, on } => anywhere(state, &Anywhere::Lawyer(*result, *on), since, ctx),
        Receive { .. } => Err(rows::ALREADY_BEGUN.into()),
        NotAccept { .. }
        | Separate { .. }
        | HandOver { .. }
        | OrganReceives { .. }
        | OrganDeclines { .. }
        | OrganReplies { .. }
        | ReportProgress { .. }
        | Answer { .. }
        | DecideTermination { .. } => Err(rows::NOT_NOW.with("已答复").into()),
    }
}

fn terminating(state: &State, since: Date, command: &Command, ctx: &Circumstances<'_>) -> Facts {
    match command {
        DecideTermination { level, approved, heard, on } => {
            happened(*on, since, ctx.today())?;
            if !approved {
                return Ok(vec![Fact::TerminationRefused { on: *on }]);
            }
            must(*level >= super::Level::Province, rows::LEVEL_TOO_LOW)?;
            must(*heard, rows::HEARING_WANTED)?;
            Ok(vec![closed(state, Ending::Terminated, *on)])
        }
        Assign { person, on } => anywhere(state, &Anywhere::Assign(person, *on), since, ctx),
        Withdraw { party, on } => anywhere(state, &Anywhere::Withdraw(*party, *on), since, ctx),
        RecordLawyer { result, on } => anywhere(state, &Anywhere::Lawyer(*result, *on), since, ctx),
        Receive { .. } => Err(rows::ALREADY_BEGUN.into()),
        NotAccept { .. }
        | Separate { .. }
        | HandOver { .. }
        | OrganReceives { .. }
        | OrganDeclines { .. }
        | OrganReplies { .. }
        | ReportProgress { .. }
        | Answer { .. }
        | AcceptAnswer { .. }
        | ProposeTermination { .. }
        | Lapse => Err(rows::NOT_NOW.with("报请终结审查中").into()),
    }
}
