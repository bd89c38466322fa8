//! The law of labour arbitration in sentences.

mod awards;
mod door;
mod parts;
mod properties;
mod scenarios;
mod simple;
mod stops;
mod trial;
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
    Against, Apply, AskSetAside, ByParty, Claim, ClaimKind, Command, Fact, Finding, FormTribunal,
    Guide, HoldHearing, Item, LabourArbitration, LapseRight, MakeAward, Mediate, MinimumWage,
    NotifyHearing, On, Paper, Receive, SetAsideGround, State, Sue, TakeOver, Withdraw,
};

/// The employer's number in every test.
const BOSS: u32 = 9;

fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

fn party(no: u32, role: PartyRole, kind: PartyKind) -> Party {
    Party { no, name: Private::new(format!("当事人{no}")), role, kind, minor: false, more: None }
}

/// Workers 1 to `workers` against the employer, asked first on 14 September.
fn brief(workers: u32) -> Brief {
    let mut parties: Vec<Party> =
        (1..=workers).map(|no| party(no, PartyRole::Applicant, PartyKind::Person)).collect();
    parties.push(party(BOSS, PartyRole::Respondent, PartyKind::Org));
    Brief {
        dispute: DisputeId(Id::from_bits(7)),
        code: "640122-7".to_owned(),
        kind: DisputeKind::Labour,
        channel: Channel::LabourWindow,
        place: "640122".parse().unwrap(),
        other_place: None,
        summary: Private::new("拖欠工资".to_owned()),
        parties,
        amount: None,
        people: workers,
        flags: BTreeSet::new(),
        received_on: day(9, 14),
        track: TrackKind::LabourArbitration,
        basis: "劳动争议调解仲裁法5".to_owned(),
        known: Default::default(),
        consents: Vec::new(),
    }
}

fn application(workers: u32) -> Apply {
    Apply {
        brief: Some(brief(workers)),
        number: "贺劳人仲案〔2026〕1号".to_owned(),
        on: day(9, 17),
        workers: (1..=workers).collect(),
        employers: vec![BOSS],
        claims: (1..=workers)
            .map(|worker| Claim { worker, kind: ClaimKind::Wages, amount: Some(Fen::yuan(9000)) })
            .collect(),
        common_claim: true,
        knew_on: Some(day(8, 1)),
        employment_ended_on: Some(day(8, 31)),
    }
}

/// What the applicants tell of the dispute.
fn told(apply: &mut Apply) -> &mut Brief {
    apply.brief.as_mut().unwrap()
}

fn take_over(workers: u32, on: Date) -> Command {
    let (number, person) = ("贺劳人仲接〔2026〕1号".to_owned(), "c1".to_owned());
    Command::TakeOver(Box::new(TakeOver { brief: brief(workers), number, on, person }))
}

fn on(on: Date) -> On {
    On { on }
}

fn by(party: u32, on: Date) -> ByParty {
    ByParty { party, on }
}

fn wage() -> MinimumWage {
    MinimumWage {
        monthly: Fen::yuan(2050), year: 2024, source: "宁政发〔2024〕示例号".to_owned()
    }
}

fn item(worker: u32, kind: ClaimKind, yuan: i64) -> Item {
    Item { worker, kind, amount: Fen::yuan(yuan), finding: Finding::Granted }
}

fn receive(paper: Paper, party: u32, on: Date) -> Command {
    Command::Receive(Receive { paper, party, on })
}

fn sue(paper: Paper, party: u32, workers: &[u32], on: Date) -> Command {
    let against = Against::Paper(paper);
    Command::Sue(Sue { on, party, against, workers: workers.to_vec() })
}

fn ask(workers: &[u32], on: Date) -> Command {
    let ground = SetAsideGround::WrongLaw;
    Command::AskSetAside(AskSetAside { on, party: BOSS, workers: workers.to_vec(), ground })
}

fn lapse(paper: Paper, party: u32) -> Command {
    Command::LapseRight(LapseRight { paper, party })
}

fn ask_law(state: Option<&State>, command: &Command, today: Date) -> Result<Vec<Fact>, String> {
    let actor = Actor {
        agency: "640122.hrss".parse().unwrap(),
        person: "p1".to_owned(),
        role: Role::Arbitrator,
    };
    let now = Moment::from_local(today.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    LabourArbitration::decide(state, command, &ctx).map_err(|refusal| {
        assert!(!refusal.zh().is_empty() && !refusal.en().is_empty(), "{refusal:?}");
        assert!(!refusal.basis().is_empty() && !refusal.instead().is_empty(), "{refusal:?}");
        assert!(!refusal.zh().contains("{}"), "{refusal:?}");
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
        for fact in facts {
            self.state = LabourArbitration::evolve(self.state, &fact);
            self.facts.push(fact);
        }
        self
    }

    /// Asks for something that must be refused with this name.
    fn refuses(self, today: Date, command: Command, name: &str) -> Case {
        let answer = ask_law(self.state.as_ref(), &command, today);
        assert_eq!(answer, Err(name.to_owned()), "{today} {command:?}");
        self
    }

    fn is(self, code: &str) -> Case {
        assert_eq!(self.state().code(), code);
        self
    }

    fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }

    /// The clocks that the last command started: key, rule, last day.
    fn started(&self) -> Vec<(String, Date)> {
        let last = self.facts.last().map(LabourArbitration::clocks).unwrap_or_default();
        last.into_iter()
            .filter_map(|effect| {
                let ClockEffect::Start { key, rule, from } = effect else { return None };
                Some((key, due(&rule, from)))
            })
            .collect()
    }
}

fn due(rule: &str, from: Date) -> Date {
    Law::shipped().due(&jiefen_terms::Query::new(rule, from)).unwrap().due.day()
}

/// Accepted on 18 September.
fn accepted(workers: u32) -> Case {
    Case::new()
        .does(day(9, 17), Command::Apply(Box::new(application(workers))))
        .does(day(9, 18), Command::Accept(on(day(9, 18))))
}

fn tribunal(case: Case, workers: u32) -> Case {
    let count = if workers >= 10 { 3 } else { 1 };
    let arbitrators = (1..=count).map(|no| format!("a{no}")).collect();
    let formed = FormTribunal { on: day(9, 21), arbitrators };
    let case = case.does(day(9, 21), Command::FormTribunal(formed));
    let guide = Guide { on: day(9, 21), helpers: Vec::new() };
    if count == 1 { case } else { case.does(day(9, 21), Command::Guide(guide)) }
}

/// Heard on 14 October, mediation without an agreement.
fn heard(workers: u32) -> Case {
    let hearing_on = day(10, 14);
    tribunal(accepted(workers), workers)
        .does(day(9, 22), Command::NotifyHearing(NotifyHearing { on: day(9, 22), hearing_on }))
        .does(hearing_on, Command::HoldHearing(HoldHearing { on: hearing_on, absent: vec![] }))
        .does(hearing_on, Command::Mediate(Mediate { on: hearing_on, agreed: vec![] }))
}

fn award(case: Case, on: Date, items: Vec<Item>) -> Case {
    case.does(on, Command::Award(MakeAward { on, items, minimum_wage: wage() }))
}

fn withdraw(applicants: &[u32], on: Date, settled: bool) -> Command {
    Command::Withdraw(Withdraw { on, applicants: applicants.to_vec(), settled })
}
