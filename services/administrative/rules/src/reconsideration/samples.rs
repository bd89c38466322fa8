//! Sample courses of reconsideration, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, decide as ask, longest};
use jiefen_procedure::{Brief, Procedure};
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Fen, Id, Party, PartyKind, PartyRole, Private, Role, TrackKind,
};
use jiff::civil::{Date, date};

use super::{
    Accept, Act, ActKind, Apply, ByParty, Checks, Command, ConsultGround, Decide, DecisionKind,
    Duty, EndGround, Enforcer, Fact, Head, HoldHearing, Measure, Opine, Panel, Reconsideration,
    RefusalGround, Refuse, State, SuspendGround, Told, Track,
};

/// Who handles the samples.
pub const HEAD: Role = Role::ReviewHead;

/// The citizen in every sample.
pub const CITIZEN: u32 = 1;

/// The agency in every sample.
pub const AGENCY: u32 = 2;

/// A day of 2026.
pub fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

/// A party.
pub fn party(no: u32, role: PartyRole) -> Party {
    let name = Private::new(format!("当事人{no}"));
    Party { no, name, role, kind: PartyKind::Org, minor: false, more: None }
}

/// A dispute over a fine.
pub fn brief() -> Brief {
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
pub fn fine() -> Act {
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

/// The citizen applies.
pub fn application() -> Apply {
    Apply {
        brief: brief(),
        number: "贺政复〔2026〕1号".to_owned(),
        act: Some(fine()),
        on: day(3, 9),
    }
}

/// An application.
pub fn apply(application: Apply) -> Command {
    Command::Apply(Box::new(application))
}

/// Nothing stands in the way.
pub const CLEAR: Checks = Checks { suit_accepted: false, reviewed: false, withdrawn_before: false };

/// It is accepted on a track.
pub fn acceptance(track: Track) -> Accept {
    let reviewer = "r1".to_owned();
    Accept { on: day(3, 12), track, agreed: Vec::new(), checks: CLEAR, reviewer }
}

/// It is accepted.
pub fn accept() -> Command {
    Command::Accept(acceptance(Track::Ordinary))
}

/// It is refused.
pub fn refuse(ground: RefusalGround, on: Date) -> Command {
    Command::Refuse(Refuse { on, ground, competent: None })
}

/// A party on a day.
pub fn by(party: u32, on: Date) -> ByParty {
    ByParty { party, on }
}

/// A panel of three.
pub fn panel() -> Panel {
    let members = vec!["r2".to_owned(), "r3".to_owned()];
    Panel { chair: "r1".to_owned(), members, recorder: "r4".to_owned() }
}

/// A hearing is held.
pub fn hearing(on: Date, head: Head) -> Command {
    Command::HoldHearing(HoldHearing { on, panel: panel(), head, absent: Vec::new() })
}

/// A decision.
pub fn decision(kind: DecisionKind, on: Date) -> Decide {
    Decide { on, kind, worse: false, third_claims: false, third_proof: false, duty: None }
}

/// It is decided.
pub fn decide(kind: DecisionKind, on: Date) -> Command {
    Command::Decide(decision(kind, on))
}

/// The agency is ordered to act.
pub fn order(by_day: Date, on: Date) -> Command {
    let duty = Some(Duty { party: AGENCY, by: by_day, amount: None });
    Command::Decide(Decide { duty, ..decision(DecisionKind::OrderToAct, on) })
}

/// An opinion to the agency.
pub fn opine(on: Date) -> Command {
    let text = Private::new("规范罚款程序".to_owned());
    Command::Opine(Opine { on, agency: "640122.market".to_owned(), text })
}

/// A case as it goes.
#[derive(Debug, Clone, Default)]
pub struct Case {
    /// Where it stands.
    pub state: Option<State>,
    /// What has happened.
    pub facts: Vec<Fact>,
    /// What was done, in order.
    pub given: Vec<Move<Reconsideration>>,
}

impl Case {
    /// Not yet begun.
    pub fn new() -> Case {
        Case::default()
    }

    fn given(mut self, today: Date, role: Role, command: Command) -> Case {
        let facts = ask::<Reconsideration>(self.state.as_ref(), &command, today, role)
            .unwrap_or_else(|refusal| panic!("{today} {}: {refusal:?}", command.name()));
        assert!(!facts.is_empty(), "{}", command.name());
        for fact in facts {
            self.state = Reconsideration::evolve(self.state, &fact);
            self.facts.push(fact);
        }
        self.given.push((today, role, command));
        self
    }

    /// Does something that must be lawful.
    pub fn does(self, today: Date, command: Command) -> Case {
        self.given(today, HEAD, command)
    }

    /// Does what the law says on a clock's expiry.
    pub fn expires(self, today: Date, clock: &str) -> Case {
        let command = Reconsideration::expired(self.state(), clock);
        let command = command.unwrap_or_else(|| panic!("{clock}: a finding only"));
        self.given(today, Role::System, command)
    }

    /// It must stand here.
    pub fn stands(self, code: &str) -> Case {
        assert_eq!(self.state().code(), code);
        self
    }

    /// Where it stands.
    pub fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }
}

/// Received on 9 March; the examination ends on 16 March.
pub fn received() -> Case {
    Case::new().does(day(3, 9), apply(application()))
}

/// Handed over on 9 March without a word on the act.
pub fn undescribed() -> Case {
    Case::new().does(day(3, 9), apply(Apply { act: None, ..application() }))
}

/// Accepted on 12 March: the decision is due by 11 May.
pub fn reviewing() -> Case {
    received().does(day(3, 12), accept())
}

/// The copy was received on 13 March: the reply is due by 27 March.
pub fn copied() -> Case {
    reviewing().does(day(3, 13), Command::ServeCopy(by(AGENCY, day(3, 13))))
}

/// Replied and heard: ripe for decision.
pub fn ripe() -> Case {
    copied()
        .does(day(3, 26), Command::Reply(by(AGENCY, day(3, 26))))
        .does(day(3, 30), Command::HearParties { on: day(3, 30), on_paper: false })
}

/// The act was upheld on 7 April.
pub fn upheld() -> Case {
    ripe().does(day(4, 7), decide(DecisionKind::Uphold, day(4, 7)))
}

/// The agency was ordered on 7 April to act by 30 April.
pub fn ordered() -> Case {
    ripe().does(day(4, 7), order(day(4, 30), day(4, 7)))
}

/// Mediation began on 1 April.
pub fn mediating() -> Case {
    ripe().does(day(4, 1), Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(4, 1) })
}

