//! Who is a member of a body: by post, not by person. A post's holder changes without the body's list; who holds a
//! post is known to its unit. The plan's lists differ and are kept apart, each with its body (C-015, C-021, C-205).

use std::collections::BTreeMap;

use jiefen_vocab::Agency;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A seat in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    /// 组长、主任
    Head,
    /// 副组长、副主任
    Deputy,
    /// 成员（成员单位）
    Member,
    /// 指派人员、办事人员
    Staff,
}

impl Seat {
    /// Every seat, in their order.
    pub const ALL: [Seat; 4] = [Seat::Head, Seat::Deputy, Seat::Member, Seat::Staff];

    /// The code that stands in files and signed bytes.
    pub const fn code(self) -> &'static str {
        match self {
            Seat::Head => "head",
            Seat::Deputy => "deputy",
            Seat::Member => "member",
            Seat::Staff => "staff",
        }
    }
}

/// A member: a unit as a whole, or the holder of one of its posts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The unit.
    pub unit: Agency,
    /// The code of one of its posts; none: the unit.
    #[serde(default)]
    pub post: Option<String>,
    /// The seat.
    pub seat: Seat,
    /// The clause that names it: `六(一)`.
    pub clause: String,
    /// The first day of its term; none: as long as the body.
    #[serde(default)]
    pub from: Option<Date>,
    /// The last day of its term; none: until further notice.
    #[serde(default)]
    pub to: Option<Date>,
}

impl Member {
    /// The unit, or unit and post: `640122.court/president`.
    pub fn name(&self) -> String {
        match &self.post {
            Some(post) => format!("{}/{post}", self.unit),
            None => self.unit.to_string(),
        }
    }

    /// True when the day lies in the term.
    pub fn sits_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// What makes a unit a body: where it sits, who leads it, who its members are. Host, lead and members are three
/// things (plan oddity 4).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The unit in whose house it sits.
    pub host: Option<Agency>,
    /// The unit that leads it.
    pub lead: Option<Agency>,
    /// How many of each seat its document gives; a seat without a number has as many as there are members.
    #[serde(default)]
    pub seats: BTreeMap<Seat, u32>,
    /// The members.
    pub members: Vec<Member>,
}

impl Membership {
    /// True when nothing is said: the unit is no body.
    pub fn is_empty(&self) -> bool {
        *self == Membership::default()
    }

    /// How many of a seat are taken on a day.
    pub fn taken(&self, seat: Seat, day: Date) -> u32 {
        let here = self.members.iter().filter(|member| member.seat == seat && member.sits_on(day));
        u32::try_from(here.count()).unwrap_or(u32::MAX)
    }

    /// How many of a seat are empty on a day.
    pub fn vacant(&self, seat: Seat, day: Date) -> u32 {
        let seats = self.seats.get(&seat).copied().unwrap_or(0);
        seats.saturating_sub(self.taken(seat, day))
    }

    /// The seat, if any, of which there are more members on a day than seats.
    pub fn crowded(&self, day: Date) -> Option<Seat> {
        let over =
            |seat: &Seat| self.seats.get(seat).is_some_and(|seats| self.taken(*seat, day) > *seats);
        Seat::ALL.into_iter().find(over)
    }

    /// A member that stands twice.
    pub fn twice(&self) -> Option<&Member> {
        let same =
            |one: &Member, other: &Member| (one.unit, &one.post) == (other.unit, &other.post);
        self.members
            .iter()
            .enumerate()
            .find(|(at, member)| self.members[..*at].iter().any(|other| same(other, member)))
            .map(|(_, member)| member)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn member(unit: &str, seat: Seat) -> Member {
        let clause = "三".to_owned();
        Member { unit: unit.parse().unwrap(), post: None, seat, clause, from: None, to: None }
    }

    #[test]
    fn empty_and_crowded_seats_are_told_for_the_day() {
        let day = date(2026, 3, 2);
        let mut body = Membership {
            seats: [(Seat::Deputy, 2)].into(),
            members: vec![member("640122.court", Seat::Deputy)],
            ..Membership::default()
        };
        assert_eq!((body.vacant(Seat::Deputy, day), body.vacant(Seat::Head, day)), (1, 0));
        body.members[0].to = Some(date(2026, 3, 1));
        assert_eq!(body.vacant(Seat::Deputy, day), 2);
        body.members.extend(
            ["640122.police", "640122.justice", "640122.health"]
                .map(|unit| member(unit, Seat::Deputy)),
        );
        assert_eq!(body.crowded(day), Some(Seat::Deputy));
        assert_eq!(body.twice(), None);
        body.members.push(member("640122.police", Seat::Staff));
        assert_eq!(body.twice().unwrap().unit, "640122.police".parse().unwrap());
    }
}
