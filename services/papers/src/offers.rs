//! Which papers a case can have where it stands, and who issues them.

use jiefen_vocab::Role;
use serde_json::Value;

use crate::fill::path;

/// A paper of a procedure.
#[derive(Debug)]
pub struct Offer {
    /// The family.
    pub family: &'static str,
    /// The procedure.
    pub procedure: &'static str,
    /// In which of its states.
    pub states: &'static [&'static str],
    /// Who may issue it.
    pub roles: &'static [Role],
    /// The word of its numbers; empty: it has none of its own.
    pub word: &'static str,
    /// A party may have it.
    pub for_parties: bool,
    /// What the case must have, by its path, and where it matters which value: `decided.result=refused`, several with a
    /// stroke between them; empty: nothing.
    needs: &'static str,
}

impl Offer {
    /// Other units of the dispute are told that it was issued: what a party may have, and what a unit owes another.
    pub(crate) fn is_told(&self) -> bool {
        self.for_parties || ["return_form", "mediation_feedback"].contains(&self.family)
    }

    /// Whether the case has what the paper is about.
    pub(crate) fn fits(&self, view: &Value) -> bool {
        match self.needs.split_once('=') {
            None => self.needs.is_empty() || path::at(view, self.needs).is_some(),
            Some((place, values)) => {
                let found = path::at(view, place);
                let code = found.as_ref().and_then(Value::as_str);
                code.is_some_and(|code| values.split('|').any(|value| value == code))
            }
        }
    }
}

/// Whether a party may have the papers of this name.
pub(crate) fn is_for_parties(zh: &str) -> bool {
    let known = |offer: &&Offer| jiefen_documents::family(offer.family).is_ok_and(|f| f.zh == zh);
    OFFERS.iter().filter(|offer| offer.for_parties).any(|offer| known(&offer))
}

/// The offers of a case in a state.
pub(crate) fn of<'a>(
    procedure: &'a str,
    state: &'a str,
) -> impl Iterator<Item = &'static Offer> + 'a {
    OFFERS.iter().filter(move |offer| offer.procedure == procedure && offer.states.contains(&state))
}

const COUNTER: &[Role] = &[Role::WindowClerk, Role::CentreDirector];
const ROOM: &[Role] = &[Role::Mediator, Role::MediationHead];
const COURT: &[Role] = &[Role::FilingClerk, Role::Judge];
const JUDGE: &[Role] = &[Role::Judge];
const COMMISSION: &[Role] = &[Role::Arbitrator, Role::ArbitrationDirector];
const PETITIONS: &[Role] = &[Role::PetitionOfficer, Role::PetitionHead];
const REVIEW: &[Role] = &[Role::Reviewer, Role::ReviewHead];
/// Those who assess: of their own orders and sheets, never of a dispute.
const ASSESSORS: &[Role] = &[Role::Assessor];
/// Whoever may have a matter in hand.
const HANDLERS: &[Role] = &[
    Role::WindowClerk,
    Role::Mediator,
    Role::MediationHead,
    Role::Arbitrator,
    Role::ArbitrationDirector,
    Role::PetitionOfficer,
    Role::PetitionHead,
    Role::Reviewer,
    Role::ReviewHead,
    Role::Judge,
    Role::DepartmentOfficer,
];

