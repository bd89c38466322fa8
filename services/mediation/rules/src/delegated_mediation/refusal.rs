//! Why a command is not lawful now.

use jiefen_procedure::words::{Said, Worded};
use jiff::civil::Date;

use super::rows;
use crate::neutral::Fault;

/// Why a command on a delegated mediation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 共同的理由
    Common(Fault),
    /// 2025年1月1日起应当先立案，不得在立案前委派调解
    FileFirst,
    /// 没有写明起诉状的收件编号
    ComplaintWanted,
    /// 调解员尚未签收案件材料
    FileNotSigned,
    /// 案件材料已经签收
    FileSigned,
    /// 该人员不在特邀调解名册，或者未经培训
    NotOnRoster,
    /// 签收期限到…才届满
    SignRuns(Date),
    /// 协议没有调解员签名或者调解组织印章
    NotSealed,
    /// 案件材料还没有退回法院
    NotReturned,
    /// 委派调解已经不成，由法院登记立案
    CourtMustFile,
    /// 没有写明立案后的案号
    CaseWanted,
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        Refusal::Common(fault)
    }
}

impl Worded for Refusal {
    fn said(&self) -> Said {
        match self {
            Refusal::Common(fault) => fault.said(),
            Refusal::FileFirst => rows::FILE_FIRST.plain(),
            Refusal::ComplaintWanted => rows::COMPLAINT_WANTED.plain(),
            Refusal::FileNotSigned => rows::FILE_NOT_SIGNED.plain(),
            Refusal::FileSigned => rows::FILE_SIGNED.plain(),
            Refusal::NotOnRoster => rows::NOT_ON_ROSTER.plain(),
            Refusal::SignRuns(on) => rows::SIGN_RUNS.with(on),
            Refusal::NotSealed => rows::NOT_SEALED.plain(),
            Refusal::NotReturned => rows::NOT_RETURNED.plain(),
            Refusal::CourtMustFile => rows::COURT_MUST_FILE.plain(),
            Refusal::CaseWanted => rows::CASE_WANTED.plain(),
        }
    }
}
