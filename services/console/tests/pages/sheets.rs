//! Score sheets: frozen at the office, appealed against by the unit, decided, signed by another person.

use jiefen_assessment::AssessmentArea;
use jiefen_ledger::wire::date_to;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::documents::v1::documents_service_server::DocumentsServiceServer;
use jiefen_proto::jiefen::mediation::v1 as mediation;
use jiefen_vocab::Role;
use jiff::civil::date;
use tonic::service::RoutesBuilder;

use super::TOWN;
use super::browser::Browser;
use super::house::{County, House, TODAY, act};
use super::leaders::{dispute, head, hear, town};
use super::owned::Papers;

const OFFICE: &str = "640122.assessment";

/// An office that heard of two mediations of a township in March: one agreed, one failed. It is April.
async fn office(county: &County) -> House<AssessmentArea> {
    let people: &[(&str, &[Role])] = &[
        ("leader", &[Role::Leader]),
        ("assessor", &[Role::Assessor]),
        ("guanli", &[Role::Operator]),
    ];
    let add = |routes: &mut RoutesBuilder, app| {
        routes.add_service(DocumentsServiceServer::new(Papers { office: true }));
        jiefen_assessment::add_services(routes, app);
    };
    let mut office = county.unit((OFFICE, Area::Assessment), people, &[], add).await;
    for n in 1..=2 {
        let (procedure, on) = ("people_mediation".to_owned(), Some(date_to(TODAY)));
        if n == 1 {
            let agreed = mediation::AgreementMade {
                head: head(n, TOWN),
                effective_on: on,
                ..Default::default()
            };
            hear(&mut office, TOWN, "jiefen.mediation.v1.AgreementMade", n, &agreed).await;
        } else {
            let ended = mediation::MediationEnded {
                head: head(n, TOWN),
                procedure,
                outcome: "failed".to_owned(),
                on,
                ..Default::default()
            };
            hear(&mut office, TOWN, "jiefen.mediation.v1.MediationEnded", n, &ended).await;
        }
    }
    office.node.on(date(2026, 4, 2));
    office
}

/// The assessor freezes March for the township and compares it; says where the sheet stands.
async fn frozen(assessor: &mut Browser) -> String {
    assert!(assessor.get("/sheets").await.has("没有考核表"));
    let form = assessor.get("/affairs/sheets/own/new/freeze").await;
    assert!(form.has("2026年3月") && form.has("2025年第4季度"), "what is over: {}", form.text());
    assert!(!form.has("2026年4月"), "what is not over is not offered");
    let few = [("resident", "300000")];
    let nothing = assessor.send("/affairs/sheets/own/new/freeze", &few).await;
    let kept = nothing.has("href=\"#period\"") && nothing.has("value=\"300000\"");
    assert!(kept, "{}", nothing.text());
    let march = [("unit", TOWN), ("period", "2026-03")];
    let to = act(assessor, "/sheets", "冻结考核数据", &march).await;
    let at = to.split('?').next().unwrap().to_owned();
    let page = assessor.get(&at).await;
    for shown in ["金贵镇综治中心 2026年3月", "已冻结，申诉期", "50.00%", "1 / 2", "办结口径"]
    {
        assert!(page.has(shown), "{shown}: {}", page.text());
    }
    act(assessor, &at, "重新计算并核对", &[]).await;
    assert!(assessor.get(&at).await.has("核对一致"));
    at
}

/// The head of the township says that the mediation that failed was not theirs, from the list of what was counted.
async fn appealed(head: &mut Browser, theirs: &str) {
    let list = head.get("/sheets").await;
    assert!(list.has("金贵镇综治中心") && list.has("申诉期"), "{}", list.text());
    let behind = head.get(&format!("{theirs}?figure=M-03%7Cconcluded")).await;
    let failed = dispute(2).to_string();
    assert!(behind.has(&failed) && behind.has("没有计入"), "{}", behind.text());
    let name = format!("这件不该这样算<span class=\"off\"> {failed}</span>");
    let appeal = behind.link(&name).replace("&#38;", "&");
    let form = head.get(&appeal).await;
    assert!(form.has(&format!("value=\"{failed}\"")), "it is filled in: {}", form.text());
    let appeal = appeal.split('?').next().unwrap();
    let figure = ("figure", "M-03|concluded");
    let said = [figure, ("dispute", failed.as_str()), ("reason", "不是本单位承办")];
    let sent = head.send(appeal, &said).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert!(head.get(theirs).await.has("待处理"));
}

