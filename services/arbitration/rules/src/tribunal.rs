//! The tribunal: what the three arbitrations of the area share, and where they differ.
//!
//! | | labour | rural land | commercial |
//! |---|---|---|---|
//! | grounds of recusal | LMAL 33 | RLA 28 | 仲裁法 46: the same four, [`RecusalGround`] |
//! | who decides on recusal | the director (办案规则 12) | the director (RLA 29) | the director (48) |
//! | until when it is asked | before the hearing (办案规则 11) | [`may_challenge`] (RLA 28) | [`may_challenge`] (47) |
//! | who chooses the three | the commission (31) | the parties, the director in default (27) | the same (43, 44) |
//! | a sole arbitrator | a simple case (31) | a simple case and both agree (27) | as agreed (43) |
//! | who may choose the presiding one | the commission | both, or the director | also the two, if so agreed (43, Act of 2025) |
//!
//! So the grounds are shared by all three; composition, challenge and replacement by rural land and
//! commerce, whose articles say the same. A labour tribunal is appointed by its commission and stays in
//! its own procedure.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::codes::codes;

codes! {
    /// Why an arbitrator steps aside: LMAL 33, RLA 28, 仲裁法(2025) 46 say the same.
    RecusalGround, "回避理由", "ground of recusal", {
        PartyOrKin = "party_or_kin", "当事人或者近亲属";
        Interest = "interest", "利害关系";
        OtherRelation = "other_relation", "其他可能影响公正的关系";
        PrivateContact = "private_contact", "私自会见、吃请";
    }
}

/// By whom an arbitrator was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    /// 申请人选定
    Claimant,
    /// 被申请人选定
    Respondent,
    /// 双方共同选定
    Jointly,
    /// 双方选定的两名仲裁员共同选定（仲裁法(2025)43）
    ByTheTwo,
    /// 主任指定：当事人委托，或者没有在期限内选定
    Director,
}

/// An arbitrator of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The staff id.
    pub person: String,
    /// By whom chosen.
    pub by: Chosen,
}

/// A tribunal: one arbitrator, or three of whom the first presides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tribunal {
    /// The arbitrators.
    pub members: Vec<Member>,
    /// The day it was formed.
    pub formed_on: Date,
    /// The challenge that waits for the director.
    pub challenge: Option<Challenge>,
}

/// A challenge of an arbitrator 回避申请, or the arbitrator's own word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// The arbitrator's staff id.
    pub arbitrator: String,
    /// Who asks; none: the arbitrator.
    pub party: Option<u32>,
    /// Why.
    pub ground: RecusalGround,
    /// The day of the request.
    pub on: Date,
}

/// What is wrong with a tribunal, a challenge or a replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatFault {
    /// Not one or three, not different people, or nobody named.
    WrongNumber,
    /// Chosen by somebody who may not choose this one.
    WrongChooser,
    /// The person does not sit.
    NotSitting,
    /// The challenge came too late.
    TooLate,
}

/// Accepts the members of a tribunal: the presiding one by both or in default by the director, the others
/// by one side each or in default by the director (RLA 27; 仲裁法 43, 44). `by_the_two`: the parties have
/// agreed that the two choose the third.
///
/// # Errors
/// The number or a chooser is wrong.
pub fn composed(members: &[Member], by_the_two: bool) -> Result<(), SeatFault> {
    let apart: BTreeSet<&str> = members.iter().map(|member| member.person.trim()).collect();
    if apart.len() != members.len() || apart.contains("") {
        return Err(SeatFault::WrongNumber);
    }
    let presides = |by: Chosen| match by {
        Chosen::Jointly | Chosen::Director => true,
        Chosen::ByTheTwo => by_the_two && members.len() == 3,
        Chosen::Claimant | Chosen::Respondent => false,
    };
    let side = |by: Chosen, own: Chosen| by == own || by == Chosen::Director;
    let right = match members {
        [sole] => presides(sole.by),
        [first, one, other] => {
            presides(first.by)
                && side(one.by, Chosen::Claimant)
                && side(other.by, Chosen::Respondent)
        }
        _ => return Err(SeatFault::WrongNumber),
    };
    if right { Ok(()) } else { Err(SeatFault::WrongChooser) }
}

impl Tribunal {
    /// A tribunal without a challenge.
    pub fn formed(members: Vec<Member>, on: Date) -> Tribunal {
        Tribunal { members, formed_on: on, challenge: None }
    }

    /// The presiding or sole arbitrator.
    pub fn presiding(&self) -> Option<&str> {
        self.members.first().map(|member| member.person.as_str())
    }

