//! Where the value of a field comes from, as its family says.

use jiefen_documents::{Family, Field, Kind};
use serde_json::{Value, json};

use super::{From, Material, assessed, convert, path, words};
use crate::offers::DOSSIER;

/// Members of staff, whom a view names by their id.
const STAFF: &[&str] = &["mediator", "person", "responsible_person", "judge", "reviewer"];

/// The papers of an order of the assessment office: its ground is a sentence, no code.
const ORDERS: &[&str] = &["supervision_letter", "circular", "talk_notice"];

/// The value of a field; none: the case does not say it.
pub(super) fn of(
    family: &Family,
    field: &Field,
    material: &Material<'_>,
) -> Option<(From, Option<Value>)> {
    match field.source.split_once(' ') {
        Some(("clock", rule)) => clock(field, rule, material).map(|v| (From::Clock, Some(v))),
        Some((_, place)) => match today(family, place, material) {
            Some(day) => Some((From::Today, Some(day))),
            None => case(family, field, place, material).map(|v| (From::Case, Some(v))),
        },
        None => match field.source.as_str() {
            "unit" => unit(field, material).map(|value| (From::Unit, Some(value))),
            "number" => number(field, material),
            _ => None,
        },
    }
}

/// Who can stand in the place of one party: those of the side that the field names, else all.
pub(super) fn candidates(family: &Family, field: &Field, material: &Material<'_>) -> Vec<Value> {
    let is_chosen = field.kind == Kind::Party || matches!(field.name.as_str(), "visited" | "to");
    if !is_chosen || !field.source.ends_with("parties") || field.name == "attorney" {
        return Vec::new();
    }
    side(family, field, &parties(material)).iter().filter_map(convert::party).collect()
}

fn unit(field: &Field, material: &Material<'_>) -> Option<Value> {
    let text = match field.name.as_str() {
        "issuer" | "committee" | "body" => &material.unit.name,
        "phone" => &material.unit.phone,
        _ => return None,
    };
    (!text.is_empty()).then(|| json!(text))
}

/// A number of its own is given when the paper is issued; a paper that stands in the place of another keeps its number.
fn number(field: &Field, material: &Material<'_>) -> Option<(From, Option<Value>)> {
    match field.name.as_str() {
        "number" | "file" => {
            let kept = material.corrects.and_then(|fields| fields.get(&field.name)).cloned();
            Some((From::Number, kept))
        }
        "agreement" => agreement(material).map(|number| (From::Number, Some(json!(number)))),
        _ => None,
    }
}

/// The number of the agreement that was issued last.
fn agreement(material: &Material<'_>) -> Option<String> {
    let is_one = |family: &Family| {
        ["mediation_agreement", "oral_agreement_form"].contains(&family.id.as_str())
    };
    let found = material.earlier.iter().find(|(family, _)| is_one(family));
    found.and_then(|(_, fields)| fields.get("number")).and_then(Value::as_str).map(str::to_owned)
}

fn clock(field: &Field, rule: &str, material: &Material<'_>) -> Option<Value> {
    let clocks = path::at(material.view, "head.clocks")?;
    let clocks = clocks.as_array()?.clone();
    let clock = clocks.iter().find(|clock| clock.get("rule").and_then(Value::as_str) == Some(rule));
    let due = convert::date(clock?.get("due")?)?;
    match field.kind {
        Kind::Date => Some(json!(due.to_string())),
        Kind::Text => Some(json!(convert::chinese(due))),
        Kind::Long
        | Kind::Money
        | Kind::Count
        | Kind::Choice
        | Kind::Party
        | Kind::Parties
        | Kind::Texts
        | Kind::Rows => None,
    }
}

/// The day of a paper that is made now: the day of issue. An agreement is printed for signing before it is in force.
fn today(family: &Family, place: &str, material: &Material<'_>) -> Option<Value> {
    let is_now = match (family.id.as_str(), place) {
        (_, "date") | ("confirmation_application", "applied_on") => true,
        (
            "mediation_agreement" | "industry_mediation_agreement" | "lawyer_mediation_agreement",
            "agreement.effective_on",
        ) => path::at(material.view, place).is_none(),
        _ => false,
    };
    is_now.then(|| json!(material.today.to_string()))
}

