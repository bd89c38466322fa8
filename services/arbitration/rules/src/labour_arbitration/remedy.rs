//! After the award: receipts, suits, setting aside, effect (LMAL 47 to 50; 解释(一) 16, 17, 20 to 25).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::codes::Paper;
use super::decide::{Answer, closed, dated, last_day};
use super::evolve::evolve;
use super::fact::{Fact, right};
use super::payload::{Against, AskSetAside, LapseRight, Receive, RuleSetAside, Sue};
use super::refusal::Refusal;
use super::state::{Awards, Ending, Line, Sheet, Stage, Standing, State};

/// The award, or, while the hearing goes on, what was decided in part.
fn awards(state: &State) -> Result<&Awards, Refusal> {
    match &state.stage {
        Stage::Awarded(awards) => Ok(awards),
        Stage::Hearing(_) | Stage::Stayed { .. } | Stage::Overdue { .. } => {
            state.parts.as_ref().ok_or(Refusal::NotNow(state.code()))
        }
        Stage::Received { .. } | Stage::Applied | Stage::Unanswered { .. } | Stage::Ended(_) => {
            Err(Refusal::NotNow(state.code()))
        }
    }
}

fn sheet(state: &State, paper: Paper) -> Result<&Sheet, Refusal> {
    awards(state)?.sheet(paper).ok_or(Refusal::NoSuchPaper)
}

fn is_employer(state: &State, party: u32) -> bool {
    state.employers.contains(&party)
}

fn concerns(state: &State, sheet: &Sheet, party: u32) -> bool {
    is_employer(state, party) || sheet.lines.iter().any(|line| line.worker == party)
}

fn received_on(sheet: &Sheet, party: u32) -> Option<Date> {
    sheet.received.iter().find(|event| event.party == party).map(|event| event.on)
}

/// The last day of a party's right; none before its own receipt.
fn last_of(
    state: &State,
    sheet: &Sheet,
    party: u32,
    ctx: &Circumstances<'_>,
) -> Result<Option<Date>, Refusal> {
    let rule = right(sheet.paper, is_employer(state, party)).1;
    received_on(sheet, party).map(|on| last_day(ctx, rule, on)).transpose()
}

/// Each party's own receipt starts its own clock.
pub(super) fn receive(state: &State, receive: &Receive, ctx: &Circumstances<'_>) -> Answer {
    let sheet = sheet(state, receive.paper)?;
    dated(receive.on, sheet.made_on, ctx)?;
    if !concerns(state, sheet, receive.party) {
        return Err(Refusal::NoSuchPaper);
    }
    if received_on(sheet, receive.party).is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let same = |other: &&Sheet| other.paper.is_part() == receive.paper.is_part();
    let all = awards(state)?.sheets.iter().filter(same).all(|other| {
        let workers = other.lines.iter().map(|line| line.worker);
        workers.chain(state.employers.iter().copied()).all(|party| {
            received_on(other, party).is_some()
                || (other.paper == receive.paper && party == receive.party)
        })
    });
    Ok(vec![Fact::Received {
        paper: receive.paper,
        party: receive.party,
        employer: is_employer(state, receive.party),
        on: receive.on,
        all,
    }])
}

pub(super) fn lapse(state: &State, lapse: &LapseRight, ctx: &Circumstances<'_>) -> Answer {
    let sheet = sheet(state, lapse.paper)?;
    if sheet.lapsed.contains(&lapse.party) {
        return Err(Refusal::AlreadyDone);
    }
    let Some(last) = last_of(state, sheet, lapse.party, ctx)? else {
        return Err(Refusal::NoSuchPaper);
    };
    if ctx.today() <= last {
        return Err(Refusal::NotYetExpired(last));
    }
    let fact = Fact::RightLapsed { paper: lapse.paper, party: lapse.party, on: last };
    Ok(conclude(state, vec![fact], ctx.today()))
}

