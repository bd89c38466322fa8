//! The public events of the area: references, codes, numbers and dates, never names, texts or proofs.
//! A danger or the suspicion of a sham is told to the police, not to everybody: only the outcome is public.

use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_mediation_rules::Fact;
use jiefen_mediation_rules::agreement::{Draft, Form, Window};
use jiefen_mediation_rules::entrusted_mediation::{self as entrusted, Fact as Entrusted};
use jiefen_mediation_rules::matter::Fact as Matter;
use jiefen_mediation_rules::people_mediation::{Beginning, Ending, Fact as People};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1::FactHead;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_vocab::{DisputeKind, Outcome, TrackKind};
use jiff::civil::Date;
use serde::Serialize;

use crate::{Kind, industry, lawyer};

macro_rules! events {
    ($($message:ident = $fact:literal, $aggregate:literal;)*) => {
        /// The types of the events that this area announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.mediation.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.mediation.v1.", stringify!($message));
            const AGGREGATE: &'static str = $aggregate;
            const FACT: &'static str = $fact;
        })*
    };
}

trait Event: prost::Message {
    const KIND: &'static str;
    const AGGREGATE: &'static str;
    const FACT: &'static str;
}

events! {
    MediationApplied = "applied", "mediation";
    MediationConsented = "consented", "mediation";
    ConsentRefused = "consent_refused", "mediation";
    ConsentWithdrawn = "consent_withdrawn", "mediation";
    SessionHeld = "session_held", "mediation";
    MediationEnded = "ended", "mediation";
    ContractClosed = "contract_closed", "mediation";
    AgreementMade = "made", "agreement";
    ApplicationNoted = "application_noted", "agreement";
    ForceRaised = "force_raised", "agreement";
    ObligationPerformed = "obligation_performed", "agreement";
    ObligationBroken = "obligation_broken", "agreement";
    AgreementPerformed = "performed", "agreement";
    AgreementUnperformed = "unperformed", "agreement";
    MatterTaken = "taken", "matter";
    MatterTermBegun = "term_begun", "matter";
    MatterProgressed = "progressed", "matter";
    MatterConcluded = "concluded", "matter";
    MatterPassedBack = "passed_back", "matter";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: E::AGGREGATE, fact: E::FACT, payload })
}

/// The code of a value of a closed list, as it is stored.
pub fn code<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        Ok(_) | Err(_) => String::new(),
    }
}

fn day(on: Date) -> Option<jiefen_proto::jiefen::common::v1::Date> {
    Some(date_to(on))
}

/// How a people's mediation began.
pub fn beginning(by: Beginning) -> &'static str {
    match by {
        Beginning::Application { .. } => "application",
        Beginning::OwnInitiative => "own_initiative",
        Beginning::HandOff => "hand_off",
    }
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    match fact {
        Fact::PeopleMediation(fact) => people(told, fact),
        Fact::EntrustedMediation(fact) => entrusted(told, fact),
        Fact::Matter(fact) => matter(told, fact),
        Fact::IndustryMediation(fact) => industry::announce(told, fact),
        Fact::LawyerMediation(fact) => lawyer::announce(told, fact),
    }
}

fn on(told: &Told<'_>, basis: &str) -> Option<FactHead> {
    Some(head(told, basis))
}

fn people(told: &Told<'_>, fact: &People) -> Option<Announcement> {
    match fact {
        People::Opened { brief, by, on: since } => {
            applied(told, Kind::PeopleMediation, brief, beginning(*by).to_owned(), *since)
        }
        People::ConsentRefused { party, on: since, .. } => {
            tell(pb::ConsentRefused { head: on(told, "T-B-01"), party: *party, on: day(*since) })
        }
        People::ConsentWithdrawn { party, on: since, .. } => {
            withdrawn(told, "人民调解法23", *party, *since)
        }
        People::Accepted { rule, from, .. } => consented(told, Kind::PeopleMediation, rule, *from),
        People::SessionHeld { session } => held(told, "人民调解法22", session.no, session.on),
        People::AgreementInForce { draft, form, effective_on, windows } => {
            in_force(told, draft, *form, *effective_on, windows)
        }
        People::Ended { ending, on: since, open, kind, track } => match ending {
            Ending::Performed => tell(pb::AgreementPerformed {
                head: on(told, "人民调解法31"),
                on: day(*since),
            }),
            Ending::Unperformed => tell(pb::AgreementUnperformed {
                head: on(told, "人民调解法31"),
                obligations: open.clone(),
                on: day(*since),
            }),
            Ending::PartyRefused { .. }
            | Ending::Declined { .. }
            | Ending::Withdrawn { .. }
            | Ending::ConsentWithdrawn { .. }
            | Ending::Failed
            | Ending::TermOver
            | Ending::DeemedFailed
            | Ending::Danger
            | Ending::Sham
            | Ending::SuitAccepted => tell(pb::MediationEnded {
                head: on(told, "人民调解法26"),
                procedure: Kind::PeopleMediation.code().to_owned(),
                outcome: ending.outcome().code().to_owned(),
                kind: kind.code().to_owned(),
                on: day(*since),
                track: track.map(|track| track.code().to_owned()).unwrap_or_default(),
            }),
        },
        People::ApplicationNoted { .. }
        | People::ForceRaised { .. }
        | People::ObligationPerformed { .. }
        | People::ObligationBroken { .. } => after(told, fact),
        People::ConsentGiven { .. }
        | People::MediatorChosen { .. }
        | People::MediatorObjected { .. }
        | People::SessionScheduled { .. }
        | People::SlotsOffered { .. }
        | People::SlotsChosen { .. }
        | People::TermExtended { .. }
        | People::AppraisalBegun { .. }
        | People::AppraisalEnded { .. }
        | People::DangerReported { .. }
        | People::AgreementDrafted { .. }
        | People::DraftConfirmed { .. }
        | People::AgreementSigned { .. } => None,
    }
}

