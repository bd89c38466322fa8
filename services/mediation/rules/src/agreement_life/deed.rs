//! What follows once the agreement binds: windows, more force, performance, breach and its routes.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiff::civil::Date;

use super::routes::sues_without_arbitration;
use super::{
    BreachRoute, Command, Deed, Ending, Fact, Level, OrderResult, State, Way, enforcement_from,
    routes, rows,
};
use crate::agreement::{Obligation, Subject, Through, Window};
use crate::refuse::{no, no_with};
use jiefen_procedure::words::Refusal;

/// The day of the event that a command reports; none: it happens now.
fn day_of(command: &Command) -> Option<Date> {
    match command {
        Command::NoteApplication { on, .. }
        | Command::NoteAcceptance { on }
        | Command::Strengthen { on }
        | Command::RefuseStrength { on }
        | Command::RecordPerformance { on, .. }
        | Command::ReportBreach { on, .. }
        | Command::AskCertificate { on, .. }
        | Command::Enforce { on, .. }
        | Command::EndEnforcement { on, .. }
        | Command::AskOrder { on, .. }
        | Command::NoteOrder { on, .. }
        | Command::Sue { on }
        | Command::Arbitrate { on }
        | Command::ResumePenalty { on }
        | Command::Renegotiate { on, .. }
        | Command::Annul { on, .. } => Some(*on),
        Command::Draft { .. }
        | Command::Adopt { .. }
        | Command::PutText { .. }
        | Command::ConfirmText { .. }
        | Command::Sign { .. }
        | Command::GiveUp
        | Command::CloseWindow { .. } => None,
    }
}

/// The facts of a command that the table allows here.
pub(super) fn decide(
    state: &State,
    deed: &Deed,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if let Some(on) = day_of(command) {
        happened(on, deed.agreement.effective_on, ctx.today())?;
    }
    match command {
        Command::Draft { .. }
        | Command::Adopt { .. }
        | Command::PutText { .. }
        | Command::ConfirmText { .. }
        | Command::Sign { .. }
        | Command::GiveUp => no(rows::IN_FORCE),
        Command::NoteApplication { way, by, submission, on } => {
            apply(state, deed, *way, by, *submission, *on, ctx)
        }
        Command::NoteAcceptance { on } => {
            Ok(vec![Fact::AcceptanceNoted { way: pending(deed)?, on: *on }])
        }
        Command::Strengthen { on } => {
            let way = pending(deed)?;
            Ok(vec![Fact::Strengthened { way, level: way.level(), on: *on }])
        }
        Command::RefuseStrength { on } => {
            Ok(vec![Fact::StrengthRefused { way: pending(deed)?, on: *on }])
        }
        Command::CloseWindow { window } => close(deed, *window, ctx),
        Command::RecordPerformance { no, on, through, proof } => {
            performed(deed, *no, *on, *through, proof)
        }
        Command::ReportBreach { no, on, declared } => broken(state, deed, *no, *on, *declared),
        Command::AskCertificate { no, on } => certificate(deed, *no, *on),
        Command::Enforce { no, on } => enforce(deed, *no, *on),
        Command::EndEnforcement { satisfied, on } => Ok(enforcement_ends(deed, *satisfied, *on)),
        Command::AskOrder { no, on } => ask_order(state, deed, *no, *on),
        Command::NoteOrder { result, on } => order_ends(deed, *result, *on),
        Command::Sue { on } => sue(state, deed, *on),
        Command::Arbitrate { on } => arbitrate(deed, *on),
        Command::ResumePenalty { on } if deed.level == Level::PublicOrder => {
            Ok(vec![end(deed, Ending::PenaltyResumed, *on)])
        }
        Command::ResumePenalty { .. } => no(rows::NO_PENALTY),
        Command::Renegotiate { hash, agreed, on } => renegotiate(state, deed, hash, agreed, *on),
        Command::Annul { paper, .. } if paper.trim().is_empty() => no(rows::PAPER_WANTED),
        Command::Annul { on, .. } => Ok(vec![end(deed, Ending::Void, *on)]),
    }
}

/// A party to a labour agreement that is not performed may ask for arbitration (劳动争议调解仲裁法 15).
fn arbitrate(deed: &Deed, on: Date) -> Result<Vec<Fact>, Refusal> {
    free(deed)?;
    if deed.level != Level::LabourAgreement {
        return no(rows::NO_ARBITRATION);
    }
    Ok(vec![end(deed, Ending::Arbitrated, on)])
}

fn end(deed: &Deed, ending: Ending, on: Date) -> Fact {
    Fact::Ended { ending, on, open: deed.agreement.outstanding() }
}

fn pending(deed: &Deed) -> Result<Way, Refusal> {
    deed.pending.map_or_else(|| no(rows::NOT_APPLIED), Ok)
}

