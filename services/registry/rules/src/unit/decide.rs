//! What may happen to a unit's entry.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::{Command, Fact, Refusal, Stage, State};
use jiefen_county::{Membership, Node, NodeKey, Profile};

type Decision = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Decision {
    use Command as C;
    let Some(state) = state else { return begin(command, ctx) };
    match (&state.stage, command) {
        (_, C::AddUnit { .. }) => Err(Refusal::UnitExists),
        (
            Stage::Closed { .. },
            C::AmendUnit { .. }
            | C::MoveUnit { .. }
            | C::AdmitNode { .. }
            | C::RotateKey { .. }
            | C::SuspendNode { .. }
            | C::CloseUnit { .. }
            | C::ConfirmUnit { .. }
            | C::FlagReview,
        ) => Err(Refusal::AlreadyClosed),
        (
            Stage::Listed | Stage::Admitted { .. } | Stage::Suspended { .. },
            C::AmendUnit { profile, on },
        ) => {
            in_order(state, *on, ctx)?;
            let profile = with_members(state, profile);
            sound(&profile, *on)?;
            Ok(vec![Fact::UnitAmended { profile, on: *on }])
        }
        (Stage::Listed | Stage::Admitted { .. } | Stage::Suspended { .. }, C::MoveUnit { .. }) => {
            shift(state, command, ctx)
        }
        (Stage::Listed | Stage::Suspended { .. }, C::AdmitNode { key, endpoints, on }) => {
            in_order(state, *on, ctx)?;
            admit(state, key, endpoints, *on, ctx)
        }
        (Stage::Admitted { .. }, C::AdmitNode { .. }) => Err(Refusal::AlreadyAdmitted),
        (Stage::Admitted { node }, C::RotateKey { key, effective }) => {
            fresh(node, key)?;
            if *effective < ctx.now {
                return Err(Refusal::KeyInPast);
            }
            if node.keys.last().is_some_and(|last| *effective <= last.from) {
                return Err(Refusal::KeyOutOfOrder);
            }
            Ok(vec![Fact::KeyRotated { key: key.clone(), effective: *effective, on: ctx.today() }])
        }
        (Stage::Admitted { .. }, C::SuspendNode { reason, on }) => {
            in_order(state, *on, ctx)?;
            stated(reason)?;
            Ok(vec![Fact::NodeSuspended { reason: reason.clone(), on: *on, at: ctx.now }])
        }
        (Stage::Listed | Stage::Suspended { .. }, C::RotateKey { .. } | C::SuspendNode { .. }) => {
            Err(Refusal::NotAdmitted)
        }
        (Stage::Listed | Stage::Admitted { .. } | Stage::Suspended { .. }, C::CloseUnit { .. }) => {
            close(state, command, ctx)
        }
        (
            Stage::Listed | Stage::Admitted { .. } | Stage::Suspended { .. },
            C::ConfirmUnit { on },
        ) => {
            in_order(state, *on, ctx)?;
            Ok(vec![Fact::UnitConfirmed { on: *on }])
        }
        (Stage::Listed | Stage::Admitted { .. } | Stage::Suspended { .. }, C::FlagReview) => {
            Ok(vec![Fact::ReviewFellDue { on: ctx.today() }])
        }
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decision {
    match command {
        Command::AddUnit { agency, profile, territorial, authority, above, on } => {
            if *on > ctx.today() {
                return Err(Refusal::DateInFuture);
            }
            sound(profile, *on)?;
            let own = [*territorial, *authority].contains(&Some(*agency));
            if own || above.contains(agency) {
                return Err(Refusal::Cycle);
            }
            Ok(vec![Fact::UnitAdded {
                agency: *agency,
                profile: profile.clone(),
                territorial: *territorial,
                authority: *authority,
                on: *on,
            }])
        }
        Command::AmendUnit { .. }
        | Command::MoveUnit { .. }
        | Command::AdmitNode { .. }
        | Command::RotateKey { .. }
        | Command::SuspendNode { .. }
        | Command::CloseUnit { .. }
        | Command::ConfirmUnit { .. }
        | Command::FlagReview => Err(Refusal::NoSuchUnit),
    }
}

fn in_order(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if on > ctx.today() {
        return Err(Refusal::DateInFuture);
    }
    if on < state.changed_on {
        return Err(Refusal::DateOutOfOrder { latest: state.changed_on });
    }
    Ok(())
}

/// A new text that does not speak of members leaves them; one that says there are none ends the body.
fn with_members(state: &State, profile: &Profile) -> Profile {
    let membership = match &profile.membership {
        None => state.profile.membership.clone(),
        Some(none) if none.is_empty() => None,
        Some(members) => Some(members.clone()),
    };
    Profile { membership, ..profile.clone() }
}

fn sound(profile: &Profile, on: Date) -> Result<(), Refusal> {
    if profile.name.trim().is_empty() {
        return Err(Refusal::NameMissing);
    }
    stated(&profile.source)?;
    if profile.duties.iter().any(|duty| duty.clause.trim().is_empty() || duty.tracks.is_empty()) {
        return Err(Refusal::DutyWithoutClause);
    }
    if profile.valid_to.is_some_and(|last| last < profile.valid_from) {
        return Err(Refusal::ValidityInverted);
    }
    profile.membership.as_ref().map_or(Ok(()), |members| seated(members, on))
}

fn seated(membership: &Membership, on: Date) -> Result<(), Refusal> {
    if membership.members.iter().any(|member| member.clause.trim().is_empty()) {
        return Err(Refusal::MemberWithoutClause);
    }
    if let Some(member) = membership.twice() {
        return Err(Refusal::MemberTwice { member: member.name() });
    }
    match membership.crowded(on) {
        Some(_) => Err(Refusal::TooFewSeats),
        None => Ok(()),
    }
}

fn stated(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::BasisMissing) } else { Ok(()) }
}

