//! What may follow what: the table, and the way to each step.

use jiefen_procedure::Circumstances;

use super::{Command, Fact, Refusal, Stage, State, steps, tell};

pub(super) type Decided = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    use Command as C;
    let Some(s) = state else { return begin(command, ctx) };
    place(s.stage, command)?;
    match command {
        C::ReportSignal { .. } => Err(Refusal::AlreadyBegun),
        C::JoinSignal { signal } => steps::join(s, signal, ctx),
        C::Verify { holds, level, finding, at } => {
            steps::verify(s, (*holds, *level), finding, *at, ctx)
        }
        C::SetLevel { level, why, at } => steps::set_level(s, *level, why, *at, ctx),
        C::RecordContact { at } => steps::contact(s, *at, ctx),
        C::PrepareLanes { lanes, at } => steps::prepare(s, lanes, *at, ctx),
        C::CallOut { lanes, commander, at } => steps::call_out(s, lanes, commander, *at, ctx),
        C::RecordArrival { unit, at } => steps::arrive(s, *unit, *at, ctx),
        C::TakeMeasure { measure } => steps::take_measure(s, measure, ctx),
        C::ReportSituation { people, text, at } => steps::situation(s, *people, text, *at, ctx),
        C::ReportUp { to, skips, text, people, at } => {
            steps::report_up(s, *to, skips.as_deref(), (text, *people), *at, ctx)
        }
        C::LinkDispute { dispute, at } => {
            steps::timely(s, *at, ctx)?;
            Ok(vec![Fact::DisputeLinked { dispute: *dispute, at: *at }])
        }
        C::CloseLane { lane, result, at } => steps::close_lane(s, *lane, result, *at, ctx),
        C::StandDown { why, at } => steps::stand_down(s, why, *at, ctx),
        C::Lift { why, at } => steps::lift(s, why, *at, ctx),
        C::Review { review, at } => steps::review(s, review, *at, ctx),
        C::FlagLate { clock } => steps::flag_late(s, clock, ctx),
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decided {
    match command {
        Command::ReportSignal { signal, disputes } => steps::report_signal(signal, disputes, ctx),
        Command::JoinSignal { .. }
        | Command::Verify { .. }
        | Command::SetLevel { .. }
        | Command::RecordContact { .. }
        | Command::PrepareLanes { .. }
        | Command::CallOut { .. }
        | Command::RecordArrival { .. }
        | Command::TakeMeasure { .. }
        | Command::ReportSituation { .. }
        | Command::ReportUp { .. }
        | Command::LinkDispute { .. }
        | Command::CloseLane { .. }
        | Command::StandDown { .. }
        | Command::Lift { .. }
        | Command::Review { .. }
        | Command::FlagLate { .. } => Err(Refusal::NotBegun),
    }
}

/// The table: which command has its place in which stage. A new stage does not compile before every pair is
/// answered.
#[rustfmt::skip] // a table
fn place(stage: Stage, command: &Command) -> Result<(), Refusal> {
    use Command as C;
    use Stage as S;
    match (stage, command) {
        (_, C::ReportSignal { .. })
        | (S::Signalled, C::Verify { .. })
        | (S::Signalled | S::Warned { .. }, C::RecordContact { .. })
        | (S::Warned { .. }, C::SetLevel { .. } | C::PrepareLanes { .. } | C::CallOut { .. } | C::Lift { .. })
        | (S::Signalled | S::Warned { .. } | S::CalledOut | S::OnSite, C::JoinSignal { .. })
        | (S::Warned { .. } | S::CalledOut | S::OnSite, C::ReportSituation { .. } | C::ReportUp { .. })
        | (S::Warned { .. } | S::CalledOut | S::OnSite | S::StoodDown, C::LinkDispute { .. })
        | (S::CalledOut, C::RecordArrival { .. })
        | (S::CalledOut | S::OnSite, C::TakeMeasure { .. } | C::CloseLane { .. } | C::StandDown { .. })
        | (S::StoodDown, C::Review { .. })
        | (S::Signalled | S::Warned { .. } | S::CalledOut | S::OnSite | S::StoodDown, C::FlagLate { .. }) => Ok(()),
        (S::Reviewed | S::Lifted | S::Unfounded,
         C::JoinSignal { .. } | C::Verify { .. } | C::SetLevel { .. } | C::RecordContact { .. }
         | C::PrepareLanes { .. } | C::CallOut { .. } | C::RecordArrival { .. } | C::TakeMeasure { .. }
         | C::ReportSituation { .. } | C::ReportUp { .. } | C::LinkDispute { .. } | C::CloseLane { .. }
         | C::StandDown { .. } | C::Lift { .. } | C::Review { .. } | C::FlagLate { .. }) => Err(Refusal::Over),
        (S::Warned { .. } | S::CalledOut | S::OnSite | S::StoodDown, C::Verify { .. })
        | (S::CalledOut | S::OnSite | S::StoodDown, C::RecordContact { .. })
        | (S::Signalled | S::CalledOut | S::OnSite | S::StoodDown,
           C::SetLevel { .. } | C::PrepareLanes { .. } | C::CallOut { .. } | C::Lift { .. })
        | (S::StoodDown, C::JoinSignal { .. })
        | (S::Signalled | S::StoodDown, C::ReportSituation { .. } | C::ReportUp { .. })
        | (S::Signalled, C::LinkDispute { .. })
        | (S::Signalled | S::Warned { .. } | S::OnSite | S::StoodDown, C::RecordArrival { .. })
        | (S::Signalled | S::Warned { .. } | S::StoodDown,
           C::TakeMeasure { .. } | C::CloseLane { .. } | C::StandDown { .. })
        | (S::Signalled | S::Warned { .. } | S::CalledOut | S::OnSite, C::Review { .. }) => {
            Err(Refusal::WrongStage(tell::next(stage).0))
        }
    }
}
