//! A procedure as small as can be, with a hand-off: a matter is opened, worked on, sent and closed.

use jiefen_handoff as handoff;
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, CaseId, DisputeId, Role};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    pub brief: Brief,
    pub steps: u32,
    pub open: bool,
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Open(Box<Brief>),
    Work,
    Send { to: Agency },
    Close,
    Note(String),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    Opened { brief: Box<Brief>, own: bool, on: jiff::civil::Date },
    Worked,
    Sent { to: Agency },
    Closed,
    Noted { text: String },
}

pub struct Law;

impl Procedure for Law {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refused2;
    const KIND: &'static str = "small";
    const COMMANDS: &'static [&'static str] = &["open", "work", "send", "close", "note"];

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refused2> {
        match (state, command) {
            (None, Command::Open(brief)) => Ok(vec![Fact::Opened {
                brief: brief.clone(),
                own: ctx.actor.role != Role::System,
                on: ctx.today(),
            }]),
            (None, _) => Err(Refused2("NOT_OPEN")),
            (Some(_), Command::Open(_)) => Err(Refused2("OPEN_ALREADY")),
            (Some(state), _) if !state.open => Err(Refused2("CLOSED")),
            (Some(_), Command::Work) => Ok(vec![Fact::Worked]),
            (Some(_), Command::Send { to }) => Ok(vec![Fact::Sent { to: *to }]),
            (Some(_), Command::Close) => Ok(vec![Fact::Closed]),
            (Some(_), Command::Note(text)) if text.contains("poison") => Err(Refused2("POISON")),
            (Some(_), Command::Note(text)) => Ok(vec![Fact::Noted { text: text.clone() }]),
        }
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        match (state, fact) {
            (_, Fact::Opened { brief, .. }) => {
                Some(State { brief: (**brief).clone(), steps: 0, open: true, notes: vec![] })
            }
            (Some(mut state), fact) => {
                match fact {
                    Fact::Worked => state.steps += 1,
                    Fact::Closed => state.open = false,
                    Fact::Noted { text } => state.notes.push(text.clone()),
                    Fact::Sent { .. } | Fact::Opened { .. } => {}
                }
                Some(state)
            }
            (None, _) => None,
        }
    }

    fn outline(state: &State) -> Outline {
        Outline {
            kind: "small",
            state: if state.open { "open" } else { "closed" },
            state_zh: "办理中",
            open: state.open,
            next_zh: "办理".into(),
            next_en: "work".into(),
            person: None,
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        let key = || "work".to_owned();
        match fact {
            Fact::Opened { on, .. } => {
                vec![ClockEffect::Start { key: key(), rule: "T-H-09".into(), from: *on }]
            }
            Fact::Closed => vec![ClockEffect::Met { key: key() }],
            Fact::Worked | Fact::Sent { .. } | Fact::Noted { .. } => vec![],
        }
    }

    fn notices(_: &Fact) -> Vec<Notice> {
        vec![]
    }

    fn expired(state: &State, _: &str) -> Option<Command> {
        state.open.then_some(Command::Close)
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::Open(_) => "open",
            Command::Work => "work",
            Command::Send { .. } => "send",
            Command::Close => "close",
            Command::Note(_) => "note",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        if command == "note" { &[] } else { &[Role::Mediator] }
    }

    fn needs_holding(command: &str) -> bool {
        ["work", "send", "close"].contains(&command)
    }

    fn chart() -> &'static Chart {
        static CHART: Chart = Chart { kind: "small", zh: "小", stages: &[], steps: &[] };
        &CHART
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Refused2(&'static str);

impl jiefen_procedure::Explain for Refused2 {
    fn name(&self) -> &'static str {
        self.0
    }
    fn zh(&self) -> String {
        "不行".into()
    }
    fn en(&self) -> String {
        "no".into()
    }
    fn basis(&self) -> &'static str {
        "T-H-09"
    }
    fn instead(&self) -> String {
        "另办".into()
    }
}

#[derive(Clone)]
pub struct Small;

pub fn case_of(dispute: DisputeId) -> CaseId {
    CaseId(dispute.0.derive("small"))
}

impl Area for Small {
    const NAME: &'static str = "small";
    const READS: &'static [&'static str] = &["small.v1.Worked"];
    type Law = Law;

    fn dispute(case: &State) -> Option<DisputeId> {
        Some(case.brief.dispute)
    }

    fn cases_of(dispute: DisputeId) -> Vec<CaseId> {
        vec![case_of(dispute)]
    }

    fn announce(_: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        matches!(fact, Fact::Worked).then(|| Announcement {
            kind: "small.v1.Worked",
            aggregate: "matter",
            fact: "worked",
            payload: vec![7],
        })
    }

    fn custody(told: &Told<'_>, fact: &Fact, _: &State) -> Vec<handoff::Input> {
        match fact {
            Fact::Opened { own: true, .. } => vec![handoff::Input::Open],
            Fact::Sent { to } => vec![handoff::Input::Offer {
                to: *to,
                mode: handoff::Mode::Transfer,
                due: told.ctx.now.plus_seconds(3600),
                brief: told.id,
                co_units: std::collections::BTreeSet::new(),
                result_due: None,
            }],
            Fact::Opened { .. } | Fact::Worked | Fact::Closed | Fact::Noted { .. } => vec![],
        }
    }

    fn brief(case: &State) -> Option<Brief> {
        Some(case.brief.clone())
    }

    fn react(signal: &Signal<'_>, cases: &Cases<'_, Self>) -> Vec<Reaction<Self>> {
        match signal {
            Signal::Taken { brief, .. } => vec![Reaction {
                case: case_of(brief.dispute),
                command: Command::Open(Box::new((*brief).clone())),
            }],
            Signal::Tell { dispute, tell: handoff::Tell::Accepted { by, .. }, .. } => {
                vec![Reaction {
                    case: case_of(*dispute),
                    command: Command::Note(format!("accepted {by}")),
                }]
            }
            Signal::Tell { dispute, tell: handoff::Tell::ProgressSeen { .. }, .. } => {
                vec![Reaction { case: case_of(*dispute), command: Command::Note("poison".into()) }]
            }
            Signal::Event { envelope, .. } => envelope
                .dispute
                .filter(|dispute| cases.get(case_of(*dispute)).is_some())
                .map(|dispute| Reaction {
                    case: case_of(dispute),
                    command: Command::Note(format!("event {}", envelope.seq)),
                })
                .into_iter()
                .collect(),
            Signal::Tell { .. } | Signal::Returned { .. } => vec![],
        }
    }
}