fn case(family: &Family, field: &Field, place: &str, material: &Material<'_>) -> Option<Value> {
    if let Some(known) = special(family, field, place, material) {
        return known;
    }
    let last = place.rsplit('.').next().unwrap_or(place);
    if last == "parties" || matches!(field.kind, Kind::Party | Kind::Parties) {
        return of_parties(family, field, place, material);
    }
    let found = path::at(material.view, place)?;
    match field.kind {
        Kind::Text | Kind::Long => text(last, &found, material).map(Value::from),
        Kind::Date => convert::date(&found).map(|day| json!(day.to_string())),
        Kind::Money => convert::fen(&found).map(Value::from),
        Kind::Count => convert::count(&found).map(Value::from),
        Kind::Choice => choice(field, &found),
        Kind::Texts => texts(last, &found, material),
        Kind::Rows => rows(field, last, &found, material),
        Kind::Party | Kind::Parties => None,
    }
}

/// The places of which a family means more than what stands there.
fn special(
    family: &Family,
    field: &Field,
    place: &str,
    material: &Material<'_>,
) -> Option<Option<Value>> {
    let view = material.view;
    let found = |place: &str| path::at(view, place);
    Some(match (family.id.as_str(), place) {
        (DOSSIER, "summary") => title(material).map(Value::from),
        ("registration_receipt", "doors") => found("head.next_zh"),
        ("registration_receipt", "content.parties") => names(field, material),
        (_, "tracks.unit") => {
            let unit = found(place).and_then(|units| units.as_array()?.last().cloned());
            unit.as_ref().and_then(|unit| text("unit", unit, material)).map(Value::from)
        }
        (_, "tracks.outcome") => tracks(material).map(Value::from),
        (_, "doors.number") => found(place).and_then(|list| list.as_array()?.last().cloned()),
        (_, "agreement.hash") => {
            agreement(material).map(|number| json!(format!("人民调解协议书（{number}）")))
        }
        ("confirmation_application", "agreement.body") => {
            (!material.unit.name.is_empty()).then(|| json!(material.unit.name))
        }
        ("mediation_closing_report", "outcome") => closing(field, material),
        (_, "agreement.performed") => performed(field, material),
        ("court_correction_notice", "missing") => found(place),
        ("service_receipt", "case_no") => found(place).or_else(|| found("number")),
        (_, "ground") if ORDERS.contains(&family.id.as_str()) => found(place),
        ("supervision_letter", "disputes") => assessed::disputes(view),
        ("score_sheet", "figures") => assessed::figures(view),
        ("score_sheet", "corrections") => assessed::corrections(view),
        ("score_sheet", "unit") => assessed::of_unit(view, material.names),
        // what a session says is that of the last one
        (_, "sessions.no" | "sessions.place" | "sessions.reached" | "sessions.present") => {
            session(field, place, material)
        }
        (_, "doors" | "notices" | "served" | "missing" | "fee" | "settlement" | "papers") => None,
        _ => return None,
    })
}

fn parties(material: &Material<'_>) -> Vec<Value> {
    let found = path::at(material.view, "parties");
    found.and_then(|found| found.as_array().cloned()).unwrap_or_default()
}

/// Those of the side that a field names; all, when it names none, and when both sides apply together.
fn side(family: &Family, field: &Field, parties: &[Value]) -> Vec<Value> {
    let role = match field.name.as_str() {
        "applicants" if family.id.starts_with("confirmation_") => return parties.to_vec(),
        "applicants" | "plaintiffs" | "creditor" => "applicant",
        "respondents" | "defendants" | "debtor" | "respondent" => "respondent",
        "thirds" => "third",
        _ => return parties.to_vec(),
    };
    let is = |party: &&Value| party.get("role").and_then(Value::as_str) == Some(role);
    parties.iter().filter(is).cloned().collect()
}

