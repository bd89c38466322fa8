//! What a party sees of her dispute: who has it, where it stands, the limits that run, what she has asked. Of the
//! other parties nothing: no name, no number, not even how many they are.

use jiefen_intake_rules::Case;
use jiefen_intake_rules::citizen_request::{self, About, At};
use jiefen_intake_rules::dispute::clocks::{family, open_offer};
use jiefen_intake_rules::dispute::{State, suit};
use jiefen_ledger::entity::clocks;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Error, Identity, Look};
use jiefen_procedure::matrix;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Agency, Private, Region};
use jiff::civil::Date;
use tonic::Status;

use super::{prove, words};
use crate::IntakeArea;

/// Who files online is the first party.
pub const APPLICANT: u32 = 1;
/// So many complaints and suggestions of a party wait for their answer at once.
const WAITING: usize = 3;
/// What a court is called in a code.
const COURT: &str = "court";
/// Limits of the unit's own housekeeping: nobody outside waits for them.
const INNER: &[&str] = &["closing", "resume_check"];

/// The umbrella of a case.
///
/// # Errors
/// The case is none.
pub fn dispute(view: &CaseView<IntakeArea>) -> Result<&State, Error> {
    match &view.state {
        Case::Dispute(state) => Ok(state),
        Case::Inquiry(_)
        | Case::MassIncident(_)
        | Case::RiskCase(_)
        | Case::Screening(_)
        | Case::Watch(_)
        | Case::Request(_) => Err(missing("纠纷", "dispute", view)),
    }
}

/// What a party may ask now, whatever waits for an answer.
pub fn may(state: &State, party: u32) -> Vec<About> {
    let mediated = state.running_tracks().any(|track| matrix::is_mediation(track.kind));
    let lawful = |about: &About| match about {
        About::Complaint | About::Suggestion => true,
        // A party asks by telephone, or writes without naming her dispute.
        About::Question => false,
        About::OtherMediator => mediated,
        // She asks in every stage; when the withdrawal itself has its place, the law of the dispute says.
        About::Withdrawal => {
            prove::applies(state, party) && !state.withdrawn.contains(&party) && state.stage.open()
        }
    };
    About::ALL.into_iter().filter(lawful).collect()
}

/// The same, less what already waits: one request of each kind, a few complaints and suggestions.
pub fn may_yet(state: &State, party: u32, all: &[CaseView<IntakeArea>]) -> Vec<About> {
    let open = |about: About| {
        let own = own_requests(all, party).map(|(_, own)| own);
        own.filter(|own| own.about == about && own.stage == At::Lodged).count()
    };
    let free = |about: &About| match about {
        About::Complaint | About::Suggestion | About::Question => open(*about) < WAITING,
        About::OtherMediator | About::Withdrawal => open(*about) == 0,
    };
    may(state, party).into_iter().filter(free).collect()
}

/// Where a dispute stands, for one of its parties.
///
/// # Errors
/// The case is no dispute.
pub fn tracked(
    view: &CaseView<IntakeArea>,
    all: &[CaseView<IntakeArea>],
    (party, looks): (u32, &[Look]),
    identity: &Identity,
) -> Result<pb::TrackedDispute, Error> {
    let state = dispute(view)?;
    let clocks = limits(view, party, identity);
    let holder = view.holder.parse().unwrap_or(state.responsible.unit);
    let duties = clocks.iter().filter(|clock| !clock.yours);
    let by = duties.filter_map(|clock| clock.due).min_by_key(|day| (day.year, day.month, day.day));
    Ok(pb::TrackedDispute {
        receipt: state.receipt.to_string(),
        kind_zh: state.content.kind.zh().to_owned(),
        received_on: Some(date_to(state.own_inquiry.on)),
        holder: Some(unit(holder, identity)),
        offered_to: open_offer(state).map(|offered| unit(offered, identity)),
        state: state.stage.code().to_owned(),
        now_zh: words::now(&state.stage).to_owned(),
        next_zh: words::next(&state.stage).to_owned(),
        by,
        open: state.stage.open(),
        steps: steps(state),
        clocks,
        may: may_yet(state, party, all).into_iter().map(|about| about.code().to_owned()).collect(),
        requests: own_requests(all, party).map(|(view, own)| asked(view, own)).collect(),
        applicant: prove::applies(state, party),
        looks: looked(looks, identity),
        suit: way_to_court(state, (party, holder), identity),
    })
}

