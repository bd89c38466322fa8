//! The award: final and other items, limitation, one or two papers (LMAL 42 to 47; 解释(一) 19, 20).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::codes::{ClaimKind, Finding, Paper};
use super::decide::{Answer, dated, last_day};
use super::fact::Fact;
use super::partial;
use super::payload::{Item, MakeAward, MinimumWage};
use super::refusal::Refusal;
use super::state::{Hearing, Line, Sheet, Stage, Standing, State};
use super::trial::{award_due, is_money};

/// The wages of a year (LMAL 47(1)).
const MONTHS: i64 = 12;

pub(super) fn make(state: &State, make: &MakeAward, ctx: &Circumstances<'_>) -> Answer {
    let Some(hearing) = state.hearing() else { return Err(Refusal::NotNow(state.code())) };
    dated(make.on, hearing.accepted_on, ctx)?;
    ready(hearing, make)?;
    complete(state, make)?;
    checked(state, make, ctx)?;
    let due = award_due(state, ctx)?;
    Ok(vec![Fact::Awarded {
        on: make.on,
        sheets: sheets(make, Paper::Final, Paper::NonFinal),
        minimum_wage: make.minimum_wage.clone(),
        late: matches!(state.stage, Stage::Overdue { .. }) || make.on > due,
        workers: state.remaining.clone(),
        employers: state.employers.clone(),
        parties: state.parties(),
    }])
}

/// Two papers, when there are items of both kinds (T-H-13).
pub(super) fn sheets(make: &MakeAward, last: Paper, other: Paper) -> Vec<Sheet> {
    let (finals, others): (Vec<Item>, Vec<Item>) =
        make.items.iter().cloned().partition(|item| is_final(item, &make.minimum_wage));
    [(last, finals), (other, others)]
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(paper, items)| sheet(paper, make.on, items))
        .collect()
}

/// The minimum wage has its source, and no item is late that is not; nothing is decided twice.
pub(super) fn checked(
    state: &State,
    make: &MakeAward,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    let done = partial::decided(state);
    if make.items.iter().any(|item| done.contains(&(item.worker, item.kind))) {
        return Err(Refusal::DecidedInPart);
    }
    if make.minimum_wage.monthly.0 <= 0 || make.minimum_wage.source.trim().is_empty() {
        return Err(Refusal::MinimumWageMissing);
    }
    for item in make.items.iter().filter(|item| item.finding == Finding::DismissedAsLate) {
        late(state, item.kind, ctx)?;
    }
    Ok(())
}

/// Tribunal, hearing and mediation step come first.
pub(super) fn ready(hearing: &Hearing, make: &MakeAward) -> Result<(), Refusal> {
    if hearing.tribunal.is_empty() {
        return Err(Refusal::NoTribunal);
    }
    let Some(heard_on) = hearing.heard_on else { return Err(Refusal::NotHeard) };
    let Some(mediated_on) = hearing.mediated_on else {
        return Err(Refusal::MediationStepMissing);
    };
    if hearing.statement.is_some() {
        return Err(Refusal::StatementPending);
    }
    let floor = heard_on.max(mediated_on);
    if make.on < floor {
        return Err(Refusal::DateTooEarly(floor));
    }
    Ok(())
}

/// The item is about a worker whose claims are still open.
pub(super) fn ours(state: &State, item: &Item) -> bool {
    state.remaining.contains(&item.worker) && item.amount.0 >= 0
}

/// Every remaining worker has an item, here or in a partial award, and nobody else.
fn complete(state: &State, make: &MakeAward) -> Result<(), Refusal> {
    let done = partial::decided(state);
    let covered = |worker: &u32| {
        make.items.iter().any(|item| item.worker == *worker)
            || done.iter().any(|(earlier, _)| earlier == worker)
    };
    let fit = make.items.iter().all(|item| ours(state, item));
    if fit && !make.items.is_empty() && state.remaining.iter().all(covered) {
        return Ok(());
    }
    Err(Refusal::ItemsDoNotFit)
}

/// Whether an award on this item is final: a money item whose fixed sum is not above twelve minimum
/// wages (T-H-11, 解释(一) 19), or an item on national labour standards (T-H-12).
pub fn is_final(item: &Item, wage: &MinimumWage) -> bool {
    let cap = wage.monthly.0.saturating_mul(MONTHS);
    let fixed = match item.finding {
        Finding::Granted => item.amount.0,
        Finding::Dismissed | Finding::DismissedAsLate => 0,
    };
    item.kind == ClaimKind::NationalStandard || (is_money(item.kind) && fixed <= cap)
}

fn sheet(paper: Paper, on: Date, items: Vec<Item>) -> Sheet {
    let mut workers: Vec<u32> = items.iter().map(|item| item.worker).collect();
    workers.sort_unstable();
    workers.dedup();
    let line = |worker| Line { worker, standing: Standing::Stands };
    Sheet {
        paper,
        made_on: on,
        items,
        lines: workers.into_iter().map(line).collect(),
        received: Vec::new(),
        lapsed: Vec::new(),
    }
}

/// A claim is dismissed as late only when the other side raised it and the year has passed. Asking an
/// agency begins the year anew (T-H-05); for wages it does not run while the employment goes on.
fn late(state: &State, kind: ClaimKind, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if !state.limitation_raised {
        return Err(Refusal::LimitationNotRaised);
    }
    let from = match kind {
        ClaimKind::Wages => state.employment_ended_on,
        ClaimKind::InjuryMedical
        | ClaimKind::Compensation
        | ClaimKind::Damages
        | ClaimKind::NationalStandard
        | ClaimKind::Relation
        | ClaimKind::Other => state.knew_on,
    };
    let Some(from) = from else { return Err(Refusal::LimitationNotRun) };
    let mut last = last_day(ctx, "T-H-05", from)?;
    let asked = state.brief.received_on;
    if from < asked && asked <= last {
        last = last_day(ctx, "T-H-05", asked)?;
    }
    if state.applied_on <= last {
        return Err(Refusal::LimitationNotRun);
    }
    Ok(())
}
