//! One list out of those of several areas: by deadline, page by page, each duty once.

use std::collections::VecDeque;

use jiefen_proto::jiefen::node::v1 as pb;

/// Behind every moment that is written: no deadline.
const NEVER: &str = "9999";
/// Between the areas of a place, and between the parts of each.
const MARKS: (char, char) = ('~', ':');

/// What one area has to do, by its deadlines: a page of it.
pub(in crate::pages) struct List {
    area: &'static str,
    /// The token of this page.
    token: String,
    /// What was shown of it last; empty: nothing.
    after: String,
    duties: VecDeque<pb::Duty>,
    /// The token of the page behind it; empty: there is none.
    next: String,
}

impl List {
    /// A page as it was asked for, without what has been shown of it.
    pub(in crate::pages) fn new(
        area: &'static str,
        (token, after): (String, String),
        page: pb::ListDutiesResponse,
    ) -> List {
        // What was shown last may be done by now; then the page is shown whole: rather twice than never.
        let shown = page.duties.iter().position(|duty| name(duty) == after);
        let skip = shown.map_or(0, |at| at + 1);
        let duties = page.duties.into_iter().skip(skip).collect();
        List { area, token, after, duties, next: page.next_page_token }
    }

    /// Where the next page goes on with this list; none: it is at its end.
    fn place(self) -> Option<String> {
        let (token, after) = match (self.duties.is_empty(), self.next.is_empty()) {
            (false, _) => (self.token, self.after),
            (true, false) => (self.next, String::new()),
            (true, true) => return None,
        };
        Some([self.area, &token, &after].join(&MARKS.1.to_string()))
    }
}

/// What a duty is told apart by from the others of its area.
fn name(duty: &pb::Duty) -> &str {
    if duty.case.is_empty() { &duty.dispute } else { &duty.case }
}

/// By what duties are put in order: a day ends behind all its hours.
pub(in crate::pages) fn end(duty: &pb::Duty) -> String {
    match duty.due.len() {
        0 => NEVER.to_owned(),
        10 => format!("{}T99", duty.due),
        _ => duty.due.replace(' ', "T"),
    }
}

/// Where a page goes on with an area: the token and what was shown behind it. None: that area is at its end.
pub(in crate::pages) fn place(asked: &str, area: &str) -> Option<(String, String)> {
    if asked.is_empty() {
        return Some(Default::default());
    }
    let parts = asked.split(MARKS.0).map(|part| part.splitn(3, MARKS.1));
    let mut parts = parts.filter_map(|mut part| Some((part.next()?, part.next()?, part.next()?)));
    let found = parts.find(|(name, ..)| *name == area);
    found.map(|(_, token, after)| (token.to_owned(), after.to_owned()))
}

