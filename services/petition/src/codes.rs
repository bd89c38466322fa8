//! The codes of the area's closed lists, as they stand on the wire.

use jiefen_petition_rules::petition::{
    Branch, Designator, Ending, Form, Matter, Reply, RoadEnd, Verdict,
};

/// A value of a closed list.
pub trait Code: Copy + Sized + 'static {
    /// Every value with its code.
    const ALL: &'static [(Self, &'static str)];

    /// The code.
    fn code(self) -> &'static str;
}

macro_rules! codes {
    ($($name:ident { $($variant:ident = $code:literal),* $(,)? })*) => {
        $(impl Code for $name {
            const ALL: &'static [($name, &'static str)] = &[$(($name::$variant, $code),)*];

            fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }
        })*
    };
}

codes! {
    Form { Online = "online", Letter = "letter", Phone = "phone", Fax = "fax", Visit = "visit" }
    Matter { Claim = "claim", Suggestion = "suggestion", Accusation = "accusation" }
    RoadEnd { Rereviewed = "rereviewed", LawfullyTerminated = "lawfully_terminated" }
    Branch {
        Legal = "legal",
        Arbitration = "arbitration",
        PartyAppeal = "party_appeal",
        AdministrativeProcedure = "administrative_procedure",
        DutyToAct = "duty_to_act",
        Opinion = "opinion",
    }
    Designator {
        CommonSuperior = "common_superior",
        JointMeeting = "joint_meeting",
        Government = "government",
    }
    Reply { Adopted = "adopted", NotAdopted = "not_adopted", Acted = "acted", Answered = "answered" }
    Verdict { Supported = "supported", Explained = "explained", Rejected = "rejected" }
}

/// The code of an ending, and the branch to which the matter was led.
pub fn ending(how: Ending) -> (&'static str, Option<Branch>) {
    match how {
        Ending::InHand => ("in_hand", None),
        Ending::RoadEnded => ("road_ended", None),
        Ending::Routed(branch) => ("routed", Some(branch)),
        Ending::Transferred => ("transferred", None),
        Ending::Answered => ("answered", None),
        Ending::Settled => ("settled", None),
        Ending::OpinionStands => ("opinion_stands", None),
        Ending::ReviewStands => ("review_stands", None),
        Ending::Terminated => ("terminated", None),
        Ending::Withdrawn => ("withdrawn", None),
    }
}
