//! What the court does from the fee to the end of the first instance.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;

use super::super::fields::{Choice, Kind, Read, field};
use super::super::usual::{AGREED, ON, PARTY, PROOF, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{ALL, BOTH, JUDGE, PRESIDENT, TRACK};
use crate::lines::ask;

const FILING: &str = "filing";

const BAR: &[Choice] = &[
    ("status_or_title", "人身关系、财产确权", "status or title"),
    ("foreign", "涉外", "foreign"),
    ("appraisal", "需要评估、鉴定，或者对诉前评估、鉴定有异议", "appraisal"),
    ("party_missing", "一方当事人下落不明", "a party is missing"),
    ("counterclaim", "提出反诉", "counterclaim"),
    ("numerous", "一方人数众多", "numerous parties"),
    ("remanded", "发回重审或者再审", "remanded"),
    ("public_interest", "涉及国家利益、社会公共利益", "public interest"),
    ("third_party_revocation", "第三人撤销之诉", "third-party revocation"),
];
const DOCUMENT: &[Choice] = &[
    ("complaint", "起诉状副本", "complaint"),
    ("defence", "答辩状副本", "defence"),
    ("summons", "开庭传票", "summons"),
    ("other", "其他诉讼文书", "other"),
];
const MANNER: &[Choice] = &[
    ("signed", "本人签收", "signed"),
    ("electronic", "电子送达", "electronic"),
    ("mail", "邮寄", "mail"),
    ("left", "留置送达", "left"),
    ("entrusted", "委托送达", "entrusted"),
];
const REASON: &[Choice] = &[
    ("public_notice", "公告", "public notice"),
    ("appraisal", "鉴定", "appraisal"),
    ("settlement", "双方和解", "settlement"),
    ("jurisdiction", "管辖异议、管辖争议", "jurisdiction"),
    ("audit", "审计、评估", "audit"),
    ("suspension", "中止诉讼", "suspension"),
];
const ELSEWHERE: &[Choice] = &[
    ("payment_order", "转入督促程序", "payment order"),
    ("other_court", "移送有管辖权的法院", "another court"),
];

sends! {
    CourtServiceClient at Some(Area::Court), head = head, after = case(case);

    fn notify_fee = notify_fee(NotifyFeeRequest) |read, sent| { on: read.day("on") }
    fn pay_fee = pay_fee(PayFeeRequest) |read, sent| { on: read.day("on") }
    fn relieve_fee = relieve_fee(RelieveFeeRequest) |read, sent| { on: read.day("on") }
    fn deem_withdrawn = deem_withdrawn(DeemWithdrawnRequest) |read, sent| {}
    fn choose_track = choose_track(ChooseTrackRequest) |read, sent| {
        track: read.text("track"),
        measure: Some(measure(&mut read)),
        judge: read.text("judge"),
        on: read.day("on"),
    }
    fn convert = convert(ConvertRequest) |read, sent| { track: read.text("track"), on: read.day("on") }
    fn serve = serve(ServeRequest) |read, sent| {
        service: Some(pb::Service {
            document: read.text("document"),
            of: read.number_or_none("of"),
            party: read.number("party"),
            on: read.day("on"),
            manner: read.text("manner"),
        }),
    }
    fn defence = receive_defence(ReceiveDefenceRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn set_hearing = set_hearing(SetHearingRequest) |read, sent| {
        on: read.day("on"), told_on: read.day("told_on"),
    }
    fn stop = stop_trial(StopTrialRequest) |read, sent| {
        reason: read.text("reason"), proof: read.text("proof"), on: read.day("on"),
    }
    fn resume = resume_trial(ResumeTrialRequest) |read, sent| { to: read.day("to") }
    fn extend = extend_trial(ExtendTrialRequest) |read, sent| {
        months: read.count("months"), on: read.day("on"),
    }
    fn ask_withdrawal = ask_withdrawal(AskWithdrawalRequest) |read, sent| { on: read.day("on") }
    fn allow_withdrawal = allow_withdrawal(AllowWithdrawalRequest) |read, sent| { on: read.day("on") }
    fn refuse_withdrawal = refuse_withdrawal(RefuseWithdrawalRequest) |read, sent| { on: read.day("on") }
    fn make_statement = make_statement(MakeStatementRequest) |read, sent| {
        agreed: read.numbers("agreed"), on: read.day("on"),
    }
    fn serve_statement = serve_statement(ServeStatementRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn retract = retract_statement(RetractStatementRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn judge = judge(JudgeRequest) |read, sent| { on: read.day("on") }
    fn serve_judgment = serve_judgment(ServeJudgmentRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn appeal = appeal(AppealRequest) |read, sent| { party: read.number("party"), on: read.day("on") }
    fn appeal_passed = appeal_time_passed(AppealTimePassedRequest) |read, sent| {
        party: read.number("party"),
    }
    fn transfer = transfer(TransferRequest) |read, sent| {
        to: read.text("to"), court: read.text("court"), on: read.day("on"),
    }
}

fn measure(read: &mut Read<'_>) -> pb::Measure {
    pb::Measure {
        amount_fen: read.yuan("amount"),
        money_only: read.flag("money_only"),
        simple: read.flag("simple"),
        bars: read.texts("bars"),
        agreed: read.numbers("agreed"),
        wage: Some(pb::AverageWage {
            year: read.year("year"),
            amount_fen: read.yuan("wage").unwrap_or_default(),
            source: read.text("source"),
        }),
    }
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "choose_track", procedure: FILING, states: &["filed"], roles: JUDGE, zh: "确定程序和法官", en: "Choose the procedure", send: choose_track, fields: &[
        one("track", "适用程序", "Procedure", TRACK),
        hinted(field("amount", "标的额（元）", "Amount, yuan", Kind::Yuan), "不是要钱的不填"),
        flag("money_only", "只要求给付金钱", "Money only"),
        flag("simple", "事实清楚、权利义务明确、争议不大", "Simple"),
        field("bars", "有没有不能适用的情形", "Bars", Kind::Several(BAR)),
        hinted(AGREED, "标的额在平均工资一半以上两倍以下的，约定才能用小额"),
        hinted(field("year", "平均工资的年份", "Year of the wage", Kind::Count), "全省上年度就业人员年平均工资，民事诉讼法第一百六十五条"),
        field("wage", "平均工资（元）", "Average wage, yuan", Kind::Yuan),
        field("source", "公布的文件", "Published in", Kind::Text),
        field("judge", "承办法官工号", "Judge, staff id", Kind::Person), ON,
    ] },
    Act { key: "notify_fee", procedure: FILING, states: &["filed"], roles: BOTH, zh: "送达交费通知", en: "Serve the fee notice", send: notify_fee, fields: &[ON] },
    Act { key: "pay_fee", procedure: FILING, states: &["fee_due"], roles: BOTH, zh: "登记交费", en: "The fee is paid", send: pay_fee, fields: &[ON] },
    Act { key: "relieve_fee", procedure: FILING, states: &["filed", "fee_due"], roles: ALL, zh: "准许缓交、减交、免交", en: "Relieve the fee", send: relieve_fee, fields: &[ON] },
    Act { key: "set_hearing", procedure: FILING, states: &["on_trial"], roles: JUDGE, zh: "排期开庭", en: "Set the hearing", send: set_hearing, fields: &[
        field("on", "哪一天开庭", "Hearing on", Kind::Later), field("told_on", "哪一天通知", "Told on", Kind::Day),
    ] },
    Act { key: "judge", procedure: FILING, states: &["on_trial"], roles: JUDGE, zh: "作出判决", en: "Give judgment", send: judge, fields: &[ON] },
    Act { key: "make_statement", procedure: FILING, states: &["filed", "on_trial"], roles: JUDGE, zh: "制作调解书", en: "Make a mediation statement", send: make_statement, fields: &[AGREED, ON] },
    Act { key: "serve_statement", procedure: FILING, states: &["statement_made"], roles: JUDGE, zh: "当事人签收调解书", en: "A party signs for the statement", send: serve_statement, fields: &[PARTY, ON] },
    Act { key: "serve_judgment", procedure: FILING, states: &["judged"], roles: JUDGE, zh: "送达判决", en: "Serve the judgment", send: serve_judgment, fields: &[PARTY, ON] },
    Act { key: "appeal", procedure: FILING, states: &["judged"], roles: JUDGE, zh: "登记上诉", en: "A party appeals", send: appeal, fields: &[PARTY, ON] },
    Act { key: "serve", procedure: FILING, states: &["filed", "fee_due", "entrusted", "on_trial"], roles: BOTH, zh: "登记送达", en: "Record a service", send: serve, fields: &[
        one("document", "送达什么", "What", DOCUMENT),
        field("party", "送给谁", "On whom", Kind::Party),
        hinted(field("of", "谁的答辩状", "Whose defence", Kind::Party), "送达答辩状副本的才选"),
        one("manner", "怎么送达", "How", MANNER), ON,
    ] },
    Act { key: "receive_defence", procedure: FILING, states: &["filed", "fee_due", "entrusted", "on_trial"], roles: BOTH, zh: "收到答辩状", en: "A defence is in", send: defence, fields: &[PARTY, ON] },
    Act { key: "convert", procedure: FILING, states: &["on_trial"], roles: JUDGE, zh: "转换程序", en: "Change the procedure", send: convert, fields: &[one("track", "转为", "To", TRACK), ON] },
    Act { key: "stop_trial", procedure: FILING, states: &["filed", "on_trial"], roles: JUDGE, zh: "扣除审限", en: "Stop the trial limit", send: stop, fields: &[one("reason", "理由", "Reason", REASON), PROOF, ON] },
    Act { key: "resume_trial", procedure: FILING, states: &["filed", "on_trial"], roles: JUDGE, zh: "恢复审限", en: "Let the limit run", send: resume, fields: &[
        field("to", "最后一个不计算的日子", "Last day not counted", Kind::Day),
    ] },
    Act { key: "extend_trial", procedure: FILING, states: &["on_trial"], roles: PRESIDENT, zh: "批准延长审限", en: "Extend the trial limit", send: extend, fields: &[
        field("months", "几个月", "How many months", Kind::Count), ON,
    ] },
    Act { key: "ask_withdrawal", procedure: FILING, states: &["received", "correcting", "delegated", "filed", "fee_due", "entrusted", "on_trial"], roles: BOTH, zh: "原告申请撤诉", en: "The plaintiff asks to withdraw", send: ask_withdrawal, fields: &[ON] },
    Act { key: "allow_withdrawal", procedure: FILING, states: &["filed", "fee_due", "entrusted", "on_trial"], roles: JUDGE, zh: "准许撤诉", en: "Allow the withdrawal", send: allow_withdrawal, fields: &[ON] },
    Act { key: "refuse_withdrawal", procedure: FILING, states: &["filed", "fee_due", "entrusted", "on_trial"], roles: JUDGE, zh: "不准许撤诉", en: "Refuse the withdrawal", send: refuse_withdrawal, fields: &[ON] },
    Act { key: "retract_statement", procedure: FILING, states: &["statement_made"], roles: JUDGE, zh: "签收前反悔", en: "A party goes back on it", send: retract, fields: &[PARTY, ON] },
    Act { key: "transfer", procedure: FILING, states: &["filed", "on_trial"], roles: JUDGE, zh: "转出", en: "Transfer the case", send: transfer, fields: &[
        one("to", "转到哪里", "Where to", ELSEWHERE),
        hinted(field("court", "哪个法院", "Which court", Kind::Text), "移送管辖时填写单位代码，例如 640100.court"), ON,
    ] },
    Act { key: "appeal_time_passed", procedure: FILING, states: &["judged"], roles: JUDGE, zh: "上诉期满", en: "The time for appeal has passed", send: appeal_passed, fields: &[PARTY] },
    Act { key: "deem_withdrawn", procedure: FILING, states: &["fee_due"], roles: BOTH, zh: "逾期不交费，按撤诉处理", en: "Treat as withdrawn", send: deem_withdrawn, fields: &[] },
];
