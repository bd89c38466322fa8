//! How Chinese is spelt: whole pinyin and initials, for finding a name by its sound.

use pinyin::ToPinyin as _;

/// The pinyin of a text without tones, other characters as they stand: `贺兰` → `helan`.
pub fn pinyin(text: &str) -> String {
    spelt(text, |syllable| syllable.plain())
}

/// The first letters of the pinyin: `贺兰` → `hl`.
pub fn initials(text: &str) -> String {
    spelt(text, |syllable| syllable.first_letter())
}

fn spelt(text: &str, part: impl Fn(pinyin::Pinyin) -> &'static str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c.to_pinyin() {
            Some(syllable) => out.push_str(part(syllable)),
            None if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            None => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_spelt_whole_and_by_initials() {
        assert_eq!((pinyin("贺兰县").as_str(), initials("贺兰县").as_str()), ("helanxian", "hlx"));
        assert_eq!(pinyin("买买提·艾力"), "maimaitiaili");
        assert_eq!(initials("K3车"), "k3c");
    }
}
