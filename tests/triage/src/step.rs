//! Which procedure is asked for: the texts from which it is learnt, where the lines are drawn, how much is heard.

use anyhow::Result;
use jiefen_triage::cue::Cues;
use jiefen_triage::model::step::{STEPS, Step, WAYS};
use jiefen_triage::text;
use serde::Deserialize;

use crate::corpus;
use crate::heard::{self, Heard, Share};
use crate::judge::{Expected, Judged};

/// Of a thousand texts that do not ask for a step, so many may be taken for it by the model alone. A step that is not
/// asked for sends somebody to another door, so few are allowed.
const FALSE_SHARE: [f32; WAYS] = [0.004; WAYS];

/// A text with the steps that its writer told.
#[derive(Debug, Clone, Deserialize)]
struct Asking {
    text: String,
    asks: Vec<String>,
}

/// The step that a judged case asks for. A track that is also the usual way of its kind asks for none.
fn asked_by(expected: &Expected) -> Option<&'static str> {
    if expected.flags.get("needs_information") == Some(&Some(true)) {
        return Some("vague");
    }
    let closed = expected.flags.get("not_mediable") == Some(&Some(true));
    Some(match (expected.track.as_str(), expected.responsible.as_str()) {
        ("litigation", _) if closed => "status_suit",
        ("administrative_mediation", "medicare") => "matter.medicare",
        ("administrative_mediation", "archives") => "matter.archives",
        ("administrative_mediation", "health") => "health_office",
        ("payment_order", _) => "payment_order",
        ("retrial", _) => "retrial",
        ("commercial_arbitration", _) => "arbitration_clause",
        ("labour_arbitration" | "land_arbitration", _) => "arbitration_applied",
        ("administrative_ruling", _) => "ruling",
        ("judicial_confirmation", _) => "confirmation",
        ("notarized_enforcement", _) => "notarised",
        ("public_interest_litigation", _) => "public_interest",
        ("fast_track", _) => "fast",
        ("invited_mediation", _) => "invited",
        ("court_entrusted_mediation_in_litigation", _) => "entrusted_in_suit",
        ("neutral_evaluation", _) => "evaluation",
        ("negotiation", _) => "talk",
        ("administrative_reconsideration", _) => "reconsideration",
        ("none_until_information", _) => "vague",
        _ => return None,
    })
}

/// True when a case does not tell which step its text asks for: who refuses to be mediated and who goes to which
/// medical body is not judged, what civil affairs has is more than homes for the elderly, and what the procuratorate
/// supervises is more than judgments.
fn untold(expected: &Expected) -> bool {
    let none = asked_by(expected).is_none();
    let supervised = expected.track == "procuratorate_supervision";
    let wide = ["civil_affairs", "court"].contains(&expected.responsible.as_str());
    none && (supervised || wide || expected.kind == "medical")
}

/// Every text of the corpus of which it is known what it asks for.
///
/// # Errors
/// A file cannot be read.
pub fn texts() -> Result<Vec<Heard<WAYS>>> {
    let mut all = Vec::new();
    for asking in corpus::lines::<Asking>("steps.jsonl")? {
        let told = STEPS.map(|step| asking.asks.iter().any(|asked| asked == step));
        all.push(Heard::new(&asking.text, told, cued(&asking.text)));
    }
    for Judged { case, expected } in corpus::cases()? {
        if untold(&expected) {
            continue;
        }
        let asked = asked_by(&expected);
        let told = STEPS.map(|step| asked == Some(step));
        all.push(Heard::new(&case.text, told, cued(&case.text)));
    }
    // Of other registrations it is not told: those in which no pattern finds a step ask for none.
    for name in ["registrations.jsonl", "care.jsonl"] {
        for sample in corpus::read(name)? {
            let cues = cued(&sample.text);
            let missing =
                sample.signs.is_some_and(|signs| signs.iter().any(|sign| sign == "missing"));
            if cues == [false; WAYS] && !missing {
                all.push(Heard::new(&sample.text, [false; WAYS], cues));
            }
        }
    }
    Ok(all)
}

/// The steps that patterns find.
fn cued(raw: &str) -> [bool; WAYS] {
    let hits = Cues::shipped().find(&text::clean(raw));
    STEPS.map(|step| hits.has(step))
}

/// The model of all texts, with its lines where held-out texts allow them.
pub fn model(texts: &[Heard<WAYS>]) -> Step {
    heard::model(texts, &FALSE_SHARE)
}

/// What is found in texts that the model has not seen, step by step.
pub fn cross(texts: &[Heard<WAYS>]) -> [Share; WAYS] {
    heard::cross(texts, &FALSE_SHARE)
}

/// What is found, as a table.
pub fn page(texts: &[Heard<WAYS>]) -> String {
    let head = "A step is heard when a pattern of `services/triage/data/cues-*.toml` or the model finds it; the route's \
                rules decide what it leads to. A step that is not asked for sends somebody to another door, so the model \
                may take few texts for it.\n\n";
    format!("{head}{}", heard::page(texts, &FALSE_SHARE, ("step", &STEPS)))
}
