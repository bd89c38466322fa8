//! Every list has its workbook, in one place, with the rows that the page shows; whoever does not see the page gets none.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx};
use jiefen_platform::config::Area;
use jiefen_registry::RegistryArea;
use jiefen_vocab::Role;

use super::browser::{Answer, Browser};
use super::counter::register;
use super::house::{County, act};
use super::leaders::office;
use super::lint::templates;
use super::patrol::{centre, screening};
use super::room::Room;
use super::{TOWN, counter};

/// The workbooks of these pages.
const WORKBOOKS: [&str; 20] = [
    "work",
    "search",
    "cockpit",
    "figure",
    "parts",
    "letters",
    "warnings",
    "screenings",
    "findings",
    "reports",
    "signals",
    "tasks",
    "requests",
    "units",
    "peers",
    "parked",
    "audit",
    "filed",
    "papers",
    "room",
];

/// Workbooks that the tests of their own pages hold against these.
const ELSEWHERE: [&str; 6] = ["register", "roster", "incidents", "docket", "scores", "score"];

/// Templates with rows that are no list of their own.
const NO_LISTS: [(&str, &str); 2] = [
    ("incidents/incident.html", "one incident, printed as a page"),
    ("room/line.html", "a row of the room's list"),
];

/// The rows that a page shows of a list, as text without blanks: what stands behind the link to its workbook.
fn shown(page: &Answer, link: &str) -> Vec<String> {
    let text = page.text();
    let from = text.find(&format!("href=\"{link}\"")).unwrap_or_else(|| panic!("{link}: {text}"));
    let rest = &text[from + 6..];
    let rest = rest.find("href=\"/export/").map_or(rest, |next| &rest[..next]);
    let row = |at: usize| {
        let start = rest[..at].rfind('<').unwrap();
        let name = rest[start + 1..].split(' ').next().unwrap();
        let end = rest[at..].find(&format!("</{name}>")).unwrap() + at;
        plain(&rest[start..end])
    };
    rest.match_indices(" data-row").map(|(at, _)| row(at)).collect()
}

/// A part of a page as it is read, without blanks.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside && !letter.is_whitespace() => text.push(letter),
            _ => {}
        }
    }
    text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#38;", "&")
}

/// The head and the rows of a workbook.
async fn workbook(browser: &mut Browser, address: &str) -> (Vec<String>, Vec<Vec<Data>>) {
    let (headers, bytes) = browser.download(address).await;
    let kind = headers["content-type"].to_str().unwrap();
    assert!(kind.contains("spreadsheetml"), "{address}: {kind}");
    assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names().first().cloned().unwrap();
    assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{address}: no formula");
    let range = book.worksheet_range(&name).unwrap();
    let mut rows = range.rows().map(<[Data]>::to_vec);
    let head = rows.next().unwrap().iter().map(ToString::to_string).collect();
    (head, rows.collect())
}

/// Holds a workbook against the page that links to it: as many rows, and every word of each stands in its row there.
/// `more`: columns that the page does not show.
async fn same(browser: &mut Browser, address: &str, list: &str, more: &[&str]) -> usize {
    let page = browser.get(address).await;
    assert_eq!(page.status, 200, "{address}: {}", page.text());
    let from = page.text().find(&format!("href=\"/export/{list}.xlsx"));
    let from = from.unwrap_or_else(|| panic!("{address} has no {list}: {}", page.text())) + 6;
    let link = page.text()[from..].split('"').next().unwrap().to_owned();
    let (head, rows) = workbook(browser, &link.replace("&#38;", "&")).await;
    let shown = shown(&page, &link);
    assert_eq!(rows.len(), shown.len(), "{list}: {rows:?} {shown:?}");
    for (row, shown) in rows.iter().zip(&shown) {
        for (name, cell) in head.iter().zip(row) {
            let Data::String(text) = cell else { continue };
            let words = text.split(|c: char| c.is_whitespace() || c == '；');
            for word in words.filter(|_| !more.contains(&name.as_str())) {
                assert!(shown.contains(word), "{list}, {name}: {word} is not in {shown}");
            }
        }
    }
    rows.len()
}

