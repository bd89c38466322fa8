//! The flags of `paper` and `dossier`.

use std::path::PathBuf;

use clap::Args;

use super::From;

/// `paper`.
#[derive(Debug, Args)]
pub struct Paper {
    /// Lists the families of papers there are.
    #[arg(long, conflicts_with = "family")]
    pub list: bool,
    /// Which paper, such as mediation_agreement.
    #[arg(long, required_unless_present = "list")]
    pub family: Option<String>,
    /// Says which fields the family needs, and where each comes from.
    #[arg(long, conflicts_with_all = ["list", "fields"])]
    pub describe: bool,
    /// Prints the made-up fields that ship with the family, to begin with.
    #[arg(long, conflicts_with_all = ["list", "fields", "describe"])]
    pub sample: bool,
    /// A JSON object with the fields.
    #[arg(long, required_unless_present_any = ["list", "describe", "sample"], requires = "out")]
    pub fields: Option<PathBuf>,
    /// The PDF to write. A file of an issued paper must not exist.
    #[arg(long, requires = "fields")]
    pub out: Option<PathBuf>,
    /// Issues the paper on this day, with a check code; without it a preview is printed.
    #[arg(long, requires = "fields")]
    pub issued_on: Option<String>,
    /// Where check codes are verified; stands in the square: https://jf.example.cn/v/
    #[arg(long, requires = "issued_on")]
    pub verify_at: Option<String>,
    /// The check code of the paper that this one corrects.
    #[arg(long, requires_all = ["issued_on", "version"])]
    pub corrects: Option<String>,
    /// The number of this version of the paper; a correction is the second or a later one.
    #[arg(long, requires = "corrects", value_parser = clap::value_parser!(u32).range(2..=999))]
    pub version: Option<u32>,
    /// The folder of the fonts; without it documents.fonts of the configuration.
    #[arg(long)]
    pub fonts: Option<PathBuf>,
    #[command(flatten)]
    pub from: From,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `dossier`.
#[derive(Debug, Args)]
pub struct Dossier {
    /// A JSON object: {"cover": {fields}, "papers": [{"family", "fields", "issued_on"}…]}.
    pub file: PathBuf,
    /// The PDF to write; it must not exist.
    #[arg(long)]
    pub out: PathBuf,
    /// The day on which it is bound.
    #[arg(long)]
    pub issued_on: String,
    /// The folder of the fonts; without it documents.fonts of the configuration.
    #[arg(long)]
    pub fonts: Option<PathBuf>,
    #[command(flatten)]
    pub from: From,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}