/// The appeal is upheld; without the right numbers nothing is decided.
async fn upheld(assessor: &mut Browser, at: &str) {
    assert!(assessor.get("/sheets").await.has("1 项申诉待处理"));
    let form = assessor.get(at).await.link("处理申诉");
    assessor.get(&form).await;
    let few = [("appeal", "1"), ("upheld", "yes"), ("reason", "属实")];
    let none = assessor.send(&form, &few).await;
    assert!(none.has("href=\"#numerator\"") && none.has("属实"), "{}", none.text());
    let whole = [
        ("appeal", "1"),
        ("upheld", "yes"),
        ("numerator", "1"),
        ("denominator", "1"),
        ("reason", "经查属实"),
    ];
    act(assessor, at, "处理申诉", &whole).await;
    let page = assessor.get(at).await;
    for shown in ["成立", "经查属实", "<del>1 / 2</del>", "更正为", "1 / 1"] {
        assert!(page.has(shown), "{shown}: {}", page.text());
    }
    assert!(!page.has("签发考核表</a>"), "the appeal window runs");
}

#[tokio::test]
async fn a_sheet_is_frozen_appealed_against_by_its_unit_decided_and_signed_by_somebody_else() {
    let county = County::new();
    let office = office(&county).await;
    let town = town(&county, &office).await;
    let mut assessor = office.logged_in("assessor").await;
    let at = frozen(&mut assessor).await;
    let theirs = at.replace("/own/", "/office/");
    appealed(&mut town.logged_in("head").await, &theirs).await;
    let mut clerk = town.logged_in("clerk").await;
    assert_eq!(clerk.get(&theirs).await.status, 403);
    upheld(&mut assessor, &at).await;
    office.node.on(date(2026, 9, 1));
    assert!(office.node.ledger.sweep().await.unwrap() >= 1, "the appeal window ends");
    let mut leader = office.logged_in("leader").await;
    let to = act(&mut leader, &at, "签发考核表", &[]).await;
    let page = leader.get(&to).await;
    assert!(page.has("已办好：签发考核表") && page.has("leader-1"), "{}", page.text());
    assert!(leader.get("/sheets?all=1").await.has("已签发"));
    let of = at.trim_start_matches("/sheets/").replace('/', "&case=");
    let (_, bytes) = leader.download(&format!("/export/score.xlsx?at={of}")).await;
    assert!(bytes.starts_with(b"PK"));
    let (_, bytes) = leader.download("/export/scores.xlsx?all=1").await;
    assert!(bytes.starts_with(b"PK"));
    let mut operator = office.logged_in("guanli").await;
    assert_eq!(operator.get("/sheets").await.status, 403);
}

#[tokio::test]
async fn the_office_issues_the_paper_of_a_sheet_from_its_page() {
    let county = County::new();
    let office = office(&county).await;
    let mut assessor = office.logged_in("assessor").await;
    let at = frozen(&mut assessor).await;
    let paper = assessor.get(&at).await.link("考核结果通知书");
    assert_eq!(paper, format!("{}/paper/new/score_sheet", at));
    let form = assessor.get(&paper).await;
    assert!(form.has("← 返回考核表") && form.has(&format!("href=\"{at}\"")), "{}", form.text());
    let issued = assessor.send(&paper, &[]).await;
    assert_eq!(issued.status, 303, "{}", issued.text());
    assert!(issued.to.starts_with(&at) && issued.to.contains("?paper="), "{}", issued.to);
    let page = assessor.get(issued.to.split('#').next().unwrap()).await;
    assert!(page.has("文书已经出具"), "{}", page.text());
}
