//! Where papers and their forms are.

use jiefen_platform::config::Area;

use crate::lines::At;

/// What a paper is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// A dispute.
    Dispute,
    /// A supervision letter.
    Letter,
    /// A score sheet.
    Sheet,
}

impl Of {
    /// The first part of the address.
    pub(super) const fn base(self) -> &'static str {
        match self {
            Of::Dispute => "disputes",
            Of::Letter => "letters",
            Of::Sheet => "sheets",
        }
    }

    /// The way back, in words.
    pub(super) const fn back(self) -> (&'static str, &'static str) {
        match self {
            Of::Dispute => ("← 返回这件纠纷", "← Back to the dispute"),
            Of::Letter => ("← 返回督办函", "← Back to the letter"),
            Of::Sheet => ("← 返回考核表", "← Back to the sheet"),
        }
    }
}

/// The addresses of papers begin so.
pub(super) struct Base {
    /// Of one that is there.
    pub(super) kept: String,
    /// Of one that is to be made, for a dispute with the case after it.
    new: String,
    of_dispute: bool,
}

impl Base {
    pub(super) fn of(dispute: &str, area: Area) -> Base {
        let kept = format!("/disputes/{dispute}/paper/{area}");
        Base { new: kept.clone(), kept, of_dispute: true }
    }

    pub(super) fn office((of, at): (Of, At), case: &str) -> Base {
        let kept = format!("/{}/{}/{case}/paper", of.base(), at.code());
        Base { new: format!("{kept}/new"), kept, of_dispute: false }
    }

    pub(super) fn form(&self, case: &str, family: &str) -> String {
        match self.of_dispute {
            true => format!("{}/{}/{family}", self.new, case.trim_start_matches("cases/")),
            false => format!("{}/{family}", self.new),
        }
    }
}

/// A dispute, an area, a case and a family of papers.
pub(super) type Parts = (String, String, String, String);

/// Where the page of a paper is, and where it leads back to.
pub(super) struct Place {
    pub(super) address: String,
    pub(super) back: String,
    pub(super) of: Of,
}

impl Place {
    pub(super) fn of(path: &Parts) -> Place {
        Place {
            address: format!("/disputes/{}/paper/{}/{}/{}", path.0, path.1, path.2, path.3),
            back: format!("/disputes/{}", path.0),
            of: Of::Dispute,
        }
    }
}
