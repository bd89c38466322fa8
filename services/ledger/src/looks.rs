//! Who has looked into a case: one row a person and day, written before she sees it, so that nobody looks unseen
//! (个人信息保护法 51). What is kept is the staff id and the post, never a name.

use jiefen_platform::auth::Staff;
use jiefen_vocab::{Agency, CaseId, Role};
use jiff::civil::Date;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::Store;
use crate::entity::looks;
use crate::error::{Error, corrupt, store};

/// The most that one list shows.
const LIST: u64 = 200;

/// Somebody looked into a case on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// On which day.
    pub day: Date,
    /// Of which unit.
    pub agency: Agency,
    /// In which post.
    pub role: Role,
}

impl Store {
    /// Records that somebody of the staff looks into a case; the second time of a day changes nothing.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn looked(&self, case: CaseId, staff: &Staff, day: Date) -> Result<(), Error> {
        let doing = "record who looked";
        let (case, day, agency) = (case.to_string(), day.to_string(), staff.agency.to_string());
        let key = (case.clone(), day.clone(), agency.clone(), staff.person.clone());
        let known = looks::Entity::find_by_id(key).one(self.readers()).await;
        if known.map_err(store(doing))?.is_some() {
            return Ok(());
        }
        let role = staff.roles.iter().find(|role| **role != Role::Party);
        let row = looks::ActiveModel {
            case_id: Set(case),
            day: Set(day),
            agency: Set(agency),
            person: Set(staff.person.clone()),
            role: Set(role.map(|role| role.code()).unwrap_or_default().to_owned()),
        };
        // Two looks at the same moment are one.
        let columns = [
            looks::Column::CaseId,
            looks::Column::Day,
            looks::Column::Agency,
            looks::Column::Person,
        ];
        let once = OnConflict::columns(columns).do_nothing().to_owned();
        let transaction = self.begin().await.map_err(store(doing))?;
        looks::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(&transaction)
            .await
            .map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))
    }

    /// Who has looked into a case, newest day first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn looks(&self, case: CaseId) -> Result<Vec<Look>, Error> {
        let rows = looks::Entity::find()
            .filter(looks::Column::CaseId.eq(case.to_string()))
            .order_by_desc(looks::Column::Day)
            .order_by_asc(looks::Column::Agency)
            .order_by_asc(looks::Column::Person)
            .limit(LIST)
            .all(self.readers())
            .await
            .map_err(store("read who looked"))?;
        let look = |row: looks::Model| {
            Ok(Look {
                day: row.day.parse().map_err(corrupt("read who looked"))?,
                agency: row.agency.parse().map_err(corrupt("read who looked"))?,
                role: row.role.parse().map_err(corrupt("read who looked"))?,
            })
        };
        rows.into_iter().map(look).collect()
    }
}
