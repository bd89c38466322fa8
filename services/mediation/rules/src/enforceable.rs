//! Whether a term of an agreement can be carried out as it is written: who, what, how much, by when, where. A court
//! confirms and enforces only what is definite (民诉法解释 358(5)、461); what is not says so beside the sentence, before
//! anybody signs. Nothing here forbids a term: the parties may promise more than a court can enforce.

use jiefen_vocab::{Fen, Party, Private};
use jiff::civil::Date;

use crate::agreement::{Draft, Obligation};

/// What is asked of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// 主体
    Parties,
    /// 内容
    Act,
    /// 金额
    Amount,
    /// 期限
    Due,
    /// 地点
    Place,
}

impl Check {
    /// Its code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Check::Parties => "parties",
            Check::Act => "act",
            Check::Amount => "amount",
            Check::Due => "due",
            Check::Place => "place",
        }
    }
}

/// What was found of one thing that is asked of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was asked.
    pub check: Check,
    /// True when it is definite.
    pub definite: bool,
    /// What was found, Chinese. It names the vague words, nothing else of the text.
    pub zh: String,
    /// What was found, English.
    pub en: &'static str,
    /// What to write instead, Chinese; empty when it is definite.
    pub instead: &'static str,
    /// The article.
    pub basis: &'static str,
}

const DEFINITE: &str = "民诉法解释461";
const VAGUE: &str = "民诉法解释358(5)、461";
const STATUS: &str = "民诉法解释355(3)";

/// Words after which nobody can say whether it was done.
const MEASURELESS: &[&str] = &[
    "适当",
    "酌情",
    "尽量",
    "尽力",
    "合理",
    "妥善",
    "视情况",
    "另行协商",
    "协商解决",
    "再商量",
    "力争",
    "努力",
    "若干",
    "部分补偿",
    "一定的",
    "有关费用",
    "相关费用",
];
/// Words after which nobody can say when.
const TIMELESS: &[&str] = &[
    "尽快",
    "尽早",
    "早日",
    "以后",
    "有钱",
    "随时",
    "过段时间",
    "条件允许",
    "宽裕",
    "近期",
    "适时",
];
/// Promises that rest on good will alone.
const GOOD_WILL: &[&str] = &[
    "互相尊重",
    "互敬互爱",
    "搞好关系",
    "和睦相处",
    "和好",
    "不计前嫌",
    "团结",
    "互谅互让",
    "孝顺",
];
/// What no agreement of a mediation makes and no court confirms.
const OF_STATUS: &[&str] = &["离婚", "解除婚姻", "收养关系", "亲子关系", "监护关系", "婚姻无效"];
/// Words of money: an amount is expected beside them.
const OF_MONEY: &[&str] = &[
    "赔偿",
    "补偿",
    "支付",
    "给付",
    "付清",
    "还清",
    "归还借款",
    "偿还",
    "工资",
    "货款",
    "租金",
    "欠款",
    "医药费",
    "医疗费",
    "误工费",
    "抚养费",
    "赡养费",
    "押金",
    "违约金",
    "利息",
];

/// What was found of one term, in the order in which it is read.
pub fn findings(owed: &Obligation, parties: &[Party], on: Date) -> Vec<Finding> {
    vec![between(owed, parties), act(owed), amount(owed), due(owed, on), place(owed)]
}

fn yes(check: Check, zh: impl Into<String>, en: &'static str) -> Finding {
    Finding { check, definite: true, zh: zh.into(), en, instead: "", basis: DEFINITE }
}

fn no(
    check: Check,
    zh: impl Into<String>,
    en: &'static str,
    instead: &'static str,
    basis: &'static str,
) -> Finding {
    Finding { check, definite: false, zh: zh.into(), en, instead, basis }
}

fn found<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().find(|word| text.contains(word))
}

fn between(owed: &Obligation, parties: &[Party]) -> Finding {
    let known = |no: u32| parties.iter().any(|party| party.no == no);
    if known(owed.obligor) && known(owed.obligee) && owed.obligor != owed.obligee {
        return yes(Check::Parties, "谁向谁履行，明确", "who owes whom is definite");
    }
    no(
        Check::Parties,
        "没有写明谁向谁履行",
        "who owes whom is not said",
        "选定履行的一方和另一方，两方不能是同一人",
        VAGUE,
    )
}

fn act(owed: &Obligation) -> Finding {
    let what = owed.what.reveal();
    if what.trim().chars().count() < 2 {
        let right = "写出做什么、做到什么程度，例如“把界桩恢复到2019年量的位置”";
        return no(Check::Act, "没有写做什么", "what is to be done is not said", right, VAGUE);
    }
    if let Some(word) = found(what, OF_STATUS) {
        let right = "身份关系要到民政部门或者人民法院办理，从协议里去掉这一项";
        let zh = format!("“{word}”是身份关系，不能用调解协议办，法院也不确认");
        return no(Check::Act, zh, "status is not made by an agreement", right, STATUS);
    }
    if let Some(word) = found(what, MEASURELESS) {
        let right = "写出具体的做法、数量、标准，让别人也能判断做没做到";
        let zh = format!("“{word}”没有标准，不能执行");
        return no(Check::Act, zh, "nobody could say whether it was done", right, VAGUE);
    }
    if let Some(word) = found(what, GOOD_WILL) {
        let right = "可以保留作为劝导；要能执行，就写具体行为，例如“单日甲先浇水、双日乙先浇水”";
        let zh = format!("“{word}”靠自觉，法院不能强制执行");
        return no(Check::Act, zh, "it rests on good will; no court enforces it", right, VAGUE);
    }
    yes(Check::Act, "做什么，明确", "what is to be done is definite")
}

