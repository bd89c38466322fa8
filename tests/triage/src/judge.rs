//! How good triage is: kinds by cross-validation, whole cases against what their writers judged.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_triage::cli::{self, CaseAnswer, CaseLine};
use jiefen_triage::given::{self, Given};
use jiefen_triage::model::{KINDS, Model};
use jiefen_triage::{sign, text};
use jiefen_vocab::{Channel, DisputeKind, Flag, Region};
use jiff::civil::Date;
use serde::Deserialize;

use crate::corpus::Sample;
use crate::train::{Row, place, train};

/// In how many parts a corpus is cut.
const FOLDS: usize = 5;

/// How often the kind was right, and what was taken for what.
#[derive(Debug, Clone, Default)]
pub struct Kinds {
    /// Texts.
    pub texts: usize,
    /// Right ones.
    pub right: usize,
    /// Right among the two likeliest.
    pub second: usize,
    /// The sum of the shares of the answers.
    pub confidence: f32,
    /// From the kind that it is to the kind that was said.
    pub table: BTreeMap<(usize, usize), usize>,
    /// Wrong ones: the kind that it is, the kind that was said, the beginning of the text.
    pub wrong: Vec<(DisputeKind, DisputeKind, String)>,
}

impl Kinds {
    fn add(&mut self, model: &Model, sample: &Sample) {
        let guess = model.guess(&text::clean(&sample.text));
        self.texts += 1;
        self.confidence += guess.confidence;
        self.right += usize::from(guess.kind == sample.kind);
        let near = guess.ranking.iter().take(2).any(|(kind, _)| *kind == sample.kind);
        self.second += usize::from(near);
        *self.table.entry((place(sample.kind), place(guess.kind))).or_default() += 1;
        if guess.kind != sample.kind {
            self.wrong.push((sample.kind, guess.kind, sample.text.chars().take(60).collect()));
        }
    }

    /// The share of right ones.
    pub fn accuracy(&self) -> f32 {
        self.right as f32 / self.texts.max(1) as f32
    }
}

/// Cross-validates each file: the model that judges a part has not seen it.
pub fn cross(files: &[(&str, f32, Vec<Sample>)]) -> BTreeMap<String, Kinds> {
    let row = |weight: f32| move |sample: &Sample| Row::new(&sample.text, sample.kind, weight);
    let rows: Vec<Vec<Row>> = files
        .iter()
        .map(|(_, weight, samples)| samples.iter().map(row(*weight)).collect())
        .collect();
    let mut found: BTreeMap<String, Kinds> = BTreeMap::new();
    for fold in 0..FOLDS {
        let learnt = rows.iter().flat_map(|rows| rows.iter().enumerate());
        let learnt: Vec<&Row> =
            learnt.filter(|(at, _)| at % FOLDS != fold).map(|(_, row)| row).collect();
        let model = train(&learnt);
        for (name, _, samples) in files {
            let kinds = found.entry((*name).to_owned()).or_default();
            for sample in samples.iter().skip(fold).step_by(FOLDS) {
                kinds.add(&model, sample);
            }
        }
    }
    found
}

/// The confusion table as a page.
pub fn page(found: &BTreeMap<String, Kinds>) -> String {
    let mut page = String::from(
        "| texts | number | right | among the first two | mean confidence |\n|---|---|---|---|---|\n",
    );
    for (name, kinds) in found {
        let of = kinds.texts.max(1) as f32;
        page.push_str(&format!(
            "| {name} | {} | {:.1} % | {:.1} % | {:.1} % |\n",
            kinds.texts,
            100.0 * kinds.accuracy(),
            100.0 * kinds.second as f32 / of,
            100.0 * kinds.confidence / of
        ));
    }
    for (name, kinds) in found {
        page.push_str(&format!("\n### {name}: rows are the kind, columns what was said\n\n| |"));
        let names = DisputeKind::ALL.iter().map(|kind| format!(" {} |", kind.code()));
        page.extend(names);
        page.push_str(&format!("\n|---|{}\n", "---|".repeat(KINDS)));
        for (row, kind) in DisputeKind::ALL.iter().enumerate() {
            page.push_str(&format!("| {} |", kind.code()));
            for column in 0..KINDS {
                match kinds.table.get(&(row, column)) {
                    Some(number) => page.push_str(&format!(" {number} |")),
                    None => page.push_str(" |"),
                }
            }
            page.push('\n');
        }
    }
    page
}

/// A judged case.
#[derive(Debug, Clone, Deserialize)]
pub struct Judged {
    /// The case.
    #[serde(flatten)]
    pub case: CaseLine,
    /// What its writer judged.
    pub expected: Expected,
}

/// What the writer of a case judged; what is `None` is not judged.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)] // the names of the file
pub struct Expected {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub type_also_accepted: Vec<String>,
    pub responsible: String,
    #[serde(default)]
    pub responsible_also_accepted: Vec<String>,
    pub track: String,
    #[serde(default)]
    pub track_also_accepted: Vec<String>,
    pub flags: BTreeMap<String, Option<bool>>,
    #[serde(default)]
    pub duplicate_of: Option<String>,
    #[serde(default)]
    pub deadline: Option<Deadline>,
    #[serde(default)]
    pub forbidden: Vec<String>,
}

/// The time limit that a writer judged.
#[derive(Debug, Clone, Deserialize)]
#[allow(missing_docs)] // the names of the file
pub struct Deadline {
    pub due: Option<String>,
}

/// The fields that were judged: right, all, and which cases were wrong with what was said.
#[derive(Debug, Clone, Default)]
pub struct Fields(pub BTreeMap<String, (usize, usize, Vec<String>)>);

