//! Longer stories: the scenarios of the domain, and what random walks once found.

use jiefen_vocab::{FactId, Outcome};
use proptest::prelude::*;

use super::states::*;
use super::world::{BRIEF, DUE};
use crate::{
    Binding, Custody, Effect, Epoch, Evidence, Ground, Input, Message, Mode, Offer, Responsible,
    TaskState, VoidReason, step,
};

fn heard(from: jiefen_vocab::Agency, message: Message) -> Evidence {
    Evidence { from, to: us(), message }
}

fn said(to: jiefen_vocab::Agency, message: Message) -> Evidence {
    Evidence { from: us(), to, message }
}

fn rejoin(story: Story, evidence: Vec<Evidence>) -> Story {
    story.then(&Input::Restored { incarnation: 1 }).then(&Input::Rejoin { evidence })
}

/// S13: the wrong door holds until the designated unit has accepted.
#[test]
fn the_first_asked_holds_until_the_designated_unit_accepts() {
    let story = seeking().hears(centre(), designated(1, third(), false));
    assert!(story.0.holds());
    assert_eq!(story.0.outstanding().unwrap().1.binding, Binding::Designated);
    let story = story.hears(third(), objected(2));
    assert!(story.0.holds() && story.0.asked.is_some());
    let story = story.hears(centre(), designated(2, third(), true));
    assert_eq!(story.0.outstanding().unwrap().1.binding, Binding::Final);
    let step = story.tried(&Input::Received { from: third(), message: objected(3) }).unwrap();
    assert_eq!(words(&step.effects), "ignored NotDeclinable");
    let story = story.hears(third(), Message::Accepted { epoch: epoch(3) });
    assert_eq!(story.0.effective(), Responsible::There(third()));
}

/// S18: the offer comes twice, one acceptance results; a recall after it is refused.
#[test]
fn a_repeated_offer_has_one_acceptance() {
    let story = asked(Mode::Transfer).hears(they(), Message::Offered(offered(2, Mode::Transfer)));
    assert_eq!(story.0, asked(Mode::Transfer).0);
    let again = Message::Offered(offered(2, Mode::Transfer));
    let awaiting = awaiting(Mode::Transfer);
    let step = awaiting.tried(&Input::Received { from: they(), message: again }).unwrap();
    assert_eq!(words(&step.effects), "sends accepted, ignored Known");
    assert_eq!(awaiting.0.effective(), Responsible::Awaiting { from: they() });
}

#[test]
fn two_declines_force_a_designation() {
    let story = offering(Mode::Transfer).hears(they(), declined(2));
    assert!(!story.0.awaits_designation(us()));
    let story = story.then(&offer_to(they(), Mode::Transfer));
    let step = story.tried(&Input::Received { from: they(), message: declined(3) }).unwrap();
    assert_eq!(
        words(&step.effects),
        "tells Declined, tells DesignationForced, sends designation_requested"
    );
    assert!(step.desk.holds());
}

#[test]
fn an_expired_offer_leaves_responsibility_here_and_tells_the_centre() {
    let story = offering(Mode::Transfer);
    let fired = Input::DeadlinePassed { epoch: epoch(2) };
    let step = step(&story.0, &fired, &at(DUE)).unwrap();
    assert_eq!(
        words(&step.effects),
        "sends voided, tells Expired, sends expiry_notice, tells DesignationForced, \
         sends designation_requested"
    );
    assert!(step.desk.holds());
    let late = Story(step.desk).tried(&fired).unwrap();
    assert_eq!(words(&late.effects), "ignored Stale");
    let escalated = offering(Mode::Escalate);
    let overdue = crate::step(&escalated.0, &fired, &at(DUE)).unwrap();
    assert_eq!(words(&overdue.effects), "tells Overdue");
    assert_eq!(overdue.desk, escalated.0);
}

#[test]
fn a_delegated_dispute_comes_back_by_a_new_offer() {
    let story = given(Mode::Delegate);
    assert_eq!(story.0.goes_back_to(), Some(they()));
    let step = story.tried(&Input::Report { outcome: Outcome::Agreed, brief: BRIEF }).unwrap();
    assert_eq!(words(&step.effects), "sends result_reported, sends result_reported, sends offered");
    assert!(step.desk.holds());
    let returned = Message::Accepted { epoch: epoch(3) };
    let story = Story(step.desk).hears(they(), returned);
    assert_eq!(story.0.effective(), Responsible::There(they()));
    assert!(story.0.duties.is_empty());
}

