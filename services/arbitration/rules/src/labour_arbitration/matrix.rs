//! Who may give which command, and whether only the holder of the dispute may.

use jiefen_vocab::Role;

/// The node itself, for what the law gives on a clock's expiry.
const LAW: &[Role] = &[Role::System, Role::ArbitrationDirector];
/// The node alone: what follows from the hand-off protocol.
const NODE: &[Role] = &[Role::System];
/// The counter, and reactions to a hand-over.
const DOOR: &[Role] =
    &[Role::System, Role::WindowClerk, Role::Arbitrator, Role::ArbitrationDirector, Role::Party];
/// Outcomes: only those whom the law names (I10).
const TRIBUNAL: &[Role] = &[Role::Arbitrator];
const OFFICE: &[Role] = &[Role::Arbitrator, Role::ArbitrationDirector];
const DIRECTOR: &[Role] = &[Role::ArbitrationDirector];
/// Papers that come in and receipts.
const REGISTRY: &[Role] =
    &[Role::System, Role::WindowClerk, Role::Arbitrator, Role::ArbitrationDirector];
const PARTY: &[Role] =
    &[Role::Party, Role::WindowClerk, Role::Arbitrator, Role::ArbitrationDirector];

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
pub(super) const ROWS: [Row; 45] = [
    row("take_over", "接收移交", NODE, false),
    row("contact", "联系申请人", REGISTRY, true),
    row("forgo", "记录不申请仲裁", OFFICE, true),
    row("hand_on", "移送其他单位", NODE, false),
    row("apply", "登记仲裁申请", DOOR, false),
    row("accept", "受理", OFFICE, true),
    row("refuse", "不予受理", OFFICE, true),
    row("lapse_acceptance", "记录逾期未作受理决定", LAW, false),
    row("serve_copy", "送达申请书副本", REGISTRY, true),
    row("file_defence", "提交答辩书", PARTY, false),
    row("forward_defence", "送达答辩书副本", REGISTRY, true),
    row("raise_limitation", "提出时效抗辩", PARTY, false),
    row("form_tribunal", "组成仲裁庭", OFFICE, true),
    row("recuse", "决定回避", DIRECTOR, true),
    row("represent", "推举代表", PARTY, false),
    row("notify_hearing", "通知开庭", OFFICE, true),
    row("postpone", "决定是否延期开庭", OFFICE, true),
    row("hold_hearing", "开庭", TRIBUNAL, true),
    row("mediate", "记录裁决前调解", TRIBUNAL, true),
    row("sign_statement", "签收调解书", PARTY, false),
    row("repent", "签收前反悔", PARTY, false),
    row("order_advance", "裁决先予执行", TRIBUNAL, true),
    row("stay", "中止审理", DIRECTOR, true),
    row("resume", "恢复审理", OFFICE, true),
    row("extend", "批准延期", DIRECTOR, true),
    row("restart_term", "重新计算仲裁期限", OFFICE, true),
    row("lapse_award", "记录逾期未裁决", LAW, false),
    row("simplify", "决定简易处理", OFFICE, true),
    row("shorten_defence", "商定缩短或者取消答辩期", TRIBUNAL, true),
    row("notify_simply", "用简便方式通知开庭", OFFICE, true),
    row("confirm_notice", "确认收到开庭通知", PARTY, false),
    row("convert_to_ordinary", "转为一般程序", OFFICE, true),
    row("mark_collective_contract", "认定因履行集体合同发生", OFFICE, true),
    row("form_tripartite", "按照三方原则组庭", OFFICE, true),
    row("guide", "开庭前引导协商、先行调解", TRIBUNAL, true),
    row("award_part", "先行裁决", TRIBUNAL, true),
    row("award", "作出裁决", TRIBUNAL, true),
    row("receive", "记录文书签收", REGISTRY, false),
    row("lapse_right", "记录期满未起诉、未申请", LAW, false),
    row("sue", "记录起诉", REGISTRY, false),
    row("ask_set_aside", "记录申请撤销裁决", REGISTRY, false),
    row("rule_set_aside", "记录撤销裁决案的裁定", REGISTRY, false),
    row("ask_set_aside_part", "记录申请撤销先行裁决", REGISTRY, false),
    row("rule_set_aside_part", "记录撤销先行裁决案的裁定", REGISTRY, false),
    row("withdraw", "撤回仲裁申请", PARTY, false),
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
