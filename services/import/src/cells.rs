//! One cell of each kind: days, amounts, people, telephones, identity numbers. What cannot be read for
//! certain is refused with what would be right.

use jiefen_vocab::Fen;
use jiefen_vocab::document::{self, NumberFault};
use jiff::civil::{Date, date};

use crate::names::plain;
use crate::problem::{Problem, clip};
use crate::sheet::Cell;

/// Before this day no ledger was kept.
const EARLIEST: Date = date(1949, 10, 1);
/// Numbers that are days, as Excel counts them: 1954 to 2099.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=73_050;
/// Day nought of Excel, and of old Macintoshes.
const DAY_NOUGHT: Date = date(1899, 12, 30);
const DAY_NOUGHT_1904: Date = date(1904, 1, 1);
/// The largest amount: a thousand milliards of yuan, in fen.
const AMOUNT_MAX: i128 = 100_000_000_000_000;
const PEOPLE_MAX: u32 = 1_000_000;

/// A formula of the sheet that has no value.
pub fn formula(cell: &Cell) -> Option<Problem> {
    let Cell::Error(shown) = cell else { return None };
    let zh = format!("公式没有结果，显示为 {}", clip(shown));
    Some(Problem::new("FORMULA_ERROR", zh, "请直接填写数值或者文字", "a formula without a value"))
}

/// A day: a cell that Excel shows as one, its number, or 2026-3-1, 2026/03/01, 2026.3.1, 2026年3月1日, 20260301;
/// a time of day behind it is left out.
pub fn day(cell: &Cell, from_1904: bool, today: Date) -> Result<Date, Problem> {
    let found = match cell {
        Cell::Day(day) => Some(*day),
        Cell::Number(number) => {
            serial(*number, from_1904).or_else(|| digits(&cell_digits(*number)))
        }
        Cell::Text(text) => written_day(&plain_day(text)),
        Cell::Empty | Cell::Error(_) => None,
    };
    let Some(found) = found else {
        let zh = format!("「{}」不是日期", clip(&cell.shown()));
        let right = "请写明年月日，如 2026-03-01 或者 2026年3月1日";
        return Err(Problem::new("DATE_UNREADABLE", zh, right, "not a date: write 2026-03-01"));
    };
    if found > today {
        let right = format!("请填写{today}或者以前的日期");
        let zh = format!("日期{found}晚于今天");
        return Err(Problem::new("DATE_IN_FUTURE", zh, right, "the date is later than today"));
    }
    if found < EARLIEST {
        let zh = format!("日期{found}过早");
        return Err(Problem::new("DATE_TOO_EARLY", zh, "请核对年份", "the year cannot be right"));
    }
    Ok(found)
}

fn serial(number: f64, from_1904: bool) -> Option<Date> {
    let whole = number.floor();
    if !(0.0..100_000.0).contains(&whole) {
        return None;
    }
    let days = whole as i32;
    let nought = if from_1904 { DAY_NOUGHT_1904 } else { DAY_NOUGHT };
    let days = SERIALS.contains(&days).then_some(days)?;
    nought.checked_add(jiff::Span::new().days(days)).ok()
}

fn cell_digits(number: f64) -> String {
    if number.fract() == 0.0 { format!("{number}") } else { String::new() }
}

/// The text without what stands behind the day.
fn plain_day(text: &str) -> String {
    let text = text.trim();
    let day = match text.split_once(char::is_whitespace) {
        Some((day, time)) if time.contains([':', '：', '时', '点']) => day,
        Some(_) | None => text,
    };
    let day = plain(day);
    day.split_once('T').map_or(day.clone(), |(day, _)| day.to_owned())
}

fn written_day(text: &str) -> Option<Date> {
    if let Ok(number) = text.parse::<f64>()
        && text.len() <= 8
        && let Some(day) = serial(number, false)
    {
        return Some(day);
    }
    if let Some(day) = digits(text) {
        return Some(day);
    }
    let text = text.strip_suffix(['日', '号']).unwrap_or(text);
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月', '—', '－']).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn digits(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to);
    Date::new(part(0, 4)?.parse().ok()?, part(4, 6)?.parse().ok()?, part(6, 8)?.parse().ok()?).ok()
}

