//! What runs beside enforcement: notice, measures, lists, objections, pleas.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::decide::finish;
use super::{
    Against, Ending, Fact, Measure, MeasureKind, NotEnforced, Objection, Origin, Refusal, Remedy,
    Restriction, RestrictionKind, State, limitation_starts,
};
use jiefen_procedure::term::happened;

/// Each ruling on an objection comes within fifteen days.
pub(super) const OBJECTION: &str = "T-G-02";
/// A listing of two years.
pub(super) const LISTING: &str = "T-G-01.listing";

fn debtor(state: &State, party: u32) -> Result<(), Refusal> {
    if state.title.debtors.contains(&party) { Ok(()) } else { Err(Refusal::NotDebtor(party)) }
}

fn since(state: &State) -> Date {
    state.term.as_ref().map_or(state.applied_on, |term| term.from)
}

fn next(numbers: usize) -> u32 {
    u32::try_from(numbers).unwrap_or(u32::MAX).saturating_add(1)
}

fn notified(state: &State, party: u32) -> Result<Date, Refusal> {
    let found = state.notified.iter().find(|(no, _)| *no == party);
    found.map(|(_, on)| *on).ok_or(Refusal::NotNotified(party))
}

/// The rule within which a debtor pleads against this title, when there is one.
fn plea_rule(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::Award => Some("T-G-06.award"),
        Origin::Notarised => Some("T-G-06"),
        Origin::Judgment | Origin::Confirmation | Origin::PaymentOrder => None,
    }
}

pub(super) fn serve_notice(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    debtor(state, party)?;
    happened(on, since(state), ctx.today())?;
    if notified(state, party).is_ok() {
        return Err(Refusal::NotifiedAlready(party));
    }
    let plea = plea_rule(state.title.origin).map(str::to_owned);
    Ok(vec![Fact::NoticeServed { party, plea, on }])
}

/// Measures may be taken with the notice (民事诉讼法 251); each has its own length (民诉法解释 485).
pub(super) fn take_measure(
    state: &State,
    kind: MeasureKind,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    debtor(state, party)?;
    happened(on, since(state), ctx.today())?;
    let measure = Measure { no: next(state.measures.len()), kind, party, on, open: true };
    Ok(vec![Fact::MeasureTaken { measure }])
}

fn measure(state: &State, no: u32) -> Result<Measure, Refusal> {
    let found = state.measures.iter().find(|measure| measure.no == no && measure.open);
    found.copied().ok_or(Refusal::NoSuchMeasure(no))
}

pub(super) fn renew_measure(
    state: &State,
    no: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let measure = measure(state, no)?;
    happened(on, measure.on, ctx.today())?;
    let last = ctx.last_day(measure.kind.rule(), measure.on)?;
    if on > last {
        return Err(Refusal::MeasureOver(last));
    }
    Ok(vec![Fact::MeasureTaken { measure: Measure { on, ..measure } }])
}

pub(super) fn lift_measure(
    state: &State,
    no: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, measure(state, no)?.on, ctx.today())?;
    Ok(vec![Fact::MeasureOver { measure: no, lapsed: false, on }])
}

pub(super) fn measure_lapsed(
    state: &State,
    no: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let measure = measure(state, no)?;
    let last = ctx.last_day(measure.kind.rule(), measure.on)?;
    if ctx.today() <= last {
        return Err(Refusal::MeasureRuns(last));
    }
    Ok(vec![Fact::MeasureOver { measure: no, lapsed: true, on: ctx.today() }])
}

/// Only who had the notice and did not perform; never a minor on the list (失信规定 1、4).
pub(super) fn restrict(
    state: &State,
    kind: RestrictionKind,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    debtor(state, party)?;
    happened(on, notified(state, party)?, ctx.today())?;
    let minor = state.brief.parties.iter().any(|one| one.no == party && one.minor);
    if minor && matches!(kind, RestrictionKind::Listed { .. }) {
        return Err(Refusal::NoMinorListed);
    }
    let same = |one: &&Restriction| {
        let listed = |kind| matches!(kind, RestrictionKind::Listed { .. });
        one.open && one.party == party && listed(one.kind) == listed(kind)
    };
    if state.restrictions.iter().any(|one| same(&one)) {
        return Err(Refusal::RestrictedAlready(party));
    }
    let no = next(state.restrictions.len());
    Ok(vec![Fact::Restricted { restriction: Restriction { no, kind, party, on, open: true } }])
}

fn restriction(state: &State, no: u32) -> Result<Restriction, Refusal> {
    let found = state.restrictions.iter().find(|one| one.no == no && one.open);
    found.copied().ok_or(Refusal::NoSuchRestriction(no))
}

/// Removed; with the last one a case that waits for it ends.
pub(super) fn remove(
    state: &State,
    no: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, restriction(state, no)?.on, ctx.today())?;
    let mut facts = vec![Fact::RestrictionRemoved { restriction: no, on }];
    let last = state.restrictions.iter().filter(|one| one.open).count() == 1;
    if let super::Stage::Closing { ending, .. } = &state.stage
        && last
    {
        facts.push(Fact::Concluded { ending: *ending, on });
    }
    Ok(facts)
}

