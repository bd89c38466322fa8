//! Who may give which command, and whether only the holder of the dispute may.

use jiefen_vocab::Role;

/// The node itself, for what the law gives on a clock's expiry.
const LAW: &[Role] = &[Role::System, Role::PetitionOfficer, Role::PetitionHead];
/// The counter, the online box, and reactions to a hand-over.
const DOOR: &[Role] =
    &[Role::System, Role::WindowClerk, Role::PetitionOfficer, Role::PetitionHead, Role::Party];
const OFFICER: &[Role] = &[Role::PetitionOfficer, Role::PetitionHead];
const HEAD: &[Role] = &[Role::PetitionHead];
/// What another unit does and reports.
const REPORTED: &[Role] = &[Role::System, Role::PetitionOfficer, Role::PetitionHead];
const PARTY: &[Role] = &[Role::Party, Role::WindowClerk, Role::PetitionOfficer, Role::PetitionHead];

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

/// Every command. WHEN ADDING A COMMAND: here, `Command::name`, decide, the chart, the tests' samples.
pub(super) const ROWS: [Row; 28] = [
    row("receive", "登记信访事项", DOOR, false),
    row("not_accept", "不予受理并告知", OFFICER, true),
    row("report_up", "报告重大、紧急事项", OFFICER, false),
    row("recuse", "决定回避", HEAD, true),
    row("assign", "确定承办人", OFFICER, true),
    row("classify", "依法分类", OFFICER, true),
    row("forward", "转送、交办", OFFICER, true),
    row("acknowledge", "记录收到转送", REPORTED, false),
    row("object", "记录异议", REPORTED, false),
    row("lapse_objection", "记录逾期未提异议", LAW, false),
    row("designate", "记录指定", REPORTED, false),
    row("tell", "书面告知信访人", REPORTED, false),
    row("excuse_telling", "记录无法告知", OFFICER, false),
    row("reply", "回复建议或者履职结果", REPORTED, false),
    row("accept", "受理", OFFICER, true),
    row("extend", "批准延长办理期限", HEAD, true),
    row("settle", "记录调解、和解协议", OFFICER, true),
    row("give_opinion", "出具处理意见书", OFFICER, true),
    row("serve", "记录书面答复送达", REPORTED, false),
    row("lapse_review", "记录期满未请求复查、复核", LAW, false),
    row("ask_review", "请求复查", PARTY, false),
    row("review", "记录复查意见", REPORTED, false),
    row("ask_rereview", "请求复核", PARTY, false),
    row("start_hearing", "复核听证开始", REPORTED, false),
    row("end_hearing", "复核听证结束", REPORTED, false),
    row("rereview", "记录复核意见", REPORTED, false),
    row("hand_on", "记录移交其他机关办理", REPORTED, false),
    row("withdraw", "撤回信访事项", PARTY, false),
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
