//! The course of a figure as a line: drawn by the server, with a title, a description and a table of the same numbers.

use jiefen_proto::jiefen::assessment::v1 as pb;

use super::period::Span;
use super::{SHOWN, counted, figure_address, of, said};
use crate::layout::Shell;

/// The drawing, in its own units.
const LEFT: f64 = 40.0;
const RIGHT: f64 = 350.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 160.0;
/// So many names fit under the line.
const NAMES: usize = 6;

/// A dot of the line.
pub(crate) struct Dot {
    pub(crate) x: String,
    pub(crate) y: String,
    pub(crate) title: String,
}

/// A line of the grid.
pub(crate) struct Grid {
    pub(crate) y: String,
    pub(crate) text: String,
}

/// A name on the axis.
pub(crate) struct Name {
    pub(crate) x: String,
    pub(crate) text: String,
}

/// A row of the table.
pub(crate) struct Row {
    pub(crate) period: String,
    pub(crate) text: String,
    pub(crate) of: String,
    pub(crate) address: String,
}

/// The course.
pub(crate) struct Chart {
    pub(crate) title: String,
    pub(crate) told: String,
    /// The runs of the line: where there is no data it breaks off.
    pub(crate) lines: Vec<String>,
    pub(crate) dots: Vec<Dot>,
    pub(crate) grid: Vec<Grid>,
    pub(crate) names: Vec<Name>,
    pub(crate) rows: Vec<Row>,
}

impl Chart {
    pub(crate) fn new(
        shell: &Shell,
        title: &str,
        course: &[Span],
        periods: &[&Vec<pb::Figure>],
        shown: usize,
    ) -> Chart {
        let none = pb::Figure::default();
        let figures: Vec<&pb::Figure> =
            periods.iter().map(|figures| of(figures, shown).unwrap_or(&none)).collect();
        let values: Vec<Option<u64>> = figures.iter().map(|figure| figure.value).collect();
        let share = figures.iter().all(|figure| figure.unit != "hundredths_per_ten_thousand");
        let most = if share { 10_000 } else { top(values.iter().flatten().copied().max()) };
        let key = SHOWN.get(shown).copied().unwrap_or(SHOWN[0]);
        let named = course.iter().zip(&figures);
        let rows: Vec<Row> = named
            .map(|(span, figure)| Row {
                period: span.name(),
                text: said(shell, figure),
                of: counted(shell, figure),
                address: figure_address(key.0, key.1, &span.code(), "", ""),
            })
            .collect();
        let known: Vec<&Row> = rows
            .iter()
            .zip(&values)
            .filter(|(_, value)| value.is_some())
            .map(|(row, _)| row)
            .collect();
        let told = match (known.first(), known.last()) {
            (Some(first), Some(last)) => {
                format!("{} {}，{} {}。", first.period, first.text, last.period, last.text)
            }
            _ => shell.t("这段时间没有数据。", "There is no data for this time.").to_owned(),
        };
        let at = |place: usize| x(place, values.len());
        let dots = rows.iter().zip(&values).enumerate().filter_map(|(place, (row, value))| {
            let y = y((*value)?, most);
            let title = format!("{} {}（{}）", row.period, row.text, row.of);
            Some(Dot { x: at(place), y, title })
        });
        let every = values.len().div_ceil(NAMES).max(1);
        let names = course.iter().enumerate().rev().step_by(every);
        Chart {
            title: title.to_owned(),
            told,
            lines: lines(&values, most),
            dots: dots.collect(),
            grid: grid(most, share),
            names: names.map(|(place, span)| Name { x: at(place), text: span.short() }).collect(),
            rows,
        }
    }
}

/// The end of the axis: the next round number above.
fn top(most: Option<u64>) -> u64 {
    let most = most.unwrap_or(0).max(100);
    let mut step = 100;
    while step * 4 < most {
        step *= if step.to_string().starts_with('2') { 5 } else { 2 };
    }
    step * 4
}

fn x(place: usize, of: usize) -> String {
    let steps = of.saturating_sub(1).max(1) as f64;
    format!("{:.1}", LEFT + (RIGHT - LEFT) * place as f64 / steps)
}

fn y(value: u64, most: u64) -> String {
    format!("{:.1}", BOTTOM - (BOTTOM - TOP) * value as f64 / most.max(1) as f64)
}

fn lines(values: &[Option<u64>], most: u64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for (place, value) in values.iter().enumerate() {
        let Some(value) = value else {
            open = false;
            continue;
        };
        let point = format!("{},{}", x(place, values.len()), y(*value, most));
        match lines.last_mut().filter(|_| open) {
            Some(line) => {
                line.push(' ');
                line.push_str(&point);
            }
            None => lines.push(point),
        }
        open = true;
    }
    lines
}

fn grid(most: u64, share: bool) -> Vec<Grid> {
    let line = |part: u64| {
        let value = most * part / 4;
        let text = if share { format!("{}%", value / 100) } else { (value / 100).to_string() };
        Grid { y: y(value, most), text }
    };
    (0..=4).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_off_where_there_is_no_data() {
        let lines = lines(&[Some(5000), Some(10_000), None, Some(0)], 10_000);
        assert_eq!(lines, ["40.0,88.0 143.3,16.0", "350.0,160.0"]);
    }

    #[test]
    fn an_axis_ends_at_a_round_number_above_the_greatest() {
        for (most, end) in [(None, 400), (Some(460), 800), (Some(15_400), 20_000), (Some(401), 800)]
        {
            let top = top(most);
            assert!(top >= most.unwrap_or(0), "{most:?}");
            assert_eq!(top % 400, 0, "{most:?} {top}");
            assert!(top <= end.max(400) * 4, "{most:?} {top}");
        }
    }
}
