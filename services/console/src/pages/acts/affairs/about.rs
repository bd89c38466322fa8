//! What there is besides disputes: which service has it, and where its pages are.

use jiefen_platform::config::Area;

use crate::lines::At;

/// What an act is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// A supervision letter.
    Letter,
    /// A score sheet.
    Sheet,
    /// A screening.
    Screening,
    /// A risk.
    Risk,
    /// A mass incident, or the danger of one.
    Incident,
    /// An entry of the register.
    Unit,
    /// What somebody wrote to the unit without a dispute.
    Box,
    /// A person on a roster.
    Person,
}

impl About {
    pub(super) const ALL: [About; 8] = [
        About::Letter,
        About::Sheet,
        About::Screening,
        About::Risk,
        About::Incident,
        About::Unit,
        About::Box,
        About::Person,
    ];

    pub(super) const fn code(self) -> &'static str {
        match self {
            About::Letter => "letters",
            About::Sheet => "sheets",
            About::Screening => "screenings",
            About::Risk => "risks",
            About::Incident => "incidents",
            About::Unit => "units",
            About::Box => "box",
            About::Person => "roster",
        }
    }

    /// Which service has it.
    pub(crate) const fn area(self) -> Area {
        match self {
            About::Letter | About::Sheet => Area::Assessment,
            About::Screening | About::Risk | About::Incident | About::Box => Area::Intake,
            About::Unit | About::Person => Area::Registry,
        }
    }

    /// Where all of them stand.
    pub(super) const fn list(self) -> &'static str {
        match self {
            About::Letter => "/letters",
            About::Sheet => "/sheets",
            About::Screening | About::Risk => "/patrol",
            About::Incident => "/incidents",
            About::Unit => "/units",
            About::Box => "/requests",
            About::Person => "/roster",
        }
    }

    /// Its procedure, as the services call it.
    pub(super) const fn procedure(self) -> &'static str {
        match self {
            About::Letter => "order",
            About::Sheet => "sheet",
            About::Screening => "screening_campaign",
            About::Risk => "risk_case",
            About::Incident => "mass_incident",
            About::Unit => "unit",
            About::Box => "citizen_request",
            About::Person => "roster",
        }
    }

    /// What a case of this procedure is; none: a dispute or a thing without a page.
    pub(crate) fn of(procedure: &str) -> Option<About> {
        About::ALL.into_iter().find(|about| about.procedure() == procedure)
    }

    /// Where one of them stands.
    pub(crate) fn address(self, at: At, case: &str) -> String {
        let case = case.trim_start_matches("cases/");
        let at = at.code();
        match self {
            About::Letter => format!("/letters/{at}/{case}"),
            About::Sheet => format!("/sheets/{at}/{case}"),
            About::Screening => format!("/patrol/screenings/{at}/{case}"),
            About::Risk => format!("/patrol/risks/{at}/{case}"),
            About::Incident => format!("/incidents/{at}/{case}"),
            About::Unit => format!("/units/{at}/{case}"),
            // All of it stands in the list.
            About::Box => self.list().to_owned(),
            About::Person => format!("/roster/{at}/{case}"),
        }
    }
}
