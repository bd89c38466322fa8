//! What follows from a common step.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::term::{self, Term};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Private, TrackKind};
use jiff::civil::Date;

use super::{Act, Candidate, Course, Event, Fault, Interest};
use crate::session::{Mode, Planned, Sitting};

/// Accepts the day of an event that follows one of `since`.
///
/// # Errors
/// The day lies in the future or before `since`.
pub fn happened(on: Date, since: Date, ctx: &Circumstances<'_>) -> Result<(), Fault> {
    term::happened(on, since, ctx.today()).map_err(Fault::Day)
}

/// The last day of a limit.
///
/// # Errors
/// The law has no such limit.
pub fn last_day(rule: &str, from: Date, ctx: &Circumstances<'_>) -> Result<Date, Fault> {
    ctx.last_day(rule, from).map_err(Fault::Limit)
}

/// The party exists.
///
/// # Errors
/// It does not.
pub fn known(brief: &Brief, party: u32) -> Result<(), Fault> {
    let found = brief.parties.iter().any(|one| one.no == party);
    if found { Ok(()) } else { Err(Fault::NoSuchParty(party)) }
}

/// Every party is among those named.
///
/// # Errors
/// A party is missing or unknown.
pub fn everybody(brief: &Brief, named: &[u32]) -> Result<(), Fault> {
    for party in named {
        known(brief, *party)?;
    }
    match brief.parties.iter().find(|party| !named.contains(&party.no)) {
        Some(party) => Err(Fault::NotAgreed(party.no)),
        None => Ok(()),
    }
}

/// Two parties at least, with different numbers.
///
/// # Errors
/// There are fewer.
pub fn check_brief(brief: &Brief) -> Result<(), Fault> {
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    if numbers.len() < 2 || numbers.len() != brief.parties.len() {
        return Err(Fault::TwoPartiesNeeded);
    }
    Ok(())
}

/// The one matrix lets the route start in these circumstances (I4).
///
/// # Errors
/// A cell bars it.
pub fn route_open(
    brief: &Brief,
    track: TrackKind,
    facts: &BTreeSet<Circumstance>,
) -> Result<(), Fault> {
    let present = Present::of_brief(brief).and(facts.iter().copied());
    may_start(&present, track).map_err(Fault::RouteBarred)
}

/// True when this cell of the matrix bars the route.
pub fn is_barred_by(open: &Result<(), Fault>, cell: &str) -> bool {
    matches!(open, Err(Fault::RouteBarred(bar)) if bar.cell == cell)
}

impl Course {
    /// What follows from a common step. The procedure has asked its own table and its own rules on
    /// candidates before.
    ///
    /// # Errors
    /// Why the step is not lawful now.
    pub fn act(&self, act: &Act, ctx: &Circumstances<'_>) -> Result<Vec<Event>, Fault> {
        match act {
            Act::WithdrawConsent { party, how } => {
                known(&self.brief, *party)?;
                let (party, on, how) = (*party, ctx.today(), how.clone());
                Ok(vec![Event::ConsentWithdrawn { party, on, how }])
            }
            Act::Disclose { interest, on } => self.doubted(*interest, None, *on, ctx),
            Act::Challenge { party, interest, on } => {
                known(&self.brief, *party)?;
                self.doubted(*interest, Some(*party), *on, ctx)
            }
            Act::Waive { party, on } => {
                known(&self.brief, *party)?;
                happened(*on, self.since(), ctx)?;
                self.doubt.as_ref().ok_or(Fault::NoDoubt)?;
                Ok(vec![Event::DoubtWaived { party: *party, on: *on }])
            }
            Act::DecideChallenge { granted, on } => self.decided(*granted, *on, ctx),
            Act::Replace { mediator, on } => self.name(mediator, *on, ctx),
            Act::Schedule { on, place, mode } => self.schedule(*on, place, *mode, ctx),
            Act::Hold { session } => self.hold(session, ctx),
            Act::Extend { days, agreed, on } => self.extend(*days, agreed, *on, ctx),
            Act::BeginAppraisal { on } => self.appraisal_begins(*on, ctx),
            Act::EndAppraisal { on } => self.appraisal_ends(*on, ctx),
        }
    }

