//! Which procedure a case is tried on, and how that changes (T-E-06 to T-E-10, T-E-13).

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiff::civil::{Date, date};

use super::{Change, Fact, Opening, Refusal, State, Track};
use crate::filing::{Measure, SmallClaims, small_claims};
use crate::shared;
use jiefen_procedure::term::{Term, happened};

/// From this day small claims go up to half the average wage, and to twice of it by agreement; before it
/// they went up to thirty per cent (民事诉讼法 2012 年 162; 2021 年 165).
pub(super) const SMALL_CLAIMS_2022: Date = date(2022, 1, 1);

/// So many on one side are numerous (民诉法解释 75).
const NUMEROUS: usize = 10;

/// Whether small claims apply to a case filed on a day, under the law of that day.
pub fn small_claims_on(measure: &Measure, filed_on: Date) -> SmallClaims {
    if filed_on >= SMALL_CLAIMS_2022 {
        return small_claims(measure);
    }
    let Some(amount) = measure.amount else { return SmallClaims::Closed };
    let open = measure.money_only && measure.simple && measure.bars.is_empty() && amount.0 > 0;
    let within = amount.0.saturating_mul(10) <= measure.wage.amount.0.saturating_mul(3);
    if open && within { SmallClaims::Mandatory } else { SmallClaims::Closed }
}

/// Everybody of these is among those named.
pub(super) fn everybody(who: &BTreeSet<u32>, named: &[u32]) -> Result<(), Refusal> {
    match who.iter().find(|no| !named.contains(no)) {
        Some(no) => Err(Refusal::NotAgreed(*no)),
        None => Ok(()),
    }
}

/// A side of the case that is numerous.
pub(super) fn numerous(opening: &Opening) -> bool {
    let plaintiffs = opening.plaintiffs.len();
    plaintiffs >= NUMEROUS || opening.brief.parties.len().saturating_sub(plaintiffs) >= NUMEROUS
}

/// The procedure fits the case.
fn fits(opening: &Opening, track: Track, agreed: &[u32]) -> Result<(), Refusal> {
    let measure = &opening.measure;
    let all: BTreeSet<u32> = opening.brief.parties.iter().map(|party| party.no).collect();
    let barred = numerous(opening) || measure.bars.iter().any(|bar| bar.bars_summary());
    match track {
        Track::SmallClaims | Track::Summary if barred => Err(Refusal::SummaryBarred),
        Track::SmallClaims => match small_claims_on(measure, opening.filed_on) {
            SmallClaims::Mandatory => Ok(()),
            SmallClaims::ByAgreement => everybody(&all, agreed),
            SmallClaims::Closed => Err(Refusal::NoSmallClaims),
        },
        Track::Summary if measure.simple => Ok(()),
        Track::Summary => everybody(&all, agreed),
        Track::Ordinary => Ok(()),
    }
}

/// The diverted case comes in with its file whole. It is the same suit: the matrix was asked when it was filed;
/// what came in all the same, because seven days had passed, is dismissed here (民诉法解释 208).
pub(super) fn open(
    opening: &Opening,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(opening.filed_on, opening.sued_on, ctx.today())?;
    happened(on, opening.filed_on, ctx.today())?;
    let known = |no: &&u32| shared::has_party(&opening.brief, **no);
    let plaintiffs = opening.plaintiffs.iter().filter(known).count();
    if plaintiffs == 0 || plaintiffs >= opening.brief.parties.len() {
        return Err(Refusal::SidesWanted);
    }
    if let Some(no) = opening.plaintiffs.iter().find(|no| !known(no)) {
        return Err(Refusal::NoSuchParty(*no));
    }
    if opening.case_no.trim().is_empty() || opening.judge.trim().is_empty() {
        return Err(Refusal::NumberWanted);
    }
    if opening.barred.contains(&opening.judge) {
        return Err(Refusal::MediatorBarred);
    }
    let mandatory = small_claims_on(&opening.measure, opening.filed_on) == SmallClaims::Mandatory;
    if mandatory && !numerous(opening) && opening.track != Track::SmallClaims {
        return Err(Refusal::SmallClaimsMandatory);
    }
    fits(opening, opening.track, &opening.measure.agreed)?;
    limit(opening.track, opening).last_day(ctx)?;
    Ok(vec![Fact::Opened { opening: Box::new(opening.clone()), on }])
}

/// The limit of a procedure for a case: from filing, with all that was not counted.
pub(super) fn limit(track: Track, opening: &Opening) -> Term {
    let mut term = Term::new(track.rule(), opening.filed_on);
    term.standstills.clone_from(&opening.standstills);
    term
}

