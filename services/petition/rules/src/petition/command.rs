//! What may be asked for in a petition.

use super::payload::{
    Answer, Classify, Designate, Forward, Object, On, Opine, Person, Receive, ReportUp,
};

/// A command. Every payload has the day of its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 登记.
    Receive(Box<Receive>),
    /// 不予受理: the same matter is in hand, or its road has ended.
    NotAccept(On),
    /// 报告重大、紧急事项.
    ReportUp(ReportUp),
    /// 回避.
    Recuse(Person),
    /// 确定承办人.
    Assign(Person),
    /// 依法分类.
    Classify(Classify),
    /// 转送、交办.
    Forward(Forward),
    /// The unit has received it 收到转送.
    Acknowledge(On),
    /// 提出异议.
    Object(Object),
    /// The five working days have passed without an objection.
    LapseObjection,
    /// 指定.
    Designate(Designate),
    /// 书面告知信访人.
    Tell(On),
    /// 姓名、住址不清，无法告知.
    ExcuseTelling(On),
    /// 回复建议，或者依法履职、答复.
    Reply(Answer),
    /// 受理: the sixty days begin.
    Accept(On),
    /// 负责人批准延长三十日并告知理由.
    Extend(On),
    /// 调解、和解达成协议.
    Settle(On),
    /// 出具处理意见书.
    GiveOpinion(Opine),
    /// The petitioner has received the written reply 送达.
    Serve(On),
    /// Nobody asked for review or re-review in time.
    LapseReview,
    /// 请求复查.
    AskReview(On),
    /// 复查意见.
    Review(Opine),
    /// 请求复核.
    AskRereview(On),
    /// 复核听证开始.
    StartHearing(On),
    /// 复核听证结束.
    EndHearing(On),
    /// 复核意见.
    Rereview(Opine),
    /// 移交其他机关办理: another unit answers for the dispute for good.
    HandOn(On),
    /// 撤回.
    Withdraw(On),
}

impl Command {
    /// The stable name, as in the matrix role × command.
    pub const fn name(&self) -> &'static str {
        match self {
            Command::Receive(_) => "receive",
            Command::NotAccept(_) => "not_accept",
            Command::ReportUp(_) => "report_up",
            Command::Recuse(_) => "recuse",
            Command::Assign(_) => "assign",
            Command::Classify(_) => "classify",
            Command::Forward(_) => "forward",
            Command::Acknowledge(_) => "acknowledge",
            Command::Object(_) => "object",
            Command::LapseObjection => "lapse_objection",
            Command::Designate(_) => "designate",
            Command::Tell(_) => "tell",
            Command::ExcuseTelling(_) => "excuse_telling",
            Command::Reply(_) => "reply",
            Command::Accept(_) => "accept",
            Command::Extend(_) => "extend",
            Command::Settle(_) => "settle",
            Command::GiveOpinion(_) => "give_opinion",
            Command::Serve(_) => "serve",
            Command::LapseReview => "lapse_review",
            Command::AskReview(_) => "ask_review",
            Command::Review(_) => "review",
            Command::AskRereview(_) => "ask_rereview",
            Command::StartHearing(_) => "start_hearing",
            Command::EndHearing(_) => "end_hearing",
            Command::Rereview(_) => "rereview",
            Command::HandOn(_) => "hand_on",
            Command::Withdraw(_) => "withdraw",
        }
    }
}
