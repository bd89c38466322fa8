//! The law of reconsideration in sentences.

mod door;
mod outcome;
mod properties;
mod review;
mod walk;

use std::collections::BTreeSet;

use jiefen_procedure::{Actor, Brief, Circumstances, ClockEffect, Explain, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Fen, Id, Moment, Party, PartyKind, PartyRole, Private, Role,
    TrackKind,
};
use jiff::civil::{Date, date};

use super::{
    Accept, Act, ActKind, Apply, ByParty, Checks, Command, Decide, DecisionKind, Duty, Fact, Head,
    HoldHearing, Opine, Panel, Reconsideration, RefusalGround, Refuse, State, Told, Track,
};

/// The citizen, the agency and the neighbour in every test.
const CITIZEN: u32 = 1;
const AGENCY: u32 = 2;
const NEIGHBOUR: u32 = 3;

fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

fn party(no: u32, role: PartyRole) -> Party {
    let name = Private::new(format!("当事人{no}"));
    Party { no, name, role, kind: PartyKind::Org, minor: false }
}

fn brief() -> Brief {
    Brief {
        dispute: DisputeId(Id::from_bits(7)),
        code: "640122-7".to_owned(),
        kind: DisputeKind::Administrative,
        channel: Channel::AgencyCounter,
        place: "640122".parse().unwrap(),
        other_place: None,
        summary: Private::new("不服罚款".to_owned()),
        parties: vec![party(CITIZEN, PartyRole::Applicant), party(AGENCY, PartyRole::Respondent)],
        amount: Some(Fen::yuan(20_000)),
        people: 1,
        flags: BTreeSet::new(),
        received_on: day(3, 2),
        track: TrackKind::AdministrativeReconsideration,
        basis: "行政复议法20".to_owned(),
        known: Default::default(),
        consents: Vec::new(),
    }
}

/// A fine of 20,000 yuan known on 2 February, with the notice of rights: apply until 3 April.
fn fine() -> Act {
    Act {
        kind: ActKind::Penalty,
        made_on: Some(day(2, 2)),
        knew_on: day(2, 2),
        told: Told::WithAct,
        real_estate: false,
        amount: Some(Fen::yuan(20_000)),
        longer_until: None,
        excused: Vec::new(),
    }
}

fn application() -> Apply {
    Apply {
        brief: brief(),
        number: "贺政复〔2026〕1号".to_owned(),
        act: Some(fine()),
        on: day(3, 9),
    }
}

fn apply(application: Apply) -> Command {
    Command::Apply(Box::new(application))
}

fn against(act: Act) -> Command {
    apply(Apply { act: Some(act), ..application() })
}

const CLEAR: Checks = Checks { suit_accepted: false, reviewed: false, withdrawn_before: false };

fn acceptance(track: Track) -> Accept {
    let reviewer = "r1".to_owned();
    Accept { on: day(3, 12), track, agreed: Vec::new(), checks: CLEAR, reviewer }
}

fn accept() -> Command {
    Command::Accept(acceptance(Track::Ordinary))
}

fn refuse(ground: RefusalGround, on: Date) -> Command {
    Command::Refuse(Refuse { on, ground, competent: None })
}

fn by(party: u32, on: Date) -> ByParty {
    ByParty { party, on }
}

fn panel() -> Panel {
    let members = vec!["r2".to_owned(), "r3".to_owned()];
    Panel { chair: "r1".to_owned(), members, recorder: "r4".to_owned() }
}

fn hearing(on: Date, head: Head) -> Command {
    Command::HoldHearing(HoldHearing { on, panel: panel(), head, absent: Vec::new() })
}

fn decision(kind: DecisionKind, on: Date) -> Decide {
    Decide { on, kind, worse: false, third_claims: false, third_proof: false, duty: None }
}

fn decide(kind: DecisionKind, on: Date) -> Command {
    Command::Decide(decision(kind, on))
}

fn order(by_day: Date, on: Date) -> Command {
    let duty = Some(Duty { party: AGENCY, by: by_day, amount: None });
    Command::Decide(Decide { duty, ..decision(DecisionKind::OrderToAct, on) })
}

fn opine(on: Date) -> Command {
    let text = Private::new("规范罚款程序".to_owned());
    Command::Opine(Opine { on, agency: "640122.market".to_owned(), text })
}

