//! Arrival: finding, first inquiry, taking over, registration, advice.

use std::collections::BTreeSet;

use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Channel, PartyRole, Region, Role};

use super::bars::Bar;
use super::common::{Decided, leaving, named, possible, require, written};
use super::fact::Fact;
use super::orders::{Advice, Arrival, Registration, TakeOver};
use super::parts::{Contact, Responsible, Taken};
use super::refusal::Refusal;
use super::state::{State, moves};
use crate::advised::{Beside, advised};
use crate::content::{
    Content, ContentFault, Door, Identity, NoApplicant, check_parties, check_place, check_text,
};
use crate::party_check::check_particulars;
use crate::receipt::Receipt;

/// The post to which falls what comes in without a person of the staff.
const WINDOW: &str = "受理窗口";

/// 排查发现: place and kind; the finder's centre answers for it.
pub fn report_signal(arrival: &Arrival, ctx: &Circumstances<'_>) -> Decided {
    Ok(vec![Fact::Detected(Box::new(contact(arrival, 1, ctx)?))])
}

/// 首问: whoever is asked first records it and gives a receipt at once; the unit answers for the dispute
/// until another accepts it (首问负责制, plan 五(二)2).
pub fn record_inquiry(
    state: Option<&State>,
    arrival: &Arrival,
    ctx: &Circumstances<'_>,
) -> Decided {
    let Some(state) = state else {
        return Ok(vec![Fact::InquiryRecorded(Box::new(contact(arrival, 1, ctx)?))]);
    };
    require(arrival.dispute == state.dispute, Bar::OtherDispute)?;
    require(arrival.on >= state.latest_on, Bar::DateOutOfOrder)?;
    let contact = contact(arrival, next_door(state), ctx)?;
    Ok(leaving(state, &["first_contact"], &[], vec![Fact::InquiryRecorded(Box::new(contact))]))
}

/// How many may speak for many: as the strictest of the doors says.
pub fn speakers(state: &State) -> usize {
    state.doors.iter().map(|door| Door::speakers(door.channel)).min().unwrap_or(5)
}

/// The number of the next door.
pub fn next_door(state: &State) -> u32 {
    state.doors.iter().map(|door| door.no).max().unwrap_or(0).saturating_add(1)
}

fn contact(arrival: &Arrival, no: u32, ctx: &Circumstances<'_>) -> Result<Contact, Refusal> {
    named(&ctx.actor.person)?;
    require(arrival.on <= ctx.today(), Bar::DateInFuture)?;
    check_place(arrival.place)?;
    check_text(arrival.summary.reveal())?;
    let mut content = Content::first_words(arrival.kind, arrival.place, arrival.summary.clone());
    if !arrival.parties.is_empty() {
        check_parties(&arrival.parties)?;
        content.people = u32::try_from(arrival.parties.len()).unwrap_or(u32::MAX);
        content.parties.clone_from(&arrival.parties);
        check_particulars(&content, Door::speakers(arrival.channel), ctx.today())?;
        content.keep_minor_flag();
    }
    let door = Door {
        no,
        channel: arrival.channel,
        number: arrival.number.clone(),
        unit: ctx.actor.agency,
        on: arrival.on,
        answered_on: None,
    };
    Ok(Contact {
        dispute: arrival.dispute,
        receipt: Receipt::of(arrival.dispute),
        by: Responsible { unit: ctx.actor.agency, person: receiver(ctx) },
        door,
        content,
    })
}

/// Who receives it: what a party files herself falls to the window's post until a person is named (I1).
fn receiver(ctx: &Circumstances<'_>) -> String {
    if ctx.actor.role == Role::Party { WINDOW.to_owned() } else { ctx.actor.person.clone() }
}

