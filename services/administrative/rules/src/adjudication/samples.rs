//! Sample commands and lawful courses, for the walk, other crates' tests and the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::civil::Date;

use super::{
    Adjudication, Apply, Body, Claim, Command, EndGround, Finding, Ground, Matter, Silence,
    StopReason,
};

const OFFICER: Role = Role::DepartmentOfficer;

/// An application of a matter with its own claim, before its right body.
pub fn apply(matter: Matter, on: Date) -> Command {
    let (claim, body, kind) = match matter {
        Matter::LandTitle | Matter::ForestTitle | Matter::GrasslandTitle => {
            (Claim::Title, Body::CountyGovernment, DisputeKind::HousingHomestead)
        }
        Matter::PatentInfringement => {
            (Claim::StopInfringement, Body::CityDepartment, DisputeKind::Ip)
        }
        Matter::EnterpriseName => (Claim::StopName, Body::CountyDepartment, DisputeKind::Ip),
        Matter::GovernmentProcurement => {
            (Claim::Procurement, Body::CountyDepartment, DisputeKind::ContractDebt)
        }
    };
    let due = (matter == Matter::GovernmentProcurement).then(|| on.yesterday().unwrap());
    Command::Apply(Box::new(Apply {
        brief: brief(kind, TrackKind::AdministrativeRuling, on),
        number: "裁〔2026〕1号".to_owned(),
        matter,
        claim,
        body,
        challenge_answer_due: due,
        on,
    }))
}

/// The same with something changed.
pub fn changed(mut command: Command, change: impl FnOnce(&mut Apply)) -> Command {
    if let Command::Apply(apply) = &mut command {
        change(apply);
    }
    command
}

/// Acceptance.
pub fn accept(on: Date) -> Command {
    Command::Accept { officer: "officer-1".to_owned(), court_seized: false, on }
}

/// A decision for the applicant.
pub fn decide(on: Date) -> Command {
    Command::Decide { finding: Finding::Granted, damages: false, review_first: false, on }
}

fn course(steps: Vec<(&str, Command)>) -> Vec<Move<Adjudication>> {
    steps.into_iter().map(|(on, command)| (day(on), OFFICER, command)).collect()
}

/// A case of a matter with its copy answered.
pub fn answered(matter: Matter) -> Vec<(&'static str, Command)> {
    vec![
        ("2026-03-02", apply(matter, day("2026-03-02"))),
        ("2026-03-03", accept(day("2026-03-03"))),
        ("2026-03-04", Command::ServeCopy { party: 2, on: day("2026-03-04") }),
        ("2026-03-10", Command::Defend { party: 2, on: day("2026-03-10") }),
    ]
}

