//! What is known of a dispute, and the check of what a clerk registers.

use std::collections::BTreeSet;

use jiefen_procedure::{Brief, Consent};
use jiefen_vocab::document::PROVINCES;
use jiefen_vocab::{
    Agency, Channel, DisputeKind, Fen, Flag, Party, PartyKind, PartyRole, Private, Region,
    RegionLevel, Regions,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use crate::content_fault::ContentFault;

/// The longest text that a file keeps, in bytes: a spoken account of an hour, written down.
pub const TEXT_MAX: usize = 100 * 1024;
/// The longest name, in characters.
pub const NAME_MAX: usize = 100;
/// A door through which the dispute came in: each keeps its own number and its own notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// Its number within the dispute, from 1.
    pub no: u32,
    /// The channel.
    pub channel: Channel,
    /// The number that the channel gave: of the petition, of the 12315 complaint.
    pub number: Option<String>,
    /// The unit that was asked.
    pub unit: Agency,
    /// On which day.
    pub on: Date,
    /// The channel's own answer went out on this day.
    pub answered_on: Option<Date>,
}

impl Door {
    /// The limit for the channel's own answer, where the law sets one. It goes out whatever becomes of the
    /// dispute; the limits of what follows belong to the tracks.
    ///
    /// * petition: 15 days to register, forward and tell (T-L-01);
    /// * 12315: 7 working days to tell whether the complaint is taken (T-Q-01);
    /// * the court's three doors: 7 days to file or say what is missing, from the day the complaint is handed
    ///   in (T-E-02), with a dated receipt at once (T-E-01).
    ///
    /// At the other doors the law counts from what follows: police, from the filed case (T-N-01); hospital,
    /// labour window, school and enterprise, from the application to the mediating body (T-P-01, T-H-01);
    /// there the first unit answers within the county's own limits.
    pub const fn answer_rule(channel: Channel) -> Option<&'static str> {
        match channel {
            Channel::PetitionOffice => Some("T-L-01"),
            Channel::Hotline12315 => Some("T-Q-01"),
            Channel::CourtServiceCenter | Channel::MobileCourt | Channel::SelfServiceCourt => {
                Some("T-E-02")
            }
            Channel::Grid
            | Channel::ZzVillage
            | Channel::ZzTown
            | Channel::ZzCounty
            | Channel::Police
            | Channel::Online
            | Channel::Phone
            | Channel::AgencyCounter
            | Channel::WomenChildrenStation
            | Channel::LabourWindow
            | Channel::LawyerStudio
            | Channel::Hospital
            | Channel::School
            | Channel::Enterprise
            | Channel::CountyMediationCenter => None,
        }
    }

    /// True for channels that give every matter a number of their own before it comes here (C-148).
    pub const fn numbers_itself(channel: Channel) -> bool {
        matches!(channel, Channel::PetitionOffice | Channel::Hotline12315)
    }

    /// How many may speak for many who came by this door: two in a joint complaint (T-Q-10), else five
    /// (T-L-09, 医疗纠纷预防和处理条例 30, 民事诉讼法解释 78).
    pub const fn speakers(channel: Channel) -> usize {
        if matches!(channel, Channel::Hotline12315) { 2 } else { 5 }
    }
}

/// Why a dispute has no applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoApplicant {
    /// 排查发现，尚无人提出
    FoundByScreening,
    /// 调解组织依职权主动调解（人民调解法17条）
    OwnMotion,
    /// 来件人未留姓名
    Anonymous,
}

/// How the claimant's identity was established.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// 出示证件
    DocumentShown,
    /// 在线实名
    VerifiedOnline,
    /// 工作人员认识
    KnownToStaff,
    /// 未核实，理由
    None {
        /// Why it could not be established.
        because: String,
    },
}

/// What a dispute is about: brief, personal, never in an event for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The substantive kind (什么问题就按什么问题处理).
    pub kind: DisputeKind,
    /// Where it arose.
    pub place: Region,
    /// The other regions concerned.
    pub other_places: BTreeSet<Region>,
    /// What the parties said.
    pub summary: Private<String>,
    /// The parties, numbered from 1.
    pub parties: Vec<Party>,
    /// Why there is no applicant among them.
    pub no_applicant: Option<NoApplicant>,
    /// The amount in dispute.
    pub amount: Option<Fen>,
    /// How many people are concerned.
    pub people: u32,
    /// What needs special care.
    pub flags: BTreeSet<Flag>,
    /// The parties' consents so far (I5).
    pub consents: Vec<Consent>,
    /// The day of the event in dispute, when told.
    pub happened_on: Option<Date>,
}

impl Content {
    /// What is known at a first inquiry: a place and a few words.
    pub fn first_words(kind: DisputeKind, place: Region, summary: Private<String>) -> Content {
        Content {
            kind,
            place,
            other_places: BTreeSet::new(),
            summary,
            parties: Vec::new(),
            no_applicant: None,
            amount: None,
            people: 1,
            flags: BTreeSet::new(),
            consents: Vec::new(),
            happened_on: None,
        }
    }

    /// What arrives with a hand-off.
    pub fn from_brief(brief: &Brief) -> Content {
        Content {
            kind: brief.kind,
            place: brief.place,
            other_places: brief.other_place.into_iter().collect(),
            summary: brief.summary.clone(),
            parties: brief.parties.clone(),
            no_applicant: None,
            amount: brief.amount,
            people: brief.people,
            flags: brief.flags.clone(),
            consents: brief.consents.clone(),
            happened_on: None,
        }
    }

