//! The cells, in the order in which they answer: safety, then what the parties will, then each statute.

use jiefen_vocab::{DisputeKind as K, TrackKind as T};

use super::sets::{PEOPLES, STATUTORY, labour_suit_open, other_mediation_runs, peoples, talk};
use super::{Cell, Circumstance as C, SUITS, is_mediation, is_suit};

/// The cells that many disputes share.
pub(super) const CELLS: &[Cell] = &[
    Cell {
        name: "violence_safety_first",
        wanted: talk,
        when: |p, _| {
            let violence = p.has(C::DomesticViolence) || p.runs(T::ProtectionOrder);
            violence && !p.has(C::SafetyArranged)
        },
        first: Some(T::CriminalReferral),
        basis: "T-R-02 反家庭暴力法15、23、28",
        zh: "涉及家庭暴力，应先报警并告知可申请人身安全保护令；只有受害人自愿，安全安排好之后才可以调解",
        en: "domestic violence: police and protection order first; mediation later and only by her choice",
        instead: &[T::CriminalReferral, T::ProtectionOrder, T::Litigation],
    },
    Cell {
        name: "crime_reported_first",
        wanted: talk,
        when: |p, _| {
            (p.has(C::SuspectedCrime) || p.has(C::HarmToMinor)) && !p.has(C::CrimeReported)
        },
        first: Some(T::CriminalReferral),
        basis: "T-B-07 人民调解法25；T-R-03 未成年人保护法11、39",
        zh: "涉嫌犯罪或者侵害未成年人，应当先报告公安机关；报告之后民事部分可以继续调解",
        en: "suspected crime or harm to a minor is reported first; the civil part may then go on",
        instead: &[T::CriminalReferral],
    },
    Cell {
        name: "party_refuses_mediation",
        wanted: is_mediation,
        when: |p, _| p.has(C::MediationRefused),
        first: None,
        basis: "T-B-01 人民调解法17",
        zh: "当事人一方明确拒绝调解，不得调解",
        en: "one party clearly refuses mediation",
        instead: &[T::Litigation],
    },
    Cell {
        name: "not_suited_to_mediation",
        wanted: is_mediation,
        when: |p, _| p.has(C::NotMediable),
        first: None,
        basis: "T-E-19 民诉法解释143",
        zh: "本案经审查不适宜调解",
        en: "the dispute is not suited to mediation",
        instead: &[T::Litigation],
    },
    Cell {
        name: "same_track_running",
        wanted: |t| t != T::Petition,
        when: |p, t| p.runs(t),
        first: None,
        basis: "T-L-10；民事诉讼法127(5)",
        zh: "同一程序正在办理，等待该程序的结果",
        en: "the same track is already running",
        instead: &[T::MergeIntoOriginal],
    },
    Cell {
        name: "one_suit",
        wanted: is_suit,
        when: |p, t| SUITS.iter().any(|suit| *suit != t && p.runs(*suit)),
        first: None,
        basis: "民事诉讼法127",
        zh: "已经起诉，在该案中提出",
        en: "a suit is pending",
        instead: &[T::MergeIntoOriginal],
    },
    Cell {
        name: "medical_one_mediation",
        wanted: |t| peoples(t) || t == T::AdministrativeMediation,
        when: |p, t| {
            let other_runs = if peoples(t) {
                p.runs(T::AdministrativeMediation)
            } else {
                PEOPLES.iter().any(|track| p.runs(*track))
            };
            p.kind == K::Medical && (p.suit_accepted() || other_runs)
        },
        first: None,
        basis: "T-P-03 医疗纠纷预防和处理条例31、40",
        zh: "法院已经受理，或者另一调解机构已经受理该医疗纠纷，不再受理",
        en: "a court or the other mediating body has already accepted the medical dispute",
        instead: &[T::Litigation, T::CourtEntrustedMediationInLitigation],
    },
    Cell {
        name: "traffic_suit_ends_police_mediation",
        wanted: |t| matches!(t, T::PoliceMediation | T::AdministrativeMediation),
        when: |p, _| p.kind == K::Traffic && (p.has(C::SuitFiled) || p.suit_accepted()),
        first: None,
        basis: "T-O-05 道路交通安全法实施条例96",
        zh: "当事人已经起诉，交警不再受理调解申请",
        en: "the suit is filed: the traffic police no longer mediate",
        instead: &[T::CourtEntrustedMediationInLitigation, T::Litigation],
    },
    Cell {
        name: "police_penalty_only",
        wanted: |t| t == T::PoliceMediation,
        when: |p, _| p.has(C::PolicePenaltyOnly),
        first: None,
        basis: "T-N-03 公安机关治安调解工作规范4",
        zh: "雇凶伤人、结伙斗殴、寻衅滋事、多次违法或者调解中又生事的，不适用治安调解",
        en: "hired harm, gang fights, provocation or repeated acts are not open to police mediation",
        instead: &[T::CriminalReferral, T::PeopleMediation, T::Litigation],
    },
    Cell {
        name: "consumer_already_seized",
        wanted: |t| t == T::AdministrativeMediation,
        when: |p, _| {
            let seized = p.has(C::HandledElsewhere)
                || p.suit_accepted()
                || p.runs(T::CommercialArbitration)
                || [T::PoliceMediation, T::IndustryMediation].iter().any(|t| p.runs(*t))
                || (p.has(C::ComplaintUnderOldConsumerRule) && other_mediation_runs(p));
            p.kind == K::Consumer && (seized || p.has(C::OverThreeYears))
        },
        first: None,
        basis: "T-Q-07 市场监督管理投诉举报处理办法15；暂行办法15（2026年4月15日以前收到的）",
        zh: "法院、仲裁机构、其他机关、消费者协会已经受理或者处理（旧办法还包括其他调解组织），或者已超过三年，投诉不予受理",
        en: "another body is already seized of the consumer dispute, or three years have passed",
        instead: &[T::Litigation],
    },
    Cell {
        name: "court_mediation_not_in_special_procedure",
        wanted: |t| {
            matches!(
                t,
                T::CourtEntrustedMediation
                    | T::CourtEntrustedMediationInLitigation
                    | T::InvitedMediation
            )
        },
        when: |p, _| {
            p.has(C::SpecialProcedure) || p.runs(T::PaymentOrder) || p.runs(T::JudicialConfirmation)
        },
        first: None,
        basis: "T-E-19 民诉法解释143",
        zh: "适用特别程序、督促程序、公示催告程序的案件不得调解",
        en: "special, payment-order and notice procedures are not open to mediation",
        instead: &[T::Litigation],
    },
    Cell {
        name: "entrusted_after_filing",
        wanted: |t| t == T::CourtEntrustedMediationInLitigation,
        when: |p, _| !p.suit_accepted(),
        first: Some(T::Litigation),
        basis: "T-C-01 关于严格依法规范民事案件立案与调解工作的意见1、2",
        zh: "应当先登记立案，立案后经双方同意才可以委托调解",
        en: "the case is filed first; mediation is entrusted after that, with consent",
        instead: &[T::Litigation, T::PeopleMediation],
    },
    Cell {
        name: "labour_mediation_for_labour",
        wanted: |t| matches!(t, T::LabourMediation | T::LabourArbitration),
        when: |p, _| p.kind != K::Labour,
        first: None,
        basis: "劳动争议调解仲裁法2",
        zh: "不属于劳动人事争议，不适用劳动争议调解仲裁",
        en: "not a labour dispute",
        instead: &[T::PeopleMediation, T::Litigation],
    },
    Cell {
        name: "peoples_mediation_of_civil_disputes",
        wanted: |t| peoples(t) && t != T::JointMediation,
        when: |p, _| p.kind == K::Administrative,
        first: None,
        basis: "人民调解法2",
        zh: "与行政机关的争议不是民间纠纷，人民调解委员会不受理",
        en: "people's mediation takes disputes among the people, not with an authority over its acts",
        instead: &[T::AdministrativeMediation, T::AdministrativeReconsideration],
    },
    Cell {
        name: "labour_arbitration_first",
        wanted: is_suit,
        when: |p, _| p.kind == K::Labour && !p.administrative() && !labour_suit_open(p),
        first: Some(T::LabourArbitration),
        basis: "劳动争议调解仲裁法5；劳动争议解释(一)13、15、51(2)",
        zh: "劳动争议应当先申请劳动仲裁，对裁决不服的再起诉",
        en: "a labour dispute goes to arbitration before a suit",
        instead: &[T::LabourArbitration],
    },
    Cell {
        name: "expropriation_not_land_arbitration",
        wanted: |t| t == T::LandArbitration,
        when: |p, _| p.has(C::ExpropriationCompensation) || p.kind == K::LandExpropriation,
        first: None,
        basis: "T-I-08 农村土地承包经营纠纷调解仲裁法2",
        zh: "因征收集体土地及其补偿发生的纠纷，不属于土地承包仲裁范围，可以申请行政复议或者起诉",
        en: "expropriation and its compensation go to reconsideration or suit, not to rural-land arbitration",
        instead: &[T::AdministrativeReconsideration, T::Litigation],
    },
    Cell {
        name: "land_arbitration_for_land_contracts",
        wanted: |t| t == T::LandArbitration,
        when: |p, _| p.kind != K::LandContracting,
        first: None,
        basis: "农村土地承包经营纠纷调解仲裁法2",
        zh: "不属于农村土地承包经营纠纷，土地承包仲裁委员会不受理",
        en: "not a dispute over rural-land contracting",
        instead: &[T::PeopleMediation, T::Litigation],
    },
    Cell {
        name: "land_arbitration_seized_court",
        wanted: |t| t == T::LandArbitration,
        when: |p, _| p.suit_accepted() || p.has(C::FinalDecision),
        first: None,
        basis: "农村土地承包经营纠纷调解仲裁法22",
        zh: "人民法院已经受理，或者已有生效法律文书，土地承包仲裁不予受理",
        en: "a court is seized of the dispute, or it is finally decided",
        instead: &[T::Litigation],
    },
    Cell {
        name: "land_title_government_first",
        wanted: is_suit,
        when: |p, _| p.has(C::LandTitle) && !p.over(T::AdministrativeRuling),
        first: Some(T::AdministrativeRuling),
        basis: "T-I-09 土地管理法14",
        zh: "土地所有权和使用权争议协商不成的，先由人民政府处理；对处理决定不服的再起诉",
        en: "title to land is first decided by the government; the suit is against that decision",
        instead: &[T::AdministrativeRuling],
    },
    Cell {
        name: "commercial_arbitration_needs_agreement",
        wanted: |t| t == T::CommercialArbitration,
        when: |p, _| !p.has(C::ArbitrationAgreement) && !p.has(C::ArbitrationAsserted),
        first: None,
        basis: "仲裁法(2025)4、27",
        zh: "没有仲裁协议，仲裁机构不予受理",
        en: "without an arbitration agreement the arbitration body does not accept",
        instead: &[T::Litigation],
    },
    Cell {
        name: "commercial_arbitration_beside_suit",
        wanted: |t| t == T::CommercialArbitration,
        when: |p, _| p.suit_accepted(),
        first: None,
        basis: "T-J-03 仲裁法(2025)5、37",
        zh: "法院已经受理；有仲裁协议的，应当在首次开庭前向法院提出，驳回起诉后再申请仲裁",
        en: "a suit is pending: the agreement is raised there before the first hearing",
        instead: &[T::Litigation],
    },
    Cell {
        name: "not_arbitrable",
        wanted: |t| t == T::CommercialArbitration,
        when: |p, _| {
            p.has(C::Status)
                || p.administrative()
                || matches!(p.kind, K::MarriageFamily | K::Labour | K::LandContracting)
        },
        first: None,
        basis: "仲裁法(2025)3、93",
        zh: "婚姻、收养、监护、扶养、继承纠纷和行政争议不能仲裁；劳动争议、土地承包纠纷另有仲裁程序",
        en: "family status, succession and administrative disputes cannot be arbitrated; labour and rural land have their own arbitration",
        instead: &[T::Litigation],
    },
    Cell {
        name: "arbitration_agreement_bars_suit",
        wanted: is_suit,
        when: |p, _| p.has(C::ArbitrationAgreement) && !p.has(C::ArbitrationWaived),
        first: None,
        basis: "T-J-03 仲裁法(2025)5、37",
        zh: "双方有仲裁协议，法院不予受理；对方在首次开庭前不提异议的除外",
        en: "an arbitration agreement bars the suit unless it is not raised before the first hearing",
        instead: &[T::CommercialArbitration],
    },
    Cell {
        name: "civil_mediation_not_reviewable",
        wanted: |t| t == T::AdministrativeReconsideration,
        when: |p, _| p.has(C::AgencyMediationChallenged),
        first: None,
        basis: "T-K-15 行政复议法12(4)",
        zh: "行政机关对民事纠纷作出的调解不属于行政复议范围，可以就原民事纠纷起诉",
        en: "an agency's mediation of a civil dispute is not open to reconsideration",
        instead: &[T::Litigation],
    },
    Cell {
        name: "reconsideration_needs_an_act",
        wanted: |t| t == T::AdministrativeReconsideration,
        when: |p, _| !p.administrative(),
        first: None,
        basis: "行政复议法2、11",
        zh: "不是针对行政行为的争议，不属于行政复议范围",
        en: "reconsideration is against an administrative act only",
        instead: &[T::PeopleMediation, T::Litigation],
    },
    Cell {
        name: "reconsideration_not_beside_suit",
        wanted: |t| t == T::AdministrativeReconsideration,
        when: |p, _| p.suit_accepted(),
        first: None,
        basis: "T-K-09 行政复议法29",
        zh: "法院已经受理行政诉讼，不得再申请行政复议",
        en: "the court has accepted the administrative suit: no reconsideration",
        instead: &[T::Litigation],
    },
    Cell {
        name: "suit_not_beside_reconsideration",
        wanted: is_suit,
        when: |p, _| p.administrative() && p.runs(T::AdministrativeReconsideration),
        first: None,
        basis: "T-K-09 行政复议法29；行政诉讼法44、45",
        zh: "行政复议机关已经受理，在复议期间不得提起行政诉讼；不服复议决定的可在十五日内起诉",
        en: "while reconsideration is pending no administrative suit may be filed",
        instead: &[T::AdministrativeReconsideration],
    },
    Cell {
        name: "reconsideration_first",
        wanted: is_suit,
        when: |p, _| {
            p.administrative()
                && p.has(C::ReconsiderationFirst)
                && !p.over(T::AdministrativeReconsideration)
        },
        first: Some(T::AdministrativeReconsideration),
        basis: "T-K-09 行政复议法23",
        zh: "法律规定复议前置，应当先申请行政复议",
        en: "this act must be reconsidered before a suit",
        instead: &[T::AdministrativeReconsideration],
    },
    Cell {
        name: "petition_road_ended",
        wanted: |t| t == T::Petition,
        when: |p, _| p.has(C::PetitionEnded),
        first: None,
        basis: "T-L-07 信访工作条例36",
        zh: "已经复核终结或者依法终结，同一事实和理由不再受理",
        en: "after re-review or lawful termination the same facts are not accepted again",
        instead: &[],
    },
    Cell {
        name: "petition_in_hand_below",
        wanted: |t| t == T::Petition,
        when: |p, _| p.has(C::InHandBelow) || p.runs(T::Petition),
        first: None,
        basis: "T-L-10 信访工作条例19",
        zh: "同一信访事项正在办理期限内，上级机关不予受理，并入原件",
        en: "the same petition is in hand below: not accepted, joined to it",
        instead: &[T::MergeIntoOriginal],
    },
    Cell {
        name: "petition_statutory_channel",
        wanted: |t| t == T::Petition,
        when: |p, _| p.has(C::StatutoryChannel) || STATUTORY.iter().any(|track| p.runs(*track)),
        first: None,
        basis: "T-L-08 信访工作条例31",
        zh: "该事项应当通过法定途径解决，信访部门登记、告知并转送，不按信访事项作处理意见",
        en: "the matter has a statutory channel: the petition office registers, tells and forwards only",
        instead: &[T::Litigation, T::LabourArbitration, T::AdministrativeReconsideration],
    },
    Cell {
        name: "payment_order_preservation",
        wanted: |t| t == T::PaymentOrder,
        when: |p, _| p.has(C::PreSuitPreservation),
        first: None,
        basis: "T-F-01 民诉法解释427",
        zh: "债权人已申请诉前保全，不能申请支付令",
        en: "the creditor has asked for pre-suit preservation: no payment order",
        instead: &[T::Litigation],
    },
    Cell {
        name: "payment_order_beside_suit",
        wanted: |t| t == T::PaymentOrder,
        when: |p, _| p.has(C::SuitFiled) || p.suit_accepted(),
        first: None,
        basis: "T-F-05 民诉法解释430",
        zh: "就同一债权债务已经起诉，不能再适用督促程序",
        en: "a suit on the same debt excludes the payment order",
        instead: &[T::Litigation],
    },
    Cell {
        name: "payment_order_conditions",
        wanted: |t| t == T::PaymentOrder,
        when: |p, _| {
            !p.has(C::MoneyDueAndFixed)
                || p.has(C::CounterPerformance)
                || p.has(C::DebtorUnreachable)
        },
        first: None,
        basis: "T-F-01 民事诉讼法225；民诉法解释427、429",
        zh: "支付令限于到期且数额确定的金钱或者有价证券，没有其他债务纠纷，并且能够送达债务人",
        en: "a payment order is for money due and fixed, without other debts, to a debtor who can be served",
        instead: &[T::Litigation],
    },
    Cell {
        name: "confirmation_not_for_status_or_title",
        wanted: |t| t == T::JudicialConfirmation,
        when: |p, _| {
            [C::Status, C::Title, C::LandTitle, C::IpOwnership].iter().any(|fact| p.has(*fact))
        },
        first: None,
        basis: "T-D-06 民诉法解释355",
        zh: "身份关系、物权或者知识产权确权的协议，法院不予受理司法确认",
        en: "agreements on status, title or IP ownership cannot be confirmed",
        instead: &[T::Litigation],
    },
    Cell {
        name: "confirmation_of_labour_payment_only",
        wanted: |t| t == T::JudicialConfirmation,
        when: |p, _| p.kind == K::Labour && !p.has(C::PaymentAgreementByCommittee),
        first: None,
        basis: "T-H-04 劳动争议解释(一)52",
        zh: "劳动争议中，只有人民调解委员会主持达成的给付协议可以司法确认；其他可在十五日内申请仲裁审查",
        en: "of labour agreements only payment agreements of a people's mediation committee can be confirmed",
        instead: &[T::LabourArbitration],
    },
    Cell {
        name: "confirmation_needs_agreement",
        wanted: |t| t == T::JudicialConfirmation,
        when: |p, _| !p.has(C::AgreementInForce),
        first: Some(T::PeopleMediation),
        basis: "T-D-01 民事诉讼法205；人民调解法33",
        zh: "还没有生效的调解协议，不能申请司法确认",
        en: "there is no agreement in force to confirm",
        instead: &[T::PeopleMediation],
    },
    Cell {
        name: "finally_decided",
        wanted: |t| is_suit(t) || matches!(t, T::LabourArbitration | T::CommercialArbitration),
        when: |p, _| p.has(C::FinalDecision),
        first: None,
        basis: "民事诉讼法127(5)；仲裁法(2025)10",
        zh: "已有生效裁判或者裁决，同一纠纷不能再起诉或者申请仲裁，可以申请再审",
        en: "the matter is finally decided: only retrial is open",
        instead: &[T::Retrial],
    },
    Cell {
        name: "retrial_needs_decision",
        wanted: |t| t == T::Retrial,
        when: |p, _| !p.has(C::FinalDecision),
        first: Some(T::Litigation),
        basis: "T-E-16 民事诉讼法210、216",
        zh: "没有生效裁判，不能申请再审",
        en: "there is no judgment in effect to retry",
        instead: &[T::Litigation],
    },
    Cell {
        name: "notarised_enforcement_needs_instrument",
        wanted: |t| t == T::NotarizedEnforcement,
        when: |p, _| !p.has(C::NotarisedInstrument),
        first: None,
        basis: "T-G-05 公证债权文书执行规定3、5",
        zh: "没有公证债权文书和执行证书，不能按公证债权文书申请执行",
        en: "there is no notarised instrument with execution certificate",
        instead: &[T::Litigation],
    },
];
