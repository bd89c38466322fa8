//! Where the materials of a dispute are kept: beside its desk, for they move with it. What the counter had filed before lay
//! in its cases and moves here.

use jiefen_procedure::material::Material;
use jiefen_vocab::{Agency, DisputeId, Moment, Private};
use jiff::civil::Date;
use sea_orm::{ColumnTrait, DbErr};
use sea_orm::{EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use sea_orm_migration::prelude::*;
use serde::Deserialize;

use super::{KnownMaterial, MaterialFile};
use crate::entity::cases;

/// The column of materials.
pub(crate) struct Materials;

impl MigrationName for Materials {
    fn name(&self) -> &str {
        "m0012_materials"
    }
}

/// So many cases are read at once.
const PAGE: u64 = 500;

#[async_trait::async_trait]
impl MigrationTrait for Materials {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut column = ColumnDef::new("materials");
        column.text().not_null().default("");
        let table = Table::alter().table("custody").add_column(column).to_owned();
        manager.alter_table(table).await?;
        let mut after = String::new();
        loop {
            let page = cases::Entity::find()
                .select_only()
                .columns([cases::Column::Id, cases::Column::Dispute, cases::Column::Body])
                .filter(cases::Column::Procedure.eq("dispute"))
                .filter(cases::Column::Body.contains("\"attachments\":[{"))
                .filter(cases::Column::Id.gt(&after))
                .order_by_asc(cases::Column::Id)
                .limit(PAGE)
                .into_model::<Old>()
                .all(manager.get_connection())
                .await?;
            let Some(last) = page.last() else { return Ok(()) };
            after.clone_from(&last.id);
            for old in &page {
                carry(manager, old).await?;
            }
        }
    }
}

#[derive(FromQueryResult)]
struct Old {
    id: String,
    dispute: Option<String>,
    body: String,
}

/// A paper as the counter's cases had it.
#[derive(Deserialize)]
struct OldPaper {
    sha256: String,
    name: Private<String>,
    media_type: String,
    size: u64,
    unit: Agency,
    person: String,
    on: Date,
}

/// Moves what one case has.
async fn carry(manager: &SchemaManager<'_>, old: &Old) -> Result<(), DbErr> {
    let wrong = |error: &dyn std::fmt::Display| DbErr::Custom(format!("{}: {error}", old.id));
    let Some(dispute) = &old.dispute else { return Ok(()) };
    dispute.parse::<DisputeId>().map_err(|error| wrong(&error))?;
    let body: serde_json::Value = serde_json::from_str(&old.body).map_err(|error| wrong(&error))?;
    let papers = papers(&body).cloned().unwrap_or_default();
    let papers: Vec<OldPaper> = serde_json::from_value(papers).map_err(|error| wrong(&error))?;
    let list = papers.into_iter().map(known).collect();
    let file = MaterialFile { list, ..MaterialFile::default() };
    let text = file.write().map_err(|error| wrong(&error))?;
    let update = Query::update()
        .table("custody")
        .value("materials", text)
        .and_where(Expr::col("dispute").eq(dispute.as_str()))
        .to_owned();
    manager.execute(update).await
}

/// The papers of a case, wherever its state has them.
fn papers(body: &serde_json::Value) -> Option<&serde_json::Value> {
    let inner = body.as_object()?;
    inner.get("attachments").or_else(|| inner.values().find_map(papers))
}

fn known(old: OldPaper) -> KnownMaterial {
    KnownMaterial {
        material: Material {
            sha256: old.sha256,
            name: old.name,
            media_type: old.media_type,
            size: old.size,
            unit: old.unit,
            person: old.person,
            at: Moment::from_local(old.on.at(0, 0, 0, 0)),
            party: 0,
        },
        from: None,
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::{ActiveModelTrait, Database, FromQueryResult, IntoActiveModel, Statement};
    use sea_orm_migration::MigratorTrait as _;

    use super::*;
    use crate::schema::Migrator;

    #[derive(FromQueryResult)]
    struct Moved {
        dispute: String,
        materials: String,
    }

    /// A counter of before: one dispute with a paper, one without.
    #[tokio::test]
    async fn what_the_counter_had_filed_lies_beside_its_desk() {
        let db = Database::connect("sqlite::memory:").await.unwrap();
        let all = Migrator::migrations();
        let before = all.iter().position(|one| one.name() == Materials.name()).unwrap();
        Migrator::up(&db, Some(before as u32)).await.unwrap();
        let hash = "a".repeat(64);
        let papers = [
            format!(
                r#"[{{"sha256":"{hash}","name":"借条.jpg","media_type":"image/jpeg","size":7,"unit":"640122.centre","person":"clerk-1","on":"2026-03-10"}}]"#
            ),
            "[]".to_owned(),
        ];
        for (no, papers) in (1..).zip(papers) {
            let dispute = DisputeId::from_bits(no).to_string();
            let row = cases::Model {
                id: dispute.clone(),
                procedure: "dispute".to_owned(),
                dispute: Some(dispute.clone()),
                version: 3,
                state: "registered".to_owned(),
                state_zh: "已登记".to_owned(),
                open: true,
                next_zh: String::new(),
                next_en: String::new(),
                person: None,
                body: format!(r#"{{"registered":{{"common":{{"attachments":{papers}}}}}}}"#),
                opened_at: 0,
                updated_at: 0,
            };
            row.into_active_model().insert(&db).await.unwrap();
            let desk = "INSERT INTO custody (dispute, holds, holder, epoch, status, body, briefs, \
                        updated_at) VALUES (?, 1, '', '', '', '', '', 0)";
            let desk =
                Statement::from_sql_and_values(db.get_database_backend(), desk, [dispute.into()]);
            db.execute_raw(desk).await.unwrap();
        }
        Migrator::up(&db, None).await.unwrap();
        let rows = "SELECT dispute, materials FROM custody ORDER BY dispute";
        let rows = Statement::from_string(db.get_database_backend(), rows);
        let rows = Moved::find_by_statement(rows).all(&db).await.unwrap();
        let of = |no: usize| MaterialFile::read(&rows[no].materials).unwrap().list;
        assert_eq!(rows[0].dispute, DisputeId::from_bits(1).to_string());
        let known = &of(0)[0];
        assert_eq!((&known.material.sha256, known.from), (&hash, None), "it was filed here");
        assert_eq!(known.material.name.reveal(), "借条.jpg");
        assert_eq!(known.material.at.day(), jiff::civil::date(2026, 3, 10));
        assert!(of(1).is_empty());
    }
}