fn shift(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Decision {
    let Command::MoveUnit { tree, superior, chain, basis, on } = command else {
        return Err(Refusal::NoSuchUnit);
    };
    in_order(state, *on, ctx)?;
    stated(basis)?;
    // Without a stated superior the tree's default stands first.
    if superior.is_some() && chain.first() != superior.as_ref() {
        return Err(Refusal::ChainBroken);
    }
    if chain.contains(&state.agency) {
        return Err(Refusal::Cycle);
    }
    Ok(vec![Fact::UnitMoved { tree: *tree, superior: *superior, basis: basis.clone(), on: *on }])
}

fn admit(
    state: &State,
    key: &NodeKey,
    endpoints: &[String],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Decision {
    if let Some(node) = state.node() {
        fresh(node, key)?;
    }
    if endpoints.is_empty() || endpoints.iter().any(|endpoint| endpoint.trim().is_empty()) {
        return Err(Refusal::EndpointMissing);
    }
    Ok(vec![Fact::NodeAdmitted {
        key: key.clone(),
        endpoints: endpoints.to_vec(),
        on,
        at: ctx.now,
    }])
}

/// A key that has been used once is not used again, by nobody's mistake and by nobody's theft.
fn fresh(node: &Node, key: &NodeKey) -> Result<(), Refusal> {
    if node.keys.iter().any(|known| known.key == *key) { Err(Refusal::SameKey) } else { Ok(()) }
}

fn close(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Decision {
    let Command::CloseUnit { open_duties, successor, basis, on } = command else {
        return Err(Refusal::NoSuchUnit);
    };
    in_order(state, *on, ctx)?;
    stated(basis)?;
    if *successor == Some(state.agency) {
        return Err(Refusal::SuccessorIsItself);
    }
    if *open_duties > 0 && successor.is_none() {
        return Err(Refusal::DutiesOpen { open: *open_duties });
    }
    Ok(vec![Fact::UnitClosed { successor: *successor, basis: basis.clone(), on: *on, at: ctx.now }])
}