/// Another way is not taken while an application for more force is being examined.
fn free(deed: &Deed) -> Result<(), Refusal> {
    match deed.pending {
        Some(way) => no_with(rows::BEING_EXAMINED, way.zh()),
        None => Ok(()),
    }
}

/// Why the court or the arbitral body is not open, Chinese.
fn why_not(deed: &Deed, way: Way) -> &'static str {
    let barred = [Subject::Status, Subject::Title, Subject::IpOwnership];
    let subjects = &deed.agreement.draft.subjects;
    match way {
        Way::Court if barred.iter().any(|one| subjects.contains(one)) => {
            "涉及身份关系、物权或者知识产权确权"
        }
        Way::Court | Way::Arbitral | Way::Notary => "不在可以申请的范围内，或者申请期间已过",
    }
}

/// All parties apply together, within the window, once (T-B-06, T-H-02, T-H-04); the notary needs money
/// or securities owed and the debtor's express submission (T-G-05).
fn apply(
    state: &State,
    deed: &Deed,
    way: Way,
    by: &[u32],
    submission: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    free(deed)?;
    if deed.level.enforcement().is_some() {
        return no_with(rows::FORCE_STANDS, deed.level.zh());
    }
    match way.window() {
        Some(key) => {
            let open = deed.agreement.windows.iter().find(|window| window.clock() == key);
            let Some(window) = open else {
                let why = why_not(deed, way);
                return no_with(rows::NOT_STRENGTHENABLE, format!("{}：{why}", way.zh()));
            };
            let last = ctx.last_day(window.rule(), deed.agreement.effective_on)?;
            if on > last {
                return no_with(rows::WINDOW_PAST, last);
            }
        }
        None => {
            let money = deed.agreement.draft.obligations.iter().all(|one| one.amount.is_some());
            if deed.level != Level::Contract || !money || !submission {
                return no(rows::NOT_NOTARISABLE);
            }
        }
    }
    match state.brief.parties.iter().find(|party| !by.contains(&party.no)) {
        Some(party) => no_with(rows::NOT_JOINT, party.no),
        None => Ok(vec![Fact::ApplicationNoted { way, on }]),
    }
}

fn close(deed: &Deed, window: Window, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    if !deed.agreement.windows.contains(&window) {
        return no_with(rows::WINDOW_NOT_OPEN, window.zh());
    }
    let last = ctx.last_day(window.rule(), deed.agreement.effective_on)?;
    if ctx.today() <= last {
        return no_with(rows::WINDOW_RUNS, last);
    }
    Ok(vec![Fact::WindowClosed { window, on: ctx.today() }])
}

fn owed(deed: &Deed, number: u32) -> Result<&Obligation, Refusal> {
    let Some(owed) = deed.agreement.obligation(number) else {
        return no_with(rows::NO_SUCH_OBLIGATION, number);
    };
    if deed.agreement.outstanding().contains(&number) {
        return Ok(owed);
    }
    no_with(rows::ALREADY_PERFORMED, number)
}

fn broken_one(deed: &Deed, number: u32) -> Result<&Obligation, Refusal> {
    let owed = owed(deed, number)?;
    if deed.agreement.broken.contains(&number) { Ok(owed) } else { no(rows::NOT_BROKEN) }
}

fn performed(
    deed: &Deed,
    no_: u32,
    on: Date,
    through: Through,
    proof: &str,
) -> Result<Vec<Fact>, Refusal> {
    owed(deed, no_)?;
    if proof.trim().is_empty() {
        return no(rows::PROOF_WANTED);
    }
    let mut facts = vec![Fact::Performed { no: no_, on, through, proof: proof.to_owned() }];
    if deed.order == Some(no_) {
        facts.push(Fact::OrderEnded { no: no_, result: OrderResult::Paid, on });
    }
    if deed.agreement.broken == [no_] {
        facts.push(Fact::Cleared { on });
    }
    if deed.agreement.outstanding() == [no_] {
        facts.push(over(deed, through, on));
    }
    Ok(facts)
}

/// Everything is done: by the parties themselves, or with the help of enforcement.
fn over(deed: &Deed, last: Through, on: Date) -> Fact {
    let forced = |through: Through| through == Through::Enforcement;
    let any = deed.agreement.performed.iter().any(|done| forced(done.through));
    let ending = if any || forced(last) { Ending::Enforced } else { Ending::Performed };
    Fact::Ended { ending, on, open: Vec::new() }
}

/// Broken is what was not done by its last day, or what the obligor says will not be done.
fn broken(
    state: &State,
    deed: &Deed,
    number: u32,
    on: Date,
    declared: bool,
) -> Result<Vec<Fact>, Refusal> {
    let one = owed(deed, number)?;
    if deed.agreement.broken.contains(&number) {
        return no_with(rows::ALREADY_BROKEN, number);
    }
    if !declared && on <= one.due {
        return no_with(rows::NOT_YET_DUE, one.due);
    }
    Ok(vec![Fact::Broken {
        no: number,
        on,
        level: deed.level,
        clock: enforcement_from(deed, one),
        routes: routes(state, deed, one),
    }])
}

