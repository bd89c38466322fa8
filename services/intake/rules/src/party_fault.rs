//! What may be wrong with the particulars of a party, each with its article and what would be right. A fault
//! never holds a name or a number of anybody.

use jiefen_vocab::document::NumberFault;
use serde::{Deserialize, Serialize};

/// What is wrong with a party's particulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartyFault {
    /// A spreadsheet has turned the document's number into 6.4E+17.
    NumberScientific,
    /// A spreadsheet has turned the last three digits into 000.
    NumberRounded,
    /// The document's number has the wrong length.
    NumberLength {
        /// How many characters it has.
        given: usize,
    },
    /// A card of the first generation, void since 2013.
    NumberFirstGeneration,
    /// The document's number has characters that it cannot have.
    NumberForm,
    /// The check character does not fit.
    NumberCheck,
    /// The number's first two digits are no province.
    NumberProvince,
    /// The digits of the birthday are no day.
    NumberBirthday,
    /// The document is another kind of party's.
    OtherDocument,
    /// The birthday is later than today.
    BornInFuture,
    /// The birthday is not the document's.
    BornOtherwise,
    /// Under 18 by the birthday and not marked.
    MinorUnmarked,
    /// Marked as under 18; by the birthday it is not.
    NoMinor,
    /// A spreadsheet has turned a telephone number into 1.39E+10.
    PhoneScientific,
    /// A telephone number that nobody can have.
    PhoneForm,
    /// Age, capacity or guardian of an organisation or group.
    NoPerson,
    /// A guardian of somebody with full capacity.
    GuardianOfAdult,
    /// A legal representative of somebody who is no organisation.
    HeadOfNoOrganisation,
    /// An agent without the paper of his authority.
    AgentWithoutPaper,
    /// More than two agents.
    TooManyAgents,
    /// Members or representatives of a party that is no group.
    NoGroup,
    /// A group that is too small to be one.
    GroupTooSmall {
        /// The least number.
        least: u32,
    },
    /// A group without representatives.
    GroupSilent,
    /// More representatives than the law lets speak.
    TooManySpeakers {
        /// The most.
        most: usize,
    },
    /// Fewer people concerned than the groups have members.
    PeopleFewer {
        /// The members of all groups.
        members: u32,
    },
}

impl From<NumberFault> for PartyFault {
    fn from(fault: NumberFault) -> PartyFault {
        match fault {
            NumberFault::Scientific => PartyFault::NumberScientific,
            NumberFault::Rounded => PartyFault::NumberRounded,
            NumberFault::Length { given } => PartyFault::NumberLength { given },
            NumberFault::FirstGeneration => PartyFault::NumberFirstGeneration,
            NumberFault::Form => PartyFault::NumberForm,
            NumberFault::Check => PartyFault::NumberCheck,
            NumberFault::Province => PartyFault::NumberProvince,
            NumberFault::Birthday => PartyFault::NumberBirthday,
        }
    }
}

/// The words of a fault.
struct Row {
    name: &'static str,
    basis: &'static str,
    zh: &'static str,
    en: &'static str,
    instead: &'static str,
}

const fn row(
    name: &'static str,
    basis: &'static str,
    zh: &'static str,
    en: &'static str,
    instead: &'static str,
) -> Row {
    Row { name, basis, zh, en, instead }
}

