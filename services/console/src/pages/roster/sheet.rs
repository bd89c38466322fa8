//! The roster as a workbook: everybody whom the page finds.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::registry::v1 as pb;

use super::{Asked, calling, fields, ground, people, state};
use crate::Console;
use crate::guard::Clerk;
use crate::layout::Shell;
use crate::pages::acts::affairs::iso;
use crate::sheet::{Cell, Sheet};
use crate::told::Told;

const COLUMNS: [(&str, u16); 16] = [
    ("姓名或者组织名称", 20),
    ("名册所在单位", 30),
    ("类别", 18),
    ("状态", 12),
    ("擅长的纠纷", 30),
    ("语言", 18),
    ("任期起", 12),
    ("任期止", 12),
    ("由谁推选、聘任或者批准", 26),
    ("推选、聘任或者批准日期", 14),
    ("依据的文件", 26),
    ("工作单位", 24),
    ("证号", 20),
    ("培训日期", 12),
    ("出册日期", 12),
    ("出册原因", 20),
];

/// The workbook.
pub(in crate::pages) async fn made(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let at = console.lines.at(Area::Registry).ok_or_else(|| Told::away(Area::Registry))?;
    let shell = Shell::new(console, &clerk.visit, "/units", ("人员名册", "Rosters"));
    let mut sheet = Sheet::new("人员名册", &COLUMNS);
    let found = people(console, &clerk.staff, at, &Asked::of(clerk)).await?;
    let _room = found.iter().all(|person| sheet.add(row(&shell, person)));
    Ok(sheet)
}

fn row(shell: &Shell, person: &pb::RosterPerson) -> Vec<Cell> {
    let card = person.card.clone().unwrap_or_default();
    let (state, _) = state(shell, person);
    vec![
        card.name.clone().into(),
        person.unit_name.clone().into(),
        calling(&card.calling, false).into(),
        state.into(),
        fields(shell, &card).into(),
        card.languages.join("、").into(),
        day(card.since.as_ref()),
        day(card.until.as_ref()),
        card.appointed_by.into(),
        day(card.appointed_on.as_ref()),
        card.basis.into(),
        card.organisation.into(),
        card.certificate.into(),
        day(card.trained_on.as_ref()),
        day(person.off_on.as_ref()),
        ground(&person.ground, false).into(),
    ]
}

fn day(date: Option<&common::Date>) -> Cell {
    crate::sheet::day(&iso(date))
}