fn amount(owed: &Obligation) -> Finding {
    let what = owed.what.reveal();
    match owed.amount {
        Some(sum) if sum.0 <= 0 => no(
            Check::Amount,
            "金额应当大于零",
            "the amount must be more than nothing",
            "写出要付的数额",
            VAGUE,
        ),
        Some(sum) if names_another(what, sum) => no(
            Check::Amount,
            format!("文字里的金额与金额栏的{sum}不一致"),
            "the words name another amount",
            "两处写成同一个数额，或者从文字里去掉金额",
            VAGUE,
        ),
        Some(sum) => {
            let zh = format!("{sum}，大写{}，两种写法一致", sum.capitals());
            yes(Check::Amount, zh, "digits and words say the same amount")
        }
        None if found(what, OF_MONEY).is_some() => no(
            Check::Amount,
            "说到钱款，没有写金额",
            "it is about money and names no amount",
            "在金额栏写出数额；分期的每一期写成一项",
            VAGUE,
        ),
        None => yes(Check::Amount, "不涉及钱款", "no money is owed"),
    }
}

/// True when a number of yuan stands in the words that is another one.
fn names_another(what: &str, sum: Fen) -> bool {
    let mut digits = String::new();
    let mut wan = false;
    for letter in what.chars() {
        match letter {
            '0'..='9' | '.' => {
                digits.push(letter);
                wan = false;
            }
            ',' | '，' if !digits.is_empty() => {}
            '万' if !digits.is_empty() => wan = true,
            '元' if !digits.is_empty() => {
                if fen(&digits, wan).is_some_and(|said| said != sum.0) {
                    return true;
                }
                digits.clear();
            }
            _ => {
                digits.clear();
                wan = false;
            }
        }
    }
    false
}

