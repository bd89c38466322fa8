//! The register of units as a workbook: every unit that the register has.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::registry::v1 as pb;

use super::{field, listed, named, state, units};
use crate::Console;
use crate::guard::Clerk;
use crate::pages::acts::affairs::{iso, kind_of_unit};
use crate::sheet::{Cell, Sheet};
use crate::told::Told;

const COLUMNS: [(&str, u16); 13] = [
    ("单位代码", 26),
    ("单位名称", 30),
    ("类别", 14),
    ("属地上级", 26),
    ("主管上级", 26),
    ("状态", 12),
    ("谁的节点代办", 26),
    ("电话", 16),
    ("调解哪些纠纷", 30),
    ("设立依据", 26),
    ("有效期起", 12),
    ("有效期止", 12),
    ("最近变动", 12),
];

/// The list that is shown as a workbook.
pub(in crate::pages) async fn shown(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let list = listed(console, clerk).await?;
    if list.mediators {
        let columns =
            [("调解组织", 36), ("电话", 16), ("调解哪些纠纷", 40), ("岗位", 40), ("状态", 14)];
        let mut sheet = Sheet::new("调解名册", &columns);
        for row in list.mediates {
            let told = [row.name, row.phone, row.field, row.posts, row.state];
            sheet.add(told.into_iter().map(Into::into).collect());
        }
        return Ok(sheet);
    }
    let columns = [("第几层", 8), ("单位", 44), ("状态", 14), ("核对", 12), ("电话", 16)];
    let mut sheet = Sheet::new("机构名册", &columns);
    for row in list.rows {
        let due = if row.review { list.shell.t("待核对", "to be confirmed") } else { "" };
        let depth = row.depth.saturating_add(1);
        let (name, state, phone) = (row.name.into(), row.state.into(), row.phone.into());
        sheet.add(vec![depth.into(), name, state, due.into(), phone]);
    }
    Ok(sheet)
}

/// The workbook.
pub(in crate::pages) async fn made(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let at = console.lines.at(Area::Registry).ok_or_else(|| Told::away(Area::Registry))?;
    let mut sheet = Sheet::new("机构名册", &COLUMNS);
    let all = units(console, &clerk.staff, at).await?;
    let _room = all.into_iter().all(|unit| sheet.add(row(unit)));
    Ok(sheet)
}

fn row(unit: pb::Unit) -> Vec<Cell> {
    let above = match unit.territorial.as_str() {
        "" => &unit.superior_centre,
        ordered => ordered,
    };
    let (state, _) = state(&unit);
    let mediates = field(&unit).unwrap_or_default();
    let profile = unit.profile.clone().unwrap_or_default();
    vec![
        unit.agency.clone().into(),
        profile.name.into(),
        kind_of_unit(&profile.unit_kind).into(),
        named(above).into(),
        named(&unit.authority).into(),
        state.into(),
        named(&unit.answered_by).into(),
        profile.phone.into(),
        mediates.into(),
        profile.source.into(),
        day(profile.valid_from.as_ref()),
        day(profile.valid_to.as_ref()),
        day(unit.changed_on.as_ref()),
    ]
}

fn day(date: Option<&common::Date>) -> Cell {
    crate::sheet::day(&iso(date))
}