impl Fields {
    fn add(&mut self, field: &str, right: bool, case: &str, said: &str) {
        let (good, all, wrong) = self.0.entry(field.to_owned()).or_default();
        *all += 1;
        *good += usize::from(right);
        if !right {
            wrong.push(format!("{case} {said}"));
        }
    }

    /// The share of right ones of a field.
    pub fn share(&self, field: &str) -> f32 {
        self.0.get(field).map_or(1.0, |(good, all, _)| *good as f32 / (*all).max(1) as f32)
    }
}

/// Judges a set of cases, registered in their order.
///
/// # Errors
/// A case that cannot be registered.
pub fn cases(judged: &[Judged]) -> Result<Fields, cli::CaseFault> {
    let lines: Vec<CaseLine> = judged.iter().map(|judged| judged.case.clone()).collect();
    let answers = cli::cases(&lines)?;
    let mut fields = Fields::default();
    let mut whole = BTreeSet::new();
    for (judged, (id, answer)) in judged.iter().zip(&answers) {
        let before: usize = fields.0.values().map(|(good, all, _)| all - good).sum();
        judge(&mut fields, judged, id, answer);
        let after: usize = fields.0.values().map(|(good, all, _)| all - good).sum();
        if before == after {
            whole.insert(id.clone());
        }
    }
    for judged in judged {
        fields.add("whole", whole.contains(&judged.case.id), &judged.case.id, "");
    }
    Ok(fields)
}

fn judge(fields: &mut Fields, judged: &Judged, id: &str, answer: &CaseAnswer) {
    let expected = &judged.expected;
    let one_of = |said: &str, right: &str, also: &[String]| {
        said == right || also.iter().any(|also| also == said)
    };
    let kind = answer.kind.code();
    fields.add("type", one_of(kind, &expected.kind, &expected.type_also_accepted), id, kind);
    let unit = &answer.responsible;
    let right = one_of(unit, &expected.responsible, &expected.responsible_also_accepted);
    fields.add("responsible", right, id, &format!("{unit} not {}", expected.responsible));
    let track = answer.track.code();
    let right = one_of(track, &expected.track, &expected.track_also_accepted);
    fields.add("track", right, id, &format!("{track} not {}", expected.track));
    for (flag, wanted) in &expected.flags {
        let Some(wanted) = wanted else { continue };
        let said = answer.flags.get(flag.as_str()).copied().unwrap_or(false);
        fields.add(
            &format!("flag:{flag}"),
            said == *wanted,
            id,
            if said { "said" } else { "missed" },
        );
    }
    if let Some(due) = expected.deadline.as_ref().and_then(|deadline| deadline.due.as_ref()) {
        let said = answer.due.map(|due| due.to_string()).unwrap_or_default();
        fields.add("deadline", said == *due, id, &format!("{said} not {due}"));
    }
    let same = answer.duplicate_of == expected.duplicate_of;
    fields.add("duplicate", same, id, answer.duplicate_of.as_deref().unwrap_or("none"));
    let forbidden =
        answer.actions.iter().any(|action| expected.forbidden.iter().any(|bad| bad == action));
    fields.add("no_forbidden_action", !forbidden, id, "");
}

/// How often a flag was found.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Texts.
    pub texts: usize,
    /// Texts with it that were found.
    pub found: usize,
    /// Texts with it that were not.
    pub missed: Vec<String>,
    /// Texts in which it was said and not told.
    pub false_ones: Vec<String>,
}

/// What the writers of the corpus call the flags.
pub const CALLED: [(&str, Flag); 9] = [
    ("safety", Flag::SafetyAlert),
    ("minor", Flag::MinorProtection),
    ("women_children", Flag::WomenChildren),
    ("mass", Flag::MassIncident),
    ("ethnic_religious", Flag::EthnicReligiousNeutral),
    ("crime", Flag::NotMediable),
    ("cross_region", Flag::CrossRegion),
    ("reroute", Flag::Reroute),
    ("missing", Flag::NeedsInformation),
];

/// Compares the flags of texts with those that their writers have told. Only the text is known: no parties, no place.
pub fn signs(samples: &[Sample]) -> BTreeMap<Flag, Told> {
    let mut all: BTreeMap<Flag, Told> = BTreeMap::new();
    for sample in samples {
        let Some(told) = &sample.signs else { continue };
        let found: Vec<Flag> = told_by(&sample.text, sample.kind)
            .map(|given| {
                sign::signs(&given::read(&given)).into_iter().map(|sign| sign.flag).collect()
            })
            .unwrap_or_default();
        for (called, flag) in CALLED {
            let count = all.entry(flag).or_default();
            let (right, said) = (told.iter().any(|sign| sign == called), found.contains(&flag));
            count.texts += 1;
            match (right, said) {
                (true, true) => count.found += 1,
                (true, false) => count.missed.push(sample.text.clone()),
                (false, true) => count.false_ones.push(sample.text.clone()),
                (false, false) => {}
            }
        }
    }
    all
}

/// The flags that the patterns alone find in a text.
pub fn cued(text: &str, kind: DisputeKind) -> Vec<Flag> {
    told_by(text, kind).map(|given| sign::cued(&given::read(&given))).unwrap_or_default()
}

/// A registration of which only the text is known.
fn told_by(text: &str, kind: DisputeKind) -> Option<Given<'_>> {
    Some(Given {
        text,
        channel: Channel::Phone,
        received_by: "county_zz",
        place: "640122".parse::<Region>().ok()?,
        place_name: "",
        other_place: None,
        parties: Vec::new(),
        amount: None,
        people: 1,
        day: Date::constant(2026, 6, 1),
        kind: Some(kind),
    })
}
