//! The dockets of the deciding bodies: what has ended is found by its year, and each list is a workbook.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::browser::Browser;
use super::talks::act;
use super::{petition_office, today};

/// A petition at the window; says its dispute.
async fn petition(browser: &mut Browser, name: &str) -> String {
    let day = today().to_string();
    let fields = [
        ("applicants.0.name", name),
        ("others.0.name", "王秀英"),
        ("place", "640122101203"),
        ("summary", "反映排污"),
        ("form", "visit"),
        ("matter", "claim"),
        ("kind", "environment"),
        ("number", "信2026-9"),
        ("on", day.as_str()),
    ];
    browser.get("/begin/petition").await;
    let answer = browser.send("/begin/petition", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.to.trim_start_matches("/disputes/").split('?').next().unwrap().to_owned()
}

/// The rows of a workbook below its head, as text.
async fn rows(browser: &mut Browser, address: &str) -> Vec<Vec<String>> {
    let (_, bytes) = browser.download(address).await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let day = |cell: &Data| matches!(cell, Data::DateTime(_));
    let text = |cell: &Data| if day(cell) { "a day".to_owned() } else { cell.to_string() };
    range.rows().skip(1).map(|row| row.iter().map(text).collect()).collect()
}

#[tokio::test]
async fn what_has_ended_is_found_by_its_year_and_both_lists_are_workbooks() {
    let unit = petition_office().await;
    let mut browser = unit.logged_in("zhao").await;
    let day = today().to_string();
    let open = petition(&mut browser, "马建国").await;
    let gone = petition(&mut browser, "李四喜").await;
    act(&mut browser, &gone, "登记信访人撤回", &[("on", day.as_str())]).await;
    let list = browser.get("/petitions").await;
    assert!(list.has("马建国") && !list.has("李四喜"), "{}", list.text());
    let ended = browser.get(&list.link("已结")).await;
    assert!(ended.has("李四喜") && !ended.has("马建国"), "{}", ended.text());
    assert!(ended.has("已结 1 件") && ended.has(&format!("/disputes/{gone}")), "{}", ended.text());
    let year = today().year();
    assert!(ended.has(&format!("value=\"{year}\" selected")), "{}", ended.text());
    let ever = browser.get("/petitions?show=ended&year=all").await;
    assert!(ever.has("李四喜") && ever.has("value=\"all\" selected"), "{}", ever.text());
    let before = browser.get(&format!("/petitions?show=ended&year={}", year - 1)).await;
    assert!(before.has("已结 0 件") && !before.has("李四喜"), "{}", before.text());
    let odd = browser.get("/petitions?show=ended&year=nonsense&page=nonsense").await;
    assert_eq!(odd.status, 422, "{}", odd.text());

    let working = rows(&mut browser, "/export/docket.xlsx?list=petitions").await;
    assert_eq!(working.len(), 1, "{working:?}");
    let row = &working[0];
    assert_eq!((row[0].as_str(), row[3].as_str()), ("待分类转送", "马建国、王秀英 环境污染纠纷"));
    assert_eq!(row[1], "a day", "a limit runs: {row:?}");
    let address = format!("/export/docket.xlsx?list=petitions&show=ended&year={year}");
    let past = rows(&mut browser, &address).await;
    assert_eq!(past.len(), 1, "{past:?}");
    assert_eq!(
        (past[0][0].as_str(), past[0][1].as_str()),
        ("a day", "李四喜、王秀英 环境污染纠纷")
    );
    assert!(ended.has(&past[0][3]), "the same result as on the page: {past:?}");
    for nothing in ["/export/docket.xlsx", "/export/docket.xlsx?list=court"] {
        assert_eq!(browser.get(nothing).await.status, 404, "{nothing}");
    }
    let page = browser.get(&format!("/disputes/{open}")).await;
    assert!(page.has("马建国"), "{}", page.text());
}
