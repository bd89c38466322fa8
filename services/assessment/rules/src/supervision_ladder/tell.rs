//! What others need to know: outline, clocks, expiry, names, roles.

use jiefen_procedure::{ClockEffect, Outline};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::{
    APPEAL, CHECK, Command, Fact, RECHECK, RECTIFY, RECTIFY_RULE, Stage, State, TALK, TERM,
    TERM_RULE, WEEKLY, WORK,
};

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "draft_talk",
    "draft_listing",
    "sign_talk",
    "hold_talk",
    "record_absence",
    "report_rectified",
    "verify",
    "note_missed_again",
    "propose_listing",
    "sign_listing",
    "report_week",
    "note_missed_week",
    "mark_term_passed",
    "extend_listing",
    "refer_accountability",
    "request_removal",
    "draw_sample",
    "record_check",
    "decide_removal",
    "appeal",
    "decide_appeal",
    "withdraw",
    "flag_late",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::DraftTalk(_) => "draft_talk",
        Command::DraftListing { .. } => "draft_listing",
        Command::SignTalk => "sign_talk",
        Command::HoldTalk(_) => "hold_talk",
        Command::RecordAbsence { .. } => "record_absence",
        Command::ReportRectified { .. } => "report_rectified",
        Command::Verify { .. } => "verify",
        Command::NoteMissedAgain { .. } => "note_missed_again",
        Command::ProposeListing => "propose_listing",
        Command::SignListing { .. } => "sign_listing",
        Command::ReportWeek { .. } => "report_week",
        Command::NoteMissedWeek => "note_missed_week",
        Command::MarkTermPassed => "mark_term_passed",
        Command::ExtendListing { .. } => "extend_listing",
        Command::ReferAccountability { .. } => "refer_accountability",
        Command::RequestRemoval { .. } => "request_removal",
        Command::DrawSample { .. } => "draw_sample",
        Command::RecordCheck { .. } => "record_check",
        Command::DecideRemoval { .. } => "decide_removal",
        Command::Appeal { .. } => "appeal",
        Command::DecideAppeal { .. } => "decide_appeal",
        Command::Withdraw { .. } => "withdraw",
        Command::FlagLate { .. } => "flag_late",
    }
}

/// The heads of units: they answer, report, appeal.
const HEADS: &[Role] = &[
    Role::CentreDirector,
    Role::MediationHead,
    Role::CourtPresident,
    Role::ArbitrationDirector,
    Role::PetitionHead,
    Role::ReviewHead,
    Role::DepartmentOfficer,
];

/// Who may give a command. Drafts are a machine's too; every signature is a person's; the list is the
/// leading group's. None of these is an outcome of a dispute (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    match command {
        "draft_talk" | "draft_listing" | "note_missed_again" => {
            &[Role::Coordinator, Role::Assessor, Role::System]
        }
        "sign_talk" | "hold_talk" | "record_absence" | "withdraw" => {
            &[Role::Coordinator, Role::Leader]
        }
        "sign_listing" | "extend_listing" | "refer_accountability" | "decide_removal" => {
            &[Role::Leader]
        }
        "verify" | "draw_sample" | "record_check" => &[Role::Coordinator, Role::Assessor],
        "decide_appeal" => &[Role::Assessor, Role::Leader],
        "report_rectified" | "report_week" | "request_removal" | "appeal" => HEADS,
        "propose_listing" | "note_missed_week" | "mark_term_passed" | "flag_late" => {
            &[Role::System]
        }
        _ => &[],
    }
}

/// The clocks of a stage, without those of appeals.
pub(super) const fn clocks_of(stage: Stage) -> &'static [&'static str] {
    match stage {
        Stage::TalkDrafted | Stage::ListingDrafted => &[WORK],
        Stage::TalkCalled => &[TALK],
        Stage::Rectifying => &[RECTIFY],
        Stage::Reported => &[CHECK],
        Stage::Listed => &[WEEKLY, TERM],
        Stage::Rechecking => &[WEEKLY, RECHECK],
        Stage::TermOver => &[WEEKLY, WORK],
        Stage::Rectified | Stage::Delisted | Stage::Withdrawn => &[],
    }
}

/// True for the clocks that are the office's own duty: late, they are flagged and run again.
pub(super) fn own_duty(clock: &str) -> bool {
    [WORK, TALK, CHECK, RECHECK].contains(&clock)
}

fn rule_of(clock: &str) -> &'static str {
    match clock.split(':').next().unwrap_or(clock) {
        TALK => "policy.talk",
        RECTIFY => RECTIFY_RULE,
        CHECK => "policy.rectification_check",
        WEEKLY => "policy.listing_report",
        TERM => TERM_RULE,
        RECHECK => "policy.listing_recheck",
        APPEAL => "policy.supervision_appeal",
        _ => "policy.supervision_signature",
    }
}

fn start(key: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule_of(key).to_owned(), from }
}

fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let extended = |units: u32, from: Date| {
        let mut effects = vec![start(TERM, from)];
        if units > 0 {
            effects.push(ClockEffect::Extend { key: TERM.to_owned(), units });
        }
        effects
    };
    match fact {
        Fact::Drafted { on, .. } => vec![start(WORK, *on)],
        Fact::TalkSigned { on, .. } => vec![met(WORK), start(TALK, *on)],
        Fact::TalkHeld { talk } => vec![met(TALK), start(RECTIFY, talk.on)],
        Fact::RectificationReported { on, .. } => vec![met(RECTIFY), start(CHECK, *on)],
        Fact::RectificationVerified { .. } => vec![met(CHECK)],
        Fact::RectificationRejected { on, .. } => vec![met(CHECK), start(RECTIFY, *on)],
        Fact::ListingProposed { stood, on, .. } => {
            let gone = clocks_of(*stood).iter().map(|key| cancel(key));
            gone.chain([start(WORK, *on)]).collect()
        }
        Fact::Listed { on, .. } => vec![met(WORK), start(WEEKLY, *on), start(TERM, *on)],
        Fact::WeekReported { report } => vec![met(WEEKLY), start(WEEKLY, report.on)],
        Fact::WeekMissed { on } => vec![start(WEEKLY, *on)],
        Fact::TermPassed { on } => vec![cancel(TERM), start(WORK, *on)],
        Fact::ListingExtended { units, from, .. } => {
            let mut effects = vec![met(WORK)];
            effects.extend(extended(*units, *from));
            effects
        }
        Fact::AccountabilityReferred { .. } => vec![met(WORK)],
        Fact::RemovalRequested { on, .. } => vec![met(WORK), cancel(TERM), start(RECHECK, *on)],
        Fact::Delisted { .. } => vec![met(RECHECK), met(WEEKLY)],
        Fact::RemovalRefused { term, term_over, on, .. } => {
            let mut effects = vec![met(RECHECK)];
            if let Some(term) = term {
                effects.extend(extended(term.extended, term.from));
            }
            if *term_over {
                effects.push(start(WORK, *on));
            }
            effects
        }
        Fact::Appealed { no, on, .. } => vec![start(&format!("{APPEAL}:{no}"), *on)],
        Fact::AppealDecided { no, .. } => vec![met(&format!("{APPEAL}:{no}"))],
        Fact::Withdrawn { ended, .. } => ended.iter().map(|key| cancel(key)).collect(),
        // A late duty stays a duty: its clock begins again until it is done.
        Fact::LatenessFound { clock, on } => vec![start(clock, *on)],
        Fact::SampleDrawn { .. } | Fact::CaseChecked { .. } => Vec::new(),
    }
}

/// The effect of silence: a unit's silence leads to the next rung, the office's is a finding against it.
pub(super) fn expired(_: &State, clock: &str) -> Option<Command> {
    match clock.split(':').next().unwrap_or(clock) {
        RECTIFY => Some(Command::ProposeListing),
        WEEKLY => Some(Command::NoteMissedWeek),
        TERM => Some(Command::MarkTermPassed),
        WORK | TALK | CHECK | RECHECK | APPEAL => {
            Some(Command::FlagLate { clock: clock.to_owned() })
        }
        _ => None,
    }
}

/// The next step of a stage, verb first: Chinese, English.
pub(super) const fn next(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::TalkDrafted => ("签发约谈通知或者撤回", "sign the talk or withdraw it"),
        Stage::TalkCalled => ("约谈并记录整改措施", "hold the talk and record the measures"),
        Stage::Rectifying => ("落实整改并报告", "rectify and report"),
        Stage::Reported => ("核查整改情况", "check the rectification"),
        Stage::ListingDrafted => ("签发挂牌督办或者撤回", "sign the listing or withdraw it"),
        Stage::Listed => {
            ("每周报告，整改到位后申请摘牌", "report weekly, ask for removal when done")
        }
        Stage::Rechecking => ("抽样复核已结案件并决定是否摘牌", "re-check closed cases by sample"),
        Stage::TermOver => ("延长挂牌或者移送追责", "extend the listing or refer it"),
        Stage::Rectified | Stage::Delisted | Stage::Withdrawn => ("", ""),
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh) = match state.stage {
        Stage::TalkDrafted => ("talk_drafted", "约谈已起草，待签发"),
        Stage::TalkCalled => ("talk_called", "已通知约谈"),
        Stage::Rectifying => ("rectifying", "已约谈，限期整改"),
        Stage::Reported => ("reported", "已报整改，待核查"),
        Stage::ListingDrafted => ("listing_drafted", "挂牌已起草，待签发"),
        Stage::Listed => ("listed", "已挂牌督办"),
        Stage::Rechecking => ("rechecking", "申请摘牌，抽样复核"),
        Stage::TermOver => ("term_over", "挂牌期满未摘牌"),
        Stage::Rectified => ("rectified", "整改到位"),
        Stage::Delisted => ("delisted", "已摘牌"),
        Stage::Withdrawn => ("withdrawn", "已撤回"),
    };
    let (next_zh, next_en) = next(state.stage);
    let person = state.signed.last().map_or(&state.drafted_by, |(by, _)| by).person.clone();
    Outline {
        kind: "supervision_ladder",
        state: code,
        state_zh,
        open: !next_zh.is_empty(),
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: Some(person),
    }
}
