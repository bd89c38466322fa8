//! The mediator's requests about times, parsed once.

use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::people_mediation::{Command, Slot};
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiff::civil::Time;

use super::{parts, verb};

verb!(offer_slots, OfferSlotsRequest, |m, fields| {
    let mut slots = Vec::new();
    for (no, slot) in m.slots.iter().enumerate() {
        slots.push(self::slot(&mut fields, no, slot));
    }
    Command::OfferSlots { slots: slots.into_iter().collect::<Option<_>>()? }
});
verb!(choose_slots, ChooseSlotsRequest, |m, fields| {
    Command::ChooseSlots { party: m.party, picked: m.picked.iter().copied().collect() }
});

fn slot(fields: &mut Fields, no: usize, m: &pb::Slot) -> Option<Slot> {
    let mut own = Fields::new();
    let set = parts::planned(&mut own, m.on.as_ref(), &m.place, &m.mode);
    let at = Time::strptime("%H:%M", m.at.trim()).ok();
    if at.is_none() {
        own.fault("at", "应为 时:分，如 14:30 (must be hour:minute)");
    }
    let made = set.zip(at).map(|((on, place, mode), at)| Slot { on, at, place, mode });
    match own.done(made) {
        Ok(slot) => Some(slot),
        Err(jiefen_ledger::Error::Invalid(faults)) => {
            for fault in faults {
                fields.fault(format!("slots[{no}].{}", fault.field), fault.problem);
            }
            None
        }
        Err(_) => None,
    }
}
