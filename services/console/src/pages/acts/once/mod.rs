//! Nobody is asked the same twice in the life of a dispute (国办函〔2026〕12号): of every field of every form it is said
//! here which fact it asks, and a fact that an earlier act has made known stands in the form when it is opened.

mod table;

use std::collections::BTreeSet;

use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::mediation::v1 as mediation;
use jiefen_vocab::Role;

use super::affairs;
use super::fields::{At, Field, Kind, Shown};
use super::{Act, all, likely};
use crate::form::Form;
use crate::layout::Shell;
use crate::pages::dispute::Known;
use crate::pages::dispute::matter::Matter;
use crate::pages::dispute::matter::tests::matters;
use crate::session::Staff;
use table::{AFFAIRS_KNOWN, AFFAIRS_OWN, KNOWN, OWN};

/// A form with its name: procedure and act.
fn forms() -> Vec<(String, &'static Act)> {
    all()
        .filter(|act| !act.begins())
        .map(|act| (format!("{}.{}", act.procedure, act.key), act))
        .collect()
}

/// Whether a field is a choice among what the case knows: what is chosen from is not asked.
fn chosen(field: &Field) -> bool {
    matches!(
        field.kind,
        Kind::Party | Kind::Parties | Kind::Obligation | Kind::Notice | Kind::Of(_)
    )
}

fn known(form: &str, field: &str) -> bool {
    let path = format!("{form}.{field}");
    KNOWN.iter().any(|(_, forms)| forms.contains(&path.as_str()))
}

fn own(form: &str, field: &str) -> bool {
    let act = form.rsplit('.').next().unwrap_or_default();
    let names = [field.to_owned(), format!("{act}.{field}"), format!("{form}.{field}")];
    names.iter().any(|name| OWN.contains(&name.as_str()))
}

#[test]
fn of_every_field_of_every_act_it_is_said_which_fact_it_asks() {
    let mut unsaid = Vec::new();
    for (form, act) in forms() {
        for field in act.fields.iter().filter(|field| !chosen(field)) {
            if !known(&form, field.name) && !own(&form, field.name) {
                unsaid.push(format!("{form}.{}", field.name));
            }
        }
    }
    assert_eq!(
        unsaid,
        Vec::<String>::new(),
        "does an earlier act know it? then fill it in (KNOWN), else OWN"
    );
}

#[test]
fn nothing_in_the_table_has_left_the_forms() {
    let forms = forms();
    let there: BTreeSet<String> = forms
        .iter()
        .flat_map(|(form, act)| {
            act.fields.iter().map(move |field| format!("{form}.{}", field.name))
        })
        .collect();
    for (fact, asked) in KNOWN {
        for path in *asked {
            assert!(there.contains(*path), "{fact}: {path}");
        }
    }
}

/// What the registration has: no act asks it again.
#[test]
fn who_where_and_what_happened_is_asked_at_the_beginning_and_by_no_act() {
    let registered = [
        "name",
        "phone",
        "id_number",
        "document_number",
        "address",
        "place_code",
        "summary",
        "applicants",
        "others",
        "sum",
        "happened_on",
        "people",
    ];
    for (form, act) in forms() {
        for field in act.fields.iter().filter(|field| !chosen(field)) {
            assert!(!registered.contains(&field.name), "{form} asks {} again", field.name);
        }
    }
}

fn shell() -> Shell {
    Shell {
        english: false,
        elder: false,
        title: String::new(),
        unit: String::new(),
        who: None,
        places: Vec::new(),
        csrf: String::new(),
        back: String::new(),
        staff: None,
    }
}

fn day(day: i32) -> Option<common::Date> {
    Some(common::Date { year: 2026, month: 3, day })
}

/// A dispute in the middle of its life: registered, advised on, in mediation with a session set.
fn dispute() -> Known {
    let advice = intake::Advice {
        kind: "neighbour".to_owned(),
        track: "people_mediation".to_owned(),
        clause: "五(二)2；人民调解法25".to_owned(),
        why: vec!["两家相邻".to_owned()],
        signs: vec![intake::Sign { flag: "minor_protection".to_owned(), ..Default::default() }],
        ..Default::default()
    };
    let head = |procedure: &str, state: &str| common::CaseHead {
        name: "cases/1".to_owned(),
        procedure: procedure.to_owned(),
        state: state.to_owned(),
        ..Default::default()
    };
    let umbrella = intake::Dispute {
        head: Some(head("dispute", "registered")),
        content: Some(intake::Content { kind: "neighbour".to_owned(), ..Default::default() }),
        advice: Some(advice),
        ..Default::default()
    };
    let planned = mediation::Session {
        no: 1,
        on: day(9),
        place: "村议事厅".to_owned(),
        mode: "apart".to_owned(),
        ..Default::default()
    };
    let talks = mediation::PeopleMediation { planned: Some(planned), ..Default::default() };
    Known {
        umbrella: Some(umbrella),
        mediation: Some(talks),
        cases: vec![head("dispute", "registered")],
        ..Known::default()
    }
}

