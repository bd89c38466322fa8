//! One row of a ledger: its cells as a dispute, or everything that is wrong with them.

use std::collections::BTreeSet;

use jiefen_vocab::{Channel, DisputeKind, Fen, Party, Private, Region};
use jiff::civil::Date;

use crate::cells;
use crate::columns::{Columns, Field};
use crate::names::{Names, plain};
use crate::place;
use crate::problem::{Fault, Problem};
use crate::sheet::{Cell, Line, Sheet};

/// The longest account of what happened, in characters.
const SUMMARY_MAX: usize = 30_000;

/// An open dispute of a ledger.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The row of the sheet, from 1.
    pub row: u32,
    /// What tells it apart from every other row of the agency's ledgers.
    pub key: String,
    /// Where it came in.
    pub channel: Channel,
    /// The number in the ledger or of the channel.
    pub number: Option<String>,
    /// When it was registered.
    pub on: Date,
    /// What it is about.
    pub kind: DisputeKind,
    /// Where it arose.
    pub place: Region,
    /// What happened.
    pub summary: Private<String>,
    /// The parties, numbered from 1.
    pub parties: Vec<Party>,
    /// Why there is no applicant: found_by_screening, own_motion, anonymous.
    pub no_applicant: Option<String>,
    /// The amount in dispute.
    pub amount: Option<Fen>,
    /// How many people are concerned.
    pub people: u32,
    /// When it happened.
    pub happened_on: Option<Date>,
    /// Headings and cells that have no place elsewhere.
    pub kept: Vec<(String, Private<String>)>,
}

/// What a row is read with.
pub(crate) struct Reading<'a> {
    pub sheet: &'a Sheet,
    pub columns: &'a Columns,
    pub names: &'a Names,
    pub today: Date,
}

/// One row while it is read.
pub(crate) struct Row<'a> {
    pub with: &'a Reading<'a>,
    line: &'a Line,
    pub faults: Vec<Fault>,
    /// The columns whose numbers have found a place with the parties.
    pub placed: BTreeSet<Field>,
}

impl Reading<'_> {
    /// Whether the row's dispute has ended.
    pub(crate) fn has_ended(&self, line: &Line) -> Result<bool, Fault> {
        let Some(column) = self.columns.of(Field::Result) else { return Ok(false) };
        let heading = self.columns.heading(column).to_owned();
        let fault = |problem| Fault { column: Some(column), heading, problem };
        self.names.has_ended(&line.cell(column).shown()).map_err(fault)
    }

    /// Reads a row of an open dispute; its key is still empty.
    pub(crate) fn entry(&self, line: &Line) -> Result<Entry, Vec<Fault>> {
        let mut row = Row { with: self, line, faults: Vec::new(), placed: BTreeSet::new() };
        let entry = row.entry();
        match entry {
            Some(entry) if row.faults.is_empty() => Ok(entry),
            Some(_) | None => Err(row.faults),
        }
    }
}

