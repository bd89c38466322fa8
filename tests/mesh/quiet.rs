//! Without faults.

use anyhow::Result;

use crate::cases;
use crate::county::{County, Wishes};
use crate::driver::Driver;

#[tokio::test]
async fn a_quiet_county_keeps_every_promise() -> Result<()> {
    let disputes = cases::some(usize::MAX)?;
    let wishes = Wishes { disputes, postgres: true, whole: true, ..Wishes::default() };
    let county = County::start(wishes).await?;
    let ended = Driver::start(&county)?.finish().await?;
    assert_eq!(cases::astray(&county.disputes, &ended), [""; 0]);
    county.until_kept().await?;
    county.done();
    Ok(())
}
