//! Fields of a file of disputes that nobody reads: a misspelt one would otherwise be lost in silence.

use serde_json::Value;

const CASE: [&str; 14] = [
    "id",
    "registered_at",
    "channel",
    "received_by",
    "location",
    "location_name",
    "other_location",
    "other_location_name",
    "text",
    "parties",
    "amount_yuan",
    "people_involved",
    "decision",
    "expected",
];
const PARTY: [&str; 4] = ["name", "role", "kind", "minor"];
const DECISION: [&str; 8] =
    ["type", "responsible", "track", "cooperating", "flags", "duplicate_of", "ending", "then"];
const THEN: [&str; 3] = ["responsible", "track", "ending"];

/// The names of the fields of a dispute that are not read. What `expected` says beside its decision is
/// for others.
pub fn unused(case: &Value) -> Vec<String> {
    let mut found = Vec::new();
    look(case, &CASE, "", &mut found);
    for (no, party) in case["parties"].as_array().into_iter().flatten().enumerate() {
        look(party, &PARTY, &format!("parties[{no}]."), &mut found);
    }
    look(&case["decision"], &DECISION, "decision.", &mut found);
    look(&case["decision"]["then"], &THEN, "decision.then.", &mut found);
    found
}

fn look(value: &Value, known: &[&str], place: &str, found: &mut Vec<String>) {
    let fields = value.as_object().into_iter().flat_map(|fields| fields.keys());
    let unknown = fields.filter(|field| !known.contains(&field.as_str()));
    found.extend(unknown.map(|field| format!("{place}{field}")));
}
