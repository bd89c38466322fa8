//! Sample commands and lawful courses, for the walk, other crates' tests and the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::civil::Date;

use super::{
    Apply, Bar, Begin, Command, EndGround, Field, Object, OwnMotion, ProcuratorateSupervision,
    Retrial, StopReason,
};

/// A request of party 1.
pub fn apply(field: Field, object: Object, retrial: Retrial, on: Date) -> Command {
    Command::Apply(Box::new(Apply {
        brief: brief(DisputeKind::ContractDebt, TrackKind::ProcuratorateSupervision, on),
        number: "宁贺检民监〔2026〕1号".to_owned(),
        field,
        object,
        retrial,
        applicant: 1,
        on,
    }))
}

/// The procuratorate begins of its own motion, without a request of retrial.
pub fn begin(field: Field, ground: OwnMotion, on: Date) -> Command {
    Command::Begin(Box::new(Begin {
        brief: brief(DisputeKind::ContractDebt, TrackKind::ProcuratorateSupervision, on),
        number: "宁贺检民监〔2026〕2号".to_owned(),
        field,
        object: Object::Judgment,
        retrial: Retrial::NotAsked,
        ground,
        prosecutor: "prosecutor-1".to_owned(),
        on,
    }))
}

/// Acceptance without a finding against it.
pub fn accept(on: Date) -> Command {
    Command::Accept { prosecutor: "prosecutor-1".to_owned(), found: Vec::new(), on }
}

fn settle(agreed: Vec<u32>, waives: bool, disposable: bool, on: Date) -> Command {
    Command::Settle { agreed, waives, disposable, harms_others: false, on }
}

