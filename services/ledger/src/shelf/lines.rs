//! What is said in the room of a case, and what its mediator notes for herself: kept line by line, never changed.

use jiefen_vocab::{CaseId, Moment, Private};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use crate::Store;
use crate::entity::room_lines::{ActiveModel, Column, Entity, Model};
use crate::error::{Error, store};

/// With which a party's name as a writer begins; its number follows.
pub const PARTY: &str = "party/";
/// How many lines one answer has at most.
pub const LINES_MAX: u64 = 200;
/// How often a number is looked for when others write at the same moment.
const TRIES: u32 = 8;

/// Something that is said or noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Who says it: the service's own name for the writer.
    pub by: String,
    /// True: a note that nobody but its writer reads.
    pub note: bool,
    /// What.
    pub text: Private<String>,
    /// The id of the request: sent again it is the same line.
    pub request_id: String,
}

/// A line as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the room, from 1.
    pub no: u64,
    /// What was said, by whom.
    pub spoken: Spoken,
    /// When.
    pub at: Moment,
}

impl Spoken {
    /// The number of the party that says it; none: the unit's staff.
    pub fn party(&self) -> Option<u32> {
        self.by.strip_prefix(PARTY).and_then(|no| no.parse().ok())
    }
}

impl Store {
    /// Everything that was said to all in a case's room, in order; no note of anybody.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn shared_lines(&self, case: CaseId) -> Result<Vec<Line>, Error> {
        let (mut all, mut after) = (Vec::new(), 0_i64);
        loop {
            let rows = of(case)
                .filter(Column::No.gt(after))
                .filter(Column::Note.eq(false))
                .order_by_asc(Column::No)
                .limit(LINES_MAX)
                .all(self.readers())
                .await
                .map_err(store("read a room"))?;
            let Some(last) = rows.last() else { return Ok(all) };
            after = last.no;
            all.extend(rows.into_iter().map(line));
        }
    }

    /// Keeps a line of a case's room.
    ///
    /// # Errors
    /// The database cannot be written, or the request id was used by somebody else in this room.
    pub async fn say(&self, case: CaseId, spoken: Spoken, now: Moment) -> Result<Line, Error> {
        let doing = "keep a line";
        let mut tries = 0;
        loop {
            let transaction = self.begin().await.map_err(store(doing))?;
            let known = of(case).filter(Column::RequestId.eq(&spoken.request_id));
            if let Some(row) = known.one(&transaction).await.map_err(store(doing))? {
                let line = line(row);
                return if line.spoken == spoken { Ok(line) } else { Err(Error::Reused) };
            }
            let last = of(case).order_by_desc(Column::No).one(&transaction).await;
            let no = last.map_err(store(doing))?.map_or(0, |row| row.no) + 1;
            let kept = insert(&transaction, case, no, &spoken, now).await;
            tries += 1;
            match kept {
                Ok(()) => transaction.commit().await.map_err(store(doing))?,
                // Another process took the number at this moment.
                Err(error) if tries < TRIES && is_taken(&error) => continue,
                Err(error) => return Err(store(doing)(error)),
            }
            return Ok(Line { no: u64::try_from(no).unwrap_or_default(), spoken, at: now });
        }
    }

    /// The lines of a case's room after a number that this reader may read: what was said to all, and the reader's
    /// own notes.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn lines(&self, case: CaseId, after: u64, reader: &str) -> Result<Vec<Line>, Error> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let may = Condition::any().add(Column::Note.eq(false)).add(Column::Author.eq(reader));
        let rows = of(case).filter(Column::No.gt(after)).filter(may).order_by_asc(Column::No);
        let rows = rows.limit(LINES_MAX).all(self.readers()).await.map_err(store("read a room"))?;
        Ok(rows.into_iter().map(line).collect())
    }
}

fn of(case: CaseId) -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::CaseId.eq(case.to_string()))
}

async fn insert<C: ConnectionTrait>(
    db: &C,
    case: CaseId,
    no: i64,
    spoken: &Spoken,
    now: Moment,
) -> Result<(), sea_orm::DbErr> {
    let row = ActiveModel {
        case_id: Set(case.to_string()),
        no: Set(no),
        author: Set(spoken.by.clone()),
        note: Set(spoken.note),
        body: Set(spoken.text.reveal().clone().into_bytes()),
        request_id: Set(spoken.request_id.clone()),
        said_at: Set(now.0),
    };
    Entity::insert(row).exec_without_returning(db).await.map(drop)
}

fn is_taken(error: &sea_orm::DbErr) -> bool {
    matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}

fn line(row: Model) -> Line {
    let text = Private::new(String::from_utf8_lossy(&row.body).into_owned());
    let (by, request_id) = (row.author, row.request_id);
    Line {
        no: u64::try_from(row.no).unwrap_or_default(),
        spoken: Spoken { by, note: row.note, text, request_id },
        at: Moment(row.said_at),
    }
}
