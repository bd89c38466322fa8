//! Sample courses of the umbrella, for tests and for the bench: a desk at which commands are given.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod commands;
mod desks;

pub use commands::*;
pub use desks::*;

use std::collections::BTreeSet;

pub use jiefen_procedure::kit::{COUNTY, TOWN};
use jiefen_procedure::kit::{Move, longest};
use jiefen_procedure::{Actor, Circumstances, Procedure};
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
use super::{Command, Dispute, Fact, Refusal, Stage, State, roles};
use crate::content::{Content, Identity};

/// A desk: an umbrella, a day, and who sits there.
#[derive(Clone)]
pub struct Desk {
    /// The umbrella.
    pub state: Option<State>,
    /// The day.
    pub today: Date,
    /// Who sits there.
    pub actor: Actor,
    /// What has happened.
    pub facts: Vec<Fact>,
    /// What was done, in order.
    pub given: Vec<Move<Dispute>>,
}

impl Desk {
    /// The town's counter on a day.
    pub fn on(today: Date) -> Desk {
        let actor =
            Actor { agency: agency(TOWN), person: "clerk-1".to_owned(), role: Role::WindowClerk };
        Desk { state: None, today, actor, facts: Vec::new(), given: Vec::new() }
    }

    /// The umbrella.
    pub fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }

    /// Its stage.
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

    /// What the law says to a command.
    ///
    /// # Errors
    /// The refusal.
    pub fn decide(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        let now = Moment::from_local(self.today.at(10, 0, 0, 0));
        let ctx = Circumstances { now, actor: &self.actor, law: Law::shipped() };
        Dispute::decide(self.state.as_ref(), command, &ctx)
    }

    /// Folds facts.
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
        self.given.push((self.today, self.actor.role, command));
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

/// The court.
pub const COURT: &str = "640122.court";

/// The housing department.
pub const HOUSING: &str = "640122.housing";

/// The market regulator.
pub const MARKET: &str = "640122.market";

/// A village committee.
pub const VILLAGE: &str = "640122101.committee";

/// The sample dispute.
pub const DISPUTE: DisputeId = DisputeId::from_bits(0x0199_ffff_7000_8000_1234_5678_9abc_def0);

/// Another one.
pub const OTHER: DisputeId = DisputeId::from_bits(0x0199_ffff_7000_8000_1234_5678_9abc_0001);

/// An agency by its code.
pub fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

/// 2026-month-day.
pub fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

/// A notice is served.
pub fn serve(notice: u32, party: u32, proof: Proof, on: Date) -> Command {
    Command::ServeNotice(super::orders::Service { notice, party, proof, on })
}

/// What comes in through a channel.
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
        parties: vec![],
        on,
    }
}

/// Somebody comes with a dispute.
pub fn inquiry(channel: Channel, on: Date) -> Command {
    Command::RecordInquiry(Box::new(arrival(channel, on)))
}

/// A party.
pub fn party(no: u32, role: PartyRole) -> Party {
    let name = Private::new(format!("当事人{no}"));
    Party { no, name, role, kind: PartyKind::Person, minor: false, more: None }
}

/// Three parties and their claim.
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

/// It is registered.
pub fn register(content: Content) -> Command {
    let identity = Identity::DocumentShown;
    Command::Register(Box::new(Registration { content, identity, imported: None }))
}

/// It is of this kind.
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

/// It is classified.
pub fn classify(kind: DisputeKind) -> Command {
    Command::Classify(Box::new(classified(kind)))
}

/// The unit takes it up itself.
pub fn own(track: TrackKind) -> Command {
    let (power, person) = ("权责清单 3-1".to_owned(), "mediator-1".to_owned());
    Command::AcceptOwn(Own { track, power, person })
}

/// An offer to another unit.
pub fn offer(unit: &str, track: TrackKind, mode: jiefen_handoff::Mode) -> Offered {
    Offered { unit: agency(unit), track, mode, basis: "实施方案 五(二)2".to_owned() }
}

/// The other unit accepts.
pub fn accepted(unit: &str, on: Date) -> Command {
    let (unit, person) = (agency(unit), "person-2".to_owned());
    Command::NoteAccepted(Acceptance { unit, person, case_no: Some("1号".to_owned()), on })
}

/// What a unit reports.
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

/// A unit reports.
pub fn reported(unit: &str, outcome: jiefen_vocab::Outcome, on: Date) -> Command {
    Command::NoteResult(Box::new(result(unit, outcome, on)))
}

/// What a party owes.
pub fn due(party: u32, on: Date) -> Due {
    Due { party, due: on, amount: Some(jiefen_vocab::Fen::yuan(600)) }
}

/// An agreement of all parties.
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

/// A route that is shown.
pub fn route(track: TrackKind) -> Route {
    let text = |text: &str| text.to_owned();
    Route { track, cost: text("不收费"), time: text("20日"), effect: text("合同效力") }
}

/// Everything that may be tried in any sample, by each who may give it where the samples are held.
pub fn moves() -> Vec<Move<Dispute>> {
    let today = day(7, 20);
    let mut all: Vec<Command> = Vec::new();
    for (_, sample) in ALL {
        for command in commands(today, sample().state()) {
            if !all.contains(&command) {
                all.push(command);
            }
        }
    }
    let hands = [
        Role::WindowClerk,
        Role::Mediator,
        Role::PetitionHead,
        Role::CentreDirector,
        Role::Party,
        Role::System,
    ];
    let mut moves = Vec::new();
    for command in all {
        let may = roles::roles(roles::name(&command));
        let each = hands.iter().filter(|role| may.contains(role));
        moves.extend(each.map(|role| (today, *role, command.clone())));
    }
    moves
}

/// The courses to all samples.
pub fn lines() -> Vec<Vec<Move<Dispute>>> {
    longest::<Dispute>(ALL.iter().map(|(_, sample)| sample().given).collect())
}