/// A case accepted on 4 March 2026, asked for on the 2nd.
pub fn accepted(field: Field, object: Object) -> Vec<(&'static str, Command)> {
    let retrial = match object {
        Object::Judgment => Retrial::Refused(day("2026-01-15")),
        Object::Conduct | Object::Enforcement => Retrial::NotNeeded(day("2026-01-15")),
    };
    vec![
        ("2026-03-02", apply(field, object, retrial, day("2026-03-02"))),
        ("2026-03-04", accept(day("2026-03-04"))),
    ]
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<ProcuratorateSupervision>>> {
    use Command::{
        AskPapers, Close, CourtAnswers, CourtOrdersRetrial, Lapse, NotSupport, Refuse,
        RequestProtest, Suggest, SuperiorDecides, Terminate, Withdraw,
    };
    let on = day;
    let suggest = || ("2026-04-01", Suggest { committee: true, on: on("2026-04-01") });
    let judgment = || accepted(Field::Civil, Object::Judgment);
    let begun = || judgment()[..1].to_vec();
    let after = |mut steps: Vec<(&'static str, Command)>, more: Vec<(&'static str, Command)>| {
        steps.extend(more);
        steps.into_iter().map(|(on, c)| (day(on), Role::Prosecutor, c)).collect()
    };
    let answer = |adopted| ("2026-05-06", CourtAnswers { adopted, on: on("2026-05-06") });
    let protest = |protest, at: &'static str| (at, SuperiorDecides { protest, on: on(at) });
    let ask = |at: &'static str| (at, RequestProtest { on: on(at) });
    let withdrawn = Withdraw { party: 1, harms_others: false, on: on("2026-03-04") };
    let gone = Terminate { ground: EndGround::CourtCorrected, on: on("2026-03-12") };
    let own = || vec![("2026-03-02", begin(Field::Civil, OwnMotion::FalseSuit, on("2026-03-02")))];
    let nothing = Terminate { ground: EndGround::NoMeasure, on: on("2026-04-01") };
    vec![
        after(own(), vec![("2026-04-01", nothing)]),
        after(own(), vec![suggest(), answer(true)]),
        after(begun(), vec![("2026-03-04", Refuse { bar: Bar::Decided, on: on("2026-03-04") })]),
        after(begun(), vec![("2026-03-04", withdrawn)]),
        after(
            begun(),
            vec![("2026-03-04", AskPapers { on: on("2026-03-04") }), ("2026-04-01", Lapse)],
        ),
        after(judgment(), vec![("2026-03-12", settle(vec![1, 2], true, true, on("2026-03-12")))]),
        after(judgment(), vec![("2026-03-12", gone)]),
        after(judgment(), vec![("2026-03-12", NotSupport { on: on("2026-03-12") })]),
        after(judgment(), vec![suggest(), answer(true)]),
        after(accepted(Field::Civil, Object::Enforcement), vec![suggest(), answer(true)]),
        after(
            accepted(Field::Administrative, Object::Conduct),
            vec![suggest(), answer(false), ("2026-05-06", Close { on: on("2026-05-06") })],
        ),
        after(
            judgment(),
            vec![
                suggest(),
                ("2026-07-15", Lapse),
                ask("2026-07-15"),
                protest(true, "2026-09-01"),
                ("2026-10-15", CourtOrdersRetrial { on: on("2026-10-15") }),
            ],
        ),
        after(judgment(), vec![ask("2026-04-01"), protest(false, "2026-05-06")]),
    ]
}

/// Commands in all variety, on four days.
pub fn moves() -> Vec<Move<ProcuratorateSupervision>> {
    let mut all = Vec::new();
    for today in ["2026-03-02", "2026-03-04", "2026-04-01", "2026-10-15"] {
        let on = day(today);
        let mut commands = vec![
            Command::AskPapers { on },
            Command::SupplyPapers { on },
            accept(on),
            Command::Accept { prosecutor: " ".into(), found: Vec::new(), on },
            Command::NameProsecutor { prosecutor: "prosecutor-2".into(), on },
            Command::Refuse { bar: Bar::Late, on },
            Command::Stop { reason: StopReason::FileRequest, on },
            Command::Resume { on },
            Command::Extend { months: 1, on },
            Command::Extend { months: 9, on },
            settle(vec![1, 2], true, true, on),
            settle(vec![1], true, true, on),
            settle(vec![1, 2], false, true, on),
            settle(vec![1, 2], true, false, on),
            Command::Withdraw { party: 1, harms_others: false, on },
            Command::Withdraw { party: 2, harms_others: false, on },
            Command::Withdraw { party: 1, harms_others: true, on },
            Command::Terminate { ground: EndGround::NotAdmissible, on },
            Command::Terminate { ground: EndGround::NoMeasure, on },
            Command::NotSupport { on },
            Command::Suggest { committee: true, on },
            Command::Suggest { committee: false, on },
            Command::RequestProtest { on },
            Command::SuperiorDecides { protest: true, on },
            Command::SuperiorDecides { protest: false, on },
            Command::CourtAnswers { adopted: true, on },
            Command::CourtAnswers { adopted: false, on },
            Command::CourtOrdersRetrial { on },
            Command::Close { on },
            Command::Lapse,
        ];
        let found =
            [Bar::RetrialPending, Bar::Divorce, Bar::Decided, Bar::AfterProtest, Bar::NoObjection];
        commands.extend(found.map(|bar| Command::Accept {
            prosecutor: "prosecutor-1".into(),
            found: vec![bar],
            on,
        }));
        if today == "2026-03-02" {
            for retrial in [
                Retrial::NotAsked,
                Retrial::Asked(day("2026-01-15")),
                Retrial::Refused(day("2026-01-15")),
                Retrial::Refused(day("2023-01-15")),
                Retrial::Retried(day("2025-01-15")),
            ] {
                commands.push(apply(Field::Civil, Object::Judgment, retrial, on));
            }
            let own = [OwnMotion::FalseSuit, OwnMotion::WrongRefusal];
            commands.extend(own.map(|ground| begin(Field::Civil, ground, on)));
            let known = Retrial::NotNeeded(day("2026-01-15"));
            let conduct = || apply(Field::Administrative, Object::Enforcement, known, on);
            let (mut stranger, mut elsewhere) = (conduct(), conduct());
            if let Command::Apply(apply) = &mut stranger {
                apply.applicant = 9;
            }
            if let Command::Apply(apply) = &mut elsewhere {
                apply.brief.track = TrackKind::Litigation;
            }
            commands.extend([conduct(), stranger, elsewhere]);
        }
        all.extend(commands.into_iter().map(|command| (on, Role::Prosecutor, command)));
    }
    all
}
