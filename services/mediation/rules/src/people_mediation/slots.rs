//! The day of a session is found with the parties: the mediator offers a few times, each party says which of them
//! suit, and the first that suits everybody is set (人民调解法 21: without delay, where it is convenient for them).

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::decide::{known, term};
use super::sessions::{face_to_face, next_no, within};
use super::{Fact, Refusal, State};
use crate::session::{Mode, Planned};

/// So many times are offered at once.
const MOST: usize = 6;

/// A time that is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub on: Date,
    /// The hour.
    pub at: Time,
    /// The place, or the platform.
    pub place: String,
    /// The form.
    pub mode: Mode,
}

impl Slot {
    /// The hour as it is written: 14:30.
    pub fn hour(&self) -> String {
        self.at.strftime("%H:%M").to_string()
    }

    /// As a session that is set: the hour stands before the place.
    fn planned(&self, no: u32) -> Planned {
        let place = format!("{} {}", self.hour(), self.place);
        Planned { no, on: self.on, place, mode: self.mode }
    }
}

/// The times that were offered, and what the parties have said to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// The times; their numbers count from 1.
    pub slots: Vec<Slot>,
    /// What the parties have answered.
    #[serde(default)]
    pub answers: Vec<Answer>,
}

/// What suits a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Her number.
    pub party: u32,
    /// The numbers of the times; nothing: none of them.
    pub picked: BTreeSet<u32>,
}

impl Offered {
    /// Times that nobody has answered yet.
    pub(super) fn new(slots: &[Slot]) -> Offered {
        Offered { slots: slots.to_vec(), answers: Vec::new() }
    }

    /// What a party has picked; none: she has not answered.
    pub fn of(&self, party: u32) -> Option<&BTreeSet<u32>> {
        self.answers.iter().find(|answer| answer.party == party).map(|answer| &answer.picked)
    }

    /// Notes what a party says; her earlier word falls away.
    pub(super) fn note(&mut self, party: u32, picked: &BTreeSet<u32>) {
        self.answers.retain(|answer| answer.party != party);
        self.answers.push(Answer { party, picked: picked.clone() });
    }

    /// The number of the first time that suits all of these parties; none: they have not all answered, or none does.
    pub fn common(&self, parties: &[u32]) -> Option<u32> {
        let all: Option<Vec<&BTreeSet<u32>>> =
            parties.iter().map(|party| self.of(*party)).collect();
        let all = all?;
        let mut numbered = self.slots.iter().zip(1_u32..).collect::<Vec<_>>();
        numbered.sort_by_key(|(slot, _)| (slot.on, slot.at));
        let suits = |no: &u32| all.iter().all(|picked| picked.contains(no));
        numbered.into_iter().map(|(_, no)| no).find(suits)
    }

    fn slot(&self, no: u32) -> Option<&Slot> {
        let at = usize::try_from(no).ok()?.checked_sub(1)?;
        self.slots.get(at)
    }
}

/// Offers times; those offered before fall away with their answers.
pub(super) fn offer(
    state: &State,
    slots: &[Slot],
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if !(1..=MOST).contains(&slots.len()) {
        return Err(Refusal::SlotsWanted);
    }
    let different: BTreeSet<(Date, Time)> = slots.iter().map(|slot| (slot.on, slot.at)).collect();
    if different.len() != slots.len() {
        return Err(Refusal::SlotTwice);
    }
    for slot in slots {
        if slot.on < ctx.today() {
            return Err(Refusal::SessionInPast(slot.on));
        }
        face_to_face(state, slot.mode)?;
        within(term(state)?, slot.on, ctx)?;
    }
    Ok(vec![Fact::SlotsOffered { slots: slots.to_vec(), on: ctx.today() }])
}

/// A party says which times suit; with the last answer the first common one is set.
pub(super) fn choose(
    state: &State,
    party: u32,
    picked: &BTreeSet<u32>,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    let offered = state.slots.as_ref().ok_or(Refusal::NoSlots)?;
    for no in picked {
        let slot = offered.slot(*no).ok_or(Refusal::NoSuchSlot(*no))?;
        if slot.on < ctx.today() {
            return Err(Refusal::SessionInPast(slot.on));
        }
    }
    let mut answered = offered.clone();
    answered.note(party, picked);
    let mut facts = vec![Fact::SlotsChosen { party, picked: picked.clone(), on: ctx.today() }];
    let parties: Vec<u32> = state.brief.parties.iter().map(|party| party.no).collect();
    let common = answered.common(&parties).and_then(|no| answered.slot(no));
    // A time that somebody found good a week ago may be past by the last answer.
    if let Some(slot) = common.filter(|slot| slot.on >= ctx.today()) {
        facts.push(Fact::SessionScheduled { session: slot.planned(next_no(state)) });
    }
    Ok(facts)
}

/// What the mediator does next about the times that were offered; none: nothing waits.
pub(super) fn waits(state: &State) -> Option<(String, String)> {
    let offered = state.slots.as_ref()?;
    let silent = state.brief.parties.iter().find(|party| offered.of(party.no).is_none());
    Some(match silent {
        Some(party) => (
            format!("等当事人{}选调解时间", party.no),
            format!("wait until party {} has chosen a time", party.no),
        ),
        None => (
            "没有双方都合适的时间，另提几个时间".to_owned(),
            "no time suits everybody: offer others".to_owned(),
        ),
    })
}
