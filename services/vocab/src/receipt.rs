//! The code on the citizen's receipt: short enough to read over the phone, made from the dispute's id
//! alone, with a character that catches a slip of the pen.

use std::fmt;
use std::str::FromStr;

use crate::DisputeId;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The five symbols that only a check character can be.
const CHECK_ONLY: &[u8; 5] = b"*~$=U";
/// 16 characters of 5 bits: 48 bits of the id's time and 32 bits folded from the rest.
const LENGTH: usize = 16;
const GROUP: usize = 4;

/// A receipt code 回执编号: `01M7-Z3QK-7T2A-9XCD-P`. Two disputes share one only if they began in the same
/// millisecond and agree in 32 folded bits; nodes that are cut off from each other need no counter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Receipt(u128);

impl Receipt {
    /// The receipt code of a dispute: always the same for the same dispute.
    pub const fn of(dispute: DisputeId) -> Receipt {
        let bits = dispute.0.bits();
        let tail = (bits & 0xffff_ffff) ^ ((bits >> 32) & 0xffff_ffff) ^ ((bits >> 64) & 0xffff);
        Receipt(((bits >> 80) << 32) | tail)
    }

    /// True when this is the receipt code of the dispute.
    pub fn is_of(self, dispute: DisputeId) -> bool {
        self == Receipt::of(dispute)
    }

    /// The first and the last code that a dispute with this receipt can have: the receipt tells its millisecond.
    pub const fn range(self) -> (DisputeId, DisputeId) {
        let first = (self.0 >> 32) << 80;
        (DisputeId::from_bits(first), DisputeId::from_bits(first | ((1 << 80) - 1)))
    }

    fn check(self) -> u8 {
        // The remainder is below 37, so it fits.
        symbol((self.0 % 37) as usize)
    }
}

fn symbol(value: usize) -> u8 {
    let found = ALPHABET.get(value).or_else(|| CHECK_ONLY.get(value.saturating_sub(32)));
    found.copied().unwrap_or(b'0')
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in 0..LENGTH {
            if place > 0 && place % GROUP == 0 {
                f.write_str("-")?;
            }
            let value = (self.0 >> (5 * (LENGTH - 1 - place))) & 31;
            write!(f, "{}", char::from(symbol(value as usize)))?;
        }
        write!(f, "-{}", char::from(self.check()))
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is not a receipt code. Places are counted from 1, without hyphens and spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptFault {
    /// Too short or too long.
    #[error(
        "回执编号应为17位，现有{given}位，请对照回执重新输入 (a receipt code has 17 characters, not {given})"
    )]
    Length {
        /// How many characters there are.
        given: usize,
    },
    /// A letter that is easily taken for a digit and never used.
    #[error(
        "回执编号第{place}位的“{given}”应为数字“{meant}”：编号中没有字母I、L、O (character {place}: the letter {given} is never used; read the digit {meant})"
    )]
    Confused {
        /// Which character.
        place: usize,
        /// The letter as given.
        given: char,
        /// The digit that is meant.
        meant: char,
    },
    /// A character that no receipt code has.
    #[error(
        "回执编号第{place}位的“{given}”不是编号用字，编号只用数字和除I、L、O、U以外的字母 (character {place}: {given:?} is not used in receipt codes)"
    )]
    Alien {
        /// Which character.
        place: usize,
        /// The character as given.
        given: char,
    },
    /// The check character does not fit: one character is wrong or two are exchanged.
    #[error(
        "回执编号有误：校验位不符，请逐位核对，注意是否有一位写错或者相邻两位颠倒 (wrong check character: one character is wrong or two are exchanged)"
    )]
    WrongCheck,
}

impl FromStr for Receipt {
    type Err = ReceiptFault;

    fn from_str(text: &str) -> Result<Receipt, ReceiptFault> {
        let given: Vec<char> = text
            .chars()
            .filter(|c| !matches!(c, '-' | ' ' | '—' | '－'))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if given.len() != LENGTH + 1 {
            return Err(ReceiptFault::Length { given: given.len() });
        }
        let mut bits: u128 = 0;
        for (at, letter) in given.iter().take(LENGTH).enumerate() {
            bits = (bits << 5) | digit(at + 1, *letter)? as u128;
        }
        let receipt = Receipt(bits);
        let check = given.last().copied().unwrap_or(' ');
        if !CHECK_ONLY.iter().any(|known| char::from(*known) == check) {
            digit(LENGTH + 1, check)?;
        }
        if char::from(receipt.check()) == check {
            Ok(receipt)
        } else {
            Err(ReceiptFault::WrongCheck)
        }
    }
}