#[test]
fn the_giver_takes_back_by_itself() {
    let back = Message::Offered(Offer { due: None, ..offered(3, Mode::Return) });
    let story = passed(Mode::Delegate).hears(they(), result(2));
    let step = story.tried(&Input::Received { from: they(), message: back.clone() }).unwrap();
    assert_eq!(words(&step.effects), "tells OfferSeen, sends accepted");
    let mode = Mode::Return;
    let story = Story(step.desk).hears(they(), Message::Confirmed { epoch: epoch(3), mode });
    assert!(story.0.holds());
    assert!(story.0.handed[&epoch(2)].result == Some(Outcome::Agreed));
    let story = story.then(&Input::Acknowledge { epoch: epoch(2) });
    assert!(story.0.handed[&epoch(2)].acknowledged);
}

#[test]
fn a_lead_gives_its_co_units_tasks() {
    let offer = Offer { co_units: [third(), they()].into(), ..offered(2, Mode::Lead) };
    let story = nothing().hears(they(), Message::Offered(offer));
    let story = story.then(&Input::Accept { epoch: epoch(2) });
    let mode = Mode::Lead;
    let story = story.hears(they(), Message::Confirmed { epoch: epoch(2), mode });
    assert_eq!(story.0.participants(), [they(), third()].into());
}

#[test]
fn a_participant_works_on_its_task_only() {
    let story = helping();
    assert!(story.0.may_act(TASK) && story.0.participates() && !story.0.holds());
    assert!(!story.0.may_act(FactId::from_bits(1)));
    let story = nothing().hears(they(), Message::TaskWithdrawn { task: TASK });
    let given = Message::TaskGiven { task: TASK, epoch: epoch(1), due: DUE };
    let story = story.hears(they(), given);
    assert_eq!(story.0.tasks[&TASK].state, TaskState::Withdrawn);
    assert!(!story.0.participates());
}

#[test]
fn a_void_that_overtakes_its_offer_leaves_a_tombstone() {
    let reason = VoidReason::Recalled;
    let story = nothing().hears(they(), Message::Voided { epoch: epoch(2), reason });
    let story = story.hears(they(), Message::Offered(offered(2, Mode::Transfer)));
    assert_eq!(story.0.pending, None);
}

/// Found by the exhaustive walk: keeping has an epoch of its own, or the next request is answered with
/// the last designation.
#[test]
fn being_told_to_keep_it_is_a_new_epoch() {
    let story = seeking().hears(centre(), designated(1, us(), false));
    assert_eq!(story.0.custody, Custody::Holder { epoch: epoch(2) });
}

/// Found by a random walk: a later offer that nobody received still ended the earlier one.
#[test]
fn a_void_of_an_offer_nobody_saw_ends_the_one_before() {
    let offer = Message::Offered(offered(2, Mode::Transfer));
    let void = Message::Voided { epoch: epoch(3), reason: VoidReason::Expired };
    let accepted = Message::Accepted { epoch: epoch(2) };
    let story =
        rejoin(holder(), vec![said(they(), offer), said(third(), void), heard(they(), accepted)]);
    assert_eq!(story.0.custody, Custody::Holder { epoch: epoch(3) });
}

/// Found by a random walk: the backup knows the void; the old acceptance comes back after it.
#[test]
fn a_tombstone_in_the_backup_outlives_an_old_acceptance() {
    let reason = VoidReason::Recalled;
    let story = awaiting(Mode::Transfer).hears(they(), Message::Voided { epoch: epoch(2), reason });
    let story = rejoin(story, vec![said(they(), Message::Accepted { epoch: epoch(2) })]);
    assert_eq!(story.0.tentative, None);
}

/// Found by a random walk: the offer is only in the backup, the acceptance only in the stream.
#[test]
fn an_acceptance_without_its_offer_is_still_ours() {
    let accepted = said(they(), Message::Accepted { epoch: epoch(2) });
    for story in [asked(Mode::Delegate), nothing()] {
        let story = rejoin(story, vec![accepted.clone()]);
        let mode = Mode::Delegate;
        let story = story.hears(they(), Message::Confirmed { epoch: epoch(2), mode });
        assert!(story.0.holds());
        assert_eq!(story.0.goes_back_to(), Some(they()));
    }
}

