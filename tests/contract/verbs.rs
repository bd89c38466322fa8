//! Whether a verb of the services reaches each command of the law. Where none does, the list says why.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::{Chart, Procedure};
use jiefen_vocab::Role;
use prost_reflect::DescriptorPool;

/// Verbs that are not called as their command is.
#[rustfmt::skip]
const OTHERWISE: &[(&str, &str)] = &[
    ("intake/dispute.object", "handoff.HandoffService/Object"),
    ("intake/dispute.confirm_designation", "handoff.HandoffService/ConfirmDesignation"),
    ("intake/dispute.report_signal", "intake.IntakeService/ReportSignal"),
    ("intake/inquiry.ask", "intake.IntakeService/AskInquiry"),
    ("intake/inquiry.turn_away", "intake.IntakeService/TurnAwayInquiry"),
    ("intake/inquiry.carry_on", "intake.IntakeService/CarryOnInquiry"),
    ("intake/inquiry.chase", "intake.IntakeService/ChaseInquiry"),
    ("registry/roster.add_person", "registry.RegistryService/AddRosterPerson"),
    ("registry/roster.amend_person", "registry.RegistryService/AmendRosterPerson"),
    ("registry/roster.confirm_person", "registry.RegistryService/ConfirmRosterPerson"),
    ("registry/roster.take_off", "registry.RegistryService/TakeOffRoster"),
    ("intake/citizen_request.lodge", "intake.CitizenService/LodgeRequest"),
    ("intake/citizen_request.answer", "intake.IntakeService/AnswerCitizenRequest"),
    ("intake/risk_case.open", "intake.RiskService/OpenRiskCase"),
    ("intake/risk_case.join_signal", "intake.RiskService/JoinRiskSignal"),
    ("intake/risk_case.set_level", "intake.RiskService/SetRiskLevel"),
    ("intake/risk_case.assemble_team", "intake.RiskService/AssembleRiskTeam"),
    ("intake/risk_case.record_contact", "intake.RiskService/RecordRiskContact"),
    ("intake/risk_case.record_finding", "intake.RiskService/RecordRiskFinding"),
    ("intake/risk_case.assign_task", "intake.RiskService/AssignRiskTask"),
    ("intake/risk_case.prove_task", "intake.RiskService/ProveRiskTask"),
    ("intake/risk_case.expect_payment", "intake.RiskService/ExpectRiskPayment"),
    ("intake/risk_case.prove_payment", "intake.RiskService/ProveRiskPayment"),
    ("intake/risk_case.note_incident", "intake.RiskService/NoteRiskIncident"),
    ("intake/risk_case.find_unfounded", "intake.RiskService/FindRiskUnfounded"),
    ("intake/risk_case.close", "intake.RiskService/CloseRiskCase"),
    ("intake/mass_incident.report_signal", "intake.RiskService/ReportIncident"),
    ("intake/mass_incident.join_signal", "intake.RiskService/JoinIncidentSignal"),
    ("intake/mass_incident.verify", "intake.RiskService/VerifyIncident"),
    ("intake/mass_incident.set_level", "intake.RiskService/SetIncidentLevel"),
    ("intake/mass_incident.record_contact", "intake.RiskService/RecordIncidentContact"),
    ("intake/mass_incident.link_dispute", "intake.RiskService/LinkIncidentDispute"),
    ("intake/mass_incident.lift", "intake.RiskService/LiftWarning"),
    ("intake/mass_incident.review", "intake.RiskService/ReviewIncident"),
    ("intake/screening_campaign.sign", "intake.RiskService/SignScreening"),
    ("intake/screening_campaign.cancel", "intake.RiskService/CancelScreening"),
    ("intake/screening_campaign.assign_owner", "intake.RiskService/AssignFindingOwner"),
    ("assessment/sheet.freeze", "assessment.AssessmentService/FreezeSheet"),
    ("assessment/sheet.recompute", "assessment.AssessmentService/RecomputeSheet"),
    ("assessment/sheet.correct", "assessment.AssessmentService/CorrectSheet"),
    ("assessment/sheet.appeal", "assessment.AssessmentService/AppealSheet"),
    ("assessment/sheet.sign", "assessment.AssessmentService/SignSheet"),
    ("assessment/order.draft", "assessment.AssessmentService/DraftOrder"),
    ("assessment/order.sign", "assessment.AssessmentService/SignOrder"),
    ("assessment/order.withdraw", "assessment.AssessmentService/WithdrawOrder"),
    ("assessment/order.answer", "assessment.AssessmentService/AnswerOrder"),
    ("assessment/order.circulate", "assessment.AssessmentService/CirculateOrder"),
    ("assessment/order.verify", "assessment.AssessmentService/VerifyOrder"),
];

/// Commands of people that no verb reaches, and why. What the node alone may give needs no verb and no row.
#[rustfmt::skip]
const WITHOUT: &[(&str, &str)] = &[
    ("intake/dispute.take_over", "follows from Accept of a hand-off"),
    ("intake/dispute.release", "follows from Unmerge at the surviving dispute"),
    ("intake/dispute.note_progress", "follows from another unit's report of progress"),
    ("intake/dispute.chase", "the clock gives it"),
    ("intake/citizen_request.chase", "the clock gives it"),
];

