//! The law of the umbrella: which command may follow which stage. The chart says where a command has a
//! place; each command's own function says on which conditions.

use jiefen_procedure::Circumstances;

use super::command::Command as C;
use super::common::Decided;
use super::refusal::Refusal;
use super::state::State;
use super::{arrive, chart, designate, finish, handoff, levels, result, roles, sort, suit};

/// The facts that follow from a command, or why it is refused.
pub fn decide(state: Option<&State>, command: &C, ctx: &Circumstances<'_>) -> Decided {
    let name = roles::name(command);
    let stage = state.map_or("", |state| state.stage.code());
    if !chart::stands(stage, name) {
        return Err(misplaced(state, name));
    }
    let s = || state.ok_or(Refusal::NotBegun { command: name });
    match command {
        C::ReportSignal(order) => arrive::report_signal(order, ctx),
        C::RecordInquiry(order) => arrive::record_inquiry(state, order, ctx),
        C::TakeOver(order) => arrive::take_over(order, ctx),
        C::Register(order) => arrive::register(s()?, order, ctx),
        C::TurnAway(advice) => arrive::turn_away(s()?, advice, ctx),
        C::MarkDuplicate(order) => sort::mark_duplicate(s()?, order, ctx),
        C::Unmerge { reason } => sort::unmerge(s()?, reason, ctx),
        C::Absorb(order) => sort::absorb(s()?, order, ctx),
        C::Release { dispute } => sort::release(s()?, *dispute),
        C::Link { dispute } => sort::link(s()?, *dispute),
        C::Split(order) => sort::split(s()?, *order),
        C::Classify(order) => sort::classify(s()?, order, ctx),
        C::OfferRoutes { routes } => sort::offer_routes(s()?, routes, ctx),
        C::ChooseRoute(choice) => sort::choose_route(s()?, choice, ctx),
        C::FileSuit(order) => suit::file_suit(s()?, order, ctx),
        C::AcceptOwn(order) => designate::accept_own(s()?, order, ctx),
        C::RequestDesignation(order) => designate::request_designation(s()?, order, ctx),
        C::DesignateUnit(order) => designate::designate_unit(s()?, order, ctx),
        C::DesignateLead(order) => designate::designate_lead(s()?, order, ctx),
        C::Object(order) => designate::object(s()?, order, ctx),
        C::ConfirmDesignation(order) => designate::confirm_designation(s()?, order, ctx),
        C::Refer(offer) => handoff::refer(s()?, offer, ctx),
        C::NoteOffered(offer) => handoff::note_offered(s()?, offer, ctx),
        C::NoteAccepted(order) => handoff::note_accepted(s()?, order, ctx),
        C::NoteDeclined(order) => handoff::note_declined(s()?, *order, ctx),
        C::NoteExpired { unit } => handoff::note_expired(s()?, *unit, ctx),
        C::NoteRecalled { unit, reason } => handoff::note_recalled(s()?, *unit, reason, ctx),
        C::NoteProgress(report) => handoff::note_progress(s()?, report, ctx),
        C::NoteTask(end) => handoff::note_task(s()?, *end, ctx),
        C::NoteResult(report) => result::note_result(s()?, report, ctx),
        C::EscalateCrossRegion { reason } => levels::escalate_cross_region(s()?, reason, ctx),
        C::EscalateLevel { ground, reason } => levels::escalate_level(s()?, *ground, reason, ctx),
        C::ReturnDown { unit, guidance } => levels::return_down(s()?, *unit, guidance, ctx),
        C::Suspend(order) => levels::suspend(s()?, order, ctx),
        C::Resume { proof, on } => levels::resume(s()?, proof, *on, ctx),
        C::Withdraw(order) => finish::withdraw(s()?, order, ctx),
        C::RecordAgreement(order) => result::record_agreement(s()?, order, ctx),
        C::RecordDecision(order) => result::record_decision(s()?, order, ctx),
        C::EndUnresolved(order) => result::end_unresolved(s()?, *order, ctx),
        C::FollowUp => finish::follow_up(s()?, ctx),
        C::ConfirmPerformance(order) => finish::confirm_performance(s()?, order, ctx),
        C::ReportBreach { obligation, on } => finish::report_breach(s()?, *obligation, *on, ctx),
        C::ServeNotice(order) => finish::serve_notice(s()?, order, ctx),
        C::AnswerChannel { door, on } => finish::answer_channel(s()?, *door, *on, ctx),
        C::RecordConsent { consent } => finish::record_consent(s()?, consent, ctx),
        C::NameRepresentatives { parties } => finish::name_representatives(s()?, parties),
        C::NamePerson { person } => finish::name_person(s()?, person, ctx),
        C::Close { result, file_complete } => finish::close(s()?, *result, *file_complete, ctx),
        C::RecordVisit { on, satisfied } => finish::record_visit(s()?, *on, *satisfied, ctx),
        C::Archive => Ok(finish::archive(ctx)),
        C::Reopen(order) => finish::reopen(s()?, order, ctx),
        C::Chase { clock } => finish::chase(s()?, clock, ctx),
        C::NoteLapsed { clock } => finish::note_lapsed(s()?, clock, ctx),
    }
}

fn misplaced(state: Option<&State>, command: &'static str) -> Refusal {
    let Some(state) = state else { return Refusal::NotBegun { command } };
    let code = state.stage.code();
    Refusal::WrongStage { stage: state.stage.zh(), code, command, allowed: chart::allowed(code) }
}
