//! Which disputes an authority adjudicates, under which statute, before which body, with which limits.

use jiefen_procedure::Brief;
use jiefen_vocab::PartyKind;
use serde::{Deserialize, Serialize};

/// What is adjudicated (T-K-18, T-I-09 to T-I-11): a closed list, because only a statute opens this way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// 土地所有权、使用权争议（土地管理法14）
    LandTitle,
    /// 林木、林地权属争议（森林法22）
    ForestTitle,
    /// 草原权属争议（草原法16）
    GrasslandTitle,
    /// 专利侵权纠纷（专利法65）
    PatentInfringement,
    /// 企业名称争议（企业名称登记管理规定21）
    EnterpriseName,
    /// 政府采购投诉（政府采购法55至58）
    GovernmentProcurement,
}

/// Who adjudicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// 乡级人民政府
    TownGovernment,
    /// 县级以上人民政府
    CountyGovernment,
    /// 县级主管部门
    CountyDepartment,
    /// 设区的市级以上主管部门
    CityDepartment,
}

/// What the applicant asks. The second half of the list is not adjudicated; each has its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// 确定权属
    Title,
    /// 责令停止侵权
    StopInfringement,
    /// 停止使用企业名称
    StopName,
    /// 认定采购文件、过程或者结果违法
    Procurement,
    /// 侵权赔偿数额
    Damages,
    /// 土地侵权
    LandInfringement,
    /// 行政区域边界
    RegionBoundary,
    /// 土地违法
    LandViolation,
    /// 农村土地承包经营权
    LandContracting,
    /// 征收补偿
    Expropriation,
}

/// What the law says of mediation before the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mediation {
    /// 应当先行调解
    First,
    /// 可以调解
    Open,
    /// 不调解
    None,
}

impl Matter {
    /// The Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Matter::LandTitle => "土地权属争议",
            Matter::ForestTitle => "林木林地权属争议",
            Matter::GrasslandTitle => "草原权属争议",
            Matter::PatentInfringement => "专利侵权纠纷",
            Matter::EnterpriseName => "企业名称争议",
            Matter::GovernmentProcurement => "政府采购投诉",
        }
    }

    /// The statute that opens this way.
    pub const fn statute(self) -> &'static str {
        match self {
            Matter::LandTitle => "土地管理法第14条",
            Matter::ForestTitle => "森林法第22条",
            Matter::GrasslandTitle => "草原法第16条",
            Matter::PatentInfringement => "专利法第65条",
            Matter::EnterpriseName => "企业名称登记管理规定第21条",
            Matter::GovernmentProcurement => "政府采购法第55至58条",
        }
    }

    /// True for title to land, forest, grassland: the state of things is frozen meanwhile.
    pub const fn is_title(self) -> bool {
        match self {
            Matter::LandTitle | Matter::ForestTitle | Matter::GrasslandTitle => true,
            Matter::PatentInfringement | Matter::EnterpriseName | Matter::GovernmentProcurement => {
                false
            }
        }
    }

    /// The rule of the acceptance.
    pub const fn accept_rule(self) -> &'static str {
        match self {
            Matter::LandTitle => "T-I-10",
            Matter::ForestTitle | Matter::GrasslandTitle => "policy.adjudication_accept",
            Matter::PatentInfringement => "T-K-18.patent_accept",
            Matter::EnterpriseName => "T-K-18.name_accept",
            Matter::GovernmentProcurement => "T-K-18.procurement_accept",
        }
    }

    /// The rule of the copy to the respondent. Where a field has none, the rules on land are followed.
    pub const fn copy_rule(self) -> &'static str {
        match self {
            Matter::LandTitle | Matter::ForestTitle | Matter::GrasslandTitle => "T-I-10.copy",
            Matter::PatentInfringement => "T-K-18.patent_copy",
            Matter::EnterpriseName => "T-K-18.name_copy",
            Matter::GovernmentProcurement => "T-K-18.procurement_copy",
        }
    }

    /// The rule of the respondent's answer; silence does not stop the case.
    pub const fn defence_rule(self) -> &'static str {
        match self {
            Matter::LandTitle | Matter::ForestTitle | Matter::GrasslandTitle => "T-I-10.defence",
            Matter::PatentInfringement => "T-K-18.patent_defence",
            Matter::EnterpriseName => "T-K-18.name_defence",
            Matter::GovernmentProcurement => "T-K-18.procurement_defence",
        }
    }

    /// The rule of the term: to the proposal in title disputes, to the decision in the others.
    pub const fn term_rule(self) -> &'static str {
        match self {
            Matter::LandTitle | Matter::ForestTitle | Matter::GrasslandTitle => "T-I-11",
            Matter::PatentInfringement => "T-K-18.patent",
            Matter::EnterpriseName => "T-K-18.name",
            Matter::GovernmentProcurement => "T-K-18.procurement",
        }
    }

    /// True where copy and term count from the receipt, not from acceptance (政府采购法56).
    pub const fn counts_from_receipt(self) -> bool {
        matches!(self, Matter::GovernmentProcurement)
    }

    /// By how many units of the term it may be lengthened, once; none: not at all. Land: "as is fit".
    pub const fn longest_extension(self) -> Option<u32> {
        match self {
            Matter::LandTitle | Matter::ForestTitle | Matter::GrasslandTitle => Some(6),
            Matter::PatentInfringement => Some(1),
            Matter::EnterpriseName | Matter::GovernmentProcurement => None,
        }
    }

    /// The listed reasons for which the term stands still.
    pub const fn stops(self) -> &'static [StopReason] {
        match self {
            Matter::PatentInfringement => {
                &[StopReason::Announcement, StopReason::Appraisal, StopReason::Suspension]
            }
            Matter::GovernmentProcurement => &[StopReason::Appraisal, StopReason::ExpertReview],
            Matter::LandTitle
            | Matter::ForestTitle
            | Matter::GrasslandTitle
            | Matter::EnterpriseName => &[],
        }
    }

    /// The rule of each party's suit against the decision. The law on grassland sets no time of its own.
    pub const fn suit_rule(self) -> &'static str {
        match self {
            Matter::LandTitle => "T-I-09",
            Matter::ForestTitle => "T-K-18.forest_suit",
            Matter::PatentInfringement => "T-K-18.patent_suit",
            Matter::GrasslandTitle | Matter::EnterpriseName | Matter::GovernmentProcurement => {
                "T-K-16"
            }
        }
    }

    /// Mediation before the decision: in title disputes it comes first (土地权属争议调查处理办法23).
    pub const fn mediation(self) -> Mediation {
        match self {
            Matter::LandTitle | Matter::ForestTitle | Matter::GrasslandTitle => Mediation::First,
            Matter::PatentInfringement | Matter::EnterpriseName => Mediation::Open,
            Matter::GovernmentProcurement => Mediation::None,
        }
    }

    /// True when this is what the matter's body decides.
    pub const fn decides(self, claim: Claim) -> bool {
        match claim {
            Claim::Title => self.is_title(),
            Claim::StopInfringement => matches!(self, Matter::PatentInfringement),
            Claim::StopName => matches!(self, Matter::EnterpriseName),
            Claim::Procurement => matches!(self, Matter::GovernmentProcurement),
            Claim::Damages
            | Claim::LandInfringement
            | Claim::RegionBoundary
            | Claim::LandViolation
            | Claim::LandContracting
            | Claim::Expropriation => false,
        }
    }

    /// The body that is right, when the one given is not. Between units only a government from the county
    /// up decides on title; patents belong to the city's office or above (专利法实施细则95).
    pub fn wants(self, body: Body, brief: &Brief) -> Option<&'static str> {
        let units = brief.parties.iter().all(|party| party.kind == PartyKind::Org);
        let (right, name) = match self {
            Matter::LandTitle | Matter::ForestTitle | Matter::GrasslandTitle => {
                let town = body == Body::TownGovernment && !units;
                (town || body == Body::CountyGovernment, "县级以上人民政府")
            }
            Matter::PatentInfringement => {
                (body == Body::CityDepartment, "设区的市级以上管理专利工作的部门")
            }
            Matter::EnterpriseName => (
                matches!(body, Body::CountyDepartment | Body::CityDepartment),
                "为被申请企业办理登记的企业登记机关",
            ),
            Matter::GovernmentProcurement => (
                matches!(body, Body::CountyDepartment | Body::CityDepartment),
                "采购人所属预算级次的财政部门",
            ),
        };
        if right { None } else { Some(name) }
    }
}

