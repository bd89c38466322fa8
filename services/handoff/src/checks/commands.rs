//! Every refusal, as a sentence: who tries what, on which desk.

use std::collections::BTreeSet;

use jiefen_vocab::{FactId, Moment, Outcome};

use super::states::*;
use super::world::{BRIEF, DUE};
use crate::{Binding, Cause, Ground, Input, Message, Mode, Offer, Refusal, step};

const GROUND: Ground = Ground::NoConsent;

fn accept(n: u32) -> Input {
    Input::Accept { epoch: epoch(n) }
}

fn decline(n: u32) -> Input {
    Input::Decline { epoch: epoch(n), ground: GROUND, proposal: None }
}

fn object(n: u32) -> Input {
    Input::Object { epoch: epoch(n), ground: GROUND, proposal: None }
}

fn recall(n: u32) -> Input {
    Input::Recall { epoch: epoch(n) }
}

fn report() -> Input {
    Input::Report { outcome: Outcome::Agreed, brief: BRIEF }
}

fn designate(mode: Mode) -> Input {
    let (to, due, brief, co_units) = (third(), DUE, BRIEF, BTreeSet::new());
    Input::Designate { to, mode, due, brief, co_units, result_due: None }
}

fn bound(binding: Binding) -> Story {
    let offer = Offer { binding, ..offered(2, Mode::Transfer) };
    nothing().hears(they(), Message::Offered(offer))
}

fn finish() -> Input {
    Input::FinishTask { task: TASK, outcome: Outcome::Performed }
}

fn give(to: jiefen_vocab::Agency) -> Input {
    Input::GiveTask { task: TASK, to, due: DUE }
}

/// A centre that was asked, designated, and hears the objection.
fn objected_to() -> Story {
    let offer = Offer { binding: Binding::Designated, ..offered(2, Mode::Transfer) };
    let cause = Cause::Objection { by: third(), ground: GROUND, offer };
    let (epoch, brief, proposal) = (epoch(2), BRIEF, None);
    nothing().hears(they(), Message::DesignationRequested { epoch, brief, cause, proposal })
}

