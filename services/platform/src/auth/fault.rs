//! Why somebody is not let in, or not let do it.

use std::fmt;

use jiefen_vocab::{Agency, Role};
use tonic::{Code, Status};

/// Why a request is refused for who sent it. Messages name no person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthFault {
    /// No token.
    Missing,
    /// Not a token at all, or not by an algorithm that counts.
    Malformed,
    /// The signature is not by the key it names.
    BadSignature,
    /// A key this node does not know.
    UnknownKey,
    /// Past its time.
    Expired,
    /// Before its time.
    NotYetValid,
    /// Meant for somebody else.
    WrongAudience,
    /// Issued by somebody else.
    WrongIssuer,
    /// It lacks a claim, or one is not in the right form.
    BadClaims,
    /// It claims a post that no person holds.
    ReservedRole,
    /// The post asked for is not a post.
    UnknownRole,
    /// Staff of another agency: a unit acts only for itself.
    OtherAgency {
        /// The agency of this node.
        node: Agency,
    },
    /// The post asked for is not held.
    RoleNotHeld {
        /// The post asked for.
        asked: Role,
    },
    /// The post may not do this.
    RoleNotAllowed {
        /// The posts that may.
        allowed: Vec<Role>,
    },
}

impl AuthFault {
    /// The stable reason in `ErrorInfo`.
    pub const fn reason(&self) -> &'static str {
        match self {
            AuthFault::Missing => "TOKEN_MISSING",
            AuthFault::Malformed => "TOKEN_MALFORMED",
            AuthFault::BadSignature => "TOKEN_BAD_SIGNATURE",
            AuthFault::UnknownKey => "TOKEN_UNKNOWN_KEY",
            AuthFault::Expired => "TOKEN_EXPIRED",
            AuthFault::NotYetValid => "TOKEN_NOT_YET_VALID",
            AuthFault::WrongAudience => "TOKEN_WRONG_AUDIENCE",
            AuthFault::WrongIssuer => "TOKEN_WRONG_ISSUER",
            AuthFault::BadClaims => "TOKEN_BAD_CLAIMS",
            AuthFault::ReservedRole => "TOKEN_RESERVED_ROLE",
            AuthFault::UnknownRole => "ROLE_UNKNOWN",
            AuthFault::OtherAgency { .. } => "OTHER_AGENCY",
            AuthFault::RoleNotHeld { .. } => "ROLE_NOT_HELD",
            AuthFault::RoleNotAllowed { .. } => "ROLE_NOT_ALLOWED",
        }
    }

    /// The canonical code: who are you, or you may not.
    pub const fn code(&self) -> Code {
        match self {
            AuthFault::Missing
            | AuthFault::Malformed
            | AuthFault::BadSignature
            | AuthFault::UnknownKey
            | AuthFault::Expired
            | AuthFault::NotYetValid
            | AuthFault::WrongAudience
            | AuthFault::WrongIssuer
            | AuthFault::BadClaims
            | AuthFault::ReservedRole => Code::Unauthenticated,
            AuthFault::UnknownRole => Code::InvalidArgument,
            AuthFault::OtherAgency { .. }
            | AuthFault::RoleNotHeld { .. }
            | AuthFault::RoleNotAllowed { .. } => Code::PermissionDenied,
        }
    }

    /// The message in Chinese.
    pub fn zh(&self) -> String {
        match self {
            AuthFault::Missing => "请先登录：请求未携带令牌".to_owned(),
            AuthFault::Malformed => "令牌格式有误，请重新登录".to_owned(),
            AuthFault::BadSignature => "令牌签名无效，请重新登录".to_owned(),
            AuthFault::UnknownKey => "令牌由本节点不认识的密钥签发，请与运维人员联系".to_owned(),
            AuthFault::Expired => "登录已过期，请重新登录".to_owned(),
            AuthFault::NotYetValid => "令牌尚未生效，请检查签发方的时钟".to_owned(),
            AuthFault::WrongAudience => "令牌不是发给本系统的".to_owned(),
            AuthFault::WrongIssuer => "令牌不是本节点认可的签发方签发的".to_owned(),
            AuthFault::BadClaims => "令牌内容不全或有误，请与签发方联系".to_owned(),
            AuthFault::ReservedRole => "令牌声称的岗位只属于系统本身".to_owned(),
            AuthFault::UnknownRole => "没有所选的岗位".to_owned(),
            AuthFault::OtherAgency { node } => format!("您不是 {node} 的工作人员，不能代其办理"),
            AuthFault::RoleNotHeld { asked } => format!("您不担任「{}」", asked.zh()),
            AuthFault::RoleNotAllowed { allowed } => {
                let posts: Vec<&str> = allowed.iter().map(|role| role.zh()).collect();
                format!("此事须由{}办理", posts.join("、"))
            }
        }
    }

    /// The message in English.
    pub fn en(&self) -> String {
        match self {
            AuthFault::Missing => "sign in first: no token came with the request".to_owned(),
            AuthFault::Malformed => "the token is malformed; sign in again".to_owned(),
            AuthFault::BadSignature => "the token's signature is not valid".to_owned(),
            AuthFault::UnknownKey => "the token is signed by a key unknown to this node".to_owned(),
            AuthFault::Expired => "the token has expired; sign in again".to_owned(),
            AuthFault::NotYetValid => "the token is not valid yet; check the clocks".to_owned(),
            AuthFault::WrongAudience => "the token is meant for another system".to_owned(),
            AuthFault::WrongIssuer => "the token is by an issuer not accepted here".to_owned(),
            AuthFault::BadClaims => "the token lacks a claim or has a wrong one".to_owned(),
            AuthFault::ReservedRole => "the token claims a post of the system itself".to_owned(),
            AuthFault::UnknownRole => "the post asked for does not exist".to_owned(),
            AuthFault::OtherAgency { node } => format!("only staff of {node} may act for it"),
            AuthFault::RoleNotHeld { asked } => format!("you do not hold the post {asked}"),
            AuthFault::RoleNotAllowed { allowed } => {
                let posts: Vec<&str> = allowed.iter().map(|role| role.code()).collect();
                format!("this needs one of: {}", posts.join(", "))
            }
        }
    }
}

impl fmt::Display for AuthFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.zh(), self.en())
    }
}

impl std::error::Error for AuthFault {}

impl From<AuthFault> for Status {
    fn from(fault: AuthFault) -> Status {
        crate::grpc::status(fault.code(), fault.reason(), &fault.zh(), &fault.en())
    }
}
