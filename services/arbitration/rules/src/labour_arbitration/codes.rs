//! The closed lists of labour arbitration. Each code is the one that stands in files and on the wire; each
//! has its Chinese name.

use crate::codes::codes;

pub use crate::tribunal::RecusalGround;

codes! {
    /// What a claim is about; it decides whether an award on it is final (T-H-11, T-H-12).
    ClaimKind, "仲裁请求种类", "kind of claim", {
        Wages = "wages", "劳动报酬，含加班费";
        InjuryMedical = "injury_medical", "工伤医疗费";
        Compensation = "compensation", "经济补偿";
        Damages = "damages", "赔偿金";
        NationalStandard = "national_standard", "执行国家劳动标准：工作时间、休息休假、社会保险";
        Relation = "relation", "确认劳动关系";
        Other = "other", "其他";
    }
}

codes! {
    /// Why an application is not accepted, case rules 30. Limitation is not on the list.
    RefusalGround, "不予受理理由", "ground of refusal", {
        OutOfScope = "out_of_scope", "不属于劳动人事争议";
        NoClearClaim = "no_clear_claim", "没有明确的仲裁请求和事实理由";
        WrongParties = "wrong_parties", "申请人没有直接利害关系，或者被申请人不明确";
        NotOurs = "not_ours", "不属于本仲裁委员会管辖";
        AlreadyDecided = "already_decided", "已经裁决、调解书生效或者法院已受理";
    }
}

codes! {
    /// Why the case stands still: the closed list of the case rules 46(6) and 47.
    StayGround, "中止理由", "ground of a stay", {
        WorkerDied = "worker_died", "劳动者死亡，等待继承人表明是否参加";
        WorkerIncapable = "worker_incapable", "劳动者丧失行为能力，尚未确定法定代理人";
        EmployerEnded = "employer_ended", "用人单位终止，尚未确定承继者";
        ForceMajeure = "force_majeure", "不可抗拒的事由";
        OtherCase = "other_case", "等待其他案件的审理结果";
        Appraisal = "appraisal", "等待工伤认定、伤残等级鉴定以及其他鉴定结论";
        PublicNotice = "public_notice", "公告送达期间";
    }
}

codes! {
    /// Why the term begins anew, case rules 46(1), (3), (4), (5).
    RestartGround, "重新计算理由", "ground of a new term", {
        PartyAdded = "party_added", "追加当事人或者第三人";
        ClaimChanged = "claim_changed", "受理增加、变更的仲裁请求";
        Counterclaim = "counterclaim", "受理反申请";
        Transfer = "transfer", "接受移送";
    }
}

codes! {
    /// What the tribunal found on an item.
    Finding, "裁决认定", "finding", {
        Granted = "granted", "支持";
        Dismissed = "dismissed", "不支持";
        DismissedAsLate = "dismissed_as_late", "超过仲裁时效，不支持；须对方提出时效抗辩";
    }
}

codes! {
    /// A paper that starts a party's own clock when it is received.
    Paper, "文书", "paper", {
        Final = "final", "终局裁决书";
        NonFinal = "non_final", "非终局裁决书";
        Ruling = "ruling", "中级人民法院撤销裁决的裁定书";
        PartFinal = "part_final", "先行裁决的终局裁决书";
        PartNonFinal = "part_non_final", "先行裁决的非终局裁决书";
        PartRuling = "part_ruling", "中级人民法院撤销先行裁决的裁定书";
    }
}

codes! {
    /// The grounds of LMAL 49.
    SetAsideGround, "撤销理由", "ground of setting aside", {
        WrongLaw = "wrong_law", "适用法律、法规确有错误";
        NoJurisdiction = "no_jurisdiction", "无管辖权";
        Procedure = "procedure", "违反法定程序";
        ForgedEvidence = "forged_evidence", "证据伪造";
        HiddenEvidence = "hidden_evidence", "对方隐瞒证据";
        Corruption = "corruption", "索贿受贿、徇私舞弊、枉法裁决";
    }
}

codes! {
    /// What bars simplified handling, case rules 57.
    SimplifiedBar, "不得简易处理情形", "bar to simplified handling", {
        PublicInterest = "public_interest", "涉及国家利益、社会公共利益";
        SocialImpact = "social_impact", "有重大社会影响";
        RespondentMissing = "respondent_missing", "被申请人下落不明";
        Unsuitable = "unsuitable", "仲裁委员会认为不宜简易处理";
    }
}

codes! {
    /// Whom a member of a tripartite tribunal comes from, LMAL 8, 19; case rules 65.
    Side, "三方", "side of a tripartite tribunal", {
        Office = "office", "劳动行政部门";
        Union = "union", "工会";
        Employers = "employers", "企业方面";
    }
}

impl Paper {
    /// True for the papers of a partial award.
    pub const fn is_part(self) -> bool {
        match self {
            Paper::Final | Paper::NonFinal | Paper::Ruling => false,
            Paper::PartFinal | Paper::PartNonFinal | Paper::PartRuling => true,
        }
    }

    /// True for a ruling that sets an award aside.
    pub const fn is_ruling(self) -> bool {
        match self {
            Paper::Ruling | Paper::PartRuling => true,
            Paper::Final | Paper::NonFinal | Paper::PartFinal | Paper::PartNonFinal => false,
        }
    }
}

impl StayGround {
    /// The code of the stop on the list of T-H-09.
    pub const fn stop(self) -> &'static str {
        match self {
            StayGround::PublicNotice => "public_notice",
            StayGround::WorkerDied
            | StayGround::WorkerIncapable
            | StayGround::EmployerEnded
            | StayGround::ForceMajeure
            | StayGround::OtherCase
            | StayGround::Appraisal => "suspension",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt;
    use std::str::FromStr;

    use jiefen_vocab::Malformed;
    use serde::Serialize;

    use super::*;

    fn reads_back<T>(all: &[T], code: impl Fn(T) -> &'static str)
    where
        T: Copy + Serialize + FromStr<Err = Malformed> + PartialEq + fmt::Debug,
    {
        for value in all {
            assert_eq!(code(*value).parse(), Ok(*value));
            assert_eq!(serde_json::to_value(value).unwrap(), code(*value));
        }
        assert!("no_such_code".parse::<T>().unwrap_err().to_string().contains(code(all[0])));
    }

    #[test]
    fn every_code_reads_back() {
        reads_back(ClaimKind::ALL, ClaimKind::code);
        reads_back(RefusalGround::ALL, RefusalGround::code);
        reads_back(RecusalGround::ALL, RecusalGround::code);
        reads_back(StayGround::ALL, StayGround::code);
        reads_back(RestartGround::ALL, RestartGround::code);
        reads_back(Finding::ALL, Finding::code);
        reads_back(Paper::ALL, Paper::code);
        reads_back(SetAsideGround::ALL, SetAsideGround::code);
        reads_back(SimplifiedBar::ALL, SimplifiedBar::code);
        reads_back(Side::ALL, Side::code);
    }
}
