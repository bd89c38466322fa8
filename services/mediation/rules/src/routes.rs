//! Which routes stay open when mediation ends without result (人民调解法 26).

use jiefen_vocab::DisputeKind;

/// What the parties are told, Chinese, and the rule whose last day they are told with it.
pub fn remedies(kind: DisputeKind) -> (&'static str, &'static str) {
    match kind {
        DisputeKind::Labour => (
            "可以自知道或者应当知道权利被侵害之日起一年内向劳动人事争议仲裁委员会申请仲裁。",
            "T-H-05",
        ),
        DisputeKind::LandContracting => (
            "可以自知道或者应当知道权利被侵害之日起二年内向农村土地承包仲裁委员会申请仲裁，\
             也可以直接向人民法院起诉。",
            "T-I-01",
        ),
        DisputeKind::Administrative => {
            ("可以自知道行政行为之日起六十日内申请行政复议，也可以依法提起行政诉讼。", "T-K-01")
        }
        DisputeKind::MarriageFamily
        | DisputeKind::Neighbour
        | DisputeKind::HousingHomestead
        | DisputeKind::ContractDebt
        | DisputeKind::ProductionBusiness
        | DisputeKind::TortDamages
        | DisputeKind::LandExpropriation
        | DisputeKind::Environment
        | DisputeKind::PropertyManagement
        | DisputeKind::Consumer
        | DisputeKind::Medical
        | DisputeKind::Traffic
        | DisputeKind::Campus
        | DisputeKind::Finance
        | DisputeKind::Ip
        | DisputeKind::Other => (
            "可以依法向人民法院起诉，有仲裁协议的申请仲裁，也可以请求有关行政机关处理。\
             诉讼时效一般为三年，自最近一次请求调解之日起重新计算。",
            "T-A-06",
        ),
    }
}