/// Each instalment of a notarised instrument has its own certificate; asking for it interrupts that
/// instalment's two years (T-G-04).
fn certificate(deed: &Deed, number: u32, on: Date) -> Result<Vec<Fact>, Refusal> {
    broken_one(deed, number)?;
    if deed.level != Level::Notarised {
        return no(rows::NO_CERTIFICATE);
    }
    if deed.certificates.contains(&number) {
        return no_with(rows::CERTIFICATE_ASKED, number);
    }
    Ok(vec![Fact::CertificateAsked { no: number, on }])
}

fn enforce(deed: &Deed, number: u32, on: Date) -> Result<Vec<Fact>, Refusal> {
    let one = broken_one(deed, number)?;
    free(deed)?;
    if deed.order_effective {
        return Ok(vec![begun(number, format!("enforce:{number}"), on)]);
    }
    let Some((clock, _)) = enforcement_from(deed, one) else {
        return no_with(rows::NOT_ENFORCEABLE, deed.level.zh());
    };
    if deed.level == Level::Notarised && !deed.certificates.contains(&number) {
        return no(rows::CERTIFICATE_WANTED);
    }
    Ok(vec![begun(number, clock, on)])
}

fn begun(no: u32, clock: String, on: Date) -> Fact {
    Fact::EnforcementBegun { no, clock, on }
}

fn enforcement_ends(deed: &Deed, satisfied: bool, on: Date) -> Vec<Fact> {
    if !satisfied {
        return vec![Fact::EnforcementPaused { on }];
    }
    let through = Through::Enforcement;
    let proof = "执行结案通知".to_owned();
    let done = |no: &u32| Fact::Performed { no: *no, on, through, proof: proof.clone() };
    let mut facts: Vec<Fact> = deed.agreement.broken.iter().map(done).collect();
    facts.push(Fact::Cleared { on });
    if deed.agreement.outstanding().iter().all(|no| deed.agreement.broken.contains(no)) {
        facts.push(over(deed, through, on));
    }
    facts
}

/// A payment order where money is due and fixed (T-F-01); on a labour agreement only for wages, injury
/// costs, severance and damages (T-F-08).
fn ask_order(state: &State, deed: &Deed, number: u32, on: Date) -> Result<Vec<Fact>, Refusal> {
    let one = broken_one(deed, number)?;
    free(deed)?;
    if deed.order_lapsed || deed.order_effective {
        return no(rows::ORDER_ONCE);
    }
    if on <= one.due || !routes(state, deed, one).contains(&BreachRoute::PaymentOrder) {
        return no(rows::ORDER_NOT_OPEN);
    }
    Ok(vec![Fact::OrderAsked { no: number, on }])
}

fn order_ends(deed: &Deed, result: OrderResult, on: Date) -> Result<Vec<Fact>, Refusal> {
    let Some(number) = deed.order else { return no(rows::NO_ORDER) };
    match result {
        OrderResult::Lapsed | OrderResult::Effective => {
            Ok(vec![Fact::OrderEnded { no: number, result, on }])
        }
        OrderResult::Paid => performed(deed, number, on, Through::Enforcement, "支付令清偿凭证"),
    }
}

/// A suit on the agreement; on a labour agreement arbitration comes first, except where the law opens
/// the court (T-F-08; 劳动争议解释（一）51(2)). What can be enforced is not sued on.
fn sue(state: &State, deed: &Deed, on: Date) -> Result<Vec<Fact>, Refusal> {
    free(deed)?;
    if deed.level.enforcement().is_some() {
        return no_with(rows::ENFORCE_INSTEAD, deed.level.zh());
    }
    if !sues_without_arbitration(state, deed) {
        return no(rows::ARBITRATION_FIRST);
    }
    Ok(vec![end(deed, Ending::Sued, on)])
}

fn renegotiate(
    state: &State,
    deed: &Deed,
    hash: &str,
    agreed: &[u32],
    on: Date,
) -> Result<Vec<Fact>, Refusal> {
    if deed.level.enforcement().is_some() {
        return no_with(rows::ENFORCE_INSTEAD, deed.level.zh());
    }
    let old = &deed.agreement.draft.hash;
    if hash.len() != 64 || hash.eq_ignore_ascii_case(old) {
        return no(rows::SAME_TEXT);
    }
    match state.brief.parties.iter().find(|party| !agreed.contains(&party.no)) {
        Some(party) => no_with(rows::NOT_ALL_AGREED, party.no),
        None => Ok(vec![end(deed, Ending::Renegotiated, on)]),
    }
}
