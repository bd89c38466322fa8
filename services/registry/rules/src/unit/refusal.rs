//! Why the registry refuses.

use jiefen_procedure::Explain;
use jiff::civil::Date;

/// Why a command on a unit's entry is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is an entry already.
    UnitExists,
    /// There is no entry.
    NoSuchUnit,
    /// The unit is closed.
    AlreadyClosed,
    /// The day lies ahead.
    DateInFuture,
    /// The day lies before the latest change.
    DateOutOfOrder {
        /// The day of that change.
        latest: Date,
    },
    /// No name.
    NameMissing,
    /// No document or reason.
    BasisMissing,
    /// A duty without clause or track.
    DutyWithoutClause,
    /// Valid to before valid from.
    ValidityInverted,
    /// The unit would be above itself.
    Cycle,
    /// The chain does not begin with the superior.
    ChainBroken,
    /// It has no acting node.
    NotAdmitted,
    /// It has an acting node.
    AlreadyAdmitted,
    /// The key was used before.
    SameKey,
    /// The key would count for the past.
    KeyInPast,
    /// The key would begin before the one before.
    KeyOutOfOrder,
    /// No endpoint.
    EndpointMissing,
    /// It has open duties.
    DutiesOpen {
        /// How many.
        open: u32,
    },
    /// The successor is the unit itself.
    SuccessorIsItself,
}

struct Words {
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    basis: &'static str,
    instead: &'static str,
}

const fn words(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    basis: &'static str,
    instead: &'static str,
) -> Words {
    Words { name, zh, en, basis, instead }
}

const LIST: &str = "实施方案二（权责清单）";
const FIRST: &str = "实施方案五(二)2（首问负责）";
const SAFE: &str = "实施方案八(四)（安全可靠）";

impl Refusal {
    fn words(&self) -> Words {
        match self {
            Refusal::UnitExists => words(
                "UNIT_EXISTS",
                "该单位已经登记",
                "the unit is registered",
                LIST,
                "修改该单位的登记",
            ),
            Refusal::NoSuchUnit => {
                words("NO_SUCH_UNIT", "该单位还没有登记", "no such unit", LIST, "先登记该单位")
            }
            Refusal::AlreadyClosed => words(
                "ALREADY_CLOSED",
                "该单位已经撤销，不能再办理登记",
                "the unit is closed",
                LIST,
                "到承接其职责的单位办理",
            ),
            Refusal::DateInFuture => words(
                "DATE_IN_FUTURE",
                "日期晚于今天",
                "the day lies ahead",
                LIST,
                "填写今天或者以前的日期",
            ),
            Refusal::DateOutOfOrder { .. } => words(
                "DATE_OUT_OF_ORDER",
                "日期早于上一次变更",
                "the day lies before the latest change",
                LIST,
                "填写上一次变更之后的日期",
            ),
            Refusal::NameMissing => words(
                "NAME_MISSING",
                "没有填写单位名称",
                "the name is missing",
                LIST,
                "填写单位全称",
            ),
            Refusal::BasisMissing => words(
                "BASIS_MISSING",
                "没有填写依据或者理由",
                "the document or reason is missing",
                LIST,
                "填写文件名称、文号或者理由",
            ),
            Refusal::DutyWithoutClause => words(
                "DUTY_WITHOUT_CLAUSE",
                "权责清单有一项没有写明途径或者条款",
                "a duty has no track or no clause",
                LIST,
                "逐项写明途径和条款",
            ),
            Refusal::ValidityInverted => words(
                "VALIDITY_INVERTED",
                "有效期的止日早于起日",
                "the validity ends before it begins",
                LIST,
                "更正有效期",
            ),
            Refusal::Cycle => words(
                "CYCLE",
                "这样设置，单位会成为自己的上级",
                "the unit would be above itself",
                "实施方案五(二)2（上一级综治中心）",
                "选择不在该单位之下的上级",
            ),
            Refusal::ChainBroken => words(
                "CHAIN_BROKEN",
                "上级链条与所选上级不一致",
                "the chain does not begin with the superior",
                "实施方案五(二)2（上一级综治中心）",
                "重新读取上级链条后再提交",
            ),
            Refusal::NotAdmitted => words(
                "NOT_ADMITTED",
                "该单位没有正在运行的节点",
                "the unit has no acting node",
                SAFE,
                "先办理节点接入",
            ),
            Refusal::AlreadyAdmitted => words(
                "ALREADY_ADMITTED",
                "该单位的节点已经接入",
                "the node is a member already",
                SAFE,
                "更换密钥或者先暂停节点",
            ),
            Refusal::SameKey => words(
                "SAME_KEY",
                "该公钥用过，不能再用",
                "this key has been used before",
                SAFE,
                "生成新的密钥",
            ),
            Refusal::KeyInPast => words(
                "KEY_IN_PAST",
                "新密钥的生效时间早于现在，会使已签的文件失去依据",
                "the key would begin in the past",
                SAFE,
                "生效时间填写现在或者以后",
            ),
            Refusal::KeyOutOfOrder => words(
                "KEY_OUT_OF_ORDER",
                "新密钥的生效时间不晚于上一个密钥",
                "the key would not begin after the one before",
                SAFE,
                "填写更晚的生效时间",
            ),
            Refusal::EndpointMissing => words(
                "ENDPOINT_MISSING",
                "没有填写节点地址",
                "the endpoint is missing",
                SAFE,
                "填写节点地址",
            ),
            Refusal::DutiesOpen { .. } => words(
                "DUTIES_OPEN",
                "该单位还有未办结的事项，撤销时应当写明承接单位",
                "the unit has open duties: name a successor",
                FIRST,
                "写明承接单位",
            ),
            Refusal::SuccessorIsItself => words(
                "SUCCESSOR_IS_ITSELF",
                "承接单位不能是被撤销的单位自己",
                "the successor cannot be the unit itself",
                FIRST,
                "写明其他承接单位",
            ),
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.words().name
    }

    fn zh(&self) -> String {
        let zh = self.words().zh;
        match self {
            Refusal::DateOutOfOrder { latest } => format!("{zh}（{latest}）"),
            Refusal::DutiesOpen { open } => format!("{zh}（未办结{open}件）"),
            Refusal::UnitExists
            | Refusal::NoSuchUnit
            | Refusal::AlreadyClosed
            | Refusal::DateInFuture
            | Refusal::NameMissing
            | Refusal::BasisMissing
            | Refusal::DutyWithoutClause
            | Refusal::ValidityInverted
            | Refusal::Cycle
            | Refusal::ChainBroken
            | Refusal::NotAdmitted
            | Refusal::AlreadyAdmitted
            | Refusal::SameKey
            | Refusal::KeyInPast
            | Refusal::KeyOutOfOrder
            | Refusal::EndpointMissing
            | Refusal::SuccessorIsItself => zh.to_owned(),
        }
    }

    fn en(&self) -> String {
        self.words().en.to_owned()
    }

    fn basis(&self) -> &'static str {
        self.words().basis
    }

    fn instead(&self) -> String {
        self.words().instead.to_owned()
    }
}
