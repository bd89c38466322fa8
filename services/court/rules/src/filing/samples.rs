//! Sample courses of filing and diversion, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Fen, Role, TrackKind};

use super::{
    AverageWage, Bar, Command, Document, Elsewhere, Filing, Measure, MediationResult, NotCounted,
    RefusalGround, Service, Track,
};

/// A complaint is received.
pub fn receive(on: &str) -> Command {
    let brief = brief(DisputeKind::PropertyManagement, TrackKind::Litigation, day(on));
    Command::ReceiveComplaint {
        brief: brief.into(),
        plaintiff: 1,
        receipt: "收2026-0001".into(),
        on: day(on),
    }
}

/// It is filed.
pub fn file(on: &str) -> Command {
    Command::File { case_no: "（2026）宁0122民初1号".into(), on: day(on) }
}

/// A claim on money of so many yuan, filed in 2026, measured by the wage of 2025.
pub fn measure(yuan: i64) -> Measure {
    Measure {
        amount: Some(Fen::yuan(yuan)),
        money_only: true,
        simple: true,
        bars: BTreeSet::new(),
        agreed: Vec::new(),
        wage: wage(2025),
    }
}

/// The average wage of a year.
pub fn wage(year: i16) -> AverageWage {
    AverageWage { year, amount: Fen::yuan(120_000), source: "自治区统计局公报".into() }
}

/// A measure under which the procedure is lawful.
pub fn fitting(track: Track) -> Measure {
    match track {
        Track::SmallClaims => measure(8_400),
        Track::Summary | Track::Ordinary => measure(500_000),
    }
}

/// A procedure is chosen.
pub fn choose(track: Track, on: &str) -> Command {
    let judge = "judge-1".into();
    Command::ChooseTrack { track, measure: fitting(track), judge, on: day(on) }
}

/// Mediation is entrusted.
pub fn entrust(agreed: &[u32], on: &str) -> Command {
    Command::Entrust {
        body: "640122.mediation".parse().unwrap(),
        agreed: agreed.to_vec(),
        track: Track::SmallClaims,
        on: day(on),
    }
}

/// Mediation is delegated before filing.
pub fn delegate(agreed: &[u32], on: &str) -> Command {
    let body = "640122.mediation".parse().unwrap();
    Command::Delegate { body, agreed: agreed.to_vec(), on: day(on) }
}

/// The mediator signs for the file.
pub fn signed(on: &str) -> Command {
    Command::NoteMediatorSigned { mediator: "m-1".into(), on: day(on) }
}

/// The file comes back.
pub fn back(result: MediationResult, on: &str) -> Command {
    Command::ReturnFromMediation { result, on: day(on) }
}

const RESULTS: [MediationResult; 4] = [
    MediationResult::AgreedStatement,
    MediationResult::AgreedWithdrawal,
    MediationResult::AgreedClosed,
    MediationResult::Failed,
];

/// Commands in all variety.
pub fn moves() -> Vec<Move<Filing>> {
    let mut all = Vec::new();
    for today in ["2024-11-04", "2026-03-02", "2026-03-03", "2026-12-01"] {
        all.extend(commands(today).into_iter().map(|c| (day(today), Role::Judge, c)));
        let on = day(today);
        for months in [0, 1] {
            all.push((on, Role::CourtPresident, Command::ExtendTrial { months, on }));
        }
    }
    all
}

fn commands(today: &str) -> Vec<Command> {
    let mut all = steps(today);
    all.extend(choices(today));
    let on = day(today);
    for party in [1, 2, 9] {
        all.push(Command::ReceiveDefence { party, on });
        all.push(Command::ServeStatement { party, on });
        all.push(Command::RetractStatement { party, on });
        all.push(Command::ServeJudgment { party, on });
        all.push(Command::Appeal { party, on });
        all.push(Command::AppealTimePassed { party });
        for document in [Document::Complaint, Document::Defence { of: 2 }, Document::Summons] {
            let service = Service { document, party, on, manner: "signed".into() };
            all.push(Command::Serve { service });
        }
    }
    let mut faulty = [receive(today), receive(today)];
    if let [Command::ReceiveComplaint { receipt, .. }, Command::ReceiveComplaint { brief, .. }] =
        &mut faulty
    {
        receipt.clear();
        brief.parties.pop();
    }
    all.extend(faulty);
    all
}