    fn doubted(
        &self,
        interest: Interest,
        by: Option<u32>,
        on: Date,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Event>, Fault> {
        happened(on, self.since(), ctx)?;
        if self.mediator.is_none() {
            return Err(Fault::MediatorWanted);
        }
        Ok(vec![Event::DoubtRaised { interest, by, on }])
    }

    /// The organisation or the court decides on a challenge (特邀调解规定 15).
    fn decided(
        &self,
        granted: bool,
        on: Date,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Event>, Fault> {
        happened(on, self.since(), ctx)?;
        if self.doubt.as_ref().and_then(|doubt| doubt.by).is_none() {
            return Err(Fault::NoChallenge);
        }
        let mut events = vec![Event::ChallengeDecided { granted, on }];
        if granted {
            events.push(Event::MediatorRemoved { on });
        }
        Ok(events)
    }

    /// Names a neutral, the first or another. Who had to leave does not come back.
    ///
    /// # Errors
    /// No person, the same one, or one who had to leave.
    pub fn name(
        &self,
        candidate: &Candidate,
        on: Date,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Event>, Fault> {
        happened(on, self.since(), ctx)?;
        let person = candidate.person.trim();
        if person.is_empty() {
            return Err(Fault::MediatorWanted);
        }
        if self.removed.contains(person) {
            return Err(Fault::MediatorRemoved);
        }
        if self.mediator.as_deref() == Some(person) {
            return Err(Fault::SameMediator);
        }
        let (person, interest) = (person.to_owned(), candidate.interest);
        Ok(vec![Event::MediatorNamed { person, interest, on }])
    }

    /// The running term.
    ///
    /// # Errors
    /// None runs.
    pub fn running(&self) -> Result<&Term, Fault> {
        self.term.as_ref().ok_or(Fault::NotMediating)
    }

    /// Accepts a day that is not after the end of the term.
    ///
    /// # Errors
    /// The term was over.
    pub fn within(&self, on: Date, ctx: &Circumstances<'_>) -> Result<(), Fault> {
        match self.running()?.last_day(ctx).map_err(Fault::Limit)? {
            Some(last) if on > last => Err(Fault::PastTerm(last)),
            Some(_) | None => Ok(()),
        }
    }

    fn next_no(&self) -> u32 {
        self.sessions.last().map_or(0, |held| held.no).saturating_add(1)
    }

    fn schedule(
        &self,
        on: Date,
        place: &str,
        mode: Mode,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Event>, Fault> {
        if on < ctx.today() {
            return Err(Fault::SessionInPast(on));
        }
        self.within(on, ctx)?;
        let session = Planned { no: self.next_no(), on, place: place.to_owned(), mode };
        Ok(vec![Event::SessionScheduled { session }])
    }

    /// Mediation goes on only with live consent (I5), a neutral, and no open doubt about it.
    pub(super) fn ready(&self) -> Result<(), Fault> {
        if let Some(party) = self.without_consent() {
            return Err(Fault::ConsentMissing(party));
        }
        if self.mediator.is_none() {
            return Err(Fault::MediatorWanted);
        }
        match &self.doubt {
            Some(doubt) => Err(Fault::InterestOpen(doubt.interest)),
            None => Ok(()),
        }
    }

    fn hold(&self, session: &Sitting, ctx: &Circumstances<'_>) -> Result<Vec<Event>, Fault> {
        happened(session.on, self.running()?.from, ctx)?;
        self.ready()?;
        self.within(session.on, ctx)?;
        if session.present.is_empty() {
            return Err(Fault::NobodyPresent);
        }
        for party in &session.present {
            known(&self.brief, *party)?;
        }
        let alone = self.brief.parties.iter().find(|party| {
            let here = |list: &[u32]| list.contains(&party.no);
            party.minor && here(&session.present) && !here(&session.guardians)
        });
        match alone {
            Some(party) => Err(Fault::GuardianAbsent(party.no)),
            None => Ok(vec![Event::SessionHeld { session: session.numbered(self.next_no()) }]),
        }
    }

    fn extend(
        &self,
        days: u32,
        agreed: &[u32],
        on: Date,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Event>, Fault> {
        let running = self.running()?;
        happened(on, running.from, ctx)?;
        everybody(&self.brief, agreed)?;
        self.within(on, ctx)?;
        if days == 0 {
            return Err(Fault::ExtensionEmpty);
        }
        let mut longer = running.clone();
        longer.extended = longer.extended.saturating_add(days);
        longer.last_day(ctx).map_err(Fault::Limit)?;
        Ok(vec![Event::TermExtended { days, on }])
    }

    fn appraisal_begins(&self, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Event>, Fault> {
        let running = self.running()?;
        if running.stands_still() {
            return Err(Fault::AppraisalRuns);
        }
        let since = running.standstills.last().and_then(|still| still.to).unwrap_or(running.from);
        happened(on, since, ctx)?;
        self.within(on, ctx)?;
        Ok(vec![Event::AppraisalBegun { on }])
    }

    fn appraisal_ends(&self, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Event>, Fault> {
        let running = self.running()?;
        let Some(still) = running.standstills.last().filter(|still| still.to.is_none()) else {
            return Err(Fault::NoAppraisal);
        };
        happened(on, still.from, ctx)?;
        Ok(vec![Event::AppraisalEnded { on }])
    }

    /// The term is over today.
    ///
    /// # Errors
    /// It runs, or stands still.
    pub fn over(&self, ctx: &Circumstances<'_>) -> Result<(), Fault> {
        match self.running()?.last_day(ctx).map_err(Fault::Limit)? {
            None => Err(Fault::AppraisalRuns),
            Some(last) if ctx.today() <= last => Err(Fault::TermRuns(last)),
            Some(_) => Ok(()),
        }
    }

    /// Facts that no party disputes may be recorded when mediation fails, with everybody's consent
    /// (T-C-12); nothing else goes along (I9).
    ///
    /// # Errors
    /// A party has not agreed to the record.
    pub fn record_undisputed(
        &self,
        text: Option<&Private<String>>,
        agreed: &[u32],
        on: Date,
    ) -> Result<Vec<Event>, Fault> {
        let Some(text) = text else { return Ok(Vec::new()) };
        match self.brief.parties.iter().find(|party| !agreed.contains(&party.no)) {
            Some(party) => Err(Fault::FactsNotAgreed(party.no)),
            None => Ok(vec![Event::UndisputedRecorded { facts: text.clone(), on }]),
        }
    }
}
