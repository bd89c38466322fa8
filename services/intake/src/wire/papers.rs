//! Requests of the registration desk, parsed once.

use jiefen_intake_rules::dispute::papers::Filing;
use jiefen_intake_rules::dispute::{Command, orders};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::Private;

use super::parts::code;
use super::{Outcome, on};
use crate::registration::media;

/// The longest name of a file, in characters.
const FILE_NAME: usize = 255;

/// What is to be filed, from the head of an upload; `most` bytes are allowed.
///
/// # Errors
/// Every wrong field.
pub fn filing(m: &pb::AttachmentHead, most: u64) -> Result<Filing, jiefen_ledger::Error> {
    let mut fields = Fields::new();
    let name = fields.text("name", &m.name, FILE_NAME);
    if m.name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\')) {
        fields.fault("name", "文件名不能含有路径或者控制字符 (a file name, no path)");
    }
    if let Some(problem) = media::wrong_name(&m.media_type, &m.name) {
        fields.fault("media_type", problem);
    }
    if m.size == 0 {
        fields.fault("size", "文件是空的 (the file is empty)");
    } else if m.size > most {
        let (given, most) = (m.size / 1024, most / 1024);
        fields.fault(
            "size",
            format!(
                "文件{given}KiB，超过上限{most}KiB，请压缩或者拆分后上传 (longer than {most} KiB; compress or divide it)"
            ),
        );
    }
    let sha256 = m.sha256.to_ascii_lowercase();
    if sha256.len() != 64 || !sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
        fields.fault("sha256", "应为64位十六进制的SHA-256值 (64 hex digits)");
    }
    let (media_type, size) = (m.media_type.clone(), m.size);
    fields.done(name.map(|name| Filing { sha256, name: Private::new(name), media_type, size }))
}

/// Parses the applicants who speak for the others.
///
/// # Errors
/// The head names no case.
pub fn named_representatives(m: &pb::NameRepresentativesRequest) -> Outcome {
    let parties = m.parties.iter().copied().collect();
    on(m.head.as_ref(), Fields::new(), Some(Command::NameRepresentatives { parties }))
}

/// Parses a claim that becomes a dispute of its own.
///
/// # Errors
/// Every wrong field.
pub fn split(m: &pb::SplitRequest) -> Outcome {
    let mut fields = Fields::new();
    let new = fields.parse("new", &m.new);
    let kind = fields.parse("kind", &m.kind);
    let reason = code(&mut fields, "reason", &m.reason);
    let command =
        (|| Some(Command::Split(orders::Separation { new: new?, kind: kind?, reason: reason? })))();
    on(m.head.as_ref(), fields, command)
}
