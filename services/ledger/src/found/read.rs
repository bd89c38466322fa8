//! Looking: what is found by all of some words, and what shares keys.

use std::collections::BTreeMap;

use jiefen_vocab::CaseId;
use jiff::civil::Date;
use sea_orm::sea_query::{ArrayType, Value};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect, Statement,
};

use crate::entity::found;
use crate::error::{Error, corrupt, store};
use crate::found::Tokens;
use crate::store::Store;

/// On PostgreSQL so many of the newest rows are looked through one by one before the index is asked, and for each
/// row of the page so many more: a word that very many cases have fills its page from them.
const WALK: i64 = 200;
/// See [`WALK`].
const WALK_A_ROW: i64 = 10;
/// When the newest rows nearly fill the page, so many times as many are looked through.
const FURTHER: i64 = 4;

/// How many cases one set of keys may bring.
const EACH: i64 = 100;

/// What is looked for. Of the alternatives one must hold, with all of its tokens.
#[derive(Debug, Clone, Default)]
pub struct Looking {
    /// Sets of tokens.
    pub any: Vec<Tokens>,
    /// The state.
    pub state: Option<String>,
    /// The responsible unit.
    pub holder: Option<String>,
    /// Opened on this day or later.
    pub from: Option<Date>,
    /// Opened on this day or earlier.
    pub to: Option<Date>,
    /// Older than this number.
    pub before: Option<i64>,
    /// At most so many.
    pub size: u64,
}

/// A case that was found, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the index.
    pub no: i64,
    /// The case.
    pub case: CaseId,
}

/// A case that shares keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Its number in the index.
    pub no: i64,
    /// The weights of the sets of keys that it shares, together.
    pub shared: u32,
}

/// A set of keys in its alternatives, and how much it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// One of these, with all of its keys.
    pub any: Vec<Tokens>,
    /// How much: a case that shares more comes first.
    pub weight: u32,
}

/// The cases that are found, newest first.
///
/// # Errors
/// The database cannot be read.
pub async fn find(at: &Store, looking: &Looking) -> Result<Vec<Hit>, Error> {
    let any: Vec<&Tokens> = looking.any.iter().filter(|set| !set.is_empty()).collect();
    if any.is_empty() {
        return Ok(Vec::new());
    }
    let backend = at.readers().get_database_backend();
    if backend != DbBackend::Postgres {
        return hits(at, Sql::new(backend).full_text(&any, looking)).await;
    }
    let size = i64::try_from(looking.size).unwrap_or(i64::MAX);
    let mut rows = WALK.saturating_add(size.saturating_mul(WALK_A_ROW));
    for _ in 0..3 {
        let walked = hits(at, Sql::new(backend).walk(&any, looking, rows)).await?;
        if walked.len() as u64 >= looking.size {
            return Ok(walked);
        }
        if (walked.len() as u64).saturating_mul(3) < looking.size {
            break;
        }
        rows = rows.saturating_mul(FURTHER);
    }
    hits(at, Sql::new(backend).inverted(&any, looking)).await
}

async fn hits(at: &Store, statement: Statement) -> Result<Vec<Hit>, Error> {
    let rows = at.readers().query_all_raw(statement).await.map_err(store("search the cases"))?;
    let hit = |row: &sea_orm::QueryResult| -> Result<Hit, Error> {
        let no = row.try_get_by_index(0).map_err(store("read a hit"))?;
        let case: String = row.try_get_by_index(1).map_err(store("read a hit"))?;
        Ok(Hit { no, case: case.parse().map_err(corrupt("read a case's id"))? })
    };
    rows.iter().map(hit).collect()
}

/// The cases that share at least one of these sets of keys whole, those that share most first.
///
/// # Errors
/// The database cannot be read.
pub async fn near(at: &Store, sets: &[Shared], most: usize) -> Result<Vec<Near>, Error> {
    if sets.is_empty() {
        return Ok(Vec::new());
    }
    let backend = at.readers().get_database_backend();
    let mut sql = Sql::new(backend);
    let parts: Vec<String> = sets.iter().map(|set| sql.keyed(set)).collect();
    let text = format!(
        "SELECT no, SUM(weight) AS shared FROM ({}) AS n GROUP BY no ORDER BY shared DESC, no DESC LIMIT {most}",
        parts.join(" UNION ALL ")
    );
    let statement = Statement::from_sql_and_values(backend, text, sql.values);
    let rows = at.readers().query_all_raw(statement).await.map_err(store("look for repeats"))?;
    let near = |row: &sea_orm::QueryResult| -> Result<Near, sea_orm::DbErr> {
        let shared: i64 = row.try_get_by_index(1)?;
        Ok(Near { no: row.try_get_by_index(0)?, shared: u32::try_from(shared).unwrap_or(u32::MAX) })
    };
    rows.iter().map(near).collect::<Result<_, _>>().map_err(store("read a repeat"))
}

/// The fingerprint of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The case.
    pub case: CaseId,
    /// What is compared of it, as its area wrote it.
    pub print: String,
}

/// The fingerprints of these numbers, in the order of the numbers given. Words and keys, which are long, are not read.
///
/// # Errors
/// The database cannot be read.
pub async fn prints(at: &Store, near: &[Near]) -> Result<Vec<Printed>, Error> {
    let numbers = near.iter().map(|near| near.no);
    let rows: Vec<(i64, String, String)> = found::Entity::find()
        .select_only()
        .columns([found::Column::No, found::Column::CaseId, found::Column::Print])
        .filter(found::Column::No.is_in(numbers))
        .into_tuple()
        .all(at.readers())
        .await
        .map_err(store("read the fingerprints"))?;
    let mut prints = BTreeMap::new();
    for (no, case, print) in rows {
        let case = case.parse().map_err(corrupt("read a case's id"))?;
        prints.insert(no, Printed { case, print });
    }
    Ok(near.iter().filter_map(|near| prints.remove(&near.no)).collect())
}

