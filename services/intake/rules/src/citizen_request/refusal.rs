//! Why a command to a party's request is refused.

use jiefen_procedure::Explain;
use jiefen_procedure::words::Words;

use crate::area;
use crate::content::ContentFault;
use crate::dispute::{self, bars::Bar};
use crate::worded::Worded;

/// A refusal of a party's request.
#[derive(Debug, Clone)]
pub enum Refusal {
    /// As the umbrella refuses: no text, no signature, no place for it.
    Umbrella(dispute::Refusal),
    /// 投诉由负责人答复
    HeadAnswers,
    /// 换调解员、撤回要有纠纷
    NeedsDispute,
}

const HEAD_ANSWERS: Words = Words {
    name: "HEAD_ANSWERS",
    zh: "投诉由负责人答复，不由窗口人员答复",
    en: "the head answers a complaint, not the clerk",
    basis: "国办函〔2026〕12号",
    instead: "请综治中心或者调解组织负责人答复",
};

const NEEDS_DISPUTE: Words = Words {
    name: "NEEDS_DISPUTE",
    zh: "换调解员、撤回只能在自己的纠纷里申请",
    en: "another mediator and a withdrawal are asked for within one's own dispute",
    basis: "国办函〔2026〕12号",
    instead: "请用回执上的查询码打开自己的事，在那里申请；投诉、提问、提意见可以直接写",
};

impl From<dispute::Refusal> for Refusal {
    fn from(refusal: dispute::Refusal) -> Refusal {
        Refusal::Umbrella(refusal)
    }
}

impl From<Bar> for Refusal {
    fn from(bar: Bar) -> Refusal {
        Refusal::Umbrella(bar.into())
    }
}

impl From<ContentFault> for Refusal {
    fn from(fault: ContentFault) -> Refusal {
        Refusal::Umbrella(fault.into())
    }
}

impl From<Refusal> for area::Refusal {
    fn from(refusal: Refusal) -> area::Refusal {
        match refusal {
            Refusal::Umbrella(refusal) => refusal.into(),
            Refusal::HeadAnswers => Worded::from(HEAD_ANSWERS).into(),
            Refusal::NeedsDispute => Worded::from(NEEDS_DISPUTE).into(),
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        match self {
            Refusal::Umbrella(refusal) => refusal.name(),
            Refusal::HeadAnswers => HEAD_ANSWERS.name,
            Refusal::NeedsDispute => NEEDS_DISPUTE.name,
        }
    }

    fn zh(&self) -> String {
        match self {
            Refusal::Umbrella(refusal) => refusal.zh(),
            Refusal::HeadAnswers => HEAD_ANSWERS.zh.to_owned(),
            Refusal::NeedsDispute => NEEDS_DISPUTE.zh.to_owned(),
        }
    }

    fn en(&self) -> String {
        match self {
            Refusal::Umbrella(refusal) => refusal.en(),
            Refusal::HeadAnswers => HEAD_ANSWERS.en.to_owned(),
            Refusal::NeedsDispute => NEEDS_DISPUTE.en.to_owned(),
        }
    }

    fn basis(&self) -> &'static str {
        match self {
            Refusal::Umbrella(refusal) => refusal.basis(),
            Refusal::HeadAnswers => HEAD_ANSWERS.basis,
            Refusal::NeedsDispute => NEEDS_DISPUTE.basis,
        }
    }

    fn instead(&self) -> String {
        match self {
            Refusal::Umbrella(refusal) => refusal.instead(),
            Refusal::HeadAnswers => HEAD_ANSWERS.instead.to_owned(),
            Refusal::NeedsDispute => NEEDS_DISPUTE.instead.to_owned(),
        }
    }
}