fn steps(today: &str) -> Vec<Command> {
    let on = day(today);
    vec![
        receive(today),
        Command::ListMissing { missing: vec!["身份证明".into()], on },
        Command::ListMissing { missing: vec![], on },
        Command::ReceiveCorrected { on },
        Command::ReturnPapers,
        file(today),
        Command::File { case_no: String::new(), on },
        Command::FileFirst,
        Command::GiveNumber { case_no: "（2026）宁0122民初3号".into() },
        Command::RefuseFiling { ground: RefusalGround::NoClaim, on },
        Command::ServeRefusal { on },
        Command::AppealRefusal { on },
        Command::RecordAppealRuling { file_as: None, on },
        Command::RecordAppealRuling { file_as: Some("（2026）宁0122民初4号".into()), on },
        Command::RefusalBecomesFinal,
        delegate(&[1, 2], today),
        delegate(&[1], today),
        entrust(&[1, 2], today),
        entrust(&[2], today),
        signed(today),
        Command::NoteMediatorSigned { mediator: String::new(), on },
        Command::TakeBack,
        Command::NoteMediationExtended { days: 30, on },
        Command::NoteMediationExtended { days: 0, on },
        Command::NoteMediationStopped { on },
        Command::NoteMediationResumed { to: on },
        Command::MediationLapsed,
        Command::NotifyFee { on },
        Command::PayFee { on },
        Command::RelieveFee { on },
        Command::DeemWithdrawn,
        Command::StopTrial { reason: NotCounted::Audit, proof: "委托书".into(), on },
        Command::StopTrial { reason: NotCounted::Audit, proof: String::new(), on },
        Command::ResumeTrial { to: on },
        Command::ExtendTrial { months: 1, on },
        Command::SetHearing { on, told_on: on },
        Command::SetHearing { on: day("2026-03-20"), told_on: on },
        Command::AskWithdrawal { on },
        Command::AllowWithdrawal { on },
        Command::RefuseWithdrawal { on },
        Command::MakeStatement { agreed: vec![1, 2], on },
        Command::Judge { on },
        Command::Judge { on: day("2027-01-01") },
        Command::Transfer { to: Elsewhere::PaymentOrder, on },
    ]
}

fn choices(today: &str) -> Vec<Command> {
    let on = day(today);
    let mut all = RESULTS.map(|result| back(result, today)).to_vec();
    for court in ["640104.court", "640122.court"] {
        let court = court.parse().unwrap();
        all.push(Command::Transfer { to: Elsewhere::OtherCourt { court }, on });
    }
    for track in [Track::SmallClaims, Track::Summary, Track::Ordinary] {
        all.push(choose(track, today));
        all.push(Command::Convert { track, on });
        let crossed = if track == Track::SmallClaims { 500_000 } else { 8_400 };
        let judge = || "judge-1".to_owned();
        let with = |measure| Command::ChooseTrack { track, measure, judge: judge(), on };
        all.push(with(measure(crossed)));
        all.push(with(Measure { wage: wage(1999), ..fitting(track) }));
        all.push(with(Measure { bars: BTreeSet::from([Bar::Numerous]), ..fitting(track) }));
        let measure = fitting(track);
        all.push(Command::ChooseTrack { track, measure: measure.clone(), judge: "m-1".into(), on });
        all.push(Command::ChooseTrack { track, measure, judge: " ".into(), on });
    }
    all
}

const D: &str = "2026-03-02";

const LATE: &str = "2026-12-01";

fn trial(track: Track) -> Vec<Command> {
    vec![receive(D), file(D), Command::RelieveFee { on: day(D) }, choose(track, D)]
}

fn judged(track: Track) -> Vec<Command> {
    let (on, early) = (day(D), "2026-02-20");
    let mut line = trial(track);
    (line[0], line[1]) = (receive(early), file(early));
    line.push(Command::SetHearing { on, told_on: day("2026-02-26") });
    line.push(Command::Judge { on });
    line.push(Command::ServeJudgment { party: 1, on });
    line
}