/// The statement was made on 3 April and obliges this party by 30 April, or nobody.
pub fn stated(party: Option<u32>) -> Case {
    let duty = party.map(|party| Duty { party, by: day(4, 30), amount: Some(Fen::yuan(5000)) });
    mediating().does(day(4, 3), Command::MakeStatement { on: day(4, 3), duty })
}

/// The statement has been in force since 8 April.
pub fn in_force(party: Option<u32>) -> Case {
    stated(party)
        .does(day(4, 7), Command::SignStatement(by(CITIZEN, day(4, 7))))
        .does(day(4, 7), Command::SignStatement(by(AGENCY, day(4, 7))))
        .does(day(4, 8), Command::SealStatement { on: day(4, 8) })
}

/// The decision is served.
pub fn serve(party: u32, on: Date) -> Command {
    Command::Serve(by(party, on))
}

/// One command of each kind, with its variants, on a day.
pub fn samples(on: Date) -> Vec<Command> {
    let later = on.checked_add(jiff::Span::new().days(20)).unwrap();
    let mut all = vec![
        apply(application()),
        Command::DescribeAct { act: fine(), on },
        Command::AskCorrection { on },
        Command::ServeCorrection { on },
        Command::ExtendCorrection { days: 3, on },
        Command::Correct { on },
        Command::Abandon,
        Command::Accept(Accept { on, ..acceptance(Track::Ordinary) }),
        refuse(RefusalGround::NoInterest, on),
        Command::DeemAccepted,
        Command::NameReviewer { reviewer: "r9".to_owned(), on },
        Command::MarkMajor { on },
        Command::MarkTechnical { on },
        Command::ConsultCommittee { ground: ConsultGround::Useful, on },
        Command::RecordAdvice { text: Private::new("宜撤销".to_owned()), on },
        Command::Convert { on },
        Command::HearParties { on, on_paper: true },
        Command::NotifyHearing { on, hearing_on: later },
        hearing(on, Head::Came),
        Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on },
        Command::MakeStatement { on, duty: None },
        Command::SealStatement { on },
        Command::EndMediation { party: None, on },
        Command::Suspend { ground: SuspendGround::Death, on },
        Command::Suspend { ground: SuspendGround::Other, on },
        Command::Resume { on },
        Command::LapseSuspension,
        Command::Terminate { ground: EndGround::TurnedCriminal, on },
        Command::Extend { days: 30, on },
        Command::LapseDecision,
        Command::Dismiss { ground: RefusalGround::WrongParties, on },
        decide(DecisionKind::Annul, on),
        order(later, on),
        Command::Perform { on, proof: "凭证".to_owned() },
        Command::Press { measure: Measure::Order, by: later, on },
        Command::Enforce { by: Enforcer::Court, on },
        opine(on),
        Command::ReportOpinion { no: 1, on },
        Command::ReportOpinion { no: 2, on },
    ];
    for party in [CITIZEN, AGENCY] {
        all.extend([
            Command::ServeCopy(by(party, on)),
            Command::Reply(by(party, on)),
            Command::LapseReply { party },
            Command::SignStatement(by(party, on)),
            Command::AskWithdrawal { party, settled: false, on },
            Command::RuleWithdrawal { party, granted: false, on },
            Command::RuleWithdrawal { party, granted: true, on },
            serve(party, on),
            Command::Sue(by(party, on)),
            Command::LapseSuit { party },
        ]);
    }
    all
}

