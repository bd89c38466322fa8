//! The umbrella as a scenario leads it. Every step is checked against the invariants.

use jiefen_handoff::Mode;
use jiefen_intake_rules::content::{Content, Door, Identity};
use jiefen_intake_rules::dispute::orders::{
    Acceptance, Agreement, Arrival, Classification, Due, Offered, Registration, Reported, Service,
};
use jiefen_intake_rules::dispute::parts::{EffectLevel, Proof, Risk};
use jiefen_intake_rules::dispute::{Command, Dispute, State};
use jiefen_procedure::kit::day;
use jiefen_procedure::{Explain, Procedure};
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Fen, Flag, Outcome, Party, PartyKind, PartyRole, Private,
    Role, TrackKind,
};

use crate::umbrella::{Umbrella, agency};

/// The county's centre.
pub const COUNTY: &str = "640122.centre";
/// The county court.
pub const COURT: &str = "640122.court";

/// An umbrella, and who sits before it.
pub struct Desk {
    umbrella: Umbrella,
    unit: String,
    role: Role,
    door: Option<Channel>,
    id: DisputeId,
}

/// A party of a scenario.
pub fn party(no: u32, role: PartyRole, kind: PartyKind) -> Party {
    Party { no, name: Private::new(format!("当事人{no}")), role, kind, minor: false, more: None }
}

/// One applicant against one respondent.
pub fn two() -> Vec<Party> {
    vec![
        party(1, PartyRole::Applicant, PartyKind::Person),
        party(2, PartyRole::Respondent, PartyKind::Person),
    ]
}

/// A sum owed by the respondent.
pub fn owes(yuan: i64, due: &str) -> Due {
    Due { party: 2, due: day(due), amount: Some(Fen::yuan(yuan)) }
}

impl Desk {
    /// A window where nobody has asked yet.
    pub fn at(unit: &str, kind: DisputeKind) -> Desk {
        let umbrella = Umbrella::of(kind);
        let (unit, role) = (unit.to_owned(), Role::WindowClerk);
        Desk { umbrella, unit, role, door: None, id: DisputeId::from_bits(7) }
    }

    /// Another dispute than the first.
    pub fn numbered(mut self, bits: u128) -> Desk {
        self.id = DisputeId::from_bits(bits);
        self
    }

    /// Somebody asks; the receipt is issued at once.
    pub fn asked(mut self, on: &str, channel: Channel) -> Desk {
        self.umbrella.today = day(on);
        self.door = Some(channel);
        let arrival = self.arrival(on, channel);
        self.ok(on, Command::RecordInquiry(Box::new(arrival)));
        self
    }

    /// A first contact through a channel.
    pub fn arrival(&self, on: &str, channel: Channel) -> Arrival {
        let own = matches!(channel, Channel::PetitionOffice | Channel::Hotline12315);
        Arrival {
            dispute: self.id,
            channel,
            number: own.then(|| "A-2026-1".to_owned()),
            kind: self.umbrella.kind,
            place: self.place(),
            summary: Private::new("纠纷".to_owned()),
            parties: vec![],
            on: day(on),
        }
    }

    fn place(&self) -> jiefen_vocab::Region {
        agency(&self.unit).region
    }

    /// What is registered of these parties.
    pub fn content(&self, parties: Vec<Party>) -> Content {
        let summary = Private::new("纠纷".to_owned());
        let mut content = Content::first_words(self.umbrella.kind, self.place(), summary);
        content.parties = parties;
        content
    }

    /// Registered with these parties and sorted.
    pub fn sorted(mut self, on: &str, parties: Vec<Party>, flags: &[Flag]) -> Desk {
        let content = self.content(parties);
        self.register(on, content);
        let kind = self.umbrella.kind;
        self.ok(on, classified(kind, flags));
        self
    }

    /// Registers.
    #[track_caller]
    pub fn register(&mut self, on: &str, content: Content) -> &mut Desk {
        let identity = Identity::DocumentShown;
        self.ok(on, Command::Register(Box::new(Registration { content, identity, imported: None })))
    }

    /// Somebody else sits there.
    pub fn by(&mut self, unit: &str, role: Role) -> &mut Desk {
        self.unit = unit.to_owned();
        self.role = role;
        self
    }

    /// Does what must be lawful.
    #[track_caller]
    pub fn ok(&mut self, on: &str, command: Command) -> &mut Desk {
        let role = self.role_for(&command);
        self.umbrella.today = day(on);
        if let Err(refusal) = self.umbrella.give(&command, &self.unit, role) {
            panic!("{on} {command:?}: {}", refusal.name());
        }
        self
    }

    /// Does what must be lawful: how many facts follow.
    #[track_caller]
    pub fn changes(&mut self, on: &str, command: Command) -> usize {
        let before = self.umbrella.facts.len();
        self.ok(on, command);
        self.umbrella.facts.len() - before
    }

