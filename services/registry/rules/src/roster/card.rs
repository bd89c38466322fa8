//! What is written about a person on a roster.

use std::collections::BTreeSet;

use jiefen_county::UnitKind;
use jiefen_vocab::{DisputeKind, Private};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// As what somebody stands on a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calling {
    /// 专职人民调解员
    FullTime,
    /// 兼职人民调解员
    PartTime,
    /// 行业性、专业性调解员
    Industry,
    /// 律师调解员
    Lawyer,
    /// 特邀调解员
    Invited,
    /// 特邀调解组织
    InvitedOrganisation,
    /// 仲裁员
    Arbitrator,
}

impl Calling {
    /// Every calling, in the order of lists.
    pub const ALL: [Calling; 7] = [
        Calling::FullTime,
        Calling::PartTime,
        Calling::Industry,
        Calling::Lawyer,
        Calling::Invited,
        Calling::InvitedOrganisation,
        Calling::Arbitrator,
    ];

    /// The code that stands in files and on the bus.
    pub const fn code(self) -> &'static str {
        match self {
            Calling::FullTime => "full_time",
            Calling::PartTime => "part_time",
            Calling::Industry => "industry",
            Calling::Lawyer => "lawyer",
            Calling::Invited => "invited",
            Calling::InvitedOrganisation => "invited_organisation",
            Calling::Arbitrator => "arbitrator",
        }
    }

    /// True for the mediators of a people's mediation committee, an industry's among them (人民调解法 8, 34).
    pub const fn is_peoples(self) -> bool {
        match self {
            Calling::FullTime | Calling::PartTime | Calling::Industry => true,
            Calling::Lawyer
            | Calling::Invited
            | Calling::InvitedOrganisation
            | Calling::Arbitrator => false,
        }
    }

    /// True for those whom a court has invited (特邀调解规定 6).
    pub const fn is_invited(self) -> bool {
        match self {
            Calling::Invited | Calling::InvitedOrganisation => true,
            Calling::FullTime
            | Calling::PartTime
            | Calling::Industry
            | Calling::Lawyer
            | Calling::Arbitrator => false,
        }
    }

    /// Whether such a unit keeps a roster of them: a mediation organisation its mediators (人民调解法 8, 13), a court those
    /// whom it invites (特邀调解规定 5), an arbitration commission its arbitrators (劳动争议调解仲裁法 20).
    pub const fn is_of(self, unit: UnitKind) -> bool {
        match self {
            Calling::FullTime | Calling::PartTime | Calling::Industry => {
                matches!(unit, UnitKind::Mediation)
            }
            Calling::Invited | Calling::InvitedOrganisation => matches!(unit, UnitKind::Court),
            Calling::Arbitrator => matches!(unit, UnitKind::Arbitration),
            Calling::Lawyer => {
                matches!(unit, UnitKind::Mediation | UnitKind::Court | UnitKind::Government)
            }
        }
    }
}

/// How somebody came on the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// 推选
    Elected,
    /// 聘任
    Engaged,
    /// 申请或者受邀入册
    Admitted,
}

impl Manner {
    /// The code that stands in files.
    pub const fn code(self) -> &'static str {
        match self {
            Manner::Elected => "elected",
            Manner::Engaged => "engaged",
            Manner::Admitted => "admitted",
        }
    }

    /// Whether somebody of this calling comes on a roster so (人民调解法 9, 13; 特邀调解规定 6; 劳动争议调解仲裁法 20).
    pub const fn fits(self, calling: Calling) -> bool {
        match self {
            Manner::Elected => calling.is_peoples(),
            Manner::Engaged => !calling.is_invited(),
            Manner::Admitted => calling.is_invited() || matches!(calling, Calling::Lawyer),
        }
    }
}

/// Why somebody is taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 任期届满
    TermEnded,
    /// 本人辞任
    Resigned,
    /// 罢免、解聘
    Dismissed,
    /// 除名
    StruckOff,
    /// 不再符合条件
    Unqualified,
    /// 调离、撤销等不再在本单位
    Left,
    /// 死亡或者丧失行为能力
    Incapable,
    /// 登记有误
    Mistaken,
}

impl Ground {
    /// Every ground, in the order of lists.
    pub const ALL: [Ground; 8] = [
        Ground::TermEnded,
        Ground::Resigned,
        Ground::Dismissed,
        Ground::StruckOff,
        Ground::Unqualified,
        Ground::Left,
        Ground::Incapable,
        Ground::Mistaken,
    ];

    /// The code that stands in files and on the bus.
    pub const fn code(self) -> &'static str {
        match self {
            Ground::TermEnded => "term_ended",
            Ground::Resigned => "resigned",
            Ground::Dismissed => "dismissed",
            Ground::StruckOff => "struck_off",
            Ground::Unqualified => "unqualified",
            Ground::Left => "left",
            Ground::Incapable => "incapable",
            Ground::Mistaken => "mistaken",
        }
    }

    /// Whether somebody of this calling can be taken off on it: a court strikes off whom it invited (特邀调解规定 28),
    /// others are dismissed by who elected or engaged them (人民调解法 15; 劳动争议调解仲裁法 34).
    pub const fn fits(self, calling: Calling) -> bool {
        match self {
            Ground::Dismissed => !calling.is_invited(),
            Ground::StruckOff => calling.is_invited(),
            Ground::TermEnded
            | Ground::Resigned
            | Ground::Unqualified
            | Ground::Left
            | Ground::Incapable
            | Ground::Mistaken => true,
        }
    }

    /// Whether it must be said what happened: it touches somebody's good name, or the record's.
    pub const fn needs_note(self) -> bool {
        match self {
            Ground::Dismissed | Ground::StruckOff | Ground::Unqualified | Ground::Mistaken => true,
            Ground::TermEnded | Ground::Resigned | Ground::Left | Ground::Incapable => false,
        }
    }
}

/// What is written about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The name: of a person, or of an organisation.
    pub name: Private<String>,
    /// As what.
    pub calling: Calling,
    /// The staff id at the unit; none: the person has none.
    pub person: Option<String>,
    /// Where the unit reaches the person; never shown to others.
    pub phone: Option<Private<String>>,
    /// In which languages and dialects the person mediates.
    pub languages: Vec<String>,
    /// In which kinds of dispute the person is at home; none: in all.
    pub fields: BTreeSet<DisputeKind>,
    /// Where the person works; empty: at the unit.
    pub organisation: String,
    /// The number of the licence or certificate; empty: none.
    pub certificate: String,
    /// How the person came on the roster.
    pub manner: Manner,
    /// Who elected, engaged or admitted the person.
    pub appointed_by: String,
    /// On which day.
    pub appointed_on: Date,
    /// The document.
    pub basis: String,
    /// The first day of the term.
    pub since: Date,
    /// The last day of the term; none: until further notice.
    pub until: Option<Date>,
    /// When the person was trained; none: not yet.
    pub trained_on: Option<Date>,
    /// That the person may be one was checked (人民调解法 14; 特邀调解规定 6; 劳动争议调解仲裁法 20).
    pub checked: bool,
}

impl Card {
    /// True when the day lies in the term.
    pub fn serves_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}