const REGISTERED: &[&str] = &[
    "received",
    "registered",
    "triage",
    "assigned",
    "in_process",
    "agreed",
    "decided",
    "performing",
    "unresolved",
    "escalated",
    "suspended",
];
const HANDED: &[&str] = &["triage", "assigned", "in_process"];
const ACCEPTED: &[&str] = &[
    "mediating",
    "drafted",
    "in_force",
    "breached",
    "performed",
    "unperformed",
    "failed",
    "stopped",
];
const TALKING: &[&str] = &["mediating", "drafted"];
const AGREED: &[&str] = &["drafted", "in_force", "breached", "performed", "unperformed"];
const BINDING: &[&str] = &["in_force", "breached", "performed", "unperformed"];
const NOT_AGREED: &[&str] = &["failed", "stopped"];
const ENDED: &[&str] = &["performed", "unperformed", "failed", "stopped", "withdrawn"];
const FILED: &[&str] = &["filed", "fee_due", "entrusted", "on_trial", "statement_made"];
const HEARD: &[&str] = &["hearing", "stayed", "overdue"];
const OPINION: &[&str] = &["opinion", "review", "stands"];
const REVIEWED: &[&str] = &["reviewed", "rereview", "stands"];
const REVIEWING: &[&str] = &["reviewing", "overdue", "suspended", "mediating"];
const DECIDED: &[&str] = &["decided", "reporting"];
const ORDERED: &[&str] = &["signed", "overdue", "circulated", "answered", "talk_due"];
const FROZEN: &[&str] = &["frozen", "closed", "signed"];
const STARTED: &[&str] = &["filed", "fee_due", "entrusted", "on_trial"];
const WITHDRAWN: &[&str] = &["withdrawn", "deemed_withdrawn"];

/// A row of the table.
const fn row(
    family: &'static str,
    procedure: &'static str,
    states: &'static [&'static str],
    roles: &'static [Role],
    word: &'static str,
    for_parties: bool,
) -> Offer {
    Offer { family, procedure, states, roles, word, for_parties, needs: "" }
}

/// The same for a case that has something.
const fn with(offer: Offer, needs: &'static str) -> Offer {
    Offer { needs, ..offer }
}

