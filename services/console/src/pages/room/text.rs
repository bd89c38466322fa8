//! The form of an agreement: the facts, and as many terms as the parties agree on.

use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::mediation::v1 as pb;

use super::super::acts::fields::Read;
use crate::form::Form;
use crate::told::Told;

/// An agreement has at most so many terms.
pub(super) const MOST: usize = 30;
/// The fields of one term, without its number.
const OF_A_TERM: [&str; 6] = ["obligor", "obligee", "what", "amount", "due", "place"];
/// What an agreement may be about besides payment and conduct, which its terms say themselves.
pub(super) const SUBJECTS: [(&str, &str, &str); 3] = [
    ("status", "身份关系（婚姻、收养等）", "status, such as marriage"),
    ("title", "确认谁的房、谁的地", "who owns a house or land"),
    ("ip_ownership", "确认知识产权归谁", "who owns intellectual property"),
];

/// A term as typed.
#[derive(Clone, Default)]
pub(super) struct Row {
    pub(super) no: usize,
    pub(super) obligor: String,
    pub(super) obligee: String,
    pub(super) what: String,
    pub(super) amount: String,
    pub(super) due: String,
    pub(super) place: String,
}

/// How many terms a form has.
fn count(form: &Form) -> usize {
    form.get("rows").parse().unwrap_or(1).clamp(1, MOST)
}

/// The terms of a form.
pub(super) fn rows(form: &Form) -> Vec<Row> {
    let row = |no: usize| {
        let get = |name: &str| form.get(&format!("{name}-{no}")).to_owned();
        Row {
            no,
            obligor: get("obligor"),
            obligee: get("obligee"),
            what: get("what"),
            amount: get("amount"),
            due: get("due"),
            place: get("place"),
        }
    };
    (1..=count(form)).map(row).collect()
}

/// The form with one more empty term.
pub(super) fn with_another(form: &Form) -> Form {
    form.with("rows", &(count(form) + 1).min(MOST).to_string())
}

/// The form without one of its terms; the last one is emptied, not taken away.
pub(super) fn without(form: &Form, gone: usize) -> Form {
    let rows = rows(form);
    let mut left: Vec<Row> = rows.into_iter().filter(|row| row.no != gone).collect();
    if left.is_empty() {
        left.push(Row::default());
    }
    with_rows(form, &left)
}

fn with_rows(form: &Form, rows: &[Row]) -> Form {
    let of_a_term =
        |key: &str| OF_A_TERM.iter().any(|name| key.strip_prefix(name).is_some_and(numbered));
    let others = form.fields().iter().filter(|(key, _)| key != "rows" && !of_a_term(key));
    let mut fields: Vec<(String, String)> = others.cloned().collect();
    fields.push(("rows".to_owned(), rows.len().to_string()));
    for (no, row) in (1..).zip(rows) {
        let values = [&row.obligor, &row.obligee, &row.what, &row.amount, &row.due, &row.place];
        let named = OF_A_TERM.iter().zip(values);
        fields.extend(named.map(|(name, value)| (format!("{name}-{no}"), value.clone())));
    }
    Form::of(fields)
}

fn numbered(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|no| no.parse::<usize>().is_ok())
}

/// The form of a text that is before the parties already.
pub(super) fn of(draft: &pb::Draft, on: &str) -> Form {
    let rows: Vec<Row> = draft
        .obligations
        .iter()
        .map(|owed| Row {
            no: 0,
            obligor: owed.obligor.to_string(),
            obligee: owed.obligee.to_string(),
            what: owed.what.clone(),
            amount: owed.amount_fen.map(yuan).unwrap_or_default(),
            due: super::view::day(owed.due.as_ref()),
            place: owed.place.clone(),
        })
        .collect();
    let subjects = draft.subjects.iter().filter(|one| SUBJECTS.iter().any(|s| s.0 == *one));
    let mut fields =
        vec![("facts".to_owned(), draft.facts.clone()), ("on".to_owned(), on.to_owned())];
    fields.extend(subjects.map(|one| ("subjects".to_owned(), one.clone())));
    with_rows(&Form::of(fields), &rows)
}

fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// What was typed, as a text for the service that keeps it; empty when nothing was typed yet.
pub(super) fn kept(form: &Form) -> String {
    let own = form.without(&["csrf", "request_id", "add", "drop", "look", "draft", "oral"]);
    let mut text = form_urlencoded::Serializer::new(String::new());
    text.extend_pairs(own.fields());
    text.finish()
}

