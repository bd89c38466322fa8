//! What needs care, and which procedure is asked for.

use jiefen_study::heard::{Heard, Share};
use jiefen_study::{care, step};
use jiefen_triage::model::Model;
use jiefen_triage::model::care::{Care, FLAGS, SIGNS};
use jiefen_triage::model::step::{STEPS, Step, WAYS};

fn texts() -> Vec<Heard<SIGNS>> {
    care::texts().unwrap()
}

fn asking() -> Vec<Heard<WAYS>> {
    step::texts().unwrap()
}

/// Logarithms differ in their last bit between machines, so a weight may differ by one step of its 255.
fn same<const N: usize>(made: &Model<N>, shipped: &Model<N>) {
    assert_eq!(made.keys, shipped.keys, "run `make triage-model`");
    let weights = |model: &Model<N>| model.weights.concat();
    let far =
        weights(made).iter().zip(weights(shipped)).filter(|(a, b)| a.abs_diff(*b) > 1).count();
    assert_eq!(far, 0, "run `make triage-model`");
    for (bias, was) in made.bias.iter().zip(shipped.bias) {
        assert!((bias - was).abs() < 1e-3, "run `make triage-model`");
    }
}

#[test]
fn the_model_of_care_is_the_one_that_the_corpus_gives() {
    same(&care::model(&texts()), Care::of_signs());
}

#[test]
fn the_model_of_steps_is_the_one_that_the_corpus_gives() {
    same(&step::model(&asking()), Step::of_ways());
}

/// The floors are what the corpus reached when they were set, less two in a hundred; the ceilings of false ones
/// are a little above what they were.
#[test]
fn of_what_needs_care_in_texts_that_the_model_has_not_seen_as_much_is_heard_as_was() {
    const FLOORS: [f32; SIGNS] = [0.80, 0.93, 0.78, 0.54, 0.90, 0.85];
    const CEILINGS: [f32; SIGNS] = [0.11, 0.07, 0.08, 0.04, 0.03, 0.04];
    for (at, share) in care::cross(&texts()).iter().enumerate() {
        let found = share.by_both as f32 / share.with as f32;
        assert!(found >= FLOORS[at], "{}: {found} of {}", FLAGS[at], share.with);
        let wrong = share.false_both as f32 / share.without as f32;
        assert!(wrong <= CEILINGS[at], "{}: {wrong} of {}", FLAGS[at], share.without);
    }
}

/// Few of the people who ask for a procedure know its name: the patterns alone hear one in six.
#[test]
fn of_the_procedures_that_are_asked_for_in_texts_that_the_model_has_not_seen_most_are_heard() {
    let shares = step::cross(&asking());
    let sum = |part: fn(&Share) -> usize| shares.iter().map(part).sum::<usize>() as f32;
    let (with, found) = (sum(|share| share.with), sum(|share| share.by_both));
    assert!(found >= 0.80 * with, "{found} of {with}");
    for (step, share) in STEPS.iter().zip(&shares) {
        let wrong = share.false_both as f32 / share.without as f32;
        assert!(wrong <= 0.03, "{step}: {wrong} of {}", share.without);
    }
}
