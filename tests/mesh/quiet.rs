//! Without faults.

use anyhow::Result;
use jiefen_tests::checker;
use sqlx::{AnyConnection, Connection as _};

use crate::cases;
use crate::county::{County, Wishes};
use crate::driver::Driver;

#[tokio::test]
async fn a_quiet_county_keeps_every_promise() -> Result<()> {
    let disputes = cases::some(usize::MAX)?;
    let wishes = Wishes { disputes, postgres: true, whole: true, ..Wishes::default() };
    let mut county = County::start(wishes).await?;
    let ended = Driver::start(&county)?.finish().await?;
    assert_eq!(cases::astray(&county.disputes, &ended), [""; 0]);
    county.until_kept().await?;
    for node in county.nodes.values_mut() {
        node.drain().await?;
    }
    for (agency, damage, promise) in DAMAGE {
        let mut db = AnyConnection::connect(&county.nodes[agency].database).await?;
        sqlx::query(damage).execute(&mut db).await?;
        db.close().await?;
        let broken = checker::check(&county.expect()?).await?;
        let found = broken.iter().any(|one| one.starts_with(promise) && one.contains(agency));
        assert!(found, "{damage} at {agency} was not found: {broken:#?}");
    }
    county.done();
    Ok(())
}

/// What must not pass unnoticed in the databases of this county, which had none of it.
const DAMAGE: [(&str, &str, &str); 8] = [
    ("640122101.centre", "DELETE FROM requests", "I3"),
    ("640122.centre", "DELETE FROM receipts", "I9"),
    ("640122.county_mediation_center", "UPDATE custody SET holds = true", "I1"),
    ("640122102.centre", "UPDATE custody SET status = 'tentative'", "I2"),
    ("640122.coordination", "DELETE FROM inbox WHERE seq = 2", "I5"),
    ("640122.assessment", "UPDATE inbox SET state = 'parked'", "I12"),
    ("640122.county_mediation_center", "DELETE FROM inbox", "I4"),
    ("640122102200.village_mediation", "DELETE FROM journal WHERE seq = 3", "I5"),
];