/// Persons: by their numbers where the view has numbers, else those of the side that the field names.
fn of_parties(
    family: &Family,
    field: &Field,
    place: &str,
    material: &Material<'_>,
) -> Option<Value> {
    let all = parties(material);
    let found = path::at(material.view, place)?;
    // One party stands by its number alone.
    let list = match found {
        Value::Array(list) => list,
        Value::Number(_) => vec![found],
        Value::Null | Value::Bool(_) | Value::String(_) | Value::Object(_) => return None,
    };
    let numbers: Vec<u64> = list.iter().filter_map(Value::as_u64).collect();
    let chosen: Vec<Value> = if numbers.is_empty() {
        side(family, field, &all)
    } else {
        let of = |party: &&Value| {
            party.get("no").and_then(Value::as_u64).is_some_and(|no| numbers.contains(&no))
        };
        all.iter().filter(of).cloned().collect()
    };
    let records: Vec<Value> = chosen.iter().filter_map(convert::party).collect();
    match field.kind {
        Kind::Parties => (!records.is_empty()).then_some(Value::Array(records)),
        Kind::Party if field.name == "attorney" => None,
        Kind::Party => (records.len() == 1).then(|| records.into_iter().next()).flatten(),
        Kind::Text => {
            let names: Vec<&str> =
                records.iter().filter_map(|one| one.get("name")?.as_str()).collect();
            (!names.is_empty() && field.name != "address").then(|| json!(names.join("、")))
        }
        Kind::Long
        | Kind::Date
        | Kind::Money
        | Kind::Count
        | Kind::Choice
        | Kind::Texts
        | Kind::Rows => None,
    }
}

/// What a file is called: 王秀兰与马国强邻里纠纷.
fn title(material: &Material<'_>) -> Option<String> {
    let all = parties(material);
    let names: Vec<&str> = all.iter().filter_map(|party| party.get("name")?.as_str()).collect();
    let kind = path::at(material.view, "kind");
    let kind = kind.as_ref().and_then(Value::as_str).and_then(|code| words::of("kind", code));
    (!names.is_empty()).then(|| format!("{}{}", names.join("与"), kind.unwrap_or_default()))
}

/// Who registered: the applicants, else whoever is named.
fn names(field: &Field, material: &Material<'_>) -> Option<Value> {
    let all = parties(material);
    let is = |party: &&Value| party.get("role").and_then(Value::as_str) == Some("applicant");
    let applicants: Vec<Value> = all.iter().filter(is).cloned().collect();
    let chosen = if applicants.is_empty() { all } else { applicants };
    let names: Vec<&str> = chosen.iter().filter_map(|party| party.get("name")?.as_str()).collect();
    (field.kind == Kind::Text && !names.is_empty()).then(|| json!(names.join("、")))
}

fn text(last: &str, found: &Value, material: &Material<'_>) -> Option<String> {
    let code = match found {
        Value::Array(items) => {
            let each: Vec<String> =
                items.iter().filter_map(|item| text(last, item, material)).collect();
            let mut each = each;
            each.dedup();
            return (!each.is_empty()).then(|| each.join("、"));
        }
        Value::Object(_) => return convert::date(found).map(convert::chinese),
        Value::String(text) => text.as_str(),
        Value::Null | Value::Bool(_) | Value::Number(_) => return None,
    };
    let is_unit = code.parse::<jiefen_vocab::Agency>().is_ok();
    if STAFF.contains(&last) || is_unit {
        return convert::called(code, material.names);
    }
    words::of(last, code)
}

