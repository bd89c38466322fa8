//! Which papers may be filed, and whether a content is what its name and declared type say.

use jiefen_procedure::Refused;

use crate::error::Error;

/// A media type that may be filed.
struct Media {
    /// As it is declared.
    name: &'static str,
    /// What a clerk calls it.
    zh: &'static str,
    /// The endings of its files.
    endings: &'static [&'static str],
    /// What its first bytes may be recognised as; empty: as nothing at all, which is plain text.
    seen: &'static [&'static str],
}

const ZIP: &str = "application/zip";
const OLE: &str = "application/x-ole-storage";

const fn media(
    name: &'static str,
    zh: &'static str,
    endings: &'static [&'static str],
    seen: &'static [&'static str],
) -> Media {
    Media { name, zh, endings, seen }
}

/// What may be filed. OFD (GB/T 33190) and office documents are archives by their first bytes.
#[rustfmt::skip]
const ALLOWED: &[Media] = &[
    media("image/jpeg", "JPEG图片", &["jpg", "jpeg"], &["image/jpeg"]),
    media("image/png", "PNG图片", &["png"], &["image/png"]),
    media("image/gif", "GIF图片", &["gif"], &["image/gif"]),
    media("image/webp", "WebP图片", &["webp"], &["image/webp"]),
    media("image/bmp", "BMP图片", &["bmp"], &["image/bmp"]),
    media("image/tiff", "TIFF图片", &["tif", "tiff"], &["image/tiff"]),
    media("image/heic", "HEIC图片", &["heic", "heif"], &["image/heif"]),
    media("application/pdf", "PDF文件", &["pdf"], &["application/pdf"]),
    media("application/ofd", "OFD版式文件", &["ofd"], &[ZIP]),
    media("application/msword", "Word文档", &["doc", "wps"], &["application/msword", OLE]),
    media("application/vnd.ms-excel", "Excel表格", &["xls", "et"], &["application/vnd.ms-excel", OLE]),
    media("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word文档", &["docx"],
        &["application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP]),
    media("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel表格", &["xlsx"],
        &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP]),
    media("audio/mpeg", "MP3录音", &["mp3"], &["audio/mpeg"]),
    media("audio/mp4", "M4A录音", &["m4a"], &["audio/m4a", "video/mp4"]),
    media("audio/amr", "AMR录音", &["amr"], &["audio/amr"]),
    media("audio/wav", "WAV录音", &["wav"], &["audio/x-wav"]),
    media("video/mp4", "MP4录像", &["mp4"], &["video/mp4", "video/x-m4v"]),
    media("video/quicktime", "MOV录像", &["mov"], &["video/quicktime"]),
    media("text/plain", "纯文本", &["txt"], &[]),
    media("text/csv", "CSV表格", &["csv"], &[]),
];

fn allowed(declared: &str) -> Option<&'static Media> {
    ALLOWED.iter().find(|media| media.name == declared)
}

/// What is wrong with a declared type and the ending of a file's name, Chinese first.
pub fn wrong_name(declared: &str, name: &str) -> Option<String> {
    let Some(media) = allowed(declared) else {
        let all: Vec<&str> = ALLOWED.iter().map(|media| media.name).collect();
        return Some(format!("不接收该类文件；可以上传 {} (one of these)", all.join("、")));
    };
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let fits = ending.is_some_and(|ending| media.endings.contains(&ending.as_str()));
    (!fits).then(|| {
        let endings = media.endings.join("、");
        format!(
            "声明为{}，文件名应以 {endings} 结尾 (the name does not end as {declared} does)",
            media.zh
        )
    })
}

/// Checks a content against its declared type by its first bytes: an executable named `.jpg` is refused.
///
/// # Errors
/// The content is something else.
pub fn check(declared: &str, content: &[u8]) -> Result<(), Error> {
    let found = infer::get(content).map(|kind| kind.mime_type());
    let zh = allowed(declared).map_or("", |media| media.zh);
    let seen = allowed(declared).map(|media| media.seen);
    let fits = match (seen, found) {
        (Some([]), None) => !content.contains(&0),
        (Some(seen), Some(found)) => seen.contains(&found),
        (Some(_), None) | (None, _) => false,
    };
    if fits {
        return Ok(());
    }
    let what = match found {
        Some(found) if is_program(found) => "可执行程序".to_owned(),
        Some(found) => match allowed(found) {
            Some(media) => media.zh.to_owned(),
            None => found.to_owned(),
        },
        None => "无法识别的内容".to_owned(),
    };
    Err(Error::Refused(Refused {
        name: "MEDIA_MISMATCH".to_owned(),
        zh: format!("文件声明为{zh}，内容却是{what}"),
        en: format!("declared as {declared}, but the content is {}", found.unwrap_or("unknown")),
        basis: "实施方案 八(一) 登记".to_owned(),
        instead: "请上传原始文件，不要改扩展名；程序文件不予接收".to_owned(),
    }))
}

fn is_program(found: &str) -> bool {
    matches!(
        found,
        "application/vnd.microsoft.portable-executable"
            | "application/x-executable"
            | "application/x-mach-binary"
            | "application/java"
            | "application/vnd.android.dex"
            | "application/vnd.android.package-archive"
            | "application/wasm"
            | "text/x-shellscript"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00";
    const PROGRAM: &[u8] = b"MZ\x90\x00\x03\x00\x00\x00";

    #[test]
    fn a_content_is_what_it_is_said_to_be() {
        for (declared, content, fits) in [
            ("image/jpeg", JPEG, true),
            ("image/png", JPEG, false),
            ("image/jpeg", PROGRAM, false),
            ("application/pdf", b"%PDF-1.7\n", true),
            ("application/ofd", b"PK\x03\x04\x14\x00\x00\x00", true),
            ("application/pdf", b"PK\x03\x04\x14\x00\x00\x00", false),
            ("text/plain", "欠薪三个月".as_bytes(), true),
            ("text/csv", b"a,b\n1,2\n", true),
            ("text/plain", b"a\x00b", false),
            ("text/plain", PROGRAM, false),
            ("text/plain", b"#!/bin/sh\nrm -rf /\n", false),
            ("application/octet-stream", JPEG, false),
        ] {
            assert_eq!(check(declared, content).is_ok(), fits, "{declared}");
        }
    }

    #[test]
    fn an_executable_named_jpg_is_called_by_its_name() {
        let Err(Error::Refused(refused)) = check("image/jpeg", PROGRAM) else {
            panic!("an executable was taken");
        };
        assert_eq!(refused.zh, "文件声明为JPEG图片，内容却是可执行程序");
        assert_eq!(refused.name, "MEDIA_MISMATCH");
    }

    #[test]
    fn the_name_ends_as_its_type_does() {
        assert_eq!(wrong_name("image/jpeg", "欠条.JPG"), None);
        assert!(wrong_name("image/jpeg", "欠条.exe").unwrap().contains("jpg"));
        assert!(wrong_name("image/jpeg", "欠条").is_some());
        assert!(wrong_name("application/x-msdownload", "a.exe").unwrap().contains("不接收"));
    }
}
