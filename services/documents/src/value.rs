//! One value of the input: read as its kind, and made ready for the template.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::family::{Family, Field, Kind};
use crate::fault::{Problem, Wrong};
use crate::money;

/// The longest line, in characters.
const LINE_MAX: usize = 200;
/// The longest text, in characters.
pub const TEXT_MAX: usize = 40_000;
/// The most items of a list.
const ITEMS_MAX: usize = 500;
/// The largest count.
const COUNT_MAX: u64 = 1_000_000;

/// Where we are in the input: `parties[2].name`, and the same in Chinese.
#[derive(Clone)]
pub struct At {
    pub path: String,
    pub zh: String,
}

impl At {
    pub fn field(field: &Field) -> At {
        At { path: field.name.clone(), zh: field.zh.clone() }
    }

    fn item(&self, index: usize) -> At {
        let no = index + 1;
        At { path: format!("{}[{no}]", self.path), zh: format!("{}第{no}项", self.zh) }
    }

    fn below(&self, field: &Field) -> At {
        let (path, zh) = (&field.name, &field.zh);
        At { path: format!("{}.{path}", self.path), zh: format!("{}的{zh}", self.zh) }
    }
}

/// Reads the input, and collects everything that is wrong with it.
pub struct Reader<'a> {
    /// Has every font together a shape for this character?
    pub prints: &'a dyn Fn(char) -> bool,
    /// What is wrong so far.
    pub wrongs: Vec<Wrong>,
}

impl Reader<'_> {
    /// All fields of a record: those that are known, ready; a missing optional one is null, or an empty list.
    pub fn record(
        &mut self,
        fields: &[Field],
        given: &Map<String, Value>,
        at: Option<&At>,
    ) -> Value {
        let place = |field: &Field| match at {
            Some(at) => at.below(field),
            None => At::field(field),
        };
        for name in given.keys().filter(|name| !fields.iter().any(|field| field.name == **name)) {
            // the name itself may be anything, so it is cut
            let short: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
            let path = at.map_or_else(|| short.clone(), |at| format!("{}.{short}", at.path));
            self.wrongs.push(Wrong {
                zh: "多余的内容".to_owned(),
                field: path,
                problem: Problem::Unknown,
            });
        }
        let mut ready = Map::new();
        for field in fields {
            let at = place(field);
            let value = match given.get(&field.name) {
                Some(value) if !is_blank(value) => self.value(field, value, &at),
                Some(_) | None => {
                    if field.required {
                        self.wrong(&at, Problem::Missing);
                    }
                    empty(field.kind)
                }
            };
            ready.insert(field.name.clone(), value);
        }
        Value::Object(ready)
    }

    fn value(&mut self, field: &Field, value: &Value, at: &At) -> Value {
        let read = match (field.kind, value) {
            (Kind::Text, Value::String(text)) => Some(self.text(text, at, LINE_MAX, false)),
            (Kind::Long, Value::String(text)) => Some(self.text(text, at, TEXT_MAX, true)),
            (Kind::Choice, Value::String(text)) => Some(self.choice(field, text, at)),
            (Kind::Date, Value::String(text)) => date(text),
            (Kind::Money, Value::Number(fen)) => fen.as_i64().and_then(amount),
            (Kind::Count, Value::Number(count)) => {
                count.as_u64().filter(|count| *count <= COUNT_MAX).map(Value::from)
            }
            (Kind::Party, Value::Object(party)) => {
                Some(self.record(Family::party_fields(), party, Some(at)))
            }
            (Kind::Parties, Value::Array(items)) => {
                Some(self.records(Family::party_fields(), items, at))
            }
            (Kind::Rows, Value::Array(items)) => Some(self.records(&field.columns, items, at)),
            (Kind::Texts, Value::Array(items)) => Some(self.texts(items, at)),
            (
                Kind::Text
                | Kind::Long
                | Kind::Choice
                | Kind::Date
                | Kind::Money
                | Kind::Count
                | Kind::Party
                | Kind::Parties
                | Kind::Rows
                | Kind::Texts,
                _,
            ) => None,
        };
        read.unwrap_or_else(|| {
            self.wrong_kind(field.kind, at);
            empty(field.kind)
        })
    }

    fn records(&mut self, fields: &[Field], items: &[Value], at: &At) -> Value {
        self.list(items, at, |reader, item, at| match item {
            Value::Object(record) => reader.record(fields, record, Some(at)),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => {
                reader.wrong(at, Problem::Kind("一组内容", "an object"));
                Value::Null
            }
        })
    }

    fn texts(&mut self, items: &[Value], at: &At) -> Value {
        self.list(items, at, |reader, item, at| match item {
            Value::String(text) if !is_blank(item) => reader.text(text, at, TEXT_MAX, true),
            Value::String(_) | Value::Null => {
                reader.wrong(at, Problem::Missing);
                Value::Null
            }
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                reader.wrong_kind(Kind::Long, at);
                Value::Null
            }
        })
    }

    fn list(
        &mut self,
        items: &[Value],
        at: &At,
        mut read: impl FnMut(&mut Self, &Value, &At) -> Value,
    ) -> Value {
        if items.len() > ITEMS_MAX {
            self.wrong(at, Problem::Many(ITEMS_MAX));
            return json!([]);
        }
        let read = |(index, item)| read(self, item, &at.item(index));
        Value::Array(items.iter().enumerate().map(read).collect())
    }

    fn choice(&mut self, field: &Field, text: &str, at: &At) -> Value {
        if !field.options.iter().any(|option| option == text) {
            self.wrong(at, Problem::Choice(field.options.clone()));
        }
        Value::from(text)
    }

    /// A text as it will stand on the page: line ends as `\n`, tabs as blanks, nothing else changed.
    fn text(&mut self, text: &str, at: &At, max: usize, lines: bool) -> Value {
        let text = text.replace("\r\n", "\n").replace('\t', " ");
        if text.chars().count() > max {
            self.wrong(at, Problem::Long(max));
            return Value::Null;
        }
        if !lines && text.trim().contains('\n') {
            self.wrong_kind(Kind::Text, at);
            return Value::Null;
        }
        // each character is told once a field
        let mut told: Vec<char> = Vec::new();
        for c in text.trim().chars().filter(|c| *c != '\n') {
            let problem = if is_invisible(c) {
                Problem::Invisible(c)
            } else if !(self.prints)(c) {
                Problem::NoGlyph(c)
            } else {
                continue;
            };
            if !told.contains(&c) {
                told.push(c);
                self.wrong(at, problem);
            }
        }
        Value::from(text.trim())
    }

    fn wrong(&mut self, at: &At, problem: Problem) {
        self.wrongs.push(Wrong { field: at.path.clone(), zh: at.zh.clone(), problem });
    }

    fn wrong_kind(&mut self, kind: Kind, at: &At) {
        let (zh, en) = kind.name();
        self.wrong(at, Problem::Kind(zh, en));
    }
}

