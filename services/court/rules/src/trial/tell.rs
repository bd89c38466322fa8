//! What others need to know of a trial: outline, clocks, notices, roles.

use std::collections::BTreeSet;

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::course::REGISTRATION;
use super::decide::{FAST, FEE};
use super::{Command, Decided, Ending, Fact, Stage, State, Track};
use crate::shared::{SERVICE, cancel, met, number, own, start, to};
use jiefen_procedure::term::Standstill;

/// The copy of the complaint goes out.
const COPY: &str = "T-E-04";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "settle_fee",
    "deem_unpaid",
    "set_fast_track",
    "leave_fast_track",
    "convert",
    "object_to_track",
    "decide_track_objection",
    "fix_evidence",
    "serve_complaint",
    "receive_defence",
    "file_counterclaim",
    "name_representatives",
    "announce_suit",
    "close_registration",
    "set_hearing",
    "hold_hearing",
    "deem_absent",
    "stop_trial",
    "resume_trial",
    "extend_trial",
    "begin_mediation",
    "extend_mediation",
    "end_mediation",
    "mediation_lapsed",
    "make_statement",
    "serve_statement",
    "retract_statement",
    "ask_withdrawal",
    "decide_withdrawal",
    "decide",
    "serve_decision",
    "appeal",
    "appeal_time_passed",
    "transfer",
    "terminate",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Open { .. } => "open",
        Command::SettleFee { .. } => "settle_fee",
        Command::DeemUnpaid => "deem_unpaid",
        Command::SetFastTrack { .. } => "set_fast_track",
        Command::LeaveFastTrack => "leave_fast_track",
        Command::Convert { .. } => "convert",
        Command::ObjectToTrack { .. } => "object_to_track",
        Command::DecideTrackObjection { .. } => "decide_track_objection",
        Command::FixEvidence { .. } => "fix_evidence",
        Command::ServeComplaint { .. } => "serve_complaint",
        Command::ReceiveDefence { .. } => "receive_defence",
        Command::FileCounterclaim { .. } => "file_counterclaim",
        Command::NameRepresentatives { .. } => "name_representatives",
        Command::AnnounceSuit { .. } => "announce_suit",
        Command::CloseRegistration => "close_registration",
        Command::SetHearing { .. } => "set_hearing",
        Command::HoldHearing { .. } => "hold_hearing",
        Command::DeemAbsent { .. } => "deem_absent",
        Command::StopTrial { .. } => "stop_trial",
        Command::ResumeTrial { .. } => "resume_trial",
        Command::ExtendTrial { .. } => "extend_trial",
        Command::BeginMediation { .. } => "begin_mediation",
        Command::ExtendMediation { .. } => "extend_mediation",
        Command::EndMediation { .. } => "end_mediation",
        Command::MediationLapsed => "mediation_lapsed",
        Command::MakeStatement { .. } => "make_statement",
        Command::ServeStatement { .. } => "serve_statement",
        Command::RetractStatement { .. } => "retract_statement",
        Command::AskWithdrawal { .. } => "ask_withdrawal",
        Command::DecideWithdrawal { .. } => "decide_withdrawal",
        Command::Decide { .. } => "decide",
        Command::ServeDecision { .. } => "serve_decision",
        Command::Appeal { .. } => "appeal",
        Command::AppealTimePassed { .. } => "appeal_time_passed",
        Command::Transfer { .. } => "transfer",
        Command::Terminate { .. } => "terminate",
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{CourtPresident, FilingClerk, Judge, Party, System};
    match command {
        "open" => &[FilingClerk, Judge, System],
        "settle_fee" | "serve_complaint" | "serve_decision" | "serve_statement" => {
            &[FilingClerk, Judge]
        }
        "object_to_track" | "receive_defence" | "file_counterclaim" | "retract_statement"
        | "ask_withdrawal" | "appeal" => &[Party, FilingClerk, Judge],
        "deem_unpaid" | "leave_fast_track" | "close_registration" | "mediation_lapsed"
        | "appeal_time_passed" => &[System, Judge],
        "extend_trial" => &[CourtPresident, Judge],
        "set_fast_track"
        | "convert"
        | "decide_track_objection"
        | "fix_evidence"
        | "name_representatives"
        | "announce_suit"
        | "set_hearing"
        | "hold_hearing"
        | "deem_absent"
        | "stop_trial"
        | "resume_trial"
        | "begin_mediation"
        | "extend_mediation"
        | "end_mediation"
        | "make_statement"
        | "decide_withdrawal"
        | "decide"
        | "transfer"
        | "terminate" => &[Judge],
        _ => &[],
    }
}

fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::FeeDue { .. } => ("fee_due", "待交费"),
        Stage::OnTrial => ("on_trial", "审理中"),
        Stage::Mediating { .. } => ("mediating", "法院调解中"),
        Stage::StatementMade { .. } => ("statement_made", "调解书待送达"),
        Stage::Decided { .. } => ("decided", "已裁判"),
        Stage::Ended { ending, .. } => match ending {
            Ending::FeeUnpaid => ("fee_unpaid", "未交费按撤诉处理"),
            Ending::Absent => ("absent", "原告不到庭按撤诉处理"),
            Ending::Withdrawn => ("withdrawn", "准许撤诉"),
            Ending::Statement => ("statement", "调解书生效"),
            Ending::Final => ("final", "判决生效"),
            Ending::DismissedFinal => ("dismissed_final", "驳回起诉生效"),
            Ending::Appealed => ("appealed", "上诉移送"),
            Ending::Transferred { .. } => ("transferred", "移送管辖"),
            Ending::Terminated => ("terminated", "终结诉讼"),
        },
    }
}

fn next(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::FeeDue { .. } => ("等待交费", "await the fee"),
        Stage::OnTrial if state.withdrawal_asked.is_some() => {
            ("裁定是否准许撤诉", "rule on the withdrawal")
        }
        Stage::OnTrial if state.track_objection.is_some() => {
            ("审查对适用程序的异议", "answer the objection to the procedure")
        }
        Stage::OnTrial if state.term.stands_still() => {
            ("等待扣除审限的事由消失", "await the end of what stops time")
        }
        Stage::OnTrial if !state.unserved().is_empty() => {
            ("向被告送达起诉状副本", "serve the complaint")
        }
        Stage::OnTrial if state.hearing_on.is_none() && state.hearings.is_empty() => {
            ("安排开庭", "set the hearing")
        }
        Stage::OnTrial => ("开庭审理并裁判", "hear and decide"),
        Stage::Mediating { .. } => ("主持调解", "mediate"),
        Stage::StatementMade { .. } => ("送达调解书", "serve the statement"),
        Stage::Decided { received, .. } if received.len() < state.parties().len() => {
            ("送达裁判文书", "serve the decision")
        }
        Stage::Decided { .. } => ("等待上诉期届满", "await the time for appeal"),
        Stage::Ended { .. } => ("", ""),
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = next(state);
    Outline {
        kind: "trial",
        state: code,
        state_zh: zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: Some(state.opening.judge.clone()).filter(|_| open),
    }
}

/// The clocks that run in a state.
pub(super) fn running(state: &State) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut add = |when: bool, key: &str| {
        if when {
            keys.insert(key.to_owned());
        }
    };
    match &state.stage {
        Stage::Ended { .. } => return keys,
        Stage::Decided { finally, received, passed, .. } => {
            add(received.len() < state.parties().len(), "serve_decision");
            for receipt in received.iter().filter(|receipt| !passed.contains(&receipt.party)) {
                add(!finally, &own("appeal", receipt.party));
            }
            return keys;
        }
        Stage::FeeDue { .. } => add(true, "fee"),
        Stage::Mediating { .. } => add(true, "mediate"),
        Stage::StatementMade { .. } => add(true, "serve_statement"),
        Stage::OnTrial => {}
    }
    add(true, "trial");
    add(!state.unserved().is_empty(), "copy");
    add(state.fast, "target");
    add(state.track_objection.is_some(), "track_objection");
    add(state.announced_on.is_some(), "registration");
    for receipt in &state.complaints {
        let answered = state.defences.iter().any(|defence| defence.party == receipt.party);
        add(!answered, &own("defence", receipt.party));
    }
    keys
}

/// The command that the law gives when a clock expires; the trial limit's end is a finding.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    if !running(state).contains(clock) {
        return None;
    }
    match clock.split_once(':').map_or(clock, |(key, _)| key) {
        "fee" => Some(Command::DeemUnpaid),
        "target" => Some(Command::LeaveFastTrack),
        "registration" => Some(Command::CloseRegistration),
        "mediate" => Some(Command::MediationLapsed),
        "appeal" => number(clock).map(|party| Command::AppealTimePassed { party }),
        _ => None,
    }
}

fn still(one: &Standstill) -> Vec<ClockEffect> {
    let key = || "trial".to_owned();
    let stop = ClockEffect::Stop { key: key(), from: one.from, reason: one.reason.clone() };
    let resume = one.to.map(|to| ClockEffect::Resume { key: key(), to });
    [Some(stop), resume].into_iter().flatten().collect()
}

