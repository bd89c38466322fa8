//! The numbers of documents and telephones: their forms, their check characters, and what a spreadsheet or an
//! input method does to them.

use jiff::civil::Date;

/// What is wrong with the number of a document or telephone. It never holds the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberFault {
    /// 6.4E+17: a spreadsheet has kept three digits of eighteen.
    Scientific,
    /// The last three digits are 000 and the check fails: a spreadsheet keeps fifteen digits.
    Rounded,
    /// The wrong number of characters.
    Length {
        /// How many there are.
        given: usize,
    },
    /// Fifteen digits: the first generation, void since 2013.
    FirstGeneration,
    /// A character that such a number does not have.
    Form,
    /// The check character does not fit.
    Check,
    /// The first two digits are no province.
    Province,
    /// The digits of the birthday are no day.
    Birthday,
}

/// The weights of GB 11643 for the first 17 digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Its check characters, by the weighted sum modulo 11.
const CHECKS: &[u8; 11] = b"10X98765432";
/// The characters of GB 32100.
const CODE: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// The provinces of GB/T 2260, by the first two digits of every code.
pub const PROVINCES: [u64; 34] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
];
/// Of permits for residents from Hong Kong, Macao and Taiwan, which have numbers of the same form, the latter.
const TAIWAN_PERMIT: u64 = 83;

/// Half-width characters for full-width ones; all else stands as it is.
pub fn half_width(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    };
    text.chars().map(narrow).collect()
}

/// A number as it is kept: half-width, capital letters, without blanks and hyphens.
pub fn number(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '—' | '–' | '‑');
    half_width(text).chars().filter(kept).map(|c| c.to_ascii_uppercase()).collect()
}

/// True for what a spreadsheet makes of a long number: `6.4E+17`.
pub fn is_scientific(text: &str) -> bool {
    let text = number(text);
    let Some((mantissa, power)) = text.split_once('E') else { return false };
    let power = power.strip_prefix('+').unwrap_or(power);
    let figure = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    whole.len() <= 2 && figure(whole) && figure(part) && power.len() <= 3 && figure(power)
}

/// The day of birth in the number of a resident's identity card, as [`number`] gives it.
///
/// # Errors
/// What is wrong with it (GB 11643).
pub fn resident_id(number: &str) -> Result<Date, NumberFault> {
    if is_scientific(number) {
        return Err(NumberFault::Scientific);
    }
    let length = number.chars().count();
    if length == 15 && number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberFault::FirstGeneration);
    }
    if length != 18 {
        return Err(NumberFault::Length { given: length });
    }
    let (digits, check) = number.split_at_checked(17).ok_or(NumberFault::Form)?;
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberFault::Form);
    }
    let sum: u32 =
        digits.bytes().zip(WEIGHTS).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    let right = CHECKS.get((sum % 11) as usize).copied();
    if check.bytes().next() != right {
        let rounded = number.ends_with("000");
        return Err(if rounded { NumberFault::Rounded } else { NumberFault::Check });
    }
    let figure = |from: usize, to: usize| number.get(from..to).and_then(|text| text.parse().ok());
    let province: u64 = figure(0, 2).unwrap_or(0);
    if !PROVINCES.contains(&province) && province != TAIWAN_PERMIT {
        return Err(NumberFault::Province);
    }
    let part = |from, to| figure(from, to).and_then(|n| i8::try_from(n).ok()).unwrap_or(0);
    let year = figure(6, 10).and_then(|n| i16::try_from(n).ok()).unwrap_or(0);
    Date::new(year, part(10, 12), part(12, 14)).map_err(|_| NumberFault::Birthday)
}

/// Checks a uniform social credit code, as [`number`] gives it.
///
/// # Errors
/// What is wrong with it (GB 32100).
pub fn uniform_code(number: &str) -> Result<(), NumberFault> {
    if is_scientific(number) {
        return Err(NumberFault::Scientific);
    }
    let length = number.chars().count();
    if length != 18 {
        return Err(NumberFault::Length { given: length });
    }
    let mut sum = 0;
    let (mut weight, mut last) = (1, 0);
    for (at, byte) in number.bytes().enumerate() {
        let value = CODE.iter().position(|known| *known == byte).ok_or(NumberFault::Form)?;
        if at < 17 {
            sum = (sum + value * weight) % 31;
            weight = weight * 3 % 31;
        }
        last = value;
    }
    if (31 - sum) % 31 == last { Ok(()) } else { Err(NumberFault::Check) }
}

