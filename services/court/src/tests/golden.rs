//! The bytes of every public event are stable, and no personal data is in them.

use std::collections::BTreeSet;

use jiefen_court_rules::Fact;
use jiefen_court_rules::confirmation::{
    Competence, Ending as Over, Fact as Confirmation, NotAccepted, Objector,
};
use jiefen_court_rules::enforcement::{Ending as Force, Fact as Enforcement, Origin, Title};
use jiefen_court_rules::filing::{
    Document, Ending, Fact as Filing, MediationResult, NotCounted, RefusalGround, Service, Track,
};
use jiefen_court_rules::payment_order::{Application, Basis, Ending as Paid, Fact as Payment};
use jiefen_court_rules::protection_order::{Command as Apply, Ending as Lapse, Fact as Protection};
use jiefen_handoff::Desk;
use jiefen_ledger::{Announcement, Told, hex};
use jiefen_procedure::{Actor, Circumstances};
use jiefen_terms::Law;
use jiefen_vocab::{FactId, Fen, Moment, Role, TrackKind};

use super::{CANARY, TODAY, agreement, brief, measure};
use crate::announce::{EVENTS, announce};
use crate::protection::application;
use crate::{Kind, case_id};

const GOLDEN: &str = include_str!("golden.txt");

fn canary() -> String {
    CANARY.to_owned()
}

fn suits() -> Vec<Filing> {
    let on = TODAY;
    let body = "640122.village_mediation".parse().unwrap();
    let brief = Box::new(brief(1, TrackKind::Litigation));
    let ended = |ending| Filing::Ended { ending, on, parties: vec![1, 2] };
    vec![
        Filing::ComplaintReceived { brief, plaintiff: 1, receipt: canary(), on },
        Filing::Filed { case_no: Some(canary()), on, first: true },
        Filing::FilingRefused { ground: RefusalGround::NoDefendant, on },
        Filing::RefusalAppealed { party: 1, on },
        Filing::Delegated { body, rule: "T-C-05".into(), on },
        Filing::Entrusted { body, rule: "T-C-03".into(), on },
        Filing::MediationEnded {
            result: Some(MediationResult::AgreedStatement),
            not_counted: None,
            on,
            filed: true,
        },
        Filing::TrackChosen {
            track: Track::SmallClaims,
            measure: measure(),
            judge: canary(),
            on,
            filed_on: on,
            standstills: vec![],
        },
        Filing::Converted { track: Track::Summary, on, filed_on: on, standstills: vec![] },
        Filing::HearingSet { on, told_on: on },
        Filing::TrialStopped { reason: NotCounted::Appraisal, proof: canary(), on },
        Filing::TrialResumed { to: on },
        Filing::TrialExtended { months: 1, on, late: true },
        Filing::StatementMade { on },
        Filing::Judged { on, finally: true, parties: vec![1, 2] },
        ended(Ending::SettledBeforeFiling),
        ended(Ending::Final),
    ]
}

fn confirmations() -> Vec<Confirmation> {
    let on = TODAY;
    let ended = |ending| Confirmation::Ended { ending, on, parties: vec![1, 2] };
    vec![
        Confirmation::Applied {
            brief: Box::new(brief(1, TrackKind::JudicialConfirmation)),
            agreement: Box::new(agreement()),
            applicants: vec![1, 2],
            competence: Competence::BodySeat,
            on,
        },
        Confirmation::Accepted { case_no: canary(), judge: canary(), on },
        Confirmation::Confirmed { on, last_due: on },
        Confirmation::Objected { by: Objector::Third { knew_on: on }, on },
        Confirmation::ObjectionRejected { on },
        ended(Over::Enforcement { party: 1 }),
        ended(Over::NotAccepted { ground: NotAccepted::Late }),
    ]
}

fn protection() -> Vec<Protection> {
    let (on, at) = (TODAY, TODAY.at(9, 0, 0, 0));
    let brief = brief(1, TrackKind::ProtectionOrder);
    let Some(Apply::Apply { application, .. }) = application(&brief, None) else {
        panic!("the sample has two sides");
    };
    let measures = application.measures.clone();
    vec![
        Protection::Applied { brief: Box::new(brief), application, urgent: true, at },
        Protection::Accepted { judge: canary(), urgent: true, at },
        Protection::Granted { measures, months: 6, at },
        Protection::Rejected { on },
        Protection::Extended { from: on, months: 3, on },
        Protection::Concluded { ending: Lapse::Lapsed, on },
    ]
}

