//! The umbrella of the dispute beside its tracks.

use std::collections::BTreeSet;

use jiefen_handoff::Mode;
use jiefen_intake_rules::content::{Content, Identity};
use jiefen_intake_rules::dispute::orders::{
    Acceptance, Arrival, Classification, Offered, Own, Registration, Reported, Service,
};
use jiefen_intake_rules::dispute::parts::{Closing, Proof, Risk, Route, Track, TrackState};
use jiefen_intake_rules::dispute::{Command, Dispute, Fact, Refusal, Stage, State};
use jiefen_procedure::{Actor, Circumstances, Explain, Procedure, matrix};
use jiefen_terms::Law;
use jiefen_vocab::{
    Agency, Channel, DisputeId, DisputeKind, Flag, Moment, Outcome, Party, PartyKind, PartyRole,
    Private, Role, TrackKind,
};
use jiff::civil::{Date, date};

use crate::clocks::Clocks;

/// The township that registers.
pub const TOWN: &str = "640122101.centre";
/// The village committee that mediates.
pub const VILLAGE: &str = "640122101.committee";

/// A code as an agency.
pub fn agency(code: &str) -> Agency {
    code.parse().unwrap()
}

/// The umbrella and the day at its desk.
pub struct Umbrella {
    /// The dispute; none: nobody has asked.
    pub state: Option<State>,
    /// The day.
    pub today: Date,
    /// What it is about.
    pub kind: DisputeKind,
    /// What has happened.
    pub facts: Vec<Fact>,
    /// Its clocks.
    pub clocks: Clocks,
}

fn party(no: u32, role: PartyRole) -> Party {
    let name = Private::new(format!("当事人{no}"));
    Party { no, name, role, kind: PartyKind::Person, minor: false, more: None }
}

impl Umbrella {
    /// Nobody has asked yet.
    pub fn of(kind: DisputeKind) -> Umbrella {
        let (facts, clocks) = (Vec::new(), Clocks::default());
        Umbrella { state: None, today: date(2026, 7, 20), kind, facts, clocks }
    }

    /// Gives a command; what was lawful is checked.
    pub fn give(
        &mut self,
        command: &Command,
        unit: &str,
        role: Role,
    ) -> Result<Vec<Fact>, Refusal> {
        let actor = Actor { agency: agency(unit), person: "clerk-1".to_owned(), role };
        let now = Moment::from_local(self.today.at(10, 0, 0, 0));
        let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
        let facts = Dispute::decide(self.state.as_ref(), command, &ctx)?;
        let before = self.state.clone();
        for fact in &facts {
            self.state = Dispute::evolve(self.state.take(), fact);
            Dispute::clocks(fact).into_iter().for_each(|one| self.clocks.note(Dispute::KIND, one));
        }
        self.facts.extend_from_slice(&facts);
        self.sound(before.as_ref(), command, &facts);
        Ok(facts)
    }

    /// The next of inquiry, registration, classification.
    pub fn open(&mut self) {
        let command = match self.state.as_ref().map(|state| state.stage.code()) {
            None => self.inquiry(),
            Some("received") => self.register(),
            Some(_) => self.classify(&[]),
        };
        self.give(&command, TOWN, Role::WindowClerk).unwrap();
    }

    /// How many tracks have ended.
    pub fn ended(&self) -> usize {
        let over = |track: &&Track| matches!(track.state, TrackState::Ended { .. });
        self.state.as_ref().map_or(0, |state| state.tracks.iter().filter(over).count())
    }

    /// A body takes the dispute on for a track: offered and accepted. False when the umbrella does not
    /// allow it now.
    pub fn hand_over(&mut self, track: TrackKind, unit: &str) -> bool {
        let (unit, basis) = (agency(unit), "实施方案五(二)2".to_owned());
        let offered = Offered { unit, track, mode: Mode::Delegate, basis };
        if self.state.is_none()
            || self.give(&Command::Refer(offered), TOWN, Role::WindowClerk).is_err()
        {
            return false;
        }
        let (person, case_no, on) = ("person-3".to_owned(), Some("2号".to_owned()), self.today);
        let accepted = Acceptance { unit, person, case_no, on };
        self.give(&Command::NoteAccepted(accepted), TOWN, Role::System).unwrap();
        true
    }

