//! Boards and dockets, as the agency's staff see them.

use jiefen_proto::jiefen::node::v1 as wire;

use super::duty::step;
use crate::Ledger;
use crate::area::Area;
use crate::docket::{Stage, column};
use crate::error::Error;

/// The most columns of one list.
const COLUMNS: usize = 12;
/// The most stages, states or rules of one column.
const VALUES: usize = 60;

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
        });
    }
    Ok(wire::ListDocketResponse { columns, today: now.day().to_string() })
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
        let values = |stage: &wire::DocketStage| 1 + stage.states.len() + stage.rules.len();
        if column.stages.iter().map(values).sum::<usize>() > VALUES {
            let problem = format!("最多{VALUES}个代码 (at most {VALUES} codes)");
            return Err(Error::field(format!("columns[{no}].stages"), &problem));
        }
    }
    Ok(())
}
