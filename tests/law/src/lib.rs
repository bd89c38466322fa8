//! Every procedure of the county in one list, for whoever asks something of all of them: the prover,
//! the pictures in `docs/procedures`, the bench. A new procedure is one line in [`procedures`] and brings its
//! `samples` with it.

mod docs;

pub use docs::{Page, pages, rule_ids};

use jiefen_procedure::{Chart, Procedure};
use jiefen_vocab::Role;

/// Calls a macro with all procedures, each as `"area" crate module Name;`. Behind the feature `kit` of its
/// crate each has a module `samples` with `moves` and `lines`.
#[macro_export]
macro_rules! procedures {
    ($each:ident) => {
        $each! {
            "registry" jiefen_registry_rules unit Unit;
            "registry" jiefen_registry_rules roster Roster;
            "intake" jiefen_intake_rules dispute Dispute;
            "intake" jiefen_intake_rules inquiry Inquiry;
            "intake" jiefen_intake_rules mass_incident MassIncident;
            "intake" jiefen_intake_rules risk_case RiskCase;
            "intake" jiefen_intake_rules screening_campaign ScreeningCampaign;
            "intake" jiefen_intake_rules signal_watch SignalWatch;
            "intake" jiefen_intake_rules citizen_request CitizenRequest;
            "mediation" jiefen_mediation_rules people_mediation PeopleMediation;
            "mediation" jiefen_mediation_rules entrusted_mediation EntrustedMediation;
            "mediation" jiefen_mediation_rules matter Matter;
            "mediation" jiefen_mediation_rules agreement_life AgreementLife;
            "mediation" jiefen_mediation_rules labour_mediation LabourMediation;
            "mediation" jiefen_mediation_rules rural_land_mediation RuralLandMediation;
            "mediation" jiefen_mediation_rules administrative_mediation AdministrativeMediation;
            "mediation" jiefen_mediation_rules joint_mediation JointMediation;
            "mediation" jiefen_mediation_rules batch Batch;
            "mediation" jiefen_mediation_rules village_negotiation VillageNegotiation;
            "mediation" jiefen_mediation_rules public_order PublicOrder;
            "mediation" jiefen_mediation_rules traffic Traffic;
            "mediation" jiefen_mediation_rules medical Medical;
            "mediation" jiefen_mediation_rules consumer Consumer;
            "mediation" jiefen_mediation_rules negotiation Negotiation;
            "mediation" jiefen_mediation_rules neutral_evaluation NeutralEvaluation;
            "mediation" jiefen_mediation_rules invited_mediation InvitedMediation;
            "mediation" jiefen_mediation_rules lawyer_mediation LawyerMediation;
            "mediation" jiefen_mediation_rules online_mediation OnlineMediation;
            "mediation" jiefen_mediation_rules industry_mediation IndustryMediation;
            "court" jiefen_court_rules filing Filing;
            "court" jiefen_court_rules confirmation Confirmation;
            "court" jiefen_court_rules payment_order PaymentOrder;
            "court" jiefen_court_rules trial Trial;
            "court" jiefen_court_rules enforcement Enforcement;
            "court" jiefen_court_rules notarised_instrument NotarisedInstrument;
            "court" jiefen_court_rules protection_order ProtectionOrder;
            "arbitration" jiefen_arbitration_rules labour_arbitration LabourArbitration;
            "arbitration" jiefen_arbitration_rules rural_land_arbitration RuralLandArbitration;
            "arbitration" jiefen_arbitration_rules commercial_arbitration CommercialArbitration;
            "petition" jiefen_petition_rules petition Petition;
            "petition" jiefen_petition_rules litigation_petition LitigationPetition;
            "administrative" jiefen_administrative_rules reconsideration Reconsideration;
            "administrative" jiefen_administrative_rules adjudication Adjudication;
            "administrative" jiefen_administrative_rules procuratorate_supervision ProcuratorateSupervision;
            "administrative" jiefen_administrative_rules public_interest PublicInterest;
            "assessment" jiefen_assessment_rules sheet Sheet;
            "assessment" jiefen_assessment_rules order Order;
            "assessment" jiefen_assessment_rules supervision_ladder SupervisionLadder;
            "coordination" jiefen_coordination_rules suggestion Suggestion;
        }
    };
}

/// One procedure, as far as it can be asked without a case.
#[derive(Clone)]
pub struct Entry {
    /// The area whose crate has it: `mediation`.
    pub area: &'static str,
    /// Its chart.
    pub chart: &'static Chart,
    /// The names of its commands.
    pub commands: &'static [&'static str],
    /// Who may give a command.
    pub roles: fn(&str) -> &'static [Role],
    /// Whether only the holder may give it.
    pub needs_holding: fn(&str) -> bool,
}

impl Entry {
    fn of<P: Procedure>(area: &'static str) -> Entry {
        Entry {
            area,
            chart: P::chart(),
            commands: P::COMMANDS,
            roles: P::roles,
            needs_holding: P::needs_holding,
        }
    }

    /// Its kind: `negotiation`.
    pub fn kind(&self) -> &'static str {
        self.chart.kind
    }
}

macro_rules! entries {
    ($($area:literal $crate_:ident $module:ident $name:ident;)*) => {
        vec![$(Entry::of::<$crate_::$module::$name>($area)),*]
    };
}

/// All procedures, by area and kind.
pub fn entries() -> Vec<Entry> {
    let mut all: Vec<Entry> = procedures!(entries);
    all.sort_by_key(|entry| (entry.area, entry.kind()));
    all
}

/// The charts that each area says it has, and the names of the commands that its service runs.
pub fn areas() -> Vec<(&'static str, Vec<&'static Chart>, &'static [&'static str])> {
    fn served<L: Procedure>() -> &'static [&'static str] {
        L::COMMANDS
    }
    macro_rules! area {
        ($name:literal, $crate_:ident) => {
            ($name, $crate_::charts(), served::<$crate_::Law>())
        };
    }
    vec![
        area!("registry", jiefen_registry_rules),
        area!("intake", jiefen_intake_rules),
        area!("mediation", jiefen_mediation_rules),
        area!("court", jiefen_court_rules),
        area!("arbitration", jiefen_arbitration_rules),
        area!("petition", jiefen_petition_rules),
        area!("administrative", jiefen_administrative_rules),
        area!("assessment", jiefen_assessment_rules),
        area!("coordination", jiefen_coordination_rules),
    ]
}
