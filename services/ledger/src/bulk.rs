//! Many rows in one statement whose text does not depend on how many: the database prepares it once.
//!
//! PostgreSQL gets one array a column and unnests them; SQLite, which prepares in the process itself, gets
//! a list of rows.

use sea_orm::sea_query::{Alias, ArrayType, ColumnType, Expr, OnConflict, PgFunc, Value};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseExecutor, DbBackend, DbErr, EntityName,
    EntityTrait, ExprTrait, IdenStatic, IntoActiveModel, Iterable, ModelTrait, QueryTrait,
    Statement,
};

use crate::entity::chain;
use crate::error::{Error, store};

/// How many rows go into one statement: below SQLite's 32,766 parameters for the widest table.
const ROWS: usize = 1000;

/// Stands for NULL in an array of texts: a text of this product never is this control character.
const NO_TEXT: &str = "\u{1}";

/// Stands for NULL in an array of numbers.
const NO_NUMBER: i64 = i64::MIN;

/// The writes of one transaction. PostgreSQL gets them as one statement, one part a table.
pub(crate) struct Bulk<'a> {
    db: &'a DatabaseExecutor<'a>,
    /// For PostgreSQL: the parts, with the numbers of their arrays among all.
    parts: Vec<String>,
    arrays: Vec<Value>,
    /// For SQLite.
    statements: Vec<Statement>,
}

impl<'a> Bulk<'a> {
    pub fn new(db: &'a DatabaseExecutor<'a>) -> Bulk<'a> {
        Bulk { db, parts: vec![], arrays: vec![], statements: vec![] }
    }

    /// Adds rows; one with the same key must not be there.
    ///
    /// # Errors
    /// A column is of a kind that this product does not use.
    pub fn insert<'r, M>(&mut self, rows: impl IntoIterator<Item = &'r M>) -> Result<(), Error>
    where
        M: 'r + Clone + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel> + ModelTrait,
        <M::Entity as EntityTrait>::ActiveModel: ActiveModelTrait<Entity = M::Entity> + Send,
    {
        self.add(rows, &[], &[])
    }

    /// Adds rows or replaces those with the same key. No two of the rows have the same key.
    ///
    /// # Errors
    /// A column is of a kind that this product does not use.
    pub fn upsert<'r, M, C>(
        &mut self,
        rows: impl IntoIterator<Item = &'r M>,
        key: &[C],
    ) -> Result<(), Error>
    where
        C: ColumnTrait + Copy,
        M: 'r + Clone + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel> + ModelTrait,
        M::Entity: EntityTrait<Column = C>,
        <M::Entity as EntityTrait>::ActiveModel: ActiveModelTrait<Entity = M::Entity> + Send,
    {
        self.upsert_keeping(rows, key, &[])
    }

    /// The same; a row that is there keeps what it has in some columns.
    ///
    /// # Errors
    /// A column is of a kind that this product does not use.
    pub fn upsert_keeping<'r, M, C>(
        &mut self,
        rows: impl IntoIterator<Item = &'r M>,
        key: &[C],
        kept: &[C],
    ) -> Result<(), Error>
    where
        C: ColumnTrait + Copy,
        M: 'r + Clone + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel> + ModelTrait,
        M::Entity: EntityTrait<Column = C>,
        <M::Entity as EntityTrait>::ActiveModel: ActiveModelTrait<Entity = M::Entity> + Send,
    {
        let names = |columns: &[C]| -> Vec<String> {
            columns.iter().map(|column| column.as_str().to_owned()).collect()
        };
        self.add(rows, &names(key), &names(kept))
    }

    fn add<'r, M>(
        &mut self,
        rows: impl IntoIterator<Item = &'r M>,
        key: &[String],
        kept: &[String],
    ) -> Result<(), Error>
    where
        M: 'r + Clone + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel> + ModelTrait,
        <M::Entity as EntityTrait>::ActiveModel: ActiveModelTrait<Entity = M::Entity> + Send,
    {
        let rows: Vec<&M> = rows.into_iter().collect();
        if rows.is_empty() {
            return Ok(());
        }
        if self.db.get_database_backend() == DbBackend::Postgres {
            let part = unnested(&rows, (key, kept), &mut self.arrays);
            self.parts.push(part.map_err(store("put rows into arrays"))?);
            return Ok(());
        }
        for page in rows.chunks(ROWS) {
            let page = page.iter().map(|row| (*row).clone().into_active_model());
            let mut insert = M::Entity::insert_many(page);
            if !key.is_empty() {
                let others = <M::Entity as EntityTrait>::Column::iter()
                    .filter(|column| !key.iter().chain(kept).any(|name| name == column.as_str()));
                let mut replace = OnConflict::columns(key.iter().cloned().map(Alias::new));
                replace.update_columns(others);
                insert = insert.on_conflict(replace);
            }
            self.statements.push(insert.build(DbBackend::Sqlite));
        }
        Ok(())
    }

    /// Sets the chain's head, last of all. PostgreSQL fails the whole statement when somebody else has written
    /// since the head was read with `known` writes; SQLite has locked it by then.
    ///
    /// # Errors
    /// A column is of a kind that this product does not use.
    pub fn head(&mut self, head: &chain::Model, known: i64) -> Result<(), Error> {
        if self.db.get_database_backend() != DbBackend::Postgres {
            return self.upsert([head], &[chain::Column::Id]);
        }
        let chain::Model { id, seq, hash, incarnation, writes } = head;
        let first = self.arrays.len() + 1;
        let at = |n: usize| first + n;
        // Nothing is divided by zero where nobody else has written.
        self.parts.push(format!(
            "UPDATE chain SET writes = CASE WHEN chain.writes = ${} THEN ${} ELSE chain.writes / 0 END, \
             seq = ${}, hash = ${}, incarnation = ${} WHERE id = ${}",
            at(0),
            at(1),
            at(2),
            at(3),
            at(4),
            at(5)
        ));
        self.arrays.extend([
            Value::BigInt(Some(known)),
            Value::BigInt(Some(*writes)),
            Value::BigInt(Some(*seq)),
            Value::Bytes(Some(hash.clone())),
            Value::Int(Some(*incarnation)),
            Value::Int(Some(*id)),
        ]);
        Ok(())
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// The database fails; `doing` says at what.
    pub async fn run(mut self, doing: &'static str) -> Result<(), Error> {
        if let Some(last) = self.parts.pop() {
            let named = self.parts.iter().enumerate();
            let named: Vec<String> = named.map(|(n, part)| format!("w{n} AS ({part})")).collect();
            let with = if named.is_empty() { "" } else { "WITH " };
            let text = format!("{with}{} {last}", named.join(", "));
            let statement = Statement::from_sql_and_values(DbBackend::Postgres, text, self.arrays);
            self.statements.push(statement);
        }
        for statement in self.statements {
            self.db.execute_raw(statement).await.map_err(store(doing))?;
        }
        Ok(())
    }
}

