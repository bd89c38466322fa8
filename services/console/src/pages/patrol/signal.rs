//! A signal of danger, as a page shows it.

use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::Channel;

use super::place;
use crate::layout::Shell;
use crate::words;

/// A signal.
pub(crate) struct Signal {
    pub(crate) when: String,
    pub(crate) kind: &'static str,
    pub(crate) about: String,
    pub(crate) people: String,
    pub(crate) against: String,
    pub(crate) place: String,
    pub(crate) channel: &'static str,
    pub(crate) dispute: String,
}

/// A signal in words.
pub(crate) fn signal(shell: &Shell, signal: &pb::RiskSignal) -> Signal {
    let dispute = match signal.dispute.as_str() {
        "" => String::new(),
        id => format!("/disputes/{id}"),
    };
    Signal {
        when: words::time(signal.at.as_ref(), shell.english),
        kind: kind(&signal.kind),
        about: words::kind(&signal.cause).to_owned(),
        people: match (signal.people, shell.english) {
            (people, true) => format!("{people} people"),
            (people, false) => format!("{people}人"),
        },
        against: signal.against.clone(),
        place: place(&signal.place),
        channel: signal.channel.parse::<Channel>().map_or("", |channel| channel.zh()),
        dispute,
    }
}

/// What was seen.
pub(crate) fn kind(code: &str) -> &'static str {
    match code {
        "common_claim" => "多人同一诉求",
        "complaint" => "投诉举报",
        "online_call" => "网上号召",
        "gathering" => "聚集",
        "violence" => "暴力",
        "threat" => "扬言威胁",
        "breach" => "没有履行协议",
        "many_disputes" => "同类纠纷多发",
        _ => "其他信号",
    }
}
