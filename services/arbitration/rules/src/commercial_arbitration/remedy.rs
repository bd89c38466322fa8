//! Against the award: setting aside, re-arbitration, non-enforcement (10, 71 to 77).

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiff::civil::Date;

use super::award::{in_time, last_of, made};
use super::decide::{Answer, closed, known};
use super::{Award, Ending, Fact, SetAsideGround, State, rows};
use jiefen_procedure::words::Refusal;

/// To the intermediate court where the body sits, within the party's own three months; six for a receipt
/// before 1 March 2026 (T-J-06). Each party once.
pub(super) fn ask(
    state: &State,
    party: u32,
    ground: SetAsideGround,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let award = made(state)?;
    happened(on, award.on, ctx.today())?;
    known(state, party)?;
    let mut asked = award.attacks.iter().chain(&award.dismissed);
    if asked.any(|attack| attack.by.party == party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    in_time(award, party, "T-J-06", on, ctx)?;
    Ok(vec![Fact::SetAsideAsked { party, ground, on }])
}

/// A request is before the court; the last of them bears this day.
fn attacked(award: &Award) -> Result<Date, Refusal> {
    let last = award.attacks.iter().map(|attack| attack.by.on).max();
    last.ok_or_else(|| rows::NOT_ASKED.plain().into())
}

/// The court gives the tribunal a time to arbitrate again and suspends its own procedure (74).
pub(super) fn remit(state: &State, by: Date, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let award = made(state)?;
    happened(on, attacked(award)?, ctx.today())?;
    if by < on {
        return Err(rows::REMIT_IN_PAST.with(by).into());
    }
    Ok(vec![Fact::Remitted { by, on }])
}

/// In the court's time; the court then ends its procedure, and the award is open again (74).
pub(super) fn begin_again(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let award = made(state)?;
    happened(on, attacked(award)?, ctx.today())?;
    match award.remitted {
        None => Err(rows::NOT_REMITTED.plain().into()),
        Some(by) if on > by => Err(rows::AGAIN_TOO_LATE.with(by).into()),
        Some(_) => Ok(vec![Fact::BegunAgain { parties: state.sides(), on }]),
    }
}

/// Refused or not begun in time: the court takes its procedure up again (74).
pub(super) fn decline_again(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, attacked(made(state)?)?, ctx.today())?;
    Ok(vec![Fact::DeclinedAgain { on }])
}

/// Set aside: the dispute is open again, by a new agreement or a suit (10). Dismissed: the award goes on.
pub(super) fn rule(state: &State, set_aside: bool, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let award = made(state)?;
    happened(on, attacked(award)?, ctx.today())?;
    if set_aside {
        return Ok(vec![closed(state, on, Ending::SetAside)]);
    }
    let mut facts = vec![Fact::SetAsideDismissed { on }];
    let done = |no: &u32| {
        let mut asked = award.attacks.iter().chain(&award.dismissed);
        award.lapsed.contains(no) || asked.any(|attack| attack.by.party == *no)
    };
    if state.sides().iter().all(done) {
        facts.push(closed(state, on, Ending::Concluded));
    }
    Ok(facts)
}

/// When no party can ask any more and no request waits, nothing is left of the case here.
pub(super) fn lapse(state: &State, party: u32, ctx: &Circumstances<'_>) -> Answer {
    let award = made(state)?;
    known(state, party)?;
    let mut asked = award.attacks.iter().chain(&award.dismissed);
    if award.lapsed.contains(&party) || asked.any(|attack| attack.by.party == party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let Some(last) = last_of(award, party, "T-J-06", ctx)? else {
        return Err(rows::NOT_RECEIVED.with(party).into());
    };
    if ctx.today() <= last {
        return Err(rows::TERM_RUNS.with(last).into());
    }
    let mut facts = vec![Fact::RightLapsed { party, on: last }];
    let done = |no: &u32| {
        *no == party
            || award.lapsed.contains(no)
            || award.dismissed.iter().any(|attack| attack.by.party == *no)
    };
    if award.attacks.is_empty() && state.sides().iter().all(done) {
        facts.push(closed(state, ctx.today(), Ending::Concluded));
    }
    Ok(facts)
}

/// In enforcement, on the grounds of setting aside (76), but not on one that the court has dismissed
/// already (仲裁法解释 26), nor while a request waits: then enforcement stands still (77).
pub(super) fn refuse_enforcement(
    state: &State,
    party: u32,
    ground: SetAsideGround,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let award = made(state)?;
    happened(on, award.on, ctx.today())?;
    known(state, party)?;
    if !award.attacks.is_empty() {
        return Err(rows::ENFORCEMENT_STAYED.plain().into());
    }
    let same = |attack: &super::Attack| attack.by.party == party && attack.ground == ground;
    if award.dismissed.iter().any(same) {
        return Err(rows::GROUND_SPENT.with(ground.zh()).into());
    }
    Ok(vec![closed(state, on, Ending::NotEnforced)])
}