/// A worker sues for himself; an employer against the workers it names, and only on an award that is
/// not final.
pub(super) fn sue(state: &State, sue: &Sue, ctx: &Circumstances<'_>) -> Answer {
    let Against::Paper(paper) = sue.against else { return Err(Refusal::NoSuchPaper) };
    let sheet = sheet(state, paper)?;
    dated(sue.on, sheet.made_on, ctx)?;
    let employer = is_employer(state, sue.party);
    if matches!(paper, Paper::Final | Paper::PartFinal) && employer {
        return Err(Refusal::FinalForEmployer);
    }
    let workers = if employer { sue.workers.clone() } else { vec![sue.party] };
    open_lines(sheet, &workers, &|standing| match standing {
        Standing::Stands | Standing::SetAsideAsked(_) | Standing::Upheld(_) => Ok(()),
        Standing::Sued(_) | Standing::SetAside(_) => Err(Refusal::AlreadyDone),
    })?;
    in_time(state, sheet, sue.party, sue.on, ctx)?;
    let fact = Fact::Sued { paper, party: sue.party, employer, on: sue.on, workers };
    Ok(conclude(state, vec![fact], sue.on))
}

/// To the intermediate court; refused for a worker who has sued (解释(一) 21).
pub(super) fn ask(
    state: &State,
    paper: Paper,
    ask: &AskSetAside,
    ctx: &Circumstances<'_>,
) -> Answer {
    let Some(sheet) = awards(state)?.sheet(paper) else { return Err(Refusal::NotFinal) };
    dated(ask.on, sheet.made_on, ctx)?;
    if !is_employer(state, ask.party) {
        return Err(Refusal::WrongParty(ask.party));
    }
    open_lines(sheet, &ask.workers, &|standing| match standing {
        Standing::Stands => Ok(()),
        Standing::Sued(_) => Err(Refusal::WorkerSued),
        Standing::SetAsideAsked(_) | Standing::Upheld(_) | Standing::SetAside(_) => {
            Err(Refusal::AlreadyDone)
        }
    })?;
    in_time(state, sheet, ask.party, ask.on, ctx)?;
    let (party, on, ground, workers) = (ask.party, ask.on, ask.ground, ask.workers.clone());
    Ok(vec![if paper.is_part() {
        Fact::PartSetAsideAsked { party, on, workers, ground }
    } else {
        Fact::SetAsideAsked { party, on, workers, ground }
    }])
}

pub(super) fn rule(
    state: &State,
    paper: Paper,
    rule: &RuleSetAside,
    ctx: &Circumstances<'_>,
) -> Answer {
    let sheet = sheet(state, paper)?;
    dated(rule.on, sheet.made_on, ctx)?;
    open_lines(sheet, &rule.workers, &|standing| match standing {
        Standing::SetAsideAsked(_) => Ok(()),
        Standing::Sued(_) => Err(Refusal::WorkerSued),
        Standing::Stands | Standing::Upheld(_) | Standing::SetAside(_) => Err(Refusal::NoSuchPaper),
    })?;
    let waits = |line: &Line| {
        matches!(line.standing, Standing::SetAsideAsked(_)) && !rule.workers.contains(&line.worker)
    };
    let pending = sheet.lines.iter().any(waits);
    let (on, workers, set_aside) = (rule.on, rule.workers.clone(), rule.set_aside);
    let fact = if paper.is_part() {
        Fact::PartSetAsideRuled { on, workers, set_aside, pending }
    } else {
        Fact::SetAsideRuled { on, workers, set_aside, pending }
    };
    Ok(conclude(state, vec![fact], rule.on))
}

/// Every worker named has a line in the paper, and it stands as the step needs it.
fn open_lines(
    sheet: &Sheet,
    workers: &[u32],
    allowed: &dyn Fn(&Standing) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    if workers.is_empty() {
        return Err(Refusal::NoSuchPaper);
    }
    for worker in workers {
        let line = sheet.lines.iter().find(|line| line.worker == *worker);
        allowed(&line.ok_or(Refusal::NoSuchPaper)?.standing)?;
    }
    Ok(())
}

/// In time: before the party's own last day. Before its receipt the clock has not begun.
fn in_time(
    state: &State,
    sheet: &Sheet,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    match last_of(state, sheet, party, ctx)? {
        Some(last) if on > last => Err(Refusal::RightLost(last)),
        Some(_) | None => Ok(()),
    }
}

/// Adds the end of the case once nothing more can happen to any paper for any worker.
fn conclude(state: &State, mut facts: Vec<Fact>, on: Date) -> Vec<Fact> {
    let after = facts.iter().fold(Some(state.clone()), evolve);
    let settled = after.as_ref().is_some_and(|after| {
        matches!(&after.stage, Stage::Awarded(awards) if awards.is_settled(&state.employers))
    });
    if settled {
        facts.push(closed(state, on, Ending::Concluded));
    }
    facts
}