    /// A body's track has ended: what it reports is taken, and taken once; no other track's end is touched,
    /// and where nothing carries the dispute on, the parties are shown where they may go next.
    pub fn hear(&mut self, unit: &str, outcome: Outcome) {
        let Some(before) = self.state.clone() else { return };
        let Some(track) = before.track_of(agency(unit), TrackState::Running) else { return };
        let command = Self::result(unit, outcome, self.today);
        let told = self.give(&command, TOWN, Role::System);
        if !Dispute::outline(&before).open {
            return;
        }
        if let Err(refusal) = told {
            panic!("{outcome} of {} in {}: {}", track.kind, before.stage.code(), refusal.name());
        }
        let after = self.state.clone().unwrap();
        let ended = TrackState::Ended { outcome, on: self.today };
        for (old, new) in before.tracks.iter().zip(&after.tracks) {
            let expected = if old.no == track.no { &ended } else { &old.state };
            assert_eq!(&new.state, expected, "{unit} reports {outcome}");
        }
        assert_eq!(self.give(&command, TOWN, Role::System).map(|facts| facts.len()).ok(), Some(0));
        if after.stage == Stage::Unresolved {
            self.next_routes();
        }
    }

    /// The way to a decision is open and shown.
    fn next_routes(&mut self) {
        let text = |text: &str| text.to_owned();
        let route = |track: &TrackKind| Route {
            track: *track,
            cost: text("不收费"),
            time: text("依法"),
            effect: text("依法"),
        };
        let mut due = matrix::must_show(self.kind);
        let offer = |tracks: &[TrackKind]| Command::OfferRoutes {
            routes: tracks.iter().map(route).collect(),
        };
        let mut offered = self.give(&offer(due), TOWN, Role::WindowClerk);
        if let Err(Refusal::Excluded(bar)) = &offered {
            due = bar.instead;
            offered = self.give(&offer(due), TOWN, Role::WindowClerk);
        }
        if let Err(refusal) = offered {
            panic!("no way out of {} by {due:?}: {}", self.kind, refusal.zh());
        }
    }

    fn result(unit: &str, outcome: Outcome, on: Date) -> Command {
        Command::NoteResult(Box::new(Reported {
            unit: agency(unit),
            outcome,
            on,
            effect: None,
            obligations: Vec::new(),
            confirmable: false,
            remedy: None,
            not_done: None,
        }))
    }

    fn inquiry(&self) -> Command {
        Command::RecordInquiry(Box::new(Arrival {
            dispute: DisputeId::from_bits(7),
            channel: Channel::ZzTown,
            number: None,
            kind: self.kind,
            place: "640122101203".parse().unwrap(),
            summary: Private::new("纠纷".to_owned()),
            parties: vec![],
            on: self.today,
        }))
    }

    fn register(&self) -> Command {
        let (place, summary) = ("640122101203".parse().unwrap(), Private::new("纠纷".to_owned()));
        let mut content = Content::first_words(self.kind, place, summary);
        content.parties = vec![party(1, PartyRole::Applicant), party(2, PartyRole::Respondent)];
        let identity = Identity::DocumentShown;
        Command::Register(Box::new(Registration { content, identity, imported: None }))
    }

    fn classify(&self, flags: &[Flag]) -> Command {
        Command::Classify(Box::new(Classification {
            kind: self.kind,
            other_places: BTreeSet::new(),
            flags: flags.iter().copied().collect(),
            risk: Risk::Normal,
            statutory: None,
            why: "归类".to_owned(),
        }))
    }

