//! Who sees which of the pages that are about no single dispute.

use jiefen_platform::config::Area;
use jiefen_vocab::Role;

use crate::Console;
use crate::lines::At;
use crate::session::Staff;

/// Who leads, coordinates or assesses.
pub(crate) const LEADERS: &[Role] = &[Role::Leader, Role::Coordinator, Role::Assessor];
/// Who answers for a unit.
pub(crate) const HEADS: &[Role] = &[
    Role::CentreDirector,
    Role::MediationHead,
    Role::CourtPresident,
    Role::ArbitrationDirector,
    Role::PetitionHead,
    Role::ReviewHead,
];
/// Who goes out and looks.
pub(crate) const PATROL: &[Role] = &[
    Role::WindowClerk,
    Role::CentreDirector,
    Role::Mediator,
    Role::MediationHead,
    Role::PetitionOfficer,
    Role::PetitionHead,
    Role::PoliceOfficer,
    Role::DepartmentOfficer,
];

/// The cockpit: at the office that assesses.
pub(crate) fn look(console: &Console, staff: &Staff) -> bool {
    console.lines.has(Area::Assessment) && staff.holds(LEADERS)
}

/// Supervision letters: at the office that writes them, and for the heads of the units that answer them.
pub(crate) fn supervise(console: &Console, staff: &Staff) -> bool {
    match console.lines.at(Area::Assessment) {
        Some(At::Own) => staff.holds(LEADERS),
        Some(At::Office) => staff.holds(HEADS),
        None => false,
    }
}

/// Screenings and warnings.
pub(crate) fn patrol(console: &Console, staff: &Staff) -> bool {
    console.lines.at(Area::Intake).is_some() && staff.holds(PATROL)
}

/// Mass incidents and the danger of them: at the node that deals with them.
pub(crate) fn incidents(console: &Console, staff: &Staff) -> bool {
    console.lines.has(Area::Intake) && staff.holds(PATROL)
}

/// What citizens ask of the unit.
pub(crate) fn answer(staff: &Staff) -> bool {
    staff.holds(&[Role::WindowClerk, Role::CentreDirector, Role::MediationHead])
}