/// Controls, marks that turn the direction, and characters without width: nobody sees them, so nobody may sign them.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

fn empty(kind: Kind) -> Value {
    match kind {
        Kind::Parties | Kind::Texts | Kind::Rows => json!([]),
        Kind::Text
        | Kind::Long
        | Kind::Date
        | Kind::Money
        | Kind::Count
        | Kind::Choice
        | Kind::Party => Value::Null,
    }
}

/// A day in the forms that papers use: `2026年9月3日`, `二〇二六年九月三日`.
pub fn date(text: &str) -> Option<Value> {
    let iso: Date = text.parse().ok().filter(|date: &Date| date.to_string() == text)?;
    if !(1900..=2999).contains(&iso.year()) {
        return None;
    }
    let zh = format!("{}年{}月{}日", iso.year(), iso.month(), iso.day());
    let numerals: String = iso.year().to_string().chars().map(numeral).collect();
    let numerals = format!("{numerals}年{}月{}日", small(iso.month()), small(iso.day()));
    Some(json!({ "iso": text, "zh": zh, "numerals": numerals }))
}

fn numeral(figure: char) -> char {
    let index = figure.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    index.and_then(|index| "〇一二三四五六七八九".chars().nth(index)).unwrap_or(figure)
}

/// 1 to 31: 一, 十, 十一, 二十, 三十一.
fn small(value: i8) -> String {
    let (tens, ones) = (value / 10, value % 10);
    let figure = |value: i8| value.to_string().chars().map(numeral).collect::<String>();
    let mut text = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", figure(tens)),
    };
    if ones > 0 || tens == 0 {
        text.push_str(&figure(ones));
    }
    text
}

fn amount(fen: i64) -> Option<Value> {
    let (capitals, figures) = (money::capitals(fen)?, money::figures(fen)?);
    Some(json!({ "fen": fen, "capitals": capitals, "figures": figures }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_in_both_ways() {
        for (iso, zh, numerals) in [
            ("2026-09-03", "2026年9月3日", "二〇二六年九月三日"),
            ("2027-10-10", "2027年10月10日", "二〇二七年十月十日"),
            ("2026-11-20", "2026年11月20日", "二〇二六年十一月二十日"),
            ("2026-12-31", "2026年12月31日", "二〇二六年十二月三十一日"),
        ] {
            let date = date(iso).expect("a day");
            assert_eq!(
                (date["zh"].as_str(), date["numerals"].as_str()),
                (Some(zh), Some(numerals))
            );
        }
        for wrong in ["2026-02-30", "2026-9-3", "20260903", "2026-09-03T00:00", "1899-01-01", ""] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }
}
