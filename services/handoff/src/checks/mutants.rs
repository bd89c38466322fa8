//! Thirteen planted faults. Each is a wrapper around the real step, or a weaker environment; none lives
//! in the code that ships. A test that cannot fail proves nothing: every one must be found.

use jiefen_vocab::Moment;

use super::explore::explore;
use super::random::first_fault;
use super::world::{PLAN, Plan};
use crate::{
    Ctx, Custody, Desk, Effect, Input, Message, Mode, Refusal, Step, Tentative, VoidReason, step,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutant {
    /// The receiver's own acceptance moves custody.
    ReceiverMovesCustody,
    /// A void leaves no tombstone.
    NoTombstone,
    /// The outbox row is dropped when the bus has it.
    OutboxDroppedAtBusAck,
    /// A repeated acceptance is answered with a void.
    RepeatAnsweredWithVoid,
    /// No durable inbox, and repeats are not fenced by the epoch.
    NoInboxNoFence,
    /// A restored node works on at once.
    RestoredWithoutRejoin,
    /// A restored node numbers its offers as if nothing had been lost.
    EpochsReused,
    /// The rejoin brings the state back, but not the outbox.
    RejoinWithoutOutbox,
    /// A refusal ends whatever offer is outstanding.
    DeclineIgnoresEpoch,
    /// The centre may decline an escalation.
    CentreMayDecline,
    /// An expired offer is taken as gone.
    ExpiryDropsHolding,
    /// A delegated dispute is back as soon as the result is reported.
    ReturnWithoutConfirm,
    /// Two declines force nothing.
    DesignationNotForced,
}

const BANK: [Mutant; 13] = [
    Mutant::ReceiverMovesCustody,
    Mutant::NoTombstone,
    Mutant::OutboxDroppedAtBusAck,
    Mutant::RepeatAnsweredWithVoid,
    Mutant::NoInboxNoFence,
    Mutant::RestoredWithoutRejoin,
    Mutant::EpochsReused,
    Mutant::RejoinWithoutOutbox,
    Mutant::DeclineIgnoresEpoch,
    Mutant::CentreMayDecline,
    Mutant::ExpiryDropsHolding,
    Mutant::ReturnWithoutConfirm,
    Mutant::DesignationNotForced,
];

/// The step as the fault has it.
pub fn mutated(
    mutant: Option<Mutant>,
    desk: &Desk,
    input: &Input,
    ctx: &Ctx,
) -> Result<Step, Refusal> {
    let Some(mutant) = mutant else { return step(desk, input, ctx) };
    let (mut before, mut changed) = (desk.clone(), input.clone());
    bend_before(mutant, &mut before, &mut changed);
    let mut after = step(&before, &changed, ctx)?;
    bend_after(mutant, desk, input, &mut after);
    Ok(after)
}

fn bend_before(mutant: Mutant, desk: &mut Desk, input: &mut Input) {
    match (mutant, input) {
        (Mutant::DeclineIgnoresEpoch, Input::Received { from, message }) => {
            if let (Message::Declined { epoch, .. }, Some((to, offer))) =
                (message, desk.outstanding())
                && to == *from
            {
                *epoch = offer.epoch;
            }
        }
        (Mutant::CentreMayDecline, Input::Decline { .. }) => {
            if let Some(pending) = &mut desk.pending {
                pending.offer.mode = Mode::Transfer;
            }
        }
        (
            Mutant::NoInboxNoFence,
            Input::Received { from, message: Message::Confirmed { epoch, .. } },
        ) => {
            let duty = desk.duties.last().filter(|duty| duty.epoch == *epoch && duty.to == *from);
            if let (Some(duty), None) = (duty, &desk.tentative) {
                let offer = crate::Offer { mode: duty.mode, ..crate::Offer::blank(*epoch) };
                desk.tentative = Some(Tentative { from: *from, offer, at: Moment(0) });
            }
        }
        _ => {}
    }
}

fn bend_after(mutant: Mutant, before: &Desk, input: &Input, after: &mut Step) {
    match (mutant, input) {
        (Mutant::ReceiverMovesCustody, Input::Accept { epoch }) => {
            after.desk.custody = Custody::Holder { epoch: *epoch };
            after.desk.tentative = None;
        }
        (Mutant::NoTombstone, Input::Received { message: Message::Voided { .. }, .. }) => {
            after.desk.voided = before.voided.clone();
        }
        (
            Mutant::RepeatAnsweredWithVoid,
            Input::Received { message: Message::Accepted { epoch }, .. },
        ) if before.handed.contains_key(epoch) => {
            for effect in &mut after.effects {
                if let Effect::Send { message, .. } = effect {
                    *message = Message::Voided { epoch: *epoch, reason: VoidReason::Superseded };
                }
            }
        }
        (Mutant::EpochsReused, Input::Rejoin { .. }) => {
            after.desk.mark = before.mark;
            after.desk.incarnation = 0;
            if let Custody::Holder { .. } = after.desk.custody {
                after.desk.custody = Custody::Holder { epoch: before.mark };
            }
        }
        (Mutant::RejoinWithoutOutbox, Input::Rejoin { .. }) => {
            after.effects.retain(|effect| !matches!(effect, Effect::Send { .. }));
        }
        (Mutant::ExpiryDropsHolding, Input::DeadlinePassed { .. }) => {
            if let Custody::Offered { to, offer } = &before.custody {
                let (epoch, to, mode) = (offer.epoch, *to, offer.mode);
                after.desk.custody = Custody::Passed { epoch, to, mode };
            }
        }
        (Mutant::ReturnWithoutConfirm, Input::Report { .. }) => {
            if let Custody::Offered { to, offer } = &after.desk.custody {
                let (epoch, to, mode) = (offer.epoch, *to, offer.mode);
                after.desk.custody = Custody::Passed { epoch, to, mode };
            }
        }
        (
            Mutant::DesignationNotForced,
            Input::Received { message: Message::Declined { .. }, .. },
        ) => {
            after.desk.asked = None;
            let asks = |message: &Message| matches!(message, Message::DesignationRequested { .. });
            after.effects.retain(|e| !matches!(e, Effect::Send { message, .. } if asks(message)));
        }
        _ => {}
    }
}

/// The bounds within which the fault must show.
fn plan(mutant: Mutant) -> Plan {
    let plan = Plan { mutant: Some(mutant), repeats: false, ..PLAN };
    match mutant {
        Mutant::ReceiverMovesCustody | Mutant::NoTombstone | Mutant::ExpiryDropsHolding => plan,
        Mutant::OutboxDroppedAtBusAck => Plan { bus: true, losses: 1, receipts: false, ..plan },
        Mutant::RepeatAnsweredWithVoid => Plan { inbox: false, repeats: true, ..plan },
        Mutant::NoInboxNoFence => Plan { inbox: false, repeats: true, ..plan },
        Mutant::RestoredWithoutRejoin => Plan { restores: 1, rejoins: false, ..plan },
        Mutant::EpochsReused => {
            Plan { restores: 1, recalls: true, modes: &[Mode::Escalate], ..plan }
        }
        Mutant::RejoinWithoutOutbox => {
            Plan { restores: 1, bus: true, losses: 1, modes: &[Mode::Escalate], ..plan }
        }
        Mutant::DeclineIgnoresEpoch => Plan { offers: 3, recalls: true, ..plan },
        Mutant::CentreMayDecline => Plan { modes: &[Mode::Escalate], ..plan },
        Mutant::ReturnWithoutConfirm => Plan { modes: &[Mode::Delegate], ..plan },
        Mutant::DesignationNotForced => Plan { offers: 3, ..plan },
    }
}

#[test]
fn every_planted_fault_is_found() {
    let mut found = 0;
    for mutant in BANK {
        let plan = plan(mutant);
        let walk = explore(&plan, 150_000);
        match &walk.fault {
            Some((law, way)) => {
                println!("{mutant:?}: {law}, {} steps, {} worlds", way.len(), walk.worlds);
                found += 1;
            }
            None => match first_fault(&plan, 0..3_000) {
                Some(fault) => {
                    println!("{mutant:?}: {} at seed {}", fault.law, fault.seed);
                    found += 1;
                }
                None => println!("{mutant:?}: NOT FOUND in {} worlds", walk.worlds),
            },
        }
    }
    println!("faults found: {found} of {}", BANK.len());
    assert_eq!(found, BANK.len());
}

/// The bounds alone break nothing: what was found above is the fault.
#[test]
fn the_same_bounds_without_the_fault_are_clean() {
    for mutant in BANK {
        let sound = Plan { mutant: None, receipts: true, rejoins: true, ..plan(mutant) };
        let walk = explore(&sound, 4_000);
        assert!(walk.fault.is_none(), "{mutant:?}: {:?}", walk.fault);
    }
}