/// Cases whose copy was served only when the review was overdue or stood still.
fn copied_late() -> Vec<(Case, Date)> {
    let begin = Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(4, 1) };
    let stop = Command::Suspend { ground: SuspendGround::Other, on: day(4, 1) };
    let copy = |case: Case, on| case.does(on, Command::ServeCopy(by(AGENCY, on)));
    let over = copy(reviewing().expires(day(5, 12), "decide"), day(5, 13));
    let mut all = vec![(copied(), day(3, 26)), (over.clone(), day(5, 14)), (over, day(6, 10))];
    let mut two = application();
    two.brief.parties.push(party(4, PartyRole::Applicant));
    let two = Case::new().does(day(3, 9), apply(two)).does(day(3, 12), accept());
    all.push((two.expires(day(5, 12), "decide"), day(5, 13)));
    for command in [begin, stop] {
        let halted = copy(reviewing().does(day(4, 1), command), day(4, 2));
        all.extend([(halted.clone(), day(4, 3)), (halted, day(6, 10))]);
    }
    all
}

/// Cases after the decision or statement.
fn decided_cases() -> Vec<(Case, Date)> {
    let opined = |case: Case, on| case.does(on, opine(on));
    let served = |case: Case| {
        case.does(day(4, 8), serve(CITIZEN, day(4, 8))).does(day(4, 8), serve(AGENCY, day(4, 8)))
    };
    let duty = Some(Duty { party: CITIZEN, by: day(4, 8), amount: None });
    let pay = ripe().does(
        day(4, 7),
        Command::Decide(Decide { duty, ..decision(DecisionKind::Uphold, day(4, 7)) }),
    );
    let unserved = pay.clone().does(day(4, 8), serve(CITIZEN, day(4, 8)));
    let unserved = unserved.expires(day(5, 20), "suit:1");
    let late = day(5, 20);
    let mut all = vec![(unserved, late)];
    for case in [upheld(), ordered(), in_force(None), in_force(Some(AGENCY)), pay] {
        let one = case.clone().does(day(4, 8), serve(CITIZEN, day(4, 8)));
        let both = served(case.clone());
        for case in [case, one] {
            all.extend([(case.clone(), day(4, 9)), (opined(case, day(4, 8)), day(4, 9))]);
        }
        if both.state().code() == "decided" {
            all.extend([(both.clone(), day(4, 9)), (both.clone(), late)]);
            let marked = opined(both.clone(), day(4, 8));
            all.extend([(marked.clone(), day(4, 9)), (marked.clone(), late)]);
            for both in [both, marked] {
                let lapse = Command::LapseSuit { party: CITIZEN };
                if ask::<Reconsideration>(both.state.as_ref(), &lapse, late, HEAD).is_ok() {
                    all.push((both.expires(late, "suit:1"), late));
                } else {
                    all.push((both, late));
                }
            }
        }
    }
    all
}

