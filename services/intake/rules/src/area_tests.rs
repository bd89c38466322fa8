use super::*;
use jiefen_procedure::{Actor, prove};
use jiefen_vocab::{Channel, DisputeId, DisputeKind, Moment, Private};
use jiff::civil::date;

use crate::dispute::orders::Arrival;

fn decide(state: Option<&Case>, command: &Command) -> Result<Vec<Fact>, Refusal> {
    let actor = Actor {
        agency: "640122101.centre".parse().unwrap(),
        person: "clerk-1".to_owned(),
        role: Role::WindowClerk,
    };
    let now = Moment::from_local(date(2026, 6, 2).at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: jiefen_terms::Law::shipped() };
    Law::decide(state, command, &ctx)
}

fn record() -> Command {
    dispute::Command::RecordInquiry(Box::new(Arrival {
        dispute: DisputeId::from_bits(7),
        channel: Channel::ZzTown,
        number: None,
        kind: DisputeKind::Neighbour,
        place: "640122101".parse().unwrap(),
        summary: Private::new("漏水".to_owned()),
        parties: vec![],
        on: date(2026, 6, 2),
    }))
    .into()
}

fn ask() -> Command {
    inquiry::Command::Ask {
        channel: Channel::ZzTown,
        question: Private::new("几点上班".to_owned()),
        on: date(2026, 6, 2),
    }
    .into()
}

fn begun(command: &Command) -> Case {
    let facts = decide(None, command).unwrap();
    let text = serde_json::to_string(&facts).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Fact>>(&text).unwrap(), facts);
    let case = facts.iter().fold(None, Law::evolve).unwrap();
    let text = serde_json::to_string(&case).unwrap();
    assert_eq!(serde_json::from_str::<Case>(&text).unwrap(), case);
    case
}

#[test]
fn each_case_goes_to_its_own_law() {
    assert_eq!(Law::outline(&begun(&record())).state, "received");
    assert_eq!(Law::outline(&begun(&ask())).state, "asked");
    assert!(matches!(Law::expired(&begun(&ask()), "answer"), Some(Command::Inquiry(_))));
    assert!(matches!(Law::expired(&begun(&record()), "triage"), Some(Command::Dispute(_))));
}

#[test]
fn a_command_of_the_other_procedure_is_refused_by_name() {
    for (case, command) in [(begun(&record()), ask()), (begun(&ask()), record())] {
        let refusal = decide(Some(&case), &command).unwrap_err();
        assert_eq!(refusal.name(), "WRONG_PROCEDURE");
        assert_eq!(refusal.refused().name, "WRONG_PROCEDURE");
        assert!(!refusal.instead().is_empty() && !refusal.basis().is_empty());
        for fact in decide(None, &command).unwrap() {
            assert_eq!(Law::evolve(Some(case.clone()), &fact), Some(case.clone()));
        }
    }
    let wrong = decide(None, &dispute::Command::Archive.into()).unwrap_err();
    assert_eq!(wrong.name(), "NOT_BEGUN");
}

#[test]
fn the_list_of_commands_is_whole() {
    let dotted = |kind: &str, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("{kind}.{name}")).collect()
    };
    let mut all = dotted(dispute::KIND, Dispute::COMMANDS);
    all.extend(dotted(inquiry::KIND, Inquiry::COMMANDS));
    all.extend(dotted(mass_incident::KIND, MassIncident::COMMANDS));
    all.extend(dotted(risk_case::KIND, RiskCase::COMMANDS));
    all.extend(dotted(screening_campaign::KIND, ScreeningCampaign::COMMANDS));
    all.extend(dotted(signal_watch::KIND, SignalWatch::COMMANDS));
    all.extend(dotted(citizen_request::KIND, CitizenRequest::COMMANDS));
    assert_eq!(Law::COMMANDS, all);
    for name in Law::COMMANDS {
        assert!(!Law::roles(name).is_empty(), "{name}");
    }
    assert_eq!(Law::name(&record()), "dispute.record_inquiry");
    assert_eq!(Law::name(&ask()), "inquiry.ask");
    assert!(Law::needs_holding("dispute.close") && !Law::needs_holding("inquiry.ask"));
    assert!(Law::roles("court.file").is_empty() && !Law::needs_holding("court.file"));
}

#[test]
fn every_chart_is_proved() {
    for chart in charts() {
        assert_eq!(prove(chart), [], "{}", chart.kind);
    }
    assert_eq!(Law::chart().kind, "dispute");
}
