//! The tests of the umbrella: a desk at which commands are given, and the files of each part of the law.

mod property;
mod refusals;
mod refusals_late;
mod roads;
mod samples;
mod scenarios;
mod walk;

use std::collections::BTreeSet;

use jiefen_procedure::{Actor, Circumstances, Explain, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::{
    Agency, Channel, DisputeId, DisputeKind, Moment, Party, PartyKind, PartyRole, Private, Role,
    TrackKind,
};
use jiff::civil::{Date, date};

use super::orders::{
    Acceptance, Agreement, Arrival, Classification, Due, Offered, Own, Registration, Reported,
};
use super::parts::{EffectLevel, Proof, Risk, Route};
use super::{Command, Dispute, Fact, Stage, State};
use crate::content::{Content, Identity};

pub const TOWN: &str = "640122101.centre";
pub const COUNTY: &str = "640122.centre";
pub const COURT: &str = "640122.court";
pub const HOUSING: &str = "640122.housing";
pub const MARKET: &str = "640122.market";
pub const VILLAGE: &str = "640122101.committee";

pub const DISPUTE: DisputeId = DisputeId::from_bits(0x0199_ffff_7000_8000_1234_5678_9abc_def0);
pub const OTHER: DisputeId = DisputeId::from_bits(0x0199_ffff_7000_8000_1234_5678_9abc_0001);

pub fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

/// 2026-month-day.
pub fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

/// A desk: an umbrella, a day, and who sits there.
#[derive(Clone)]
pub struct Desk {
    pub state: Option<State>,
    pub today: Date,
    pub actor: Actor,
    pub facts: Vec<Fact>,
}

impl Desk {
    pub fn on(today: Date) -> Desk {
        let actor =
            Actor { agency: agency(TOWN), person: "clerk-1".to_owned(), role: Role::WindowClerk };
        Desk { state: None, today, actor, facts: Vec::new() }
    }

    pub fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }

    pub fn stage(&self) -> &Stage {
        &self.state().stage
    }

    /// The same desk, on another day.
    pub fn then(&mut self, today: Date) -> &mut Desk {
        self.today = today;
        self
    }

    /// The same desk, with somebody else at it.
    pub fn by(&mut self, unit: &str, role: Role) -> &mut Desk {
        self.actor.agency = agency(unit);
        self.actor.role = role;
        self
    }

    pub fn decide(&self, command: &Command) -> Result<Vec<Fact>, super::Refusal> {
        let now = Moment::from_local(self.today.at(10, 0, 0, 0));
        let ctx = Circumstances { now, actor: &self.actor, law: Law::shipped() };
        Dispute::decide(self.state.as_ref(), command, &ctx)
    }

    pub fn fold(&mut self, facts: &[Fact]) {
        for fact in facts {
            self.state = Dispute::evolve(self.state.take(), fact);
        }
        self.facts.extend_from_slice(facts);
    }

    /// Gives a command that must be lawful.
    pub fn ok(&mut self, command: Command) -> &mut Desk {
        let facts = self.decide(&command);
        let facts = facts.unwrap_or_else(|refusal| panic!("{command:?} refused: {refusal:?}"));
        self.fold(&facts);
        self
    }

    /// Gives a command that must be refused under this name.
    pub fn refused(&mut self, command: Command, name: &str) -> &mut Desk {
        match self.decide(&command) {
            Ok(facts) => panic!("{command:?} should be refused as {name}, but: {facts:?}"),
            Err(refusal) => {
                assert_eq!(refusal.name(), name, "{command:?}");
                let shown = refusal.refused();
                assert!(!shown.zh.is_empty() && !shown.en.is_empty() && !shown.basis.is_empty());
                assert!(!shown.instead.is_empty(), "{name}");
            }
        }
        self
    }

    /// The stage must be this one, and the clocks that run these.
    pub fn stands(&mut self, stage: &str, clocks: &[&str]) -> &mut Desk {
        assert_eq!(self.stage().code(), stage);
        let running: Vec<&str> = self.state().running.iter().map(String::as_str).collect();
        let mut due = clocks.to_vec();
        due.sort_unstable();
        assert_eq!(running, due, "{stage}");
        self
    }

    /// Responsibility must lie with this unit.
    pub fn held_by(&mut self, unit: &str) -> &mut Desk {
        assert_eq!(self.state().responsible.unit, agency(unit));
        self
    }

    /// Serves every notice that needs a proof on everybody.
    pub fn serve_all(&mut self) -> &mut Desk {
        let today = self.today;
        while let Some(notice) = self.state().unproved().cloned() {
            for party in &notice.to {
                if notice.served.iter().all(|served| served.party != *party) {
                    self.ok(serve(notice.no, *party, Proof::Signed, today));
                }
            }
        }
        self
    }
}