/// Every paper that a case can have, in the order of a dispute's life.
#[rustfmt::skip]
pub const OFFERS: &[Offer] = &[
    row("registration_receipt", "dispute", REGISTERED, COUNTER, "", true),
    row("assignment_order", "dispute", HANDED, COUNTER, "综治交", false),
    row("return_form", "matter", &["passed_back"], HANDLERS, "综治退", false),
    row("closing_notice", "dispute", &["closed", "archived"], COUNTER, "综治结", true),
    row("mediation_application", "people_mediation", &["consent_asked", "mediating", "drafted"], ROOM, "", true),
    row("mediation_intake_form", "people_mediation", ACCEPTED, ROOM, "人调受字", false),
    row("rights_notice", "people_mediation", ACCEPTED, ROOM, "", true),
    row("power_of_attorney", "people_mediation", TALKING, ROOM, "", true),
    row("investigation_record", "people_mediation", TALKING, ROOM, "", false),
    with(row("mediation_record", "people_mediation", ACCEPTED, ROOM, "", false), "sessions"),
    row("mediation_agreement", "people_mediation", AGREED, ROOM, "人调字", true),
    with(row("oral_agreement_form", "people_mediation", BINDING, ROOM, "人调口字", true), "agreement"),
    row("failed_mediation_notice", "people_mediation", NOT_AGREED, ROOM, "调终", true),
    row("confirmation_application", "people_mediation", &["in_force"], ROOM, "", true),
    row("follow_up_record", "people_mediation", BINDING, ROOM, "", false),
    row("mediation_closing_report", "people_mediation", ENDED, ROOM, "", false),
    with(row("mediation_record", "entrusted_mediation", &["mediating", "agreed"], ROOM, "", false), "sessions"),
    row("mediation_feedback", "entrusted_mediation", &["settled", "failed", "withdrawn", "declined"], ROOM, "调函", false),
    with(row("industry_mediation_record", "industry_mediation", &["mediating", "agreed", "settled", "failed"], ROOM, "", false), "sessions"),
    with(row("industry_mediation_agreement", "industry_mediation", &["mediating", "agreed", "settled"], ROOM, "行调字", true), "draft.hash"),
    with(row("failed_mediation_notice", "industry_mediation", &["failed", "withdrawn", "declined"], ROOM, "调终", true), "ended_on"),
    with(row("lawyer_mediation_record", "lawyer_mediation", &["mediating", "agreed", "settled", "failed"], ROOM, "", false), "sessions"),
    with(row("lawyer_mediation_agreement", "lawyer_mediation", &["mediating", "agreed", "settled"], ROOM, "律调字", true), "draft.hash"),
    with(row("failed_mediation_notice", "lawyer_mediation", &["failed", "withdrawn", "declined"], ROOM, "调终", true), "ended_on"),
    row("entrustment_letter", "filing", &["delegated", "entrusted"], COURT, "法委", false),
    with(row("court_correction_notice", "filing", &["correcting"], COURT, "", true), "missing"),
    row("filing_notice", "filing", FILED, COURT, "", true),
    row("filing_refusal", "filing", &["refused", "refusal_appealed", "refusal_final"], JUDGE, "", true),
    with(row("small_claims_notice", "filing", STARTED, COURT, "", true), "track=small_claims"),
    with(row("summons", "filing", &["on_trial"], COURT, "", true), "hearing_on"),
    row("withdrawal_ruling", "filing", WITHDRAWN, JUDGE, "", true),
    row("civil_mediation_statement", "filing", &["statement_made", "statement"], JUDGE, "", true),
    row("service_receipt", "filing", &["refused", "on_trial", "statement_made", "statement", "judged"], COURT, "", false),
    row("confirmation_ruling", "confirmation", &["confirmed", "objected", "effective"], JUDGE, "", true),
    row("confirmation_rejection", "confirmation", &["rejected"], JUDGE, "", true),
    row("protection_order", "protection_order", &["in_force"], JUDGE, "", true),
    row("service_receipt", "protection_order", &["in_force"], COURT, "", false),
    row("payment_order_application", "payment_order", &["applied", "correcting"], COURT, "", true),
    row("payment_order", "payment_order", &["issued", "contested", "effective"], JUDGE, "", true),
    row("service_receipt", "payment_order", &["issued", "contested"], COURT, "", false),
    row("enforcement_notice", "enforcement", &["enforcing", "settled"], JUDGE, "", true),
    row("service_receipt", "enforcement", &["enforcing"], COURT, "", false),
    row("arbitration_application", "labour_arbitration", &["received", "applied"], COMMISSION, "", true),
    row("arbitration_acceptance", "labour_arbitration", HEARD, COMMISSION, "劳人仲受", true),
    row("arbitration_refusal", "labour_arbitration", &["refused"], COMMISSION, "劳人仲不受", true),
    row("defence_notice", "labour_arbitration", HEARD, COMMISSION, "劳人仲应", true),
    row("evidence_notice", "labour_arbitration", &["hearing"], COMMISSION, "劳人仲举", true),
    row("hearing_notice", "labour_arbitration", &["hearing"], COMMISSION, "劳人仲庭", true),
    with(row("hearing_record", "labour_arbitration", HEARD, COMMISSION, "", false), "hearing.tribunal"),
    row("service_receipt", "labour_arbitration", &["hearing", "refused", "awarded", "settled"], COMMISSION, "", false),
    row("arbitration_mediation_statement", "labour_arbitration", &["hearing", "settled"], COMMISSION, "", true),
    row("arbitral_award", "labour_arbitration", &["awarded", "in_court", "concluded"], COMMISSION, "", true),
    row("petition_transfer_notice", "petition", &["forwarded", "objected"], PETITIONS, "信转", true),
    row("petition_acceptance", "petition", &["handling"], PETITIONS, "信受", true),
    row("petition_refusal", "petition", &["not_accepted", "routed", "transferred"], PETITIONS, "信不受", true),
    row("petition_opinion", "petition", OPINION, PETITIONS, "信处", true),
    row("petition_review_opinion", "petition", REVIEWED, PETITIONS, "信复", true),
    row("service_receipt", "petition", &["not_accepted", "opinion", "reviewed"], PETITIONS, "", false),
    row("reconsideration_correction", "reconsideration", &["correcting"], REVIEW, "行复补", true),
    with(row("reconsideration_refusal", "reconsideration", DECIDED, REVIEW, "", true), "decided.result=refused"),
    row("reconsideration_acceptance", "reconsideration", REVIEWING, REVIEW, "行复受", true),
    row("reconsideration_mediation_statement", "reconsideration", &["mediating", "decided", "reporting"], REVIEW, "", true),
    with(row("reconsideration_stay", "reconsideration", &["suspended"], REVIEW, "行复中", true), "review.stood"),
    row("reconsideration_decision", "reconsideration", DECIDED, REVIEW, "", true),
    with(row("reconsideration_termination", "reconsideration", &["ended"], REVIEW, "", true), "ended.how=withdrawn|settled|terminated"),
    row("service_receipt", "reconsideration", &["reviewing", "suspended", "decided"], REVIEW, "", false),
    row("supervision_letter", "order", ORDERED, ASSESSORS, "督", false),
    with(row("circular", "order", &["circulated", "answered", "talk_due"], ASSESSORS, "通", false), "circulated_on"),
    row("talk_notice", "order", &["talk_due"], ASSESSORS, "约", false),
    row("score_sheet", "sheet", FROZEN, ASSESSORS, "考", false),
];

