//! The bytes of every public event are stable, and no personal data is in them.

use std::collections::BTreeSet;

use jiefen_handoff::Desk;
use jiefen_ledger::{Announcement, Told, hex};
use jiefen_mediation_rules::Fact;
use jiefen_mediation_rules::agreement::{Force, Form, Through, Window};
use jiefen_mediation_rules::entrusted_mediation::{
    Ending as Back, Fact as Entrusted, Mandate, Settlement,
};
use jiefen_mediation_rules::industry_mediation::{
    Body, Ending as Over, Fact as Industry, Kind as Trade,
};
use jiefen_mediation_rules::lawyer_mediation::{Ending as Gone, Fact as Lawyer, Host, Way};
use jiefen_mediation_rules::matter::{Fact as Matter, Ground, NextStep, Progress, Proposal};
use jiefen_mediation_rules::neutral::{Bargain, Event};
use jiefen_mediation_rules::people_mediation::{Beginning, Ending, Fact as People};
use jiefen_mediation_rules::session::{Held, Mode, Reached};
use jiefen_procedure::{Actor, Circumstances};
use jiefen_terms::Law;
use jiefen_vocab::{DisputeKind, FactId, Moment, Outcome, Private, Role, TrackKind};

use super::{CANARY, TODAY, brief, draft};
use crate::announce::{EVENTS, announce};
use crate::{Kind, case_id};

const GOLDEN: &str = include_str!("golden.txt");

fn canary() -> String {
    CANARY.to_owned()
}

fn ended(ending: Ending) -> Fact {
    let kind = DisputeKind::Neighbour;
    let track = Some(TrackKind::PeopleMediation);
    People::Ended { ending, on: TODAY, open: vec![1], kind, track }.into()
}

fn held() -> Held {
    Held {
        no: 1,
        on: TODAY,
        place: canary(),
        mode: Mode::Together,
        present: vec![1, 2],
        guardians: vec![],
        reached: Reached::GoesOn,
        record: Private::new(canary()),
    }
}

fn people() -> Vec<Fact> {
    let file = Box::new(brief(1, TrackKind::PeopleMediation));
    let how = canary();
    let facts = vec![
        People::Opened { brief: file, by: Beginning::HandOff, on: TODAY },
        People::Accepted { on: TODAY, mediator: canary(), rule: "T-B-02".into(), from: TODAY },
        People::ConsentRefused { party: 2, on: TODAY, how: how.clone() },
        People::ConsentWithdrawn { party: 2, on: TODAY, how },
        People::SessionHeld { session: held() },
        People::AgreementInForce {
            draft: draft(TODAY),
            form: Form::Written,
            effective_on: TODAY,
            windows: vec![Window::Confirmation],
        },
        People::ApplicationNoted { window: Window::Confirmation, on: TODAY },
        People::ForceRaised { force: Force::Confirmed, on: TODAY },
        People::ObligationPerformed { no: 1, on: TODAY, through: Through::Itself, proof: canary() },
        People::ObligationBroken { no: 1, on: TODAY, declared: true, force: Force::Contract },
    ];
    let mut facts: Vec<Fact> = facts.into_iter().map(Into::into).collect();
    facts.extend([ended(Ending::Performed), ended(Ending::Unperformed), ended(Ending::Danger)]);
    facts
}

fn others() -> Vec<Fact> {
    let file = Box::new(brief(1, TrackKind::PoliceMediation));
    let next = NextStep { what: canary(), by: TODAY };
    let proposal = Proposal { body: canary(), track: TrackKind::Petition, basis: canary() };
    let settled = Back::Settled { by: Settlement::Statement };
    let lit = Some(TrackKind::CourtEntrustedMediationInLitigation);
    let entrusted = [
        Entrusted::Opened {
            brief: file.clone(),
            mandate: Mandate::EntrustedOrdinary,
            court: "640122.court".parse().unwrap(),
            court_case: canary(),
            on: TODAY,
        },
        Entrusted::FileSigned { mediator: canary(), on: TODAY, rule: "T-C-02".into() },
        Entrusted::ConsentWithdrawn { party: 1, on: TODAY, how: canary() },
        Entrusted::SessionHeld { session: held() },
        Entrusted::ContractMade { on: TODAY },
        Entrusted::Returned { ending: settled, on: TODAY, track: lit },
        Entrusted::Returned {
            ending: Back::Contract { confirmation: true },
            on: TODAY,
            track: lit,
        },
        Entrusted::Returned { ending: Back::Sham, on: TODAY, track: lit },
    ];
    let matter = [
        Matter::Taken {
            brief: file,
            person: canary(),
            next: next.clone(),
            rule: "T-N-01".into(),
            from: TODAY,
            pass_back: "policy.designation_objection".into(),
            on: TODAY,
        },
        Matter::TermBegun { rule: "T-N-02".into(), on: TODAY },
        Matter::Progressed { done: Progress { what: canary(), on: TODAY }, next },
        Matter::Concluded { outcome: Outcome::Agreed, on: TODAY, kind: DisputeKind::Neighbour },
        Matter::PassedBack { ground: Ground::OtherPlace, proposal, on: TODAY },
    ];
    let entrusted = entrusted.into_iter().map(Fact::from);
    entrusted.chain(matter.into_iter().map(Fact::from)).collect()
}

