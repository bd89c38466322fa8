//! What others need to know of a case: outline and clocks.

use jiefen_procedure::{ClockEffect, Outline};
use jiff::civil::Date;

use super::before::{APPEAL as APPEAL_REFUSAL, CORRECTION, DECISION};
use super::divert::{APPRAISAL, ERRAND, FEE};
use super::judgment::APPEAL;
use super::{Document, Ending, Fact, MediationResult, Stage, State};
use jiefen_procedure::term::Standstill;

/// How soon a paper of the court must reach the parties where the law's table names no day.
const SERVICE: &str = "policy.progress_report";

/// The chart's code of where the case stands.
pub(super) fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Received { .. } => ("received", "待立案决定"),
        Stage::Correcting { .. } => ("correcting", "待补正"),
        Stage::Delegated { .. } => ("delegated", "立案前委派调解"),
        Stage::Refused { .. } => ("refused", "裁定不予受理"),
        Stage::RefusalAppealed { .. } => ("refusal_appealed", "不予受理上诉中"),
        Stage::Filed => ("filed", "已立案待分流"),
        Stage::FeeDue { .. } => ("fee_due", "待交费"),
        Stage::Entrusted { .. } => ("entrusted", "委托调解中"),
        Stage::OnTrial => ("on_trial", "审理中"),
        Stage::StatementMade { .. } => ("statement_made", "调解书待送达"),
        Stage::Judged { .. } => ("judged", "已判决"),
        Stage::Ended { ending, .. } => match ending {
            Ending::PapersReturned => ("papers_returned", "退回诉状"),
            Ending::RefusalFinal => ("refusal_final", "不予受理已生效"),
            Ending::SettledBeforeFiling => ("settled_before_filing", "立案前调解成功"),
            Ending::ComplaintWithdrawn => ("complaint_withdrawn", "撤回起诉"),
            Ending::Withdrawn => ("withdrawn", "准许撤诉"),
            Ending::DeemedWithdrawn => ("deemed_withdrawn", "按撤诉处理"),
            Ending::Statement => ("statement", "调解书生效"),
            Ending::ClosedOtherwise => ("closed_otherwise", "以其他方式结案"),
            Ending::Final => ("final", "判决生效"),
            Ending::Appealed => ("appealed", "上诉移送"),
            Ending::Transferred { .. } => ("transferred", "转出"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = next(state);
    let (next_zh, next_en) = (next_zh.to_owned(), next_en.to_owned());
    let person = state.judge.clone().filter(|_| open);
    Outline { kind: "filing", state: code, state_zh: zh, open, next_zh, next_en, person }
}

fn next(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Received { .. } => ("决定是否立案", "decide on filing"),
        Stage::Correcting { .. } => ("等待补正，协助当事人补齐", "help to correct the papers"),
        Stage::Delegated { errand } | Stage::Entrusted { errand } if errand.term.is_none() => {
            ("催促调解组织签收案件材料", "have the body sign for the file")
        }
        Stage::Delegated { .. } | Stage::Entrusted { .. } => {
            ("等待调解结果", "await the result of mediation")
        }
        Stage::Refused { served_on: None, .. } => ("送达裁定书", "serve the ruling"),
        Stage::Refused { .. } => ("等待上诉期届满", "await the time for appeal"),
        Stage::RefusalAppealed { .. } => ("等待上级法院裁定", "await the upper court's ruling"),
        Stage::Filed | Stage::OnTrial if state.withdrawal_asked.is_some() => {
            ("裁定是否准许撤诉", "rule on the withdrawal")
        }
        Stage::Filed | Stage::OnTrial
            if state.mediated == Some(MediationResult::AgreedStatement) =>
        {
            ("审查调解协议并制作调解书", "examine the agreement and make the statement")
        }
        Stage::Filed if state.case_no.is_none() => ("编立案号", "give the case its number"),
        Stage::Filed if state.fee_settled() => {
            ("确定审理程序和承办法官", "choose the procedure and the judge")
        }
        Stage::Filed => ("分流：征求调解意愿或者通知交费", "divert: ask for consent or the fee"),
        Stage::FeeDue { .. } => ("等待交费", "await the fee"),
        Stage::OnTrial if state.hearing_on.is_none() => ("安排开庭", "set the hearing"),
        Stage::OnTrial => ("开庭审理并判决", "hear and judge"),
        Stage::StatementMade { .. } => ("送达调解书", "serve the statement"),
        Stage::Judged { received, .. } if received.len() < state.brief.parties.len() => {
            ("送达判决书", "serve the judgment")
        }
        Stage::Judged { .. } => ("等待上诉期届满", "await the time for appeal"),
        Stage::Ended { .. } => ("", ""),
    }
}

fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

