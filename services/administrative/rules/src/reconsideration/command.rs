//! What may be asked for in a reconsideration.

use jiefen_vocab::Private;
use jiff::civil::Date;

use super::payload::{
    Accept, Act, Apply, ByParty, ConsultGround, Decide, Duty, EndGround, Enforcer, HoldHearing,
    Measure, Opine, RefusalGround, Refuse, SuspendGround,
};

/// A command. Every one but the law's own carries the day of its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// An application has come in 申请.
    Apply(Box<Apply>),
    /// The act under review, when the application came in without it 登记行政行为.
    DescribeAct { act: Act, on: Date },
    /// 通知补正.
    AskCorrection { on: Date },
    /// The applicant has received the notice 补正通知送达.
    ServeCorrection { on: Date },
    /// More time for the corrections 延长补正期限.
    ExtendCorrection { days: u32, on: Date },
    /// 提交补正材料.
    Correct { on: Date },
    /// No answer in time: the application is given up 视为放弃申请.
    Abandon,
    /// 受理.
    Accept(Accept),
    /// 不予受理.
    Refuse(Refuse),
    /// The five working days have passed in silence 视为受理.
    DeemAccepted,
    /// A reviewer is named 指定复议人员.
    NameReviewer { reviewer: String, on: Date },
    /// The case is major, hard or complex 重大、疑难、复杂.
    MarkMajor { on: Date },
    /// The case is professional or technical to a high degree 专业性、技术性较强.
    MarkTechnical { on: Date },
    /// The committee is asked for its opinion 提请行政复议委员会提出咨询意见.
    ConsultCommittee { ground: ConsultGround, on: Date },
    /// The committee's opinion is recorded 记录咨询意见.
    RecordAdvice { text: Private<String>, on: Date },
    /// From the simplified to the ordinary procedure 转为普通程序.
    Convert { on: Date },
    /// A respondent has received the copy 发送申请书副本.
    ServeCopy(ByParty),
    /// A respondent has replied 书面答复.
    Reply(ByParty),
    /// No reply in time 逾期未答复.
    LapseReply { party: u32 },
    /// The parties were heard 听取意见; `on_paper`: not possible for a cause of theirs.
    HearParties { on: Date, on_paper: bool },
    /// 听证通知.
    NotifyHearing { on: Date, hearing_on: Date },
    /// 举行听证.
    HoldHearing(HoldHearing),
    /// Both sides agree to mediate; the review is suspended 同意调解并中止.
    BeginMediation { agreed: Vec<u32>, on: Date },
    /// 制作调解书.
    MakeStatement { on: Date, duty: Option<Duty> },
    /// A party has signed 当事人签字.
    SignStatement(ByParty),
    /// The body's seal is set 加盖印章.
    SealStatement { on: Date },
    /// Mediation is over without a statement; `party` goes back on its word 终止调解、反悔.
    EndMediation { party: Option<u32>, on: Date },
    /// 中止.
    Suspend { ground: SuspendGround, on: Date },
    /// 恢复审理.
    Resume { on: Date },
    /// Sixty days of suspension have passed 中止满六十日.
    LapseSuspension,
    /// 终止.
    Terminate { ground: EndGround, on: Date },
    /// The head grants up to thirty days more 批准延期.
    Extend { days: u32, on: Date },
    /// The term has passed without a decision 逾期未作出决定.
    LapseDecision,
    /// An applicant asks for leave to withdraw 申请撤回.
    AskWithdrawal { party: u32, settled: bool, on: Date },
    /// Leave to withdraw is given or not 准予撤回与否.
    RuleWithdrawal { party: u32, granted: bool, on: Date },
    /// Found after acceptance that the application was not open 驳回申请.
    Dismiss { ground: RefusalGround, on: Date },
    /// 复议决定.
    Decide(Decide),
    /// A party has received the paper 送达.
    Serve(ByParty),
    /// A party has sued and the court told us 起诉.
    Sue(ByParty),
    /// A party's fifteen days have passed 期满未起诉.
    LapseSuit { party: u32 },
    /// The duty is performed 履行.
    Perform { on: Date, proof: String },
    /// The respondent is told to perform 责令履行、约谈、通报.
    Press { measure: Measure, by: Date, on: Date },
    /// Enforcement against an applicant or third party has begun 强制执行.
    Enforce { by: Enforcer, on: Date },
    /// 行政复议意见书 received by an agency.
    Opine(Opine),
    /// An agency has reported on an opinion 报告落实.
    ReportOpinion { no: u32, on: Date },
}

impl Command {
    /// The stable name, as in the matrix role × command.
    pub const fn name(&self) -> &'static str {
        match self {
            Command::Apply(_) => "apply",
            Command::DescribeAct { .. } => "describe_act",
            Command::AskCorrection { .. } => "ask_correction",
            Command::ServeCorrection { .. } => "serve_correction",
            Command::ExtendCorrection { .. } => "extend_correction",
            Command::Correct { .. } => "correct",
            Command::Abandon => "abandon",
            Command::Accept(_) => "accept",
            Command::Refuse(_) => "refuse",
            Command::DeemAccepted => "deem_accepted",
            Command::NameReviewer { .. } => "name_reviewer",
            Command::MarkMajor { .. } => "mark_major",
            Command::MarkTechnical { .. } => "mark_technical",
            Command::ConsultCommittee { .. } => "consult_committee",
            Command::RecordAdvice { .. } => "record_advice",
            Command::Convert { .. } => "convert",
            Command::ServeCopy(_) => "serve_copy",
            Command::Reply(_) => "reply",
            Command::LapseReply { .. } => "lapse_reply",
            Command::HearParties { .. } => "hear_parties",
            Command::NotifyHearing { .. } => "notify_hearing",
            Command::HoldHearing(_) => "hold_hearing",
            Command::BeginMediation { .. } => "begin_mediation",
            Command::MakeStatement { .. } => "make_statement",
            Command::SignStatement(_) => "sign_statement",
            Command::SealStatement { .. } => "seal_statement",
            Command::EndMediation { .. } => "end_mediation",
            Command::Suspend { .. } => "suspend",
            Command::Resume { .. } => "resume",
            Command::LapseSuspension => "lapse_suspension",
            Command::Terminate { .. } => "terminate",
            Command::Extend { .. } => "extend",
            Command::LapseDecision => "lapse_decision",
            Command::AskWithdrawal { .. } => "ask_withdrawal",
            Command::RuleWithdrawal { .. } => "rule_withdrawal",
            Command::Dismiss { .. } => "dismiss",
            Command::Decide(_) => "decide",
            Command::Serve(_) => "serve",
            Command::Sue(_) => "sue",
            Command::LapseSuit { .. } => "lapse_suit",
            Command::Perform { .. } => "perform",
            Command::Press { .. } => "press",
            Command::Enforce { .. } => "enforce",
            Command::Opine(_) => "opine",
            Command::ReportOpinion { .. } => "report_opinion",
        }
    }
}
