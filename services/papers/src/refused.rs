//! Why a paper is not made, as a caller is told.

use jiefen_documents::{Fault, Wrong};
use jiefen_ledger::{Error, FieldFault};
use jiefen_procedure::Refused;

/// A fault of the press.
pub(crate) fn fault(fault: Fault) -> Error {
    match fault {
        Fault::Fields(wrongs) => Error::Invalid(wrongs.iter().map(wrong).collect()),
        Fault::NoFamily { name } => Error::NotFound { what: "文书", what_en: "family", name },
        Fault::Fonts { .. } => Error::Refused(refused(
            "FONTS_MISSING",
            "本机缺少印制文书的字体",
            "the fonts are missing on this machine",
            "请运维人员安装 fonts-noto-cjk 或者设置 documents.fonts",
        )),
        Fault::Template(why) => Error::Corrupt { doing: "print a paper", why },
    }
}

fn wrong(wrong: &Wrong) -> FieldFault {
    FieldFault::new(&wrong.field, format!("{}：{}", wrong.zh, wrong.problem))
}

fn refused(name: &str, zh: &str, en: &str, instead: &str) -> Refused {
    Refused {
        name: name.to_owned(),
        zh: zh.to_owned(),
        en: en.to_owned(),
        basis: "党政机关公文处理工作条例；档案法第十三条".to_owned(),
        instead: instead.to_owned(),
    }
}

/// The case cannot have this paper where it stands.
pub(crate) fn not_now(zh: &str) -> Error {
    Error::Refused(refused(
        "PAPER_NOT_NOW",
        &format!("案件现在的状态不能出具《{zh}》"),
        "the case cannot have this paper where it stands",
        "请先办理案件的下一步，或者从可以出具的文书中选择",
    ))
}

/// The paper has been corrected before.
pub(crate) fn corrected() -> Error {
    Error::Refused(refused(
        "ALREADY_CORRECTED",
        "这份文书已经有更正后的版本",
        "a later paper stands in its place already",
        "请更正最新的一份",
    ))
}

/// The paper is of another family or of another dispute.
pub(crate) fn other_paper() -> Error {
    Error::Refused(refused(
        "OTHER_PAPER",
        "要更正的文书与新文书不是同一种",
        "the paper to be corrected is of another family",
        "请从要更正的那份文书进入更正",
    ))
}

/// The family has no editable copy.
pub(crate) fn not_editable() -> Error {
    Error::Refused(refused(
        "NOT_EDITABLE",
        "这种文书没有可编辑的副本",
        "this family has no editable copy",
        "请下载PDF",
    ))
}

/// There is no such paper here.
pub(crate) fn no_paper(check: &str) -> Error {
    Error::NotFound { what: "文书", what_en: "paper", name: check.chars().take(24).collect() }
}