/// The family of a whole dossier, and who binds it.
pub const DOSSIER: &str = "dossier_cover";
/// Whose cases have a dossier in the official order of people's mediation.
pub const DOSSIER_OF: &str = "people_mediation";
/// Who binds a dossier.
pub const BINDERS: &[Role] = ROOM;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// A paper in a state that there is not would never be offered, and nobody would miss it.
    #[test]
    fn every_paper_is_offered_in_states_that_its_procedure_has() {
        let charts = jiefen_intake_rules::charts()
            .into_iter()
            .chain(jiefen_mediation_rules::charts())
            .chain(jiefen_court_rules::charts())
            .chain(jiefen_arbitration_rules::charts())
            .chain(jiefen_petition_rules::charts())
            .chain(jiefen_administrative_rules::charts())
            .chain(jiefen_assessment_rules::charts());
        let known: BTreeSet<(&str, &str)> = charts
            .flat_map(|chart| chart.stages.iter().map(move |stage| (chart.kind, stage.state)))
            .collect();
        for offer in OFFERS {
            for state in offer.states {
                assert!(known.contains(&(offer.procedure, *state)), "{}: {state}", offer.family);
            }
        }
    }

    #[test]
    fn a_paper_of_one_outcome_is_not_offered_for_another() {
        let families = |view: Value| -> Vec<&str> {
            let offers = of("reconsideration", "decided").filter(|offer| offer.fits(&view));
            offers.map(|offer| offer.family).filter(|family| family.contains("refusal")).collect()
        };
        let decided = |result: &str| serde_json::json!({ "decided": { "result": result } });
        assert_eq!(families(decided("refused")), ["reconsideration_refusal"]);
        assert_eq!(families(decided("revoked")), Vec::<&str>::new());
        let ended = |how: &str| serde_json::json!({ "ended": { "how": how } });
        for (how, fits) in [("withdrawn", true), ("settled", true), ("performed", false)] {
            let mut offers = of("reconsideration", "ended");
            assert_eq!(offers.any(|offer| offer.fits(&ended(how))), fits, "{how}");
        }
    }

    #[test]
    fn a_family_with_a_number_of_its_own_has_a_word_and_no_other_has_one() {
        let mut families = BTreeSet::new();
        for offer in OFFERS {
            let family = jiefen_documents::family(offer.family).expect("a family");
            let numbered = family
                .fields
                .iter()
                .any(|field| field.name == "number" && field.source == "number");
            assert_eq!(numbered, !offer.word.is_empty(), "{}", offer.family);
            families.insert(offer.family);
        }
        assert!(families.len() >= 25, "{} families can be issued", families.len());
    }
}
