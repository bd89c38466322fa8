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
    /// A member that no clause names.
    MemberWithoutClause,
    /// A member that stands twice.
    MemberTwice {
        /// The unit, or unit and post.
        member: String,
    },
    /// More members than seats.
    TooFewSeats,
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

const LIST: &str = "实施方案二（权责清单）";
const FIRST: &str = "实施方案五(二)2（首问负责）";
const SAFE: &str = "实施方案八(四)（安全可靠）";

impl Refusal {
    const fn why(&self) -> &'static str {
        match self {
            Refusal::UnitExists => "该单位已经登记",
            Refusal::NoSuchUnit => "该单位还没有登记",
            Refusal::AlreadyClosed => "该单位已经撤销，不能再办理登记",
            Refusal::DateInFuture => "日期晚于今天",
            Refusal::DateOutOfOrder { .. } => "日期早于上一次变更",
            Refusal::NameMissing => "没有填写单位名称",
            Refusal::BasisMissing => "没有填写依据或者理由",
            Refusal::DutyWithoutClause => "权责清单有一项没有写明途径或者条款",
            Refusal::MemberWithoutClause => "有一名成员没有写明条款",
            Refusal::MemberTwice { .. } => "有一名成员列了两次",
            Refusal::TooFewSeats => "成员多于席位",
            Refusal::ValidityInverted => "有效期的止日早于起日",
            Refusal::Cycle => "这样设置，单位会成为自己的上级",
            Refusal::ChainBroken => "上级链条与所选上级不一致",
            Refusal::NotAdmitted => "该单位没有正在运行的节点",
            Refusal::AlreadyAdmitted => "该单位的节点已经接入",
            Refusal::SameKey => "该公钥用过，不能再用",
            Refusal::KeyInPast => "新密钥的生效时间早于现在，会使已签的文件失去依据",
            Refusal::KeyOutOfOrder => "新密钥的生效时间不晚于上一个密钥",
            Refusal::EndpointMissing => "没有填写节点地址",
            Refusal::DutiesOpen { .. } => "该单位还有未办结的事项，撤销时应当写明承接单位",
            Refusal::SuccessorIsItself => "承接单位不能是被撤销的单位自己",
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        match self {
            Refusal::UnitExists => "UNIT_EXISTS",
            Refusal::NoSuchUnit => "NO_SUCH_UNIT",
            Refusal::AlreadyClosed => "ALREADY_CLOSED",
            Refusal::DateInFuture => "DATE_IN_FUTURE",
            Refusal::DateOutOfOrder { .. } => "DATE_OUT_OF_ORDER",
            Refusal::NameMissing => "NAME_MISSING",
            Refusal::BasisMissing => "BASIS_MISSING",
            Refusal::DutyWithoutClause => "DUTY_WITHOUT_CLAUSE",
            Refusal::MemberWithoutClause => "MEMBER_WITHOUT_CLAUSE",
            Refusal::MemberTwice { .. } => "MEMBER_TWICE",
            Refusal::TooFewSeats => "TOO_FEW_SEATS",
            Refusal::ValidityInverted => "VALIDITY_INVERTED",
            Refusal::Cycle => "CYCLE",
            Refusal::ChainBroken => "CHAIN_BROKEN",
            Refusal::NotAdmitted => "NOT_ADMITTED",
            Refusal::AlreadyAdmitted => "ALREADY_ADMITTED",
            Refusal::SameKey => "SAME_KEY",
            Refusal::KeyInPast => "KEY_IN_PAST",
            Refusal::KeyOutOfOrder => "KEY_OUT_OF_ORDER",
            Refusal::EndpointMissing => "ENDPOINT_MISSING",
            Refusal::DutiesOpen { .. } => "DUTIES_OPEN",
            Refusal::SuccessorIsItself => "SUCCESSOR_IS_ITSELF",
        }
    }

    fn zh(&self) -> String {
        let why = self.why();
        if let Refusal::DateOutOfOrder { latest } = self {
            return format!("{why}（{latest}）");
        }
        if let Refusal::MemberTwice { member } = self {
            return format!("{why}（{member}）");
        }
        if let Refusal::DutiesOpen { open } = self {
            return format!("{why}（未办结{open}件）");
        }
        why.to_owned()
    }

