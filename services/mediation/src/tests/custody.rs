//! What facts mean for custody, wherever the dispute is.

use jiefen_handoff::{Custody, Desk, Duty, Epoch, Ground, Input, Mode};
use jiefen_ledger::wire::{brief_from, brief_to};
use jiefen_ledger::{Error, Told};
use jiefen_mediation_rules::matter::{self, Fact as Matter, Proposal};
use jiefen_mediation_rules::people_mediation::{Beginning, Ending, Fact as People};
use jiefen_mediation_rules::{Case, Fact, Law as Rules};
use jiefen_procedure::matrix::{Circumstance, Standing};
use jiefen_procedure::{Actor, Circumstances, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::{DisputeKind, FactId, Moment, Outcome, Role, TrackKind};

use super::{TODAY, brief};
use crate::custody::custody;
use crate::{Kind, case_id};

fn opened() -> People {
    let file = Box::new(brief(1, TrackKind::PeopleMediation));
    People::Opened { brief: file, by: Beginning::HandOff, on: TODAY }
}

fn held(mode: Mode, reported: Option<Outcome>) -> Desk {
    let epoch = Epoch::new(0, 2);
    let to = "640122.centre".parse().unwrap();
    let duties = vec![Duty { to, epoch, mode, reported }];
    Desk { custody: Custody::Holder { epoch }, mark: epoch, duties, ..Desk::default() }
}

fn inputs(fact: impl Into<Fact>, desk: &Desk) -> Vec<Input> {
    let case: Case = Rules::evolve(None, &opened().into()).unwrap();
    let agency = "640122.village_mediation".parse().unwrap();
    let actor = Actor { agency, person: "m".to_owned(), role: Role::Mediator };
    let now = Moment::from_local(TODAY.at(9, 0, 0, 0));
    let dispute = brief(1, TrackKind::PeopleMediation).dispute;
    let told = Told {
        id: FactId::from_bits(5),
        case: case_id(dispute, Kind::PeopleMediation, 1),
        version: 1,
        dispute: Some(dispute),
        agency,
        desk,
        ctx: &Circumstances { now, actor: &actor, law: Law::shipped() },
    };
    custody(&told, &fact.into(), &case)
}

fn ended(ending: Ending) -> People {
    People::Ended { ending, on: TODAY, open: vec![], kind: DisputeKind::Neighbour, track: None }
}

fn progress() -> Vec<Input> {
    vec![Input::Progress { track: Some(TrackKind::PeopleMediation), next: None }]
}

fn report(outcome: Outcome) -> Vec<Input> {
    vec![Input::Report { outcome, brief: FactId::from_bits(5) }]
}

#[test]
fn a_case_begins_on_a_dispute_held_here_or_with_one_that_begins_here() {
    assert_eq!(inputs(opened(), &Desk::default()), [Input::Open]);
    assert_eq!(inputs(opened(), &held(Mode::Transfer, None)), progress());
}

#[test]
fn the_result_is_reported_once_and_performance_is_progress() {
    let desk = held(Mode::Transfer, None);
    assert_eq!(inputs(ended(Ending::Failed), &desk), report(Outcome::Failed));
    assert_eq!(inputs(ended(Ending::Performed), &desk), progress());
    let desk = held(Mode::Transfer, Some(Outcome::Agreed));
    assert_eq!(inputs(ended(Ending::Failed), &desk), progress());
}

#[test]
fn a_fact_here_waits_for_nobody_when_the_dispute_is_elsewhere() {
    let elsewhere = Desk { custody: Custody::None, ..held(Mode::Transfer, None) };
    for ending in [Ending::ConsentWithdrawn { party: 1 }, Ending::TermOver, Ending::Performed] {
        assert_eq!(inputs(ended(ending), &elsewhere), []);
    }
}

#[test]
fn what_is_not_ours_goes_back_or_is_designated() {
    let body = "640122.hrss".to_owned();
    let proposal = Proposal { body, track: TrackKind::Petition, basis: "T-L-03".to_owned() };
    let ground = matter::Ground::HandledElsewhere;
    let fact = Matter::PassedBack { ground, proposal, on: TODAY };
    let brief = FactId::from_bits(5);
    assert_eq!(
        inputs(fact.clone(), &held(Mode::Delegate, None)),
        [Input::ReturnBack { ground: Ground::AlreadyInHand, brief }]
    );
    assert_eq!(
        inputs(fact, &held(Mode::Transfer, None)),
        [Input::RequestDesignation { proposal: "640122.hrss".parse().ok(), brief }]
    );
}

/// I4: with the brief comes what the sender knows of other tracks; what is no such word is named.
#[test]
fn what_the_sender_knows_of_other_tracks_travels_with_the_brief() {
    let mut told = brief(1, TrackKind::PeopleMediation);
    told.known.tracks.insert(TrackKind::Litigation, Standing::Running);
    told.known.facts.insert(Circumstance::SuitFiled);
    let mut sent = brief_to(&told);
    assert_eq!(brief_from("brief", &sent).unwrap(), told);
    sent.known_tracks[0].standing = "gone".to_owned();
    sent.known_facts = vec!["rain".to_owned()];
    let Err(Error::Invalid(faults)) = brief_from("brief", &sent) else { panic!("taken") };
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["brief.known_facts[0]", "brief.known_tracks[0].standing"]);
}
