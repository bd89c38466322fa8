//! Why a paper is not made. Every text is for the clerk: Chinese first, then English. No value of a field is repeated.

use std::fmt;

use crate::fonts::Role;

/// Why a paper is not made.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such family.
    NoFamily {
        /// As asked, cut to forty characters.
        name: String,
    },
    /// The input is not what the family needs; everything that is wrong at once.
    Fields(Vec<Wrong>),
    /// The folder of fonts cannot be read, or a shape is missing in it.
    Fonts {
        /// The folder.
        folder: String,
        /// Roles without a font; empty when the folder itself cannot be read.
        missing: Vec<Role>,
    },
    /// The template failed; says where. Does not happen with the templates of this build.
    Template(String),
}

/// One field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Its path: `parties[2].name`, counted from 1.
    pub field: String,
    /// What it is called: `当事人第2项姓名或者名称`.
    pub zh: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It is required, and absent or blank.
    Missing,
    /// The family has no such field.
    Unknown,
    /// It is of another kind; says which is needed.
    Kind(&'static str, &'static str),
    /// Not one of the words that may stand here.
    Choice(Vec<String>),
    /// Longer than allowed, in characters.
    Long(usize),
    /// More items than allowed.
    Many(usize),
    /// A character that cannot be seen, or that turns the direction of what follows.
    Invisible(char),
    /// No font of this machine has a shape for it.
    NoGlyph(char),
}

impl Fault {
    /// More items than allowed.
    pub(crate) fn many(field: &str, zh: &str, max: usize) -> Fault {
        let (field, zh) = (field.to_owned(), zh.to_owned());
        Fault::Fields(vec![Wrong { field, zh, problem: Problem::Many(max) }])
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = |c: &char| u32::from(*c);
        match self {
            Problem::Missing => f.write_str("必填，尚未填写 (required)"),
            Problem::Unknown => f.write_str("本文书没有这一项 (no such field)"),
            Problem::Kind(zh, en) => write!(f, "应为{zh} (must be {en})"),
            Problem::Choice(words) => {
                let words = words.join("、");
                write!(f, "应为下列之一：{words} (must be one of these)")
            }
            Problem::Long(max) => write!(f, "超过{max}字 (longer than {max} characters)"),
            Problem::Many(max) => write!(f, "超过{max}项 (more than {max} items)"),
            Problem::Invisible(c) => {
                let code = code(c);
                write!(f, "含有不可见字符U+{code:04X}，请删去 (an invisible character)")
            }
            Problem::NoGlyph(c) => {
                let code = code(c);
                write!(
                    f,
                    "“{c}”（U+{code:04X}）没有字形，本机字体印不出来 (no font here can print it)"
                )
            }
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}〔{}〕：{}", self.zh, self.field, self.problem)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoFamily { name } => write!(
                f,
                "没有名为“{name}”的文书，可用 jiefen paper --list 查看 (no such family of papers)"
            ),
            Fault::Fields(wrongs) => {
                f.write_str("文书内容不全或者有误 (the fields are not complete or not right)")?;
                for wrong in wrongs {
                    write!(f, "\n  {wrong}")?;
                }
                Ok(())
            }
            Fault::Fonts { folder, missing } if missing.is_empty() => write!(
                f,
                "字体目录{folder}读不出来，请安装 fonts-noto-cjk 或者设置 documents.fonts (the folder of fonts cannot be read: install fonts-noto-cjk or set documents.fonts)"
            ),
            Fault::Fonts { folder, missing } => {
                let zh: Vec<&str> = missing.iter().map(|role| role.zh()).collect();
                let zh = zh.join("、");
                write!(
                    f,
                    "字体目录{folder}中缺少{zh}，请安装 fonts-noto-cjk 或者设置 documents.fonts (fonts are missing: install fonts-noto-cjk or set documents.fonts)"
                )
            }
            Fault::Template(text) => write!(f, "文书模板有误：{text} (the template failed)"),
        }
    }
}

impl std::error::Error for Fault {}
