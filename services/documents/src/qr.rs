//! The square that a telephone reads: the check code, or the address under which it is checked. Never personal data.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// The longest text in the square, in bytes: more would print too small for an old telephone.
pub const BYTES_MAX: usize = 60;

/// The square as SVG; `None` when the text is too long.
pub fn square(text: &str) -> Option<String> {
    if text.len() > BYTES_MAX {
        return None;
    }
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
    Some(code.render::<svg::Color>().quiet_zone(false).min_dimensions(100, 100).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_holds_sixty_bytes_and_not_one_more() {
        assert!(square(&"a".repeat(60)).is_some_and(|svg| svg.contains("<svg")));
        assert_eq!(square(&"a".repeat(61)), None);
    }
}