pub fn serve(notice: u32, party: u32, proof: Proof, on: Date) -> Command {
    Command::ServeNotice(super::orders::Service { notice, party, proof, on })
}

pub fn arrival(channel: Channel, on: Date) -> Arrival {
    let number = (channel == Channel::PetitionOffice || channel == Channel::Hotline12315)
        .then(|| "A-2026-1".to_owned());
    Arrival {
        dispute: DISPUTE,
        channel,
        number,
        kind: DisputeKind::Neighbour,
        place: "640122101203".parse().unwrap(),
        summary: Private::new("楼上漏水".to_owned()),
        on,
    }
}

pub fn inquiry(channel: Channel, on: Date) -> Command {
    Command::RecordInquiry(Box::new(arrival(channel, on)))
}

pub fn party(no: u32, role: PartyRole) -> Party {
    let name = Private::new(format!("当事人{no}"));
    Party { no, name, role, kind: PartyKind::Person, minor: false }
}

pub fn content(kind: DisputeKind) -> Content {
    let summary = Private::new("楼上漏水".to_owned());
    let mut content = Content::first_words(kind, "640122101203".parse().unwrap(), summary);
    content.parties = vec![
        party(1, PartyRole::Applicant),
        party(2, PartyRole::Respondent),
        party(3, PartyRole::Applicant),
    ];
    content
}

pub fn register(content: Content) -> Command {
    let identity = Identity::DocumentShown;
    Command::Register(Box::new(Registration { content, identity }))
}

pub fn classified(kind: DisputeKind) -> Classification {
    Classification {
        kind,
        other_places: BTreeSet::new(),
        flags: BTreeSet::new(),
        risk: Risk::Normal,
        statutory: None,
        why: "相邻关系".to_owned(),
    }
}

pub fn classify(kind: DisputeKind) -> Command {
    Command::Classify(Box::new(classified(kind)))
}

pub fn own(track: TrackKind) -> Command {
    let (power, person) = ("权责清单 3-1".to_owned(), "mediator-1".to_owned());
    Command::AcceptOwn(Own { track, power, person })
}

pub fn offer(unit: &str, track: TrackKind, mode: jiefen_handoff::Mode) -> Offered {
    Offered { unit: agency(unit), track, mode, basis: "实施方案 五(二)2".to_owned() }
}

pub fn accepted(unit: &str, on: Date) -> Command {
    let (unit, person) = (agency(unit), "person-2".to_owned());
    Command::NoteAccepted(Acceptance { unit, person, case_no: Some("1号".to_owned()), on })
}

pub fn result(unit: &str, outcome: jiefen_vocab::Outcome, on: Date) -> Reported {
    Reported {
        unit: agency(unit),
        outcome,
        on,
        effect: None,
        obligations: Vec::new(),
        confirmable: false,
        remedy: None,
        not_done: None,
    }
}

pub fn reported(unit: &str, outcome: jiefen_vocab::Outcome, on: Date) -> Command {
    Command::NoteResult(Box::new(result(unit, outcome, on)))
}

pub fn due(party: u32, on: Date) -> Due {
    Due { party, due: on, amount: Some(jiefen_vocab::Fen::yuan(600)) }
}

pub fn agreement(on: Date, obligations: Vec<Due>) -> Agreement {
    Agreement {
        unit: agency(TOWN),
        on,
        effect: EffectLevel::Contract,
        signed: [1, 2, 3].into(),
        lawful: true,
        obligations,
        confirmable: true,
    }
}

pub fn route(track: TrackKind) -> Route {
    let text = |text: &str| text.to_owned();
    Route { track, cost: text("不收费"), time: text("20日"), effect: text("合同效力") }
}
