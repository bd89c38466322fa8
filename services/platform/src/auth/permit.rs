//! In which post somebody acts, and who may look.

use jiefen_vocab::{Agency, Role};
use tonic::metadata::MetadataMap;

use super::{AuthFault, Staff};

/// The metadata key by which somebody with several posts says in which one they act.
const ASKED: &str = "jiefen-role";

/// The posts of a supervising unit that may read the units below it.
const SUPERVISING: [Role; 4] =
    [Role::CentreDirector, Role::Coordinator, Role::Assessor, Role::Leader];

/// The post that the sender asked to act in, if any.
pub fn asked_role(metadata: &MetadataMap) -> Result<Option<Role>, AuthFault> {
    let Some(value) = metadata.get(ASKED) else { return Ok(None) };
    let text = value.to_str().map_err(|_| AuthFault::UnknownRole)?;
    text.parse().map(Some).map_err(|_| AuthFault::UnknownRole)
}

/// The post in which the staff act: the one asked for, else the first of `allowed` that they hold.
/// A unit acts only for itself: staff of another agency never act here.
pub fn permit(
    staff: &Staff,
    allowed: &[Role],
    asked: Option<Role>,
    node: Agency,
) -> Result<Role, AuthFault> {
    if staff.agency != node {
        return Err(AuthFault::OtherAgency { node });
    }
    let not_allowed = || AuthFault::RoleNotAllowed { allowed: allowed.to_vec() };
    match asked {
        Some(asked) if !staff.holds(asked) => Err(AuthFault::RoleNotHeld { asked }),
        Some(asked) if !allowed.contains(&asked) => Err(not_allowed()),
        Some(asked) => Ok(asked),
        None => allowed.iter().copied().find(|role| staff.holds(*role)).ok_or_else(not_allowed),
    }
}

/// Whether they may read what this node holds: its own staff (a party is not staff), and the
/// supervising posts of a unit whose region the node's region is or lies in.
pub fn may_read(staff: &Staff, node: Agency) -> bool {
    if staff.agency == node {
        return staff.roles.iter().any(|role| *role != Role::Party);
    }
    staff.agency.region.contains(node.region)
        && SUPERVISING.into_iter().any(|role| staff.holds(role))
}
