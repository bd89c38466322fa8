//! A county in one process: real ledgers over SQLite, the real relay and consumer, a bus in memory whose
//! faults come from the seed, nodes that crash and come back. A failing seed is printed; run it again with
//! `JIEFEN_SEED=n`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod county;
mod life;

use county::County;
use life::Life;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

/// The seeds of every run.
const SEEDS: std::ops::Range<u64> = 1..9;

/// How many disputes live in a county.
const DISPUTES: u64 = 6;

/// How many turns a county may take before its disputes must have ended: far more than any seed needs.
const TURNS: u32 = 6000;

fn seeds() -> Vec<u64> {
    match std::env::var("JIEFEN_SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => vec![seed],
        None => SEEDS.collect(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn under_faults_from_any_seed_the_county_keeps_its_promises() {
    for seed in seeds() {
        let (turns, crashes) = live(seed).await;
        println!("seed {seed}: {DISPUTES} disputes in {turns} turns, {crashes} crashes");
    }
}

/// Lives one county to its end and checks it.
async fn live(seed: u64) -> (u32, u32) {
    let mut random = StdRng::seed_from_u64(seed);
    let mut county = County::start(seed).await;
    let mut lives: Vec<Life> = (0..DISPUTES).map(|n| Life::new(seed, n)).collect();
    let (mut turns, mut crashes) = (0, 0);
    while lives.iter().any(|life| !life.ended()) {
        turns += 1;
        assert!(
            turns < TURNS,
            "seed {seed}: {:?}",
            lives.iter().map(Life::stage).collect::<Vec<_>>()
        );
        match random.random_range(0..100) {
            0 => {
                crashes += 1;
                county.crash(random.random_bool(0.5)).await;
            }
            1 => county.hub.wipe_all(),
            2..10 => county.set_faults(random.random_range(0..3)),
            10..40 => {
                let place = random.random_range(0..lives.len());
                lives[place].go_on(&county).await;
            }
            _ => county.pass(random.random_bool(0.5)).await,
        }
    }
    county.set_faults(0);
    county.settle(seed).await;
    (turns, crashes)
}
