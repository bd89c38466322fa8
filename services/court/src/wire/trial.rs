//! Requests from the fee to the end of the first instance.

use jiefen_court_rules::filing::{Command, Elsewhere};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::court::v1 as pb;

use super::{parts, verb};

verb!(notify_fee, NotifyFeeRequest, |m, fields| {
    Command::NotifyFee { on: fields.date("on", m.on.as_ref())? }
});
verb!(pay_fee, PayFeeRequest, |m, fields| {
    Command::PayFee { on: fields.date("on", m.on.as_ref())? }
});
verb!(relieve_fee, RelieveFeeRequest, |m, fields| {
    Command::RelieveFee { on: fields.date("on", m.on.as_ref())? }
});
verb!(deem_withdrawn, DeemWithdrawnRequest, |m, fields| Command::DeemWithdrawn);
verb!(choose_track, ChooseTrackRequest, |m, fields| {
    let track = parts::code(&mut fields, "track", &m.track);
    let measure = parts::measure(&mut fields, m.measure.as_ref());
    let judge = parts::person(&mut fields, "judge", &m.judge);
    let day = fields.date("on", m.on.as_ref());
    Command::ChooseTrack { track: track?, measure: measure?, judge: judge?, on: day? }
});
verb!(convert, ConvertRequest, |m, fields| {
    let track = parts::code(&mut fields, "track", &m.track);
    let day = fields.date("on", m.on.as_ref());
    Command::Convert { track: track?, on: day? }
});
verb!(serve, ServeRequest, |m, fields| {
    Command::Serve { service: parts::service(&mut fields, m.service.as_ref())? }
});
verb!(receive_defence, ReceiveDefenceRequest, |m, fields| {
    Command::ReceiveDefence { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(set_hearing, SetHearingRequest, |m, fields| {
    let day = fields.date("on", m.on.as_ref());
    let told_on = fields.date("told_on", m.told_on.as_ref());
    Command::SetHearing { on: day?, told_on: told_on? }
});
verb!(stop_trial, StopTrialRequest, |m, fields| {
    let reason = parts::code(&mut fields, "reason", &m.reason);
    let proof = fields.text("proof", &m.proof, 500);
    let day = fields.date("on", m.on.as_ref());
    Command::StopTrial { reason: reason?, proof: proof?, on: day? }
});
verb!(resume_trial, ResumeTrialRequest, |m, fields| {
    Command::ResumeTrial { to: fields.date("to", m.to.as_ref())? }
});
verb!(extend_trial, ExtendTrialRequest, |m, fields| {
    Command::ExtendTrial { months: m.months, on: fields.date("on", m.on.as_ref())? }
});
verb!(ask_withdrawal, AskWithdrawalRequest, |m, fields| {
    Command::AskWithdrawal { on: fields.date("on", m.on.as_ref())? }
});
verb!(allow_withdrawal, AllowWithdrawalRequest, |m, fields| {
    Command::AllowWithdrawal { on: fields.date("on", m.on.as_ref())? }
});
verb!(refuse_withdrawal, RefuseWithdrawalRequest, |m, fields| {
    Command::RefuseWithdrawal { on: fields.date("on", m.on.as_ref())? }
});
verb!(make_statement, MakeStatementRequest, |m, fields| {
    Command::MakeStatement { agreed: m.agreed.clone(), on: fields.date("on", m.on.as_ref())? }
});
verb!(serve_statement, ServeStatementRequest, |m, fields| {
    Command::ServeStatement { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(retract_statement, RetractStatementRequest, |m, fields| {
    Command::RetractStatement { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(judge, JudgeRequest, |m, fields| {
    Command::Judge { on: fields.date("on", m.on.as_ref())? }
});
verb!(serve_judgment, ServeJudgmentRequest, |m, fields| {
    Command::ServeJudgment { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(appeal, AppealRequest, |m, fields| {
    Command::Appeal { party: m.party, on: fields.date("on", m.on.as_ref())? }
});
verb!(appeal_time_passed, AppealTimePassedRequest, |m, fields| {
    Command::AppealTimePassed { party: m.party }
});
verb!(transfer, TransferRequest, |m, fields| {
    let to = elsewhere(&mut fields, m);
    let day = fields.date("on", m.on.as_ref());
    Command::Transfer { to: to?, on: day? }
});

fn elsewhere(fields: &mut Fields, m: &pb::TransferRequest) -> Option<Elsewhere> {
    match m.to.as_str() {
        "payment_order" if m.court.is_empty() => Some(Elsewhere::PaymentOrder),
        "payment_order" => {
            fields.fault("court", "应当为空 (must be empty for payment_order)");
            None
        }
        "other_court" => {
            fields.parse("court", &m.court).map(|court| Elsewhere::OtherCourt { court })
        }
        other => {
            parts::none_of(fields, "to", other, "payment_order 或 other_court");
            None
        }
    }
}