#[test]
fn a_rejoined_node_says_again_what_it_said_and_numbers_anew() {
    let offer = Message::Offered(offered(2, Mode::Escalate));
    let story = holder().then(&Input::Restored { incarnation: 1 });
    assert_eq!(story.0.effective(), Responsible::Unknown);
    let evidence = vec![said(centre(), offer.clone())];
    let step = story.tried(&Input::Rejoin { evidence }).unwrap();
    assert!(step.effects.contains(&Effect::Send { to: centre(), message: offer }));
    let story = Story(step.desk).then(&Input::Recall { epoch: epoch(2) });
    let story = story.then(&offer_to(they(), Mode::Transfer));
    assert_eq!(story.0.custody.epoch(), Epoch::new(1, 3));
}

fn any_input() -> impl Strategy<Value = Input> {
    let epochs = (0u32..2, 0u32..5).prop_map(|(i, n)| Epoch::new(i, n));
    (0usize..34, epochs, 0usize..4, 0usize..6).prop_map(|(kind, epoch, who, mode)| {
        let (agency, mode) = (super::world::agency(who), Mode::ALL[mode]);
        let ground = Ground::NoConsent;
        let (proposal, brief, task) = (None, BRIEF, TASK);
        let (outcome, due) = (Outcome::Agreed, DUE);
        let offer = Offer { mode, brief, due: Some(due), ..Offer::blank(epoch) };
        let message = match kind {
            0 => Message::Offered(offer),
            1 => Message::Accepted { epoch },
            2 => Message::Declined { epoch, ground, proposal },
            3 => Message::Objected { epoch, ground, proposal },
            4 => Message::Confirmed { epoch, mode },
            5 => Message::Voided { epoch, reason: VoidReason::Expired },
            6 => result(epoch.n),
            7 => request(epoch.n),
            8 => designated(epoch.n, agency, who == 1),
            9 => Message::TaskGiven { task, epoch, due },
            10 => Message::TaskDone { task, outcome },
            11 => Message::TaskWithdrawn { task },
            12 => return Input::Open,
            13 => return offer_to(agency, mode),
            14 => return Input::Accept { epoch },
            15 => return Input::Decline { epoch, ground, proposal },
            16 => return Input::Object { epoch, ground, proposal },
            17 => return Input::Recall { epoch },
            18 => return Input::DeadlinePassed { epoch },
            19 => return Input::Progress { track: None, next: None },
            20 => return Input::Report { outcome, brief },
            21 => return Input::ReturnBack { ground, brief },
            22 => return Input::Acknowledge { epoch },
            23 => return Input::RequestDesignation { proposal, brief },
            24 => return Input::ConfirmDesignation { due },
            25 => return Input::GiveTask { task, to: agency, due },
            26 => return Input::FinishTask { task, outcome },
            27 => return Input::DeclineTask { task, ground, proposal },
            28 => return Input::WithdrawTask { task },
            29 => return Input::Restored { incarnation: u32::MAX },
            30 => Message::ResultAcknowledged { epoch: Epoch::new(u32::MAX, u32::MAX) },
            31 => Message::Offered(Offer::blank(Epoch::new(u32::MAX, u32::MAX))),
            _ => {
                let evidence = vec![
                    said(agency, Message::Offered(offer)),
                    heard(agency, Message::Accepted { epoch }),
                    said(agency, Message::Confirmed { epoch, mode }),
                ];
                return Input::Rejoin { evidence };
            }
        };
        Input::Received { from: agency, message }
    })
}

proptest! {
    #[test]
    fn no_sequence_of_inputs_panics(inputs in prop::collection::vec(any_input(), 1..60)) {
        let mut story = Story::default();
        for input in inputs {
            let message = matches!(input, Input::Received { .. });
            match step(&story.0, &input, &at(DUE)) {
                Ok(step) => story = Story(step.desk),
                Err(refusal) => prop_assert!(!message, "{refusal}"),
            }
            let stored = serde_json::to_string(&story.0).unwrap();
            prop_assert_eq!(&serde_json::from_str::<crate::Desk>(&stored).unwrap(), &story.0);
        }
    }
}