    fn en(&self) -> String {
        let text = match self {
            Refusal::UnitExists => "the unit is registered",
            Refusal::NoSuchUnit => "no such unit",
            Refusal::AlreadyClosed => "the unit is closed",
            Refusal::DateInFuture => "the day lies ahead",
            Refusal::DateOutOfOrder { .. } => "the day lies before the latest change",
            Refusal::NameMissing => "the name is missing",
            Refusal::BasisMissing => "the document or reason is missing",
            Refusal::DutyWithoutClause => "a duty has no track or no clause",
            Refusal::MemberWithoutClause => "a member has no clause",
            Refusal::MemberTwice { .. } => "a member stands twice",
            Refusal::TooFewSeats => "there are more members than seats",
            Refusal::ValidityInverted => "the validity ends before it begins",
            Refusal::Cycle => "the unit would be above itself",
            Refusal::ChainBroken => "the chain does not begin with the superior",
            Refusal::NotAdmitted => "the unit has no acting node",
            Refusal::AlreadyAdmitted => "the node is a member already",
            Refusal::SameKey => "this key has been used before",
            Refusal::KeyInPast => "the key would begin in the past",
            Refusal::KeyOutOfOrder => "the key would not begin after the one before",
            Refusal::EndpointMissing => "the endpoint is missing",
            Refusal::DutiesOpen { .. } => "the unit has open duties: name a successor",
            Refusal::SuccessorIsItself => "the successor cannot be the unit itself",
        };
        text.to_owned()
    }

    fn basis(&self) -> &'static str {
        match self {
            Refusal::UnitExists
            | Refusal::NoSuchUnit
            | Refusal::AlreadyClosed
            | Refusal::DateInFuture
            | Refusal::DateOutOfOrder { .. }
            | Refusal::NameMissing
            | Refusal::BasisMissing
            | Refusal::DutyWithoutClause
            | Refusal::MemberWithoutClause
            | Refusal::MemberTwice { .. }
            | Refusal::TooFewSeats
            | Refusal::ValidityInverted => LIST,
            Refusal::Cycle | Refusal::ChainBroken => "实施方案五(二)2（上一级综治中心）",
            Refusal::NotAdmitted
            | Refusal::AlreadyAdmitted
            | Refusal::SameKey
            | Refusal::KeyInPast
            | Refusal::KeyOutOfOrder
            | Refusal::EndpointMissing => SAFE,
            Refusal::DutiesOpen { .. } | Refusal::SuccessorIsItself => FIRST,
        }
    }

    fn instead(&self) -> String {
        let text = match self {
            Refusal::UnitExists => "修改该单位的登记",
            Refusal::NoSuchUnit => "先登记该单位",
            Refusal::AlreadyClosed => "到承接其职责的单位办理",
            Refusal::DateInFuture => "填写今天或者以前的日期",
            Refusal::DateOutOfOrder { .. } => "填写上一次变更之后的日期",
            Refusal::NameMissing => "填写单位全称",
            Refusal::BasisMissing => "填写文件名称、文号或者理由",
            Refusal::DutyWithoutClause => "逐项写明途径和条款",
            Refusal::MemberWithoutClause => "逐名写明条款",
            Refusal::MemberTwice { .. } => "同一单位或者岗位只列一次",
            Refusal::TooFewSeats => "减少成员，或者按文件写明席位数",
            Refusal::ValidityInverted => "更正有效期",
            Refusal::Cycle => "选择不在该单位之下的上级",
            Refusal::ChainBroken => "重新读取上级链条后再提交",
            Refusal::NotAdmitted => "先办理节点接入",
            Refusal::AlreadyAdmitted => "更换密钥或者先暂停节点",
            Refusal::SameKey => "生成新的密钥",
            Refusal::KeyInPast => "生效时间填写现在或者以后",
            Refusal::KeyOutOfOrder => "填写更晚的生效时间",
            Refusal::EndpointMissing => "填写节点地址",
            Refusal::DutiesOpen { .. } => "写明承接单位",
            Refusal::SuccessorIsItself => "写明其他承接单位",
        };
        text.to_owned()
    }
}