    fn commands(&self) -> Vec<(Command, &'static str, Role)> {
        let (unit, on) = (agency(VILLAGE), self.today);
        let offered = |mode| Offered {
            unit,
            track: TrackKind::PeopleMediation,
            mode,
            basis: "实施方案五(二)2".to_owned(),
        };
        let accepted =
            Acceptance {
                unit, person: "person-2".to_owned(), case_no: Some("1号".to_owned()), on
            };
        let own = Own {
            track: TrackKind::PeopleMediation,
            power: "权责清单3-1".to_owned(),
            person: "mediator-1".to_owned(),
        };
        let mut all = vec![
            (self.inquiry(), TOWN, Role::WindowClerk),
            (self.register(), TOWN, Role::WindowClerk),
            (self.classify(&[]), TOWN, Role::WindowClerk),
            (Command::Refer(offered(Mode::Delegate)), TOWN, Role::WindowClerk),
            (Command::Refer(offered(Mode::Transfer)), TOWN, Role::WindowClerk),
            (Command::NoteAccepted(accepted), TOWN, Role::System),
            (Command::AcceptOwn(own), TOWN, Role::WindowClerk),
            (Self::result(VILLAGE, Outcome::Failed, on), TOWN, Role::System),
            (Self::result(VILLAGE, Outcome::Withdrawn, on), TOWN, Role::System),
        ];
        let closings = [Closing::NotPursued, Closing::Withdrawn];
        all.extend(closings.map(|result| {
            (Command::Close { result, file_complete: true }, TOWN, Role::WindowClerk)
        }));
        let unproved = self.state.as_ref().and_then(State::unproved);
        if let Some(notice) = unproved {
            all.extend(notice.to.iter().map(|party| {
                let (notice, proof) = (notice.no, Proof::Signed);
                let service = Service { notice, party: *party, proof, on };
                (Command::ServeNotice(service), TOWN, Role::WindowClerk)
            }));
        }
        all
    }

    /// One command of chance; days go by.
    pub fn step(&mut self, pick: usize) {
        let commands = self.commands();
        let (command, unit, role) = &commands[pick % commands.len()];
        let _lawful_or_not = self.give(command, unit, *role).is_ok();
        if pick.is_multiple_of(7) {
            self.today = self.today.tomorrow().unwrap();
        }
    }

    fn sound(&self, before: Option<&State>, command: &Command, facts: &[Fact]) {
        let state = self.state.as_ref().unwrap();
        let outline = Dispute::outline(state);
        // I1, I3: one unit, one named person, a next step and a clock while it is open.
        if outline.open {
            assert!(!state.responsible.person.trim().is_empty(), "I1 after {command:?}");
            assert!(!outline.next_zh.is_empty(), "I3 after {command:?}");
            assert!(!state.running.is_empty(), "I3 after {command:?}");
        }
        let running: Vec<&str> = state.running.iter().map(String::as_str).collect();
        assert_eq!(self.clocks.keys(), running, "the state knows its clocks: {command:?}");
        // I6: nothing is closed before its notices are proved.
        if matches!(command, Command::Close { .. }) {
            assert!(state.unproved().is_none(), "I6 after {command:?}");
        }
        let Some(before) = before else { return };
        // I2: an offer alone moves nothing.
        let moved = before.responsible.unit != state.responsible.unit;
        if moved {
            let lawful = facts.iter().any(|fact| {
                matches!(
                    fact,
                    Fact::Accepted { moves: true, .. }
                        | Fact::OwnTrackOpened { .. }
                        | Fact::EscalationAccepted { .. }
                        | Fact::DesignationFinal { .. }
                        | Fact::ConfirmationEnded(_)
                        | Fact::Carried { .. }
                        | Fact::WentUnresolved { back_to: Some(_), .. }
                )
            });
            assert!(lawful, "I2 moved by {command:?}: {facts:?}");
        }
    }
}
