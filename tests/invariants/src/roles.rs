//! I10: who coordinates, leads or assesses gives no command of a body that decides.

use jiefen_administrative_rules::adjudication::Adjudication;
use jiefen_administrative_rules::procuratorate_supervision::ProcuratorateSupervision;
use jiefen_administrative_rules::reconsideration::Reconsideration;
use jiefen_arbitration_rules::commercial_arbitration::CommercialArbitration;
use jiefen_arbitration_rules::labour_arbitration::LabourArbitration;
use jiefen_arbitration_rules::rural_land_arbitration::RuralLandArbitration;
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
    kept_apart::<CommercialArbitration>();
    kept_apart::<LabourArbitration>();
    kept_apart::<RuralLandArbitration>();
    kept_apart::<Reconsideration>();
    kept_apart::<Adjudication>();
    kept_apart::<ProcuratorateSupervision>();
}
