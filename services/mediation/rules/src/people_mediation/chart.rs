//! The chart of people's mediation.

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

const fn open(state: &'static str, zh: &'static str, clocks: &'static [&'static str]) -> Stage {
    Stage { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

/// The chart of people's mediation.
pub static CHART: Chart = Chart {
    kind: "people_mediation",
    zh: "人民调解",
    stages: &[
        open("consent_asked", "征求意见", &["consent"]),
        open("mediating", "调解中", &["mediate", "target"]),
        open("drafted", "协议待签", &["mediate", "target"]),
        open("in_force", "协议生效", &["follow_up", "confirm", "arbitral_review"]),
        open("breached", "协议违约", &["breach", "follow_up", "confirm", "arbitral_review"]),
        ended("not_begun", "未开始"),
        ended("declined", "不予受理"),
        ended("withdrawn", "撤回"),
        ended("failed", "调解不成"),
        ended("stopped", "终止调解"),
        ended("performed", "已履行"),
        ended("unperformed", "未履行"),
    ],
    steps: &[
        step("", "open", "consent_asked", "人民调解法 17"),
        step("", "open", "not_begun", "T-B-01"),
        step("consent_asked", "give_consent", "consent_asked", "人民调解法 17"),
        step("consent_asked", "refuse_consent", "not_begun", "T-B-01"),
        step("consent_asked", "withdraw_consent", "withdrawn", "人民调解法 23"),
        step("consent_asked", "accept", "mediating", "人民调解法 17、19"),
        step("consent_asked", "decline", "declined", "人民调解法 2、3"),
        step("consent_asked", "report_danger", "consent_asked", "T-B-07"),
        step("consent_asked", "report_danger", "stopped", "T-B-07"),
        step("consent_asked", "withdraw", "withdrawn", "人民调解法 23"),
        step("consent_asked", "end_for_suit", "stopped", "T-P-03"),
        step("consent_asked", "clock:consent", "consent_asked", "policy.information_request"),
        step("mediating", "withdraw_consent", "withdrawn", "人民调解法 23"),
        step("mediating", "choose_mediator", "mediating", "人民调解法 19"),
        step("mediating", "object_mediator", "mediating", "人民调解法 19、23"),
        step("mediating", "schedule_session", "mediating", "人民调解法 21、22"),
        step("mediating", "hold_session", "mediating", "人民调解法 22、27"),
        step("mediating", "extend", "mediating", "T-B-02"),
        step("mediating", "begin_appraisal", "mediating", "T-P-01"),
        step("mediating", "end_appraisal", "mediating", "T-P-01"),
        step("mediating", "report_danger", "mediating", "T-B-07"),
        step("mediating", "report_danger", "stopped", "T-B-07"),
        step("mediating", "draft_agreement", "drafted", "人民调解法 28、29"),
        step("mediating", "record_oral", "in_force", "T-B-05"),
        step("mediating", "withdraw", "withdrawn", "人民调解法 23"),
        step("mediating", "end_failed", "failed", "人民调解法 26"),
        step("mediating", "end_sham", "stopped", "T-C-14"),
        step("mediating", "end_for_suit", "stopped", "T-P-03"),
        step("mediating", "clock:mediate", "failed", "T-B-02"),
        step("mediating", "clock:target", "mediating", "policy.people_mediation"),
        step("drafted", "withdraw_consent", "withdrawn", "人民调解法 23"),
        step("drafted", "choose_mediator", "drafted", "人民调解法 19"),
        step("drafted", "object_mediator", "drafted", "人民调解法 19、23"),
        step("drafted", "schedule_session", "drafted", "人民调解法 21、22"),
        step("drafted", "hold_session", "drafted", "人民调解法 22、27"),
        step("drafted", "extend", "drafted", "T-B-02"),
        step("drafted", "begin_appraisal", "drafted", "T-P-01"),
        step("drafted", "end_appraisal", "drafted", "T-P-01"),
        step("drafted", "report_danger", "drafted", "T-B-07"),
        step("drafted", "report_danger", "stopped", "T-B-07"),
        step("drafted", "draft_agreement", "drafted", "人民调解法 28、29"),
        step("drafted", "confirm_draft", "drafted", "人民调解法 29"),
        step("drafted", "sign", "drafted", "T-B-04"),
        step("drafted", "sign", "in_force", "T-B-04"),
        step("drafted", "record_oral", "in_force", "T-B-05"),
        step("drafted", "withdraw", "withdrawn", "人民调解法 23"),
        step("drafted", "end_failed", "failed", "人民调解法 26"),
        step("drafted", "end_sham", "stopped", "T-C-14"),
        step("drafted", "end_for_suit", "stopped", "T-P-03"),
        step("drafted", "clock:mediate", "failed", "T-B-02"),
        step("drafted", "clock:target", "drafted", "policy.people_mediation"),
        step("in_force", "note_application", "in_force", "T-B-06"),
        step("in_force", "record_force", "in_force", "人民调解法 33"),
        step("in_force", "record_performance", "in_force", "人民调解法 31"),
        step("in_force", "record_performance", "performed", "人民调解法 31"),
        step("in_force", "report_breach", "breached", "人民调解法 31、32"),
        step("in_force", "report_danger", "in_force", "T-B-07"),
        step("in_force", "clock:follow_up", "in_force", "人民调解法 31"),
        step("in_force", "clock:confirm", "in_force", "T-B-06"),
        step("in_force", "clock:arbitral_review", "in_force", "T-H-02"),
        step("breached", "note_application", "breached", "T-B-06"),
        step("breached", "record_force", "breached", "人民调解法 33"),
        step("breached", "record_performance", "breached", "人民调解法 31"),
        step("breached", "record_performance", "in_force", "人民调解法 31"),
        step("breached", "record_performance", "performed", "人民调解法 31"),
        step("breached", "report_breach", "breached", "人民调解法 31、32"),
        step("breached", "report_danger", "breached", "T-B-07"),
        step("breached", "end_unperformed", "unperformed", "人民调解法 32"),
        step("breached", "clock:breach", "breached", "人民调解法 31"),
        step("breached", "clock:follow_up", "breached", "人民调解法 31"),
        step("breached", "clock:confirm", "breached", "T-B-06"),
        step("breached", "clock:arbitral_review", "breached", "T-H-02"),
    ],
};