/// An amount: 32000, 3.2万, 3,200元, 1.5亿元; `in_wan`: a number alone is in 10,000 yuan.
pub fn amount(cell: &Cell, in_wan: bool) -> Result<Fen, Problem> {
    let shown = cell.shown();
    let wrong = |zh: &str, right: &str| {
        let zh = format!("「{}」{zh}", clip(&shown));
        Problem::new("AMOUNT_UNREADABLE", zh, right, "not an amount: write 32000 or 3.2万")
    };
    let text = plain(&shown);
    let text = text.trim_start_matches("人民币").trim_start_matches(['¥', '￥', '$']);
    let text = text.trim_end_matches('整').trim_end_matches(['元', '圆', '块']);
    let (text, unit) =
        [("万", 10_000), ("萬", 10_000), ("亿", 100_000_000), ("千", 1000), ("百", 100)]
            .into_iter()
            .find_map(|(word, unit)| text.strip_suffix(word).map(|text| (text, unit)))
            .unwrap_or((text, if in_wan && !shown.contains('元') { 10_000 } else { 1 }));
    let right = "请写阿拉伯数字，如 32000、3.2万、3,200元；没有金额时留空";
    let fen = decimal(text, unit).ok_or_else(|| wrong("不是一个确定的金额", right))?;
    match fen {
        Err(()) => Err(wrong("不足一分的部分无法记账", "请四舍五入到分")),
        Ok(fen) if fen < 0 => Err(wrong("是负数", "请填写零或者正数，没有金额时留空")),
        Ok(fen) if fen > AMOUNT_MAX => Err(wrong("过大", "请核对金额和单位（元、万元）")),
        Ok(fen) => Ok(Fen(i64::try_from(fen).unwrap_or(i64::MAX))),
    }
}

/// A decimal number of a unit of yuan, in fen; the inner error: a fraction of a fen; none: no number.
fn decimal(text: &str, unit: i128) -> Option<Result<i128, ()>> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let whole = ungrouped(whole)?;
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let sound = !whole.is_empty() && all_digits(&whole) && all_digits(part);
    if !sound || whole.len() > 15 || part.len() > 12 || text.ends_with('.') {
        return None;
    }
    let digits: i128 = format!("{whole}{part}").parse().ok()?;
    let scale = 10_i128.pow(u32::try_from(part.len()).ok()?);
    let fen = digits * unit * 100;
    let fen = if fen % scale == 0 { Ok(fen / scale) } else { Err(()) };
    Some(fen.map(|fen| if negative { -fen } else { fen }))
}

/// The digits without the commas of thousands, when each stands where it should.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split([',', '，']);
    let first = groups.next()?.to_owned();
    let rest: Vec<&str> = groups.collect();
    let lawful = rest.is_empty()
        || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    lawful.then(|| rest.into_iter().fold(first, |all, group| all + group))
}

/// How many people are concerned.
pub fn people(cell: &Cell) -> Result<u32, Problem> {
    let shown = cell.shown();
    let text = plain(&shown);
    let text = text.strip_suffix(['人', '名', '户']).unwrap_or(&text);
    match text.parse::<u32>() {
        Ok(count) if (1..=PEOPLE_MAX).contains(&count) => Ok(count),
        Ok(_) | Err(_) => {
            let zh = format!("「{}」不是涉及人数", clip(&shown));
            let right = "请填写1以上的整数，如 5";
            Err(Problem::new("PEOPLE_UNREADABLE", zh, right, "not a number of people: write 5"))
        }
    }
}

