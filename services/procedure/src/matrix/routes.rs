//! The routes that stay open after a failed mediation: what each costs, how long it takes, where it
//! leads, and which body takes it. The notice after a failed mediation prints them (plan 七(二),
//! 人民调解法26).

use jiefen_vocab::{DisputeKind as K, TrackKind as T};
use serde::Serialize;

use super::{Circumstance as C, Present, allowed, is_mediation};

/// A lawful way on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Route {
    /// The track.
    pub track: T,
    /// The registry code of the body that takes it, in the county of the dispute.
    pub body: &'static str,
    /// The rule whose last day a party must keep to use the route; none: the law sets none.
    pub apply_by: Option<&'static str>,
    /// The rules of the time limits on the way, in order.
    pub limits: &'static [&'static str],
    /// What it costs the parties.
    pub cost_zh: &'static str,
    /// The same in English.
    pub cost_en: &'static str,
    /// What the outcome binds to.
    pub effect_zh: &'static str,
    /// The same in English.
    pub effect_en: &'static str,
    /// The article or rule id.
    pub basis: &'static str,
}

/// Every lawful route after the failed one, the statutory ones first. Each is [`allowed`] now; a route
/// that another must precede is not listed, the other one is. The failed track itself is not offered.
pub fn routes_after_failure(present: &Present, failed: T) -> Vec<Route> {
    let mut routes: Vec<Route> = candidates(present, failed)
        .into_iter()
        .filter(|route| route.track != failed && allowed(present, route.track).is_allowed())
        .collect();
    let statutory = |route: &Route| !is_mediation(route.track);
    if !routes.iter().any(statutory) && allowed(present, T::Petition).is_allowed() {
        routes.push(PETITION);
    }
    routes.sort_by_key(|route| !statutory(route));
    routes
}

fn candidates(present: &Present, failed: T) -> Vec<Route> {
    let mut routes = vec![
        LABOUR_ARBITRATION,
        LAND_ARBITRATION,
        COMMERCIAL_ARBITRATION,
        Route { body: ruling_body(present), ..RULING },
        RECONSIDERATION,
        suit(present),
        PAYMENT_ORDER,
        RETRIAL,
    ];
    // A ruling of the government is a route only where a law gives it the dispute.
    let ruling = present.has(C::LandTitle) || present.kind == K::Ip;
    routes.retain(|route| route.track != T::AdministrativeRuling || ruling);
    routes.extend(other_mediations(present.kind));
    let special = matches!(present.kind, K::Medical | K::Finance | K::Ip | K::Administrative);
    if failed == T::PeopleMediation && !special {
        routes.push(TOWN_MEDIATION);
    }
    routes
}

fn ruling_body(present: &Present) -> &'static str {
    if present.has(C::LandTitle) { "natural_resources" } else { "market" }
}

fn suit(present: &Present) -> Route {
    if present.administrative() {
        return ADMINISTRATIVE_SUIT;
    }
    match present.kind {
        K::Labour => LABOUR_SUIT,
        K::MarriageFamily
        | K::Neighbour
        | K::HousingHomestead
        | K::ContractDebt
        | K::ProductionBusiness
        | K::TortDamages
        | K::LandContracting
        | K::LandExpropriation
        | K::Environment
        | K::PropertyManagement
        | K::Consumer
        | K::Medical
        | K::Traffic
        | K::Campus
        | K::Finance
        | K::Ip
        | K::Administrative
        | K::Other => CIVIL_SUIT,
    }
}