fn with(
    mut steps: Vec<(&'static str, Command)>,
    more: Vec<(&'static str, Command)>,
) -> Vec<Move<Adjudication>> {
    steps.extend(more);
    course(steps)
}

/// A title case up to its decision of 20 May, served on 22 and 25 May.
pub fn title(matter: Matter, review_first: bool) -> Vec<(&'static str, Command)> {
    let mut steps = answered(matter);
    let on = day;
    steps.extend([
        ("2026-03-12", Command::BeginMediation { agreed: vec![1, 2], on: on("2026-03-12") }),
        ("2026-03-20", Command::EndMediation { on: on("2026-03-20") }),
        ("2026-05-08", Command::Propose { on: on("2026-05-08") }),
        (
            "2026-05-20",
            Command::Decide {
                finding: Finding::Granted,
                damages: false,
                review_first,
                on: on("2026-05-20"),
            },
        ),
        ("2026-05-22", Command::Serve { party: 1, on: on("2026-05-22") }),
        ("2026-05-25", Command::Serve { party: 2, on: on("2026-05-25") }),
    ]);
    steps
}

fn silent(order: &[Silence], on: &'static str) -> Vec<(&'static str, Command)> {
    order.iter().map(|silence| (on, Command::Lapse(*silence))).collect()
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<Adjudication>>> {
    use Silence::{Correction, Defence, Review, Stay, Suit, Term};
    let on = day;
    let land = || vec![("2026-03-02", apply(Matter::LandTitle, on("2026-03-02")))];
    let refuse = Command::Refuse { ground: Ground::Unclear, competent: None, on: on("2026-03-03") };
    let ask = ("2026-03-03", Command::AskCorrection { on: on("2026-03-03") });
    let gone = |on| Command::Terminate { ground: EndGround::RightGone, on };
    let signed =
        Command::RecordAgreement { signed: vec![1, 2], sealed: true, on: on("2026-03-20") };
    let begun = Command::BeginMediation { agreed: vec![1, 2], on: on("2026-03-12") };
    let name_decided = vec![
        ("2026-03-20", decide(on("2026-03-20"))),
        ("2026-03-23", Command::Serve { party: 1, on: on("2026-03-23") }),
        ("2026-03-23", Command::Serve { party: 2, on: on("2026-03-23") }),
    ];
    let procurement = vec![
        ("2026-03-02", apply(Matter::GovernmentProcurement, on("2026-03-02"))),
        ("2026-03-03", Command::AskCorrection { on: on("2026-03-03") }),
        ("2026-03-05", Command::Correct { on: on("2026-03-05") }),
        ("2026-03-06", accept(on("2026-03-06"))),
        ("2026-03-06", Command::StayProcurement { on: on("2026-03-06") }),
        ("2026-03-09", Command::ServeCopy { party: 2, on: on("2026-03-09") }),
        ("2026-03-10", Command::Stop { reason: StopReason::ExpertReview, on: on("2026-03-10") }),
        ("2026-03-12", Command::Resume { on: on("2026-03-12") }),
        ("2026-04-20", Command::Lapse(Defence(2))),
        ("2026-04-20", Command::Lapse(Stay)),
        ("2026-10-15", Command::Lapse(Term)),
        ("2026-10-15", decide(on("2026-10-15"))),
    ];
    let mut name = name_decided;
    name.extend(silent(&[Review(1), Review(2), Suit(1), Suit(2)], "2026-10-15"));
    vec![
        with(
            title(Matter::LandTitle, false),
            silent(&[Suit(1), Suit(2), Review(1), Review(2)], "2026-10-15"),
        ),
        with(title(Matter::GrasslandTitle, true), silent(&[Review(1), Review(2)], "2026-10-15")),
        with(
            title(Matter::ForestTitle, false),
            vec![("2026-06-01", Command::Sue { party: 2, on: on("2026-06-01") })],
        ),
        with(
            title(Matter::LandTitle, true),
            vec![("2026-06-01", Command::AskReview { party: 2, on: on("2026-06-01") })],
        ),
        with(answered(Matter::EnterpriseName), name),
        course(procurement),
        with(land(), vec![("2026-03-03", refuse)]),
        with(land(), vec![ask.clone(), ("2026-04-20", Command::Lapse(Correction))]),
        with(answered(Matter::PatentInfringement), vec![("2026-04-20", gone(on("2026-04-20")))]),
        with(answered(Matter::LandTitle), vec![("2026-03-12", begun), ("2026-03-20", signed)]),
        with(
            land(),
            vec![("2026-03-03", Command::Withdraw { parties: vec![1], on: on("2026-03-03") })],
        ),
    ]
}

/// Applications of every kind, right and wrong.
fn applications(on: Date) -> Vec<Command> {
    let mut all: Vec<Command> = [
        Matter::LandTitle,
        Matter::ForestTitle,
        Matter::PatentInfringement,
        Matter::GovernmentProcurement,
    ]
    .map(|matter| apply(matter, on))
    .into();
    let land = || apply(Matter::LandTitle, on);
    let buy = || apply(Matter::GovernmentProcurement, on);
    all.push(changed(land(), |apply| apply.claim = Claim::Expropriation));
    all.push(changed(land(), |apply| apply.body = Body::CityDepartment));
    all.push(changed(land(), |apply| apply.brief.parties.truncate(1)));
    all.push(changed(land(), |apply| apply.brief.track = TrackKind::Litigation));
    all.push(changed(buy(), |apply| apply.challenge_answer_due = None));
    all.push(changed(buy(), |apply| apply.challenge_answer_due = Some(on)));
    all.push(changed(buy(), |apply| apply.challenge_answer_due = Some(day("2025-12-01"))));
    all
}

/// Commands in all variety, on five days.
pub fn moves() -> Vec<Move<Adjudication>> {
    let mut all = Vec::new();
    for today in ["2026-03-02", "2026-03-12", "2026-04-20", "2026-05-22", "2026-10-15"] {
        let on = day(today);
        let mut commands = if today == "2026-03-02" { applications(on) } else { Vec::new() };
        let seized = Command::Accept { officer: "officer-1".into(), court_seized: true, on };
        let nobody = Command::Accept { officer: " ".into(), court_seized: false, on };
        commands.extend([
            Command::AskCorrection { on },
            Command::Correct { on },
            accept(on),
            seized,
            nobody,
            Command::Refuse { ground: Ground::NotAdjudicable, competent: None, on },
            Command::Refuse { ground: Ground::NotCompetent, competent: None, on },
            Command::NameOfficer { officer: "officer-2".into(), on },
            Command::ServeCopy { party: 2, on },
            Command::ServeCopy { party: 1, on },
            Command::Defend { party: 2, on },
            Command::StayProcurement { on },
            Command::ReportChange { party: 2, exempt: false, on },
            Command::ReportChange { party: 2, exempt: true, on },
            Command::Stop { reason: StopReason::Appraisal, on },
            Command::Resume { on },
            Command::Extend { units: 1, on },
            Command::Extend { units: 9, on },
            Command::BeginMediation { agreed: vec![1, 2], on },
            Command::BeginMediation { agreed: vec![1], on },
            Command::DeclineMediation { party: 2, on },
            Command::EndMediation { on },
            Command::RecordAgreement { signed: vec![1, 2], sealed: true, on },
            Command::RecordAgreement { signed: vec![1, 2], sealed: false, on },
            Command::RecordAgreement { signed: vec![1], sealed: true, on },
            Command::Propose { on },
            decide(on),
            Command::Decide { finding: Finding::Partly, damages: true, review_first: false, on },
            Command::Serve { party: 1, on },
            Command::Serve { party: 2, on },
            Command::Sue { party: 1, on },
            Command::AskReview { party: 2, on },
            Command::Withdraw { parties: vec![1], on },
            Command::Withdraw { parties: vec![], on },
            Command::Terminate { ground: EndGround::CourtSeized, on },
        ]);
        let silences = [
            Silence::Correction,
            Silence::Defence(2),
            Silence::Stay,
            Silence::Term,
            Silence::Suit(1),
            Silence::Suit(2),
            Silence::Review(1),
            Silence::Review(2),
        ];
        commands.extend(silences.map(Command::Lapse));
        all.extend(commands.into_iter().map(|command| (on, OFFICER, command)));
    }
    all
}
