//! Closed lists of codes: kinds of dispute, channels, tracks, flags, roles, outcomes. Each code is the one
//! that stands in files and on the bus; each has its Chinese name.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Malformed;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $what:literal, $what_en:literal, { $($variant:ident = $code:literal, $zh:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $(#[doc = $zh] #[serde(rename = $code)] $variant,)*
        }

        impl $name {
            /// Every value of the list, in its order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The code that stands in files and on the bus.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }

            /// The Chinese name.
            pub const fn zh(self) -> &'static str {
                match self { $($name::$variant => $zh,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<$name, Malformed> {
                $name::ALL.iter().copied().find(|value| value.code() == text).ok_or_else(|| Malformed {
                    what: $what,
                    what_en: $what_en,
                    given: Malformed::clip(text),
                    problem_zh: "不在代码表中",
                    problem_en: "is not in the code list",
                    right_zh: concat!("应为代码表中的", $what),
                    right_en: concat!("a ", $what_en, " of the code list"),
                })
            }
        }
    };
}

codes! {
    /// The 19 kinds of dispute 纠纷类型.
    DisputeKind, "纠纷类型", "kind of dispute", {
        MarriageFamily = "marriage_family", "婚姻家庭";
        Neighbour = "neighbour", "邻里";
        HousingHomestead = "housing_homestead", "住宅房屋、宅基地";
        ContractDebt = "contract_debt", "合同与小额债务";
        ProductionBusiness = "production_business", "生产经营";
        TortDamages = "tort_damages", "损害赔偿";
        LandContracting = "land_contracting", "土地承包";
        LandExpropriation = "land_expropriation", "征地拆迁";
        Environment = "environment", "环境污染";
        Labour = "labour", "劳动人事";
        PropertyManagement = "property_management", "物业管理";
        Consumer = "consumer", "消费者权益";
        Medical = "medical", "医疗";
        Traffic = "traffic", "交通事故";
        Campus = "campus", "校园";
        Finance = "finance", "金融消费";
        Ip = "ip", "知识产权";
        Administrative = "administrative", "行政争议";
        Other = "other", "其他";
    }
}

codes! {
    /// Where a dispute came in 来源渠道. Each channel keeps its own number and its own notice clock.
    Channel, "来源渠道", "channel", {
        Grid = "grid", "网格排查";
        ZzVillage = "zz_village", "村（社区）综治中心";
        ZzTown = "zz_town", "乡镇（街道）综治中心";
        ZzCounty = "zz_county", "县综治中心";
        PetitionOffice = "petition_office", "信访接待中心";
        Hotline12315 = "hotline_12315", "12315平台";
        CourtServiceCenter = "court_service_center", "诉讼服务中心";
        MobileCourt = "mobile_court", "移动微法院";
        SelfServiceCourt = "self_service_court", "24小时自助法院";
        Police = "police", "公安机关";
        Online = "online", "在线平台";
        Phone = "phone", "电话";
        AgencyCounter = "agency_counter", "行政机关窗口";
        WomenChildrenStation = "women_children_station", "妇女儿童维权站";
        LabourWindow = "labour_window", "劳动人事争议调解窗口";
        LawyerStudio = "lawyer_studio", "律师调解工作室";
        Hospital = "hospital", "医院";
        School = "school", "学校调解组织";
        Enterprise = "enterprise", "企事业单位调委会";
        CountyMediationCenter = "county_mediation_center", "县多元解纷调解中心";
    }
}