/// The court of a place: as the register says, else the county's by its code.
pub fn court(place: Region, identity: &Identity) -> Option<Agency> {
    match &identity.county {
        Some(county) => county.agency(COURT, place, identity.clock.now().day()),
        None => format!("{}.{COURT}", place.county()?).parse().ok(),
    }
}

/// The way to court, while this unit has the dispute: of what another one is working on, that one speaks.
fn way_to_court(
    state: &State,
    (party, holder): (u32, Agency),
    identity: &Identity,
) -> Option<pb::TrackedSuit> {
    let way = suit::open(state, party, identity.clock.now().day())?;
    let court = court(state.content.place, identity).filter(|_| holder == identity.me)?;
    Some(pb::TrackedSuit {
        court: Some(unit(court, identity)),
        basis: way.basis.to_owned(),
        caution_zh: way.caution.unwrap_or_default(),
    })
}

/// Who has looked, each post of a unit once a day.
fn looked(looks: &[Look], identity: &Identity) -> Vec<pb::TrackedLook> {
    let mut seen: Vec<&Look> = Vec::new();
    for look in looks {
        if !seen.contains(&look) {
            seen.push(look);
        }
    }
    let shown = |look: &Look| pb::TrackedLook {
        on: Some(date_to(look.day)),
        unit: unit(look.agency, identity).name,
        post_zh: look.role.zh().to_owned(),
    };
    seen.into_iter().map(shown).collect()
}

fn steps(state: &State) -> Vec<pb::TrackedStep> {
    let Some(done) = words::step(&state.stage) else { return Vec::new() };
    let step = |(at, zh): (usize, &&str)| {
        let stands = match at.cmp(&done) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "later",
        };
        pb::TrackedStep { zh: (*zh).to_owned(), state: stands.to_owned() }
    };
    words::STEPS.iter().enumerate().map(step).collect()
}

/// The limits that run, those of another party's rights left out.
fn limits(view: &CaseView<IntakeArea>, party: u32, identity: &Identity) -> Vec<pb::TrackedClock> {
    let own = |clock: &&clocks::Model| {
        let others = clock.key.strip_prefix("remedy:").is_some_and(|no| no != party.to_string());
        clock.state == "running" && !others && !INNER.contains(&family(&clock.key))
    };
    let shown = |clock: &clocks::Model| {
        let rule = identity.law.rule(&clock.rule).ok()?;
        Some(pb::TrackedClock {
            zh: words::limit(&clock.rule).unwrap_or(&rule.title.zh).to_owned(),
            due: day(&clock.due).map(date_to),
            provisional: clock.provisional,
            yours: clock.owner == "party",
            source: rule.source.clone(),
        })
    };
    view.clocks.iter().filter(own).filter_map(shown).collect()
}

/// The day of a limit, of one in hours the day on which it ends.
fn day(due: &str) -> Option<Date> {
    due.get(..10).and_then(|day| day.parse().ok())
}

/// A unit as people reach it: as the register says, or by its place.
pub fn unit(agency: Agency, identity: &Identity) -> pb::PublicUnit {
    let register = identity.county.as_ref().map(|county| county.on(identity.clock.now().day()));
    let profile = register.as_ref().and_then(|register| register.get(agency));
    let profile = profile.map(|entry| &entry.profile);
    pb::PublicUnit {
        agency: agency.to_string(),
        name: profile.map_or_else(|| words::unit(agency), |profile| profile.name.clone()),
        phone: profile.and_then(|profile| profile.phone.clone()).unwrap_or_default(),
        address: profile.and_then(|profile| profile.address.clone()).unwrap_or_default(),
    }
}