/// Checks a telephone number, as [`number`] gives it: a mobile, a landline with its area code (and extension
/// after `转`), or 400 and 800; with or without 86.
///
/// # Errors
/// What is wrong with it.
pub fn phone(number: &str) -> Result<(), NumberFault> {
    if is_scientific(number) {
        return Err(NumberFault::Scientific);
    }
    let plain: String = number.chars().filter(|c| !matches!(c, '(' | ')')).collect();
    let (main, extension) = plain.split_once('转').unwrap_or((&plain, "0"));
    let main = main.strip_prefix("+86").or_else(|| main.strip_prefix("0086")).unwrap_or(main);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(main) || !digits(extension) {
        return Err(NumberFault::Form);
    }
    let mobile = main.len() == 11
        && main.starts_with('1')
        && main.as_bytes().get(1).is_some_and(|second| (b'3'..=b'9').contains(second));
    let landline = main.starts_with('0') && (10..=12).contains(&main.len());
    let service = main.len() == 10 && (main.starts_with("400") || main.starts_with("800"));
    if mobile || landline || service {
        Ok(())
    } else {
        Err(NumberFault::Length { given: main.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// A number with the right check character.
    fn card(first: &str) -> String {
        let sum: u32 = first.bytes().zip(WEIGHTS).map(|(b, w)| u32::from(b - b'0') * w).sum();
        format!("{first}{}", char::from(CHECKS[(sum % 11) as usize]))
    }

    #[test]
    fn a_resident_id_tells_the_birthday_or_what_is_wrong() {
        // The example of GB 11643 itself.
        assert_eq!(resident_id("11010519491231002X"), Ok(date(1949, 12, 31)));
        let rounded = format!("{}000", &card("64012219900101001")[..15]);
        for (number, fault) in [
            ("11010519491231002x".to_uppercase().replace('X', "1"), NumberFault::Check),
            ("6.4E+17".to_owned(), NumberFault::Scientific),
            (rounded, NumberFault::Rounded),
            ("640122900101001".to_owned(), NumberFault::FirstGeneration),
            ("64012219900101".to_owned(), NumberFault::Length { given: 14 }),
            ("6401221990O1010017".to_owned(), NumberFault::Form),
            ("六四〇一二二一九九〇〇一〇一〇〇一七".to_owned(), NumberFault::Form),
            (card("99012219900101001"), NumberFault::Province),
            (card("64012219900230001"), NumberFault::Birthday),
        ] {
            assert_eq!(resident_id(&number), Err(fault), "{number}");
        }
    }

    #[test]
    fn full_width_digits_and_blanks_are_read_as_meant() {
        assert_eq!(number("１１０１０５ １９４９１２３１ ００２ｘ"), "11010519491231002X");
        assert_eq!(number("0951-806 1234"), "09518061234");
    }

    #[test]
    fn what_a_spreadsheet_makes_of_a_long_number_is_recognised() {
        for text in ["6.4E+17", "6.40122E+17", "6.4e+17", "６．４Ｅ＋１７", "1.39E+10", "6E17"]
        {
            assert!(is_scientific(text), "{text}");
        }
        for text in ["", "E", "640122E", "11010519491231002X", "E12345678", "123E5"] {
            assert!(!is_scientific(text), "{text}");
        }
    }

    #[test]
    fn a_uniform_code_has_its_check_character() {
        assert_eq!(uniform_code("91350100M000100Y43"), Ok(()));
        assert_eq!(uniform_code("91350100M000100Y44"), Err(NumberFault::Check));
        assert_eq!(uniform_code("91350100I000100Y43"), Err(NumberFault::Form));
        assert_eq!(uniform_code("9.135E+17"), Err(NumberFault::Scientific));
        assert_eq!(uniform_code("913501"), Err(NumberFault::Length { given: 6 }));
    }

    #[test]
    fn telephones_have_the_forms_that_people_write() {
        for text in [
            "13895012345",
            "+86 138 9501 2345",
            "0951-8061234",
            "(0951)8061234转12",
            "400-810-1234",
        ] {
            assert_eq!(phone(&number(text)), Ok(()), "{text}");
        }
        assert_eq!(phone("1389501234"), Err(NumberFault::Length { given: 10 }));
        assert_eq!(phone("8061234"), Err(NumberFault::Length { given: 7 }));
        assert_eq!(phone("1.39E+10"), Err(NumberFault::Scientific));
        assert_eq!(phone("没有"), Err(NumberFault::Form));
        assert_eq!(phone(""), Err(NumberFault::Form));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,30}") {
            let kept = number(&text);
            let _ = (resident_id(&kept), uniform_code(&kept), phone(&kept), is_scientific(&text));
        }

        #[test]
        fn one_wrong_digit_of_a_resident_id_is_always_found(place in 0usize..17, shift in 1u8..10) {
            let mut wrong = b"11010519491231002X".to_vec();
            wrong[place] = b'0' + (wrong[place] - b'0' + shift) % 10;
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert!(resident_id(&wrong).is_err());
        }
    }
}
