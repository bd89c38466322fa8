//! Who may give which command, and whether only the holder of the dispute may.

use jiefen_vocab::Role;

/// The node itself, for what the law gives on a clock's expiry.
const LAW: &[Role] = &[Role::System, Role::ReviewHead];
/// The counter, and reactions to a hand-over.
const DOOR: &[Role] =
    &[Role::System, Role::WindowClerk, Role::Reviewer, Role::ReviewHead, Role::Party];
const OFFICE: &[Role] = &[Role::Reviewer, Role::ReviewHead];
/// Outcomes and what the law leaves to the head (I10).
const HEAD: &[Role] = &[Role::ReviewHead];
/// Papers that come in and receipts.
const REGISTRY: &[Role] = &[Role::System, Role::WindowClerk, Role::Reviewer, Role::ReviewHead];
const PARTY: &[Role] = &[Role::Party, Role::WindowClerk, Role::Reviewer, Role::ReviewHead];

/// A row of the matrix role × command.
#[derive(Debug)]
pub(super) struct Row {
    pub name: &'static str,
    pub zh: &'static str,
    pub roles: &'static [Role],
    pub holding: bool,
}

const fn row(name: &'static str, zh: &'static str, roles: &'static [Role], holding: bool) -> Row {
    Row { name, zh, roles, holding }
}

/// Every command. WHEN ADDING A COMMAND: here, `Command::name`, decide, the chart, the area's list of
/// names, the tests' samples.
pub(super) const ROWS: [Row; 45] = [
    row("apply", "登记复议申请", DOOR, false),
    row("describe_act", "登记被复议的行政行为", REGISTRY, true),
    row("ask_correction", "通知补正", OFFICE, true),
    row("serve_correction", "记录补正通知送达", REGISTRY, true),
    row("extend_correction", "延长补正期限", OFFICE, true),
    row("correct", "提交补正材料", PARTY, false),
    row("abandon", "记录逾期不补正", LAW, false),
    row("accept", "受理", OFFICE, true),
    row("refuse", "不予受理", HEAD, true),
    row("deem_accepted", "记录视为受理", LAW, false),
    row("name_reviewer", "指定复议人员", OFFICE, true),
    row("mark_major", "认定重大、疑难、复杂", OFFICE, true),
    row("mark_technical", "认定专业性、技术性较强", OFFICE, true),
    row("consult_committee", "提请行政复议委员会咨询", OFFICE, true),
    row("record_advice", "记录行政复议委员会咨询意见", OFFICE, true),
    row("convert", "转为普通程序", HEAD, true),
    row("serve_copy", "发送申请书副本", REGISTRY, true),
    row("reply", "提交书面答复", PARTY, false),
    row("lapse_reply", "记录逾期未答复", LAW, false),
    row("hear_parties", "听取当事人意见", OFFICE, true),
    row("notify_hearing", "通知听证", OFFICE, true),
    row("hold_hearing", "举行听证", OFFICE, true),
    row("begin_mediation", "开始调解并中止审理", OFFICE, true),
    row("make_statement", "制作调解书", OFFICE, true),
    row("sign_statement", "在调解书上签字", PARTY, false),
    row("seal_statement", "在调解书上盖章", HEAD, true),
    row("end_mediation", "终止调解", PARTY, false),
    row("suspend", "中止审理", OFFICE, true),
    row("resume", "恢复审理", OFFICE, true),
    row("lapse_suspension", "记录中止满六十日", LAW, false),
    row("terminate", "终止审理", HEAD, true),
    row("extend", "批准延期", HEAD, true),
    row("lapse_decision", "记录逾期未决定", LAW, false),
    row("ask_withdrawal", "申请撤回", PARTY, false),
    row("rule_withdrawal", "决定是否准予撤回", OFFICE, true),
    row("dismiss", "驳回申请", HEAD, true),
    row("decide", "作出复议决定", HEAD, true),
    row("serve", "记录文书送达", REGISTRY, false),
    row("sue", "记录起诉", REGISTRY, false),
    row("lapse_suit", "记录期满未起诉", LAW, false),
    row("perform", "记录履行", REGISTRY, false),
    row("press", "责令履行、约谈、通报", HEAD, false),
    row("enforce", "转入强制执行", HEAD, false),
    row("opine", "制发意见书", HEAD, false),
    row("report_opinion", "记录意见书落实情况", REGISTRY, false),
];

/// The names, in the order of the rows.
pub(super) const NAMES: [&str; ROWS.len()] = names();

const fn names() -> [&'static str; ROWS.len()] {
    let mut names = [""; ROWS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = ROWS[at].name;
        at += 1;
    }
    names
}

/// The row of a command's name.
pub(super) fn row_of(name: &str) -> Option<&'static Row> {
    const TABLE: &[Row] = &ROWS;
    TABLE.iter().find(|row| row.name == name)
}
