//! Boards and dockets, as the agency's staff see them.

use jiefen_proto::jiefen::node::v1 as wire;

use super::duty::step;
use crate::Ledger;
use crate::area::Area;
use crate::docket::{Stage, column};
use crate::error::Error;
use crate::page;

/// The most columns of one list.
const COLUMNS: usize = 12;
/// The most stages, states or rules of one column.
const VALUES: usize = 60;
/// The years of which cases are asked.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2200;

/// The columns. `own`: the agency's own staff see the parties' names.
pub(super) async fn list<A: Area>(
    ledger: &Ledger<A>,
    own: bool,
    size: u64,
    asked: &[wire::DocketColumn],
) -> Result<wire::ListDocketResponse, Error> {
    check(asked)?;
    let now = ledger.identity().clock.now();
    let law = &ledger.identity().law;
    let mut columns = Vec::with_capacity(asked.len());
    for ask in asked {
        if ask.ended {
            columns.push(ended(ledger, own, size, ask).await?);
            continue;
        }
        let stages: Vec<Stage> = ask.stages.iter().map(stage).collect();
        let found = column::<A>(ledger.store(), now, &stages, size, &ask.page_token).await?;
        let shown = found.cases.iter().map(|view| {
            let first = view.clocks.first().filter(|clock| clock.state == "running");
            step(law, now, view, first.map(|clock| clock.key.as_str()), own)
        });
        columns.push(wire::DocketPage {
            cases: shown.collect(),
            total: found.total,
            late: found.late,
            next_page_token: found.next,
            since_year: 0,
        });
    }
    Ok(wire::ListDocketResponse { columns, today: now.day().to_string() })
}

/// The cases of a column's procedures that have ended.
async fn ended<A: Area>(
    ledger: &Ledger<A>,
    own: bool,
    size: u64,
    ask: &wire::DocketColumn,
) -> Result<wire::DocketPage, Error> {
    let now = ledger.identity().clock.now();
    let law = &ledger.identity().law;
    let procedures: Vec<String> = ask.stages.iter().map(|stage| stage.procedure.clone()).collect();
    let year = i16::try_from(ask.year).ok().filter(|year| *year != 0);
    let found = page::ended::<A>(ledger.store(), &procedures, year, size, &ask.page_token).await?;
    Ok(wire::DocketPage {
        cases: found.cases.iter().map(|view| step(law, now, view, None, own)).collect(),
        total: i64::try_from(found.total).unwrap_or(i64::MAX),
        late: 0,
        next_page_token: found.next,
        since_year: found.since.map(i32::from).unwrap_or_default(),
    })
}

fn stage(asked: &wire::DocketStage) -> Stage {
    Stage {
        procedure: asked.procedure.clone(),
        states: asked.states.clone(),
        rules: asked.rules.clone(),
    }
}

/// Refuses what would be too much for one list.
fn check(asked: &[wire::DocketColumn]) -> Result<(), Error> {
    if asked.len() > COLUMNS {
        let problem = format!("最多{COLUMNS}栏 (at most {COLUMNS})");
        return Err(Error::field("columns", &problem));
    }
    for (no, column) in asked.iter().enumerate() {
        if column.year != 0 && !(YEARS.contains(&column.year) && column.ended) {
            let problem =
                "应为四位年份，只用于已结案件 (a year of four digits, for cases that have ended)";
            return Err(Error::field(format!("columns[{no}].year"), problem));
        }
        let values = |stage: &wire::DocketStage| 1 + stage.states.len() + stage.rules.len();
        if column.stages.iter().map(values).sum::<usize>() > VALUES {
            let problem = format!("最多{VALUES}个代码 (at most {VALUES} codes)");
            return Err(Error::field(format!("columns[{no}].stages"), &problem));
        }
    }
    Ok(())
}