codes! {
    /// The route on which a dispute is settled 化解途径.
    TrackKind, "化解途径", "track", {
        Negotiation = "negotiation", "协商和解";
        NeutralEvaluation = "neutral_evaluation", "中立评估";
        PeopleMediation = "people_mediation", "人民调解";
        PeopleMediationTown = "people_mediation_town", "乡镇人民调解";
        AdministrativeMediation = "administrative_mediation", "行政调解";
        PoliceMediation = "police_mediation", "治安调解";
        IndustryMediation = "industry_mediation", "行业调解";
        ThirdPartyFinancialMediation = "third_party_financial_mediation", "金融纠纷第三方调解";
        LabourMediation = "labour_mediation", "劳动争议调解";
        LawyerMediation = "lawyer_mediation", "律师调解";
        InvitedMediation = "invited_mediation", "特邀调解";
        JointMediation = "joint_mediation", "联合调解";
        CourtEntrustedMediation = "court_entrusted_mediation", "法院委派调解";
        CourtEntrustedMediationInLitigation = "court_entrusted_mediation_in_litigation", "法院立案后委托调解";
        JudicialConfirmation = "judicial_confirmation", "司法确认";
        LabourArbitration = "labour_arbitration", "劳动仲裁";
        LandArbitration = "land_arbitration", "土地承包仲裁";
        CommercialArbitration = "commercial_arbitration", "商事仲裁";
        AdministrativeRuling = "administrative_ruling", "行政裁决";
        AdministrativeReconsideration = "administrative_reconsideration", "行政复议";
        FastTrack = "fast_track", "速裁";
        SummaryProcedure = "summary_procedure", "简易程序";
        PaymentOrder = "payment_order", "督促程序";
        NotarizedEnforcement = "notarized_enforcement", "公证债权文书执行";
        Petition = "petition", "信访";
        ProcuratorateSupervision = "procuratorate_supervision", "检察监督";
        PublicInterestLitigation = "public_interest_litigation", "公益诉讼";
        CriminalReferral = "criminal_referral", "移送公安";
        Litigation = "litigation", "诉讼";
        Retrial = "retrial", "申诉再审";
        Enforcement = "enforcement", "强制执行";
        ProtectionOrder = "protection_order", "人身安全保护令";
        AccidentReview = "accident_review", "交通事故认定复核";
        MergeIntoOriginal = "merge_into_original", "并入原件";
        NoneUntilInformation = "none_until_information", "待补充信息";
    }
}

codes! {
    /// What needs special care in a dispute 标记.
    Flag, "标记", "flag", {
        LeadDepartment = "lead_department", "涉多部门，指定牵头";
        CrossRegion = "cross_region", "跨地区";
        MassIncident = "mass_incident", "群体性事件苗头";
        MinorProtection = "minor_protection", "涉未成年人";
        WomenChildren = "women_children", "涉妇女儿童权益";
        EthnicReligiousNeutral = "ethnic_religious_neutral", "不得简单归为民族宗教问题";
        SafetyAlert = "safety_alert", "人身安全预警";
        NotMediable = "not_mediable", "不适宜调解";
        Reroute = "reroute", "首问负责，另行确定责任单位";
        NeedsInformation = "needs_information", "信息不足";
    }
}

codes! {
    /// What a member of staff may be at an agency 岗位. `system` is the node itself (clocks, reactions).
    Role, "岗位", "role", {
        WindowClerk = "window_clerk", "窗口工作人员";
        CentreDirector = "centre_director", "综治中心负责人";
        Mediator = "mediator", "调解员";
        MediationHead = "mediation_head", "调解组织负责人";
        Judge = "judge", "审判人员";
        FilingClerk = "filing_clerk", "立案人员";
        CourtPresident = "court_president", "院长";
        Arbitrator = "arbitrator", "仲裁员";
        ArbitrationDirector = "arbitration_director", "仲裁委主任";
        PetitionOfficer = "petition_officer", "信访工作人员";
        PetitionHead = "petition_head", "信访机关负责人";
        Reviewer = "reviewer", "复议人员";
        ReviewHead = "review_head", "复议机构负责人";
        PoliceOfficer = "police_officer", "公安民警";
        Prosecutor = "prosecutor", "检察人员";
        DepartmentOfficer = "department_officer", "行政机关承办人员";
        Evaluator = "evaluator", "中立评估员";
        Notary = "notary", "公证员";
        Registrar = "registrar", "登记管理员";
        Coordinator = "coordinator", "协调人员";
        Assessor = "assessor", "考核人员";
        Leader = "leader", "领导小组成员";
        Operator = "operator", "运维人员";
        System = "system", "系统";
        Party = "party", "当事人";
    }
}

codes! {
    /// How a track ended, as reported to the agency that handed the dispute over 结果.
    Outcome, "结果", "outcome", {
        Agreed = "agreed", "达成协议";
        Decided = "decided", "作出裁决或者决定";
        Failed = "failed", "未化解";
        Withdrawn = "withdrawn", "撤回";
        Transferred = "transferred", "转入其他法定程序";
        Performed = "performed", "已经履行";
        Refused = "refused", "不予受理";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back() {
        for kind in DisputeKind::ALL {
            assert_eq!(kind.code().parse(), Ok(*kind));
        }
        for track in TrackKind::ALL {
            assert_eq!(serde_json::to_string(track).unwrap(), format!("\"{}\"", track.code()));
        }
        assert_eq!(DisputeKind::ALL.len(), 19);
        assert!("labor".parse::<DisputeKind>().is_err());
    }
}
