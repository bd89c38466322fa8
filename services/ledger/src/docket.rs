//! The open cases of an agency by where they stand: the columns of a board, the list of a docket.

use jiefen_vocab::{CaseId, Moment};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement, Value};

use crate::area::Area;
use crate::duties::{NEVER, Place, place};
use crate::error::{Error, corrupt, store};
use crate::read::{self, CaseView, PAGE_MAX};
use crate::store::Store;

/// Cases that stand in one of these states of a procedure.
#[derive(Debug, Clone)]
pub struct Stage {
    /// The procedure.
    pub procedure: String,
    /// The states.
    pub states: Vec<String>,
    /// Only cases with a clock of one of these rules; empty: all.
    pub rules: Vec<String>,
}

/// The cases of one column.
pub struct Column<A: Area> {
    /// Those whose limit ends first; those without one last.
    pub cases: Vec<CaseView<A>>,
    /// For the next page; empty: there is none.
    pub next: String,
    /// How many there are in all.
    pub total: i64,
    /// How many of them have a limit that is over.
    pub late: i64,
}

/// The cases that stand in these stages, by the earliest of their running clocks, after the place of the token.
///
/// # Errors
/// The token does not parse, or the database cannot be read.
pub async fn column<A: Area>(
    at: &Store,
    now: Moment,
    stages: &[Stage],
    size: u64,
    token: &str,
) -> Result<Column<A>, Error> {
    let size = size.clamp(1, PAGE_MAX);
    let after = place(token)?;
    let found = Asked::new(at, stages);
    let (total, late) = found.count(at, now).await?;
    let places = found.page(at, &after, size).await?;
    let next = match places.last() {
        Some((due, id)) if places.len() as u64 >= size => format!("{due}.{id}"),
        Some(_) | None => String::new(),
    };
    let mut ids: Vec<CaseId> = Vec::with_capacity(places.len());
    for (_, id) in &places {
        ids.push(id.parse().map_err(corrupt("read a case's id"))?);
    }
    Ok(Column { cases: read::cases_by_id(at, &ids).await?, next, total, late })
}

/// The statement that finds the cases of a column, each with the end of the earliest of its running clocks.
struct Asked {
    backend: DbBackend,
    text: String,
    values: Vec<Value>,
}

impl Asked {
    fn new(at: &Store, stages: &[Stage]) -> Asked {
        let backend = at.readers().get_database_backend();
        let mut asked = Asked { backend, text: String::new(), values: Vec::new() };
        let stands: Vec<String> = stages.iter().map(|stage| asked.stage(stage)).collect();
        // No stage is none of the cases.
        let stands = if stands.is_empty() { "1 = 0".to_owned() } else { stands.join(" OR ") };
        asked.text = format!(
            "SELECT COALESCE(MIN(c.due_at), {NEVER}) AS due, k.id AS id FROM cases k \
             LEFT JOIN clocks c ON c.case_id = k.id AND c.state = 'running' \
             WHERE k.open AND ({stands}) GROUP BY k.id"
        );
        asked
    }

    fn stage(&mut self, stage: &Stage) -> String {
        let procedure = self.mark(stage.procedure.clone());
        let states = self.marks(&stage.states);
        let mut text = format!("(k.procedure = {procedure} AND k.state IN ({states})");
        if !stage.rules.is_empty() {
            let rules = self.marks(&stage.rules);
            text += &format!(
                " AND EXISTS (SELECT 1 FROM clocks t WHERE t.case_id = k.id AND t.rule IN ({rules}))"
            );
        }
        text + ")"
    }

    fn marks(&mut self, values: &[String]) -> String {
        let marks: Vec<String> = values.iter().map(|value| self.mark(value.clone())).collect();
        // A list without a value fits nothing.
        if marks.is_empty() { "NULL".to_owned() } else { marks.join(", ") }
    }

    /// The place of a value in the statement: nothing of a request stands in its text.
    fn mark(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        if self.backend == DbBackend::Postgres {
            format!("${}", self.values.len())
        } else {
            "?".to_owned()
        }
    }

    async fn count(&self, at: &Store, now: Moment) -> Result<(i64, i64), Error> {
        // A number of our own making.
        let text = format!(
            "SELECT COUNT(*) AS n, CAST(COALESCE(SUM(CASE WHEN d.due < {} THEN 1 ELSE 0 END), 0) AS BIGINT) \
             AS late FROM ({}) d",
            now.0, self.text
        );
        let statement = Statement::from_sql_and_values(self.backend, text, self.values.clone());
        let row = at.readers().query_one_raw(statement).await.map_err(store("count a docket"))?;
        let Some(row) = row else { return Ok((0, 0)) };
        let read = |at| row.try_get_by_index(at).map_err(store("count a docket"));
        Ok((read(0)?, read(1)?))
    }

    async fn page(self, at: &Store, after: &Place, size: u64) -> Result<Vec<Place>, Error> {
        let (backend, inner) = (self.backend, self.text.clone());
        let mut asked = self;
        let (due, same, id) =
            (asked.mark(after.0), asked.mark(after.0), asked.mark(after.1.clone()));
        let text = format!(
            "SELECT d.due, d.id FROM ({inner}) d WHERE d.due > {due} OR (d.due = {same} AND d.id > {id}) \
             ORDER BY 1, 2 LIMIT {size}"
        );
        let statement = Statement::from_sql_and_values(backend, text, asked.values);
        let rows = at.readers().query_all_raw(statement).await.map_err(store("list a docket"))?;
        let row = |row: &sea_orm::QueryResult| -> Result<Place, sea_orm::DbErr> {
            Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
        };
        rows.iter().map(row).collect::<Result<_, _>>().map_err(store("read a docket"))
    }
}
