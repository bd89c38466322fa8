//! `jiefen import`: an agency's older ledger becomes disputes of a counter. Every row is checked here and at
//! the counter before the first is sent; a cut run is carried on by running it again.

mod remarks;
mod remote;
mod rows;

use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, anyhow};
use jiefen_import::{BadNames, Ledger, Names, Unreadable, as_csv, as_xlsx};
use jiefen_platform::clock::{Clock as _, SystemClock};

use crate::cli::Import;
use crate::verbs::{address, text, token};
use crate::{Failure, say, talk};
use remarks::Remarks;
pub use remote::Counter;
use remote::Outcome;

/// How many wrong rows are told without a report.
const TOLD: usize = 20;

/// What an import came to.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Sums {
    /// The rows of the ledger.
    pub rows: usize,
    /// Those that became disputes now.
    pub imported: usize,
    /// Those that had become disputes before.
    pub already: usize,
    /// Those with something wrong.
    pub wrong: usize,
    /// Those of disputes that had ended.
    pub skipped: usize,
}

/// Runs the verb.
///
/// # Errors
/// The flags or the file are wrong, a row is wrong, or the counter cannot be reached.
pub async fn run(verb: &Import) -> Result<(), Failure> {
    check_flags(verb)?;
    let begin = Instant::now();
    let ledger = read(verb)?;
    let unknown = ledger.unknown();
    if !unknown.is_empty() {
        talk(&format!("未识别的列原样保留在纠纷上：{} (kept as they are)", unknown.join("、")));
    }
    let counter = match (&verb.grpc, &verb.token_file) {
        (Some(grpc), Some(file)) => Some(Counter::open(grpc, token(file)?).await?),
        (Some(_) | None, Some(_) | None) => None,
    };
    let (sums, remarks, cut) = carry_out(verb, &ledger, counter).await;
    if let Some(file) = &verb.report {
        report(file, &ledger, &remarks)?;
    } else {
        tell(&remarks);
    }
    let seconds = (begin.elapsed().as_secs_f64() * 100.0).round() / 100.0;
    say(&said(verb, sums, seconds))?;
    match cut {
        Some(failure) => Err(failure),
        None if sums.wrong > 0 => Err(Failure::Silent),
        None => Ok(()),
    }
}

fn check_flags(verb: &Import) -> Result<(), Failure> {
    if let Some(grpc) = &verb.grpc {
        address(grpc)?;
    }
    let Some(report) = &verb.report else { return Ok(()) };
    let form = report.extension().and_then(|extension| extension.to_str());
    if !matches!(form, Some("csv" | "xlsx")) {
        let right = "应以 .csv 或者 .xlsx 结尾 (must end in .csv or .xlsx)";
        return Err(Failure::Usage(format!("--report {}：{right}", report.display())));
    }
    let same = |a: &Path, b: &Path| {
        a.canonicalize().ok().is_some_and(|a| Some(a) == b.canonicalize().ok())
    };
    if same(report, &verb.file) {
        let right = "不能覆盖台账本身，请另起一个文件名 (must not be the ledger itself)";
        return Err(Failure::Usage(format!("--report {}：{right}", report.display())));
    }
    Ok(())
}

fn read(verb: &Import) -> Result<Ledger, Failure> {
    let shipped = |fault: BadNames| Failure::Config { faults: vec![fault.to_string()] };
    let own = match &verb.agency_columns {
        Some(file) => {
            let words = text::read(file, "reading the names of columns")?;
            Some(Names::with(&words).map_err(shipped)?)
        }
        None => None,
    };
    let names = match &own {
        Some(own) => own,
        None => Names::shipped().map_err(shipped)?,
    };
    let file = &verb.file;
    let bytes = std::fs::read(file)
        .with_context(|| format!("读取 {} (reading the ledger)", file.display()))?;
    let today = SystemClock.now().day();
    let why = |fault: Unreadable| anyhow!("{}：{fault}", file.display());
    Ok(Ledger::read(&bytes, verb.sheet.as_deref(), names, today).map_err(why)?)
}

/// Checks all rows, and sends them when they may be sent; with why it was cut, if it was.
async fn carry_out(
    verb: &Import,
    ledger: &Ledger,
    counter: Option<Counter>,
) -> (Sums, Remarks, Option<Failure>) {
    let mut remarks = Remarks::of(ledger);
    let sums = |remarks: &Remarks| remarks.sums(ledger.rows.len());
    let Some(counter) = counter else { return (sums(&remarks), remarks, None) };
    let entries: Vec<_> = ledger.valid().collect();
    let digest = &ledger.sheet.digest;
    match counter.check(digest, &entries).await {
        Ok(outcomes) => remarks.add(ledger, outcomes),
        Err(cut) => return (sums(&remarks), remarks, Some(cut)),
    }
    if verb.check || (sums(&remarks).wrong > 0 && !verb.valid_rows) {
        if !verb.check {
            remarks.nothing_sent();
            talk(
                "有错误的行，全部未导入；改正后重新导入，或者加 --valid-rows 先导入正确的行 (nothing was imported)",
            );
        }
        return (sums(&remarks), remarks, None);
    }
    let entries: Vec<_> = entries.into_iter().filter(|entry| remarks.is_open(entry.row)).collect();
    let (outcomes, cut) = counter.import(digest, &entries).await;
    remarks.add(ledger, outcomes);
    (sums(&remarks), remarks, cut)
}

/// The report has personal data as the ledger has: readable by its owner alone, whole or not at all.
fn report(file: &Path, ledger: &Ledger, remarks: &Remarks) -> Result<(), Failure> {
    let texts = remarks.texts();
    let bytes = if file.extension().is_some_and(|extension| extension == "xlsx") {
        as_xlsx(ledger, &texts).context("制作报告 (making the report)")?
    } else {
        as_csv(ledger, &texts).context("制作报告 (making the report)")?
    };
    let doing = || format!("写入 {} (writing the report)", file.display());
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let mut draft = tempfile::NamedTempFile::new_in(folder).with_context(doing)?;
    draft.write_all(&bytes).with_context(doing)?;
    draft.persist(file).with_context(doing)?;
    talk(&format!("每行的结果见 {} (what became of each row)", file.display()));
    Ok(())
}

fn tell(remarks: &Remarks) {
    let wrong = remarks.wrong();
    for (row, text) in wrong.iter().take(TOLD) {
        talk(&format!("第{row}行 {}", text.replace('\n', "\n      ")));
    }
    if wrong.len() > TOLD {
        let left = wrong.len() - TOLD;
        talk(&format!(
            "另有{left}行有错误；用 --report 结果.xlsx 得到全部 (and {left} more: use --report)"
        ));
    }
}

fn said(verb: &Import, sums: Sums, seconds: f64) -> String {
    let Sums { rows, imported, already, wrong, skipped } = sums;
    if verb.json {
        return serde_json::json!({
            "rows": rows, "imported": imported, "already": already, "wrong": wrong,
            "skipped": skipped, "seconds": seconds,
        })
        .to_string();
    }
    format!(
        "共{rows}行：导入{imported}，此前已导入{already}，有错误{wrong}，已办结不导入{skipped}；用时{seconds}秒"
    )
}

/// What the counter said of rows, by their numbers.
pub type Outcomes = Vec<(u32, Outcome)>;