/// The rule of a defendant's time.
pub(super) fn defence_rule(track: Track) -> &'static str {
    match track {
        Track::SmallClaims => "T-E-09.defence",
        Track::Summary | Track::Ordinary => "T-E-04.defence",
    }
}

/// The clocks. What a fact leaves without an object is closed by [`Fact::TimesClosed`].
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let stop =
        |from, reason: &str| still(&Standstill { from, to: None, reason: reason.to_owned() });
    let resume = |to| ClockEffect::Resume { key: "trial".to_owned(), to };
    match fact {
        Fact::Opened { opening, .. } => opened(opening),
        Fact::FeeSettled { .. } => vec![met("fee")],
        Fact::FastTrackSet { from, .. } => vec![start("target", FAST, *from)],
        Fact::FastTrackLeft { .. } => vec![cancel("target")],
        Fact::Converted { track, filed_on, standstills, .. } => {
            let mut effects = vec![met("trial"), start("trial", track.rule(), *filed_on)];
            effects.extend(standstills.iter().flat_map(still));
            effects
        }
        Fact::TrackObjected { on, .. } => vec![start("track_objection", SERVICE, *on)],
        Fact::TrackObjectionRejected { .. } => vec![met("track_objection")],
        Fact::ComplaintServed { party, rule, last, on } => {
            let mut effects = vec![start(&own("defence", *party), rule, *on)];
            effects.extend(last.then(|| met("copy")));
            effects
        }
        Fact::DefenceReceived { party, .. } => vec![met(&own("defence", *party))],
        Fact::SuitAnnounced { on } => {
            let mut effects = stop(*on, "public_notice");
            effects.push(start("registration", REGISTRATION, *on));
            effects
        }
        Fact::RegistrationClosed { on } => vec![met("registration"), resume(*on)],
        Fact::TrialStopped { reason, on, .. } => stop(*on, reason.code()),
        Fact::TrialResumed { to } => vec![resume(*to)],
        Fact::TrialExtended { months, .. } => {
            vec![ClockEffect::Extend { key: "trial".to_owned(), units: *months }]
        }
        Fact::MediationBegun { rule, on } => vec![start("mediate", rule, *on)],
        Fact::MediationExtended { days, .. } => {
            vec![ClockEffect::Extend { key: "mediate".to_owned(), units: *days }]
        }
        Fact::MediationEnded { not_counted, .. } => {
            let mut effects = vec![met("mediate")];
            effects.extend(not_counted.iter().flat_map(still));
            effects
        }
        Fact::StatementMade { on } => vec![start("serve_statement", SERVICE, *on)],
        Fact::StatementRetracted { .. } => vec![cancel("serve_statement")],
        Fact::Decided { on, .. } => vec![met("trial"), start("serve_decision", SERVICE, *on)],
        Fact::DecisionServed { party, rule, last, on } => {
            let appeal = rule.iter().map(|rule| start(&own("appeal", *party), rule, *on));
            appeal.chain(last.then(|| met("serve_decision"))).collect()
        }
        Fact::AppealTimePassed { party, .. } => vec![cancel(&own("appeal", *party))],
        Fact::TimesClosed { keys } => keys.iter().map(|key| cancel(key)).collect(),
        Fact::EvidenceFixed { .. }
        | Fact::CounterclaimFiled { .. }
        | Fact::RepresentativesNamed { .. }
        | Fact::HearingSet { .. }
        | Fact::HearingHeld { .. }
        | Fact::StatementServed { .. }
        | Fact::WithdrawalAsked { .. }
        | Fact::WithdrawalRefused { .. }
        | Fact::Ended { .. } => Vec::new(),
    }
}

fn opened(opening: &super::Opening) -> Vec<ClockEffect> {
    let mut effects = vec![start("trial", opening.track.rule(), opening.filed_on)];
    effects.extend(opening.standstills.iter().flat_map(still));
    effects.extend(opening.fee_told_on.map(|told_on| start("fee", FEE, told_on)));
    let served = opening.complaints.len();
    let defendants = opening.brief.parties.len().saturating_sub(opening.plaintiffs.len());
    effects.extend((served < defendants).then(|| start("copy", COPY, opening.filed_on)));
    let rule = defence_rule(opening.track);
    effects.extend(opening.complaints.iter().map(|r| start(&own("defence", r.party), rule, r.on)));
    effects
}

