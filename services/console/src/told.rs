//! What a service said when it refused, as a page can show it.

use http::StatusCode;
use jiefen_platform::config::Area;
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

use crate::words;

/// A field that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrong {
    /// Where, as the service calls it: `content.parties[1].name`.
    pub(crate) field: String,
    /// What is wrong, for people.
    pub(crate) text: String,
}

/// A refusal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    /// What the page answers with.
    pub(crate) status: StatusCode,
    /// The stable name of the reason.
    pub(crate) reason: String,
    /// What happened, for people.
    pub(crate) text: String,
    /// The wrong fields.
    pub(crate) fields: Vec<Wrong>,
    /// The article, when the law refused.
    pub(crate) basis: String,
    /// True when the token was not accepted: log in again.
    pub(crate) log_in: bool,
}

impl Told {
    /// A refusal of the console's own.
    pub(crate) fn own(status: StatusCode, reason: &str, text: &str) -> Told {
        Told {
            status,
            reason: reason.to_owned(),
            text: text.to_owned(),
            fields: Vec::new(),
            basis: String::new(),
            log_in: false,
        }
    }

    /// This node does not serve the area.
    pub(crate) fn away(area: Area) -> Told {
        Told::own(
            StatusCode::NOT_FOUND,
            "AREA_NOT_HERE",
            &format!("本单位没有这项业务：{} (this unit does not do this)", words::area(area)),
        )
    }

    /// Wrong fields that the console itself found.
    pub(crate) fn wrong(fields: Vec<Wrong>) -> Told {
        let text = "有几处需要改正 (some fields need correction)";
        Told { fields, ..Told::own(StatusCode::UNPROCESSABLE_ENTITY, "FIELD_INVALID", text) }
    }

    /// True when the service does not know this kind of request: an earlier build, or one without papers.
    pub(crate) fn is_unknown(&self) -> bool {
        self.status == StatusCode::NOT_IMPLEMENTED
    }

    /// True when the same request may succeed later.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self.status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS)
    }
}

impl From<Status> for Told {
    fn from(status: Status) -> Told {
        let details = status.get_error_details();
        let localized = details.localized_message().map(|told| told.message.clone());
        let violation = details.precondition_failure().and_then(|told| told.violations.first());
        let fields = details.bad_request().map(|told| {
            let wrong = told.field_violations.iter();
            wrong.map(|v| Wrong { field: v.field.clone(), text: v.description.clone() }).collect()
        });
        let text = match (violation, localized) {
            (Some(violation), _) => violation.description.clone(),
            (None, Some(text)) => text,
            (None, None) if code(&status).is_server_error() => {
                "暂时连不上，请稍后再试，填写的内容不会丢 (the service cannot be reached now; try again)".to_owned()
            }
            (None, None) => status.message().to_owned(),
        };
        Told {
            status: code(&status),
            reason: details.error_info().map(|info| info.reason.clone()).unwrap_or_default(),
            text,
            fields: fields.unwrap_or_default(),
            basis: violation.map(|violation| violation.subject.clone()).unwrap_or_default(),
            log_in: status.code() == Code::Unauthenticated,
        }
    }
}

/// The HTTP status that says the same.
fn code(status: &Status) -> StatusCode {
    match status.code() {
        Code::Ok => StatusCode::OK,
        Code::InvalidArgument | Code::OutOfRange => StatusCode::UNPROCESSABLE_ENTITY,
        Code::FailedPrecondition | Code::Aborted | Code::AlreadyExists => StatusCode::CONFLICT,
        Code::PermissionDenied => StatusCode::FORBIDDEN,
        Code::Unauthenticated => StatusCode::UNAUTHORIZED,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::ResourceExhausted => StatusCode::TOO_MANY_REQUESTS,
        Code::Unavailable | Code::DeadlineExceeded | Code::Cancelled => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        Code::Unimplemented => StatusCode::NOT_IMPLEMENTED,
        Code::Unknown | Code::Internal | Code::DataLoss => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
