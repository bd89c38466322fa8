//! Why an order refuses.

use jiefen_procedure::Explain;

/// Why a command on a supervision order is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refusal {
    /// There is a draft already.
    AlreadyDrafted,
    /// There is no order.
    NoOrder,
    /// The order has ended.
    OrderOver,
    /// A needed text is missing.
    TextMissing,
    /// No dispute behind the order.
    NoCases,
    /// Nobody supervises himself.
    OwnUnit,
    /// The order is another unit's.
    NotYourOrder,
    /// It is not signed.
    NotSigned,
    /// It is signed.
    AlreadySigned,
    /// A person must sign.
    PersonMustSign,
    /// It is answered.
    AlreadyAnswered,
    /// It is not answered.
    NotAnswered,
    /// It is not overdue.
    NotOverdue,
    /// It is circulated.
    AlreadyCirculated,
    /// No such clock runs.
    NoSuchClock,
}

type Words = (&'static str, &'static str, &'static str, &'static str);

impl Refusal {
    /// Name, Chinese, English, what is right instead.
    fn words(self) -> Words {
        match self {
            Refusal::AlreadyDrafted => (
                "ALREADY_DRAFTED",
                "督办单已经起草",
                "the order is drafted",
                "签发或者撤回现有督办单",
            ),
            Refusal::NoOrder => ("NO_ORDER", "没有这份督办单", "there is no order", "先起草督办单"),
            Refusal::OrderOver => {
                ("ORDER_OVER", "督办单已经办结或者撤回", "the order has ended", "另行起草")
            }
            Refusal::TextMissing => {
                ("TEXT_MISSING", "没有写明内容或者理由", "the text is missing", "写明内容")
            }
            Refusal::NoCases => (
                "NO_CASES",
                "督办单没有列明纠纷",
                "no dispute stands behind the order",
                "列明督办所依据的纠纷",
            ),
            Refusal::OwnUnit => {
                ("OWN_UNIT", "不能督办本单位", "nobody supervises himself", "由上级督办")
            }
            Refusal::NotYourOrder => (
                "NOT_YOUR_ORDER",
                "只有被督办单位可以答复",
                "only the supervised unit answers",
                "由被督办单位答复",
            ),
            Refusal::NotSigned => {
                ("NOT_SIGNED", "督办单还没有签发", "the order is not signed", "先签发")
            }
            Refusal::AlreadySigned => {
                ("ALREADY_SIGNED", "督办单已经签发", "the order is signed", "等待答复")
            }
            Refusal::PersonMustSign => (
                "PERSON_MUST_SIGN",
                "督办单必须由人签发",
                "a person must sign",
                "由综合协调人员签发",
            ),
            Refusal::AlreadyAnswered => {
                ("ALREADY_ANSWERED", "督办单已经答复", "the order is answered", "等待核查")
            }
            Refusal::NotAnswered => {
                ("NOT_ANSWERED", "督办单还没有答复", "the order is not answered", "答复后再核查")
            }
            Refusal::NotOverdue => {
                ("NOT_OVERDUE", "还没有逾期，不能通报", "the reply is not overdue", "等待答复期满")
            }
            Refusal::AlreadyCirculated => {
                ("ALREADY_CIRCULATED", "已经通报", "the circular is issued", "督促整改")
            }
            Refusal::NoSuchClock => {
                ("NO_SUCH_CLOCK", "该期限没有在计算", "no such clock runs", "查看督办单当前状态")
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
        "实施方案九(三)；C-042、C-318"
    }

    fn instead(&self) -> String {
        self.words().3.to_owned()
    }
}