impl PartyFault {
    /// The stable name of the fault.
    pub const fn name(&self) -> &'static str {
        self.row().name
    }

    /// The article, or the standard of the number.
    pub const fn basis(&self) -> &'static str {
        self.row().basis
    }

    /// What is wrong with this party, in plain Chinese.
    pub fn zh(&self, party: u32) -> String {
        format!("第{party}号当事人：{}", self.filled(self.row().zh))
    }

    /// What is wrong with this party, in English.
    pub fn en(&self, party: u32) -> String {
        format!("party {party}: {}", self.filled(self.row().en))
    }

    /// What would be right, in plain Chinese.
    pub const fn instead(&self) -> &'static str {
        self.row().instead
    }

    /// The words with their figure.
    fn filled(&self, words: &str) -> String {
        let figure = match self {
            PartyFault::NumberLength { given } => given.to_string(),
            PartyFault::GroupTooSmall { least } => least.to_string(),
            PartyFault::TooManySpeakers { most } => most.to_string(),
            PartyFault::PeopleFewer { members } => members.to_string(),
            PartyFault::NumberScientific
            | PartyFault::NumberRounded
            | PartyFault::NumberFirstGeneration
            | PartyFault::NumberForm
            | PartyFault::NumberCheck
            | PartyFault::NumberProvince
            | PartyFault::NumberBirthday
            | PartyFault::OtherDocument
            | PartyFault::BornInFuture
            | PartyFault::BornOtherwise
            | PartyFault::MinorUnmarked
            | PartyFault::NoMinor
            | PartyFault::PhoneScientific
            | PartyFault::PhoneForm
            | PartyFault::NoPerson
            | PartyFault::GuardianOfAdult
            | PartyFault::HeadOfNoOrganisation
            | PartyFault::AgentWithoutPaper
            | PartyFault::TooManyAgents
            | PartyFault::NoGroup
            | PartyFault::GroupSilent => String::new(),
        };
        words.replace("{}", &figure)
    }

    #[rustfmt::skip]
    const fn row(&self) -> Row {
        match self {
            PartyFault::NumberScientific | PartyFault::NumberRounded
            | PartyFault::NumberLength { .. } | PartyFault::NumberFirstGeneration
            | PartyFault::NumberForm | PartyFault::NumberCheck | PartyFault::NumberProvince
            | PartyFault::NumberBirthday | PartyFault::OtherDocument => self.document(),
            PartyFault::BornInFuture => row("BORN_IN_FUTURE", "民法典 13、15",
                "出生日期晚于今天", "the birthday is later than today",
                "请按证件填写出生日期"),
            PartyFault::BornOtherwise => row("BIRTHDAY_DIFFERS", "民法典 15",
                "填写的出生日期与身份证号码中的不一致", "the birthday is not the one in the document's number",
                "请核对证件，改正其中填错的一处"),
            PartyFault::MinorUnmarked => row("MINOR_NOT_MARKED", "民法典 17；未成年人保护法 103",
                "按出生日期未满18周岁，没有标明是未成年人", "under 18 by the birthday, but not marked as a minor",
                "请勾选“未成年人”并填写监护人；信息将对外隐去"),
            PartyFault::NoMinor => row("NO_MINOR", "民法典 17",
                "标明是未成年人，但按出生日期已满18周岁", "marked as a minor, but 18 or older by the birthday",
                "请核对出生日期，或者取消“未成年人”"),
            PartyFault::PhoneScientific => row("PHONE_SCIENTIFIC", "实施方案 八(一) 登记",
                "电话号码被电子表格改成了科学计数法，后面的数字已经丢失",
                "a spreadsheet has turned the telephone number into scientific notation; its digits are lost",
                "请将单元格格式设为“文本”，再重新录入电话号码"),
            PartyFault::PhoneForm => row("PHONE_FORM", "实施方案 八(一) 登记",
                "电话号码的形式不对", "this is no telephone number",
                "手机号码为11位；固定电话请加区号，如 0951-8061234；没有电话时留空"),
            PartyFault::NoPerson | PartyFault::GuardianOfAdult | PartyFault::HeadOfNoOrganisation
            | PartyFault::AgentWithoutPaper | PartyFault::TooManyAgents | PartyFault::NoGroup
            | PartyFault::GroupTooSmall { .. } | PartyFault::GroupSilent
            | PartyFault::TooManySpeakers { .. } | PartyFault::PeopleFewer { .. } => self.people(),
        }
    }

    #[rustfmt::skip]
    const fn document(&self) -> Row {
        const CARD: &str = "GB 11643；GB 32100";
        match self {
            PartyFault::NumberScientific => row("ID_SCIENTIFIC", CARD,
                "证件号码被电子表格改成了科学计数法（形如 6.4E+17），后面的数字已经丢失，无法还原",
                "a spreadsheet has turned the number into scientific notation (such as 6.4E+17); its digits are lost",
                "请将单元格格式设为“文本”，再按证件重新录入全部18位"),
            PartyFault::NumberRounded => row("ID_ROUNDED", CARD,
                "证件号码最后三位是000且校验不符，通常是电子表格只保留了前15位",
                "the number ends in 000 and its check fails: a spreadsheet keeps no more than 15 digits",
                "请将单元格格式设为“文本”，再按证件重新录入全部18位"),
            PartyFault::NumberLength { .. } => row("ID_LENGTH", CARD,
                "证件号码有{}位，应为18位", "the number has {} characters, not 18",
                "请按证件逐位核对；没有居民身份证的，证件种类选“其他”"),
            PartyFault::NumberFirstGeneration => row("ID_FIRST_GENERATION", "居民身份证法 23；国务院关于停止使用第一代居民身份证的规定",
                "15位的第一代居民身份证2013年起停止使用", "15-digit cards are void since 2013",
                "请填写现用居民身份证的18位号码"),
            PartyFault::NumberForm => row("ID_FORM", CARD,
                "证件号码中有不应当出现的字符", "the number has characters that it cannot have",
                "号码由数字组成，身份证最后一位可以是X；请核对字母O与数字0、字母I与数字1"),
            PartyFault::NumberCheck => row("ID_CHECK", CARD,
                "证件号码的校验位不符，有一位写错或者相邻两位颠倒",
                "the check character does not fit: one digit is wrong or two are exchanged",
                "请按证件逐位核对"),
            PartyFault::NumberProvince => row("ID_PROVINCE", CARD,
                "身份证号码前两位不是省级代码", "the first two digits are no province",
                "请按证件逐位核对"),
            PartyFault::OtherDocument => row("ID_OF_OTHER_KIND", "民法典 15、58",
                "证件种类与当事人类别不符", "the document belongs to another kind of party",
                "自然人填居民身份证或者其他证件，单位填统一社会信用代码"),
            // and, for the compiler, those that are not about a document
            PartyFault::NumberBirthday | PartyFault::BornInFuture | PartyFault::BornOtherwise | PartyFault::MinorUnmarked
            | PartyFault::NoMinor | PartyFault::PhoneScientific | PartyFault::PhoneForm | PartyFault::NoPerson
            | PartyFault::GuardianOfAdult | PartyFault::HeadOfNoOrganisation | PartyFault::AgentWithoutPaper
            | PartyFault::TooManyAgents | PartyFault::NoGroup | PartyFault::GroupTooSmall { .. } | PartyFault::GroupSilent
            | PartyFault::TooManySpeakers { .. } | PartyFault::PeopleFewer { .. } => row("ID_BIRTHDAY", CARD,
                "身份证号码中的出生日期不存在", "the birthday in the number is no day",
                "请按证件逐位核对"),
        }
    }

    #[rustfmt::skip]
    const fn people(&self) -> Row {
        match self {
            PartyFault::NoPerson => row("NO_PERSON", "民法典 13、57",
                "出生日期、行为能力、监护人、未成年只适用于自然人",
                "age, capacity and guardians are of natural persons only",
                "请删去这些内容，或者改正当事人类别"),
            PartyFault::GuardianOfAdult => row("GUARDIAN_OF_ADULT", "民法典 18、28、33",
                "成年且未标明行为能力受限，不设监护人", "an adult of full capacity has no guardian",
                "请标明限制或者无民事行为能力；只是代为办事的，登记为代理人"),
            PartyFault::HeadOfNoOrganisation => row("HEAD_OF_NO_ORGANISATION", "民法典 61",
                "只有单位才有法定代表人或者负责人", "only an organisation has a legal representative",
                "请删去，或者改正当事人类别"),
            PartyFault::AgentWithoutPaper => row("AGENT_WITHOUT_PAPER", "民法典 165；民事诉讼法 62",
                "代理人没有授权委托书", "an agent has no power of attorney",
                "请填写授权委托书的日期或者编号，补交后再登记代理人"),
            PartyFault::TooManyAgents => row("TOO_MANY_AGENTS", "民事诉讼法 61",
                "代理人最多2人", "a party has at most two agents",
                "请由当事人选定1至2人"),
            PartyFault::NoGroup => row("NO_GROUP", "民事诉讼法 56",
                "只有群体才填写人数和代表人", "only a group has members and representatives",
                "请改正当事人类别，或者删去人数和代表人"),
            PartyFault::GroupTooSmall { .. } => row("GROUP_TOO_SMALL", "劳动争议调解仲裁法 7；民事诉讼法 56",
                "人数不足{}人，不能作为群体登记", "fewer than {} people are no group",
                "请逐人登记为当事人"),
            PartyFault::GroupSilent => row("GROUP_WITHOUT_REPRESENTATIVES", "民事诉讼法 56；信访工作条例 20",
                "群体没有代表人", "the group has no representatives",
                "请由群体推选代表人并登记姓名"),
            PartyFault::TooManySpeakers { .. } => row("TOO_MANY_REPRESENTATIVES", "T-L-09、T-Q-10；医疗纠纷预防和处理条例 30",
                "代表人最多{}人", "at most {} representatives may speak",
                "请重新推选"),
            // and, for the compiler, those that are not about several people
            PartyFault::PeopleFewer { .. } | PartyFault::NumberScientific | PartyFault::NumberRounded
            | PartyFault::NumberLength { .. } | PartyFault::NumberFirstGeneration | PartyFault::NumberForm
            | PartyFault::NumberCheck | PartyFault::NumberProvince | PartyFault::NumberBirthday | PartyFault::OtherDocument
            | PartyFault::BornInFuture | PartyFault::BornOtherwise | PartyFault::MinorUnmarked | PartyFault::NoMinor
            | PartyFault::PhoneScientific | PartyFault::PhoneForm => row("PEOPLE_FEWER", "实施方案 八(一) 登记",
                "涉及人数少于群体人数{}人", "fewer people are concerned than the groups have: {}",
                "请核对涉及人数"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_words_of_its_own() {
        let all = [
            PartyFault::NumberScientific,
            PartyFault::NumberRounded,
            PartyFault::NumberLength { given: 3 },
            PartyFault::NumberFirstGeneration,
            PartyFault::NumberForm,
            PartyFault::NumberCheck,
            PartyFault::NumberProvince,
            PartyFault::NumberBirthday,
            PartyFault::OtherDocument,
            PartyFault::BornInFuture,
            PartyFault::BornOtherwise,
            PartyFault::MinorUnmarked,
            PartyFault::NoMinor,
            PartyFault::PhoneScientific,
            PartyFault::PhoneForm,
            PartyFault::NoPerson,
            PartyFault::GuardianOfAdult,
            PartyFault::HeadOfNoOrganisation,
            PartyFault::AgentWithoutPaper,
            PartyFault::TooManyAgents,
            PartyFault::NoGroup,
            PartyFault::GroupTooSmall { least: 10 },
            PartyFault::GroupSilent,
            PartyFault::TooManySpeakers { most: 2 },
            PartyFault::PeopleFewer { members: 9 },
        ];
        let names: std::collections::BTreeSet<&str> = all.iter().map(PartyFault::name).collect();
        assert_eq!(names.len(), all.len());
        for fault in all {
            assert!(fault.zh(2).starts_with("第2号当事人：") && !fault.zh(2).contains("{}"));
            assert!(!fault.en(2).contains("{}") && !fault.basis().is_empty());
            assert!(!fault.instead().is_empty());
        }
        assert!(PartyFault::NumberLength { given: 3 }.zh(1).contains("3位"));
    }
}
