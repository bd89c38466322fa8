//! Why the bus did not do its part.

use jiefen_platform::BoxError;

use crate::bad::Bad;

/// The oldest server that does what it says.
pub const SERVER_NEEDED: (u64, u64) = (2, 12);

/// Why the bus, or the ledger beside it, did not do its part.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The settings of the connection cannot be used.
    #[error(
        "总线地址或者证书不可用：{url} (cannot use the address or the certificates of the bus)"
    )]
    Settings {
        /// The address.
        url: String,
        /// Why.
        #[source]
        source: BoxError,
    },
    /// There is no connection now; it is tried again without end.
    #[error(
        "总线 {url} 暂时连接不上，消息留在发件箱中，连上后自动发送 (no connection to the bus; messages stay in the outbox)"
    )]
    Offline {
        /// The address.
        url: String,
    },
    /// The server is too old: it accepts what it does not do.
    #[error(
        "nats-server 版本为 {found}，至少需要 {}.{}：旧版本不报错地忽略批量原子写入、多主题过滤和单条消息有效期，消息会丢失次序或者堆积；请升级后重新启动 \
         (nats-server is {found}, {}.{} or later is needed: older ones silently ignore atomic batches, filters of several subjects and per-message expiry; upgrade it and start again)",
        SERVER_NEEDED.0, SERVER_NEEDED.1, SERVER_NEEDED.0, SERVER_NEEDED.1
    )]
    OldServer {
        /// Its version.
        found: String,
    },
    /// A stream is missing and this account may not make it, or the hub does not answer.
    #[error(
        "消息流 {stream} 不存在，本账号也无法建立，请由枢纽管理员建立 (stream {stream} is missing and this account cannot make it; ask the hub's administrator)"
    )]
    NoStream {
        /// Its name.
        stream: String,
        /// Why it was not made.
        #[source]
        source: BoxError,
    },
    /// A stream was made, but not as it was asked for.
    #[error(
        "消息流 {stream} 的设置与要求不符：{differences} (stream {stream} is not as it was asked for)"
    )]
    Drift {
        /// Its name.
        stream: String,
        /// Each setting: wanted and found.
        differences: String,
    },
    /// Messages were not taken by the bus.
    #[error("未能向消息流 {stream} 发布 (could not publish to stream {stream})")]
    Publish {
        /// The stream.
        stream: String,
        /// Why.
        #[source]
        source: BoxError,
    },
    /// A message of this node cannot be put on the bus: a bug, or a damaged outbox.
    #[error("发件箱中的第 {seq} 号消息无法发送 (message {seq} of the outbox cannot be sent)")]
    Unsendable {
        /// Its number.
        seq: i64,
        /// Why.
        #[source]
        source: Box<Bad>,
    },
    /// The outbox has a hole: rows were removed before they were receipted.
    #[error("发往 {dst} 的发件箱缺少第 {seq} 号消息 (the outbox for {dst} lacks message {seq})")]
    Hole {
        /// The destination.
        dst: String,
        /// The missing number.
        seq: i64,
    },
    /// Messages could not be read from the bus.
    #[error("未能从消息流 {stream} 读取 (could not read from stream {stream})")]
    Fetch {
        /// The stream.
        stream: String,
        /// Why.
        #[source]
        source: BoxError,
    },
    /// The ledger did not do its part.
    #[error("数据库未完成总线的读写 (the ledger did not do its part)")]
    Ledger(#[source] Box<jiefen_ledger::Error>),
    /// The contracts in this build do not read.
    #[error("本程序内的消息格式定义无法读取 (the message descriptors of this build do not read)")]
    Descriptors(#[source] BoxError),
}

impl Fault {
    /// True when trying again cannot help: the process must stop and say so.
    pub const fn is_final(&self) -> bool {
        matches!(self, Fault::OldServer { .. } | Fault::Settings { .. } | Fault::Descriptors(_))
    }
}

impl From<jiefen_ledger::Error> for Fault {
    fn from(error: jiefen_ledger::Error) -> Fault {
        Fault::Ledger(Box::new(error))
    }
}

/// An error with its causes in one line.
pub(crate) fn chain(fault: &dyn std::error::Error) -> String {
    let mut text = fault.to_string();
    let mut source = fault.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
