//! Papers of the court's filing counter.

use std::collections::BTreeSet;

use jiefen_court_rules::filing::{AverageWage, Command, Measure, MediationResult, Track};
use jiefen_procedure::kit::{brief, day};
use jiefen_vocab::{DisputeKind, Fen, TrackKind};

/// A complaint comes in.
pub fn receive(kind: DisputeKind, on: &str) -> Command {
    let brief = brief(kind, TrackKind::Litigation, day(on)).into();
    Command::ReceiveComplaint { brief, plaintiff: 1, receipt: "收2026-0001".into(), on: day(on) }
}

/// The case is filed.
pub fn file(on: &str) -> Command {
    Command::File { case_no: "（2026）宁0122民初1号".into(), on: day(on) }
}

/// Mediation is entrusted with the consent of these.
pub fn entrust(agreed: &[u32], on: &str) -> Command {
    let body = "640122.mediation".parse().unwrap();
    let (agreed, track) = (agreed.to_vec(), Track::SmallClaims);
    Command::Entrust { body, agreed, track, on: day(on) }
}

/// A small claim over money.
pub fn small_claim(yuan: i64, judge: &str, on: &str) -> Command {
    let source = "自治区统计局公报".into();
    let measure = Measure {
        amount: Some(Fen::yuan(yuan)),
        money_only: true,
        simple: true,
        bars: BTreeSet::new(),
        agreed: Vec::new(),
        wage: AverageWage { year: 2025, amount: Fen::yuan(120_000), source },
    };
    let (track, judge) = (Track::SmallClaims, judge.into());
    Command::ChooseTrack { track, measure, judge, on: day(on) }
}

/// The mediator has the file.
pub fn signed(on: &str) -> Command {
    Command::NoteMediatorSigned { mediator: "m-1".into(), on: day(on) }
}

/// The mediation comes back.
pub fn back(result: MediationResult, on: &str) -> Command {
    Command::ReturnFromMediation { result, on: day(on) }
}
