//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const OTHER_REGISTER: Words = words(
    "OTHER_REGISTER",
    "信号记入信号簿，次数记入计数簿",
    "signals go into the book, numbers into a tally",
    "C-142",
    "请记入另一本簿",
);

pub(super) const NOT_BEGUN: Words =
    words("NOT_BEGUN", "信号簿还没有记载", "the book is empty", "C-142", "请先记入信号");

pub(super) const TIME_IN_FUTURE: Words = words(
    "TIME_IN_FUTURE",
    "时间{}还没有到",
    "{} has not come yet",
    "C-142",
    "请填写实际发生的时间",
);