fn then(mut line: Vec<Command>, more: impl IntoIterator<Item = Command>) -> Vec<Command> {
    line.extend(more);
    line
}

/// The same course with a complaint served, answered and served again.
fn papers(mut line: Vec<Command>) -> Vec<Command> {
    let on = day(D);
    let document = Document::Complaint;
    let complaint = || Service { document, party: 2, on, manner: "signed".into() };
    line.insert(2, Command::Serve { service: complaint() });
    line.insert(3, Command::ReceiveDefence { party: 2, on });
    line.insert(4, Command::Serve { service: complaint() });
    line
}

/// Courses to the late stages.
pub fn lines() -> Vec<Vec<Move<Filing>>> {
    let on = day(D);
    let filed = || vec![receive(D), file(D)];
    let due = || then(filed(), [Command::NotifyFee { on }]);
    let out = || then(filed(), [entrust(&[1, 2], D), signed(D)]);
    let extended = Command::NoteMediationExtended { days: 30, on };
    let stated = || Command::MakeStatement { agreed: vec![1, 2], on };
    let stop =
        || Command::StopTrial { reason: NotCounted::Appraisal, proof: "委托书".into(), on };
    let ask = || Command::AskWithdrawal { on };
    let old = "2024-11-04";
    let delegated = || vec![receive(old), delegate(&[1, 2], old), signed(old)];
    let refuse = Command::RefuseFiling { ground: RefusalGround::NoClaim, on };
    let refused = then(vec![receive(D)], [refuse, Command::ServeRefusal { on }]);
    let failed = || back(MediationResult::Failed, D);
    let courses = [
        judged(Track::SmallClaims),
        then(trial(Track::Summary), [stated(), Command::ServeStatement { party: 1, on }]),
        then(filed(), [stated()]),
        delegated(),
        then(delegated(), [failed()]),
        then(delegated(), [Command::NoteMediationStopped { on: day(old) }]),
        then(refused.clone(), [Command::AppealRefusal { on }]),
        refused,
        then(trial(Track::Summary), [stop()]),
        then(filed(), [stop()]),
        then(trial(Track::Ordinary), [ask()]),
        then(filed(), [ask()]),
        then(due(), [ask()]),
        then(filed(), [entrust(&[1, 2], D), ask()]),
        then(trial(Track::Summary), [entrust(&[1, 2], D), signed(D), extended.clone()]),
        then(out(), [extended, failed()]),
        then(out(), [Command::NoteMediationStopped { on }]),
        then(out(), [failed(), Command::RelieveFee { on }]),
        then(judged(Track::Summary), [Command::Appeal { party: 1, on }]),
        then(out(), [back(MediationResult::AgreedClosed, D)]),
        papers(due()),
        papers(trial(Track::Summary)),
        papers(then(filed(), [entrust(&[1, 2], D)])),
        papers(then(filed(), [stated()])),
    ];
    let judge = |day, line: Vec<Command>| -> Vec<Move<Filing>> {
        line.into_iter().map(|command| (day, Role::Judge, command)).collect()
    };
    let mut lines: Vec<_> = courses.into_iter().map(|course| judge(on, course)).collect();
    let served = then(judged(Track::Ordinary), [Command::ServeJudgment { party: 2, on }]);
    let mut passed = judge(on, served);
    passed.extend(judge(day(LATE), vec![Command::AppealTimePassed { party: 1 }]));
    lines.push(passed);
    for rest in unnumbered() {
        let mut line = judge(on, vec![receive(D)]);
        line.extend(judge(day(LATE), rest));
        lines.push(line);
    }
    lines
}

/// What may follow when a case was filed first, without a number.
fn unnumbered() -> [Vec<Command>; 3] {
    let on = day(LATE);
    let (track, measure) = (Track::Summary, fitting(Track::Summary));
    let chosen = Command::ChooseTrack { track, measure, judge: "judge-1".into(), on };
    [
        vec![Command::FileFirst, Command::NotifyFee { on }],
        vec![Command::FileFirst, entrust(&[1, 2], LATE)],
        vec![Command::FileFirst, Command::RelieveFee { on }, chosen],
    ]
}