/// Other mediations that the plan gives to the field, each only with the parties' consent.
fn other_mediations(kind: K) -> Vec<Route> {
    match kind {
        K::Medical => vec![agency("health", &["T-P-02"], "医疗纠纷预防和处理条例40")],
        K::Consumer => vec![
            agency("market", &["T-Q-01", "T-Q-03"], "消费者权益保护法39、46"),
            Route { track: T::IndustryMediation, body: "consumer_association", ..MEDIATION },
        ],
        K::Environment => vec![agency("ecology", &["T-R-01"], "生态环境法典1077")],
        K::PropertyManagement | K::HousingHomestead => {
            vec![agency("housing", &["T-K-19"], "实施方案四(三)8")]
        }
        K::Finance => {
            vec![Route { track: T::ThirdPartyFinancialMediation, body: "pboc", ..MEDIATION }]
        }
        K::Labour => vec![Route {
            track: T::LabourMediation,
            body: "hrss",
            limits: &["T-H-01"],
            basis: "劳动争议调解仲裁法10、14",
            ..MEDIATION
        }],
        K::Traffic | K::MarriageFamily | K::Neighbour | K::TortDamages | K::ContractDebt => {
            vec![COUNTY_MEDIATION]
        }
        K::ProductionBusiness
        | K::LandContracting
        | K::LandExpropriation
        | K::Campus
        | K::Ip
        | K::Administrative
        | K::Other => Vec::new(),
    }
}