/// Procedures that are law, and that no service runs yet.
#[rustfmt::skip]
const LAW_ALONE: &[&str] = &[
    "administrative/adjudication",
    "administrative/procuratorate_supervision",
    "administrative/public_interest",
    "arbitration/commercial_arbitration",
    "arbitration/rural_land_arbitration",
    "assessment/supervision_ladder",
    "court/notarised_instrument",
    "court/trial",
    "mediation/administrative_mediation",
    "mediation/agreement_life",
    "mediation/batch",
    "mediation/consumer",
    "mediation/invited_mediation",
    "mediation/joint_mediation",
    "mediation/labour_mediation",
    "mediation/medical",
    "mediation/negotiation",
    "mediation/neutral_evaluation",
    "mediation/online_mediation",
    "mediation/public_order",
    "mediation/rural_land_mediation",
    "mediation/traffic",
    "mediation/village_negotiation",
    "petition/litigation_petition",
];

struct Area {
    name: &'static str,
    charts: Vec<&'static Chart>,
    commands: &'static [&'static str],
    roles: fn(&str) -> &'static [Role],
}

fn area<L: Procedure>(name: &'static str, charts: Vec<&'static Chart>) -> Area {
    Area { name, charts, commands: L::COMMANDS, roles: L::roles }
}

macro_rules! areas {
    ($($name:literal $rules:ident),*) => { vec![$(area::<$rules::Law>($name, $rules::charts())),*] };
}

fn areas() -> Vec<Area> {
    areas![
        "registry" jiefen_registry_rules,
        "intake" jiefen_intake_rules,
        "mediation" jiefen_mediation_rules,
        "court" jiefen_court_rules,
        "arbitration" jiefen_arbitration_rules,
        "petition" jiefen_petition_rules,
        "administrative" jiefen_administrative_rules,
        "assessment" jiefen_assessment_rules,
        "coordination" jiefen_coordination_rules
    ]
}

/// Every verb of every service: `court.CourtService/ReceiveComplaint`.
fn verbs() -> BTreeSet<String> {
    let pool = DescriptorPool::decode(jiefen_proto::DESCRIPTORS).unwrap();
    let methods = pool.services().flat_map(|service| {
        let name = service.full_name().to_owned();
        let own = name.trim_start_matches("jiefen.").replacen(".v1.", ".", 1);
        let verbs: Vec<String> =
            service.methods().map(|method| format!("{own}/{}", method.name())).collect();
        verbs
    });
    methods.collect()
}

/// The name of a verb as commands are named: `receive_complaint`.
fn snake(verb: &str) -> String {
    let mut text = String::new();
    for letter in verb.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

/// The verb of a command, by the first of its names that there is.
fn verb_of(area: &str, command: &str, verbs: &BTreeSet<String>) -> Option<String> {
    let whole = format!("{area}/{command}");
    if let Some((_, named)) = OTHERWISE.iter().find(|(known, _)| *known == whole) {
        assert!(verbs.contains(*named), "{whole}: there is no {named}");
        return Some((*named).to_owned());
    }
    let (procedure, own) = command.split_once('.').unwrap();
    let first = procedure.split('_').next().unwrap();
    let names = [format!("{first}_{own}"), format!("{procedure}_{own}"), own.to_owned()];
    let ours = |verb: &&String| verb.starts_with(&format!("{area}."));
    names.iter().find_map(|name| {
        let called = |verb: &&String| snake(verb.split('/').nth(1).unwrap()) == *name;
        verbs.iter().filter(ours).find(called).cloned()
    })
}

#[test]
fn every_command_of_people_is_reached_by_one_verb_or_says_why_not() {
    let verbs = verbs();
    let without: BTreeMap<&str, &str> = WITHOUT.iter().copied().collect();
    let mut reached: BTreeMap<String, String> = BTreeMap::new();
    let mut missing: Vec<String> = Vec::new();
    for area in areas() {
        for command in area.commands {
            let whole = format!("{}/{command}", area.name);
            let by_people = (area.roles)(command).iter().any(|role| *role != Role::System);
            match (verb_of(area.name, command, &verbs), without.get(whole.as_str())) {
                (Some(verb), None) => {
                    let earlier = reached.insert(verb.clone(), whole.clone());
                    assert_eq!(earlier, None, "{verb} reaches {whole} and another one");
                }
                (Some(verb), Some(why)) => panic!("{whole} has {verb} now, and {why}"),
                (None, None) if by_people => missing.push(whole),
                (None, _) => {}
            }
        }
    }
    assert_eq!(missing, [""; 0], "people cannot give these");
}

#[test]
fn every_row_of_the_lists_is_about_a_command_that_there_is() {
    let all: BTreeSet<String> = areas()
        .iter()
        .flat_map(|area| area.commands.iter().map(|command| format!("{}/{command}", area.name)))
        .collect();
    for (command, _) in OTHERWISE.iter().chain(WITHOUT) {
        assert!(all.contains(*command), "{command}");
    }
}

#[test]
fn every_procedure_of_the_law_is_run_by_a_service_or_known_to_be_law_alone() {
    let mut alone: BTreeSet<String> = BTreeSet::new();
    for area in areas() {
        let served: BTreeSet<&str> =
            area.commands.iter().filter_map(|name| name.split('.').next()).collect();
        let kinds = area.charts.iter().map(|chart| chart.kind);
        alone.extend(
            kinds.filter(|kind| !served.contains(kind)).map(|kind| format!("{}/{kind}", area.name)),
        );
    }
    let known: BTreeSet<String> = LAW_ALONE.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(alone, known);
}
