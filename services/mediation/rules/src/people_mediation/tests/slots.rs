//! The day of a session is found with the parties.

use jiefen_vocab::Flag;

use super::*;
use crate::people_mediation::Slot;

const D: DisputeKind = DisputeKind::ContractDebt;

fn offers(slots: Vec<Slot>) -> Command {
    Command::OfferSlots { slots }
}

fn picks(party: u32, picked: &[u32]) -> Command {
    Command::ChooseSlots { party, picked: picked.iter().copied().collect() }
}

#[test]
fn the_first_time_that_suits_everybody_is_set_with_the_last_answer() {
    let mut case = Case::accepted(D, "2026-09-01");
    case.give("2026-09-02", offers(slots()));
    case.give("2026-09-02", picks(1, &[2, 1]));
    assert_eq!(case.state().planned, None, "the other side has not answered");
    let kept = crate::Case::PeopleMediation(case.state().clone());
    let text = serde_json::to_string(&kept).unwrap();
    assert_eq!(serde_json::from_str::<crate::Case>(&text).unwrap(), kept, "it reads back");
    case.give("2026-09-03", picks(2, &[2]));
    let planned = case.state().planned.as_ref().unwrap();
    assert_eq!((planned.no, planned.on), (1, day("2026-09-20")));
    assert_eq!(planned.place, "14:30 金贵镇调委会");
    case.refused("2026-09-03", picks(1, &[1]), "NO_SLOTS");
}

#[test]
fn an_answer_may_be_changed_and_without_a_common_time_nothing_is_set() {
    let mut case = Case::accepted(D, "2026-09-01");
    case.give("2026-09-02", offers(slots()));
    case.give("2026-09-02", picks(1, &[1]));
    case.give("2026-09-02", picks(2, &[2]));
    assert_eq!(case.state().planned, None);
    case.give("2026-09-03", picks(1, &[]));
    assert_eq!(case.state().planned, None, "none of them suits");
    case.give("2026-09-04", picks(1, &[1, 2]));
    assert_eq!(case.state().planned.as_ref().unwrap().place, "14:30 金贵镇调委会");
}

#[test]
fn times_offered_anew_ask_everybody_again() {
    let mut case = Case::accepted(D, "2026-09-01");
    case.give("2026-09-02", offers(slots()));
    case.give("2026-09-02", picks(1, &[1]));
    case.give("2026-09-03", offers(slots()));
    assert!(case.state().slots.as_ref().unwrap().answers.is_empty());
}

#[test]
fn what_cannot_be_offered_or_picked_is_refused() {
    let mut case = Case::accepted(D, "2026-09-01");
    let on = "2026-09-02";
    case.refused(on, picks(1, &[1]), "NO_SLOTS");
    case.refused(on, offers(Vec::new()), "SLOTS_WANTED");
    case.refused(on, offers([slots(), slots(), slots(), slots()].concat()), "SLOTS_WANTED");
    case.refused(on, offers([slots(), slots()].concat()), "SLOT_TWICE");
    case.refused("2026-09-21", offers(slots()), "SESSION_IN_PAST");
    let late = slots().into_iter().map(|slot| Slot { on: day("2026-12-01"), ..slot });
    case.refused(on, offers(late.collect()), "PAST_TERM");
    case.give(on, offers(slots()));
    case.refused(on, picks(9, &[1]), "NO_SUCH_PARTY");
    case.refused(on, picks(1, &[3]), "NO_SUCH_SLOT");
    case.refused(on, picks(1, &[0]), "NO_SUCH_SLOT");
    case.refused("2026-09-21", picks(1, &[1]), "SESSION_IN_PAST");
    case.state.as_mut().unwrap().brief.flags.insert(Flag::SafetyAlert);
    let together = slots().into_iter().map(|slot| Slot { mode: Mode::Together, ..slot });
    case.refused(on, offers(together.collect()), "FACE_TO_FACE");
}
