//! Amounts as official papers write them: 人民币捌佰元整（¥800.00）.

/// The largest amount that a paper writes: one fen below ten trillion yuan 万亿.
pub const FEN_MAX: i64 = 999_999_999_999_999;

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 4] = ["", "万", "亿", "万亿"];

/// The amount in capitals 大写, by the rules for filling in bills 正确填写票据和结算凭证的基本规定: `人民币壹拾贰万零叁佰元整`.
/// `None` for an amount below zero or above [`FEN_MAX`].
pub fn capitals(fen: i64) -> Option<String> {
    if !(0..=FEN_MAX).contains(&fen) {
        return None;
    }
    let (yuan, jiao, fen) = (fen / 100, (fen / 10) % 10, fen % 10);
    let mut text = String::from("人民币");
    if yuan > 0 {
        text.push_str(&whole(yuan));
        text.push('元');
    }
    match (jiao, fen) {
        (0, 0) if yuan == 0 => text.push_str("零元整"),
        (0, 0) => text.push('整'),
        (jiao, fen) => {
            if jiao > 0 {
                text.push_str(digit(jiao));
                text.push('角');
            } else if yuan > 0 {
                text.push('零');
            }
            if fen > 0 {
                text.push_str(digit(fen));
                text.push('分');
            } else {
                text.push('整');
            }
        }
    }
    Some(text)
}

/// The amount in figures with its sign: `¥120,300.00`. `None` as for [`capitals`].
pub fn figures(fen: i64) -> Option<String> {
    if !(0..=FEN_MAX).contains(&fen) {
        return None;
    }
    let yuan = (fen / 100).to_string();
    let mut text = String::from("¥");
    for (index, figure) in yuan.chars().enumerate() {
        if index > 0 && (yuan.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(figure);
    }
    text.push_str(&format!(".{:02}", fen % 100));
    Some(text)
}

fn digit(value: i64) -> &'static str {
    usize::try_from(value).ok().and_then(|index| DIGITS.get(index)).copied().unwrap_or("")
}

/// Whole yuan: four digits a group; one 零 for any run of zeros between digits.
fn whole(yuan: i64) -> String {
    let mut groups = Vec::new();
    let mut rest = yuan;
    while rest > 0 {
        groups.push(rest % 10_000);
        rest /= 10_000;
    }
    let mut text = String::new();
    let mut zero = false;
    for (level, group) in groups.iter().enumerate().rev() {
        if *group == 0 {
            zero = true;
            continue;
        }
        let started = !text.is_empty();
        if started && (zero || *group < 1_000) {
            text.push('零');
        }
        text.push_str(&four(*group));
        // 万亿 says 亿 only where no digits of 亿 follow
        let name = match GROUPS.get(level).copied().unwrap_or("") {
            "万亿" if groups.get(2).is_some_and(|below| *below > 0) => "万",
            name => name,
        };
        text.push_str(name);
        zero = false;
    }
    text
}

/// 1 to 9999.
fn four(value: i64) -> String {
    let mut text = String::new();
    let mut zero = false;
    for (place, name) in PLACES.iter().enumerate().rev() {
        let figure = (value / 10_i64.pow(u32::try_from(place).unwrap_or(0))) % 10;
        if figure == 0 {
            zero = !text.is_empty();
            continue;
        }
        if zero {
            text.push('零');
        }
        text.push_str(digit(figure));
        text.push_str(name);
        zero = false;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_written_as_a_bank_writes_them() {
        for (fen, text) in [
            (0, "人民币零元整"),
            (5, "人民币伍分"),
            (50, "人民币伍角整"),
            (100, "人民币壹元整"),
            (105, "人民币壹元零伍分"),
            (150, "人民币壹元伍角整"),
            (1_000, "人民币壹拾元整"),
            (80_000, "人民币捌佰元整"),
            (12_030_000, "人民币壹拾贰万零叁佰元整"),
            (140_950, "人民币壹仟肆佰零玖元伍角整"),
            (600_714, "人民币陆仟零柒元壹角肆分"),
            (1_680_032, "人民币壹万陆仟捌佰元叁角贰分"),
            (10_000_000_000, "人民币壹亿元整"),
            (10_000_000_100, "人民币壹亿零壹元整"),
            (1_000_000_000_000, "人民币壹佰亿元整"),
            (100_010_000_000_000, "人民币壹万零壹亿元整"),
            (100_000_000_000_000, "人民币壹万亿元整"),
            (101_000_010_000_000, "人民币壹万零壹佰亿零壹拾万元整"),
        ] {
            assert_eq!(capitals(fen).as_deref(), Some(text), "{fen}");
        }
    }

    #[test]
    fn an_amount_that_no_paper_can_owe_is_refused() {
        for fen in [-1, FEN_MAX + 1, i64::MIN, i64::MAX] {
            assert_eq!((capitals(fen), figures(fen)), (None, None));
        }
        assert_eq!(figures(FEN_MAX).as_deref(), Some("¥9,999,999,999,999.99"));
        assert_eq!(figures(80_000).as_deref(), Some("¥800.00"));
    }

    /// Reads capitals back, knowing only what each character is worth.
    fn read(text: &str) -> i64 {
        let (mut total, mut section, mut figure, mut fen) = (0_i64, 0_i64, 0_i64, 0_i64);
        for character in text.trim_start_matches("人民币").chars() {
            if let Some(value) = DIGITS.iter().position(|d| d.starts_with(character)) {
                figure = i64::try_from(value).expect("small");
                continue;
            }
            let unit = match character {
                '拾' => 10,
                '佰' => 100,
                '仟' => 1_000,
                '万' => {
                    section = (section + figure) * 10_000;
                    figure = 0;
                    total += section;
                    section = 0;
                    continue;
                }
                '亿' => {
                    total = (total + section + figure) * 100_000_000;
                    (section, figure) = (0, 0);
                    continue;
                }
                '元' => {
                    total += section + figure;
                    (section, figure) = (0, 0);
                    continue;
                }
                '角' => {
                    fen += figure * 10;
                    figure = 0;
                    continue;
                }
                '分' => {
                    fen += figure;
                    continue;
                }
                _ => continue,
            };
            section += figure * unit;
            figure = 0;
        }
        total * 100 + fen
    }

    proptest! {
        #[test]
        fn capitals_say_the_same_amount(fen in 0..=FEN_MAX) {
            let text = capitals(fen).expect("in range");
            prop_assert_eq!(read(&text), fen, "{}", text);
            prop_assert!(!text.contains("零零"), "{}", text);
        }
    }
}