/// What becomes of an agreement in force.
fn after(told: &Told<'_>, fact: &People) -> Option<Announcement> {
    if let People::ApplicationNoted { window, on: since } = fact {
        let window = code(window);
        return tell(pb::ApplicationNoted { head: on(told, "T-B-06"), window, on: day(*since) });
    }
    if let People::ForceRaised { force, on: since } = fact {
        let force = code(force);
        return tell(pb::ForceRaised {
            head: on(told, "人民调解法33"), force, on: day(*since)
        });
    }
    if let People::ObligationPerformed { no, on: since, through, .. } = fact {
        return tell(pb::ObligationPerformed {
            head: on(told, "人民调解法31"),
            obligation: *no,
            on: day(*since),
            through: code(through),
        });
    }
    if let People::ObligationBroken { no, on: since, declared, .. } = fact {
        return tell(pb::ObligationBroken {
            head: on(told, "人民调解法31"),
            obligation: *no,
            on: day(*since),
            declared: *declared,
        });
    }
    None
}

/// A mediation came.
pub fn applied(
    told: &Told<'_>,
    kind: Kind,
    brief: &Brief,
    by: String,
    since: Date,
) -> Option<Announcement> {
    tell(pb::MediationApplied {
        head: on(told, came_by(kind)),
        procedure: kind.code().to_owned(),
        track: brief.track.code().to_owned(),
        kind: brief.kind.code().to_owned(),
        place: brief.place.to_string(),
        by,
        on: day(since),
    })
}

/// How its coming is grounded.
fn came_by(kind: Kind) -> &'static str {
    match kind {
        Kind::PeopleMediation => "人民调解法17",
        Kind::IndustryMediation => "四(四)6",
        Kind::LawyerMediation => "律师调解意见7",
        Kind::EntrustedMediation | Kind::Matter => "T-C-01",
    }
}

/// It was accepted, and its term runs.
pub fn consented(told: &Told<'_>, kind: Kind, rule: &str, from: Date) -> Option<Announcement> {
    tell(pb::MediationConsented {
        head: on(told, rule),
        procedure: kind.code().to_owned(),
        rule: rule.to_owned(),
        from: day(from),
    })
}

/// A party withdrew its consent.
pub fn withdrawn(told: &Told<'_>, basis: &str, party: u32, since: Date) -> Option<Announcement> {
    tell(pb::ConsentWithdrawn { head: on(told, basis), party, on: day(since) })
}

/// A session was held.
pub fn held(told: &Told<'_>, basis: &str, session: u32, since: Date) -> Option<Announcement> {
    tell(pb::SessionHeld { head: on(told, basis), session, on: day(since) })
}

fn in_force(
    told: &Told<'_>,
    draft: &Draft,
    form: Form,
    effective_on: Date,
    windows: &[Window],
) -> Option<Announcement> {
    let owed = draft.obligations.iter().map(|owed| pb::ObligationSet {
        obligation: owed.no,
        due_on: day(owed.due),
        immediate: owed.due == effective_on,
    });
    let basis = match form {
        Form::Written => "T-B-04",
        Form::Oral => "T-B-05",
    };
    tell(pb::AgreementMade {
        head: on(told, basis),
        procedure: Kind::PeopleMediation.code().to_owned(),
        form: code(&form),
        effective_on: day(effective_on),
        obligations: owed.collect(),
        windows: windows.iter().map(code).collect(),
    })
}

