//! A dispute's whole life over the real mesh, in Chromium: every unit at its own node, nothing between them but the bus.

use anyhow::Result;
use jiefen_e2e::{Browser, Mesh};
use serde_json::json;

const COUNTER: &str = "640122101.centre";
const COMMITTEE: &str = "640122101203.village_mediation";
const LEADERS: &str = "640122.assessment";

/// One that was settled before: with it the committee has a node.
fn earlier() -> serde_json::Value {
    json!([{
        "id": "earlier",
        "registered_at": "2026-03-11T09:00:00+08:00",
        "channel": "zz_village",
        "received_by": "village_zz",
        "location": "640122101203",
        "text": "老两口分家，大儿子说宅院留给小儿子不公平，想请村里几位老党员做个见证，把院子和机井怎么分写清楚。",
        "parties": [
            {"name": "柳生金", "role": "applicant", "kind": "person"},
            {"name": "柳大海", "role": "respondent", "kind": "person"},
        ],
        "people_involved": 4,
        "decision": {
            "type": "marriage_family",
            "responsible": "village_mediation",
            "track": "people_mediation",
            "ending": "agreed_oral",
        },
    }])
}

#[tokio::test]
async fn a_dispute_goes_from_a_citizens_phone_to_the_village_and_its_end_over_the_bus() -> Result<()>
{
    let mesh = Mesh::open(&earlier()).await?;
    let [counter, committee, leaders] = [COUNTER, COMMITTEE, LEADERS].map(|unit| mesh.seat(unit));
    let (counter, committee, leaders) = (counter?, committee?, leaders?);
    let told = [
        ("UNIT", COMMITTEE),
        ("CLERK", counter.login.as_str()),
        ("CLERK_PASSWORD", &counter.password),
        ("COMMITTEE", &committee.pages),
        ("MEDIATOR", &committee.login),
        ("MEDIATOR_PASSWORD", &committee.password),
        ("LEADERS", &leaders.pages),
        ("LEADER", &leaders.login),
        ("LEADER_PASSWORD", &leaders.password),
    ];
    let lived = Browser::locate()?.walk("county-lives", &counter.pages, &told).await?;
    eprintln!("{lived:#}");
    Ok(())
}
