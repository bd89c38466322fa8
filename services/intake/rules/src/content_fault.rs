//! What may be wrong with registration content, in words that help to put it right.

use jiefen_vocab::Region;
use serde::{Deserialize, Serialize};

use crate::party_fault::PartyFault;

/// What is wrong with registration content. It names numbers and places, never names or texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContentFault {
    /// The place code belongs to no province, or to no town or village of a county that is known whole.
    UnknownPlace {
        /// The place.
        place: Region,
    },
    /// Nothing is said about what happened.
    NoSummary,
    /// The particulars of a party.
    Party {
        /// Whose.
        party: u32,
        /// What is wrong with them.
        fault: PartyFault,
    },
    /// No party at all.
    NoParties,
    /// Parties are not numbered 1, 2, 3 …
    WronglyNumbered {
        /// The number given.
        given: u32,
        /// The number due.
        right: u32,
    },
    /// A name that is empty, over 100 characters or framed by blanks.
    NameLength {
        /// Whose.
        party: u32,
    },
    /// A name with control characters, or with a middle dot at its end.
    NameForm {
        /// Whose.
        party: u32,
    },
    /// Neither an applicant nor a reason for none.
    NoApplicant,
    /// Nobody is concerned.
    NobodyConcerned,
    /// A negative amount.
    NegativeAmount,
    /// A date after today.
    DateInFuture,
    /// A text over 100 KB.
    TextTooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// A party number that the dispute does not have.
    UnknownParty {
        /// The number.
        party: u32,
    },
}

impl ContentFault {
    /// The stable name of the fault.
    pub const fn name(&self) -> &'static str {
        match self {
            ContentFault::UnknownPlace { .. } => "PLACE_UNKNOWN",
            ContentFault::NoSummary => "SUMMARY_MISSING",
            ContentFault::Party { fault, .. } => fault.name(),
            ContentFault::NoParties => "NO_PARTIES",
            ContentFault::WronglyNumbered { .. } => "PARTY_NUMBER",
            ContentFault::NameLength { .. } => "NAME_LENGTH",
            ContentFault::NameForm { .. } => "NAME_FORM",
            ContentFault::NoApplicant => "NO_APPLICANT",
            ContentFault::NobodyConcerned => "NOBODY_CONCERNED",
            ContentFault::NegativeAmount => "NEGATIVE_AMOUNT",
            ContentFault::DateInFuture => "DATE_IN_FUTURE",
            ContentFault::TextTooLong { .. } => "TEXT_TOO_LONG",
            ContentFault::UnknownParty { .. } => "PARTY_UNKNOWN",
        }
    }

    /// What is wrong, in plain Chinese.
    pub fn zh(&self) -> String {
        match self {
            ContentFault::UnknownPlace { place } => {
                format!("区划目录中没有代码为 {place} 的地点")
            }
            ContentFault::NoSummary => "没有写明发生了什么事".to_owned(),
            ContentFault::Party { party, fault } => fault.zh(*party),
            ContentFault::NoParties => "没有填写当事人".to_owned(),
            ContentFault::WronglyNumbered { given, right } => {
                format!("当事人编号 {given} 应为 {right}")
            }
            ContentFault::NameLength { party } => {
                format!("第{party}号当事人的姓名或者名称应为1至100个字，首尾不留空格")
            }
            ContentFault::NameForm { party } => {
                format!("第{party}号当事人的姓名含有不可用字符，间隔号只能在名字中间")
            }
            ContentFault::NoApplicant => "没有申请人，也没有说明原因".to_owned(),
            ContentFault::NobodyConcerned => "涉及人数应当至少为1人".to_owned(),
            ContentFault::NegativeAmount => "争议金额不能为负数".to_owned(),
            ContentFault::DateInFuture => "日期晚于今天".to_owned(),
            ContentFault::TextTooLong { bytes } => format!("文字共{bytes}字节，超过100KB"),
            ContentFault::UnknownParty { party } => format!("本案没有第{party}号当事人"),
        }
    }

    /// What is wrong, in English.
    pub fn en(&self) -> String {
        match self {
            ContentFault::UnknownPlace { place } => {
                format!("the list of regions has no place {place}")
            }
            ContentFault::NoSummary => "nothing is said about what happened".to_owned(),
            ContentFault::Party { party, fault } => fault.en(*party),
            ContentFault::NoParties => "no party is given".to_owned(),
            ContentFault::WronglyNumbered { given, right } => {
                format!("party number {given} should be {right}")
            }
            ContentFault::NameLength { party } => {
                format!("the name of party {party} must have 1 to 100 characters, no outer blanks")
            }
            ContentFault::NameForm { party } => {
                format!("the name of party {party} has characters that a name cannot have")
            }
            ContentFault::NoApplicant => "neither an applicant nor a reason for none".to_owned(),
            ContentFault::NobodyConcerned => "at least one person must be concerned".to_owned(),
            ContentFault::NegativeAmount => "the amount cannot be negative".to_owned(),
            ContentFault::DateInFuture => "the date is later than today".to_owned(),
            ContentFault::TextTooLong { bytes } => {
                format!("the text has {bytes} bytes, more than 100 KB")
            }
            ContentFault::UnknownParty { party } => format!("the dispute has no party {party}"),
        }
    }

    /// What would be right, in plain Chinese.
    pub const fn instead(&self) -> &'static str {
        match self {
            ContentFault::UnknownPlace { .. } => "请从区划目录中选择纠纷发生地",
            ContentFault::NoSummary => "请按当事人的原话写几句，原话不必整理",
            ContentFault::Party { fault, .. } => fault.instead(),
            ContentFault::NoParties => "请至少登记一名当事人",
            ContentFault::WronglyNumbered { .. } => "当事人从1起连续编号",
            ContentFault::NameLength { .. } => "请核对姓名或者名称",
            ContentFault::NameForm { .. } => "请核对姓名，间隔号写在两部分之间",
            ContentFault::NoApplicant => "请登记申请人，或者选择无申请人的原因",
            ContentFault::NobodyConcerned => "请填写涉及人数",
            ContentFault::NegativeAmount => "请填写零或者正数，没有金额时留空",
            ContentFault::DateInFuture => "请填写事情发生的日期",
            ContentFault::TextTooLong { .. } => "请写明要点，全文作为附件",
            ContentFault::UnknownParty { .. } => "请核对当事人编号",
        }
    }

    /// The article.
    pub const fn basis(&self) -> &'static str {
        match self {
            ContentFault::Party { fault, .. } => fault.basis(),
            ContentFault::UnknownPlace { .. }
            | ContentFault::NoSummary
            | ContentFault::NoParties
            | ContentFault::WronglyNumbered { .. }
            | ContentFault::NameLength { .. }
            | ContentFault::NameForm { .. }
            | ContentFault::NoApplicant
            | ContentFault::NobodyConcerned
            | ContentFault::NegativeAmount
            | ContentFault::DateInFuture
            | ContentFault::TextTooLong { .. }
            | ContentFault::UnknownParty { .. } => "实施方案 八(一) 登记",
        }
    }
}
