//! A text as it came in, made readable for rules and model: without mark-up, in simplified characters, with
//! half-width digits. What was changed is said; the file keeps the words as they were spoken.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

/// The longest text that is read, in characters. Of a longer one the beginning and the end are read.
pub const READ_MAX: usize = 4_000;
/// Of a longer text, the characters of its end that are read.
const READ_END: usize = 1_000;

/// What was done to a text before it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// 去掉网页标记
    Markup,
    /// 去掉表情符号
    Emoji,
    /// 繁体转简体
    Traditional,
    /// 全角转半角
    FullWidth,
    /// 只读开头和结尾
    Shortened,
}

impl Change {
    /// What a clerk reads.
    pub const fn zh(self) -> &'static str {
        match self {
            Change::Markup => "网页标记已略去",
            Change::Emoji => "表情符号已略去",
            Change::Traditional => "繁体字按简体识别",
            Change::FullWidth => "全角字符按半角识别",
            Change::Shortened => "文字过长，只识别开头和结尾，原文全部留存",
        }
    }
}

/// A readable text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// The text: simplified, lower case, half-width, one space for any white space.
    pub text: String,
    /// What was changed to get it.
    pub changes: Vec<Change>,
}

/// Makes a text readable.
pub fn clean(raw: &str) -> Clean {
    let mut changes = Vec::new();
    let mut note = |done: bool, change| {
        if done {
            changes.push(change);
        }
    };
    let (short, cut) = shortened(raw);
    let plain = without_markup(&short);
    note(plain != short, Change::Markup);
    let bare: String = plain.chars().filter(|c| !is_emoji(*c)).collect();
    note(bare.len() != plain.len(), Change::Emoji);
    let half: String = bare.nfkc().filter(|c| !is_invisible(*c)).collect();
    note(bare.chars().any(is_full_width), Change::FullWidth);
    let simple = fast2s::convert(&half);
    note(simple != half, Change::Traditional);
    note(cut, Change::Shortened);
    let lower = simple.to_lowercase();
    let text = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    Clean { text, changes }
}

/// True for a character of Chinese writing.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' | '〇')
}

fn shortened(raw: &str) -> (String, bool) {
    let length = raw.chars().count();
    if length <= READ_MAX {
        return (raw.to_owned(), false);
    }
    let start: String = raw.chars().take(READ_MAX - READ_END).collect();
    let end: String = raw.chars().skip(length - READ_END).collect();
    (format!("{start} {end}"), true)
}

/// Drops what stands between `<` and `>` where it looks like a tag, all of scripts and styles, and reads the
/// common entities. A lone `<` stays.
fn without_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let Some(end) = tag_end(tag) else {
            out.push('<');
            rest = tag.get(1..).unwrap_or_default();
            continue;
        };
        let name = tag.get(1..end).unwrap_or_default().to_ascii_lowercase();
        let after = tag.get(end + 1..).unwrap_or_default();
        let hidden = ["script", "style"].into_iter().find(|hidden| name.starts_with(hidden));
        rest = match hidden {
            Some(hidden) => past_end_tag(after, hidden),
            None => after,
        };
        out.push(' ');
    }
    out.push_str(rest);
    unescaped(&out)
}

fn tag_end(tag: &str) -> Option<usize> {
    let second = tag[1..].chars().next()?;
    if !(second.is_ascii_alphabetic() || second == '/' || second == '!') {
        return None;
    }
    let end = tag.find('>')?;
    (tag[..end].chars().count() <= 1_000).then_some(end)
}

fn past_end_tag<'a>(after: &'a str, hidden: &str) -> &'a str {
    let lower = after.to_ascii_lowercase();
    let Some(start) = lower.find(&format!("</{hidden}")) else { return "" };
    let tail = &after[start..];
    tail.find('>').map_or("", |end| &tail[end + 1..])
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let pairs = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}

fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' |
        '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
}

/// Characters that are not seen and could hide a word from a rule.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
        || (c.is_control() && !c.is_whitespace())
}

fn is_full_width(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(raw: &str) -> (String, Vec<Change>) {
        let clean = clean(raw);
        (clean.text, clean.changes)
    }

    #[test]
    fn a_text_becomes_readable_and_says_what_was_changed() {
        let table: &[(&str, &str, &[Change])] = &[
            ("欠我２万元", "欠我2万元", &[Change::FullWidth]),
            ("鄰居漏水", "邻居漏水", &[Change::Traditional]),
            ("<p>欠薪<br/>三个月</p>", "欠薪 三个月", &[Change::Markup]),
            ("<script>alert(1)</script>欠薪", "欠薪", &[Change::Markup]),
            ("漏水😡😡", "漏水", &[Change::Emoji]),
            ("身高<一米四，工资<3000", "身高<一米四,工资<3000", &[]),
            ("  \t\n", "", &[]),
        ];
        for (raw, text, changes) in table {
            assert_eq!(changed(raw), ((*text).to_owned(), changes.to_vec()), "{raw}");
        }
    }

    #[test]
    fn a_hidden_character_does_not_hide_a_word() {
        assert_eq!(clean("家\u{200b}暴").text, "家暴");
    }

    #[test]
    fn of_a_very_long_text_the_beginning_and_the_end_are_read() {
        let raw = format!("{}{}", "甲".repeat(50_000), "拿刀");
        let (text, changes) = changed(&raw);
        assert!(text.ends_with("拿刀") && text.chars().count() <= READ_MAX + 1);
        assert_eq!(changes, [Change::Shortened]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_reading_twice_changes_nothing(raw in ".{0,200}") {
            let once = clean(&raw).text;
            let _ = clean(&once);
            assert!(!once.contains("  "));
        }
    }
}