fn ask_law(state: Option<&State>, command: &Command, today: Date) -> Result<Vec<Fact>, String> {
    let actor = Actor {
        agency: "640122.justice".parse().unwrap(),
        person: "r1".to_owned(),
        role: Role::ReviewHead,
    };
    let now = Moment::from_local(today.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    Reconsideration::decide(state, command, &ctx).map_err(|refusal| {
        assert!(!refusal.zh().is_empty() && !refusal.en().is_empty(), "{refusal:?}");
        assert!(!refusal.basis().is_empty() && !refusal.instead().is_empty(), "{refusal:?}");
        assert!(!refusal.zh().contains("{}") && !refusal.en().contains("{}"), "{refusal:?}");
        refusal.name().to_owned()
    })
}

/// A case as it goes.
#[derive(Debug, Clone, Default)]
struct Case {
    state: Option<State>,
    facts: Vec<Fact>,
}

impl Case {
    fn new() -> Case {
        Case::default()
    }

    /// Does something that must be lawful.
    fn does(mut self, today: Date, command: Command) -> Case {
        let facts = ask_law(self.state.as_ref(), &command, today)
            .unwrap_or_else(|name| panic!("{today} {}: refused {name}", command.name()));
        assert!(!facts.is_empty(), "{}", command.name());
        for fact in facts {
            self.state = Reconsideration::evolve(self.state, &fact);
            self.facts.push(fact);
        }
        self
    }

    /// Does what the law says on a clock's expiry.
    fn expires(self, today: Date, clock: &str) -> Case {
        let command = Reconsideration::expired(self.state.as_ref().unwrap(), clock);
        self.does(today, command.unwrap_or_else(|| panic!("{clock}: a finding only")))
    }

    /// Must not be allowed, for this reason.
    fn refuses(self, today: Date, command: Command, name: &str) -> Case {
        let answer = ask_law(self.state.as_ref(), &command, today);
        assert_eq!(answer, Err(name.to_owned()), "{today} {}", command.name());
        self
    }

    fn stands(self, code: &str) -> Case {
        assert_eq!(self.state().code(), code);
        self
    }

    fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }

    /// True when a fact started this clock under this rule from this day.
    fn starts(&self, key: &str, rule: &str, from: Date) -> bool {
        let wanted = ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from };
        self.facts.iter().flat_map(Reconsideration::clocks).any(|effect| effect == wanted)
    }
}

/// Received on 9 March; the examination ends on 16 March.
fn received() -> Case {
    Case::new().does(day(3, 9), apply(application()))
}

/// Handed over on 9 March without a word on the act.
fn undescribed() -> Case {
    Case::new().does(day(3, 9), apply(Apply { act: None, ..application() }))
}

/// Accepted on 12 March: the decision is due by 11 May.
fn reviewing() -> Case {
    received().does(day(3, 12), accept())
}

/// The copy was received on 13 March: the reply is due by 27 March.
fn copied() -> Case {
    reviewing().does(day(3, 13), Command::ServeCopy(by(AGENCY, day(3, 13))))
}

/// Replied and heard: ripe for decision.
fn ripe() -> Case {
    copied()
        .does(day(3, 26), Command::Reply(by(AGENCY, day(3, 26))))
        .does(day(3, 30), Command::HearParties { on: day(3, 30), on_paper: false })
}

/// The act was upheld on 7 April.
fn upheld() -> Case {
    ripe().does(day(4, 7), decide(DecisionKind::Uphold, day(4, 7)))
}

/// The agency was ordered on 7 April to act by 30 April.
fn ordered() -> Case {
    ripe().does(day(4, 7), order(day(4, 30), day(4, 7)))
}

/// Mediation began on 1 April.
fn mediating() -> Case {
    ripe().does(day(4, 1), Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(4, 1) })
}

/// The statement was made on 3 April and obliges this party by 30 April, or nobody.
fn stated(party: Option<u32>) -> Case {
    let duty = party.map(|party| Duty { party, by: day(4, 30), amount: Some(Fen::yuan(5000)) });
    mediating().does(day(4, 3), Command::MakeStatement { on: day(4, 3), duty })
}

/// The statement has been in force since 8 April.
fn in_force(party: Option<u32>) -> Case {
    stated(party)
        .does(day(4, 7), Command::SignStatement(by(CITIZEN, day(4, 7))))
        .does(day(4, 7), Command::SignStatement(by(AGENCY, day(4, 7))))
        .does(day(4, 8), Command::SealStatement { on: day(4, 8) })
}

fn serve(party: u32, on: Date) -> Command {
    Command::Serve(by(party, on))
}