/// A change of procedure, by ruling, before the present limit ends (T-E-10). Towards the fuller
/// procedure; back only from an ordinary trial that has not been heard, when all agree (民诉法解释 260、264).
pub(super) fn convert(
    state: &State,
    to: Track,
    change: Change,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    match (state.track, to) {
        (Track::SmallClaims, Track::Summary | Track::Ordinary)
        | (Track::Summary, Track::Ordinary) => match change {
            Change::Complex | Change::Barred | Change::ClaimChanged => {}
            Change::ObjectionHolds => return Err(Refusal::NoTrackObjection),
            Change::Agreed => return Err(Refusal::GroundWanted),
        },
        (Track::Ordinary, Track::Summary) if change == Change::Agreed => {
            if state.opening.track != Track::Ordinary {
                return Err(Refusal::NoChangeBack);
            }
            if !state.hearings.is_empty() {
                return Err(Refusal::HeardAlready);
            }
            everybody(&state.parties(), agreed)?;
        }
        (Track::SmallClaims, Track::SmallClaims)
        | (Track::Summary, Track::SmallClaims | Track::Summary)
        | (Track::Ordinary, Track::SmallClaims | Track::Summary | Track::Ordinary) => {
            return Err(Refusal::NoChangeBack);
        }
    }
    change_to(state, to, change, on, ctx)
}

fn change_to(
    state: &State,
    track: Track,
    change: Change,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if let Some(last) = state.term.last_day(ctx)?
        && on > last
    {
        return Err(Refusal::LimitPast(last));
    }
    if track == Track::Summary {
        fits(&state.opening, track, &state.parties().into_iter().collect::<Vec<_>>())?;
    }
    let filed_on = state.opening.filed_on;
    let standstills = state.term.standstills.clone();
    ctx.last_day(track.rule(), filed_on)?;
    let mut facts = vec![Fact::Converted { track, change, filed_on, standstills, on }];
    if track == Track::Ordinary && state.fast {
        facts.push(Fact::FastTrackLeft { on });
    }
    Ok(facts)
}

/// An objection to small claims must come before the hearing (T-E-09; 民诉法解释 279).
pub(super) fn object(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.opened_on, ctx.today())?;
    match state.track {
        Track::Ordinary => Err(Refusal::OrdinaryAlready),
        Track::SmallClaims if !state.hearings.is_empty() => Err(Refusal::HeardAlready),
        Track::SmallClaims | Track::Summary if state.track_objection.is_some() => {
            Err(Refusal::TrackObjectionPending)
        }
        Track::SmallClaims | Track::Summary => Ok(vec![Fact::TrackObjected { party, on }]),
    }
}

/// The court answers the objection: another procedure, or none (民诉法解释 269、279).
pub(super) fn answer(
    state: &State,
    to: Option<Track>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    if state.track_objection.is_none() {
        return Err(Refusal::NoTrackObjection);
    }
    match (state.track, to) {
        (_, None) => Ok(vec![Fact::TrackObjectionRejected { on }]),
        (Track::SmallClaims, Some(to @ (Track::Summary | Track::Ordinary)))
        | (Track::Summary, Some(to @ Track::Ordinary)) => {
            change_to(state, to, Change::ObjectionHolds, on, ctx)
        }
        (
            Track::SmallClaims | Track::Summary | Track::Ordinary,
            Some(Track::SmallClaims | Track::Summary | Track::Ordinary),
        ) => Err(Refusal::NoChangeBack),
    }
}

/// A fast team works inside small claims or summary procedure only (T-E-13).
pub(super) fn fast(
    state: &State,
    fast: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    if fast == state.fast {
        return Err(Refusal::FastTrackSame);
    }
    if !fast {
        return Ok(vec![Fact::FastTrackLeft { on }]);
    }
    if state.track == Track::Ordinary {
        return Err(Refusal::NoFastTrack);
    }
    Ok(vec![Fact::FastTrackSet { from: state.opening.filed_on, on }])
}

/// The time for evidence: in general at most seven days in small claims, at most fifteen in summary, at
/// least fifteen in ordinary procedure; the parties may agree otherwise where the law lets them
/// (T-E-09; 民诉法解释 99、266、275).
pub(super) fn evidence(
    state: &State,
    days: u32,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    let all_agree = everybody(&state.parties(), agreed).is_ok();
    let lawful = match state.track {
        Track::SmallClaims => days <= 7 || all_agree,
        Track::Summary => days <= 15,
        Track::Ordinary => days >= 15 || all_agree,
    };
    if days == 0 || !lawful {
        return Err(Refusal::EvidenceDays(days));
    }
    let calendar = ctx.law.calendar();
    let mut until = on.saturating_add(jiff::Span::new().days(days));
    while !calendar.kind(until).is_working() {
        until = until.saturating_add(jiff::Span::new().days(1));
    }
    Ok(vec![Fact::EvidenceFixed { until, on }])
}

/// A party of the case.
pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    if shared::has_party(&state.opening.brief, party) {
        Ok(())
    } else {
        Err(Refusal::NoSuchParty(party))
    }
}
