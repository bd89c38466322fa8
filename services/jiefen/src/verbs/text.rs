//! Files that people write.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};

/// A file's text: UTF-8, with or without a byte-order mark. `doing` says what it is read for.
///
/// # Errors
/// The file cannot be read, or is written in another encoding.
pub fn read(file: &Path, doing: &str) -> Result<String> {
    let bytes =
        std::fs::read(file).with_context(|| format!("读取 {} ({doing})", file.display()))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        anyhow!(
            "{} 不是 UTF-8 编码的文本，请另存为 UTF-8 后再试 (not UTF-8 text; save it as UTF-8)",
            file.display()
        )
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &[u8]) -> Result<String> {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        std::fs::write(&file, bytes).unwrap();
        read(&file, "reading")
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(written("\u{feff}[]\r\n".as_bytes()).unwrap(), "[]\r\n");
        assert_eq!(written("纠纷".as_bytes()).unwrap(), "纠纷");
    }

    #[test]
    fn another_encoding_and_a_missing_file_are_named() {
        // 纠纷 in GBK.
        let error = format!("{:#}", written(&[0xbe, 0xc0, 0xb7, 0xd7]).unwrap_err());
        assert!(error.contains("UTF-8"), "{error}");
        let error = format!("{:#}", read(Path::new("nowhere"), "reading the batch").unwrap_err());
        assert!(error.contains("nowhere") && error.contains("reading the batch"), "{error}");
    }
}