/// A statement under construction: its values are bound, never written into the text.
struct Sql {
    backend: DbBackend,
    values: Vec<Value>,
}

impl Sql {
    fn new(backend: DbBackend) -> Sql {
        Sql { backend, values: Vec::new() }
    }

    fn bind(&mut self, value: Value) -> String {
        self.values.push(value);
        let sign = if self.backend == DbBackend::Postgres { '$' } else { '?' };
        format!("{sign}{}", self.values.len())
    }

    fn number(&mut self, number: i64) -> String {
        self.bind(Value::BigInt(Some(number)))
    }

    fn done(self, text: String) -> Statement {
        Statement::from_sql_and_values(self.backend, text, self.values)
    }

    /// SQLite: the full-text index gives the numbers from the newest down.
    fn full_text(mut self, any: &[&Tokens], looking: &Looking) -> Statement {
        let wanted = self.bind(Value::String(Some(matching(any.iter().copied()))));
        let mut text = format!(
            "SELECT f.no, f.case_id FROM found_words JOIN found f ON f.no = found_words.rowid \
             WHERE found_words MATCH {wanted}"
        );
        if let Some(before) = looking.before {
            let before = self.number(before);
            text.push_str(&format!(" AND found_words.rowid < {before}"));
        }
        text.push_str(&self.filters("f.", looking));
        let size = self.size(looking);
        text.push_str(&format!(" ORDER BY found_words.rowid DESC LIMIT {size}"));
        self.done(text)
    }

    /// PostgreSQL: the newest rows one by one.
    fn walk(mut self, any: &[&Tokens], looking: &Looking, rows: i64) -> Statement {
        let before = self.number(looking.before.unwrap_or(i64::MAX));
        let walk = self.number(rows);
        let wanted = self.containing("terms", any.iter().copied());
        let filters = self.filters("", looking);
        let size = self.size(looking);
        self.done(format!(
            "SELECT no, case_id FROM (SELECT * FROM found WHERE no < {before} ORDER BY no DESC \
             LIMIT {walk}) AS newest WHERE {wanted}{filters} ORDER BY no DESC LIMIT {size}"
        ))
    }

    /// PostgreSQL: by the index alone, then in order; the planner must not walk instead.
    fn inverted(mut self, any: &[&Tokens], looking: &Looking) -> Statement {
        let before = self.number(looking.before.unwrap_or(i64::MAX));
        let wanted = self.containing("terms", any.iter().copied());
        let filters = self.filters("", looking);
        let size = self.size(looking);
        self.done(format!(
            "WITH hit AS MATERIALIZED (SELECT no, case_id FROM found WHERE {wanted}{filters} \
             AND no < {before}) SELECT no, case_id FROM hit ORDER BY no DESC LIMIT {size}"
        ))
    }

    /// The numbers of some cases that have one of these sets among their keys.
    fn keyed(&mut self, set: &Shared) -> String {
        let Shared { any, weight } = set;
        if self.backend == DbBackend::Postgres {
            let wanted = self.containing("keys", any.iter());
            return format!(
                "(SELECT no, {weight} AS weight FROM found WHERE {wanted} LIMIT {EACH})"
            );
        }
        let wanted = self.bind(Value::String(Some(matching(any.iter()))));
        format!(
            "SELECT no, {weight} AS weight FROM (SELECT rowid AS no FROM found_words WHERE found_words MATCH {wanted} \
             ORDER BY rowid DESC LIMIT {EACH})"
        )
    }

    fn containing<'t>(&mut self, column: &str, any: impl Iterator<Item = &'t Tokens>) -> String {
        let one = |tokens: &Tokens| {
            let all = tokens.iter().map(|token| Value::String(Some(token.to_owned()))).collect();
            let array = self.bind(Value::Array(ArrayType::String, Some(Box::new(all))));
            format!("string_to_array({column}, ' ') @> {array}::text[]")
        };
        let all: Vec<String> = any.map(one).collect();
        format!("({})", all.join(" OR "))
    }

    fn filters(&mut self, table: &str, looking: &Looking) -> String {
        let mut text = String::new();
        let days = [("opened", ">=", looking.from), ("opened", "<=", looking.to)];
        let days = days.map(|(column, sign, day)| (column, sign, day.map(|day| day.to_string())));
        let codes =
            [("state", "=", looking.state.clone()), ("holder", "=", looking.holder.clone())];
        for (column, sign, value) in days.into_iter().chain(codes) {
            if let Some(value) = value {
                let value = self.bind(Value::String(Some(value)));
                text.push_str(&format!(" AND {table}{column} {sign} {value}"));
            }
        }
        text
    }

    fn size(&mut self, looking: &Looking) -> String {
        self.number(i64::try_from(looking.size).unwrap_or(i64::MAX))
    }
}

/// An expression of SQLite's full-text search: one of the sets, all of its tokens. A token has no quote.
fn matching<'t>(any: impl Iterator<Item = &'t Tokens>) -> String {
    let one = |tokens: &Tokens| {
        let all: Vec<String> = tokens.iter().map(|token| format!("\"{token}\"")).collect();
        format!("({})", all.join(" AND "))
    };
    any.map(one).collect::<Vec<_>>().join(" OR ")
}
