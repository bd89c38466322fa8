//! Sample commands and lawful courses, for tests and a bench.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Fen, Role, TrackKind};

use super::matrix::row_of;
use super::{
    Against, Apply, AskSetAside, ByParty, Claim, ClaimKind, Command, Finding, FormTribunal,
    FormTripartite, Guide, HoldHearing, Item, LabourArbitration, LapseRight, MakeAward, Mediate,
    MinimumWage, NotifyHearing, On, OrderAdvance, Paper, Postpone, Receive, RecusalGround, Recuse,
    RefusalGround, Refuse, Represent, RestartGround, RestartTerm, RuleSetAside, Seat,
    SetAsideGround, ShortenDefence, Side, SimplifiedGround, Simplify, Stay, StayGround, Sue,
    TakeOver, Withdraw,
};

type One = Move<LabourArbitration>;

/// The worker and the employer of every sample.
const WORKER: u32 = 1;
const EMPLOYER: u32 = 2;

/// A command in the role that may give it.
fn by(today: &str, command: Command) -> One {
    use Role::{ArbitrationDirector, Arbitrator, System, WindowClerk};
    let roles = row_of(command.name()).map_or(&[][..], |row| row.roles);
    let role = [Arbitrator, ArbitrationDirector, WindowClerk, System];
    let role = role.into_iter().find(|role| roles.contains(role)).unwrap();
    (day(today), role, command)
}

fn on(today: &str, command: fn(On) -> Command) -> One {
    by(today, command(On { on: day(today) }))
}

fn party(today: &str, party: u32, command: fn(ByParty) -> Command) -> One {
    by(today, command(ByParty { party, on: day(today) }))
}

fn take_over(today: &str) -> One {
    let brief = brief(DisputeKind::Labour, TrackKind::LabourArbitration, day("2026-09-14"));
    let (number, person) = ("贺劳人仲接〔2026〕1号".to_owned(), "c1".to_owned());
    by(today, Command::TakeOver(Box::new(TakeOver { brief, number, on: day(today), person })))
}

fn apply(today: &str) -> One {
    let brief = brief(DisputeKind::Labour, TrackKind::LabourArbitration, day("2026-09-14"));
    let claim = Claim { worker: WORKER, kind: ClaimKind::Wages, amount: Some(Fen::yuan(9000)) };
    let application = Apply {
        brief: Some(brief),
        number: "贺劳人仲案〔2026〕1号".to_owned(),
        on: day(today),
        workers: vec![WORKER],
        employers: vec![EMPLOYER],
        claims: vec![claim],
        common_claim: false,
        knew_on: Some(day("2026-08-01")),
        employment_ended_on: Some(day("2026-08-31")),
    };
    by(today, Command::Apply(Box::new(application)))
}

fn refuse(today: &str) -> One {
    by(today, Command::Refuse(Refuse { on: day(today), ground: RefusalGround::OutOfScope }))
}

fn form(today: &str) -> One {
    let arbitrators = vec!["a1".to_owned()];
    by(today, Command::FormTribunal(FormTribunal { on: day(today), arbitrators }))
}

fn notify(today: &str, hearing_on: &str) -> One {
    let hearing_on = day(hearing_on);
    by(today, Command::NotifyHearing(NotifyHearing { on: day(today), hearing_on }))
}

fn hold(today: &str, absent: &[u32]) -> One {
    let absent = absent.to_vec();
    by(today, Command::HoldHearing(HoldHearing { on: day(today), absent }))
}

fn mediate(today: &str, agreed: &[u32]) -> One {
    by(today, Command::Mediate(Mediate { on: day(today), agreed: agreed.to_vec() }))
}

fn advance(today: &str) -> One {
    by(
        today,
        Command::OrderAdvance(OrderAdvance {
            on: day(today),
            worker: WORKER,
            kind: ClaimKind::Wages,
            amount: Fen::yuan(3000),
            relation_clear: true,
            hardship: true,
        }),
    )
}

fn award(today: &str, yuan: &[i64]) -> One {
    let item = |yuan: &i64| Item {
        worker: WORKER,
        kind: ClaimKind::Wages,
        amount: Fen::yuan(*yuan),
        finding: Finding::Granted,
    };
    let minimum_wage =
        MinimumWage {
            monthly: Fen::yuan(2050), year: 2024, source: "本地最低工资文件".to_owned()
        };
    let items = yuan.iter().map(item).collect();
    by(today, Command::Award(MakeAward { on: day(today), items, minimum_wage }))
}

fn part(today: &str) -> One {
    let item = Item {
        worker: WORKER,
        kind: ClaimKind::Wages,
        amount: Fen::yuan(9000),
        finding: Finding::Granted,
    };
    let minimum_wage =
        MinimumWage {
            monthly: Fen::yuan(2050), year: 2024, source: "本地最低工资文件".to_owned()
        };
    by(today, Command::AwardPart(MakeAward { on: day(today), items: vec![item], minimum_wage }))
}

