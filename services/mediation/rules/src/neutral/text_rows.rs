//! The words of the refusals about the text before the parties.

use jiefen_procedure::words::{Words, words};

pub(super) const NO_TEXT: Words = words(
    "NO_TEXT",
    "还没有交给各方核对的协议文本",
    "there is no text before the parties",
    "T-B-04",
    "请先起草协议并交给各方核对",
);

pub(super) const TEXT_CHANGED: Words = words(
    "TEXT_CHANGED",
    "所说的文本与现在交给各方核对的文本不一致",
    "this is not the text that is before the parties",
    "T-B-04",
    "请各方重新阅读并确认现在的文本",
);

pub(super) const ALREADY_CONFIRMED: Words = words(
    "ALREADY_CONFIRMED",
    "当事人{}已经确认该文本",
    "party {} has confirmed this text",
    "T-B-04",
    "无须重复确认",
);

pub(super) const NOT_CONFIRMED: Words = words(
    "NOT_CONFIRMED",
    "当事人{}尚未确认同一文本",
    "party {} has not confirmed the same text",
    "T-B-04",
    "请先由当事人{}阅读并确认",
);
