//! Faults while the county works. Each run follows a schedule that its seed alone decides: which server is
//! killed at which point of the work, and for how long it is away.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::time::Instant;

use crate::cases;
use crate::county::{County, Wishes};
use crate::driver::Driver;

/// How often each of the eight disputes is played, and about how many commands that takes on the nodes
/// whose databases can be read at any time.
const TIMES: usize = 2;
const COMMANDS: u64 = 180;
/// Faults a run, besides the loss of the bus's disk in the middle.
const FAULTS: u64 = 10;
/// The work cannot go on while what it needs is away: then the next fault comes after this time.
const STUCK: Duration = Duration::from_secs(4);
const LOOK_MS: u64 = 50;
/// How long something may be away: longer than every pause of the connections.
const AWAY_MS: u64 = 3000;

const SEEDS: [u64; 3] = [3, 20_260_101, 0x5EED];
/// Other seeds for a longer night: numbers, separated by commas.
const OTHERS: &str = "JIEFEN_CHAOS_SEEDS";

/// What happens to whom.
#[derive(Debug, Clone, PartialEq)]
enum Fault {
    /// SIGKILL; started again after so many milliseconds.
    Node(String, u64),
    Hub(u64),
    Postgres(usize, u64),
    /// Every stream, message and consumer is lost.
    Disk(u64),
}

/// A fault, and after how many commands.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    after: u64,
    fault: Fault,
}

/// SplitMix64: the same numbers for the same seed, for ever.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % bound
    }

    /// At once in half of the cases.
    fn away(&mut self) -> u64 {
        if self.below(2) == 0 { 0 } else { self.below(AWAY_MS) }
    }
}

fn schedule(seed: u64, agencies: &[String]) -> Vec<Step> {
    let mut dice = Dice(seed);
    let mut steps = Vec::new();
    let part = COMMANDS / (FAULTS + 1);
    for place in 0..FAULTS {
        let after = place * part + dice.below(part);
        let away = dice.away();
        let fault = match dice.below(10) {
            0 | 1 => Fault::Hub(away),
            2 | 3 => Fault::Postgres(usize::try_from(dice.below(2)).unwrap_or(0), away),
            _ => {
                let chosen = usize::try_from(dice.below(agencies.len() as u64)).unwrap_or(0);
                Fault::Node(agencies[chosen].clone(), away)
            }
        };
        steps.push(Step { after, fault });
        if place == FAULTS / 2 {
            steps.push(Step { after: after + 1, fault: Fault::Disk(dice.away()) });
        }
    }
    steps
}

/// A county with something that watches over its nodes, as an operating system's service manager would.
struct Run {
    county: County,
    driver: Driver,
    /// What happened, for the report of a failure.
    story: Vec<String>,
    /// Faults while the players played.
    hits: usize,
}

impl Run {
    /// Starts again what ended by itself.
    fn revive(&mut self) -> Result<()> {
        for node in self.county.nodes.values_mut() {
            if let Some(ended) = node.bury()? {
                self.story.push(ended);
                node.start()?;
            }
        }
        Ok(())
    }

    /// Waits until so many commands were carried out; not longer than the work can go on, nor than it lasts.
    async fn until(&mut self, commands: u64) -> Result<()> {
        let end = Instant::now() + STUCK;
        loop {
            self.revive()?;
            let count = u64::try_from(self.county.commands().await?)?;
            let stuck = Instant::now() >= end;
            if count >= commands || stuck || !self.driver.is_playing()? {
                let why = if stuck { ", the work does not go on" } else { "" };
                self.story.push(format!("{count} commands{why}"));
                return Ok(());
            }
            rest(LOOK_MS).await;
        }
    }

    async fn inject(&mut self, fault: &Fault) -> Result<()> {
        let playing = self.driver.is_playing()?;
        let idle = if playing { "" } else { ", the players have finished" };
        self.story.push(format!("{fault:?}{idle}"));
        self.hits += usize::from(playing);
        match fault {
            Fault::Node(agency, away) => {
                // One that has just ended by itself is away already.
                self.revive()?;
                self.county.node(agency)?.kill9()?;
                rest(*away).await;
                self.county.node(agency)?.start()
            }
            Fault::Hub(away) => {
                self.county.hub.kill9().await?;
                rest(*away).await;
                self.county.hub.restart().await
            }
            Fault::Postgres(which, away) => {
                self.county.postgres[*which].kill9().await?;
                rest(*away).await;
                self.county.postgres[*which].restart().await
            }
            Fault::Disk(away) => {
                self.county.hub.stop().await?;
                self.county.hub.wipe_store()?;
                rest(*away).await;
                self.county.hub.restart().await
            }
        }
    }
}