#[tokio::test]
async fn what_a_leader_sees_in_the_cockpit_and_in_letters_is_what_the_workbooks_have() {
    let county = County::new();
    let office = office(&county).await;
    let mut leader = office.logged_in("leader").await;
    assert!(same(&mut leader, "/cockpit?period=2026-03", "cockpit", &[]).await > 5);
    let (_, rows) = workbook(&mut leader, "/export/cockpit.xlsx?period=2026-03").await;
    assert!(rows.iter().flatten().any(|cell| matches!(cell, Data::Float(_))), "{rows:?}");
    let late = "/cockpit/figures/M-05?of=all&period=2026-03&list=late";
    assert_eq!(same(&mut leader, late, "figure", &[]).await, 1);
    assert!(same(&mut leader, late, "parts", &[]).await > 0);
    let mut assessor = office.logged_in("assessor").await;
    for ground in ["=1+1", "移送逾期未答"] {
        assessor.get("/affairs/letters/own/new/draft").await;
        let about = super::leaders::dispute(1).to_string();
        let fields = [
            ("unit", TOWN),
            ("ground", ground),
            ("disputes", about.as_str()),
            ("demand", "逐件签收办理"),
        ];
        let sent = assessor.send("/affairs/letters/own/new/draft", &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
    }
    assert_eq!(same(&mut assessor, "/letters?all=1", "letters", &[]).await, 2);
    let mut operator = office.logged_in("guanli").await;
    assert!(same(&mut operator, "/system", "peers", &[]).await > 0);
    assert!(same(&mut operator, "/system", "audit", &[]).await > 0);
    let parked = "/export/parked.xlsx?area=assessment";
    let (head, none) = workbook(&mut operator, parked).await;
    assert!(head.contains(&"原因".to_owned()) && none.is_empty(), "nothing is parked");
    for list in ["cockpit", "figure", "parts", "letters"] {
        let refused = operator.get(&format!("/export/{list}.xlsx")).await;
        assert_eq!(refused.status, 403, "{list}: {}", refused.text());
    }
    for list in ["peers", "parked", "audit"] {
        let refused = leader.get(&format!("/export/{list}.xlsx?area=assessment")).await;
        assert_eq!(refused.status, 403, "{list}: {}", refused.text());
    }
}

#[tokio::test]
async fn screenings_warnings_and_what_is_in_them_are_what_the_workbooks_have() {
    let county = County::new();
    let centre = centre(&county, "640122.centre", &[]).await;
    let mut head = centre.logged_in("head").await;
    let at = screening(&mut head).await;
    let found = [
        ("round", "1"),
        ("place", "640122101"),
        ("kind", "labour"),
        ("people", "10"),
        ("summary", "工地停工，工人说三个月没发工资"),
        ("signal_only", "yes"),
    ];
    act(&mut head, &at, "报告发现的问题", &found).await;
    assert_eq!(same(&mut head, "/patrol", "screenings", &[]).await, 1);
    assert_eq!(same(&mut head, "/patrol", "warnings", &[]).await, 1);
    assert_eq!(same(&mut head, &at, "findings", &[]).await, 1);
    assert_eq!(same(&mut head, &at, "reports", &[]).await, 1);
    let list = head.get("/patrol").await;
    let risk = list.link("去处置<span class=\"off\">：贺兰县金贵镇 黄色预警</span>");
    let task = [("unit", TOWN), ("what", "核对工资表"), ("due", "2026-03-18")];
    act(&mut head, &risk, "交办任务", &task).await;
    assert_eq!(same(&mut head, &risk, "signals", &[]).await, 1);
    assert_eq!(same(&mut head, &risk, "tasks", &[]).await, 1);
    let of = at.rsplit('/').next().unwrap();
    let mut judge = centre.logged_in("judge").await;
    for list in ["screenings", "warnings", "findings", "reports", "signals", "tasks"] {
        let refused = judge.get(&format!("/export/{list}.xlsx?at=own&case={of}")).await;
        assert_eq!(refused.status, 403, "{list}: {}", refused.text());
    }
}

#[tokio::test]
async fn the_counters_lists_are_what_the_workbooks_have() {
    let unit = counter().await;
    let mut clerk = unit.logged_in("zhangmin").await;
    let dispute = register(&mut clerk, "=1+1 两家因院墙排水发生争执").await;
    let papers = format!("/disputes/{dispute}/papers");
    clerk.get(&papers).await;
    clerk.upload(&papers, ("经过.txt", "text/plain"), "四月起没有付过钱".as_bytes()).await;
    let receipt = clerk.get(&format!("/disputes/{dispute}/receipt")).await;
    let code = receipt.text().split("class=\"code\">").nth(1).unwrap();
    let code = code.split('<').next().unwrap().to_owned();
    let mut citizen = unit.browser();
    citizen.get("/citizen/track").await;
    citizen.send("/citizen/track", &[("code", &code), ("digits", "5678")]).await;
    citizen.get("/citizen/ask?about=complaint").await;
    let said = [("about", "complaint"), ("text", "打了三次电话没有人接")];
    assert_eq!(citizen.send("/citizen/ask", &said).await.status, 303);
    assert!(same(&mut clerk, "/", "work", &["回执"]).await > 0);
    assert_eq!(same(&mut clerk, "/search?q=院墙", "search", &[]).await, 1);
    assert_eq!(same(&mut clerk, "/requests", "requests", &[]).await, 1);
    assert_eq!(same(&mut clerk, &papers, "filed", &[]).await, 1);
    let (head, none) =
        workbook(&mut clerk, &format!("/export/papers.xlsx?dispute={dispute}")).await;
    assert!(head.contains(&"核验码".to_owned()) && none.is_empty(), "nothing was issued");
    let mut operator = unit.logged_in("guanli").await;
    assert_eq!(operator.get("/export/requests.xlsx").await.status, 403);
    assert_eq!(clerk.get("/export/nothing.xlsx").await.status, 404);
    assert_eq!(clerk.get("/export/filed.xlsx?dispute=nobody").await.status / 100, 4);
    assert_eq!(unit.browser().get("/export/work.xlsx").await.status, 303, "to the log-in");
}

#[tokio::test]
async fn the_units_are_what_the_workbook_has_in_each_view() {
    let county = County::new();
    let people: &[(&str, &[Role])] = &[("clerk", &[Role::WindowClerk])];
    let add = jiefen_registry::add_services;
    let office =
        county.unit::<RegistryArea>(("640122.registry", Area::Registry), people, &[], add).await;
    jiefen_registry::seed(&office.node.ledger).await.unwrap();
    let mut clerk = office.logged_in("clerk").await;
    assert!(same(&mut clerk, "/units", "units", &[]).await > 50);
    assert!(same(&mut clerk, "/units?view=authority", "units", &[]).await > 50);
    assert!(same(&mut clerk, "/units?view=mediators", "units", &[]).await > 5);
    assert!((1..5).contains(&same(&mut clerk, "/units?q=贺兰县人民法院", "units", &[]).await));
}

#[tokio::test]
async fn what_is_said_to_all_is_in_the_workbook_of_the_room_and_a_private_note_never_is() {
    let mut room = Room::open(41).await;
    let at = format!("/disputes/{}/room", room.dispute);
    for text in ["明天上午九点谈", "带上房产证"] {
        room.mediator.get(&at).await;
        let answer = room.mediator.send(&format!("{at}/say"), &[("text", text)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    assert_eq!(same(&mut room.mediator, &at, "room", &[]).await, 2);
    room.mediator.get(&at).await;
    let note = [("text", "乙方私下说愿意让一步"), ("note", "1")];
    room.mediator.send(&format!("{at}/say"), &note).await;
    assert!(room.mediator.get(&at).await.has("愿意让一步"), "she reads it herself");
    let address = format!("/export/room.xlsx?dispute={}", room.dispute);
    let (_, rows) = workbook(&mut room.mediator, &address).await;
    assert!(rows.len() == 2 && !format!("{rows:?}").contains("愿意让一步"), "{rows:?}");
    let mut operator = room.unit.logged_in("guanli").await;
    assert_eq!(operator.get(&address).await.status / 100, 4);
}

#[test]
fn every_page_with_rows_has_a_workbook_and_every_workbook_is_tested() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, text) in templates(&folder.join("templates")) {
        let is_list = text.contains("data-row") || text.contains("<table");
        let known = NO_LISTS.iter().any(|(end, _)| name.ends_with(end));
        let has = text.contains("export.html") || text.contains(".xlsx");
        assert!(!is_list || known || has, "{name} has rows and no workbook");
    }
    let source = std::fs::read_to_string(folder.join("src/pages/export.rs")).unwrap();
    let ends = source.match_indices(".xlsx\" =>");
    let made: BTreeSet<&str> =
        ends.filter_map(|(end, _)| source[..end].rsplit('"').next()).collect();
    let tested = std::fs::read_to_string(folder.join("tests/pages/lists.rs")).unwrap();
    let others = std::fs::read_dir(folder.join("tests/pages")).unwrap();
    let others: String =
        others.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let (elsewhere, made): (BTreeSet<&str>, BTreeSet<&str>) =
        made.into_iter().partition(|list| ELSEWHERE.contains(list));
    assert_eq!(elsewhere.len(), ELSEWHERE.len(), "{elsewhere:?}");
    for list in elsewhere {
        assert!(
            others.contains(&format!("(\"/export/{list}.xlsx")),
            "{list} is downloaded in no test"
        );
    }
    for list in &made {
        assert!(WORKBOOKS.contains(list), "{list} is held against no page");
        assert!(tested.matches(&format!("\"{list}\"")).count() > 1 || *list == "papers", "{list}");
    }
    assert_eq!(made.len(), WORKBOOKS.len(), "{made:?}");
}