fn digit(place: usize, given: char) -> Result<usize, ReceiptFault> {
    match given {
        'O' => return Err(ReceiptFault::Confused { place, given, meant: '0' }),
        'I' | 'L' => return Err(ReceiptFault::Confused { place, given, meant: '1' }),
        _ => {}
    }
    ALPHABET
        .iter()
        .position(|letter| char::from(*letter) == given)
        .ok_or(ReceiptFault::Alien { place, given })
}

impl Serialize for Receipt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Receipt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Receipt, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DISPUTE: DisputeId = DisputeId::from_bits(0x0199_ffff_7000_8000_1234_5678_9abc_def0);

    #[test]
    fn the_same_dispute_always_has_the_same_receipt() {
        let receipt = Receipt::of(DISPUTE);
        assert_eq!(receipt, Receipt::of(DISPUTE));
        assert_eq!(receipt.to_string().len(), 21);
        assert!(receipt.is_of(DISPUTE));
        assert!(!receipt.is_of(DisputeId::from_bits(DISPUTE.0.bits() + 1)));
    }

    #[test]
    fn a_receipt_is_read_in_any_case_with_or_without_hyphens() {
        let text = Receipt::of(DISPUTE).to_string();
        for form in
            [text.clone(), text.to_lowercase(), text.replace('-', ""), text.replace('-', " ")]
        {
            assert_eq!(form.parse(), Ok(Receipt::of(DISPUTE)), "{form}");
        }
    }

    #[test]
    fn letters_that_look_like_digits_are_named() {
        let text = Receipt::of(DISPUTE).to_string();
        let with_o = text.replacen('0', "O", 1);
        assert_eq!(
            with_o.parse::<Receipt>(),
            Err(ReceiptFault::Confused { place: 1, given: 'O', meant: '0' })
        );
        let fault = format!("l{}", &text[1..]).parse::<Receipt>().unwrap_err();
        assert_eq!(fault, ReceiptFault::Confused { place: 1, given: 'L', meant: '1' });
        assert!(fault.to_string().contains("应为数字“1”"));
    }

    #[test]
    fn alien_characters_and_wrong_lengths_are_refused() {
        let text = Receipt::of(DISPUTE).to_string();
        assert_eq!("".parse::<Receipt>(), Err(ReceiptFault::Length { given: 0 }));
        assert_eq!(text[..20].parse::<Receipt>(), Err(ReceiptFault::Length { given: 16 }));
        let alien = format!("é{}", &text[1..]);
        assert_eq!(alien.parse::<Receipt>(), Err(ReceiptFault::Alien { place: 1, given: 'é' }));
        let last = format!("{}é", &text[..20]);
        assert_eq!(last.parse::<Receipt>(), Err(ReceiptFault::Alien { place: 17, given: 'é' }));
        let last = format!("{}O", &text[..20]);
        assert!(matches!(last.parse::<Receipt>(), Err(ReceiptFault::Confused { place: 17, .. })));
    }

    proptest! {
        #[test]
        fn every_receipt_reads_back(bits in any::<u128>()) {
            let receipt = Receipt::of(DisputeId::from_bits(bits));
            prop_assert_eq!(receipt.to_string().parse(), Ok(receipt));
            let json = serde_json::to_string(&receipt).unwrap();
            prop_assert_eq!(serde_json::from_str::<Receipt>(&json).unwrap(), receipt);
        }

        #[test]
        fn the_dispute_lies_in_the_range_of_its_receipt(bits in any::<u128>()) {
            let dispute = DisputeId::from_bits(bits);
            let (first, last) = Receipt::of(dispute).range();
            prop_assert!(first <= dispute && dispute <= last);
            prop_assert!(first.to_string() <= dispute.to_string());
            prop_assert!(dispute.to_string() <= last.to_string(), "the texts sort as the codes");
        }

        #[test]
        fn one_wrong_character_is_always_found(bits in any::<u128>(), place in 0usize..16, shift in 1u128..32) {
            let receipt = Receipt::of(DisputeId::from_bits(bits));
            let wrong = Receipt(receipt.0 ^ (shift << (5 * place)));
            let mixed = format!("{}{}", &wrong.to_string()[..20], char::from(receipt.check()));
            prop_assert_eq!(mixed.parse::<Receipt>(), Err(ReceiptFault::WrongCheck));
        }

        #[test]
        fn two_exchanged_neighbours_are_always_found(bits in any::<u128>(), place in 0usize..15) {
            let receipt = Receipt::of(DisputeId::from_bits(bits));
            let mut plain: Vec<char> = receipt.to_string().replace('-', "").chars().collect();
            prop_assume!(plain[place] != plain[place + 1]);
            plain.swap(place, place + 1);
            let text: String = plain.into_iter().collect();
            prop_assert_eq!(text.parse::<Receipt>(), Err(ReceiptFault::WrongCheck));
        }

        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = text.parse::<Receipt>();
        }
    }
}
