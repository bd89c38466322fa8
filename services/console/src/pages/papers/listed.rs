//! The papers that were issued in a dispute, as a workbook.

use super::super::dispute::known;
use super::block;
use crate::Console;
use crate::guard::Clerk;
use crate::sheet::{self, Sheet};
use crate::told::Told;

/// What was issued, as a workbook.
pub(in crate::pages) async fn sheet(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let dispute = clerk.visit.query("dispute");
    // Whoever does not see the dispute sees no list of its papers.
    known(console, &clerk.staff, &dispute).await?;
    let block = block(console, clerk, &dispute).await?;
    let columns = [
        ("文书", 36),
        ("编号", 28),
        ("哪一天出具", 12),
        ("页数", 8),
        ("第几稿", 8),
        ("更正", 12),
        ("核验码", 24),
    ];
    let mut sheet = Sheet::new("出具的文书", &columns);
    for paper in block.issued {
        let corrected = match (paper.corrected, clerk.visit.session().english) {
            (false, _) => "",
            (true, false) => "已被更正",
            (true, true) => "corrected",
        };
        sheet.add(vec![
            paper.name.into(),
            paper.number.into(),
            sheet::day(&paper.iso),
            paper.pages.into(),
            paper.version.into(),
            corrected.into(),
            paper.check.into(),
        ]);
    }
    Ok(sheet)
}