impl Body {
    /// Before whom its decision is reconsidered (行政复议法24): the government above, or its own.
    pub const fn reviewed_by(self) -> &'static str {
        match self {
            Body::TownGovernment | Body::CountyDepartment => "县级人民政府",
            Body::CountyGovernment | Body::CityDepartment => "设区的市级人民政府",
        }
    }

    /// Before which court its decision is sued over (行政诉讼法14、15).
    pub const fn court(self) -> &'static str {
        match self {
            Body::TownGovernment | Body::CountyDepartment => "基层人民法院",
            Body::CountyGovernment => "中级人民法院",
            Body::CityDepartment => "有管辖权的人民法院",
        }
    }
}

impl Claim {
    /// The right way for what is not adjudicated here.
    pub const fn route(self) -> &'static str {
        match self {
            Claim::Title => "向县级以上人民政府申请权属处理",
            Claim::StopInfringement => "向管理专利工作的部门请求处理",
            Claim::StopName => "向企业登记机关申请裁决",
            Claim::Procurement => "向财政部门投诉",
            Claim::Damages => "请求调解；调解不成的向人民法院起诉",
            Claim::LandInfringement => "协商、调解或者向人民法院起诉",
            Claim::RegionBoundary => "按行政区域边界争议处理办法申请处理",
            Claim::LandViolation => "向自然资源主管部门举报",
            Claim::LandContracting => "申请农村土地承包仲裁或者向人民法院起诉",
            Claim::Expropriation => "对补偿决定申请行政复议或者提起行政诉讼",
        }
    }
}

/// Why a term stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// 公告
    Announcement,
    /// 检验、检测、鉴定
    Appraisal,
    /// 专家评审
    ExpertReview,
    /// 中止（如请求宣告专利权无效）
    Suspension,
}

impl StopReason {
    /// The listed reason, as the rule names it.
    pub const fn listed(self) -> &'static str {
        match self {
            StopReason::Announcement => "announcement",
            StopReason::Appraisal => "appraisal",
            StopReason::ExpertReview => "expert_review",
            StopReason::Suspension => "suspension",
        }
    }
}
