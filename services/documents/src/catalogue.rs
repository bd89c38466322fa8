//! The families of this build: a file of fields and a template each, under `papers/`.

use std::sync::LazyLock;

use crate::family::Family;
use crate::fault::Fault;

/// What every template imports.
pub const SHARED: &[(&str, &str)] = &[
    ("layout.typ", include_str!("../papers/layout.typ")),
    ("official.typ", include_str!("../papers/official.typ")),
    ("court.typ", include_str!("../papers/court.typ")),
    ("plain.typ", include_str!("../papers/plain.typ")),
    ("numbers.typ", include_str!("../papers/numbers.typ")),
];

/// The template of the page numbers of a dossier.
pub const NUMBERS: &str = "numbers";

macro_rules! papers {
    ($($id:literal),* $(,)?) => {
        /// Each family's file and template.
        const PAPERS: &[(&str, &str, &str)] = &[$((
            $id,
            include_str!(concat!("../papers/", $id, ".toml")),
            include_str!(concat!("../papers/", $id, ".typ")),
        )),*];
    };
}

papers![
    "registration_receipt",
    "assignment_order",
    "return_form",
    "closing_notice",
    "supervision_letter",
    "circular",
    "talk_notice",
    "score_sheet",
    "mediation_application",
    "mediation_intake_form",
    "rights_notice",
    "power_of_attorney",
    "investigation_record",
    "mediation_record",
    "room_talk",
    "mediation_agreement",
    "oral_agreement_form",
    "failed_mediation_notice",
    "follow_up_record",
    "mediation_closing_report",
    "industry_mediation_record",
    "industry_mediation_agreement",
    "lawyer_mediation_record",
    "lawyer_mediation_agreement",
    "neutral_evaluation",
    "entrustment_letter",
    "mediation_feedback",
    "court_correction_notice",
    "filing_notice",
    "filing_refusal",
    "small_claims_notice",
    "summons",
    "withdrawal_ruling",
    "civil_mediation_statement",
    "confirmation_application",
    "confirmation_ruling",
    "confirmation_rejection",
    "payment_order_application",
    "payment_order",
    "protection_order",
    "enforcement_notice",
    "service_receipt",
    "arbitration_application",
    "arbitration_acceptance",
    "arbitration_refusal",
    "defence_notice",
    "evidence_notice",
    "hearing_notice",
    "hearing_record",
    "arbitration_mediation_statement",
    "arbitral_award",
    "petition_acceptance",
    "petition_refusal",
    "petition_transfer_notice",
    "petition_opinion",
    "petition_review_opinion",
    "reconsideration_correction",
    "reconsideration_acceptance",
    "reconsideration_refusal",
    "reconsideration_stay",
    "reconsideration_termination",
    "reconsideration_decision",
    "reconsideration_mediation_statement",
    "dossier_cover",
    "dossier_report",
];

/// A family whose file cannot be read is not there; a test reads every file.
static FAMILIES: LazyLock<Vec<Family>> =
    LazyLock::new(|| PAPERS.iter().filter_map(|paper| read(paper).ok()).collect());

fn read((id, text, template): &(&str, &str, &'static str)) -> Result<Family, String> {
    let family: Family = toml::from_str(text).map_err(|error| format!("{id}.toml: {error}"))?;
    if family.id != *id {
        return Err(format!("{id}.toml: its id is {}", family.id));
    }
    Ok(Family { template, ..family })
}

/// All families, in the order of a dispute's life.
pub fn families() -> &'static [Family] {
    &FAMILIES
}

/// One family by its name.
///
/// # Errors
/// There is none of that name.
pub fn family(id: &str) -> Result<&'static Family, Fault> {
    families()
        .iter()
        .find(|family| family.id == id)
        .ok_or_else(|| Fault::NoFamily { name: id.chars().take(40).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family::Kind;
    use std::collections::BTreeSet;

    #[test]
    fn every_file_of_a_family_reads() {
        for paper in PAPERS {
            assert_eq!(read(paper).map(|family| family.version >= 1), Ok(true));
        }
        assert!(families().len() >= 27, "{} families", families().len());
    }

    #[test]
    fn names_are_unique_and_every_field_says_where_it_comes_from() {
        let ids: BTreeSet<&str> = families().iter().map(|family| family.id.as_str()).collect();
        let titles: BTreeSet<&str> = families().iter().map(|family| family.zh.as_str()).collect();
        assert_eq!((ids.len(), titles.len()), (families().len(), families().len()));
        for family in families() {
            let fields = family.fields.iter();
            for field in fields.clone().chain(fields.flat_map(|field| &field.columns)) {
                let at = format!("{}.{}", family.id, field.name);
                match field.source.split_once(' ') {
                    Some(("clock", rule)) => assert!(
                        jiefen_terms::Law::shipped().rule(rule).is_ok(),
                        "{at}: no rule {rule}"
                    ),
                    Some(("case:", what)) => assert!(!what.is_empty(), "{at}"),
                    other => assert!(
                        other.is_none()
                            && ["unit", "number", "typed", "case"].contains(&field.source.as_str()),
                        "{at}: {}",
                        field.source
                    ),
                }
                assert_eq!(field.kind == Kind::Choice, !field.options.is_empty(), "{at}");
                assert_eq!(field.kind == Kind::Rows, !field.columns.is_empty(), "{at}");
            }
            let cited = family.basis.contains('第') || family.basis.contains("县方案");
            assert!(cited, "{} names its article", family.id);
        }
    }
}
