//! Sample courses of mediation for a court, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, brief, consent, day};
use jiefen_vocab::{DisputeKind, Private, Role};
use jiff::civil::Date;

use super::{Command, Decline, EntrustedMediation, Mandate, Settlement};
use crate::session::{Mode, Reached, Sitting};

/// A court sends a case; `second`: the second party agrees too.
pub fn open(mandate: Mandate, on: Date, second: bool) -> Command {
    let track = mandate.track();
    let mut brief = brief(DisputeKind::PropertyManagement, track, on);
    brief.consents = vec![consent(1, track, true, on), consent(2, track, second, on)];
    let court = "640122.court".parse().unwrap();
    Command::Open {
        brief: brief.into(),
        mandate,
        court,
        court_case: "（2026）宁0122民初1号".into(),
        on,
    }
}

/// A session with those present.
pub fn hold(on: &str, present: &[u32]) -> Command {
    Command::HoldSession {
        session: Sitting {
            on: day(on),
            place: "诉调对接中心".into(),
            mode: Mode::Together,
            present: present.to_vec(),
            guardians: Vec::new(),
            reached: Reached::GoesOn,
            record: Private::new("乙愿付一半".into()),
        },
    }
}

/// The extension that these agree to.
pub fn extend(days: u32, agreed: &[u32], on: &str) -> Command {
    Command::Extend { days, agreed: agreed.to_vec(), on: day(on) }
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<EntrustedMediation>> {
    let mut all = Vec::new();
    for today in ["2024-11-04", "2024-11-05", "2026-03-02", "2026-03-03", "2026-12-01"] {
        let on = day(today);
        let mut commands = vec![
            open(Mandate::EntrustedOrdinary, on, true),
            open(Mandate::EntrustedSummary, on, true),
            open(Mandate::Delegated, on, true),
            open(Mandate::EntrustedSummary, on, false),
            Command::SignFile { mediator: "m-1".into(), on },
            Command::SignFile { mediator: " ".into(), on },
            Command::Decline { ground: Decline::Interest, on },
            Command::WithdrawConsent { party: 2, how: "phone".into() },
            Command::ChooseMediator { mediator: "m-2".into(), on },
            Command::ScheduleSession {
                on: day("2026-03-03"),
                place: "线上".into(),
                mode: Mode::Video,
            },
            hold(today, &[1, 2]),
            hold(today, &[]),
            hold(today, &[9]),
            extend(30, &[1, 2], today),
            extend(31, &[1, 2], today),
            extend(0, &[1, 2], today),
            extend(30, &[1], today),
            Command::BeginAppraisal { on },
            Command::EndAppraisal { on },
            Command::RecordSettlement { by: Settlement::Withdrawal, agreed: vec![1, 2], on },
            Command::RecordContract { agreed: vec![1, 2], on },
            Command::NoteApplication { on },
            Command::CloseContract,
            Command::EndFailed { on, undisputed: None, facts_agreed: vec![] },
            Command::EndFailed {
                on,
                undisputed: Some(Private::new("合同成立".into())),
                facts_agreed: vec![1],
            },
            Command::EndSham { on },
            Command::EndSham { on: day("2027-01-01") },
            Command::Lapse,
        ];
        if let Command::Open { brief, .. } = &mut commands[0] {
            brief.parties[0].minor = true;
        }
        if let Command::Open { brief, .. } = &mut commands[3] {
            brief.parties.pop();
        }
        all.extend(commands.into_iter().map(|command| (on, Role::Mediator, command)));
        all.push((on, Role::Mediator, open(Mandate::EntrustedOrdinary, on, false)));
    }
    all
}

/// Complete lawful courses: settled after an extension and an appraisal, a delegated contract with and
/// without confirmation, failed, withdrawn, declined, a sham,
/// and one with a minor that lapses.
pub fn lines() -> Vec<Vec<Move<EntrustedMediation>>> {
    let (old, new) = ("2024-11-04", "2026-03-02");
    let sent = |mandate: Mandate, on: &str| open(mandate, day(on), true);
    let sign = |on: &str| Command::SignFile { mediator: "m-1".into(), on: day(on) };
    let entrusted = || vec![sent(Mandate::EntrustedOrdinary, new), sign(new)];
    let delegated = || {
        let contract = Command::RecordContract { agreed: vec![1, 2], on: day(old) };
        vec![sent(Mandate::Delegated, old), sign(old), hold(old, &[1, 2]), contract]
    };
    let on = day(new);
    let planned = Command::ScheduleSession { on, place: "线上".into(), mode: Mode::Video };
    let settle = Command::RecordSettlement { by: Settlement::Statement, agreed: vec![1, 2], on };
    let undisputed = Some(Private::new("合同于2025年签订".into()));
    let with = |rest: Vec<Command>| [entrusted(), rest].concat();
    let courses = [
        with(vec![
            planned,
            hold(new, &[1, 2]),
            extend(30, &[1, 2], new),
            Command::BeginAppraisal { on },
            Command::EndAppraisal { on },
            settle,
        ]),
        with(vec![
            Command::ChooseMediator { mediator: "m-2".into(), on },
            hold(new, &[1, 2]),
            Command::EndFailed { on, undisputed, facts_agreed: vec![1, 2] },
        ]),
        with(vec![Command::WithdrawConsent { party: 2, how: "phone".into() }]),
        with(vec![Command::EndSham { on }]),
        vec![
            sent(Mandate::EntrustedSummary, new),
            Command::Decline { ground: Decline::Interest, on },
        ],
        [delegated(), vec![Command::NoteApplication { on: day(old) }]].concat(),
        delegated(),
    ];
    let line = |commands: Vec<Command>| -> Vec<Move<EntrustedMediation>> {
        let today = if matches!(commands[0], Command::Open { on, .. } if on == day(old)) {
            old
        } else {
            new
        };
        commands.into_iter().map(|command| (day(today), Role::Mediator, command)).collect()
    };
    let mut lines = courses.map(line).to_vec();
    let late = day("2026-12-01");
    if let Some(contract) = lines.last_mut() {
        contract.push((late, Role::System, Command::CloseContract));
    }
    let mut lapsed = entrusted();
    if let Command::Open { brief, .. } = &mut lapsed[0] {
        brief.parties[0].minor = true;
    }
    let mut lapsed = line(lapsed);
    lapsed.push((late, Role::System, Command::Lapse));
    lines.push(lapsed);
    lines
}
