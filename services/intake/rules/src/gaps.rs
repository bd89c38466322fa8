//! What a registration lacks. It stands all the same: nobody is sent away for a missing paper (首问负责), but
//! what is missing has a name, an article, and a way to fill it.

use jiefen_vocab::{Capacity, Particulars, Party, PartyKind, PartyRole};

use crate::content::Content;

/// Something missing, of one party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Whose.
    pub party: u32,
    /// What.
    pub what: Missing,
}

/// What may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Missing {
    /// 未成年人没有登记监护人
    MinorsGuardian,
    /// 无或者限制民事行为能力的成年人没有登记监护人
    AdultsGuardian,
    /// 单位没有登记法定代表人或者负责人
    Head,
    /// 申请人没有联系方式
    Contact,
}

impl Missing {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Missing::MinorsGuardian | Missing::AdultsGuardian => "GUARDIAN_MISSING",
            Missing::Head => "HEAD_MISSING",
            Missing::Contact => "CONTACT_MISSING",
        }
    }

    /// What is missing, in plain Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Missing::MinorsGuardian => "未成年人没有登记监护人",
            Missing::AdultsGuardian => "无或者限制民事行为能力的成年人没有登记监护人",
            Missing::Head => "单位没有登记法定代表人或者负责人",
            Missing::Contact => "申请人没有登记电话或者送达地址",
        }
    }

    /// What is missing, in English.
    pub const fn en(self) -> &'static str {
        match self {
            Missing::MinorsGuardian => "a minor without a guardian",
            Missing::AdultsGuardian => "an adult without full capacity has no guardian",
            Missing::Head => "an organisation without a legal representative",
            Missing::Contact => "an applicant without telephone or address",
        }
    }

    /// The article.
    pub const fn basis(self) -> &'static str {
        match self {
            Missing::MinorsGuardian => "民法典 23、27、34",
            Missing::AdultsGuardian => "民法典 23、28、34",
            Missing::Head => "民法典 61；民事诉讼法 51",
            Missing::Contact => "民事诉讼法 124",
        }
    }

    /// What would fill it, in plain Chinese.
    pub const fn instead(self) -> &'static str {
        match self {
            Missing::MinorsGuardian => {
                "请登记父母；父母已经死亡或者没有监护能力的，登记其他监护人，没有的由民政部门或者村（居）民委员会担任（民法典 32）"
            }
            Missing::AdultsGuardian => {
                "请登记配偶、父母、子女或者其他监护人；对监护人有争议的，由村（居）民委员会或者民政部门指定（民法典 31）"
            }
            Missing::Head => "请按营业执照或者登记证书补填",
            Missing::Contact => "请补填电话或者送达地址，以便告知办理结果",
        }
    }
}

impl Content {
    /// What is still missing, party by party.
    pub fn gaps(&self) -> Vec<Gap> {
        self.parties.iter().flat_map(of).collect()
    }
}

fn of(party: &Party) -> Vec<Gap> {
    let none = Particulars::default();
    let more = party.more.as_deref().unwrap_or(&none);
    let limited = matches!(more.capacity, Capacity::Limited | Capacity::None);
    let person = party.kind == PartyKind::Person;
    let unguarded = person && more.guardians.is_empty();
    // Who lives on his own labour at 16 counts as of full capacity (民法典 18).
    let minor = party.minor && more.capacity != Capacity::OwnLabour;
    let reached = |more: &Particulars| more.phone.is_some() || more.address.is_some();
    let by_others = more.guardians.iter().any(|one| one.phone.is_some())
        || more.agents.iter().any(|one| one.phone.is_some())
        || more.representatives.iter().any(|one| one.phone.is_some());
    let asks = party.role == PartyRole::Applicant;
    let missing = [
        (unguarded && minor, Missing::MinorsGuardian),
        (unguarded && limited && !party.minor, Missing::AdultsGuardian),
        (party.kind == PartyKind::Org && more.head.is_none(), Missing::Head),
        (asks && !reached(more) && !by_others, Missing::Contact),
    ];
    let there = missing.into_iter().filter(|(is, _)| *is);
    there.map(|(_, what)| Gap { party: party.no, what }).collect()
}