/// A listing on other grounds than refusing to pay while able ends after two years (失信规定 2).
pub(super) fn listing_over(
    state: &State,
    no: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let listing = restriction(state, no)?;
    if listing.kind != (RestrictionKind::Listed { able: false }) {
        return Err(Refusal::UntilPerformed);
    }
    let last = ctx.last_day(LISTING, listing.on)?;
    if ctx.today() <= last {
        return Err(Refusal::ListingRuns(last));
    }
    Ok(vec![Fact::RestrictionRemoved { restriction: no, on: ctx.today() }])
}

/// A party against an act or a listing, an outsider to the object (民事诉讼法 236、238). Enforcement goes on.
pub(super) fn file_objection(
    state: &State,
    against: Against,
    by: Option<u32>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    let party = by.is_some_and(|no| state.parties().contains(&no));
    match against {
        Against::Object if by.is_some() => return Err(Refusal::OutsiderOnly),
        Against::Listing if !party => return Err(Refusal::PartyOnly),
        Against::Act if by.is_some() && !party => return Err(Refusal::PartyOnly),
        Against::Act | Against::Listing | Against::Object => {}
    }
    let no = next(state.objections.len());
    let objection = Objection { no, against, by, on, decided_on: None, remedy: None, review: None };
    Ok(vec![Fact::ObjectionFiled { objection }])
}

fn objection(state: &State, no: u32) -> Result<Objection, Refusal> {
    let found = state.objections.iter().find(|one| one.no == no && one.remedy.is_none());
    found.copied().ok_or(Refusal::NoSuchObjection(no))
}

fn decided(state: &State, no: u32) -> Result<(Objection, Date), Refusal> {
    let objection = objection(state, no)?;
    Ok((objection, objection.decided_on.ok_or(Refusal::ObjectionOpen(no))?))
}

pub(super) fn decide_objection(
    state: &State,
    no: u32,
    upheld: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let objection = objection(state, no)?;
    happened(on, objection.on, ctx.today())?;
    if objection.decided_on.is_some() {
        return Err(Refusal::ObjectionDecided(no));
    }
    let rule = objection.against.remedy().to_owned();
    Ok(vec![Fact::ObjectionDecided { objection: no, upheld, rule, on }])
}

/// Ten days to the upper court, fifteen for a suit (T-G-02).
pub(super) fn take_remedy(
    state: &State,
    no: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (objection, decided_on) = decided(state, no)?;
    happened(on, decided_on, ctx.today())?;
    let last = ctx.last_day(objection.against.remedy(), decided_on)?;
    if on > last {
        return Err(Refusal::RemedyTooLate(last));
    }
    let mut facts = vec![Fact::ObjectionOver { objection: no, remedy: Remedy::Taken, on }];
    if let Some(rule) = objection.against.review() {
        facts.push(Fact::ReviewRequested { objection: no, rule: rule.to_owned(), on });
    }
    Ok(facts)
}

pub(super) fn remedy_passed(
    state: &State,
    no: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (objection, decided_on) = decided(state, no)?;
    let last = ctx.last_day(objection.against.remedy(), decided_on)?;
    if ctx.today() <= last {
        return Err(Refusal::RemedyRuns(last));
    }
    Ok(vec![Fact::ObjectionOver { objection: no, remedy: Remedy::Passed, on: ctx.today() }])
}

/// A debtor pleads against an award or a notarised instrument within fifteen days of the notice, or of
/// learning of a ground that counts from knowledge; against the time for enforcement whenever it runs on.
pub(super) fn plead(
    state: &State,
    ground: NotEnforced,
    party: u32,
    known_on: Option<Date>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    debtor(state, party)?;
    let told = notified(state, party)?;
    happened(on, told, ctx.today())?;
    happened(known_on.unwrap_or(on), told.min(known_on.unwrap_or(told)), on)?;
    if state.plea.is_some() {
        return Err(Refusal::PleaPending);
    }
    let review = match (ground, state.title.origin) {
        (NotEnforced::Award, Origin::Award) => "T-G-07.award",
        (NotEnforced::Notarised, Origin::Notarised) => "T-G-07",
        (
            NotEnforced::TimeBarred,
            Origin::Judgment
            | Origin::Confirmation
            | Origin::PaymentOrder
            | Origin::Award
            | Origin::Notarised,
        ) => OBJECTION,
        (
            NotEnforced::Award,
            Origin::Judgment | Origin::Confirmation | Origin::PaymentOrder | Origin::Notarised,
        )
        | (
            NotEnforced::Notarised,
            Origin::Judgment | Origin::Confirmation | Origin::PaymentOrder | Origin::Award,
        ) => return Err(Refusal::PleaNotOpen),
    };
    if let (NotEnforced::Award | NotEnforced::Notarised, Some(rule)) =
        (ground, plea_rule(state.title.origin))
    {
        let last = ctx.last_day(rule, known_on.unwrap_or(told).max(told))?;
        if on > last {
            return Err(Refusal::PleaTooLate(last));
        }
    }
    Ok(vec![Fact::PleaReceived { ground, rule: review.to_owned(), on }])
}

pub(super) fn decide_plea(
    state: &State,
    upheld: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (ground, since) = state.plea.ok_or(Refusal::NoPlea)?;
    happened(on, since, ctx.today())?;
    if !upheld {
        return Ok(vec![Fact::PleaRejected { on }]);
    }
    if ground == NotEnforced::TimeBarred {
        for (rule, from) in limitation_starts(&state.title) {
            let last = ctx.last_day(rule, from)?;
            if state.applied_on <= last {
                return Err(Refusal::AppliedInTime(last));
            }
        }
    }
    finish(state, Ending::NotEnforced { ground }, on, ctx)
}
