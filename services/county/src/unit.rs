//! What is known of one unit.

use jiefen_vocab::Agency;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::entry::{Node, Profile, Tree};

/// Everything the registry knows of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Region and code.
    pub agency: Agency,
    /// What is written about it.
    pub profile: Profile,
    /// The unit above it in the territorial tree; none: the nearest centre above by region.
    pub territorial: Option<Agency>,
    /// The unit above it in the authority tree; none: it answers to nobody in the registry.
    pub authority: Option<Agency>,
    /// The number of the present version, from 1.
    pub version: u32,
    /// The day of the latest change.
    pub changed_on: Date,
    /// True while the entry waits to be confirmed after its review clock ran out.
    pub review_due: bool,
    /// Where it stands.
    pub stage: Stage,
}

impl Entry {
    /// The entry of a new unit.
    pub fn added(
        agency: Agency,
        profile: Profile,
        territorial: Option<Agency>,
        authority: Option<Agency>,
        on: Date,
    ) -> Entry {
        let (version, review_due, stage) = (1, false, Stage::Listed);
        Entry {
            agency,
            profile,
            territorial,
            authority,
            version,
            changed_on: on,
            review_due,
            stage,
        }
    }

    /// The same entry under another superior in one of the trees.
    #[must_use]
    pub fn under(&self, tree: Tree, superior: Option<Agency>) -> Entry {
        let mut entry = self.clone();
        match tree {
            Tree::Territorial => entry.territorial = superior,
            Tree::Authority => entry.authority = superior,
        }
        entry
    }

    /// Its node, if it has or had one.
    pub fn node(&self) -> Option<&Node> {
        match &self.stage {
            Stage::Admitted { node } | Stage::Suspended { node, .. } => Some(node),
            Stage::Listed => None,
            Stage::Closed { node, .. } => node.as_ref(),
        }
    }

    /// True when the unit exists on a day: valid and not closed before it.
    pub fn exists_on(&self, day: Date) -> bool {
        let closed = match &self.stage {
            Stage::Closed { on, .. } => *on <= day,
            Stage::Listed | Stage::Admitted { .. } | Stage::Suspended { .. } => false,
        };
        let ended = self.profile.valid_to.is_some_and(|last| last < day);
        !closed && !ended && self.profile.valid_from <= day
    }
}

/// Where a unit stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// In the register, without a node of its own.
    Listed,
    /// A member of the mesh.
    Admitted {
        /// Its node.
        node: Node,
    },
    /// Its node may not act.
    Suspended {
        /// Its node; the last key has an end.
        node: Node,
        /// Why.
        reason: String,
        /// Since when.
        since: Date,
    },
    /// No longer a unit.
    Closed {
        /// From which day.
        on: Date,
        /// Who takes its duties.
        successor: Option<Agency>,
        /// The node it had.
        node: Option<Node>,
    },
}