/// Cases at every point of the procedure, each with a day on which it goes on.
pub fn reached() -> Vec<(Case, Date)> {
    let ask = |case: Case, on| {
        case.does(on, Command::AskWithdrawal { party: CITIZEN, settled: false, on })
    };
    let opined = |case: Case, on| case.does(on, opine(on));
    let asked = received().does(day(3, 11), Command::AskCorrection { on: day(3, 11) });
    let noticed = asked.clone().does(day(3, 12), Command::ServeCorrection { on: day(3, 12) });
    let simplified = received().does(
        day(3, 12),
        Command::Accept(Accept { agreed: vec![CITIZEN, AGENCY], ..acceptance(Track::Simplified) }),
    );
    let set =
        copied().does(day(3, 16), Command::NotifyHearing { on: day(3, 16), hearing_on: day(4, 2) });
    let stopped = |ground, case: Case, on| case.does(on, Command::Suspend { ground, on });
    let overdue = |case: Case| case.expires(day(5, 12), "decide");
    let (d, late) = (day(4, 3), day(5, 20));
    let mut all = vec![
        (received(), day(3, 10)),
        (received(), day(3, 20)),
        (ask(received(), day(3, 10)), day(3, 11)),
        (asked.clone(), day(3, 12)),
        (ask(asked, day(3, 12)), day(3, 13)),
        (noticed.clone(), day(3, 13)),
        (noticed, d),
        (simplified, day(3, 13)),
        (set, day(4, 2)),
    ];
    let consult = Command::ConsultCommittee { ground: ConsultGround::Useful, on: day(3, 30) };
    for case in [reviewing(), copied(), ripe(), ripe().does(day(3, 30), consult)] {
        let over = overdue(case.clone());
        all.extend([
            (case.clone(), day(3, 30)),
            (case.clone(), late),
            (over.clone(), day(5, 13)),
            (over.clone(), day(6, 10)),
            (ask(over.clone(), day(5, 13)), day(5, 14)),
            (opined(over.clone(), day(5, 13)), day(5, 14)),
            (opined(ask(over, day(5, 13)), day(5, 13)), day(5, 14)),
        ]);
        let begin = Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(4, 1) };
        let halts = [
            case.clone().does(day(4, 1), begin),
            stopped(SuspendGround::Death, case.clone(), day(4, 1)),
            stopped(SuspendGround::Other, case.clone(), day(4, 1)),
            case,
        ];
        for halt in halts {
            all.extend([
                (halt.clone(), d),
                (halt.clone(), day(6, 10)),
                (ask(halt.clone(), day(4, 1)), d),
                (opined(halt.clone(), day(4, 1)), day(6, 10)),
                (opined(ask(halt, day(4, 1)), day(4, 1)), d),
            ]);
        }
    }
    all.extend(reached_late());
    all
}

/// Those that begin in silence, are late, or have an opinion outstanding.
fn reached_late() -> Vec<(Case, Date)> {
    let ask = |case: Case, on| {
        case.does(on, Command::AskWithdrawal { party: CITIZEN, settled: false, on })
    };
    let opined = |case: Case, on| case.does(on, opine(on));
    let signed = stated(None)
        .does(day(4, 7), Command::SignStatement(by(CITIZEN, day(4, 7))))
        .does(day(4, 7), Command::SignStatement(by(AGENCY, day(4, 7))));
    let (d, late) = (day(4, 3), day(5, 20));
    let mut all = Vec::new();
    let begin = Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(3, 20) };
    let stop = Command::Suspend { ground: SuspendGround::Other, on: day(3, 20) };
    let silent = undescribed().expires(day(3, 20), "examine");
    all.extend([
        (silent.clone(), day(3, 21)),
        (silent.clone().expires(day(5, 19), "decide"), day(5, 20)),
        (silent.clone().does(day(3, 20), begin), day(3, 21)),
        (silent.does(day(3, 20), stop), day(3, 21)),
    ]);
    all.extend(copied_late());
    let hearing_late = copied()
        .expires(day(5, 12), "decide")
        .does(day(5, 13), Command::NotifyHearing { on: day(5, 13), hearing_on: late });
    all.extend([(hearing_late, late), (signed, day(4, 8)), (stated(None), d)]);
    all.extend(decided_cases());
    let both = opined(opined(ask(ripe(), day(4, 1)), day(4, 1)), day(4, 1));
    let grant = Command::RuleWithdrawal { party: CITIZEN, granted: true, on: day(4, 2) };
    let waiting = both.does(day(4, 2), grant).stands("reporting");
    let half = waiting.clone().does(d, Command::ReportOpinion { no: 1, on: d });
    all.extend([(waiting, d), (half, d)]);
    all
}

/// Everything on several days.
pub fn moves() -> Vec<Move<Reconsideration>> {
    let days =
        [(3, 10), (3, 13), (3, 20), (3, 26), (3, 30), (4, 3), (4, 9), (5, 14), (5, 20), (6, 10)];
    let each = |(month, no)| {
        let on = day(month, no);
        samples(on).into_iter().map(move |command| (on, HEAD, command))
    };
    days.into_iter().flat_map(each).collect()
}

/// Lawful courses to every point of the procedure.
pub fn lines() -> Vec<Vec<Move<Reconsideration>>> {
    longest::<Reconsideration>(reached().into_iter().map(|(case, _)| case.given).collect())
}