fn all(form: &str, zh: &str, rule: Option<&str>) -> Vec<Notice> {
    vec![to(&[], form, zh, rule)]
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Opened { opening, .. } if opening.track == Track::SmallClaims => all(
            "procedure",
            "本案适用小额诉讼程序，一审终审；认为不应适用的，请在开庭前提出异议。",
            Some(opening.track.rule()),
        ),
        Fact::Opened { opening, .. } => all(
            "procedure",
            &format!("本案适用{}。", opening.track.zh()),
            Some(opening.track.rule()),
        ),
        Fact::Converted { track, .. } => all(
            "converted",
            &format!(
                "裁定本案转为{}，审理期限仍自立案之日计算；双方已确认的事实可以不再举证、质证。",
                track.zh()
            ),
            Some(track.rule()),
        ),
        Fact::TrackObjectionRejected { .. } => all("procedure", "对适用程序的异议不成立。", None),
        Fact::EvidenceFixed { until, .. } => {
            all("evidence", &format!("请在{until}以前提交证据。"), None)
        }
        Fact::ComplaintServed { party, rule, .. } => vec![to(
            &[*party],
            "complaint",
            "请自收到起诉状副本之日起十五日内提出答辩状；不提出的，不影响审理。",
            Some(rule),
        )],
        Fact::DefenceReceived { .. } => {
            all("defence", "已收到答辩状，五日内向原告发送副本。", Some("T-E-04.reply_copy"))
        }
        Fact::SuitAnnounced { .. } => all(
            "register",
            "本案当事人人数众多，请权利人在公告期间向本院登记。",
            Some(REGISTRATION),
        ),
        Fact::HearingSet { on, .. } => all("hearing", &format!("定于{on}开庭，请准时到庭。"), None),
        Fact::DecisionServed { party, rule, .. } => vec![remedy(*party, rule.as_deref())],
        Fact::MediationBegun { rule, .. } => {
            all("mediation", "经各方同意，本院主持调解；任何一方可以随时退出。", Some(rule))
        }
        Fact::StatementServed { party, .. } => {
            vec![to(&[*party], "statement", "调解书经各方签收后生效，可以申请执行。", None)]
        }
        Fact::Ended { ending, .. } => told(*ending),
        Fact::FeeSettled { .. }
        | Fact::FastTrackSet { .. }
        | Fact::FastTrackLeft { .. }
        | Fact::TrackObjected { .. }
        | Fact::CounterclaimFiled { .. }
        | Fact::RepresentativesNamed { .. }
        | Fact::RegistrationClosed { .. }
        | Fact::HearingHeld { .. }
        | Fact::TrialStopped { .. }
        | Fact::TrialResumed { .. }
        | Fact::TrialExtended { .. }
        | Fact::MediationExtended { .. }
        | Fact::MediationEnded { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementRetracted { .. }
        | Fact::WithdrawalAsked { .. }
        | Fact::WithdrawalRefused { .. }
        | Fact::Decided { .. }
        | Fact::AppealTimePassed { .. }
        | Fact::TimesClosed { .. } => Vec::new(),
    }
}

fn remedy(party: u32, rule: Option<&str>) -> Notice {
    match rule {
        Some(rule) if rule == Decided::Judgment.appeal() => {
            to(&[party], "appeal", "不服判决的，可以自收到之日起十五日内上诉。", Some(rule))
        }
        Some(rule) => {
            to(&[party], "appeal", "不服裁定的，可以自收到之日起十日内上诉。", Some(rule))
        }
        None => to(
            &[party],
            "final",
            "小额诉讼一审终审；认为确有错误的，可以向本院申请再审。",
            Some("T-E-16"),
        ),
    }
}

fn told(ending: Ending) -> Vec<Notice> {
    match ending {
        Ending::FeeUnpaid => all(
            "remedies",
            "未按期交费，按撤诉处理；仍可以再次起诉或者选择其他途径。",
            Some("T-A-06"),
        ),
        Ending::Absent => all(
            "remedies",
            "原告无正当理由拒不到庭，按撤诉处理；仍可以再次起诉或者选择其他途径。",
            Some("T-A-06"),
        ),
        Ending::Withdrawn => all("withdrawn", "裁定准许撤诉；仍可以再次起诉。", Some("T-A-06")),
        Ending::Statement => {
            all("effective", "调解书已生效；不履行的，可以申请执行。", Some("T-D-10"))
        }
        Ending::Final => all("effective", "判决已生效；不履行的，可以申请执行。", Some("T-D-10")),
        Ending::DismissedFinal => {
            all("remedies", "驳回起诉的裁定已生效；符合起诉条件后可以再次起诉。", Some("T-A-06"))
        }
        Ending::Appealed => all("appealed", "案件已上诉，移送上级人民法院。", Some("T-E-15")),
        Ending::Transferred { .. } => all("transferred", "案件已移送有管辖权的人民法院。", None),
        Ending::Terminated => all("terminated", "裁定终结诉讼。", None),
    }
}