    /// Asks for what must be refused under a name.
    #[track_caller]
    pub fn refused(&mut self, on: &str, command: Command, name: &str) -> &mut Desk {
        let role = self.role_for(&command);
        self.umbrella.today = day(on);
        match self.umbrella.give(&command, &self.unit, role) {
            Ok(facts) => panic!("{on} {command:?} should be {name}: {facts:?}"),
            Err(refusal) => {
                assert_eq!(refusal.name(), name, "{on} {command:?}");
                let said = refusal.refused();
                assert!(!said.basis.is_empty() && !said.instead.is_empty(), "{said:?}");
            }
        }
        self
    }

    /// The own role when it may, else the first that may (the node's own reaction for what is told).
    fn role_for(&self, command: &Command) -> Role {
        let roles = Dispute::roles(Dispute::name(command));
        if roles.contains(&self.role) { self.role } else { roles[0] }
    }

    /// Hands over for a track.
    #[track_caller]
    pub fn refers(&mut self, on: &str, unit: &str, track: TrackKind, mode: Mode) -> &mut Desk {
        self.ok(on, offer(unit, track, mode))
    }

    /// A unit accepts.
    #[track_caller]
    pub fn accepts(&mut self, on: &str, unit: &str) -> &mut Desk {
        self.ok(on, accepted(unit, on))
    }

    /// A unit reports how its track ended.
    #[track_caller]
    pub fn reports(&mut self, on: &str, unit: &str, outcome: Outcome) -> &mut Desk {
        self.ok(on, Command::NoteResult(Box::new(result(unit, outcome, on))))
    }

    /// Serves every notice that needs a proof, on everybody.
    #[track_caller]
    pub fn serves_all(&mut self, on: &str) -> &mut Desk {
        while let Some(notice) = self.state().unproved().cloned() {
            for party in notice.to.difference(&notice.served.iter().map(|one| one.party).collect())
            {
                let (notice, party, proof) = (notice.no, *party, Proof::Signed);
                self.ok(on, Command::ServeNotice(Service { notice, party, proof, on: day(on) }));
            }
        }
        self
    }

    /// The stage, and the clocks that run.
    #[track_caller]
    pub fn stands(&mut self, stage: &str, clocks: &[&str]) -> &mut Desk {
        assert_eq!(self.state().stage.code(), stage);
        assert_eq!(self.umbrella.clocks.keys(), clocks, "{stage}");
        self
    }

    /// Who answers for it.
    #[track_caller]
    pub fn held_by(&mut self, unit: &str) -> &mut Desk {
        assert_eq!(self.state().responsible.unit, agency(unit));
        self
    }

    /// A clock must run until this day.
    #[track_caller]
    pub fn due(&mut self, clock: &str, last: &str) -> &mut Desk {
        assert_eq!(self.umbrella.clocks.last(clock), last, "{clock}");
        self
    }

    /// How it stands.
    pub fn state(&self) -> &State {
        self.umbrella.state.as_ref().unwrap()
    }

    /// Its doors, with their numbers.
    pub fn doors(&self) -> Vec<Door> {
        self.state().doors.clone()
    }

    /// The forms of all notices so far.
    pub fn forms(&self) -> Vec<String> {
        self.umbrella.facts.iter().flat_map(Dispute::notices).map(|notice| notice.form).collect()
    }
}

/// Sorted under a kind.
pub fn classified(kind: DisputeKind, flags: &[Flag]) -> Command {
    Command::Classify(Box::new(Classification {
        kind,
        other_places: [].into(),
        flags: flags.iter().copied().collect(),
        risk: Risk::Normal,
        statutory: None,
        why: "归类".to_owned(),
    }))
}

/// An offer.
pub fn offer(unit: &str, track: TrackKind, mode: Mode) -> Command {
    let basis = "实施方案五(二)2".to_owned();
    Command::Refer(Offered { unit: agency(unit), track, mode, basis })
}

/// An acceptance.
pub fn accepted(unit: &str, on: &str) -> Command {
    let (unit, person, on) = (agency(unit), "person-2".to_owned(), day(on));
    Command::NoteAccepted(Acceptance { unit, person, case_no: Some("1号".to_owned()), on })
}

/// A result.
pub fn result(unit: &str, outcome: Outcome, on: &str) -> Reported {
    Reported {
        unit: agency(unit),
        outcome,
        on: day(on),
        effect: None,
        obligations: Vec::new(),
        confirmable: false,
        remedy: None,
        not_done: None,
    }
}

/// An agreement over these sums, signed by both.
pub fn agreement(unit: &str, on: &str, obligations: Vec<Due>) -> Command {
    Command::RecordAgreement(Box::new(Agreement {
        unit: agency(unit),
        on: day(on),
        effect: EffectLevel::Contract,
        signed: [1, 2].into(),
        lawful: true,
        obligations,
        confirmable: true,
    }))
}