    /// The smallest region that contains every place of the dispute; none when provinces differ.
    pub fn common_region(&self) -> Option<Region> {
        self.other_places.iter().try_fold(self.place, |at, other| at.lowest_common(*other))
    }

    /// The numbers of the parties with a role.
    pub fn numbers(&self, role: PartyRole) -> BTreeSet<u32> {
        self.parties.iter().filter(|party| party.role == role).map(|party| party.no).collect()
    }

    /// True when a party is under 18 (C-118).
    pub fn minors(&self) -> bool {
        self.parties.iter().any(|party| party.minor)
    }

    /// The flag of minors stands as long as a minor is a party, whatever is classified (C-118, S12).
    pub fn keep_minor_flag(&mut self) {
        if self.minors() {
            self.flags.insert(Flag::MinorProtection);
        }
    }

    /// What readers outside the handling panel see when a minor is concerned: no natural person's name, no
    /// account of what happened; a guardian's name would tell the child's (S12, 未成年人保护法 103, C-118).
    #[must_use]
    pub fn masked(&self) -> Content {
        let mut seen = self.clone();
        if !self.minors() && !self.flags.contains(&Flag::MinorProtection) {
            return seen;
        }
        for party in &mut seen.parties {
            if party.kind == PartyKind::Person {
                party.name = Private::new(format!("当事人{}", party.no));
            }
            // Whoever acts for a party would tell who it is.
            party.more = None;
        }
        seen.summary = Private::new("涉未成年人，内容不公开".to_owned());
        seen
    }

    /// True when the dispute has a party of this number.
    pub fn has(&self, party: u32) -> bool {
        self.parties.iter().any(|known| known.no == party)
    }

    /// Checks registration content as of a day.
    ///
    /// # Errors
    /// The first fault, with the place where it is.
    pub fn check(&self, today: Date) -> Result<(), ContentFault> {
        check_place(self.place)?;
        for other in &self.other_places {
            check_place(*other)?;
        }
        check_text(self.summary.reveal())?;
        if self.people == 0 {
            return Err(ContentFault::NobodyConcerned);
        }
        if self.amount.is_some_and(|amount| amount < Fen(0)) {
            return Err(ContentFault::NegativeAmount);
        }
        if self.happened_on.is_some_and(|day| day > today) {
            return Err(ContentFault::DateInFuture);
        }
        check_parties(&self.parties)?;
        if self.numbers(PartyRole::Applicant).is_empty() && self.no_applicant.is_none() {
            return Err(ContentFault::NoApplicant);
        }
        for consent in &self.consents {
            check_consent(self, consent, today)?;
        }
        Ok(())
    }
}

/// Checks that a place exists: in a county that the list of regions has whole every town and village is
/// named; elsewhere the province is known.
///
/// # Errors
/// [`ContentFault::UnknownPlace`].
pub fn check_place(place: Region) -> Result<(), ContentFault> {
    let mut top = place;
    while let Some(above) = top.parent() {
        top = above;
    }
    let regions = Regions::shipped();
    let whole = place.county().filter(|county| {
        *county != place && regions.within(*county, RegionLevel::Town).next().is_some()
    });
    let known = PROVINCES.contains(&(top.code() / 10_000))
        && whole.is_none_or(|_| regions.name(place).is_some());
    if known { Ok(()) } else { Err(ContentFault::UnknownPlace { place }) }
}

/// Checks that a text is not longer than a file keeps.
///
/// # Errors
/// [`ContentFault::TextTooLong`].
pub fn check_text(text: &str) -> Result<(), ContentFault> {
    if text.len() <= TEXT_MAX {
        Ok(())
    } else {
        Err(ContentFault::TextTooLong { bytes: text.len() })
    }
}

/// Checks that the parties are numbered from 1 and each has a name.
///
/// # Errors
/// [`ContentFault::NoParties`], [`ContentFault::WronglyNumbered`], [`ContentFault::NameLength`],
/// [`ContentFault::NameForm`].
pub fn check_parties(parties: &[Party]) -> Result<(), ContentFault> {
    if parties.is_empty() {
        return Err(ContentFault::NoParties);
    }
    for (at, party) in parties.iter().enumerate() {
        let right = u32::try_from(at + 1).unwrap_or(u32::MAX);
        if party.no != right {
            return Err(ContentFault::WronglyNumbered { given: party.no, right });
        }
        check_name(party.no, party.name.reveal())?;
    }
    Ok(())
}

/// A name is 1 to 100 characters, without control characters; a middle dot joins the parts of a name
/// (买买提·艾力) and stands neither first nor last. It is kept as given, traditional characters too.
///
/// # Errors
/// [`ContentFault::NameLength`], [`ContentFault::NameForm`].
pub fn check_name(party: u32, name: &str) -> Result<(), ContentFault> {
    let dot = |c: char| matches!(c, '·' | '•' | '・' | '．' | '‧');
    let length = name.chars().count();
    if length == 0 || length > NAME_MAX || name.trim().len() != name.len() {
        return Err(ContentFault::NameLength { party });
    }
    if name.chars().any(char::is_control) || name.starts_with(dot) || name.ends_with(dot) {
        return Err(ContentFault::NameForm { party });
    }
    Ok(())
}

fn check_consent(content: &Content, consent: &Consent, today: Date) -> Result<(), ContentFault> {
    if consent.on > today {
        return Err(ContentFault::DateInFuture);
    }
    if content.has(consent.party) {
        Ok(())
    } else {
        Err(ContentFault::UnknownParty { party: consent.party })
    }
}

#[cfg(test)]
#[path = "content_tests.rs"]
mod tests;
