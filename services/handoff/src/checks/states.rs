//! Desks for the tables, each reached by steps, never built by hand.

use std::collections::BTreeSet;

use jiefen_vocab::{Agency, FactId, Moment, Outcome};

use super::world::{BRIEF, DUE, agency};
use crate::{Ctx, Desk, Effect, Epoch, Ground, Input, Message, Mode, Offer, Refusal, Step, step};

pub const TASK: FactId = FactId::from_bits(9);

pub fn us() -> Agency {
    agency(0)
}

pub fn they() -> Agency {
    agency(1)
}

pub fn centre() -> Agency {
    agency(2)
}

pub fn third() -> Agency {
    agency(3)
}

pub fn epoch(n: u32) -> Epoch {
    Epoch::new(0, n)
}

pub fn at(now: Moment) -> Ctx {
    Ctx { me: us(), centre: Some(centre()), now }
}

/// A desk that takes inputs one after another; each must be open.
#[derive(Clone, Default)]
pub struct Story(pub Desk);

impl Story {
    pub fn then(self, input: &Input) -> Story {
        Story(step(&self.0, input, &at(DUE)).unwrap().desk)
    }

    pub fn hears(self, from: Agency, message: Message) -> Story {
        self.then(&Input::Received { from, message })
    }

    pub fn tried(&self, input: &Input) -> Result<Step, Refusal> {
        step(&self.0, input, &at(Moment(0)))
    }
}

pub fn offer_to(to: Agency, mode: Mode) -> Input {
    let co_units: BTreeSet<Agency> =
        if mode == Mode::Lead { [third()].into() } else { BTreeSet::new() };
    Input::Offer { to, mode, due: DUE, brief: BRIEF, co_units, result_due: None }
}

pub fn offered(n: u32, mode: Mode) -> Offer {
    Offer { mode, due: Some(DUE), brief: BRIEF, ..Offer::blank(epoch(n)) }
}

pub fn nothing() -> Story {
    Story::default()
}

pub fn holder() -> Story {
    nothing().then(&Input::Open)
}

pub fn offering(mode: Mode) -> Story {
    let to = if mode == Mode::Escalate { centre() } else { they() };
    holder().then(&offer_to(to, mode))
}

pub fn passed(mode: Mode) -> Story {
    offering(mode).hears(they(), Message::Accepted { epoch: epoch(2) })
}

pub fn asked(mode: Mode) -> Story {
    nothing().hears(they(), Message::Offered(offered(2, mode)))
}

pub fn awaiting(mode: Mode) -> Story {
    asked(mode).then(&Input::Accept { epoch: epoch(2) })
}

pub fn given(mode: Mode) -> Story {
    awaiting(mode).hears(they(), Message::Confirmed { epoch: epoch(2), mode })
}

pub fn seeking() -> Story {
    holder().then(&Input::RequestDesignation { proposal: None, brief: BRIEF })
}

pub fn helping() -> Story {
    let (task, due) = (TASK, DUE);
    nothing().hears(they(), Message::TaskGiven { task, epoch: epoch(2), due })
}

pub fn helped() -> Story {
    holder().then(&Input::GiveTask { task: TASK, to: they(), due: DUE })
}

pub fn request(n: u32) -> Message {
    let (brief, cause) = (BRIEF, crate::Cause::Asked);
    Message::DesignationRequested { epoch: epoch(n), brief, cause, proposal: None }
}

pub fn designated(n: u32, to: Agency, last: bool) -> Message {
    let (epoch, mode, due) = (epoch(n), Mode::Transfer, DUE);
    Message::Designated { epoch, to, mode, due, co_units: BTreeSet::new(), result_due: None, last }
}

pub fn result(n: u32) -> Message {
    Message::ResultReported { epoch: epoch(n), outcome: Outcome::Agreed, brief: BRIEF }
}

pub fn declined(n: u32) -> Message {
    Message::Declined { epoch: epoch(n), ground: Ground::NoConsent, proposal: None }
}

pub fn objected(n: u32) -> Message {
    Message::Objected { epoch: epoch(n), ground: Ground::NoConsent, proposal: None }
}

/// The effects in words, timers apart: `sends confirmed, holding ended, tells Accepted`.
pub fn words(effects: &[Effect]) -> String {
    let word = |effect: &Effect| match effect {
        Effect::Send { message, .. } => Some(format!("sends {}", message.code())),
        Effect::HoldingBegan { .. } => Some("holding began".to_owned()),
        Effect::HoldingEnded { .. } => Some("holding ended".to_owned()),
        Effect::Arm { .. } | Effect::Disarm { .. } => None,
        Effect::Tell(tell) => {
            let text = format!("{tell:?}");
            Some(format!("tells {}", text.split(' ').next().unwrap()))
        }
        Effect::Ignored { why } => Some(format!("ignored {why:?}")),
        Effect::Postponed => Some("postponed".to_owned()),
    };
    effects.iter().filter_map(word).collect::<Vec<_>>().join(", ")
}