fn still(standstills: &[Standstill]) -> Vec<ClockEffect> {
    let key = || "trial".to_owned();
    let stop = |one: &Standstill| ClockEffect::Stop {
        key: key(),
        from: one.from,
        reason: one.reason.clone(),
    };
    let resume = |one: &Standstill| one.to.map(|to| ClockEffect::Resume { key: key(), to });
    standstills.iter().flat_map(|one| [Some(stop(one)), resume(one)]).flatten().collect()
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let trial = || "trial".to_owned();
    match fact {
        Fact::ComplaintReceived { on, .. } => vec![start("file", DECISION, *on)],
        Fact::MissingListed { on, .. } => vec![met("file"), start("correct", CORRECTION, *on)],
        Fact::CorrectedReceived { on } => vec![met("correct"), start("file", DECISION, *on)],
        Fact::Filed { on, .. } => filed(*on),
        Fact::FilingRefused { on, .. } => vec![met("file"), start("serve_refusal", SERVICE, *on)],
        Fact::RefusalServed { on, .. } => {
            vec![met("serve_refusal"), start("appeal_refusal", APPEAL_REFUSAL, *on)]
        }
        Fact::RefusalAppealed { on, .. } => {
            vec![met("appeal_refusal"), start("second_instance", "T-E-15.ruling", *on)]
        }
        Fact::Delegated { on, .. } => vec![met("file"), start("errand", ERRAND, *on)],
        Fact::Entrusted { on, .. } => vec![start("errand", ERRAND, *on)],
        Fact::MediatorSigned { rule, on, .. } => {
            vec![met("errand"), start("mediation", rule, *on)]
        }
        Fact::MediationExtended { days, .. } => {
            vec![ClockEffect::Extend { key: "mediation".to_owned(), units: *days }]
        }
        Fact::MediationStopped { on } => vec![ClockEffect::Stop {
            key: "mediation".to_owned(),
            from: *on,
            reason: APPRAISAL.to_owned(),
        }],
        Fact::MediationResumed { to } => {
            vec![ClockEffect::Resume { key: "mediation".to_owned(), to: *to }]
        }
        Fact::MediationEnded { not_counted, on, filed, .. } => {
            back(not_counted.as_slice(), *on, *filed)
        }
        Fact::FeeNotified { on } => vec![start("fee", FEE, *on)],
        Fact::FeePaid { .. } | Fact::FeeRelieved { .. } => vec![met("fee")],
        Fact::TrackChosen { track, filed_on, standstills, .. }
        | Fact::Converted { track, filed_on, standstills, .. } => {
            [vec![cancel("trial"), start("trial", track.rule(), *filed_on)], still(standstills)]
                .concat()
        }
        Fact::Served { service } => served(service.document, service.party, service.on),
        Fact::DefenceReceived { party, on } => vec![
            met(&format!("defence:{party}")),
            start(&format!("reply_copy:{party}"), "T-E-04.reply_copy", *on),
        ],
        Fact::TrialStopped { reason, on, .. } => {
            vec![ClockEffect::Stop { key: trial(), from: *on, reason: reason.code().to_owned() }]
        }
        Fact::TrialResumed { to } => vec![ClockEffect::Resume { key: trial(), to: *to }],
        Fact::TrialExtended { months, .. } => {
            vec![ClockEffect::Extend { key: trial(), units: *months }]
        }
        Fact::StatementMade { on } => vec![start("serve_statement", SERVICE, *on)],
        Fact::StatementRetracted { .. } => vec![cancel("serve_statement")],
        Fact::Judged { on, parties, .. } => {
            let mut effects = vec![met("trial"), start("serve_judgment", SERVICE, *on)];
            effects.extend(papers(parties));
            effects
        }
        Fact::JudgmentServed { .. } | Fact::AppealTimePassed { .. } | Fact::Ended { .. } => {
            conclude(fact)
        }
        Fact::NumberGiven { .. }
        | Fact::HearingSet { .. }
        | Fact::WithdrawalAsked { .. }
        | Fact::WithdrawalRefused { .. }
        | Fact::StatementServed { .. } => Vec::new(),
    }
}

/// Back from mediation: a case not yet filed has its seven days again.
fn back(not_counted: &[Standstill], on: Date, filed: bool) -> Vec<ClockEffect> {
    let mut effects = vec![cancel("errand"), met("mediation")];
    effects.extend(still(not_counted));
    if !filed {
        effects.push(start("file", DECISION, on));
    }
    effects
}

/// Until a procedure is chosen the limit of the ordinary one runs (T-E-11).
fn filed(on: Date) -> Vec<ClockEffect> {
    vec![
        met("file"),
        met("second_instance"),
        start("trial", "T-E-11", on),
        start("copy", "T-E-04", on),
    ]
}

/// A complaint that a defendant received starts that defendant's own time (T-E-04).
fn served(document: Document, party: u32, on: Date) -> Vec<ClockEffect> {
    match document {
        Document::Complaint => {
            vec![met("copy"), start(&format!("defence:{party}"), "T-E-04.defence", on)]
        }
        Document::Defence { of } => vec![met(&format!("reply_copy:{of}"))],
        Document::Summons | Document::Other => Vec::new(),
    }
}

/// The clocks of papers to and fro, of which nothing more comes.
fn papers(parties: &[u32]) -> Vec<ClockEffect> {
    let own = parties.iter().flat_map(|no| [format!("defence:{no}"), format!("reply_copy:{no}")]);
    std::iter::once(cancel("copy")).chain(own.map(|key| cancel(&key))).collect()
}

fn conclude(fact: &Fact) -> Vec<ClockEffect> {
    let mut effects = Vec::new();
    if let Fact::JudgmentServed { party, on, finally, last } = fact {
        if !finally {
            effects.push(start(&format!("appeal:{party}"), APPEAL, *on));
        }
        if *last {
            effects.push(met("serve_judgment"));
        }
    }
    if let Fact::AppealTimePassed { party, .. } = fact {
        effects.push(cancel(&format!("appeal:{party}")));
    }
    if let Fact::Ended { parties, ending, .. } = fact {
        let done = ["trial", "file"];
        let concluded =
            matches!(ending, Ending::Statement | Ending::ClosedOtherwise | Ending::Withdrawn);
        effects.extend(done.iter().map(|key| if concluded { met(key) } else { cancel(key) }));
        let rest = ["correct", "errand", "mediation", "fee", "serve_refusal", "appeal_refusal"];
        effects.extend(rest.iter().map(|key| cancel(key)));
        let more = ["second_instance", "serve_statement", "serve_judgment"];
        effects.extend(more.iter().map(|key| cancel(key)));
        effects.extend(papers(parties));
        effects.extend(parties.iter().map(|no| cancel(&format!("appeal:{no}"))));
    }
    effects
}
