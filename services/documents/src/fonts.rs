//! The fonts of this machine. None is shipped: the county installs fonts-noto-cjk, an agency may put its own licensed
//! files beside it.

use std::fs;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::fault::Fault;

/// What a font is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// 宋体: tables and small print, and the fallback of all others.
    Song,
    /// 仿宋: the body of official papers.
    Fang,
    /// 黑体: headings of the first level.
    Hei,
    /// 楷体: headings of the second level.
    Kai,
    /// 小标宋: titles.
    Title,
}

impl Role {
    /// All of them.
    pub const ALL: [Role; 5] = [Role::Song, Role::Fang, Role::Hei, Role::Kai, Role::Title];

    /// What a printer calls it.
    pub const fn zh(self) -> &'static str {
        match self {
            Role::Song => "宋体",
            Role::Fang => "仿宋",
            Role::Hei => "黑体",
            Role::Kai => "楷体",
            Role::Title => "小标宋",
        }
    }

    /// Its name in the templates.
    pub const fn key(self) -> &'static str {
        match self {
            Role::Song => "song",
            Role::Fang => "fang",
            Role::Hei => "hei",
            Role::Kai => "kai",
            Role::Title => "title",
        }
    }

    /// Families that can play it, the best first.
    const fn families(self) -> &'static [&'static str] {
        match self {
            Role::Song => &[SERIF],
            Role::Fang => &["FangSong_GB2312", "FangSong", "FandolFang R", SERIF],
            Role::Hei => &["SimHei", "FandolHei", SANS],
            Role::Kai => &["KaiTi_GB2312", "KaiTi", "FandolKai", "LXGW WenKai", SERIF],
            Role::Title => &["FZXiaoBiaoSong-B05S", "FandolSong", SERIF],
        }
    }
}

const SERIF: &str = "Noto Serif CJK SC";
const SANS: &str = "Noto Sans CJK SC";
/// Parts of the names of files that may hold one of them; others are not opened.
const FILES: &[&str] =
    &["notoserifcjk", "notosanscjk", "fandol", "fang", "kai", "hei", "song", "fz"];
/// How deep folders are searched.
const DEPTH_MAX: usize = 6;

/// The fonts that papers are printed with.
pub struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

impl Fonts {
    /// Reads a folder and those below it, and keeps what papers need of it.
    ///
    /// # Errors
    /// The folder cannot be read, or it has no font for a role.
    pub fn load(folder: &Path) -> Result<Fonts, Fault> {
        let name = || folder.display().to_string();
        let mut files = Vec::new();
        let missing = Vec::new();
        collect(folder, DEPTH_MAX, &mut files)
            .map_err(|_| Fault::Fonts { folder: name(), missing })?;
        files.sort();
        let mut fonts = Vec::new();
        for file in files {
            // a file that vanished or cannot be read plays no role; the roles are counted below
            let Ok(data) = fs::read(&file) else { continue };
            fonts.extend(Font::iter(Bytes::new(data)).filter(wanted));
        }
        let book = FontBook::from_fonts(&fonts);
        let plays = |role: &Role| role.families().iter().any(|f| has(&book, f));
        let missing: Vec<Role> = Role::ALL.into_iter().filter(|role| !plays(role)).collect();
        // every other font leaves out rare characters of names, so this one is always needed
        if !missing.is_empty() || !has(&book, SERIF) {
            let missing = if missing.is_empty() { vec![Role::Song] } else { missing };
            return Err(Fault::Fonts { folder: name(), missing });
        }
        Ok(Fonts { book: LazyHash::new(book), fonts })
    }

    /// The families that play a role here, the best first.
    pub fn families(&self, role: Role) -> Vec<&'static str> {
        role.families().iter().copied().filter(|family| has(&self.book, family)).collect()
    }

    /// True when a shape for the character is in a font that every role falls back to.
    pub fn prints(&self, c: char) -> bool {
        let covers = |font: &Font| {
            font.info().family.as_str() == SERIF && font.info().coverage.contains(u32::from(c))
        };
        self.fonts.iter().any(covers)
    }
}

fn has(book: &FontBook, family: &str) -> bool {
    book.contains_family(&family.to_lowercase())
}

fn wanted(font: &Font) -> bool {
    let info = font.info();
    let family = info.family.as_str();
    let named = Role::ALL.iter().any(|role| role.families().contains(&family));
    // of the sans only the regular weight is used: a bold one would cost twenty megabytes
    named && (family != SANS || info.variant.weight.to_number() == 400)
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if depth > 0 {
                // a folder below that is closed to us holds nothing for us
                let _ = collect(&path, depth - 1, files);
            }
            continue;
        }
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("").to_lowercase();
        let is_font = [".ttc", ".ttf", ".otf"].iter().any(|ending| name.ends_with(ending));
        if is_font && FILES.iter().any(|part| name.contains(part)) {
            files.push(path);
        }
    }
    Ok(())
}
