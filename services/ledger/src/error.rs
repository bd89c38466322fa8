//! The one error of a command, and the one place where it becomes a gRPC status.

use jiefen_procedure::Refused;
use sea_orm::DbErr;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, FieldViolation, PreconditionViolation, StatusExt};

const DOMAIN: &str = "jiefen";

/// A field that is wrong: which, how, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The field's name on the wire, with dots.
    pub field: String,
    /// What is wrong and what would be right, Chinese first.
    pub problem: String,
}

impl FieldFault {
    /// A fault of a field.
    pub fn new(field: impl Into<String>, problem: impl std::fmt::Display) -> FieldFault {
        FieldFault { field: field.into(), problem: problem.to_string() }
    }
}

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The request's fields are wrong.
    #[error("请求内容有误 (the request has wrong fields)")]
    Invalid(Vec<FieldFault>),
    /// There is no such thing here.
    #[error("本单位没有{what}「{name}」 (no such {what_en} here)")]
    NotFound {
        /// What was asked for, Chinese.
        what: &'static str,
        /// What was asked for, English.
        what_en: &'static str,
        /// Its name.
        name: String,
    },
    /// The case has changed since it was read.
    #[error(
        "案件已被他人更新，当前版本为 {current}，请刷新后再试 (the case changed; its version is {current})"
    )]
    Stale {
        /// The version now.
        current: i64,
    },
    /// Something was written between the reading and the command, which depends on more than its own case.
    #[error("提交时登记内容正被他人更新，请重试 (something else was written meanwhile; try again)")]
    Overtaken,
    /// The law does not allow the command now.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The person may not give this command.
    #[error("{0}")]
    Forbidden(Refused),
    /// The request id was used for another request.
    #[error(
        "请求编号已用于内容不同的请求，请换用新的请求编号 (this request_id was used for another request)"
    )]
    Reused,
    /// Too much is waiting.
    #[error(
        "系统繁忙，请稍后用同一请求编号重试 (too many commands are waiting; retry with the same request_id)"
    )]
    Busy,
    /// The node drains and takes nothing more: nothing has happened.
    #[error(
        "系统正在重启，请稍后用同一请求编号重试 (the node is restarting; retry with the same request_id)"
    )]
    Draining,
    /// The database did not do its part.
    #[error("{doing}")]
    Store {
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        #[source]
        source: DbErr,
    },
    /// Stored data does not read back: a bug or a damaged database.
    #[error("{doing}")]
    Corrupt {
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        why: String,
    },
    /// The command's task ended without an answer.
    #[error("the command's task ended without an answer")]
    Crashed,
}

/// `.map_err(store("load cases"))`: the operation, not the function's name.
pub(crate) fn store(doing: &'static str) -> impl FnOnce(DbErr) -> Error {
    move |source| Error::Store { doing, source }
}

/// `.map_err(corrupt("read a case"))`.
pub(crate) fn corrupt<E: std::fmt::Display>(doing: &'static str) -> impl FnOnce(E) -> Error {
    move |why| Error::Corrupt { doing, why: why.to_string() }
}

impl Error {
    /// One wrong field.
    pub fn field(field: impl Into<String>, problem: impl std::fmt::Display) -> Error {
        Error::Invalid(vec![FieldFault::new(field, problem)])
    }

    /// The canonical code and the stable reason.
    fn code(&self) -> (Code, String) {
        match self {
            Error::Invalid(_) => (Code::InvalidArgument, "FIELD_INVALID".to_owned()),
            Error::NotFound { .. } => (Code::NotFound, "NOT_FOUND".to_owned()),
            Error::Stale { .. } => (Code::Aborted, "ETAG_MISMATCH".to_owned()),
            Error::Overtaken => (Code::Aborted, "OVERTAKEN".to_owned()),
            Error::Refused(refused) => (Code::FailedPrecondition, refused.name.clone()),
            Error::Forbidden(refused) => (Code::PermissionDenied, refused.name.clone()),
            Error::Reused => (Code::FailedPrecondition, "REQUEST_ID_REUSED".to_owned()),
            Error::Busy => (Code::ResourceExhausted, "QUEUE_FULL".to_owned()),
            Error::Draining => (Code::Unavailable, "DRAINING".to_owned()),
            Error::Store { .. } => (Code::Unavailable, "STORE_UNAVAILABLE".to_owned()),
            Error::Corrupt { .. } | Error::Crashed => (Code::Internal, "BUG".to_owned()),
        }
    }

