//! The closed lists of commercial arbitration.

use crate::codes::codes;

codes! {
    /// Why an application is not accepted (3, 4, 10, 29, 32).
    Ground, "不予受理理由", "ground of refusal", {
        NoAgreement = "no_agreement", "没有仲裁协议，或者没有约定本机构";
        NotArbitrable = "not_arbitrable", "依法不能仲裁";
        NoClearClaim = "no_clear_claim", "没有具体的仲裁请求和事实、理由";
        AlreadyDecided = "already_decided", "已有生效裁判或者仲裁裁决";
    }
}

codes! {
    /// How many arbitrators the parties agreed on (42 to 44).
    Size, "仲裁庭人数", "size of tribunal", {
        Three = "three", "三名仲裁员";
        Sole = "sole", "一名仲裁员";
        NotAgreed = "not_agreed", "没有约定，由主任确定";
    }
}

codes! {
    /// The two kinds of foreign-related disputes open to ad-hoc arbitration (82).
    AdHocGround, "非机构仲裁情形", "ground of ad-hoc arbitration", {
        Maritime = "maritime", "涉外海事纠纷";
        FreeTradeZone = "free_trade_zone", "自由贸易试验区等区域内设立登记的企业之间的涉外纠纷";
    }
}

codes! {
    /// Of whom a decision on the agreement is asked, or who gives it (31).
    Asked, "仲裁协议效力的决定机关", "who decides on the agreement", {
        Body = "body", "仲裁机构";
        Tribunal = "tribunal", "仲裁庭";
        Court = "court", "人民法院";
    }
}

codes! {
    /// What a party asks of the court through the body (39, 58).
    Measure, "保全种类", "interim measure", {
        Property = "property", "财产保全";
        Evidence = "evidence", "证据保全";
        Conduct = "conduct", "责令作出或者禁止作出一定行为";
    }
}

codes! {
    /// How a hearing is held (11, 51).
    Mode, "审理方式", "form of hearing", {
        Room = "room", "线下开庭";
        Online = "online", "在线开庭";
        Papers = "papers", "书面审理";
    }
}

codes! {
    /// Why a case stands still: by the body's rules.
    StayGround, "中止理由", "ground of a stay", {
        PartyGone = "party_gone", "当事人死亡、丧失能力或者终止，等待承受人";
        CourtReviews = "court_reviews", "人民法院正在审查仲裁协议的效力";
        OtherCase = "other_case", "等待另案结果";
        Appraisal = "appraisal", "等待鉴定";
        BothAsk = "both_ask", "双方共同请求";
    }
}

codes! {
    /// What an award says.
    Kind, "裁决种类", "kind of award", {
        Decided = "decided", "裁决";
        OnAgreement = "on_agreement", "根据和解、调解协议作出的裁决";
        Sham = "sham", "虚假仲裁，驳回请求";
    }
}

codes! {
    /// The grounds of setting aside and of non-enforcement (71, 76).
    SetAsideGround, "撤销、不予执行理由", "ground of setting aside", {
        NoAgreement = "no_agreement", "没有仲裁协议";
        OutOfScope = "out_of_scope", "不属于仲裁协议范围或者无权仲裁";
        Procedure = "procedure", "仲裁庭组成或者程序违反法定程序";
        ForgedEvidence = "forged_evidence", "证据伪造";
        HiddenEvidence = "hidden_evidence", "对方隐瞒证据";
        Corruption = "corruption", "索贿受贿、徇私舞弊、枉法裁决";
        PublicInterest = "public_interest", "违背公共利益";
    }
}

codes! {
    /// A duty whose limit has passed.
    Duty, "逾期事项", "overdue duty", {
        Acceptance = "acceptance", "决定是否受理";
        Award = "award", "作出裁决";
    }
}