/// True for what Excel makes of long numbers: 6.4E+17, or a number of more than 15 digits.
fn was_spoilt(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => number.abs() >= 1e15,
        Cell::Text(text) => {
            let text = plain(text).to_uppercase();
            text.contains("E+") && text.parse::<f64>().is_ok()
        }
        Cell::Empty | Cell::Day(_) | Cell::Error(_) => false,
    }
}

fn spoilt(what: &str) -> Problem {
    Problem::new(
        "NUMBER_SPOILT",
        format!("Excel 已把{what}变成数字（如 6.4E+17），后几位已经丢失"),
        format!("请先把该列的单元格格式设为“文本”，再按原件重新录入完整的{what}"),
        "Excel has turned the number into 6.4E+17 and lost its last digits: make the column text and type it again",
    )
}

/// What separates the numbers of one cell.
const BETWEEN: [char; 7] = ['、', '，', ',', ';', '；', '/', '\n'];
/// The longest number of a document: what is longer within separators is several, with blanks between them.
const LONGEST: usize = 18;

fn each(cell: &Cell) -> Vec<String> {
    let mut all = Vec::new();
    for part in cell.shown().split(BETWEEN) {
        let whole = document::number(part);
        if whole.chars().count() > LONGEST {
            all.extend(part.split_whitespace().map(document::number));
        } else if !whole.is_empty() {
            all.push(whole);
        }
    }
    all
}

/// Telephone numbers of one side, and whether all are whole; a village's short number is one too.
pub fn phones(cell: &Cell) -> Result<(Vec<String>, bool), Problem> {
    if matches!(cell, Cell::Text(_)) && was_spoilt(cell) {
        return Err(spoilt("电话号码"));
    }
    let phones = each(cell);
    let whole = phones.iter().all(|text| document::phone(text).is_ok());
    let short =
        |text: &String| (5..=14).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if whole || phones.iter().all(short) {
        return Ok((phones, whole));
    }
    let right = "请填写手机号或者带区号的固定电话，多个号码用顿号分开";
    Err(Problem::new("PHONE_FORM", "不是电话号码", right, "not a telephone number"))
}

/// An identity number; of a natural person also the day of birth that it says.
pub enum Identity {
    /// Of a resident's card.
    Person {
        /// The number.
        number: String,
        /// The day of birth.
        born: Date,
    },
    /// A uniform social credit code.
    Organisation {
        /// The code.
        number: String,
    },
    /// Of a card of the first generation, void since 2013: kept as it stands.
    Old,
}

/// Identity numbers of one side, separated as its names are.
///
/// # Errors
/// One is none; it is not quoted.
pub fn identities(cell: &Cell, today: Date) -> Result<Vec<Identity>, Problem> {
    if was_spoilt(cell) {
        return Err(spoilt("身份证号"));
    }
    each(cell).into_iter().map(|number| identity(number, today)).collect()
}

fn identity(number: String, today: Date) -> Result<Identity, Problem> {
    let wrong = |zh: &str| {
        let right = "请按身份证核对18位号码；单位填写18位统一社会信用代码；没有时留空";
        Err(Problem::new("IDENTITY_NUMBER", zh, right, "not a valid identity number"))
    };
    match document::resident_id(&number) {
        Ok(born) if born > today => wrong("身份证号中的出生日期晚于今天"),
        Ok(born) => Ok(Identity::Person { number, born }),
        Err(NumberFault::FirstGeneration) => Ok(Identity::Old),
        Err(_) if document::uniform_code(&number).is_ok() => Ok(Identity::Organisation { number }),
        Err(NumberFault::Scientific | NumberFault::Rounded) => Err(spoilt("身份证号")),
        Err(NumberFault::Length { given }) => wrong(&format!("身份证号应为18位，现为{given}位")),
        Err(NumberFault::Form) => wrong("身份证号含有不可能的字符"),
        Err(NumberFault::Check) => wrong("身份证号的校验位不对，可能录错了一位"),
        Err(NumberFault::Province) => wrong("身份证号的前两位不是省级代码"),
        Err(NumberFault::Birthday) => wrong("身份证号中的出生日期不存在"),
    }
}
