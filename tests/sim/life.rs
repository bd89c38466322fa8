//! The life of one dispute in the simulated county, one command a turn.

use jiefen_handoff as handoff;
use jiefen_intake_rules::content::{Content, Identity};
use jiefen_intake_rules::dispute::parts::Risk;
use jiefen_intake_rules::dispute::{Command as Counter, orders};
use jiefen_ledger::{Area, Error, Ledger, Order, Request, read};
use jiefen_mediation_rules::agreement::{Draft, Obligation, Subject};
use jiefen_mediation_rules::people_mediation::{Checks, Command as People};
use jiefen_procedure::Actor;
use jiefen_vocab::{
    CaseId, Channel, DisputeId, DisputeKind, Party, PartyKind, PartyRole, Private, Role, TrackKind,
};
use jiff::civil::{Date, date};

use crate::county::{CENTRE, County};

const TODAY: Date = date(2026, 9, 3);

/// How far a dispute is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Commands at the counter, by number.
    Counter(u8),
    /// The offer must arrive and be accepted.
    Offered,
    /// Commands at the mediation centre, by number.
    Mediation(u8),
    /// The result must come back.
    Agreed,
    /// The counter holds the dispute with its agreement.
    Ended,
}

/// One dispute.
pub struct Life {
    dispute: DisputeId,
    stage: Stage,
}

