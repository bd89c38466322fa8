//! I10: who coordinates, leads or assesses gives no command of a body that decides.

use jiefen_administrative_rules::adjudication::Adjudication;
use jiefen_administrative_rules::procuratorate_supervision::ProcuratorateSupervision;
use jiefen_administrative_rules::public_interest::PublicInterest;
use jiefen_administrative_rules::reconsideration::Reconsideration;
use jiefen_arbitration_rules::commercial_arbitration::CommercialArbitration;
use jiefen_arbitration_rules::labour_arbitration::LabourArbitration;
use jiefen_arbitration_rules::rural_land_arbitration::RuralLandArbitration;
use jiefen_court_rules::confirmation::Confirmation;
use jiefen_court_rules::enforcement::Enforcement;
use jiefen_court_rules::filing::Filing;
use jiefen_court_rules::notarised_instrument::NotarisedInstrument;
use jiefen_court_rules::payment_order::PaymentOrder;
use jiefen_court_rules::protection_order::ProtectionOrder;
use jiefen_court_rules::trial::Trial;
use jiefen_petition_rules::litigation_petition::LitigationPetition;
use jiefen_petition_rules::petition::Petition;
use jiefen_procedure::Procedure;

use crate::track::ABOVE;

fn kept_apart<P: Procedure>() {
    for command in P::COMMANDS {
        let roles = P::roles(command);
        assert!(!roles.is_empty(), "{}.{command} has no role", P::KIND);
        for role in ABOVE {
            assert!(!roles.contains(&role), "{role:?} may give {}.{command}", P::KIND);
        }
    }
}

#[test]
fn who_coordinates_leads_or_assesses_decides_nothing() {
    kept_apart::<Filing>();
    kept_apart::<Trial>();
    kept_apart::<PaymentOrder>();
    kept_apart::<Confirmation>();
    kept_apart::<Enforcement>();
    kept_apart::<NotarisedInstrument>();
    kept_apart::<ProtectionOrder>();
    kept_apart::<CommercialArbitration>();
    kept_apart::<LabourArbitration>();
    kept_apart::<RuralLandArbitration>();
    kept_apart::<Reconsideration>();
    kept_apart::<Adjudication>();
    kept_apart::<ProcuratorateSupervision>();
    kept_apart::<PublicInterest>();
    kept_apart::<Petition>();
    kept_apart::<LitigationPetition>();
}