/// Whether a field of a form that is opened says something.
fn filled(shown: &Shown, today: &str) -> bool {
    let row = |row: &Vec<Shown>| row.iter().any(|field| filled(field, today));
    let is_today = shown.form == "date" && shown.value == today;
    (!shown.value.is_empty() && !is_today && shown.value != "nobody")
        || shown.options.iter().any(|option| option.chosen && !option.value.is_empty())
        || shown.rows.iter().any(row)
}

fn opened(act: &Act, field: &Field, known: &Known, matter: Option<&Matter>) -> Shown {
    let today: jiff::civil::Date = "2026-03-11".parse().unwrap();
    let likely = likely::likely(known, matter, (act.procedure, act.key), today);
    let staff = Staff {
        name: String::new(),
        person: "nobody".to_owned(),
        roles: vec![Role::WindowClerk],
        token: String::new(),
        until: 0,
    };
    let (form, shell) = (Form::default(), shell());
    field.shown(&At {
        known,
        matter,
        form: &form,
        likely: &likely,
        today,
        shell: &shell,
        staff: &staff,
    })
}

#[test]
fn a_fact_that_an_earlier_act_has_made_known_stands_in_every_form_that_asks_it() {
    for (form, act) in forms() {
        let matters = matters().into_iter().filter(|(procedure, _)| *procedure == act.procedure);
        let matters: Vec<Matter> = matters.map(|(_, matter)| matter).collect();
        let known = Known { matters, ..dispute() };
        for field in act.fields.iter().filter(|field| self::known(&form, field.name)) {
            let shown = opened(act, field, &known, known.matters.last());
            assert!(filled(&shown, "2026-03-11"), "{form}.{} is asked again", field.name);
        }
    }
}

#[test]
fn what_is_not_known_is_not_made_up() {
    let nothing = Known::default();
    for (form, act) in forms() {
        for field in act.fields.iter().filter(|field| known(&form, field.name)) {
            let shown = opened(act, field, &nothing, None);
            assert!(!filled(&shown, "2026-03-11"), "{form}.{}: {}", field.name, shown.value);
        }
    }
}

#[test]
fn of_what_is_no_dispute_every_field_is_said_too() {
    let said = |path: &String, field: &&str| {
        AFFAIRS_KNOWN.contains(&path.as_str()) || AFFAIRS_OWN.contains(field)
    };
    let asked = affairs::asked().map(|(form, field)| (format!("{form}.{field}"), field));
    let unsaid: Vec<String> =
        asked.filter(|(path, field)| !said(path, field)).map(|(path, _)| path).collect();
    assert_eq!(unsaid, Vec::<String>::new(), "does an earlier act know it?");
    let there: BTreeSet<String> =
        affairs::asked().map(|(form, field)| format!("{form}.{field}")).collect();
    for path in AFFAIRS_KNOWN {
        assert!(there.contains(*path), "{path}");
    }
}

/// What the citizens' pages ask: who she is and what happened once, when she files; the code and the end of her number
/// where she has not shown them yet, and never while her dispute is open in the browser.
#[test]
fn a_citizen_says_who_she_is_and_what_happened_once() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/citizen");
    let once = ["name", "phone", "other", "other_phone", "place", "place_code", "summary", "kind"];
    let proof = ["track.html", "door.html", "verify.html"];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let asks = |field: &str| {
            let named = format!("name=\"{field}\"");
            let tags = text.match_indices(&named).map(|(at, _)| &text[..at]);
            tags.filter_map(|before| before.rsplit('<').next())
                .any(|tag| !tag.contains("type=\"hidden\"") && !tag.starts_with("meta"))
        };
        for field in once.iter().filter(|_| !["file.html", "box.html"].contains(&name.as_str())) {
            assert!(!asks(field), "{name} asks {field}");
        }
        for field in ["digits", "receipt"] {
            assert!(!asks(field) || proof.contains(&name.as_str()), "{name} asks {field}");
        }
    }
    let verify = include_str!("../../../../templates/citizen/verify.html");
    assert!(verify.contains("{% if open %}"), "what is open here is not asked again");
}