fn entrusted(told: &Told<'_>, fact: &Entrusted) -> Option<Announcement> {
    match fact {
        Entrusted::Opened { brief, mandate, on: since, .. } => {
            applied(told, Kind::EntrustedMediation, brief, code(mandate), *since)
        }
        Entrusted::FileSigned { on: since, rule, .. } => {
            consented(told, Kind::EntrustedMediation, rule, *since)
        }
        Entrusted::ConsentWithdrawn { party, on: since, .. } => {
            withdrawn(told, "特邀调解规定21", *party, *since)
        }
        Entrusted::SessionHeld { session } => held(told, "特邀调解规定15", session.no, session.on),
        Entrusted::ContractMade { on: since } => {
            made(told, Kind::EntrustedMediation, "contract".to_owned(), (*since, &[]))
        }
        Entrusted::Returned { ending, on: since, track } => returned(told, *ending, *since, *track),
        Entrusted::MediatorChosen { .. }
        | Entrusted::SessionScheduled { .. }
        | Entrusted::TermExtended { .. }
        | Entrusted::AppraisalBegun { .. }
        | Entrusted::AppraisalEnded { .. }
        | Entrusted::UndisputedRecorded { .. } => None,
    }
}

/// An agreement was made whose performance is followed elsewhere.
pub fn made(
    told: &Told<'_>,
    kind: Kind,
    form: String,
    (since, windows): (Date, &[Window]),
) -> Option<Announcement> {
    let basis = if kind == Kind::EntrustedMediation { "T-C-11" } else { "民法典119" };
    tell(pb::AgreementMade {
        head: on(told, basis),
        procedure: kind.code().to_owned(),
        form,
        effective_on: day(since),
        obligations: vec![],
        windows: windows.iter().map(code).collect(),
    })
}

/// An agreement stands, nothing more is asked here.
pub fn closed(told: &Told<'_>, confirmation: bool, since: Date) -> Option<Announcement> {
    tell(pb::ContractClosed { head: on(told, "T-C-11"), confirmation, on: day(since) })
}

/// A mediation under a named neutral ended without agreement.
pub fn over(
    told: &Told<'_>,
    kind: Kind,
    (outcome, matter, track): (Outcome, DisputeKind, TrackKind),
    since: Date,
) -> Option<Announcement> {
    tell(pb::MediationEnded {
        head: on(told, "T-C-12"),
        procedure: kind.code().to_owned(),
        outcome: outcome.code().to_owned(),
        kind: matter.code().to_owned(),
        on: day(since),
        track: track.code().to_owned(),
    })
}

fn returned(
    told: &Told<'_>,
    ending: entrusted::Ending,
    since: Date,
    track: Option<jiefen_vocab::TrackKind>,
) -> Option<Announcement> {
    let ended = |outcome: jiefen_vocab::Outcome| {
        tell(pb::MediationEnded {
            head: on(told, "T-C-02"),
            procedure: Kind::EntrustedMediation.code().to_owned(),
            outcome: outcome.code().to_owned(),
            kind: String::new(),
            on: day(since),
            track: track.map(|track| track.code().to_owned()).unwrap_or_default(),
        })
    };
    match ending {
        entrusted::Ending::Settled { by } => {
            made(told, Kind::EntrustedMediation, code(&by), (since, &[]))
        }
        entrusted::Ending::Contract { confirmation } => closed(told, confirmation, since),
        entrusted::Ending::Failed | entrusted::Ending::TermOver | entrusted::Ending::Sham => {
            ended(jiefen_vocab::Outcome::Failed)
        }
        entrusted::Ending::ConsentWithdrawn { .. } => ended(jiefen_vocab::Outcome::Withdrawn),
        entrusted::Ending::Declined { .. } => ended(jiefen_vocab::Outcome::Refused),
    }
}

fn matter(told: &Told<'_>, fact: &Matter) -> Option<Announcement> {
    match fact {
        Matter::Taken { brief, next, rule, from, on: since, .. } => tell(pb::MatterTaken {
            head: on(told, rule),
            track: brief.track.code().to_owned(),
            kind: brief.kind.code().to_owned(),
            place: brief.place.to_string(),
            rule: rule.clone(),
            from: day(*from),
            next_by: day(next.by),
            on: day(*since),
        }),
        Matter::TermBegun { rule, on: since } => {
            tell(pb::MatterTermBegun { head: on(told, rule), rule: rule.clone(), on: day(*since) })
        }
        Matter::Progressed { done, next } => tell(pb::MatterProgressed {
            head: on(told, "policy.progress_report"),
            on: day(done.on),
            next_by: day(next.by),
        }),
        Matter::Concluded { outcome, on: since, kind } => tell(pb::MatterConcluded {
            head: on(told, "限期办理"),
            outcome: outcome.code().to_owned(),
            kind: kind.code().to_owned(),
            on: day(*since),
        }),
        Matter::PassedBack { ground, proposal, on: since } => tell(pb::MatterPassedBack {
            head: on(told, "T-L-03"),
            ground: code(ground),
            track: proposal.track.code().to_owned(),
            on: day(*since),
        }),
        Matter::PersonNamed { .. } => None,
    }
}
