//! Every guard bars at least one step: arrival, sorting, designation, hand-off.

use jiefen_handoff::{Ground, Mode};
use jiefen_vocab::{Flag, Outcome};

use super::super::bars::{TABLE, words};
use super::super::orders::{
    Absorption, Advice, Confirmation, Confirmer, Decline, Duplicate, LevelGround, Naming, Report,
    Request, Separation, SplitReason,
};
use super::super::parts::{CoUnit, RouteChoice};
use super::*;

/// A guard's name, the desk, the command that it bars.
pub type Case = (&'static str, Desk, Command);

/// A sample on a later day, with somebody at the desk.
pub fn later(sample: fn() -> Desk, today: Date, unit: &str, role: Role) -> Desk {
    let mut desk = sample();
    desk.then(today).by(unit, role);
    desk
}

fn changed(change: impl FnOnce(&mut super::super::orders::Arrival)) -> Command {
    let mut order = arrival(Channel::ZzTown, day(6, 1));
    change(&mut order);
    Command::RecordInquiry(Box::new(order))
}

fn advised(change: impl FnOnce(&mut Advice)) -> Command {
    let mut order = advice(day(6, 1));
    change(&mut order);
    Command::TurnAway(order)
}

fn sorted(change: impl FnOnce(&mut Classification)) -> Command {
    let mut order = classified(DisputeKind::Other);
    change(&mut order);
    Command::Classify(Box::new(order))
}

fn taken(change: impl FnOnce(&mut super::super::orders::TakeOver)) -> Command {
    let mut order = take_over();
    change(&mut order);
    Command::TakeOver(Box::new(order))
}

fn arriving() -> Vec<Case> {
    let empty = || Desk::on(day(6, 1));
    let mut nobody = empty();
    nobody.actor.person.clear();
    let mut system = registered();
    system.by(TOWN, Role::System);
    let same = |same_parties, of| Duplicate { of, same_parties, same_facts: true };
    let mut unnumbered = arrival(Channel::PetitionOffice, day(6, 1));
    unnumbered.number = None;
    let mut petition = empty();
    petition.ok(Command::RecordInquiry(Box::new(unnumbered)));
    let identity = Identity::None { because: " ".to_owned() };
    let content_of = content(DisputeKind::Neighbour);
    let no_reason = Registration { content: content_of, identity, imported: None };
    let mut county = Desk::on(day(6, 3));
    county.by(COUNTY, Role::CentreDirector);
    let split = Separation {
        new: DISPUTE,
        kind: DisputeKind::Consumer,
        reason: SplitReason::SeparateClaims,
    };
    vec![
        ("DATE_IN_FUTURE", empty(), changed(|order| order.on = day(6, 2))),
        ("PERSON_MISSING", nobody, inquiry(Channel::ZzTown, day(6, 1))),
        ("OTHER_DISPUTE", detected(), changed(|order| order.dispute = OTHER)),
        ("DATE_OUT_OF_ORDER", detected(), changed(|order| order.on = day(5, 31))),
        ("CHANNEL_NUMBER_MISSING", petition, register(content(DisputeKind::Neighbour))),
        ("REASON_MISSING", received(), Command::Register(Box::new(no_reason))),
        ("PUSHED_AWAY", received(), advised(|order| order.sends_elsewhere = true)),
        ("UNSIGNED", received(), advised(|order| order.signed_by.clear())),
        ("DATE_BEFORE_DISPUTE", received(), advised(|order| order.on = day(5, 31))),
        ("RECEIPT_MISMATCH", county.clone(), taken(|order| order.brief.code.push('X'))),
        ("SELF_REFERENCE", county.clone(), taken(|order| order.from = agency(COUNTY))),
        ("MODE_NOT_CHOSEN", county, taken(|order| order.mode = Mode::Assist)),
        ("HUMAN_MUST_CONFIRM", system, Command::MarkDuplicate(same(true, OTHER))),
        ("NOT_SAME", registered(), Command::MarkDuplicate(same(false, OTHER))),
        ("SELF_REFERENCE", registered(), Command::MarkDuplicate(same(true, DISPUTE))),
        ("SELF_REFERENCE", triage(), Command::Split(split)),
        ("SELF_REFERENCE", triage(), Command::Link { dispute: DISPUTE }),
        ("NOT_MERGED_HERE", triage(), Command::Release { dispute: OTHER }),
        (
            "DATE_IN_FUTURE",
            triage(),
            Command::Absorb(Absorption {
                dispute: OTHER,
                doors: Vec::new(),
                interrupted_on: day(6, 2),
            }),
        ),
        (
            "SUBSTANTIVE_CAUSE",
            registered(),
            sorted(|order| order.flags = [Flag::EthnicReligiousNeutral].into()),
        ),
        (
            "NOT_A_ROUTE",
            registered(),
            sorted(|order| order.statutory = Some(TrackKind::NoneUntilInformation)),
        ),
        ("PLACE_UNKNOWN", empty(), changed(|order| order.place = "190000".parse().unwrap())),
        ("NO_PARTIES", received(), {
            let mut nobody = content(DisputeKind::Neighbour);
            nobody.parties.clear();
            register(nobody)
        }),
        ("NOT_BEGUN", empty(), Command::Archive),
        ("WRONG_STAGE", received(), Command::Archive),
    ]
}

fn offers(routes: Vec<Route>) -> Command {
    Command::OfferRoutes { routes }
}

fn chooses(party: u32, track: TrackKind, insists: bool) -> Command {
    Command::ChooseRoute(RouteChoice { party, track, insists, on: day(6, 1) })
}

/// Party 1 insists on the suit.
pub fn insisted() -> Desk {
    let mut desk = triage();
    desk.ok(chooses(1, TrackKind::Litigation, true));
    desk
}

fn routing() -> Vec<Case> {
    use TrackKind::{Litigation, PeopleMediation};
    let mut untold = route(Litigation);
    untold.cost.clear();
    let mut danger = triage();
    let mut flagged = classified(DisputeKind::MarriageFamily);
    flagged.flags = [Flag::SafetyAlert].into();
    danger.ok(Command::Classify(Box::new(flagged)));
    vec![
        ("ROUTE_INCOMPLETE", triage(), offers(vec![untold])),
        ("ROUTE_TWICE", triage(), offers(vec![route(Litigation), route(Litigation)])),
        ("ROUTE_HIDDEN", triage(), offers(vec![route(PeopleMediation)])),
        ("VIOLENCE_SAFETY_FIRST", danger, offers(vec![route(PeopleMediation), route(Litigation)])),
        ("ROUTE_NOT_OFFERED", triage(), chooses(1, PeopleMediation, false)),
        ("MEDIATION_IS_VOLUNTARY", triage(), chooses(1, PeopleMediation, true)),
        ("PARTY_UNKNOWN", triage(), chooses(9, Litigation, true)),
        ("PARTY_INSISTS", insisted(), chooses(2, Litigation, false)),
        ("PARTY_INSISTS", insisted(), offers(vec![route(Litigation)])),
        ("PARTY_INSISTS", insisted(), own(TrackKind::PeopleMediationTown)),
        (
            "PARTY_INSISTS",
            insisted(),
            Command::Refer(offer(VILLAGE, PeopleMediation, Mode::Transfer)),
        ),
    ]
}

fn confirmation() -> Command {
    Command::ConfirmDesignation(Box::new(Confirmation {
        unit: agency(HOUSING),
        track: TrackKind::AdministrativeMediation,
        person: "head-7".to_owned(),
        by: Confirmer::Superior,
        basis: "权责清单 7-2".to_owned(),
    }))
}

/// Confirmed after an objection.
pub fn confirmed() -> Desk {
    let mut desk = objected();
    desk.then(day(6, 3)).ok(confirmation());
    desk
}

fn designating() -> Vec<Case> {
    let co_unit = |unit: &str| CoUnit { unit: agency(unit), task: "现场勘查".to_owned() };
    let lead = |co_units| Command::DesignateLead(naming(co_units));
    let with_co_units = Naming { co_units: vec![co_unit(VILLAGE)], ..naming(Vec::new()) };
    let own_unit = Request { reasons: "不属本单位".to_owned(), proposal: Some(agency(TOWN)) };
    let mut again = objected();
    again.ok(Command::RequestDesignation(Request {
        reasons: "仍不明确".to_owned(),
        proposal: None,
    }));
    again.ok(Command::DesignateUnit(naming(Vec::new())));
    vec![
        ("AWAITS_OTHER", designated(), own(TrackKind::PeopleMediationTown)),
        ("AWAITS_OTHER", designated(), Command::DesignateUnit(naming(Vec::new()))),
        ("LEAD_OF_NOBODY", awaiting_designation(), lead(Vec::new())),
        ("LEAD_HAS_CO_UNITS", awaiting_designation(), Command::DesignateUnit(with_co_units)),
        ("TASK_MISSING", awaiting_designation(), lead(vec![co_unit(HOUSING)])),
        ("SELF_REFERENCE", triage(), Command::RequestDesignation(own_unit)),
        ("NOT_DESIGNATED", offered(), objection(VILLAGE, day(6, 1))),
        ("NOT_DESIGNATED", triage(), confirmation()),
        ("DESIGNATION_IS_FINAL", confirmed(), objection(HOUSING, day(6, 3))),
        ("DESIGNATION_IS_FINAL", confirmed(), confirmation()),
        ("OBJECTED_ONCE", again, objection(HOUSING, day(6, 2))),
        (
            "OBJECTION_LATE",
            later(designated, day(6, 3), HOUSING, Role::CentreDirector),
            objection(HOUSING, day(6, 3)),
        ),
        (
            "OBJECTION_STILL_OPEN",
            later(designated, day(6, 2), TOWN, Role::CentreDirector),
            confirmation(),
        ),
    ]
}

/// Declined by two units.
pub fn declined_twice() -> Desk {
    let mut desk = offered();
    desk.ok(declines(VILLAGE));
    desk.ok(Command::Refer(offer(MARKET, TrackKind::AdministrativeMediation, Mode::Transfer)));
    desk.ok(declines(MARKET));
    desk
}

pub fn declines(unit: &str) -> Command {
    let (unit, ground) = (agency(unit), Ground::NotCompetent);
    Command::NoteDeclined(Decline { unit, ground, proposal: None })
}

fn handing() -> Vec<Case> {
    use TrackKind::{AdministrativeMediation, Litigation, PeopleMediation};
    let refer = |unit, mode| Command::Refer(offer(unit, PeopleMediation, mode));
    let mut forced = declined_twice();
    forced.ok(Command::DesignateUnit(naming(Vec::new())));
    forced.ok(Command::NoteExpired { unit: agency(HOUSING) });
    let report = Report {
        unit: agency(VILLAGE),
        step: "session".to_owned(),
        session_failed: false,
        on: day(6, 1),
        next_on: None,
    };
    let mut crossing_offered = in_process();
    crossing_offered.ok(Command::NoteOffered(offer(COURT, Litigation, Mode::Transfer)));
    vec![
        ("MODE_NOT_CHOSEN", triage(), refer(VILLAGE, Mode::Escalate)),
        ("SELF_REFERENCE", triage(), refer(TOWN, Mode::Transfer)),
        ("OFFER_OPEN", crossing_offered.clone(), refer(VILLAGE, Mode::Transfer)),
        ("DESIGNATION_FORCED", forced, refer(VILLAGE, Mode::Transfer)),
        ("NO_OFFER", triage(), accepted(COURT, day(6, 1))),
        ("NO_OFFER", triage(), Command::NoteExpired { unit: agency(COURT) }),
        ("ACCEPTED_ALREADY", two_tracks(), Command::NoteExpired { unit: agency(COURT) }),
        ("NO_TRACK", triage(), Command::NoteProgress(report)),
        ("NO_TRACK", triage(), reported(COURT, Outcome::Failed, day(6, 1))),
        (
            "SAME_TRACK_RUNNING",
            two_tracks(),
            Command::Refer(offer(COUNTY, Litigation, Mode::Assist)),
        ),
        (
            "REASON_MISSING",
            triage(),
            Command::Refer(super::super::orders::Offered {
                basis: String::new(),
                ..offer(HOUSING, AdministrativeMediation, Mode::Transfer)
            }),
        ),
    ]
}

fn climbing() -> Vec<Case> {
    let mut two_provinces = triage();
    let mut far = classified(DisputeKind::Environment);
    far.other_places = ["150623".parse().unwrap()].into();
    two_provinces.ok(Command::Classify(Box::new(far)));
    let mut near = triage();
    let mut neighbours = classified(DisputeKind::Environment);
    neighbours.other_places = ["640122101204".parse().unwrap()].into();
    near.ok(Command::Classify(Box::new(neighbours)));
    let cross = || Command::EscalateCrossRegion { reason: "跨县".to_owned() };
    let mut province = triage();
    if let Some(state) = &mut province.state {
        state.home = agency("640000.centre");
    }
    province.ok(red());
    let down =
        |unit: &str| Command::ReturnDown { unit: agency(unit), guidance: "先勘查".to_owned() };
    let mut down_twice = taken_over();
    if let Some(state) = &mut down_twice.state {
        state.returned = true;
    }
    vec![
        ("ONE_REGION_ONLY", triage(), cross()),
        ("NO_COMMON_SUPERIOR", two_provinces, cross()),
        ("COMMON_CENTRE_HERE", near, cross()),
        ("LIMIT_NOT_PASSED", in_process(), up(LevelGround::InternalLimit)),
        ("ROUNDS_NOT_FAILED", unresolved(), up(LevelGround::TwoFailedRounds)),
        ("RISK_NOT_RED", in_process(), up(LevelGround::RiskRed)),
        ("NO_SUPERIOR", province, up(LevelGround::RiskRed)),
        (
            "WORK_HERE_FIRST",
            {
                let mut late = triage();
                late.ok(Command::Chase { clock: "assignment".to_owned() });
                late
            },
            up(LevelGround::InternalLimit),
        ),
        ("ESCALATION_UNANSWERED", escalated(), down(TOWN)),
        ("NOT_THE_HIGHER_CENTRE", escalated_accepted(), down(TOWN)),
        (
            "NOT_BELOW",
            later(escalated_accepted, day(6, 2), COUNTY, Role::CentreDirector),
            down(COURT),
        ),
        ("NOT_BELOW", taken_over(), down(HOUSING)),
        ("NOT_TAKEN_OVER", triage(), down(VILLAGE)),
        ("RETURNED_ONCE", down_twice, down(TOWN)),
    ]
}

fn all() -> Vec<Case> {
    let mut all = arriving();
    all.extend(routing());
    all.extend(designating());
    all.extend(handing());
    all.extend(climbing());
    all.extend(super::refusals_late::all());
    all
}

#[test]
fn each_guard_bars_what_it_must() {
    for (name, mut desk, command) in all() {
        desk.refused(command, name);
    }
}

#[test]
fn no_guard_is_without_a_case_and_each_has_its_row() {
    let tried: BTreeSet<&str> = all().iter().map(|(name, ..)| *name).collect();
    let mut names = BTreeSet::new();
    for row in TABLE {
        assert_eq!(words(row.bar).name, row.name);
        assert!(names.insert(row.name), "{} stands twice", row.name);
        assert!(tried.contains(row.name), "{} is never tried", row.name);
        assert_eq!(
            row.name.replace('_', "").to_lowercase(),
            format!("{:?}", row.bar).to_lowercase()
        );
    }
}
