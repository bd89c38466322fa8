//! Papers as their readers get them: the text layer of every family, its pages, and what is refused.

mod fonts;
mod golden;
mod kit;
mod long;
mod page;
mod refused;
mod strange;
