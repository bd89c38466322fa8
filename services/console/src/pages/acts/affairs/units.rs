//! 机构名册: what the registrar does with an entry, from the first to the last.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::Role::{Operator, Registrar};
use jiff::civil::DateTime;

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::profile::{PROFILE, profile};
use super::{About, Affair, Given, Giving, Side, stamp};
use crate::lines::ask_at;

pub(super) use super::profile::written;

/// The act that replaces the whole of an entry.
pub(super) const AMEND: &str = "amend";

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
    fn rotate = rotate_key(RotateKeyRequest) |read, given| {
        key: read.text("key"), effective: effective(&mut read),
    }
    fn add = add_unit(AddUnitRequest) |read, given| {
        agency: read.text("agency"),
        profile: Some(profile(&mut read, false)),
        territorial: read.text("territorial"),
        authority: read.text("authority"),
        on: read.day("on"),
    }
    fn amend = amend_unit(AmendUnitRequest) |read, given| {
        profile: Some(profile(&mut read, true)), on: read.day("on"),
    }
}

/// From when a key signs.
fn effective(read: &mut Read<'_>) -> Option<pbjson_types::Timestamp> {
    let text = read.text("effective");
    let at = text.parse::<DateTime>().ok();
    if at.is_none() {
        read.fault("effective", "应写明哪一天几点，例如 2026-04-28 09:00 (a day and a time)");
    }
    at.map(stamp)
}

const ABOUT: About = About::Unit;
const LIVE: &[&str] = &["listed", "admitted", "suspended"];
const ON: Field = field("on", "哪一天决定的", "Decided on", Kind::Day);
const BASIS: Field = field("basis", "依据的文件", "Document", Kind::Text);

const KEY: Field = Field {
    name: "key",
    zh: "公钥",
    en: "Public key",
    hint: "64位十六进制，由该单位提供",
    kind: Kind::Text,
};
const NEW: &[Field] = &[Field {
    name: "agency",
    zh: "单位代码",
    en: "Code of the unit",
    hint: "单位代码：行政区划代码、一个点、单位的英文简称，例如 640122.water、640122101.centre。登记以后不能改",
    kind: Kind::Text,
}];
const ABOVE: &[Field] = &[
    Field {
        name: "territorial",
        zh: "属地上级",
        en: "Territorial superior",
        hint: "不填：离得最近的上级综治中心",
        kind: Kind::Beside("named"),
    },
    Field {
        name: "authority",
        zh: "主管上级",
        en: "Authority above",
        hint: "不填：没有主管上级",
        kind: Kind::Beside("named"),
    },
    ON,
];

/// The fields of a new entry.
const ADD: [Field; NEW.len() + PROFILE.len() + ABOVE.len()] = joined(NEW, PROFILE, ABOVE);
/// The fields of a new text.
const TEXT: [Field; PROFILE.len() + 1] = joined(&[], PROFILE, &[ON]);

/// Three lists of fields as one.
const fn joined<const N: usize>(first: &[Field], then: &[Field], last: &[Field]) -> [Field; N] {
    let mut all = [ON; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() {
            first[at]
        } else if at < first.len() + then.len() {
            then[at - first.len()]
        } else {
            last[at - first.len() - then.len()]
        };
        at += 1;
    }
    all
}

/// The acts.
#[rustfmt::skip]
pub(super) const ALL: &[Affair] = &[
    Affair { key: "add", about: ABOUT, states: &[], side: Side::Runs, roles: &[Registrar], zh: "登记新单位", en: "Add a unit", send: add, fields: &ADD },
    Affair { key: "confirm", about: ABOUT, states: LIVE, side: Side::Runs, roles: &[Registrar], zh: "核对无误", en: "Confirm the entry", send: confirm, fields: &[
        field("on", "哪一天核对的", "Checked on", Kind::Day),
    ] },
    Affair { key: AMEND, about: ABOUT, states: LIVE, side: Side::Runs, roles: &[Registrar], zh: "修改登记内容", en: "Amend the entry", send: amend, fields: &TEXT },
    Affair { key: "move", about: ABOUT, states: LIVE, side: Side::Runs, roles: &[Registrar], zh: "调整隶属关系", en: "Move in a tree", send: moved, fields: &[
        field("tree", "哪一种隶属", "Which tree", Kind::One(TREE)),
        Field { name: "unit", zh: "新的上级", en: "The new superior", hint: "不选：属地按区划默认，主管为没有", kind: Kind::Text },
        BASIS, ON,
    ] },
    Affair { key: "admit", about: ABOUT, states: &["listed", "suspended"], side: Side::Runs, roles: &[Registrar], zh: "准入节点", en: "Admit its node", send: admit, fields: &[
        KEY,
        Field { name: "endpoints", zh: "节点地址", en: "Endpoints", hint: "一行一个；给人看的页面写 https:// 开头的地址", kind: Kind::Long },
        ON,
    ] },
    Affair { key: "rotate", about: ABOUT, states: &["admitted"], side: Side::Runs, roles: &[Registrar, Operator], zh: "更换密钥", en: "Rotate its key", send: rotate, fields: &[
        KEY,
        Field { name: "effective", zh: "从什么时候起用新密钥", en: "From when on", hint: "现在以后的时间；到时旧密钥自动失效。密钥可能泄露的，先暂停节点", kind: Kind::Moment },
    ] },
    Affair { key: "suspend", about: ABOUT, states: &["admitted"], side: Side::Runs, roles: &[Registrar, Operator], zh: "暂停节点", en: "Suspend its node", send: suspend, fields: &[
        field("reason", "为什么暂停", "Why", Kind::Long), ON,
    ] },
    Affair { key: "end", about: ABOUT, states: LIVE, side: Side::Runs, roles: &[Registrar], zh: "撤销单位", en: "Close the unit", send: close, fields: &[
        Field { name: "unit", zh: "由谁承接职责", en: "Successor", hint: "没有职责、没有下级的可以不选", kind: Kind::Text },
        BASIS, ON,
    ] },
];
