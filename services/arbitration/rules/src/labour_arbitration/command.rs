//! What may be asked for in a labour arbitration.

use super::payload::{
    Apply, AskSetAside, ByParty, FormTribunal, FormTripartite, Guide, HoldHearing, LapseRight,
    MakeAward, Mediate, NotifyHearing, On, OrderAdvance, Postpone, Receive, Recuse, Refuse,
    Represent, RestartTerm, RuleSetAside, ShortenDefence, Simplify, Stay, Sue, TakeOver, Withdraw,
};

/// A command. Every payload has the day of its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A dispute was handed over and is here now 接收移交.
    TakeOver(Box<TakeOver>),
    /// The applicant was reached and told how to apply 联系申请人.
    Contact(On),
    /// The applicant does not apply 不申请仲裁.
    Forgo(On),
    /// The dispute has gone to another agency 移送.
    HandOn(On),
    /// An application has come in 申请.
    Apply(Box<Apply>),
    /// 受理.
    Accept(On),
    /// 不予受理.
    Refuse(Refuse),
    /// The five days have passed in silence 逾期未作出受理决定.
    LapseAcceptance,
    /// The respondent has received the copy 送达申请书副本.
    ServeCopy(ByParty),
    /// 答辩.
    FileDefence(ByParty),
    /// The defence has gone to the applicant 送达答辩书副本.
    ForwardDefence(On),
    /// The respondent says that the limitation has run 提出时效抗辩.
    RaiseLimitation(ByParty),
    /// The tribunal is formed and told to the parties 组庭.
    FormTribunal(FormTribunal),
    /// An arbitrator steps aside 回避.
    Recuse(Recuse),
    /// 推举代表.
    Represent(Represent),
    /// 开庭通知.
    NotifyHearing(NotifyHearing),
    /// A request to postpone is decided 延期开庭.
    Postpone(Postpone),
    /// 开庭.
    HoldHearing(HoldHearing),
    /// The mediation before the award has ended, with an agreement or without 先行调解.
    Mediate(Mediate),
    /// A party has signed for the mediation statement 签收调解书.
    SignStatement(ByParty),
    /// A party goes back on it before service 反悔.
    Repent(ByParty),
    /// 先予执行.
    OrderAdvance(OrderAdvance),
    /// 中止审理.
    Stay(Stay),
    /// 恢复审理.
    Resume(On),
    /// The director grants more time 延期.
    Extend(On),
    /// The term begins anew by the case rules 仲裁期限重新计算.
    RestartTerm(RestartTerm),
    /// The term has passed without an award 逾期未作出裁决.
    LapseAward,
    /// 简易处理.
    Simplify(Simplify),
    /// 缩短或者取消答辩期.
    ShortenDefence(ShortenDefence),
    /// Notice of the hearing by telephone, message, fax or mail 简便方式送达开庭通知.
    NotifySimply(NotifyHearing),
    /// A party has confirmed such a notice, or its receipt is proved 确认收到.
    ConfirmNotice(ByParty),
    /// 转为一般程序.
    ConvertToOrdinary(On),
    /// The dispute is about performing a collective contract 因履行集体合同发生的争议.
    MarkCollectiveContract(On),
    /// 按照三方原则组庭.
    FormTripartite(FormTripartite),
    /// The parties were led to talk, or mediated, before the hearing 开庭前引导协商、先行调解.
    Guide(Guide),
    /// A partial award on facts that are clear already 先行裁决.
    AwardPart(MakeAward),
    /// 裁决.
    Award(MakeAward),
    /// A party has received a paper 签收裁决书、裁定书.
    Receive(Receive),
    /// The time of a party's right has passed unused.
    LapseRight(LapseRight),
    /// A party has sued and the court told us 起诉.
    Sue(Sue),
    /// The employer asks the intermediate court to set a final award aside 申请撤销裁决.
    AskSetAside(AskSetAside),
    /// The intermediate court has ruled on it.
    RuleSetAside(RuleSetAside),
    /// The same for a partial award.
    AskSetAsidePart(AskSetAside),
    /// The intermediate court has ruled on that.
    RuleSetAsidePart(RuleSetAside),
    /// 撤回仲裁申请.
    Withdraw(Withdraw),
}

impl Command {
    /// The stable name, as in the matrix role × command.
    pub const fn name(&self) -> &'static str {
        match self {
            Command::TakeOver(_) => "take_over",
            Command::Contact(_) => "contact",
            Command::Forgo(_) => "forgo",
            Command::HandOn(_) => "hand_on",
            Command::Apply(_) => "apply",
            Command::Accept(_) => "accept",
            Command::Refuse(_) => "refuse",
            Command::LapseAcceptance => "lapse_acceptance",
            Command::ServeCopy(_) => "serve_copy",
            Command::FileDefence(_) => "file_defence",
            Command::ForwardDefence(_) => "forward_defence",
            Command::RaiseLimitation(_) => "raise_limitation",
            Command::FormTribunal(_) => "form_tribunal",
            Command::Recuse(_) => "recuse",
            Command::Represent(_) => "represent",
            Command::NotifyHearing(_) => "notify_hearing",
            Command::Postpone(_) => "postpone",
            Command::HoldHearing(_) => "hold_hearing",
            Command::Mediate(_) => "mediate",
            Command::SignStatement(_) => "sign_statement",
            Command::Repent(_) => "repent",
            Command::OrderAdvance(_) => "order_advance",
            Command::Stay(_) => "stay",
            Command::Resume(_) => "resume",
            Command::Extend(_) => "extend",
            Command::RestartTerm(_) => "restart_term",
            Command::LapseAward => "lapse_award",
            Command::Simplify(_) => "simplify",
            Command::ShortenDefence(_) => "shorten_defence",
            Command::NotifySimply(_) => "notify_simply",
            Command::ConfirmNotice(_) => "confirm_notice",
            Command::ConvertToOrdinary(_) => "convert_to_ordinary",
            Command::MarkCollectiveContract(_) => "mark_collective_contract",
            Command::FormTripartite(_) => "form_tripartite",
            Command::Guide(_) => "guide",
            Command::AwardPart(_) => "award_part",
            Command::Award(_) => "award",
            Command::Receive(_) => "receive",
            Command::LapseRight(_) => "lapse_right",
            Command::Sue(_) => "sue",
            Command::AskSetAside(_) => "ask_set_aside",
            Command::RuleSetAside(_) => "rule_set_aside",
            Command::AskSetAsidePart(_) => "ask_set_aside_part",
            Command::RuleSetAsidePart(_) => "rule_set_aside_part",
            Command::Withdraw(_) => "withdraw",
        }
    }
}
