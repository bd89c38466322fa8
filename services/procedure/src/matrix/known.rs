//! What is known of a dispute beside the case in hand, how it comes to the matrix, and how a cell words its
//! refusal.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use jiefen_vocab::{DisputeKind, Flag, Outcome, TrackKind};
use serde::de::IntoDeserializer;
use serde::de::value::Error as NotInList;
use serde::{Deserialize, Serialize};

use super::{Bar, Circumstance, Present, Standing, cells};
use crate::Brief;
use crate::words::{Said, words};

/// What an agency knows of a dispute beside the case in hand: its other tracks, and facts that open or close
/// a track. It travels in the brief. Who knows of nothing else leaves it empty, and nothing is presumed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Known {
    /// The other tracks, each with its latest standing.
    pub tracks: BTreeMap<TrackKind, Standing>,
    /// Facts that open or close a track.
    pub facts: BTreeSet<Circumstance>,
}

impl Known {
    /// True when nothing is known.
    pub fn is_empty(&self) -> bool {
        self.tracks.is_empty() && self.facts.is_empty()
    }
}

impl From<Option<Outcome>> for Standing {
    /// How a track stands by its outcome; none while it goes on.
    fn from(outcome: Option<Outcome>) -> Standing {
        match outcome {
            None => Standing::Running,
            Some(Outcome::Agreed | Outcome::Performed) => Standing::Agreed,
            Some(Outcome::Decided) => Standing::Decided,
            Some(
                Outcome::Failed | Outcome::Withdrawn | Outcome::Transferred | Outcome::Refused,
            ) => Standing::Failed,
        }
    }
}

impl Present {
    /// The dispute as its brief tells it: the kind, what the sender knows, and what the flags say.
    pub fn of_brief(brief: &Brief) -> Present {
        let Known { tracks, facts } = brief.known.clone();
        let flags = [
            (Flag::SafetyAlert, Circumstance::DomesticViolence),
            (Flag::NotMediable, Circumstance::NotMediable),
        ];
        let flagged = flags.into_iter().filter(|(flag, _)| brief.flags.contains(flag));
        Present { kind: brief.kind, tracks, facts }.and(flagged.map(|(_, fact)| fact))
    }

    /// The same with more facts.
    #[must_use]
    pub fn and(mut self, facts: impl IntoIterator<Item = Circumstance>) -> Present {
        self.facts.extend(facts);
        self
    }

    /// The same without a fact that the body judges itself, whatever the sender says.
    #[must_use]
    pub fn without(mut self, fact: Circumstance) -> Present {
        self.facts.remove(&fact);
        self
    }

    /// The same with the facts that hold.
    #[must_use]
    pub fn given(self, facts: &[(bool, Circumstance)]) -> Present {
        self.and(facts.iter().filter(|(holds, _)| *holds).map(|(_, fact)| *fact))
    }
}

impl Present {
    /// What only the body that is asked can judge (whether an arbitration agreement, a fixed debt, an
    /// instrument is there) is presumed for whoever asks: the road is offered, the body accepts or refuses.
    #[must_use]
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other tracks presume nothing")]
    pub fn presuming(self, wanted: TrackKind) -> Present {
        use Circumstance as C;
        let land =
            matches!(self.kind, DisputeKind::LandContracting | DisputeKind::LandExpropriation);
        let facts: &[C] = match wanted {
            TrackKind::CommercialArbitration => &[C::ArbitrationAgreement],
            TrackKind::PaymentOrder => &[C::MoneyDueAndFixed],
            TrackKind::JudicialConfirmation => {
                &[C::AgreementInForce, C::PaymentAgreementByCommittee]
            }
            TrackKind::AdministrativeReconsideration => &[C::AdministrativeAct],
            TrackKind::Retrial => &[C::FinalDecision],
            TrackKind::ProcuratorateSupervision => &[C::FinalDecision, C::RetrialTried],
            TrackKind::AdministrativeRuling if land => &[C::LandTitle],
            TrackKind::NotarizedEnforcement => &[C::NotarisedInstrument],
            TrackKind::Enforcement => &[C::TitleInForce],
            _ => &[],
        };
        self.and(facts.iter().copied())
    }
}

/// The name of each cell as a refusal says it: upper case.
static NAMES: LazyLock<BTreeMap<&'static str, String>> =
    LazyLock::new(|| cells().map(|cell| (cell.name, cell.name.to_ascii_uppercase())).collect());

impl Bar {
    /// The cell as a refusal: its name, its reason, its article, and the tracks that are right instead.
    pub fn said(&self) -> Said {
        let name = NAMES.get(self.cell).map_or(self.cell, String::as_str);
        let (instead, tracks) = if self.instead.is_empty() {
            ("不再受理，礼貌告知，由乡镇关怀", String::new())
        } else {
            let names: Vec<&str> = self.instead.iter().map(|track| track.zh()).collect();
            ("可以改走：{}", names.join("、"))
        };
        words(name, self.zh, self.en, self.basis, instead).with(tracks)
    }
}

impl fmt::Display for Circumstance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl FromStr for Circumstance {
    type Err = NotInList;

    fn from_str(code: &str) -> Result<Circumstance, NotInList> {
        Circumstance::deserialize(code.into_deserializer())
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl FromStr for Standing {
    type Err = NotInList;

    fn from_str(code: &str) -> Result<Standing, NotInList> {
        Standing::deserialize(code.into_deserializer())
    }
}
