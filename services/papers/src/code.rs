//! The check code as somebody types it.

/// The letters and figures of a code.
const LENGTH: usize = 16;

/// The code as printed, `7K3M-0Q8T-…`, from what was typed: without regard to case, blanks and hyphens, and with the
/// letters that are taken for figures read as those. None: it cannot be a code.
pub(crate) fn read(typed: &str) -> Option<String> {
    let mut plain = String::new();
    for c in typed.chars().filter(|c| !c.is_whitespace() && !"-－—·".contains(*c)) {
        let c = match c {
            // full width, as Chinese keyboards give them
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
                char::from_u32(u32::from(c).saturating_sub(0xFEE0))?
            }
            other => other,
        };
        plain.push(match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        });
    }
    if plain.len() != LENGTH || !plain.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let groups: Vec<&str> =
        (0..LENGTH).step_by(4).filter_map(|from| plain.get(from..from + 4)).collect();
    Some(groups.join("-"))
}

/// A receipt's code for comparison.
pub(crate) fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_code_is_read_as_people_type_it_and_nothing_else_is() {
        let right = Some("7K3M-0Q8T-1ACD-EF23".to_owned());
        for typed in [
            "7K3M-0Q8T-1ACD-EF23",
            "7k3m0q8t1acdef23",
            " 7K3M OQ8T lACD EF23 ",
            "７K３M－０Q８T－１ACD－EF２３",
        ] {
            assert_eq!(read(typed), right, "{typed}");
        }
        for wrong in ["", "7K3M", "7K3M-0Q8T-1ACD-EF234", "7K3M-0Q8T-1ACD-EF2'", "纠纷"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
