//! What can be wrong with a message from the bus. Such a message is quarantined with its fault: never
//! parked in front of honest ones, never dropped in silence.

use jiefen_ledger::Destination;
use jiefen_platform::trust::TrustFault;
use jiefen_vocab::Agency;

/// Why a message from the bus is not taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Bad {
    /// The subject is not of this bus.
    #[error("总线主题「{given}」{why} (wrong subject)")]
    Subject {
        /// As it came, cut.
        given: String,
        /// What is wrong.
        why: &'static str,
    },
    /// A header is missing.
    #[error("缺少消息头 {header} (header {header} is missing)")]
    Missing {
        /// Its name.
        header: &'static str,
    },
    /// A header stands there twice: two readers could read two different messages.
    #[error("消息头 {header} 重复 (header {header} is repeated)")]
    Repeated {
        /// Its name.
        header: &'static str,
    },
    /// A header is longer than any right value.
    #[error("消息头 {header} 过长，有 {length} 字节 (header {header} is too long)")]
    TooLong {
        /// Its name.
        header: &'static str,
        /// Its length in bytes.
        length: usize,
    },
    /// A header has a value that cannot be right.
    #[error("消息头 {header} 的值「{given}」{why} (header {header} is malformed)")]
    Header {
        /// Its name.
        header: &'static str,
        /// As it came, cut.
        given: String,
        /// What is wrong, or what would be right.
        why: String,
    },
    /// The payload is larger than any right one.
    #[error("消息内容有 {length} 字节，超过上限 {max} 字节 (the payload is too large)")]
    Oversized {
        /// Its length in bytes.
        length: usize,
        /// The most that is allowed.
        max: usize,
    },
    /// A header says something else than the subject.
    #[error(
        "消息头 {header}「{given}」与总线主题「{expected}」不一致 (header {header} and subject disagree)"
    )]
    Disagrees {
        /// The header.
        header: &'static str,
        /// What it says.
        given: String,
        /// What the subject says.
        expected: String,
    },
    /// It is for somebody else.
    #[error("消息的收件方是 {dst}，不是本单位 (addressed to {dst}, not to this agency)")]
    NotForMe {
        /// For whom it is.
        dst: Destination,
    },
    /// The signature is not believed.
    #[error(transparent)]
    Signature(#[from] TrustFault),
    /// A receipt's content does not read.
    #[error("回执内容无法读取：{why} (the receipt does not read)")]
    Receipt {
        /// Why.
        why: String,
    },
    /// A receipt speaks for somebody else than its sender.
    #[error("回执以 {reader} 的名义由 {from} 发出 (a receipt of {reader} sent by {from})")]
    Borrowed {
        /// In whose name.
        reader: Agency,
        /// By whom.
        from: Agency,
    },
    /// A receipt covers messages that were never sent.
    #[error(
        "{reader} 的回执到第 {upto} 号，而本单位只发到第 {sent} 号：本单位的数据可能是从备份恢复的 (a receipt beyond what was sent: this node may have been restored from backup)"
    )]
    BeyondSent {
        /// Who receipted.
        reader: Agency,
        /// Up to which number.
        upto: i64,
        /// The last number given here.
        sent: i64,
    },
    /// A receipt's running hash is not the one of what was sent.
    #[error(
        "{reader} 的回执在第 {upto} 号的滚动校验值与本单位不同：双方的记录已经分叉 (the running hash of the receipt differs: the two records have diverged)"
    )]
    Diverged {
        /// Who receipted.
        reader: Agency,
        /// Up to which number.
        upto: i64,
    },
}

impl Bad {
    /// Its stable name, for figures.
    pub const fn code(&self) -> &'static str {
        match self {
            Bad::Subject { .. } => "subject",
            Bad::Missing { .. } => "header_missing",
            Bad::Repeated { .. } => "header_repeated",
            Bad::TooLong { .. } => "header_too_long",
            Bad::Header { .. } => "header_malformed",
            Bad::Oversized { .. } => "oversized",
            Bad::Disagrees { .. } => "disagrees",
            Bad::NotForMe { .. } => "not_for_me",
            Bad::Signature(TrustFault::UnknownAgency { .. }) => "unknown_agency",
            Bad::Signature(TrustFault::NoKeyInForce { .. }) => "no_key_in_force",
            Bad::Signature(TrustFault::BadSignature { .. }) => "bad_signature",
            Bad::Receipt { .. } => "receipt_unreadable",
            Bad::Borrowed { .. } => "receipt_borrowed",
            Bad::BeyondSent { .. } => "receipt_beyond_sent",
            Bad::Diverged { .. } => "receipt_diverged",
        }
    }
}