/// So many of the duties of all lists, the earliest deadline first, and the place of the next page; empty: there is none.
pub(in crate::pages) fn merged(mut lists: Vec<List>, most: usize) -> (Vec<pb::Duty>, String) {
    let mut taken = Vec::with_capacity(most);
    while taken.len() < most {
        let first = lists.iter_mut().filter(|list| !list.duties.is_empty());
        let Some(list) = first.min_by_key(|list| list.duties.front().map(end)) else { break };
        let Some(duty) = list.duties.pop_front() else { break };
        name(&duty).clone_into(&mut list.after);
        taken.push(duty);
        // What comes next of it is not known yet, and may be the earliest of all.
        if list.duties.is_empty() && !list.next.is_empty() {
            break;
        }
    }
    let places: Vec<String> = lists.into_iter().filter_map(List::place).collect();
    (taken, places.join(&MARKS.0.to_string()))
}

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{Rng as _, SeedableRng as _};

    use super::*;

    const AREAS: [&str; 3] = ["administrative", "intake", "petition"];

    fn duty(rng: &mut StdRng, no: usize) -> pb::Duty {
        let (month, day) = (rng.random_range(1..=6), rng.random_range(1..=28));
        let due = match rng.random_range(0..5) {
            0 => String::new(),
            1 => format!("2026-{month:02}-{day:02}T{:02}:00:00+08:00", rng.random_range(0..24)),
            _ => format!("2026-{month:02}-{day:02}"),
        };
        pb::Duty { due, case: format!("cases/{no:026}"), ..pb::Duty::default() }
    }

    /// A page as a service answers: from a place in its list on, which is the token.
    fn answered(all: &[pb::Duty], token: &str, size: usize) -> pb::ListDutiesResponse {
        let from: usize = if token.is_empty() { 0 } else { token.parse().unwrap() };
        let duties: Vec<pb::Duty> = all.iter().skip(from).take(size).cloned().collect();
        let full = duties.len() == size;
        let next_page_token = if full { (from + size).to_string() } else { String::new() };
        pb::ListDutiesResponse { duties, next_page_token, ..Default::default() }
    }

    /// Every page, one after the other, as somebody reads them who presses 看后面的.
    fn read(all: &[Vec<pb::Duty>; 3], size: usize) -> Vec<pb::Duty> {
        let (mut read, mut asked) = (Vec::new(), String::new());
        loop {
            let lists = AREAS.into_iter().zip(all).filter_map(|(area, all)| {
                let place = place(&asked, area)?;
                let page = answered(all, &place.0, size);
                Some(List::new(area, place, page))
            });
            let (duties, next) = merged(lists.collect(), size);
            assert!(duties.len() <= size);
            read.extend(duties);
            if next.is_empty() {
                return read;
            }
            asked = next;
        }
    }

    /// The last minute of a deadline, counted apart from the code above.
    fn minute(duty: &pb::Duty) -> u64 {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        match duty.due.len() {
            0 => u64::MAX,
            10 => format!("{}2400", digits(&duty.due)).parse().unwrap(),
            _ => digits(&duty.due[..16]).parse().unwrap(),
        }
    }

    #[test]
    fn ten_thousand_duties_of_three_areas_are_one_list_by_deadline_over_all_its_pages() {
        let mut rng = StdRng::seed_from_u64(20_261_127);
        let mut all: [Vec<pb::Duty>; 3] = Default::default();
        for no in 0..10_000 {
            // One area has much less to do than the others.
            let area = [0, 1, 1, 1, 2, 2, 2, 2][rng.random_range(0..8)];
            all[area].push(duty(&mut rng, no));
        }
        all.iter_mut().for_each(|area| area.sort_by_key(minute));
        let mut right: Vec<(u64, String)> =
            all.iter().flatten().map(|duty| (minute(duty), duty.case.clone())).collect();
        for size in [50, 200] {
            let read = read(&all, size);
            let ends: Vec<u64> = read.iter().map(minute).collect();
            assert!(ends.is_sorted(), "in pages of {size}");
            let mut seen: Vec<(u64, String)> =
                read.iter().map(|duty| (minute(duty), duty.case.clone())).collect();
            seen.sort();
            right.sort();
            assert_eq!(seen, right, "each once, in pages of {size}");
        }
    }

    #[test]
    fn what_was_done_between_two_pages_hides_nothing() {
        let mut rng = StdRng::seed_from_u64(1);
        let mut all: Vec<pb::Duty> = (0..6).map(|no| duty(&mut rng, no)).collect();
        all.sort_by_key(minute);
        let list = |all: &[pb::Duty], place| List::new("intake", place, answered(all, "", 6));
        let (first, next) = merged(vec![list(&all, Default::default())], 3);
        let gone: Vec<pb::Duty> = all.iter().filter(|duty| **duty != first[2]).cloned().collect();
        let (rest, _) = merged(vec![list(&gone, place(&next, "intake").unwrap())], 6);
        assert!(all[3..].iter().all(|duty| rest.contains(duty)));
    }

    #[test]
    fn a_place_that_nobody_gave_shows_nothing_rather_than_something_wrong() {
        assert_eq!(place("nonsense", "intake"), None);
        assert_eq!(place("intake:5.x:cases/1", "intake"), Some(("5.x".into(), "cases/1".into())));
        assert_eq!(place("", "intake"), Some(Default::default()));
    }
}