/// How long something is away is a part of the fault; nothing is waited for.
async fn rest(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}

/// One run; returns its story.
async fn run(seed: u64) -> Result<Vec<String>> {
    let disputes = cases::now(cases::repeated(TIMES)?);
    let wishes = Wishes { disputes, postgres: true, ..Wishes::default() };
    let county = County::start(wishes).await?;
    let agencies: Vec<String> = county.nodes.keys().cloned().collect();
    let schedule = schedule(seed, &agencies);
    let driver = Driver::start(&county)?;
    let mut run = Run { county, driver, story: vec![], hits: 0 };
    let outcome = follow(&mut run, &schedule).await;
    let Run { county, driver, story, hits } = run;
    let told = || {
        let steps: Vec<String> = schedule.iter().map(|step| format!("{step:?}")).collect();
        format!("seed {seed}, schedule:\n{}\nstory:\n{}", steps.join("\n"), story.join("\n"))
    };
    outcome.with_context(told)?;
    settle(county, driver).await.with_context(told)?;
    ensure!(hits > schedule.len() / 2, "only {hits} faults during the work; {}", told());
    Ok(story)
}

async fn follow(run: &mut Run, schedule: &[Step]) -> Result<()> {
    for step in schedule {
        run.until(step.after).await?;
        run.inject(&step.fault).await?;
    }
    while run.driver.is_playing()? {
        run.revive()?;
        // Nothing is waited for: the driver has its own patience and its own end.
        rest(LOOK_MS).await;
    }
    run.revive()
}

/// Healed: the players end, the county comes to rest, and every promise is kept.
async fn settle(mut county: County, driver: Driver) -> Result<()> {
    let ended = driver.finish().await?;
    county.until_ready().await?;
    let astray = cases::astray(&county.disputes, &ended);
    ensure!(astray.is_empty(), "{}", astray.join("\n"));
    county.until_kept().await?;
    county.done();
    Ok(())
}

#[tokio::test]
async fn seeds() -> Result<()> {
    let seeds = match std::env::var(OTHERS) {
        Ok(list) => list.split(',').map(|seed| seed.trim().parse()).collect::<Result<_, _>>()?,
        Err(_) => SEEDS.to_vec(),
    };
    for seed in seeds {
        let begin = std::time::Instant::now();
        let story = run(seed).await?;
        let took = begin.elapsed().as_secs();
        eprintln!("seed {seed}: every promise kept, {took} s\n  {}", story.join("\n  "));
    }
    Ok(())
}

#[test]
fn a_seed_decides_its_schedule() {
    let agencies: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
    for seed in SEEDS {
        let steps = schedule(seed, &agencies);
        assert_eq!(steps, schedule(seed, &agencies));
        let lost = steps.iter().filter(|step| matches!(step.fault, Fault::Disk(_))).count();
        assert_eq!((steps.len() as u64, lost), (FAULTS + 1, 1));
        assert!(steps.is_sorted_by_key(|step| step.after), "{steps:?}");
        assert!(steps.iter().all(|step| step.after < COMMANDS));
    }
    assert_ne!(schedule(1, &agencies), schedule(2, &agencies));
    let all: Vec<Step> = SEEDS.iter().flat_map(|seed| schedule(*seed, &agencies)).collect();
    let hits = |wanted: fn(&Fault) -> bool| all.iter().any(|step| wanted(&step.fault));
    let everything = hits(|fault| matches!(fault, Fault::Node(..)))
        && hits(|fault| matches!(fault, Fault::Hub(_)))
        && hits(|fault| matches!(fault, Fault::Postgres(0, _)))
        && hits(|fault| matches!(fault, Fault::Postgres(1, _)));
    assert!(everything, "the seeds leave something out: {all:#?}");
}
