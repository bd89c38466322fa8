//! The debtor's objection and what becomes of it: fifteen days, in writing (T-F-04); the creditor's
//! seven days after the ruling (T-F-06).

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::{
    Basis, Debtor, Fact, Form, NoEffect, ObjectionGround, Refusal, Ruling, Standing, State,
};
use jiefen_procedure::term::happened;

/// The debtor's time to pay or to object.
pub(super) const TIME: &str = "T-F-04";
/// The creditor's time to refuse the suit.
pub(super) const SUIT: &str = "T-F-06";

/// A debtor speaks. Only what is written, in time, and denies the debt or the conditions, is an
/// objection; the rest is put on file and has no effect (民诉法解释 431、436、437).
pub(super) fn object(
    state: &State,
    party: u32,
    claims: &BTreeSet<u32>,
    (form, ground): (Form, ObjectionGround),
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (debtor, served) = served(state, party)?;
    happened(on, served, ctx.today())?;
    if claims.is_empty() {
        return Err(Refusal::ClaimsWanted);
    }
    let own = state.live_of(party);
    if let Some(no) = claims.iter().find(|no| !own.contains(no)) {
        return Err(Refusal::ClaimNotOpen(*no));
    }
    let noted = |why| Ok(vec![Fact::ObjectionNoted { party, why, on }]);
    if form == Form::Oral {
        return noted(NoEffect::Oral);
    }
    if on > ctx.last_day(TIME, served)? {
        return noted(NoEffect::Late);
    }
    match ground {
        ObjectionGround::CannotPay | ObjectionGround::PayLater | ObjectionGround::PayOtherwise => {
            noted(NoEffect::NoDenial)
        }
        ObjectionGround::DebtDenied | ObjectionGround::ConditionsMissing if debtor.waived => {
            noted(NoEffect::Waived)
        }
        ObjectionGround::DebtDenied | ObjectionGround::ConditionsMissing => {
            Ok(vec![Fact::ObjectionReceived { party, claims: claims.clone(), on }])
        }
    }
}

fn served(state: &State, party: u32) -> Result<(&Debtor, Date), Refusal> {
    let debtor = state.debtor(party).ok_or(Refusal::NotDebtor(party))?;
    let served = debtor.served_on.ok_or(Refusal::NotServed(party))?;
    Ok((debtor, served))
}

fn pending(state: &State, party: u32) -> Result<&super::Objected, Refusal> {
    let debtor = state.debtor(party).ok_or(Refusal::NotDebtor(party))?;
    debtor.objection.as_ref().ok_or(Refusal::NoObjection(party))
}

/// The objection holds: a ruling ends the procedure for these claims and the order on them lapses
/// (民事诉讼法 228). Arrears of wages without an agreement go to arbitration first (T-F-08).
pub(super) fn uphold(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let objection = pending(state, party)?;
    happened(on, objection.on, ctx.today())?;
    let ruling = u32::try_from(state.rulings.len()).unwrap_or(u32::MAX).saturating_add(1);
    let suit = match state.application.basis {
        Basis::Ordinary | Basis::LabourAgreement { .. } => true,
        Basis::LabourArrears => false,
    };
    let claims = objection.claims.clone();
    Ok(vec![Fact::ObjectionUpheld { party, ruling, claims, suit, on }])
}

/// Dismissed by ruling, or taken back with leave before one (民诉法解释 436、437).
pub(super) fn over(
    state: &State,
    party: u32,
    withdrawn: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let objection = pending(state, party)?;
    happened(on, objection.on, ctx.today())?;
    Ok(vec![Fact::ObjectionDismissed { party, withdrawn, on }])
}

/// A debtor's fifteen days have passed; what it has not objected to is bound as far as it goes.
pub(super) fn time_passed(
    state: &State,
    party: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (debtor, served) = served(state, party)?;
    let last = ctx.last_day(TIME, served)?;
    if ctx.today() <= last {
        return Err(Refusal::ObjectionTimeRuns(last));
    }
    if debtor.over_on.is_some() || state.live_of(party).is_empty() {
        return Err(Refusal::ObjectionTooLate(last));
    }
    Ok(vec![Fact::TimePassed { party, on: last }])
}

/// The claims that are bound now, by the day from which they are: nobody who owes them can object
/// any more, and no objection to them is before the court.
pub(super) fn ripe(state: &State) -> BTreeMap<Date, BTreeSet<u32>> {
    let mut ripe: BTreeMap<Date, BTreeSet<u32>> = BTreeMap::new();
    for item in state.items.iter().filter(|item| item.standing == Standing::Live) {
        let of = |debtor: &&Debtor| item.claim.debtors.contains(&debtor.party);
        let quiet = |debtor: &Debtor| {
            let objects = debtor.objection.as_ref();
            !objects.is_some_and(|objection| objection.claims.contains(&item.claim.no))
                && (debtor.unserved || debtor.over_on.is_some())
        };
        let last = state.debtors.iter().filter(of).filter_map(|debtor| debtor.over_on).max();
        if let Some(last) = last
            && state.debtors.iter().filter(of).all(quiet)
        {
            ripe.entry(last).or_default().insert(item.claim.no);
        }
    }
    ripe
}

fn waiting(state: &State, ruling: u32) -> Result<&Ruling, Refusal> {
    let found = state.rulings.iter().find(|one| one.no == ruling && one.open);
    found.ok_or(Refusal::NoSuchRuling(ruling))
}

/// The creditor received the ruling: seven days.
pub(super) fn receive(
    state: &State,
    ruling: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let waiting = waiting(state, ruling)?;
    happened(on, waiting.on, ctx.today())?;
    if waiting.received_on.is_some() {
        return Err(Refusal::ServedAlready(state.application.creditor));
    }
    ctx.last_day(SUIT, on)?;
    Ok(vec![Fact::RulingReceived { ruling, on }])
}

fn received(state: &State, ruling: u32) -> Result<Date, Refusal> {
    let creditor = state.application.creditor;
    waiting(state, ruling)?.received_on.ok_or(Refusal::NotServed(creditor))
}

/// The creditor does not agree to a suit; other competent courts stay open (民诉法解释 438).
pub(super) fn refuse_suit(
    state: &State,
    ruling: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let since = received(state, ruling)?;
    happened(on, since, ctx.today())?;
    let last = ctx.last_day(SUIT, since)?;
    if on > last {
        return Err(Refusal::SuitDeemed(last));
    }
    Ok(vec![Fact::SuitRefused { ruling, on }])
}

/// Silence: a suit counts as filed on the day of the application (民诉法解释 439).
pub(super) fn deem_filed(
    state: &State,
    ruling: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(SUIT, received(state, ruling)?)?;
    if ctx.today() <= last {
        return Err(Refusal::SuitTimeRuns(last));
    }
    Ok(vec![Fact::DeemedFiled { ruling, sued_on: state.applied_on, on: ctx.today() }])
}