/// What a party has asked, newest first.
fn own_requests(
    all: &[CaseView<IntakeArea>],
    party: u32,
) -> impl Iterator<Item = (&CaseView<IntakeArea>, &citizen_request::State)> {
    all.iter().rev().filter_map(move |view| match &view.state {
        Case::Request(own) if own.party == party => Some((view, own.as_ref())),
        Case::Request(_)
        | Case::Dispute(_)
        | Case::Inquiry(_)
        | Case::MassIncident(_)
        | Case::RiskCase(_)
        | Case::Screening(_)
        | Case::Watch(_) => None,
    })
}

/// What was asked, as whoever asked it sees it.
pub fn asked(view: &CaseView<IntakeArea>, own: &citizen_request::State) -> pb::TrackedRequest {
    let running = view.clocks.iter().find(|clock| clock.state == "running");
    let asked = pb::TrackedRequest {
        about: own.about.code().to_owned(),
        about_zh: own.about.zh().to_owned(),
        on: Some(date_to(own.on)),
        text: own.text.reveal().clone(),
        due: running.and_then(|clock| day(&clock.due)).map(date_to),
        ..pb::TrackedRequest::default()
    };
    match &own.stage {
        At::Lodged => asked,
        At::Answered { answer, on, .. } => pb::TrackedRequest {
            answer: answer.reveal().clone(),
            answered_on: Some(date_to(*on)),
            ..asked
        },
    }
}

/// A letter with its code, as whoever wrote it sees it.
///
/// # Errors
/// The case is no letter.
pub fn letter(view: &CaseView<IntakeArea>) -> Result<(String, pb::TrackedRequest), Status> {
    let own = match &view.state {
        Case::Request(own) => Some(own),
        Case::Dispute(_)
        | Case::Inquiry(_)
        | Case::MassIncident(_)
        | Case::RiskCase(_)
        | Case::Screening(_)
        | Case::Watch(_) => None,
    };
    let found = own.and_then(|own| own.letter.as_ref().map(|letter| (letter.code, own)));
    let (code, own) = found.ok_or_else(|| missing("来件", "letter", view))?;
    Ok((code.to_string(), asked(view, own)))
}

/// A party's request, as the unit that answers it sees it.
///
/// # Errors
/// The case is no such request.
pub fn request(view: &CaseView<IntakeArea>) -> Result<pb::CitizenRequest, Status> {
    let Case::Request(own) = &view.state else {
        return Err(missing("当事人来件", "citizen's request", view).into());
    };
    let letter = own.letter.as_ref();
    let words = |text: Option<&Private<String>>| text.map(|text| text.reveal().clone());
    let seen = pb::CitizenRequest {
        head: Some(case_head(view)),
        dispute: own.dispute.map(|dispute| dispute.to_string()).unwrap_or_default(),
        code: letter.map(|letter| letter.code.to_string()).unwrap_or_default(),
        concerns: words(letter.and_then(|letter| letter.of.as_ref())).unwrap_or_default(),
        phone: words(letter.and_then(|letter| letter.phone.as_ref())).unwrap_or_default(),
        party: own.party,
        about: own.about.code().to_owned(),
        about_zh: own.about.zh().to_owned(),
        on: Some(date_to(own.on)),
        text: own.text.reveal().clone(),
        ..pb::CitizenRequest::default()
    };
    Ok(match &own.stage {
        At::Lodged => seen,
        At::Answered { answer, signed_by, on } => pb::CitizenRequest {
            answer: answer.reveal().clone(),
            signed_by: signed_by.clone(),
            answered_on: Some(date_to(*on)),
            ..seen
        },
    })
}

fn missing(what: &'static str, what_en: &'static str, view: &CaseView<IntakeArea>) -> Error {
    Error::NotFound { what, what_en, name: view.row.id.clone() }
}