/// 提级接收: a receiving centre opens its own umbrella in `triage`; it answers for the dispute from now on,
/// since it accepted (I2).
pub fn take_over(order: &TakeOver, ctx: &Circumstances<'_>) -> Decided {
    named(&ctx.actor.person)?;
    require(order.from != ctx.actor.agency, Bar::SelfReference)?;
    require(moves(order.mode), Bar::ModeNotChosen)?;
    let receipt = Receipt::of(order.brief.dispute).to_string();
    require(order.brief.code == receipt, Bar::ReceiptMismatch)?;
    require(order.brief.received_on <= ctx.today(), Bar::DateInFuture)?;
    taken_content(&order.brief, &order.other_places).check(ctx.today())?;
    Ok(vec![Fact::TakenOver(Box::new(Taken {
        brief: order.brief.clone(),
        other_places: order.other_places.clone(),
        from: order.from,
        mode: order.mode,
        by: Responsible { unit: ctx.actor.agency, person: ctx.actor.person.clone() },
        first_inquiry: order.first_inquiry.clone(),
        doors: order.doors.clone(),
        declines: order.declines,
        returned: order.returned,
        risk: order.risk,
        on: ctx.today(),
    }))])
}

/// The content of a dispute taken over; why nobody applied stays with the centre that had it.
pub fn taken_content(brief: &Brief, other_places: &BTreeSet<Region>) -> Content {
    let mut content = Content::from_brief(brief);
    content.other_places.extend(other_places);
    if content.numbers(PartyRole::Applicant).is_empty() {
        content.no_applicant = Some(NoApplicant::FoundByScreening);
    }
    content
}

/// 登记: identity of the claimant or a reason for none; the channel's number is kept; the interruption of
/// limitation is recorded (T-A-06). What comes from an older ledger was registered on its own day.
pub fn register(state: &State, order: &Registration, ctx: &Circumstances<'_>) -> Decided {
    order.content.check(ctx.today())?;
    if order.content.summary.reveal().trim().is_empty() {
        return Err(ContentFault::NoSummary.into());
    }
    check_particulars(&order.content, speakers(state), ctx.today())?;
    if let Identity::None { because } = &order.identity {
        written(because)?;
    }
    // What a channel has numbered keeps that number.
    let numbered = |door: &Door| !Door::numbers_itself(door.channel) || door.number.is_some();
    require(state.doors.iter().all(numbered), Bar::ChannelNumberMissing)?;
    let imported = order.imported.as_ref();
    let on = imported.map_or(ctx.today(), |imported| imported.on);
    possible(on, state, ctx)?;
    let door = state.doors.first().map(|door| (door.channel, door.unit));
    let (channel, unit) = door.unwrap_or((Channel::AgencyCounter, state.own_inquiry.unit));
    let advice = || Box::new(advised(&order.content, None, channel, unit, on));
    Ok(vec![Fact::Registered {
        content: Box::new(order.content.clone()),
        identity: order.identity.clone(),
        interrupted_on: state.interrupted_on,
        on,
        beside: Box::new(Beside {
            origin: imported.map(|imported| Box::new(imported.origin.clone())),
            advice: imported.is_none().then(advice),
        }),
    }])
}

/// 答复咨询: only when no dispute follows; signed; never "go to another department" (首问负责制).
pub fn turn_away(state: &State, advice: &Advice, ctx: &Circumstances<'_>) -> Decided {
    answerable(advice)?;
    possible(advice.on, state, ctx)?;
    let answered = Fact::Answered {
        why: advice.why,
        answer: advice.answer.clone(),
        signed_by: advice.signed_by.clone(),
        on: advice.on,
    };
    // The signed answer is the channel's own answer too.
    Ok(leaving(state, &["triage", "channel_answer"], &[], vec![answered]))
}

/// What an answer at the window must have.
pub fn answerable(advice: &Advice) -> Result<(), Refusal> {
    require(!advice.sends_elsewhere, Bar::PushedAway)?;
    require(!advice.signed_by.trim().is_empty(), Bar::Unsigned)?;
    written(advice.answer.reveal())
}