    /// True when the same command may succeed later without any change.
    pub fn is_transient(&self) -> bool {
        match self {
            Error::Overtaken
            | Error::Busy
            | Error::Draining
            | Error::Store { .. }
            | Error::Crashed => true,
            Error::Invalid(_)
            | Error::NotFound { .. }
            | Error::Stale { .. }
            | Error::Refused(_)
            | Error::Forbidden(_)
            | Error::Reused
            | Error::Corrupt { .. } => false,
        }
    }

    fn details(&self, reason: &str, message: &str) -> ErrorDetails {
        let mut details =
            ErrorDetails::with_error_info(reason, DOMAIN, [] as [(String, String); 0]);
        match self {
            Error::Invalid(faults) => {
                let wrong = |fault: &FieldFault| FieldViolation::new(&fault.field, &fault.problem);
                details.set_bad_request(faults.iter().map(wrong).collect::<Vec<_>>());
            }
            Error::Refused(refused) | Error::Forbidden(refused) => {
                details.set_precondition_failure(vec![PreconditionViolation::new(
                    &refused.name,
                    &refused.basis,
                    format!("{}；{}", refused.zh, refused.instead),
                )]);
            }
            Error::NotFound { .. }
            | Error::Stale { .. }
            | Error::Overtaken
            | Error::Reused
            | Error::Busy
            | Error::Draining
            | Error::Store { .. }
            | Error::Corrupt { .. }
            | Error::Crashed => {}
        }
        details.set_localized_message("zh-CN", message);
        details
    }
}

impl From<Error> for Status {
    fn from(error: Error) -> Status {
        let (code, reason) = error.code();
        // Logged once, here, with the whole chain; callers only pass on.
        let broken = match &error {
            Error::Store { .. } | Error::Corrupt { .. } | Error::Crashed => true,
            Error::Invalid(_)
            | Error::NotFound { .. }
            | Error::Stale { .. }
            | Error::Overtaken
            | Error::Refused(_)
            | Error::Forbidden(_)
            | Error::Reused
            | Error::Busy
            | Error::Draining => false,
        };
        let message = if broken {
            tracing::error!(error.chain = %chain(&error), reason, "request failed");
            "系统暂时无法完成该请求，请稍后用同一请求编号重试 (the service could not complete the request)".to_owned()
        } else {
            tracing::info!(reason, "request refused");
            chain(&error)
        };
        let details = error.details(&reason, &message);
        Status::with_error_details(code, message, details)
    }
}

/// The message, its wrong fields and its causes.
pub(crate) fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    if let Error::Invalid(faults) = error {
        for fault in faults {
            text.push_str(&format!("；{}：{}", fault.field, fault.problem));
        }
    }
    if let Error::Corrupt { why, .. } = error {
        text.push_str(&format!(": {why}"));
    }
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_field_is_named_in_the_status() {
        let status = Status::from(Error::field("place", "区划代码有误"));
        assert_eq!(status.code(), Code::InvalidArgument);
        let details = status.get_error_details();
        let request = details.bad_request().unwrap();
        assert_eq!(request.field_violations[0].field, "place");
        assert_eq!(details.error_info().unwrap().domain, "jiefen");
    }

    #[test]
    fn a_refusal_carries_its_legal_basis() {
        let refused = Refused {
            name: "CONSENT_MISSING".to_owned(),
            zh: "对方尚未同意调解".to_owned(),
            en: "the other party has not consented".to_owned(),
            basis: "人民调解法17".to_owned(),
            instead: "可以告知其他途径".to_owned(),
        };
        let status = Status::from(Error::Refused(refused));
        assert_eq!(status.code(), Code::FailedPrecondition);
        let details = status.get_error_details();
        assert_eq!(details.precondition_failure().unwrap().violations[0].subject, "人民调解法17");
        assert_eq!(details.localized_message().unwrap().locale, "zh-CN");
    }

    #[test]
    fn a_failure_says_nothing_of_the_inside() {
        let status =
            Status::from(Error::Corrupt { doing: "read a case", why: "secret".to_owned() });
        assert_eq!(status.code(), Code::Internal);
        assert!(!status.message().contains("secret"));
    }
}