/// The rows whose column is one of these texts.
pub(crate) fn among<C: ColumnTrait>(
    db: &DatabaseExecutor<'_>,
    column: C,
    texts: impl IntoIterator<Item = String>,
) -> Expr {
    match db.get_database_backend() {
        DbBackend::Postgres => {
            let all = texts.into_iter().map(|text| Value::String(Some(text))).collect();
            let array = Value::Array(ArrayType::String, Some(Box::new(all)));
            Expr::col((column.entity_name(), column)).eq(PgFunc::any(Expr::val(array)))
        }
        DbBackend::Sqlite | DbBackend::MySql => column.is_in(texts),
        _ => column.is_in(texts),
    }
}

/// `INSERT … SELECT … FROM UNNEST(one array a column)`: its text depends on the table alone. The arrays
/// go behind those of the parts before it.
fn unnested<M: ModelTrait>(
    rows: &[&M],
    (key, kept): (&[String], &[String]),
    arrays: &mut Vec<Value>,
) -> Result<String, DbErr> {
    let (mut names, mut picks, mut casts, mut replaced) = (vec![], vec![], vec![], vec![]);
    for column in <M::Entity as EntityTrait>::Column::iter() {
        let name = column.as_str();
        let def = column.def();
        let kind = Kind::of(def.get_column_type())?;
        let quoted = format!("\"{name}\"");
        picks.push(match kind {
            Kind::Text => format!("NULLIF(u.{quoted}, E'\\x01')"),
            Kind::Long => format!("NULLIF(u.{quoted}, '{NO_NUMBER}'::bigint)"),
            Kind::Short | Kind::Bytes | Kind::Bool => format!("u.{quoted}"),
        });
        casts.push(format!("${}::{}[]", arrays.len() + 1, kind.sql()));
        if !key.iter().chain(kept).any(|part| part == name) {
            replaced.push(format!("{quoted} = EXCLUDED.{quoted}"));
        }
        let values = rows.iter().map(|row| kind.element(row.get(column))).collect();
        arrays.push(Value::Array(kind.array(), Some(Box::new(values))));
        names.push(quoted);
    }
    let (names, picks, casts) = (names.join(", "), picks.join(", "), casts.join(", "));
    let conflict = if key.is_empty() {
        String::new()
    } else {
        let key: Vec<String> = key.iter().map(|name| format!("\"{name}\"")).collect();
        format!(" ON CONFLICT ({}) DO UPDATE SET {}", key.join(", "), replaced.join(", "))
    };
    let table = M::Entity::default();
    let table = table.table_name();
    Ok(format!(
        "INSERT INTO \"{table}\" ({names}) SELECT {picks} FROM UNNEST({casts}) AS u ({names}){conflict}"
    ))
}

/// What a column holds.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Long,
    Short,
    Bool,
    Bytes,
}

impl Kind {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library knows many kinds of column; our tables have these"
    )]
    fn of(kind: &ColumnType) -> Result<Kind, DbErr> {
        match kind {
            ColumnType::String(_) | ColumnType::Text => Ok(Kind::Text),
            ColumnType::BigInteger => Ok(Kind::Long),
            ColumnType::Integer => Ok(Kind::Short),
            ColumnType::Boolean => Ok(Kind::Bool),
            ColumnType::Binary(_) | ColumnType::VarBinary(_) | ColumnType::Blob => Ok(Kind::Bytes),
            other => Err(DbErr::Custom(format!("no array of {other:?}"))),
        }
    }

    const fn sql(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Long => "bigint",
            Kind::Short => "integer",
            Kind::Bool => "boolean",
            Kind::Bytes => "bytea",
        }
    }

    fn array(self) -> ArrayType {
        match self {
            Kind::Text => ArrayType::String,
            Kind::Long => ArrayType::BigInt,
            Kind::Short => ArrayType::Int,
            Kind::Bool => ArrayType::Bool,
            Kind::Bytes => ArrayType::Bytes,
        }
    }

    /// The value as an element; what stands for NULL where there is none.
    fn element(self, value: Value) -> Value {
        match (self, value) {
            (Kind::Text, Value::String(None)) => Value::String(Some(NO_TEXT.to_owned())),
            (Kind::Long, Value::BigInt(None)) => Value::BigInt(Some(NO_NUMBER)),
            (_, value) => value,
        }
    }
}
