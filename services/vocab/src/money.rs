//! Money in whole fen.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount of money in fen (1/100 yuan). Never a floating-point number.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// The amount of whole yuan; saturates instead of overflowing.
    pub const fn yuan(yuan: i64) -> Fen {
        Fen(yuan.saturating_mul(100))
    }

    /// The amount in capitals, as it stands beside the digits in a contract: 壹仟贰佰元伍角整.
    pub fn capitals(self) -> String {
        let amount = self.0.unsigned_abs();
        let (yuan, jiao, fen) = (amount / 100, amount / 10 % 10, amount % 10);
        let mut text = String::from(if self.0 < 0 { "负" } else { "" });
        if yuan > 0 || amount == 0 {
            text.push_str(&whole(yuan));
            text.push('元');
        }
        match (jiao, fen) {
            (0, 0) => text.push('整'),
            (jiao, 0) => text.push_str(&format!("{}角整", digit(jiao))),
            (0, fen) if yuan > 0 => text.push_str(&format!("零{}分", digit(fen))),
            (0, fen) => text.push_str(&format!("{}分", digit(fen))),
            (jiao, fen) => text.push_str(&format!("{}角{}分", digit(jiao), digit(fen))),
        }
        text
    }
}

fn digit(value: u64) -> char {
    const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
    usize::try_from(value).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or('零')
}

/// A whole number in capitals, group by group of four digits; one 零 for every run of noughts inside.
fn whole(number: u64) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let mut text = String::new();
    let mut gap = false;
    for (group, name) in [(4, "亿亿"), (3, "万亿"), (2, "亿"), (1, "万"), (0, "")] {
        let four = number / 10_000_u64.pow(group) % 10_000;
        for (place, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            match four / place % 10 {
                0 => gap = !text.is_empty(),
                value => {
                    if gap {
                        text.push('零');
                    }
                    gap = false;
                    text.push(digit(value));
                    text.push_str(unit);
                }
            }
        }
        if four > 0 {
            text.push_str(name);
            gap = false;
        }
    }
    text
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}元", fen / 100, fen % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_capitals_are_written_as_on_a_cheque() {
        for (fen, text) in [
            (0, "零元整"),
            (5, "伍分"),
            (50, "伍角整"),
            (80_000, "捌佰元整"),
            (120_050, "壹仟贰佰元伍角整"),
            (120_005, "壹仟贰佰元零伍分"),
            (100_000, "壹仟元整"),
            (1_000, "壹拾元整"),
            (10_050_000, "壹拾万零伍佰元整"),
            (1_020_304_506, "壹仟零贰拾万叁仟零肆拾伍元零陆分"),
            (10_000_000_000, "壹亿元整"),
            (10_000_000_100, "壹亿零壹元整"),
            (-5, "负伍分"),
        ] {
            assert_eq!(Fen(fen).capitals(), text, "{fen}");
        }
        assert!(!Fen(i64::MIN).capitals().is_empty(), "no amount panics");
    }

    #[test]
    fn fen_print_as_yuan() {
        assert_eq!(Fen(123_456).to_string(), "1234.56元");
        assert_eq!(Fen(-5).to_string(), "-0.05元");
        assert_eq!(Fen(i64::MIN).to_string(), "-92233720368547758.08元");
    }
}