impl Life {
    /// The n-th dispute of a seed.
    pub fn new(seed: u64, n: u64) -> Life {
        let bits = (0x0199_u128 << 112) | (u128::from(seed) << 32) | u128::from(n + 1);
        Life { dispute: DisputeId::from_bits(bits), stage: Stage::Counter(0) }
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// True when it has come to its end.
    pub fn ended(&self) -> bool {
        self.stage == Stage::Ended
    }

    /// Takes its next step, if the world is ready for it. A step that got no answer, because its node
    /// crashed, is taken again under the same request id.
    pub async fn go_on(&mut self, county: &County) {
        let next = match self.stage {
            Stage::Counter(n) => self.at_counter(county, n).await,
            Stage::Offered => self.accept(county).await,
            Stage::Mediation(n) => self.at_centre(county, n).await,
            Stage::Agreed => self.back(county).await,
            Stage::Ended => None,
        };
        if let Some(next) = next {
            self.stage = next;
        }
    }

    async fn at_counter(&self, county: &County, n: u8) -> Option<Stage> {
        let command = match n {
            0 => self.arrival(),
            1 => self.registration(),
            2 => sorting(),
            _ => referral(),
        };
        let case = jiefen_intake::case_id(self.dispute);
        let order = Order::Case { case, command: command.into() };
        self.give(&county.counter.ledger, order, Role::WindowClerk, &format!("counter-{n}"))
            .await?;
        Some(if n < 3 { Stage::Counter(n + 1) } else { Stage::Offered })
    }

    async fn accept(&self, county: &County) -> Option<Stage> {
        let store = county.centre.ledger.store();
        let view = read::desk(store, self.dispute).await.ok()?;
        if view.desk.holds() {
            return Some(Stage::Mediation(0));
        }
        let epoch = view.desk.pending?.offer.epoch;
        let input = handoff::Input::Accept { epoch };
        let order = Order::Desk { dispute: self.dispute, input, number: String::new() };
        self.give(&county.centre.ledger, order, Role::Mediator, "accept").await;
        None
    }

    async fn at_centre(&self, county: &County, n: u8) -> Option<Stage> {
        let case =
            jiefen_mediation::case_id(self.dispute, jiefen_mediation::Kind::PeopleMediation, 1);
        let command = match n {
            0 | 1 => {
                let how = "counter".to_owned();
                People::GiveConsent { party: u32::from(n) + 1, on: TODAY, how }
            }
            2 => People::Accept {
                on: TODAY,
                mediator: "mediator-1".to_owned(),
                checks: Checks {
                    rights_told: true,
                    hospital_notices: true,
                    not_handled_elsewhere: true,
                    safety_cleared: true,
                },
            },
            _ => People::RecordOral { draft: draft(), agreed: vec![1, 2], on: TODAY },
        };
        let order = Order::Case { case, command: command.into() };
        self.give(&county.centre.ledger, order, Role::Mediator, &format!("centre-{n}")).await?;
        Some(if n < 3 { Stage::Mediation(n + 1) } else { Stage::Agreed })
    }

    async fn back(&self, county: &County) -> Option<Stage> {
        let store = county.counter.ledger.store();
        let case: CaseId = jiefen_intake::case_id(self.dispute);
        let view = read::case::<jiefen_intake::IntakeArea>(store, case).await.ok()?;
        let desk = read::desk(store, self.dispute).await.ok()?;
        (view.row.state == "agreed" && desk.desk.holds()).then_some(Stage::Ended)
    }

    /// Some when the order was carried out, now or before.
    async fn give<A: Area>(
        &self,
        ledger: &Ledger<A>,
        order: Order<A>,
        role: Role,
        step: &str,
    ) -> Option<()> {
        let request = Request {
            order,
            actor: Actor { agency: ledger.agency(), person: "staff".to_owned(), role },
            request_id: format!("{}-{step}", self.dispute),
            fingerprint: step.as_bytes().to_vec(),
            expected: None,
            seen: None,
            validate_only: false,
            trace: None,
        };
        match ledger.execute(request).await {
            Ok(_) => Some(()),
            Err(Error::Crashed | Error::Busy | Error::Store { .. }) => None,
            Err(error) => panic!("{} {step}: {error}", self.dispute),
        }
    }

    fn arrival(&self) -> Counter {
        Counter::RecordInquiry(Box::new(orders::Arrival {
            dispute: self.dispute,
            channel: Channel::ZzCounty,
            number: None,
            kind: DisputeKind::Neighbour,
            place: "640122101203".parse().unwrap(),
            summary: Private::new("排水纠纷".to_owned()),
            parties: vec![],
            on: TODAY,
        }))
    }

    fn registration(&self) -> Counter {
        let place = "640122101203".parse().unwrap();
        let summary = Private::new("排水纠纷".to_owned());
        let mut content = Content::first_words(DisputeKind::Neighbour, place, summary);
        let party = |no, role| {
            let name = Private::new(format!("当事人{no}"));
            Party { no, name, role, kind: PartyKind::Person, minor: false, more: None }
        };
        content.parties = vec![party(1, PartyRole::Applicant), party(2, PartyRole::Respondent)];
        content.people = 2;
        let identity = Identity::DocumentShown;
        Counter::Register(Box::new(orders::Registration { content, identity, imported: None }))
    }
}

fn sorting() -> Counter {
    Counter::Classify(Box::new(orders::Classification {
        kind: DisputeKind::Neighbour,
        other_places: std::collections::BTreeSet::new(),
        flags: std::collections::BTreeSet::new(),
        risk: Risk::Normal,
        statutory: None,
        why: "相邻关系".to_owned(),
    }))
}

fn referral() -> Counter {
    Counter::Refer(orders::Offered {
        unit: CENTRE.parse().unwrap(),
        track: TrackKind::PeopleMediation,
        mode: handoff::Mode::Delegate,
        basis: "五(二)".to_owned(),
    })
}

fn draft() -> Draft {
    Draft {
        hash: "a".repeat(64),
        facts: Private::new("排水".to_owned()),
        obligations: vec![Obligation {
            no: 1,
            obligor: 2,
            obligee: 1,
            what: Private::new("改沟".to_owned()),
            amount: None,
            due: date(2026, 9, 10),
            place: None,
        }],
        subjects: std::collections::BTreeSet::from([Subject::Conduct]),
        faults: std::collections::BTreeSet::new(),
    }
}
