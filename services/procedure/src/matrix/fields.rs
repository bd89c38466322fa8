//! More cells: court mediation by invitation and delegation, lawyers and evaluators, agencies that mediate
//! or adjudicate, rural land and title, supervision by the procuratorate. They answer after
//! [`super::cells::CELLS`].

use jiefen_vocab::{DisputeKind as K, TrackKind as T};

use super::{Cell, Circumstance as C};

/// The cells of single fields.
pub(super) const FIELDS: &[Cell] = &[
    Cell {
        name: "delegation_closed",
        wanted: |t| t == T::CourtEntrustedMediation,
        when: |p, _| !p.has(C::ComplaintBefore2025),
        first: None,
        basis: "T-C-01、T-C-05 关于严格依法规范民事案件立案与调解工作的意见1、2",
        zh: "2025年1月1日起法院先立案，不再有立案前的委派调解；立案后可以委托调解",
        en: "since 2025 a court files first: no delegation before filing, but entrusting after it",
        instead: &[T::Litigation, T::PeopleMediation],
    },
    Cell {
        name: "invited_not_beside_suit",
        wanted: |t| t == T::InvitedMediation,
        when: |p, _| p.has(C::SuitFiled) || p.suit_accepted(),
        first: None,
        basis: "T-C-01 特邀调解规定1；关于严格依法规范民事案件立案与调解工作的意见1、2",
        zh: "已经起诉的，由法院立案后委托调解，当事人不再自行申请特邀调解",
        en: "once a suit is filed the court entrusts mediation after filing; it is not asked for apart",
        instead: &[T::Litigation, T::CourtEntrustedMediationInLitigation],
    },
    Cell {
        name: "lawyer_mediation_scope",
        wanted: |t| t == T::LawyerMediation,
        when: |p, _| p.has(C::Status) || p.administrative(),
        first: None,
        basis: "司发通〔2017〕105号5",
        zh: "婚姻关系、身份关系确认和行政争议，不属于律师调解的范围",
        en: "questions of status and administrative disputes are outside lawyer mediation",
        instead: &[T::Litigation],
    },
    Cell {
        name: "neutral_evaluation_scope",
        wanted: |t| t == T::NeutralEvaluation,
        when: |p, _| p.has(C::Status) || p.administrative(),
        first: None,
        basis: "法发〔2016〕14号22；实施方案五(五)",
        zh: "中立评估用于民商事纠纷；身份关系的确认和行政行为不作中立评估",
        en: "neutral evaluation is for civil disputes, not for status or an agency's act",
        instead: &[T::Litigation],
    },
    Cell {
        name: "agency_without_power",
        wanted: |t| t == T::AdministrativeMediation,
        when: |p, _| p.has(C::NoOwnPower),
        first: None,
        basis: "T-K-19 实施方案五(二)2",
        zh: "不在本机关的权责清单内，转送有权机关或者由人民调解委员会调解",
        en: "it is not within the agency's own powers: pass it on, or people's mediation",
        instead: &[T::PeopleMediation, T::Litigation],
    },
    Cell {
        name: "punishable_conduct_not_mediated",
        wanted: |t| t == T::AdministrativeMediation,
        when: |p, _| p.has(C::PunishableConduct),
        first: None,
        basis: "行政处罚法8、27、57",
        zh: "应予处罚的违法行为不能以调解了结；能分开的民事部分另行调解",
        en: "conduct that calls for a penalty is not settled by mediation; a severable civil part is",
        instead: &[T::CriminalReferral, T::PeopleMediation, T::Litigation],
    },
    Cell {
        name: "land_title_not_land_arbitration",
        wanted: |t| t == T::LandArbitration,
        when: |p, _| p.has(C::LandTitle) && !p.over(T::AdministrativeRuling),
        first: Some(T::AdministrativeRuling),
        basis: "T-I-09 农村土地承包经营纠纷调解仲裁法2；土地管理法14",
        zh: "争的是土地归谁所有、由谁使用的，先由人民政府处理，不属于土地承包仲裁范围",
        en: "who owns or uses the land is decided by the government, not by rural-land arbitration",
        instead: &[T::AdministrativeRuling],
    },
    Cell {
        name: "ruling_not_on_damages",
        wanted: |t| t == T::AdministrativeRuling,
        when: |p, _| p.has(C::DamagesOnly),
        first: None,
        basis: "专利法65；土地权属争议调查处理办法14",
        zh: "赔偿数额和侵权损害不由行政机关裁决，可以调解；调解不成的向人民法院起诉",
        en: "damages are not adjudicated by an agency: mediation, or a suit",
        instead: &[T::AdministrativeMediation, T::Litigation],
    },
    Cell {
        name: "ruling_not_on_expropriation",
        wanted: |t| t == T::AdministrativeRuling,
        when: |p, _| {
            (p.has(C::ExpropriationCompensation) || p.kind == K::LandExpropriation)
                && !p.has(C::LandTitle)
        },
        first: None,
        basis: "T-I-08 行政复议法11；行政诉讼法12",
        zh: "征收补偿决定不由行政裁决处理，可以申请行政复议或者起诉",
        en: "expropriation and its compensation go to reconsideration or suit, not to adjudication",
        instead: &[T::AdministrativeReconsideration, T::Litigation],
    },
    Cell {
        name: "ruling_not_on_land_contracts",
        wanted: |t| t == T::AdministrativeRuling,
        when: |p, _| p.kind == K::LandContracting && !p.has(C::LandTitle),
        first: None,
        basis: "土地权属争议调查处理办法14(4)；农村土地承包经营纠纷调解仲裁法2",
        zh: "农村土地承包经营权争议不作为土地权属争议受理，可以申请土地承包仲裁或者起诉",
        en: "rural-land contracting is not adjudicated: rural-land arbitration or suit",
        instead: &[T::LandArbitration, T::Litigation],
    },
    Cell {
        name: "ruling_not_beside_suit",
        wanted: |t| t == T::AdministrativeRuling,
        when: |p, _| p.suit_accepted() && !p.has(C::LandTitle) && !p.administrative(),
        first: None,
        basis: "专利法65；专利行政执法办法10(5)；企业名称登记管理规定21",
        zh: "已经向人民法院起诉的专利侵权、企业名称争议，行政机关不再受理裁决申请",
        en: "an agency does not adjudicate a patent or company-name dispute that a court is seized of",
        instead: &[T::Litigation],
    },
    Cell {
        name: "supervision_needs_decision",
        wanted: |t| t == T::ProcuratorateSupervision,
        when: |p, _| !p.has(C::FinalDecision) && !p.has(C::ConductSupervised),
        first: Some(T::Litigation),
        basis: "T-M-02 民事诉讼法219、220",
        zh: "没有生效裁判，不能申请检察监督；对审判人员违法和执行活动的监督除外",
        en: "supervision is against a decision in effect, or against conduct in trial or enforcement",
        instead: &[T::Litigation],
    },
    Cell {
        name: "supervision_after_retrial",
        wanted: |t| t == T::ProcuratorateSupervision,
        when: |p, _| {
            let tried = p.has(C::RetrialTried) || p.over(T::Retrial);
            !p.has(C::ConductSupervised) && !tried
        },
        first: Some(T::Retrial),
        basis: "T-M-02、T-E-16 民事诉讼法220；行政诉讼监督规则19",
        zh: "应当先申请再审；再审被驳回、逾期未裁定或者再审裁判明显有错误的，才可以申请检察监督",
        en: "retrial is asked for first; supervision follows a refusal, silence or a wrong retrial",
        instead: &[T::Retrial],
    },
];