fn choice(field: &Field, found: &Value) -> Option<Value> {
    let code = match found {
        Value::Array(items) => items.last().and_then(Value::as_str)?,
        Value::String(code) => code.as_str(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => return None,
    };
    words::choice(code, &field.options).map(Value::from)
}

fn texts(last: &str, found: &Value, material: &Material<'_>) -> Option<Value> {
    if let Some(text) = found.as_str() {
        // one text of several lines: a line each
        let lines: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        return (!lines.is_empty()).then(|| json!(lines));
    }
    let list = found.as_array()?;
    let lines: Vec<String> = match last {
        "obligations" => convert::owed(found, &parties(material)),
        "attachments" => {
            list.iter().filter_map(|one| Some(one.get("name")?.as_str()?.to_owned())).collect()
        }
        "tribunal" => {
            let named = |one: &Value| convert::called(one.as_str()?, material.names);
            list.iter().map(named).collect::<Option<Vec<String>>>()?
        }
        "measures" => list.iter().filter_map(|one| words::of(last, one.as_str()?)).collect(),
        _ => list.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect(),
    };
    (!lines.is_empty()).then(|| json!(lines))
}

fn rows(field: &Field, last: &str, found: &Value, material: &Material<'_>) -> Option<Value> {
    let rows: Vec<Value> = match last {
        "judge" => {
            let name = convert::called(found.as_str()?, material.names)?;
            vec![json!({ "office": "审判员", "name": name })]
        }
        "tribunal" => {
            let list = found.as_array()?;
            let named = |(at, one): (usize, &Value)| {
                let office =
                    if at == 0 && list.len() > 1 { "首席仲裁员" } else { "仲裁员" };
                let name = convert::called(one.as_str()?, material.names)?;
                Some(json!({ "office": office, "name": name }))
            };
            list.iter().enumerate().map(named).collect::<Option<Vec<Value>>>()?
        }
        "claims" | "items" => {
            let flat = found.as_array()?.iter();
            let flat =
                flat.flat_map(|one| one.as_array().cloned().unwrap_or_else(|| vec![one.clone()]));
            flat.filter_map(|one| claim(&one)).collect()
        }
        _ => return None,
    };
    (field.kind == Kind::Rows && !rows.is_empty()).then_some(Value::Array(rows))
}

fn claim(one: &Value) -> Option<Value> {
    let what = words::of("kind", one.get("kind")?.as_str()?)?;
    let mut row = json!({ "what": what });
    if let (Some(fen), Some(row)) =
        (one.get("amountFen").and_then(convert::fen), row.as_object_mut())
    {
        row.insert("amount".to_owned(), json!(fen));
    }
    Some(row)
}

/// What the units have made of it, a line each.
fn tracks(material: &Material<'_>) -> Option<String> {
    let list = path::at(material.view, "tracks")?;
    let line = |track: &Value| {
        let outcome = words::of("outcome", track.get("outcome")?.as_str()?)?;
        let kind = words::of("track", track.get("kind")?.as_str()?)?;
        let unit = track.get("unit").and_then(Value::as_str);
        let unit = unit.and_then(|code| convert::called(code, material.names)).unwrap_or_default();
        Some(format!("{unit}{kind}：{outcome}。"))
    };
    let lines: Vec<String> = list.as_array()?.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// How a mediation was closed: by the form of its agreement, else by its ending.
fn closing(field: &Field, material: &Material<'_>) -> Option<Value> {
    let found = path::at(material.view, "agreement.form");
    let found = found.or_else(|| path::at(material.view, "head.state"))?;
    let found = if found == json!("stopped") { json!("failed") } else { found };
    choice(field, &found)
}

/// How much of the agreement was performed.
fn performed(field: &Field, material: &Material<'_>) -> Option<Value> {
    let length = |place: &str| {
        path::at(material.view, place).and_then(|list| Some(list.as_array()?.len())).unwrap_or(0)
    };
    let (owed, done) = (length("agreement.draft.obligations"), length("agreement.performed"));
    let word = match (owed, done) {
        (0, _) | (_, 0) => return None,
        (owed, done) if done >= owed => "全部履行",
        (_, _) => "部分履行",
    };
    (field.kind != Kind::Choice || field.options.iter().any(|option| option == word))
        .then(|| json!(word))
}

/// What the last session says.
fn session(field: &Field, place: &str, material: &Material<'_>) -> Option<Value> {
    let sessions = path::at(material.view, "sessions")?;
    let last = sessions.as_array()?.last()?;
    let name = place.rsplit('.').next().unwrap_or(place);
    let found = last.get(name)?;
    match field.kind {
        Kind::Count => convert::count(found).map(Value::from),
        Kind::Text => found.as_str().map(Value::from),
        Kind::Choice => choice(field, found),
        Kind::Parties => {
            let numbers: Vec<u64> = found.as_array()?.iter().filter_map(Value::as_u64).collect();
            let all = parties(material);
            let of = |party: &&Value| {
                party.get("no").and_then(Value::as_u64).is_some_and(|no| numbers.contains(&no))
            };
            let there: Vec<Value> = all.iter().filter(of).filter_map(convert::party).collect();
            (!there.is_empty()).then_some(Value::Array(there))
        }
        Kind::Long | Kind::Date | Kind::Money | Kind::Party | Kind::Texts | Kind::Rows => None,
    }
}