impl Row<'_> {
    fn entry(&mut self) -> Option<Entry> {
        self.stray();
        let on = self.day(Field::On, true);
        let channel = self.channel();
        let kind = self.kind();
        let place = self.place();
        let summary = self.summary();
        let happened_on = self.day(Field::HappenedOn, false);
        let amount = self.amount();
        let (parties, no_applicant, more) = self.parties();
        let people = self.people(&parties, more);
        let number = self.shown(Field::Number).filter(|text| !self.with.names.is_nothing(text));
        if number.is_none()
            && let Some(channel) =
                channel.filter(|c| matches!(c, Channel::PetitionOffice | Channel::Hotline12315))
        {
            let right = "请在“编号”列填写信访编号或者12315投诉编号，该渠道的答复期限按此编号另计";
            let zh = format!("来源为{}，但没有填写该渠道的编号", channel.zh());
            let problem =
                Problem::new("NUMBER_MISSING", zh, right, "the channel's number is missing");
            self.fault(Field::Number, problem);
        }
        Some(Entry {
            row: self.line.no,
            key: String::new(),
            channel: channel?,
            number: number.map(|text| plain(&text)),
            on: on?,
            kind: kind?,
            place: place?,
            summary: summary?,
            parties,
            no_applicant,
            amount,
            people: people?,
            happened_on,
            kept: self.kept(),
        })
    }

    pub(crate) fn fault(&mut self, field: Field, problem: Problem) {
        let column = self.with.columns.of(field);
        let heading = column.map_or(field.zh(), |column| self.with.columns.heading(column));
        self.faults.push(Fault { column, heading: heading.to_owned(), problem });
    }

    /// The cell of a field, unless it is empty; a formula without a value is told once.
    pub(crate) fn cell(&mut self, field: Field) -> Option<Cell> {
        let cell = self.with.columns.of(field).map(|column| self.line.cell(column).clone())?;
        if let Some(problem) = cells::formula(&cell) {
            self.fault(field, problem);
            return None;
        }
        (!cell.is_empty()).then_some(cell)
    }

    pub(crate) fn shown(&mut self, field: Field) -> Option<String> {
        self.cell(field).map(|cell| cell.shown().trim().to_owned())
    }

    pub(crate) fn take<T>(&mut self, field: Field, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.fault(field, problem)).ok()
    }

    pub(crate) fn missing(&mut self, field: Field, right: &str) {
        let told = self
            .with
            .columns
            .of(field)
            .is_some_and(|column| self.faults.iter().any(|fault| fault.column == Some(column)));
        if !told {
            let zh = format!("没有填写{}", field.zh());
            self.fault(field, Problem::new("CELL_EMPTY", zh, right, "the cell is empty"));
        }
    }

    /// Cells to the right of the last heading: a comma too many, or a column without a name.
    fn stray(&mut self) {
        let headings = &self.with.columns.headings;
        let unnamed = |column: &usize| {
            headings.get(*column).is_none_or(String::is_empty)
                && !self.line.cell(*column).is_empty()
        };
        if let Some(column) = (0..self.line.cells.len()).find(unnamed) {
            let problem = Problem::new(
                "CELL_WITHOUT_HEADING",
                "该列没有列名",
                "请补上列名；CSV 中含逗号的内容要用英文双引号括起来",
                "a cell without a heading",
            );
            self.faults.push(Fault { column: Some(column), heading: String::new(), problem });
        }
    }

    fn day(&mut self, field: Field, required: bool) -> Option<Date> {
        let Some(cell) = self.cell(field) else {
            if required {
                self.missing(field, "请填写登记的年月日，如 2026-03-01");
            }
            return None;
        };
        let read = cells::day(&cell, self.with.sheet.from_1904, self.with.today);
        self.take(field, read)
    }

    fn channel(&mut self) -> Option<Channel> {
        let Some(text) = self.shown(Field::Channel) else {
            let default = self.with.names.default_channel();
            if default.is_none() {
                self.missing(Field::Channel, "请填写来源渠道，如 乡镇综治中心");
            }
            return default;
        };
        let read = self.with.names.channel(&text);
        self.take(Field::Channel, read)
    }

    fn kind(&mut self) -> Option<DisputeKind> {
        let Some(text) = self.shown(Field::Kind) else {
            let default = self.with.names.default_kind();
            if default.is_none() {
                self.missing(Field::Kind, "请填写纠纷类型，如 邻里");
            }
            return default;
        };
        let read = self.with.names.kind(&text);
        self.take(Field::Kind, read)
    }

    /// The code where one is given; else town, village and words together.
    fn place(&mut self) -> Option<Region> {
        if let Some(code) = self.shown(Field::PlaceCode) {
            return self.take(Field::PlaceCode, place::find(&code));
        }
        let (mut text, mut field) = (String::new(), Field::Place);
        for part in [Field::Town, Field::Village, Field::Place] {
            if let Some(shown) = self.shown(part) {
                // The words often repeat the town and the village.
                text = if shown.contains(&text) { shown } else { text + &shown };
                field = part;
            }
        }
        if text.is_empty() {
            text = self.with.names.default_place().unwrap_or_default().to_owned();
        }
        self.take(field, place::find(&text))
    }

    fn summary(&mut self) -> Option<Private<String>> {
        let Some(text) = self.shown(Field::Summary) else {
            self.missing(Field::Summary, "请写明何人、何时、何地、因何事发生纠纷");
            return None;
        };
        if text.chars().count() > SUMMARY_MAX {
            let problem = Problem::new(
                "TEXT_TOO_LONG",
                "文字超过三万字",
                "请写明要点，全文作为附件",
                "the text is too long",
            );
            self.fault(Field::Summary, problem);
            return None;
        }
        Some(Private::new(text))
    }

    fn amount(&mut self) -> Option<Fen> {
        let cell = self.cell(Field::Amount)?;
        if self.with.names.is_nothing(&cell.shown()) {
            return None;
        }
        self.take(Field::Amount, cells::amount(&cell, self.with.columns.in_wan))
    }

    fn people(&mut self, parties: &[Party], more: u32) -> Option<u32> {
        match self.cell(Field::People) {
            Some(cell) => self.take(Field::People, cells::people(&cell)),
            None => {
                let named = u32::try_from(parties.len()).unwrap_or(u32::MAX);
                Some(named.saturating_add(more).max(1))
            }
        }
    }

    /// What has no place elsewhere is kept as it stands.
    fn kept(&mut self) -> Vec<(String, Private<String>)> {
        const BESIDE: [Field; 6] = [
            Field::Place,
            Field::ApplicantPhone,
            Field::RespondentPhone,
            Field::ApplicantId,
            Field::RespondentId,
            Field::Result,
        ];
        let columns = self.with.columns;
        let mut places: Vec<usize> = columns.unknown.clone();
        let beside = BESIDE.into_iter().filter(|field| !self.placed.contains(field));
        places.extend(beside.filter_map(|field| columns.of(field)));
        places.sort_unstable();
        let mut kept = Vec::new();
        for column in places {
            let shown = self.line.cell(column).shown();
            if !shown.trim().is_empty() && !columns.heading(column).is_empty() {
                kept.push((
                    columns.heading(column).to_owned(),
                    Private::new(shown.trim().to_owned()),
                ));
            }
        }
        kept
    }
}