type Case = (&'static str, Story, Input, Refusal);

fn of_holding() -> Vec<Case> {
    use Mode::Transfer;
    use Refusal as R;
    let ask = Input::RequestDesignation { proposal: None, brief: BRIEF };
    let restored = holder().then(&Input::Restored { incarnation: 1 });
    vec![
        ("a restored desk does nothing", restored, ask.clone(), R::Quarantined),
        (
            "only a restored desk rejoins",
            holder(),
            Input::Rejoin { evidence: vec![] },
            R::NotQuarantined,
        ),
        ("a dispute opens once", holder(), Input::Open, R::AlreadyKnown),
        ("a dispute on the desk is not opened", asked(Transfer), Input::Open, R::AlreadyKnown),
        ("who never held cannot offer", nothing(), offer_to(they(), Transfer), R::NotHolder),
        (
            "who has passed it cannot offer",
            passed(Transfer),
            offer_to(they(), Transfer),
            R::NotHolder,
        ),
        ("an unconfirmed acceptance is no holding", awaiting(Transfer), report(), R::NotHolder),
        ("a helper gives no tasks", helping(), give(they()), R::NotHolder),
        ("an older offer is not recalled", offering(Transfer), recall(1), R::OldEpoch),
        ("what was shown is over", asked(Transfer), accept(1), R::OldEpoch),
    ]
}

fn of_offers() -> Vec<Case> {
    use Mode::{Delegate, Escalate, Lead, Return, Transfer};
    use Refusal as R;
    let lead = Input::Offer {
        to: they(),
        mode: Lead,
        due: DUE,
        brief: BRIEF,
        co_units: [they()].into(),
        result_due: None,
    };
    let designated_offer = seeking().hears(centre(), designated(1, third(), false));
    vec![
        (
            "one offer at a time",
            offering(Transfer),
            offer_to(third(), Transfer),
            R::OfferOutstanding,
        ),
        ("no result while an offer is out", offering(Transfer), report(), R::OfferOutstanding),
        ("nothing to recall", holder(), recall(1), R::NoOfferOutstanding),
        ("a return is not recalled", given(Delegate).then(&report()), recall(3), R::ReturnStands),
        ("a designation is not recalled", designated_offer, recall(2), R::DesignationStands),
        (
            "the deadline has not come",
            offering(Transfer),
            Input::DeadlinePassed { epoch: epoch(2) },
            R::NotYetDue,
        ),
        ("not to oneself", holder(), offer_to(us(), Transfer), R::ToSelf),
        ("no task to oneself", holder(), give(us()), R::ToSelf),
        ("a peer is no superior", holder(), offer_to(they(), Escalate), R::NotSuperior),
        ("a return is not chosen", holder(), offer_to(they(), Return), R::ModeNotOpen),
        (
            "an escalation is not designated",
            nothing().hears(they(), request(2)),
            designate(Escalate),
            R::ModeNotOpen,
        ),
        ("a lead is not its own co-unit", holder(), lead, R::CoUnitsMismatch),
        (
            "a lead needs co-units",
            nothing().hears(they(), request(2)),
            designate(Lead),
            R::CoUnitsMismatch,
        ),
    ]
}

fn of_answers() -> Vec<Case> {
    use Mode::{Escalate, Transfer};
    use Refusal as R;
    let wrong = Input::Decline { epoch: epoch(2), ground: Ground::NotCompetent, proposal: None };
    vec![
        ("no recall after acceptance", passed(Transfer), recall(2), R::AlreadyAccepted),
        ("nothing to accept", nothing(), accept(2), R::NothingToAnswer),
        ("accepted is accepted", awaiting(Transfer), decline(2), R::AlreadyAccepted),
        ("held is accepted", given(Transfer), accept(2), R::AlreadyAccepted),
        (
            "one acceptance at a time",
            awaiting(Transfer).hears(third(), Message::Offered(offered(3, Transfer))),
            accept(3),
            R::AwaitingConfirm,
        ),
        ("an escalation is not declined", asked(Escalate), decline(2), R::CannotDecline),
        ("a designation is not declined", bound(Binding::Designated), decline(2), R::ObjectInstead),
        ("a free offer is not objected to", asked(Transfer), object(2), R::NotDesignated),
        (
            "a final designation is not declined",
            bound(Binding::Final),
            decline(2),
            R::DesignationFinal,
        ),
        (
            "a final designation is not objected to",
            bound(Binding::Final),
            object(2),
            R::DesignationFinal,
        ),
        ("not competent: then who is", asked(Transfer), wrong, R::ProposalNeeded),
    ]
}

fn of_designations() -> Vec<Case> {
    use Mode::Transfer;
    use Refusal as R;
    let ask = Input::RequestDesignation { proposal: None, brief: BRIEF };
    let confirm = Input::ConfirmDesignation { due: DUE };
    vec![
        (
            "the centre's answer comes first",
            seeking(),
            offer_to(they(), Transfer),
            R::DesignationPending,
        ),
        ("the centre is asked once", seeking(), ask.clone(), R::DesignationPending),
        ("nobody waits for a designation", holder(), designate(Transfer), R::NothingToDesignate),
        (
            "nobody has objected",
            nothing().hears(they(), request(2)),
            confirm.clone(),
            R::NothingToConfirm,
        ),
        ("no request, no confirmation", holder(), confirm, R::NothingToConfirm),
        ("named again is confirmed", objected_to(), designate(Transfer), R::ConfirmInstead),
    ]
}

fn of_work() -> Vec<Case> {
    use Mode::{Assist, Delegate, Lead, Transfer};
    use Refusal as R;
    let back = Input::ReturnBack { ground: Ground::Unresolved, brief: BRIEF };
    let reported = given(Transfer).then(&report());
    let withdrawn = helped().then(&Input::WithdrawTask { task: TASK });
    vec![
        (
            "delegated is not given away",
            given(Delegate),
            offer_to(third(), Transfer),
            R::MustReturn,
        ),
        ("delegated is not led elsewhere", given(Delegate), offer_to(they(), Lead), R::MustReturn),
        ("not delegated, no way back", given(Transfer), back, R::NothingToReturn),
        ("a result is reported once", reported, report(), R::AlreadyReported),
        (
            "no result to acknowledge",
            passed(Transfer),
            Input::Acknowledge { epoch: epoch(2) },
            R::NothingToAcknowledge,
        ),
        ("an unknown task", holder(), finish(), R::UnknownTask),
        ("a task is finished once", helping().then(&finish()), finish(), R::TaskClosed),
        ("a task is withdrawn once", withdrawn, Input::WithdrawTask { task: TASK }, R::TaskClosed),
        ("a task is given once", helped(), give(they()), R::TaskExists),
        (
            "assistance is a task, given once",
            helped_by_brief(),
            offer_to(they(), Assist),
            R::TaskExists,
        ),
    ]
}

fn cases() -> Vec<Case> {
    [of_holding(), of_offers(), of_answers(), of_designations(), of_work()].concat()
}

fn helped_by_brief() -> Story {
    holder().then(&offer_to(they(), Mode::Assist))
}

#[test]
fn refusals_read_like_sentences() {
    for (sentence, story, input, refusal) in cases() {
        assert_eq!(story.tried(&input), Err(refusal), "{sentence}");
    }
}

#[test]
fn every_refusal_has_its_sentence() {
    let mut seen: BTreeSet<Refusal> = cases().into_iter().map(|case| case.3).collect();
    let top = crate::Ctx { centre: None, ..at(Moment(0)) };
    let ask = Input::RequestDesignation { proposal: None, brief: BRIEF };
    assert_eq!(step(&holder().0, &ask, &top), Err(Refusal::NoCentre));
    seen.insert(Refusal::NoCentre);
    let missing: Vec<_> = Refusal::ALL.iter().filter(|r| !seen.contains(r)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_refusal_says_what_why_and_what_instead() {
    let mut codes = BTreeSet::new();
    for (place, refusal) in Refusal::ALL.into_iter().enumerate() {
        assert_eq!(place, refusal as usize);
        let plain = refusal.code().replace('_', "").to_lowercase();
        assert_eq!(plain, format!("{refusal:?}").to_lowercase());
        assert!(codes.insert(refusal.code()));
        for text in [refusal.zh(), refusal.basis(), refusal.instead()] {
            assert!(text.chars().any(|c| ('一'..='龥').contains(&c)), "{text}");
        }
        assert!(refusal.en().is_ascii() && refusal.to_string().starts_with(refusal.zh()));
    }
}

#[test]
fn codes_are_those_of_the_stored_form() {
    for mode in Mode::ALL {
        assert_eq!(serde_json::to_string(&mode).unwrap(), format!("\"{}\"", mode.code()));
        assert!(!mode.zh().is_empty());
    }
    for ground in Ground::ALL {
        assert_eq!(serde_json::to_string(&ground).unwrap(), format!("\"{}\"", ground.code()));
        assert!(!ground.zh().is_empty());
    }
    let task = FactId::from_bits(1);
    assert_eq!(Message::TaskWithdrawn { task }.code(), "task_withdrawn");
    assert_eq!(Message::TaskWithdrawn { task }.epoch(), None);
}
