//! Why a proposal refuses.

use jiefen_procedure::Explain;

/// Why a command on a proposal is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refusal {
    /// It is open already.
    AlreadyOpen,
    /// There is none.
    NoSuggestion,
    /// It has ended.
    SuggestionOver,
    /// The day lies ahead.
    DateInFuture,
    /// The receipt lies before the sending.
    DateOutOfOrder,
    /// No rule of this id.
    NoSuchRule,
    /// The event does not set off the rule.
    RuleNotSetOff,
    /// The event does not say which track failed.
    TrackUnknown,
    /// The law leaves no route open.
    NoRoute,
    /// The holder has it.
    AlreadyTold,
    /// The holder was reminded.
    AlreadyReminded,
    /// A reminder comes first.
    RemindFirst,
    /// The centre was told.
    AlreadyRaised,
}

type Words = (&'static str, &'static str, &'static str, &'static str);

impl Refusal {
    /// Name, Chinese, English, what is right instead.
    fn words(self) -> Words {
        match self {
            Refusal::AlreadyOpen => {
                ("ALREADY_OPEN", "已经提出建议", "the proposal is open", "查看现有建议")
            }
            Refusal::NoSuggestion => {
                ("NO_SUGGESTION", "还没有提出建议", "there is no proposal", "等待触发事件")
            }
            Refusal::SuggestionOver => {
                ("SUGGESTION_OVER", "该建议已经结束", "the proposal has ended", "查看纠纷当前状态")
            }
            Refusal::DateInFuture => {
                ("DATE_IN_FUTURE", "日期晚于今天", "the day lies ahead", "填写今天或者以前的日期")
            }
            Refusal::DateOutOfOrder => (
                "DATE_OUT_OF_ORDER",
                "收到日期早于建议日期",
                "the receipt lies before the proposal",
                "核对收到日期",
            ),
            Refusal::NoSuchRule => ("NO_SUCH_RULE", "没有这条规则", "no such rule", "核对规则编号"),
            Refusal::RuleNotSetOff => (
                "RULE_NOT_SET_OFF",
                "该事件不符合规则的条件",
                "the event does not set off the rule",
                "只对符合条件的事件提出建议",
            ),
            Refusal::TrackUnknown => (
                "TRACK_UNKNOWN",
                "事件没有写明哪一途径未化解",
                "the event does not say which track failed",
                "由发出单位补充",
            ),
            Refusal::NoRoute => (
                "NO_ROUTE",
                "没有可以建议的法定途径",
                "the law leaves no route open",
                "由综治中心研究",
            ),
            Refusal::AlreadyTold => {
                ("ALREADY_TOLD", "承办单位已经收到", "the holder has it", "等待承办单位选择")
            }
            Refusal::AlreadyReminded => {
                ("ALREADY_REMINDED", "已经提醒", "the holder was reminded", "期满后报综治中心")
            }
            Refusal::RemindFirst => {
                ("REMIND_FIRST", "应当先提醒承办单位", "a reminder comes first", "先提醒")
            }
            Refusal::AlreadyRaised => {
                ("ALREADY_RAISED", "已经报综治中心", "the centre was told", "由综治中心督促")
            }
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.words().0
    }

    fn zh(&self) -> String {
        self.words().1.to_owned()
    }

    fn en(&self) -> String {
        self.words().2.to_owned()
    }

    fn basis(&self) -> &'static str {
        "实施方案七(二)"
    }

    fn instead(&self) -> String {
        self.words().3.to_owned()
    }
}