/// An application with two claims: wages, and that there is an employment.
fn apply_for_two(today: &str) -> One {
    let (at, role, command) = apply(today);
    let Command::Apply(mut application) = command else { return (at, role, command) };
    let relation = Claim { worker: WORKER, kind: ClaimKind::Relation, amount: None };
    application.claims.push(relation);
    (at, role, Command::Apply(application))
}

fn receive(today: &str, paper: Paper, party: u32) -> One {
    by(today, Command::Receive(Receive { paper, party, on: day(today) }))
}

fn sue(today: &str, party: u32, against: Against) -> One {
    by(today, Command::Sue(Sue { on: day(today), party, against, workers: vec![WORKER] }))
}

fn lapse(today: &str, paper: Paper, party: u32) -> One {
    by(today, Command::LapseRight(LapseRight { paper, party }))
}

fn ask(today: &str) -> One {
    let ask = AskSetAside {
        on: day(today),
        party: EMPLOYER,
        workers: vec![WORKER],
        ground: SetAsideGround::WrongLaw,
    };
    by(today, Command::AskSetAside(ask))
}

fn rule(today: &str, set_aside: bool) -> One {
    let rule = RuleSetAside { on: day(today), workers: vec![WORKER], set_aside };
    by(today, Command::RuleSetAside(rule))
}

fn withdraw(today: &str, settled: bool) -> One {
    let applicants = vec![WORKER];
    by(today, Command::Withdraw(Withdraw { on: day(today), applicants, settled }))
}

/// Commands in all variety.
pub fn moves() -> Vec<One> {
    let days = ["2026-09-17", "2026-09-18", "2026-10-14", "2026-10-26", "2026-11-13", "2026-12-01"];
    days.iter().flat_map(|today| on_day(today)).collect()
}

fn on_day(today: &str) -> Vec<One> {
    let mut all = vec![
        take_over(today),
        apply(today),
        refuse(today),
        form(today),
        notify(today, "2026-10-14"),
        hold(today, &[]),
        hold(today, &[WORKER]),
        mediate(today, &[]),
        mediate(today, &[WORKER]),
        advance(today),
        award(today, &[9000]),
        award(today, &[9000, 24_601]),
        ask(today),
        rule(today, true),
        rule(today, false),
        withdraw(today, false),
        by(today, Command::LapseAcceptance),
        by(today, Command::LapseAward),
        by(today, Command::Stay(Stay { on: day(today), ground: StayGround::OtherCase })),
    ];
    all.extend(
        [Command::Contact, Command::Forgo, Command::HandOn, Command::Accept, Command::Extend]
            .map(|command| on(today, command)),
    );
    all.extend([on(today, Command::Resume), on(today, Command::ForwardDefence)]);
    for no in [WORKER, EMPLOYER] {
        let each = [
            Command::ServeCopy,
            Command::FileDefence,
            Command::RaiseLimitation,
            Command::SignStatement,
            Command::Repent,
        ];
        all.extend(each.map(|command| party(today, no, command)));
        all.push(sue(today, no, Against::Silence));
        for paper in Paper::ALL.iter().copied() {
            all.extend([receive(today, paper, no), lapse(today, paper, no)]);
            all.push(sue(today, no, Against::Paper(paper)));
        }
    }
    all.extend(in_trial(today));
    all
}

/// What may also happen at the tribunal.
fn in_trial(today: &str) -> Vec<One> {
    let at = day(today);
    let commands = [
        Command::Recuse(Recuse {
            on: at,
            arbitrator: "a1".to_owned(),
            ground: RecusalGround::PartyOrKin,
            replacement: "b1".to_owned(),
        }),
        Command::Represent(Represent { on: at, representatives: vec![WORKER] }),
        Command::RestartTerm(RestartTerm { on: at, ground: RestartGround::ClaimChanged }),
        Command::Postpone(Postpone { party: EMPLOYER, asked_on: at, on: at, granted: true }),
    ];
    commands.into_iter().chain(by_the_case_rules(today)).map(|command| by(today, command)).collect()
}

/// Simplified handling, collective cases, partial awards.
fn by_the_case_rules(today: &str) -> Vec<Command> {
    let on = day(today);
    let seat = |person: &str, side| Seat { person: person.to_owned(), side };
    let seats =
        vec![seat("a1", Side::Office), seat("u1", Side::Union), seat("e1", Side::Employers)];
    let ask = AskSetAside {
        on,
        party: EMPLOYER,
        workers: vec![WORKER],
        ground: SetAsideGround::WrongLaw,
    };
    vec![
        Command::Simplify(Simplify { on, ground: SimplifiedGround::Clear, bars: vec![] }),
        Command::ShortenDefence(ShortenDefence { party: EMPLOYER, until: None, on }),
        Command::NotifySimply(NotifyHearing { on, hearing_on: day("2026-10-14") }),
        Command::ConfirmNotice(ByParty { party: EMPLOYER, on }),
        Command::ConvertToOrdinary(On { on }),
        Command::MarkCollectiveContract(On { on }),
        Command::FormTripartite(FormTripartite { on, seats }),
        Command::Guide(Guide { on, helpers: vec![] }),
        part(today).2,
        Command::AskSetAsidePart(ask),
        Command::RuleSetAsidePart(RuleSetAside { on, workers: vec![WORKER], set_aside: true }),
    ]
}