const fn agency(body: &'static str, limits: &'static [&'static str], basis: &'static str) -> Route {
    Route { track: T::AdministrativeMediation, body, limits, basis, ..MEDIATION }
}

const LABOUR_ARBITRATION: Route = Route {
    track: T::LabourArbitration,
    body: "labour_arbitration_commission",
    apply_by: Some("T-H-05"),
    limits: &["T-H-06", "T-H-09", "T-H-14", "T-H-16"],
    cost_zh: "不收费",
    cost_en: "free of charge",
    effect_zh: "终局裁决作出即生效；非终局裁决十五日内不起诉的生效，可以申请强制执行",
    effect_en: "a final award binds when made; another one when nobody sues in 15 days; enforceable",
    basis: "劳动争议调解仲裁法5、27、47、50、53",
};

const LAND_ARBITRATION: Route = Route {
    track: T::LandArbitration,
    body: "land_arbitration_commission",
    apply_by: Some("T-I-01"),
    limits: &["T-I-02", "T-I-05", "T-I-07"],
    cost_zh: "不收费",
    cost_en: "free of charge",
    effect_zh: "收到裁决三十日内不起诉的，裁决生效，可以申请强制执行",
    effect_en: "the award binds when nobody sues in 30 days of receipt; enforceable",
    basis: "农村土地承包经营纠纷调解仲裁法4、18、48、52",
};

const COMMERCIAL_ARBITRATION: Route = Route {
    track: T::CommercialArbitration,
    body: "commercial_arbitration_commission",
    apply_by: Some("T-A-06"),
    limits: &["T-J-01", "T-J-06"],
    cost_zh: "按仲裁机构公布的收费标准",
    cost_en: "by the arbitration body's published tariff",
    effect_zh: "一裁终局，裁决作出即生效，可以申请强制执行",
    effect_en: "one instance; the award binds when made; enforceable",
    basis: "仲裁法(2025)5、10、70、90、92",
};

const RULING: Route = Route {
    track: T::AdministrativeRuling,
    body: "natural_resources",
    apply_by: None,
    limits: &["T-I-10", "T-I-11", "T-I-09"],
    cost_zh: "不收费",
    cost_en: "free of charge",
    effect_zh: "行政机关作出处理决定；对决定不服的，三十日内可以起诉",
    effect_en: "the agency decides; a suit against the decision within 30 days",
    basis: "土地管理法14；实施方案五(四)",
};

const RECONSIDERATION: Route = Route {
    track: T::AdministrativeReconsideration,
    body: "county_government_reconsideration",
    apply_by: Some("T-K-01"),
    limits: &["T-K-02", "T-K-06"],
    cost_zh: "不收费",
    cost_en: "free of charge",
    effect_zh: "复议决定生效后必须履行；对决定不服的，十五日内可以起诉",
    effect_en: "the decision binds; a suit against it within 15 days",
    basis: "行政复议法20、62、78、87；行政诉讼法45",
};

const CIVIL_SUIT: Route = Route {
    track: T::Litigation,
    body: "court",
    apply_by: Some("T-A-06"),
    limits: &["T-E-02", "T-E-10", "T-E-11", "T-E-14"],
    cost_zh: "按诉讼标的额或者每件交纳案件受理费，简易程序、调解、撤诉减半，困难的可以申请缓减免",
    cost_en: "court fee by the amount or per case; half in summary procedure, when settled or withdrawn; relief on request",
    effect_zh: "判决、调解书生效后可以申请强制执行",
    effect_en: "judgment or court mediation statement, enforceable",
    basis: "民事诉讼法122、126；诉讼费用交纳办法13、15、16",
};

const LABOUR_SUIT: Route = Route {
    limits: &["T-E-02", "T-E-10", "T-E-11", "T-E-14"],
    cost_zh: "每件10元",
    cost_en: "10 yuan a case",
    basis: "劳动争议解释(一)13、15、51(2)；诉讼费用交纳办法13(4)",
    ..CIVIL_SUIT
};

const ADMINISTRATIVE_SUIT: Route = Route {
    apply_by: Some("T-K-16"),
    limits: &["T-K-17", "T-E-14"],
    cost_zh: "每件50元",
    cost_en: "50 yuan a case",
    effect_zh: "判决生效后可以申请强制执行；赔偿、补偿和裁量案件可以调解",
    effect_en: "enforceable judgment; mediation only over compensation and discretion",
    basis: "行政诉讼法45、46、51、60；诉讼费用交纳办法13(5)",
    ..CIVIL_SUIT
};

const PAYMENT_ORDER: Route = Route {
    track: T::PaymentOrder,
    body: "court",
    apply_by: Some("T-A-06"),
    limits: &["T-F-02", "T-F-03", "T-F-04", "T-F-06"],
    cost_zh: "财产案件受理费的三分之一",
    cost_en: "one third of the court fee",
    effect_zh: "债务人十五日内不清偿又不书面异议的，可以申请强制执行；有异议的转为诉讼",
    effect_en: "enforceable when the debtor neither pays nor objects in writing in 15 days; else a suit",
    basis: "民事诉讼法225—228；诉讼费用交纳办法14(3)",
};

const RETRIAL: Route = Route {
    track: T::Retrial,
    body: "court",
    apply_by: Some("T-E-16"),
    limits: &["T-E-16"],
    cost_zh: "一般不收费",
    cost_en: "as a rule free of charge",
    effect_zh: "裁定再审的重新审理；驳回的可以申请检察监督",
    effect_en: "a new trial if granted; if refused, supervision by the procuratorate",
    basis: "民事诉讼法210、215、216、220",
};

const MEDIATION: Route = Route {
    track: T::PeopleMediation,
    body: "county_mediation_center",
    apply_by: None,
    limits: &[],
    cost_zh: "不收费",
    cost_en: "free of charge",
    effect_zh: "双方自愿才进行；协议有合同效力，符合条件的三十日内可以共同申请司法确认",
    effect_en: "only if both agree; contract force, judicial confirmation on joint request in 30 days where the law allows it",
    basis: "实施方案五(二)",
};

const COUNTY_MEDIATION: Route = Route {
    limits: &["T-B-02", "T-B-06"],
    basis: "人民调解法4、31、33；实施方案六(一)",
    ..MEDIATION
};

const TOWN_MEDIATION: Route = Route {
    track: T::PeopleMediationTown,
    body: "town_mediation",
    limits: &["T-B-02", "T-B-06"],
    basis: "人民调解法4、31、33；实施方案六(三)",
    ..MEDIATION
};

const PETITION: Route = Route {
    track: T::Petition,
    body: "petition_bureau",
    apply_by: None,
    limits: &["T-L-01", "T-L-05", "T-L-06", "T-L-07"],
    cost_zh: "不收费",
    cost_en: "free of charge",
    effect_zh: "登记后分类：有法定途径的导入法定途径，没有的六十日内出具处理意见",
    effect_en: "classified to a statutory channel if there is one; else a written opinion in 60 days",
    basis: "信访工作条例22、31、34",
};
