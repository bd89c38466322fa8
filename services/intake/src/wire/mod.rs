//! Requests of the counter, parsed once.

mod inquiry;
mod ledger;
mod own;
mod papers;
mod parts;

use jiefen_intake_rules::dispute::{Command, orders, parts as law};
use jiefen_ledger::Error;
use jiefen_ledger::serve::{App, Parsed};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{DisputeId, Private};

pub use crate::citizen::answer_citizen_request;
use crate::{IntakeArea, case_id};
pub use inquiry::{ask_inquiry, carry_on_inquiry, chase_inquiry, turn_away_inquiry};
pub use ledger::{LedgerRow, ledger_row};
pub use own::{end_unresolved, record_agreement, record_decision};
pub use papers::{named_representatives, split};
pub use parts::content;
pub(crate) use parts::text;
use parts::{TEXT, agency, code, door, route};

type Outcome = Result<Parsed<IntakeArea>, Error>;

/// A command on the case that the head names.
fn on<C: Into<jiefen_intake_rules::Command>>(
    head: Option<&jiefen_proto::jiefen::common::v1::CommandHead>,
    fields: Fields,
    command: Option<C>,
) -> Outcome {
    let case = App::<IntakeArea>::named(head);
    let command = fields.done(command)?;
    Ok(Parsed { case: case?, command: command.into() })
}

/// A new code for a dispute; its text sorts by time.
pub(crate) fn fresh() -> DisputeId {
    DisputeId::from_bits(uuid::Uuid::now_v7().as_u128())
}

macro_rules! arrival {
    ($verb:ident, $request:ident, $command:ident) => {
        /// Begins a dispute.
        ///
        /// # Errors
        /// Every wrong field.
        pub fn $verb(m: &pb::$request) -> Outcome {
            let mut fields = Fields::new();
            let given = fields.parse_optional::<DisputeId>("dispute", &m.dispute);
            let dispute = given.unwrap_or_else(fresh);
            let channel = fields.parse("channel", &m.channel);
            let kind = fields.parse("kind", &m.kind);
            let place = fields.parse("place", &m.place);
            let summary = fields.text("summary", &m.summary, TEXT);
            let day = fields.date("on", m.on.as_ref());
            let arrival = (|| {
                Some(orders::Arrival {
                    dispute,
                    channel: channel?,
                    number: text(&m.number),
                    kind: kind?,
                    place: place?,
                    summary: Private::new(summary?),
                    parties: vec![],
                    on: day?,
                })
            })();
            let arrival = fields.done(arrival)?;
            let command = Command::$command(Box::new(arrival));
            Ok(Parsed { case: case_id(dispute), command: command.into() })
        }
    };
}

arrival!(record_inquiry, RecordInquiryRequest, RecordInquiry);
arrival!(report_signal, ReportSignalRequest, ReportSignal);

/// One verb: its request, and how its command is made of the fields.
macro_rules! verb {
    ($verb:ident, $request:ident, |$m:ident, $fields:ident| $body:expr) => {
        /// Parses the request of this verb.
        ///
        /// # Errors
        /// Every wrong field.
        pub fn $verb($m: &pb::$request) -> Outcome {
            #[allow(unused_mut)] // a verb without fields parses none
            let mut $fields = Fields::new();
            let command = jiefen_ledger::wire::made(|| Some($body));
            on($m.head.as_ref(), $fields, command)
        }
    };
}