fn industry() -> Vec<Fact> {
    let on = TODAY;
    let brief = Box::new(brief(1, TrackKind::IndustryMediation));
    let body = Body {
        kind: Trade::Association,
        members: BTreeSet::from([2]),
        court_linked: true,
        checked: true,
    };
    let bargain = Bargain { draft: draft(on), on, windows: vec![Window::Confirmation] };
    let ended = |ending| Industry::Ended {
        ending,
        on,
        kind: DisputeKind::ContractDebt,
        track: TrackKind::IndustryMediation,
    };
    let course = |event| Industry::Course { event };
    let facts = [
        Industry::Opened { brief, body, handed: true, on },
        course(Event::TermBegun { rule: "policy.industry_mediation".into(), on }),
        course(Event::ConsentWithdrawn { party: 2, on, how: canary() }),
        course(Event::SessionHeld { session: held() }),
        Industry::Agreed { bargain: bargain.clone(), by_silence: false },
        ended(Over::Contract { bargain, applied: Some(Window::Confirmation) }),
        ended(Over::Objected { party: 1 }),
        ended(Over::NobodyNeutral),
    ];
    facts.map(Fact::from).to_vec()
}

fn lawyer() -> Vec<Fact> {
    let on = TODAY;
    let brief = Box::new(brief(1, TrackKind::LawyerMediation));
    let bargain = Bargain { draft: draft(on), on, windows: vec![Window::Confirmation] };
    let ended = |ending| Lawyer::Ended {
        ending,
        on,
        kind: DisputeKind::ContractDebt,
        track: TrackKind::LawyerMediation,
    };
    let facts = [
        Lawyer::Opened { brief, host: Some(Host::Court), handed: false, on },
        Lawyer::Course { event: Event::SessionHeld { session: held() } },
        Lawyer::Agreed { bargain: bargain.clone() },
        ended(Gone::Agreement { bargain, way: Way::PaymentOrder }),
        ended(Gone::NobodyTook),
    ];
    facts.map(Fact::from).to_vec()
}

/// Facts that are nobody else's business.
fn silent() -> Vec<Fact> {
    let how = canary();
    vec![
        People::ConsentGiven { party: 1, on: TODAY, how }.into(),
        People::MediatorChosen { mediator: canary(), on: TODAY, by_parties: true }.into(),
        People::AgreementDrafted { draft: draft(TODAY), on: TODAY }.into(),
        People::DraftConfirmed { party: 1, on: TODAY }.into(),
        Entrusted::UndisputedRecorded { facts: Private::new(canary()), on: TODAY }.into(),
        Matter::PersonNamed { person: canary(), on: TODAY }.into(),
        Lawyer::Taken { host: None, on: TODAY }.into(),
        Industry::Consented { party: 1, how: canary(), on: TODAY }.into(),
        Industry::Course { event: Event::TextPut { draft: draft(TODAY), on: TODAY } }.into(),
    ]
}

fn told(fact: &Fact) -> Option<Announcement> {
    let dispute = brief(1, TrackKind::PeopleMediation).dispute;
    let actor = Actor {
        agency: "640122.village_mediation".parse().unwrap(),
        person: canary(),
        role: Role::Mediator,
    };
    let now = Moment::from_local(TODAY.at(9, 0, 0, 0));
    let told = Told {
        id: FactId::from_bits(5),
        case: case_id(dispute, Kind::PeopleMediation, 1),
        version: 3,
        dispute: Some(dispute),
        agency: actor.agency,
        desk: &Desk::default(),
        ctx: &Circumstances { now, actor: &actor, law: Law::shipped() },
    };
    announce(&told, fact)
}

#[test]
fn the_bytes_of_every_public_event_are_stable() {
    let mut lines = String::new();
    let mut kinds = BTreeSet::new();
    for fact in people().iter().chain(&others()).chain(&industry()).chain(&lawyer()) {
        let event = told(fact).unwrap();
        kinds.insert(event.kind);
        lines.push_str(&format!("{} {}\n", event.kind, hex(&event.payload)));
    }
    assert_eq!(kinds, EVENTS.iter().copied().collect::<BTreeSet<_>>());
    assert!(lines == GOLDEN, "the events have changed:\n{lines}");
}

#[test]
fn no_public_event_carries_personal_data() {
    for fact in people().iter().chain(&others()).chain(&industry()).chain(&lawyer()) {
        let event = told(fact).unwrap();
        let payload = event.payload.windows(CANARY.len());
        assert!(!payload.into_iter().any(|part| part == CANARY.as_bytes()), "{}", event.kind);
    }
    for fact in silent() {
        assert_eq!(told(&fact), None);
    }
}
