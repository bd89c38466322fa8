//! 机构名册: what the registrar does with an entry.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::Role::{Operator, Registrar};

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::{About, Affair, Given, Giving, Side};
use crate::lines::ask_at;

const TREE: &[Choice] = &[
    ("territorial", "属地：上级综治中心", "territorial: the centre above"),
    ("authority", "主管：上级主管机关", "authority: the administrative superior"),
];

gives! {
    RegistryServiceClient of Area::Registry;

    fn confirm = confirm_unit(ConfirmUnitRequest) |read, given| { on: read.day("on") }
    fn moved = move_unit(MoveUnitRequest) |read, given| {
        tree: read.text("tree"),
        superior: read.text("unit"),
        basis: read.text("basis"),
        on: read.day("on"),
    }
    fn suspend = suspend_node(SuspendNodeRequest) |read, given| {
        reason: read.text("reason"), on: read.day("on"),
    }
    fn close = close_unit(CloseUnitRequest) |read, given| {
        successor: read.text("unit"), basis: read.text("basis"), on: read.day("on"),
    }
    fn admit = admit_node(AdmitNodeRequest) |read, given| {
        key: read.text("key"),
        endpoints: read.text("endpoints").split_whitespace().map(str::to_owned).collect(),
        on: read.day("on"),
    }
}

const ABOUT: About = About::Unit;
const LIVE: &[&str] = &["listed", "admitted", "suspended"];
const ON: Field = field("on", "哪一天决定的", "Decided on", Kind::Day);
const BASIS: Field = field("basis", "依据的文件", "Document", Kind::Text);

/// The acts.
#[rustfmt::skip]
pub(super) const ALL: &[Affair] = &[
    Affair { key: "confirm", about: ABOUT, states: LIVE, side: Side::Runs, roles: &[Registrar], zh: "核对无误", en: "Confirm the entry", send: confirm, fields: &[
        field("on", "哪一天核对的", "Checked on", Kind::Day),
    ] },
    Affair { key: "move", about: ABOUT, states: LIVE, side: Side::Runs, roles: &[Registrar], zh: "调整隶属关系", en: "Move in a tree", send: moved, fields: &[
        field("tree", "哪一种隶属", "Which tree", Kind::One(TREE)),
        Field { name: "unit", zh: "新的上级", en: "The new superior", hint: "不选：属地按区划默认，主管为没有", kind: Kind::Text },
        BASIS, ON,
    ] },
    Affair { key: "admit", about: ABOUT, states: &["listed", "suspended"], side: Side::Runs, roles: &[Registrar], zh: "准入节点", en: "Admit its node", send: admit, fields: &[
        Field { name: "key", zh: "公钥", en: "Public key", hint: "64位十六进制，由该单位提供", kind: Kind::Text },
        Field { name: "endpoints", zh: "节点地址", en: "Endpoints", hint: "一行一个；给人看的页面写 https:// 开头的地址", kind: Kind::Long },
        ON,
    ] },
    Affair { key: "suspend", about: ABOUT, states: &["admitted"], side: Side::Runs, roles: &[Registrar, Operator], zh: "暂停节点", en: "Suspend its node", send: suspend, fields: &[
        field("reason", "为什么暂停", "Why", Kind::Long), ON,
    ] },
    Affair { key: "end", about: ABOUT, states: LIVE, side: Side::Runs, roles: &[Registrar], zh: "撤销单位", en: "Close the unit", send: close, fields: &[
        Field { name: "unit", zh: "由谁承接职责", en: "Successor", hint: "没有职责、没有下级的可以不选", kind: Kind::Text },
        BASIS, ON,
    ] },
];
