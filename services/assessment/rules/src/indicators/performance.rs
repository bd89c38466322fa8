//! M-09 自动履行率: obligations performed by the due day without enforcement, of those due.

use jiff::civil::Date;

use super::{count, figure, guard};
use crate::event;
use crate::figure::{Behind, Figure, Indicator};
use crate::index::{Kind, Row};
use crate::window::Window;

/// The disputes of the obligations that are due, by number.
#[derive(Default)]
struct Sorted {
    by_itself: Vec<u32>,
    late: Vec<u32>,
    enforced: Vec<u32>,
    unknown: Vec<u32>,
}

/// One figure, `due`. What was performed at once is counted apart; what is not known to be performed is
/// not performed.
pub(crate) fn performance(window: &Window<'_>) -> Vec<Figure> {
    let stands = |row: &&Row| stands(window, row);
    let at_once = window.in_period(event::OBLIGATION_SET).filter(|row| row.immediate);
    let immediate: Vec<u32> = at_once.filter(stands).map(|row| row.dispute).collect();
    let mut sorted = Sorted::default();
    for set in window.due().filter(|row| !row.immediate).filter(stands) {
        let list = list(&mut sorted, set.due_on, performed(window, set), enforced(window, set));
        list.push(set.dispute);
    }
    vec![told(window, &sorted, &immediate)]
}

/// True when the obligation was not set anew later: of several settings the last one counts.
fn stands(window: &Window<'_>, set: &Row) -> bool {
    let Some(obligation) = set.obligation else { return false };
    let mut anew = window.of_case(set.case, Kind::of(event::OBLIGATION_SET));
    let last = anew.rfind(|row| row.obligation == Some(obligation));
    last.is_some_and(|last| std::ptr::eq(last, set))
}

/// The day on which it was first performed.
fn performed(window: &Window<'_>, set: &Row) -> Option<Date> {
    let mut done = window.of_case(set.case, Kind::of(event::OBLIGATION_PERFORMED));
    done.find(|row| row.obligation == set.obligation).map(|row| row.at.day())
}

/// The day on which enforcement of the dispute was first opened, by whichever court.
fn enforced(window: &Window<'_>, set: &Row) -> Option<Date> {
    let mut opened = window.world(set.dispute, Kind::of(event::ENFORCEMENT_OPENED));
    opened.next().map(|row| row.at.day())
}

fn list(
    sorted: &mut Sorted,
    due: Option<Date>,
    done: Option<Date>,
    enforced: Option<Date>,
) -> &mut Vec<u32> {
    match (done, enforced) {
        (Some(done), Some(forced)) if forced <= done => &mut sorted.enforced,
        (None, Some(_)) => &mut sorted.enforced,
        (Some(done), _) if due.is_some_and(|due| done <= due) => &mut sorted.by_itself,
        (Some(_), _) => &mut sorted.late,
        (None, None) => &mut sorted.unknown,
    }
}

fn told(window: &Window<'_>, sorted: &Sorted, immediate: &[u32]) -> Figure {
    let set = |list: &[u32]| window.disputes(list.iter().copied());
    let others = [&sorted.late, &sorted.enforced, &sorted.unknown];
    let due = || sorted.by_itself.iter().chain(others.into_iter().flatten()).copied();
    let behind = Behind { numerator: set(&sorted.by_itself), denominator: window.disputes(due()) };
    let numbers = (count(sorted.by_itself.len()), count(due().count()));
    let mut figure = figure(window, Indicator::Performance, "due", numbers, behind);
    figure.guards = [
        ("immediate", "当场履行，另计", immediate),
        ("late", "逾期履行", sorted.late.as_slice()),
        ("enforced", "经执行", sorted.enforced.as_slice()),
        ("unknown", "未见履行记录", sorted.unknown.as_slice()),
    ]
    .into_iter()
    .map(|(code, zh, list)| guard(code, zh, Some(count(list.len())), set(list)))
    .collect();
    figure
}