    /// Where somebody sits.
    fn seat(&self, person: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.person == person)
    }

    /// Accepts a challenge: before the first hearing, or afterwards over a ground that became known only
    /// after it (RLA 28; 仲裁法 47).
    ///
    /// # Errors
    /// The person does not sit, or it is too late.
    pub fn may_challenge(
        &self,
        arbitrator: &str,
        first_heard: Option<Date>,
        known_on: Date,
    ) -> Result<(), SeatFault> {
        if self.seat(arbitrator).is_none() {
            return Err(SeatFault::NotSitting);
        }
        match first_heard {
            Some(heard) if known_on <= heard => Err(SeatFault::TooLate),
            Some(_) | None => Ok(()),
        }
    }

    /// Accepts who sits instead: chosen as the one who leaves was, or by the director (RLA 29; 仲裁法 49).
    ///
    /// # Errors
    /// The one does not sit, the other sits already, or was chosen by the wrong side.
    pub fn may_replace(&self, leaves: &str, comes: &Member) -> Result<(), SeatFault> {
        let Some(seat) = self.seat(leaves) else { return Err(SeatFault::NotSitting) };
        if comes.person.trim().is_empty() || self.seat(&comes.person).is_some() {
            return Err(SeatFault::WrongNumber);
        }
        if comes.by == seat.by || comes.by == Chosen::Director {
            return Ok(());
        }
        Err(SeatFault::WrongChooser)
    }

    /// Puts one arbitrator in the place of another.
    pub fn replace(&mut self, leaves: &str, comes: &Member) {
        for member in self.members.iter_mut().filter(|member| member.person == leaves) {
            member.clone_from(comes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Chosen::{ByTheTwo, Claimant, Director, Jointly, Respondent};
    use jiefen_procedure::kit::day;

    fn members(by: &[Chosen]) -> Vec<Member> {
        by.iter().enumerate().map(|(no, by)| Member { person: format!("a{no}"), by: *by }).collect()
    }

    #[test]
    fn each_side_chooses_one_both_the_presiding_and_the_director_whoever_is_not_chosen() {
        for (by, the_two, right) in [
            (&[Jointly, Claimant, Respondent][..], false, Ok(())),
            (&[Director, Claimant, Director], false, Ok(())),
            (&[ByTheTwo, Claimant, Respondent], true, Ok(())),
            (&[ByTheTwo, Claimant, Respondent], false, Err(SeatFault::WrongChooser)),
            (&[Claimant, Claimant, Respondent], false, Err(SeatFault::WrongChooser)),
            (&[Jointly, Respondent, Claimant], false, Err(SeatFault::WrongChooser)),
            (&[Jointly], false, Ok(())),
            (&[Director], false, Ok(())),
            (&[Claimant], false, Err(SeatFault::WrongChooser)),
            (&[ByTheTwo], true, Err(SeatFault::WrongChooser)),
            (&[Jointly, Claimant], false, Err(SeatFault::WrongNumber)),
            (&[], false, Err(SeatFault::WrongNumber)),
        ] {
            assert_eq!(composed(&members(by), the_two), right, "{by:?}");
        }
        let mut twice = members(&[Jointly, Claimant, Respondent]);
        twice[2].person = "a1".into();
        assert_eq!(composed(&twice, false), Err(SeatFault::WrongNumber));
    }

    #[test]
    fn after_the_first_hearing_only_a_ground_that_became_known_later_counts() {
        let heard = Some(day("2026-05-20"));
        let tribunal = Tribunal::formed(members(&[Jointly]), day("2026-05-06"));
        let asks = |who: &str, heard, known| tribunal.may_challenge(who, heard, day(known));
        assert_eq!(asks("a0", None, "2026-05-07"), Ok(()));
        assert_eq!(asks("a0", heard, "2026-05-20"), Err(SeatFault::TooLate));
        assert_eq!(asks("a0", heard, "2026-05-21"), Ok(()));
        assert_eq!(asks("b0", heard, "2026-05-21"), Err(SeatFault::NotSitting));
    }

    #[test]
    fn who_sits_instead_is_chosen_as_the_one_who_leaves() {
        let mut tribunal =
            Tribunal::formed(members(&[Jointly, Claimant, Respondent]), day("2026-05-06"));
        let new = |by| Member { person: "b1".into(), by };
        assert_eq!(tribunal.may_replace("a1", &new(Respondent)), Err(SeatFault::WrongChooser));
        assert_eq!(tribunal.may_replace("a1", &new(Director)), Ok(()));
        assert_eq!(tribunal.may_replace("b1", &new(Director)), Err(SeatFault::NotSitting));
        let sits = Member { person: "a2".into(), by: Director };
        assert_eq!(tribunal.may_replace("a1", &sits), Err(SeatFault::WrongNumber));
        tribunal.replace("a0", &new(Jointly));
        assert_eq!(tribunal.presiding(), Some("b1"));
    }
}