fn enforcement() -> Vec<Enforcement> {
    let on = TODAY;
    let title = Title {
        origin: Origin::Confirmation,
        creditor: 1,
        debtors: [2].into(),
        amount: None,
        due: vec![on],
        interrupted_on: None,
        effective: true,
        competent: true,
    };
    let (brief, title) = (Box::new(brief(1, TrackKind::Enforcement)), Box::new(title));
    vec![
        Enforcement::Applied { brief, title, task: None, on },
        Enforcement::Accepted { case_no: canary(), judge: canary(), on },
        Enforcement::NoticeIssued { on },
        Enforcement::Settled { due_on: on, rule: "T-D-10".into(), on },
        Enforcement::Resumed { after_settlement: true, on },
        Enforcement::EndedForNow { on },
        Enforcement::Concluded { ending: Force::Done, on },
    ]
}

fn payment() -> Vec<Payment> {
    let on = TODAY;
    let brief = Box::new(brief(1, TrackKind::PaymentOrder));
    let application = Box::new(Application {
        creditor: 1,
        basis: Basis::Ordinary,
        claims: vec![],
        counter_performance: false,
        unreachable: false,
        preservation: false,
        sued: false,
        competent: true,
    });
    let claims = BTreeSet::from([1]);
    vec![
        Payment::Applied { brief, application, on },
        Payment::Issued { on },
        Payment::ObjectionUpheld { party: 2, ruling: 1, claims: claims.clone(), suit: true, on },
        Payment::Bound { claims, from: on },
        Payment::Concluded { ending: Paid::Paid, on },
    ]
}

fn facts() -> Vec<Fact> {
    let suits = suits().into_iter().map(Fact::from);
    let suits = suits.chain(confirmations().into_iter().map(Fact::from));
    let suits = suits.chain(protection().into_iter().map(Fact::from));
    let suits = suits.chain(enforcement().into_iter().map(Fact::from));
    suits.chain(payment().into_iter().map(Fact::from)).collect()
}

/// Facts that are nobody else's business.
fn silent() -> Vec<Fact> {
    let document = Document::Complaint;
    let service = Service { document, party: 2, on: TODAY, manner: canary() };
    vec![
        Filing::MissingListed { missing: vec![canary()], on: TODAY }.into(),
        Filing::MediatorSigned { mediator: canary(), rule: "T-C-02".into(), on: TODAY }.into(),
        Filing::Served { service }.into(),
        Confirmation::CorrectionAsked { missing: vec![canary()], on: TODAY }.into(),
        Confirmation::RulingServed { party: 1, on: TODAY, last: false }.into(),
        Protection::BreachFound { on: TODAY }.into(),
        Payment::TimePassed { party: 2, on: TODAY }.into(),
        Enforcement::Paid { amount: Fen(1), on: TODAY }.into(),
        Protection::ReconsiderationAsked { party: 2, on: TODAY }.into(),
    ]
}

fn told(fact: &Fact) -> Option<Announcement> {
    let dispute = brief(1, TrackKind::Litigation).dispute;
    let agency = "640122.court".parse().unwrap();
    let actor = Actor { agency, person: canary(), role: Role::Judge };
    let now = Moment::from_local(TODAY.at(9, 0, 0, 0));
    let told = Told {
        id: FactId::from_bits(5),
        case: case_id(dispute, Kind::Filing, 1),
        version: 3,
        dispute: Some(dispute),
        agency,
        desk: &Desk::default(),
        ctx: &Circumstances { now, actor: &actor, law: Law::shipped() },
    };
    announce(&told, fact)
}

#[test]
fn the_bytes_of_every_public_event_are_stable() {
    let mut lines = String::new();
    let mut kinds = BTreeSet::new();
    for fact in facts() {
        let event = told(&fact).unwrap();
        kinds.insert(event.kind);
        lines.push_str(&format!("{} {}\n", event.kind, hex(&event.payload)));
    }
    assert_eq!(kinds, EVENTS.iter().copied().collect::<BTreeSet<_>>());
    assert!(lines == GOLDEN, "the events have changed:\n{lines}");
}

#[test]
fn no_public_event_carries_personal_data() {
    for fact in facts() {
        let event = told(&fact).unwrap();
        let mut payload = event.payload.windows(CANARY.len());
        assert!(!payload.any(|part| part == CANARY.as_bytes()), "{}", event.kind);
    }
    for fact in silent() {
        assert_eq!(told(&fact), None);
    }
}