/// Applied on 17 September, heard on 14 October with an advance, mediated in vain.
fn heard() -> Vec<One> {
    vec![
        apply("2026-09-17"),
        on("2026-09-18", Command::Accept),
        party("2026-09-21", EMPLOYER, Command::ServeCopy),
        form("2026-09-21"),
        notify("2026-09-22", "2026-10-14"),
        advance("2026-09-23"),
        party("2026-10-09", EMPLOYER, Command::FileDefence),
        on("2026-10-10", Command::ForwardDefence),
        hold("2026-10-14", &[]),
        mediate("2026-10-14", &[]),
    ]
}

/// The wages are decided first; the employer lets its time pass, the worker sues over the rest of it.
fn in_part() -> Vec<One> {
    let mut line = heard();
    line[0] = apply_for_two("2026-09-17");
    line.extend([
        part("2026-10-20"),
        receive("2026-10-21", Paper::PartFinal, WORKER),
        receive("2026-10-21", Paper::PartFinal, EMPLOYER),
        withdraw("2026-10-26", false),
        lapse("2026-11-13", Paper::PartFinal, WORKER),
        lapse("2026-12-01", Paper::PartFinal, EMPLOYER),
    ]);
    line
}

/// Handled in the simplified way, notified by telephone, awarded by default.
fn simplified() -> Vec<One> {
    let simple = Simplify {
        on: day("2026-09-18"),
        ground: SimplifiedGround::Agreed { by: vec![WORKER, EMPLOYER] },
        bars: vec![],
    };
    let waive = ShortenDefence { party: EMPLOYER, until: None, on: day("2026-09-22") };
    let tell = NotifyHearing { on: day("2026-09-22"), hearing_on: day("2026-10-14") };
    vec![
        apply("2026-09-17"),
        on("2026-09-18", Command::Accept),
        by("2026-09-18", Command::Simplify(simple)),
        form("2026-09-21"),
        party("2026-09-21", EMPLOYER, Command::ServeCopy),
        by("2026-09-22", Command::ShortenDefence(waive)),
        by("2026-09-22", Command::NotifySimply(tell)),
        party("2026-09-23", EMPLOYER, Command::ConfirmNotice),
        hold("2026-10-14", &[EMPLOYER]),
        withdraw("2026-10-15", true),
    ]
}

fn then(start: &[One], rest: Vec<One>) -> Vec<One> {
    start.iter().cloned().chain(rest).collect()
}

/// Complete lawful courses, one or more an ending.
pub fn lines() -> Vec<Vec<One>> {
    let heard = heard();
    let late = on("2026-10-30", Command::Extend);
    let both = vec![
        award("2026-10-26", &[9000, 24_601]),
        receive("2026-10-28", Paper::Final, WORKER),
        receive("2026-10-28", Paper::Final, EMPLOYER),
        receive("2026-10-28", Paper::NonFinal, WORKER),
        receive("2026-10-28", Paper::NonFinal, EMPLOYER),
        sue("2026-11-09", WORKER, Against::Paper(Paper::Final)),
        lapse("2026-11-13", Paper::NonFinal, WORKER),
        lapse("2026-11-13", Paper::NonFinal, EMPLOYER),
    ];
    let aside = vec![
        award("2026-10-26", &[9000]),
        receive("2026-10-28", Paper::Final, WORKER),
        receive("2026-10-28", Paper::Final, EMPLOYER),
        lapse("2026-11-13", Paper::Final, WORKER),
        ask("2026-11-27"),
        rule("2026-12-20", true),
        receive("2026-12-21", Paper::Ruling, WORKER),
        sue("2026-12-30", WORKER, Against::Paper(Paper::Ruling)),
    ];
    vec![
        vec![
            take_over("2026-09-17"),
            on("2026-09-18", Command::Contact),
            on("2026-09-21", Command::Forgo),
        ],
        vec![apply("2026-09-17"), on("2026-09-18", Command::HandOn)],
        vec![apply("2026-09-17"), refuse("2026-09-18")],
        vec![
            apply("2026-09-17"),
            by("2026-09-24", Command::LapseAcceptance),
            sue("2026-09-25", WORKER, Against::Silence),
        ],
        vec![apply("2026-09-17"), withdraw("2026-09-18", true)],
        then(&heard[..8], vec![hold("2026-10-14", &[WORKER])]),
        then(
            &heard[..9],
            vec![
                mediate("2026-10-14", &[WORKER]),
                party("2026-10-15", WORKER, Command::SignStatement),
                party("2026-10-16", EMPLOYER, Command::SignStatement),
            ],
        ),
        then(
            &heard,
            vec![
                late,
                by("2026-11-18", Command::LapseAward),
                sue("2026-11-19", WORKER, Against::Silence),
            ],
        ),
        then(&heard, both),
        then(&heard, aside),
        in_part(),
        simplified(),
    ]
}