fn fen(digits: &str, wan: bool) -> Option<i64> {
    let (yuan, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let places: usize = if wan { 6 } else { 2 };
    let cents: String = rest.chars().chain(std::iter::repeat('0')).take(places).collect();
    let unit = 10_i64.checked_pow(u32::try_from(places).ok()?)?;
    yuan.parse::<i64>().ok()?.checked_mul(unit)?.checked_add(cents.parse().ok()?)
}

fn due(owed: &Obligation, on: Date) -> Finding {
    let right = "写出最迟哪一天；分期的写出每一期的日子";
    if let Some(word) = found(owed.what.reveal(), TIMELESS) {
        let zh = format!("“{word}”不是期限，不能执行");
        return no(Check::Due, zh, "that is no date", right, VAGUE);
    }
    if owed.due < on {
        let en = "the last day is before the agreement";
        return no(Check::Due, "履行的日子在签协议以前", en, right, VAGUE);
    }
    yes(Check::Due, format!("最迟{}，明确", day(owed.due)), "the last day is definite")
}

fn place(owed: &Obligation) -> Finding {
    match (&owed.place, owed.amount) {
        (Some(_), _) => yes(Check::Place, "在哪里履行，明确", "where is definite"),
        (None, Some(_)) => Finding {
            basis: "民法典511(3)",
            ..yes(
                Check::Place,
                "没有写地点：给钱的，在收钱一方所在地履行",
                "money is paid where the other side is",
            )
        },
        (None, None) => no(
            Check::Place,
            "没有写在哪里做",
            "where is not said",
            "写出地点，例如“在新平村三组两家地界上”；东西在哪里就写哪里",
            "民法典511(3)",
        ),
    }
}

/// A day as it is written in a text.
fn day(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A term as one sentence, as the parties read it.
pub fn sentence(owed: &Obligation, parties: &[Party]) -> Private<String> {
    let name = |no: u32| {
        let party = parties.iter().find(|party| party.no == no);
        party.map_or_else(|| "（未写明）".to_owned(), |party| party.name.reveal().clone())
    };
    let (who, whom, by) = (name(owed.obligor), name(owed.obligee), day(owed.due));
    let place = owed.place.as_ref().map(|place| format!("在{}", place.reveal()));
    let place = place.unwrap_or_default();
    let what = owed.what.reveal().trim().trim_end_matches('。');
    Private::new(match owed.amount {
        Some(sum) => format!(
            "{who}于{by}前{place}向{whom}支付{sum}（人民币{}），用于：{what}。",
            sum.capitals()
        ),
        None => format!("{who}于{by}前{place}{what}（向{whom}履行）。"),
    })
}

/// The whole text that the parties read and confirm; its hash is what they confirm.
pub fn text(draft: &Draft, parties: &[Party]) -> Private<String> {
    let mut text = draft.facts.reveal().trim().to_owned();
    for owed in &draft.obligations {
        text.push_str(&format!("\n{}. {}", owed.no, sentence(owed, parties).reveal()));
    }
    Private::new(text)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn parties() -> Vec<Party> {
        let party = |no: u32, name: &str, role: &str| {
            let text = serde_json::json!({
                "no": no, "name": name, "role": role, "kind": "person", "minor": false
            });
            serde_json::from_value(text).unwrap()
        };
        vec![party(1, "马建国", "applicant"), party(2, "王秀英", "respondent")]
    }

    fn owed(what: &str, amount: Option<i64>, place: &str) -> Obligation {
        Obligation {
            no: 1,
            obligor: 2,
            obligee: 1,
            what: Private::new(what.to_owned()),
            amount: amount.map(Fen::yuan),
            due: date(2026, 5, 10),
            place: (!place.is_empty()).then(|| Private::new(place.to_owned())),
        }
    }

    fn against(owed: &Obligation) -> Vec<Check> {
        let all = findings(owed, &parties(), date(2026, 4, 29)).into_iter();
        all.filter(|one| !one.definite).map(|one| one.check).collect()
    }

    #[test]
    fn what_is_vague_is_found_where_it_is_vague_and_nothing_else() {
        for (what, amount, place, wrong) in [
            ("恢复界桩", None, "两家地界", vec![]),
            ("恢复界桩", None, "", vec![Check::Place]),
            ("补偿玉米苗", Some(800), "", vec![]),
            ("补偿玉米苗", None, "村委会", vec![Check::Amount]),
            ("补偿800元", Some(800), "", vec![]),
            ("补偿8,000元", Some(800), "", vec![Check::Amount]),
            ("补偿1.2万元", Some(12_000), "", vec![]),
            ("补偿1.2万元", Some(1_200), "", vec![Check::Amount]),
            ("补偿", Some(0), "", vec![Check::Amount]),
            ("尽快恢复界桩", None, "两家地界", vec![Check::Due]),
            ("适当补偿", Some(800), "", vec![Check::Act]),
            ("今后和睦相处", None, "村里", vec![Check::Act]),
            ("同意离婚", None, "民政局", vec![Check::Act]),
            ("", None, "村里", vec![Check::Act]),
            ("酌情赔偿，有钱再给", None, "村里", vec![Check::Act, Check::Amount, Check::Due]),
        ] {
            assert_eq!(against(&owed(what, amount, place)), wrong, "{what} {amount:?} {place}");
        }
    }

    #[test]
    fn a_term_is_between_two_parties_and_not_before_its_day() {
        let good = owed("恢复界桩", None, "两家地界");
        let cases = [(2, 2, vec![Check::Parties]), (9, 1, vec![Check::Parties]), (1, 2, vec![])];
        for (obligor, obligee, wrong) in cases {
            assert_eq!(against(&Obligation { obligor, obligee, ..good.clone() }), wrong);
        }
        for (due, wrong) in [
            (date(2026, 4, 28), vec![Check::Due]),
            (date(2026, 4, 29), vec![]),
            (date(2026, 4, 30), vec![]),
        ] {
            assert_eq!(against(&Obligation { due, ..good.clone() }), wrong, "{due}");
        }
    }

    #[test]
    fn a_finding_names_the_word_and_what_to_write() {
        let all = findings(&owed("尽快付清", Some(5), ""), &parties(), date(2026, 4, 29));
        let due = all.iter().find(|one| one.check == Check::Due).unwrap();
        assert_eq!(due.zh, "“尽快”不是期限，不能执行");
        assert!(due.instead.contains("哪一天") && due.basis.contains("461"));
        assert_eq!(all.len(), 5);
    }

    #[test]
    fn a_term_is_read_as_one_sentence() {
        let money = sentence(&owed("补偿玉米苗。", Some(800), ""), &parties());
        let right =
            "王秀英于2026年5月10日前向马建国支付800.00元（人民币捌佰元整），用于：补偿玉米苗。";
        assert_eq!(money.reveal(), right);
        let act = sentence(&owed("恢复界桩", None, "两家地界"), &parties());
        assert_eq!(act.reveal(), "王秀英于2026年5月10日前在两家地界恢复界桩（向马建国履行）。");
    }

    #[test]
    fn another_word_is_another_text() {
        let draft = |what| Draft {
            hash: String::new(),
            facts: Private::new("界桩被移动".to_owned()),
            obligations: vec![owed(what, Some(800), "")],
            subjects: Default::default(),
            faults: Default::default(),
        };
        let one = text(&draft("补偿"), &parties());
        assert!(one.reveal().starts_with("界桩被移动\n1. 王秀英"));
        assert_ne!(one, text(&draft("赔偿"), &parties()));
    }
}
