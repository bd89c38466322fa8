//! What may happen to a person's entry.

use jiefen_procedure::Circumstances;
use jiefen_vocab::{Agency, Role};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Calling, Card, Command, Fact, Ground, Manner, Refusal, Stage, State};
use jiefen_county::UnitKind;

type Decision = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Decision {
    use Command as C;
    let Some(state) = state else { return begin(command, ctx) };
    match (&state.stage, command) {
        (Stage::Listed | Stage::Off { .. }, C::AddPerson { .. }) => Err(Refusal::EntryExists),
        (
            Stage::Off { .. },
            C::AmendPerson { .. } | C::ConfirmPerson { .. } | C::TakeOff { .. } | C::FlagCheck,
        ) => Err(Refusal::AlreadyOff),
        (Stage::Listed, C::AmendPerson { keeper, twin, card, on }) => {
            may_write(state.unit, *keeper, ctx)?;
            in_order(state, *on, ctx)?;
            sound(card, state.unit_kind, *on)?;
            single(*twin)?;
            Ok(vec![Fact::PersonAmended { card: card.clone(), on: *on }])
        }
        (Stage::Listed, C::ConfirmPerson { keeper, on }) => {
            may_write(state.unit, *keeper, ctx)?;
            in_order(state, *on, ctx)?;
            Ok(vec![Fact::PersonConfirmed { on: *on }])
        }
        (Stage::Listed, C::TakeOff { keeper, ground, note, on }) => {
            may_write(state.unit, *keeper, ctx)?;
            in_order(state, *on, ctx)?;
            grounded(&state.card, *ground, note, *on)?;
            Ok(vec![Fact::PersonTakenOff { ground: *ground, note: note.clone(), on: *on }])
        }
        (Stage::Listed, C::FlagCheck) => Ok(vec![Fact::CheckFellDue { on: ctx.today() }]),
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decision {
    match command {
        Command::AddPerson { unit, unit_kind, keeper, twin, card, on } => {
            may_write(*unit, *keeper, ctx)?;
            if *on > ctx.today() {
                return Err(Refusal::DateInFuture);
            }
            sound(card, *unit_kind, *on)?;
            single(*twin)?;
            let (unit, unit_kind, card) = (*unit, *unit_kind, card.clone());
            Ok(vec![Fact::PersonAdded { unit, unit_kind, card, on: *on }])
        }
        Command::AmendPerson { .. }
        | Command::ConfirmPerson { .. }
        | Command::TakeOff { .. }
        | Command::FlagCheck => Err(Refusal::NoSuchEntry),
    }
}

/// The registrar at the office that keeps the register writes every roster; whoever leads a unit writes its own.
fn may_write(unit: Agency, keeper: Agency, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let actor = ctx.actor;
    let keeps = actor.agency == keeper && actor.role == Role::Registrar;
    if keeps || actor.agency == unit { Ok(()) } else { Err(Refusal::NotYourRoster) }
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

fn single(twin: bool) -> Result<(), Refusal> {
    if twin { Err(Refusal::ListedTwice) } else { Ok(()) }
}

/// Whether what is written can stand on the roster of such a unit.
fn sound(card: &Card, unit: UnitKind, on: Date) -> Result<(), Refusal> {
    if card.name.reveal().trim().is_empty() {
        return Err(Refusal::NameMissing);
    }
    if !card.calling.is_of(unit) {
        return Err(Refusal::WrongUnit);
    }
    if !card.manner.fits(card.calling) {
        return Err(Refusal::WrongManner);
    }
    if card.appointed_by.trim().is_empty() || card.basis.trim().is_empty() {
        return Err(Refusal::BasisMissing);
    }
    if card.appointed_on > on {
        return Err(Refusal::DateInFuture);
    }
    if card.since < card.appointed_on {
        return Err(Refusal::AppointedLater);
    }
    term(card)?;
    qualified(card, on)
}

/// A committee's members are elected for three years and may be elected again (人民调解法 9).
fn term(card: &Card) -> Result<(), Refusal> {
    let elected = card.manner == Manner::Elected;
    match card.until {
        Some(until) if until < card.since => Err(Refusal::TermInverted),
        Some(until) if elected => {
            let last = card.since.checked_add(3.years()).unwrap_or(Date::MAX);
            if until > last { Err(Refusal::TermTooLong { last }) } else { Ok(()) }
        }
        None if elected => Err(Refusal::TermMissing),
        Some(_) | None => Ok(()),
    }
}

/// Whether the person may be one, as far as it is written.
fn qualified(card: &Card, on: Date) -> Result<(), Refusal> {
    if !card.checked {
        return Err(Refusal::NotChecked);
    }
    match card.calling {
        // 特邀调解规定 7: trained before the entry.
        Calling::Invited if card.trained_on.is_none_or(|day| day > on) => Err(Refusal::NotTrained),
        Calling::Lawyer if card.certificate.trim().is_empty() => Err(Refusal::LicenceMissing),
        Calling::FullTime
        | Calling::PartTime
        | Calling::Industry
        | Calling::Lawyer
        | Calling::Invited
        | Calling::InvitedOrganisation
        | Calling::Arbitrator => Ok(()),
    }
}

fn grounded(card: &Card, ground: Ground, note: &str, on: Date) -> Result<(), Refusal> {
    if !ground.fits(card.calling) {
        return Err(Refusal::GroundUnfit);
    }
    if ground == Ground::TermEnded && card.until.is_none_or(|until| on < until) {
        return Err(Refusal::TermRuns);
    }
    if ground.needs_note() && note.trim().is_empty() {
        return Err(Refusal::NoteMissing);
    }
    Ok(())
}