/// The agreement, and the day on which it is made. The hash is the service's to make.
///
/// # Errors
/// Every field that cannot be read.
pub(super) fn read(form: &Form) -> Result<(pb::Draft, Option<common::Date>), Told> {
    let mut read = Read::new(form);
    let mut obligations = Vec::new();
    for no in 1..=count(form) {
        let at = |name: &str| format!("{name}-{no}");
        obligations.push(pb::Obligation {
            no: u32::try_from(no).unwrap_or(u32::MAX),
            obligor: read.number(&at("obligor")),
            obligee: read.number(&at("obligee")),
            what: read.text(&at("what")),
            amount_fen: read.yuan(&at("amount")),
            due: read.day(&at("due")),
            place: read.text(&at("place")),
        });
    }
    let on = read.day("on");
    let money = obligations.iter().any(|owed| owed.amount_fen.is_some());
    let conduct = obligations.iter().any(|owed| owed.amount_fen.is_none());
    let mut subjects = read.texts("subjects");
    subjects.extend(money.then(|| "money".to_owned()));
    subjects.extend(conduct.then(|| "conduct".to_owned()));
    let draft = pb::Draft {
        hash: String::new(),
        facts: read.text("facts"),
        obligations,
        subjects,
        faults: Vec::new(),
    };
    read.done()?;
    Ok((draft, on))
}

/// Which field of the page a field of the service is: `draft.obligations[0].what` is `what-1`.
pub(super) fn place_of(field: &str) -> String {
    let term = field.strip_prefix("draft.obligations[").and_then(|rest| rest.split_once("]."));
    match term {
        Some((at, name)) => {
            let no = at.parse::<usize>().map_or(1, |at| at + 1);
            format!("{name}-{no}")
        }
        None => field.strip_prefix("draft.").unwrap_or(field).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(rows: &[(&str, &str)]) -> Form {
        let named = rows.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Form::of(named.collect())
    }

    fn two() -> Form {
        form(&[
            ("facts", "界桩"),
            ("rows", "2"),
            ("obligor-1", "2"),
            ("obligee-1", "1"),
            ("what-1", "补偿"),
            ("amount-1", "800"),
            ("due-1", "2026-05-10"),
            ("obligor-2", "1"),
            ("obligee-2", "2"),
            ("what-2", "轮流浇水"),
            ("due-2", "2026-05-01"),
            ("place-2", "北渠"),
            ("on", "2026-04-29"),
        ])
    }

    #[test]
    fn several_terms_are_one_agreement() {
        let (draft, on) = read(&two()).unwrap();
        assert_eq!(draft.obligations.len(), 2);
        assert_eq!(draft.obligations[0].amount_fen, Some(80_000));
        assert_eq!(draft.obligations[1].place, "北渠");
        assert_eq!(draft.subjects, ["money", "conduct"]);
        assert_eq!(on.unwrap().day, 29);
    }

    #[test]
    fn a_term_goes_and_the_others_keep_what_was_typed() {
        let left = without(&two(), 1);
        let rows = rows(&left);
        assert_eq!((rows.len(), rows[0].no), (1, 1));
        assert_eq!((rows[0].what.as_str(), rows[0].place.as_str()), ("轮流浇水", "北渠"));
        assert_eq!(left.get("facts"), "界桩");
        let none = without(&left, 1);
        assert_eq!(super::rows(&none).len(), 1, "one is always there");
        assert_eq!(super::rows(&none)[0].what, "");
        assert_eq!(super::rows(&with_another(&two())).len(), 3);
    }

    #[test]
    fn what_is_wrong_is_found_at_its_field() {
        assert_eq!(place_of("draft.obligations[1].due"), "due-2");
        assert_eq!(place_of("draft.facts"), "facts");
        assert_eq!(place_of("on"), "on");
        let told = read(&form(&[("rows", "1"), ("amount-1", "八百")])).unwrap_err();
        let wrong: Vec<&str> = told.fields.iter().map(|wrong| wrong.field.as_str()).collect();
        assert_eq!(wrong, ["obligor-1", "obligee-1", "amount-1"]);
    }

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        let typed = two().with("csrf", "secret");
        let again = Form::parse(kept(&typed).as_bytes());
        assert_eq!(again.fields(), two().fields());
        let draft = read(&two()).unwrap().0;
        assert_eq!(read(&of(&draft, "2026-04-29")).unwrap().0, draft);
    }
}
