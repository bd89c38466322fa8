//! The disputes that are played, and how each must end.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

/// Eight disputes over two townships, the county's counter, its mediation centre and two villages.
const DISPUTES: &str = include_str!("data/disputes.json");

/// Names are told apart by these when a dispute is played more than once.
const GENERATIONS: [&str; 8] = ["", "甲", "乙", "丙", "丁", "戊", "己", "庚"];

/// Where a dispute ended, as the players say.
#[derive(Debug, Deserialize)]
pub struct Ended {
    pub case: String,
    pub dispute: String,
    pub held_by: Vec<String>,
    pub holder: String,
    pub procedure: String,
    pub state: String,
    pub open: bool,
    #[serde(default)]
    pub stopped: Option<String>,
}

/// The first `count` of the disputes, in the order of their days.
pub fn some(count: usize) -> Result<Vec<Value>> {
    let file: Value = serde_json::from_str(DISPUTES)?;
    let all = file["cases"].as_array().context("a list of disputes")?;
    Ok(all.iter().take(count).cloned().collect())
}

/// All of them, each `times` times, between different people.
pub fn repeated(times: usize) -> Result<Vec<Value>> {
    let mut cases = Vec::new();
    for case in some(usize::MAX)? {
        for generation in GENERATIONS.iter().take(times) {
            let mut case = case.clone();
            let id = case["id"].as_str().context("an id")?.to_owned();
            case["id"] = format!("{id}{generation}").into();
            for party in case["parties"].as_array_mut().context("parties")? {
                let name = party["name"].as_str().context("a name")?.to_owned();
                party["name"] = format!("{name}{generation}").into();
            }
            cases.push(case);
        }
    }
    Ok(cases)
}

/// The same disputes, registered now: whoever starts again while its neighbours' clocks are being set must
/// not stand on another day than they do.
pub fn now(mut cases: Vec<Value>) -> Vec<Value> {
    let now = jiff::Timestamp::now().to_string();
    cases.iter_mut().for_each(|case| case["registered_at"] = now.clone().into());
    cases
}

/// What must never leave the databases: the people's names and what they said.
pub fn secrets(cases: &[Value]) -> Vec<String> {
    let mut secrets = Vec::new();
    for case in cases {
        let parties = case["parties"].as_array().into_iter().flatten();
        secrets.extend(parties.filter_map(|party| party["name"].as_str().map(str::to_owned)));
        // A clause is enough: whoever shortens the text keeps its beginning.
        let text = case["text"].as_str().unwrap_or_default();
        let clause = text.split(['，', '。']).next().unwrap_or_default();
        secrets.extend((!clause.is_empty()).then(|| clause.to_owned()));
    }
    secrets
}

/// Every dispute that did not end as the played staff decided.
pub fn astray(cases: &[Value], ended: &[Ended]) -> Vec<String> {
    let mut astray = Vec::new();
    for case in cases {
        let id = case["id"].as_str().unwrap_or_default();
        let ending = case["decision"]["ending"].as_str().unwrap_or_default();
        let Some(one) = ended.iter().find(|one| one.case == id) else {
            astray.push(format!("{id} has no result"));
            continue;
        };
        let is = (one.procedure.as_str(), one.state.as_str(), one.open);
        let wanted = match ending {
            "agreed_oral" | "agreed_written" => ("dispute", "closed", false),
            "failed" => ("dispute", "unresolved", true),
            _ => ("people_mediation", "consent_asked", true),
        };
        // A dispute that was delegated comes back to the counter that took it.
        let home = one.held_by.first();
        let back = ending == "stands" || home == Some(&one.holder);
        if is != wanted || !back || one.dispute.is_empty() || one.stopped.is_some() {
            astray.push(format!("{id} should end {ending}: {one:?}"));
        }
    }
    astray
}

#[test]
fn a_dispute_that_went_astray_is_found() {
    let cases = some(1).unwrap();
    let ended = |state: &str, holder: &str| Ended {
        case: "MESH-01".into(),
        dispute: "d".into(),
        held_by: vec!["a".into(), "b".into(), "a".into()],
        holder: holder.into(),
        procedure: "dispute".into(),
        state: state.into(),
        open: false,
        stopped: None,
    };
    assert_eq!(astray(&cases, &[ended("closed", "a")]), [""; 0]);
    for wrong in [ended("unresolved", "a"), ended("closed", "b")] {
        assert_eq!(astray(&cases, &[wrong]).len(), 1);
    }
    assert_eq!(astray(&cases, &[]).len(), 1);
    assert!(secrets(&cases).contains(&"苗得水".to_owned()));
}
