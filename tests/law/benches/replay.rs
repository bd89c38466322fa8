//! How many recorded commands a second the law decides and folds on one core: the lawful courses of all
//! procedures, over and over. Prints one JSON object; `each` as an argument prints one a procedure before
//! it. `seconds` and `per_s` are those that this thread had a core, so whatever else runs on the machine
//! is left out of account; `wall_s` is the time on the clock.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a bench stops by panicking

use std::hint::black_box;
use std::time::Instant;

use jiefen_procedure::kit::{Move, actor};
use jiefen_procedure::{Actor, Circumstances, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::Moment;

const COMMANDS: usize = 1_000_000;

/// A procedure's courses; called with a limit, it plays them once and says how many commands it gave.
struct Course {
    kind: &'static str,
    play: Box<dyn Fn(usize) -> usize>,
}

fn course<P: Procedure>(lines: Vec<Vec<Move<P>>>) -> Course
where
    P::Command: 'static,
{
    type Recorded<C> = (Moment, Actor, C);
    let record = |(today, role, command): Move<P>| {
        (Moment::from_local(today.at(10, 0, 0, 0)), actor(role), command)
    };
    let lines: Vec<Vec<Recorded<P::Command>>> =
        lines.into_iter().map(|line| line.into_iter().map(record).collect()).collect();
    let law = Law::shipped();
    let play = move |limit: usize| {
        let mut given = 0;
        for line in &lines {
            let mut state: Option<P::State> = None;
            for (now, actor, command) in line.iter().take(limit - given) {
                let ctx = Circumstances { now: *now, actor, law };
                let facts = P::decide(state.as_ref(), command, &ctx)
                    .unwrap_or_else(|refusal| panic!("{}: {refusal:?}", P::KIND));
                state = facts.iter().fold(state, |state, fact| P::evolve(state, fact));
                given += 1;
            }
            black_box(&state);
        }
        given
    };
    Course { kind: P::KIND, play: Box::new(play) }
}

macro_rules! courses {
    ($($area:literal $crate_:ident $module:ident $name:ident;)*) => {
        vec![$(course::<$crate_::$module::$name>($crate_::$module::samples::lines())),*]
    };
}

/// How long something took.
struct Took {
    /// Seconds on a core.
    core: f64,
    /// Seconds on the clock.
    wall: f64,
}

/// For how many seconds this thread has had a core; none where the system does not count it.
fn on_core() -> Option<f64> {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: u64 = counted.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds as f64 / 1e9)
}

/// Plays the courses in turn until this many commands were given.
fn replay(courses: &[Course], commands: usize) -> Took {
    let (begun, core) = (Instant::now(), on_core());
    let mut left = commands;
    for course in courses.iter().cycle() {
        if left == 0 {
            break;
        }
        left -= (course.play)(left);
    }
    let wall = begun.elapsed().as_secs_f64();
    let core = core.zip(on_core()).map_or(wall, |(before, after)| after - before);
    Took { core, wall }
}

fn print(bench: &str, commands: usize, Took { core, wall }: &Took) {
    let per_second = commands as f64 / core;
    println!(
        "{{\"bench\":\"{bench}\",\"commands\":{commands},\"seconds\":{core:.3},\"per_s\":{per_second:.0},\"wall_s\":{wall:.3}}}"
    );
}

fn main() {
    let courses: Vec<Course> = jiefen_law::procedures!(courses);
    replay(&courses, COMMANDS / 20);
    if std::env::args().any(|arg| arg == "each") {
        for course in courses.chunks(1) {
            print(course[0].kind, COMMANDS / 20, &replay(course, COMMANDS / 20));
        }
    }
    print("law", COMMANDS, &replay(&courses, COMMANDS));
}