verb!(register, RegisterRequest, |m, fields| {
    let content = content(&mut fields, m.content.as_ref());
    let identity = parts::identity(&mut fields, &m.identity, &m.identity_reason);
    Command::Register(Box::new(orders::Registration {
        content: content?,
        identity: identity?,
        imported: None,
    }))
});
verb!(turn_away, TurnAwayRequest, |m, fields| {
    let given = (m.why.as_str(), m.answer.as_str(), m.signed_by.as_str(), m.on.as_ref());
    Command::TurnAway(parts::advice(&mut fields, given, m.sends_elsewhere)?)
});
verb!(classify, ClassifyRequest, |m, fields| {
    let kind = fields.parse("kind", &m.kind);
    let other_places = fields.parse_all("other_places", &m.other_places);
    let flags = fields.parse_all("flags", &m.flags);
    let risk = code(&mut fields, "risk", &m.risk);
    let statutory = fields.parse_optional("statutory", &m.statutory);
    let why = fields.text("why", &m.why, 2000);
    Command::Classify(Box::new(orders::Classification {
        kind: kind?,
        other_places,
        flags,
        risk: risk?,
        statutory,
        why: why?,
    }))
});
verb!(offer_routes, OfferRoutesRequest, |m, fields| {
    let mut routes = Vec::new();
    for (n, item) in m.routes.iter().enumerate() {
        routes.extend(route(&mut fields, n, item));
    }
    Command::OfferRoutes { routes }
});
verb!(choose_route, ChooseRouteRequest, |m, fields| {
    let track = fields.parse("track", &m.track);
    let day = fields.date("on", m.on.as_ref());
    Command::ChooseRoute(law::RouteChoice {
        party: m.party,
        track: track?,
        insists: m.insists,
        on: day?,
    })
});
verb!(accept_own, AcceptOwnRequest, |m, fields| {
    let track = fields.parse("track", &m.track);
    let power = fields.text("power", &m.power, 200);
    let person = fields.text("person", &m.person, 64);
    Command::AcceptOwn(orders::Own { track: track?, power: power?, person: person? })
});
verb!(refer, ReferRequest, |m, fields| {
    let unit = agency(&mut fields, "unit", &m.unit);
    let track = fields.parse("track", &m.track);
    let mode = code(&mut fields, "mode", &m.mode);
    let basis = fields.text("basis", &m.basis, 200);
    Command::Refer(orders::Offered { unit: unit?, track: track?, mode: mode?, basis: basis? })
});
verb!(request_designation, RequestDesignationRequest, |m, fields| {
    let reasons = fields.text("reasons", &m.reasons, 2000);
    let proposal = fields.parse_optional("proposal", &m.proposal);
    Command::RequestDesignation(orders::Request { reasons: reasons?, proposal })
});
verb!(designate_unit, DesignateUnitRequest, |m, fields| {
    let unit = agency(&mut fields, "unit", &m.unit);
    let track = fields.parse("track", &m.track);
    let basis = fields.text("basis", &m.basis, 200);
    let (unit, track, basis) = (unit?, track?, basis?);
    Command::DesignateUnit(orders::Naming { unit, track, co_units: vec![], basis })
});
verb!(designate_lead, DesignateLeadRequest, |m, fields| {
    let unit = agency(&mut fields, "unit", &m.unit);
    let track = fields.parse("track", &m.track);
    let basis = fields.text("basis", &m.basis, 200);
    let mut co_units = Vec::new();
    for (n, item) in m.co_units.iter().enumerate() {
        let unit = agency(&mut fields, &format!("co_units[{n}].unit"), &item.unit);
        let task = fields.text(&format!("co_units[{n}].task"), &item.task, 500);
        co_units.extend(unit.zip(task).map(|(unit, task)| law::CoUnit { unit, task }));
    }
    let (unit, track, basis) = (unit?, track?, basis?);
    Command::DesignateLead(orders::Naming { unit, track, co_units, basis })
});
verb!(escalate_cross_region, EscalateCrossRegionRequest, |m, fields| {
    Command::EscalateCrossRegion { reason: fields.text("reason", &m.reason, 2000)? }
});
verb!(escalate_level, EscalateLevelRequest, |m, fields| {
    let ground = code(&mut fields, "ground", &m.ground);
    let reason = fields.text("reason", &m.reason, 2000);
    Command::EscalateLevel { ground: ground?, reason: reason? }
});
verb!(return_down, ReturnDownRequest, |m, fields| {
    let unit = agency(&mut fields, "unit", &m.unit);
    let guidance = fields.text("guidance", &m.guidance, 2000);
    Command::ReturnDown { unit: unit?, guidance: guidance? }
});
verb!(mark_duplicate, MarkDuplicateRequest, |m, fields| {
    let of = fields.parse("of", &m.of);
    let (same_parties, same_facts) = (m.same_parties, m.same_facts);
    Command::MarkDuplicate(orders::Duplicate { of: of?, same_parties, same_facts })
});
verb!(absorb, AbsorbRequest, |m, fields| {
    let dispute = fields.parse("dispute", &m.dispute);
    let interrupted_on = fields.date("interrupted_on", m.interrupted_on.as_ref());
    let mut doors = Vec::new();
    for (n, item) in m.doors.iter().enumerate() {
        doors.extend(door(&mut fields, n, item));
    }
    let (dispute, interrupted_on) = (dispute?, interrupted_on?);
    Command::Absorb(orders::Absorption { dispute, doors, interrupted_on })
});
verb!(unmerge, UnmergeRequest, |m, fields| {
    Command::Unmerge { reason: fields.text("reason", &m.reason, 2000)? }
});
verb!(link, LinkRequest, |m, fields| {
    Command::Link { dispute: fields.parse("dispute", &m.dispute)? }
});
verb!(suspend, SuspendRequest, |m, fields| {
    let reason = code(&mut fields, "reason", &m.reason);
    let proof = fields.text("proof", &m.proof, 500);
    let day = fields.date("on", m.on.as_ref());
    Command::Suspend(orders::Rest { reason: reason?, proof: proof?, on: day? })
});
verb!(resume, ResumeRequest, |m, fields| {
    let proof = fields.text("proof", &m.proof, 500);
    let day = fields.date("on", m.on.as_ref());
    Command::Resume { proof: proof?, on: day? }
});
verb!(withdraw, WithdrawRequest, |m, fields| {
    Command::Withdraw(orders::Withdrawal {
        party: m.party,
        on: fields.date("on", m.on.as_ref())?,
        risk_checked: m.risk_checked,
        called_back: m.called_back,
        leave: text(&m.leave),
    })
});
verb!(record_consent, RecordConsentRequest, |m, fields| {
    let consent = parts::consent(&mut fields, "consent", m.consent.as_ref());
    Command::RecordConsent { consent: consent? }
});
verb!(name_person, NamePersonRequest, |m, fields| {
    Command::NamePerson { person: fields.text("person", &m.person, 64)? }
});
verb!(follow_up, FollowUpRequest, |m, fields| Command::FollowUp);
verb!(confirm_performance, ConfirmPerformanceRequest, |m, fields| {
    let proof = fields.text("proof", &m.proof, 500);
    let day = fields.date("on", m.on.as_ref());
    Command::ConfirmPerformance(orders::Performance {
        obligation: m.obligation,
        proof: proof?,
        on: day?,
        file_complete: m.file_complete,
    })
});
verb!(report_breach, ReportBreachRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::ReportBreach { obligation: m.obligation, on: day? }
});
verb!(serve_notice, ServeNoticeRequest, |m, fields| {
    let proof = parts::proof(&mut fields, &m.proof, &m.record);
    let day = fields.date("on", m.on.as_ref());
    let (notice, party) = (m.notice, m.party);
    Command::ServeNotice(orders::Service { notice, party, proof: proof?, on: day? })
});
verb!(answer_channel, AnswerChannelRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::AnswerChannel { door: m.door, on: day? }
});
verb!(close, CloseRequest, |m, fields| {
    let result = code(&mut fields, "result", &m.result);
    Command::Close { result: result?, file_complete: m.file_complete }
});
verb!(record_visit, RecordVisitRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    Command::RecordVisit { on: day?, satisfied: m.satisfied }
});
verb!(archive, ArchiveRequest, |m, fields| Command::Archive);
verb!(reopen, ReopenRequest, |m, fields| {
    let ground = code(&mut fields, "ground", &m.ground);
    let reasons = fields.text("reasons", &m.reasons, 2000);
    let day = fields.date("on", m.on.as_ref());
    Command::Reopen(orders::Reopening {
        ground: ground?,
        reasons: reasons?,
        ended_by_law: m.ended_by_law,
        on: day?,
    })
});
