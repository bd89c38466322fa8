//! The rosters of persons: the registrar and the heads of units keep them, everybody reads them, and where a mediator is
//! named the unit's roster is offered.

use jiefen_mediation::MediationArea;
use jiefen_platform::config::Area;
use jiefen_vocab::Role;

use super::browser::Browser;
use super::handover::brief;
use super::house::{County, House, TODAY, act};
use super::units::office;

const SCHOOL: &str = "640122.school_mediation";
const PHONE: &str = "13912345678";

/// A member who was elected for three years.
const MEMBER: [(&str, &str); 14] = [
    ("name", "王芳"),
    ("calling", "part_time"),
    ("manner", "elected"),
    ("appointed_by", "教职工代表大会"),
    ("appointed_on", "2026-03-01"),
    ("basis", "推选记录"),
    ("since", "2026-03-01"),
    ("until", "2029-03-01"),
    ("person", "head-1"),
    ("phone", PHONE),
    ("fields", "campus"),
    ("languages", "普通话、手语"),
    ("checked", "yes"),
    ("on", "2026-03-11"),
];

fn member<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = MEMBER.into_iter().filter(|(name, _)| other.iter().all(|(one, _)| one != name));
    kept.chain(other.iter().copied()).collect()
}

/// A mediation organisation whose pages reach the register.
async fn school(county: &County, register: std::net::SocketAddr) -> House<MediationArea> {
    let people: &[(&str, &[Role])] =
        &[("head", &[Role::Mediator, Role::MediationHead]), ("plain", &[Role::Mediator])];
    let offices = [(Area::Registry, register)];
    county.unit((SCHOOL, Area::Mediation), people, &offices, jiefen_mediation::add_services).await
}

async fn entered(browser: &mut Browser, fields: &[(&str, &str)]) -> String {
    let address = browser.get("/roster").await.link("登记入册");
    browser.get(&address).await;
    let answer = browser.send(&address, fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.to
}

#[tokio::test]
async fn the_registrar_enters_a_person_renews_the_term_and_takes_the_person_off() {
    let county = County::new();
    let office = office(&county).await;
    let mut registrar = office.logged_in("registrar").await;
    let units = registrar.get("/units").await;
    assert_eq!(units.link("人员名册"), "/roster");
    let address = registrar.get("/roster").await.link("登记入册");
    let form = registrar.get(&address).await;
    assert!(form.has(&format!("value=\"{SCHOOL}\"")), "every unit can be chosen");
    let at = [("unit", SCHOOL)];
    for (other, word) in [
        (("until", "2029-03-02"), "最晚到 2029-03-01"),
        (("until", ""), "没有填写最后一天"),
        (("checked", ""), ""),
        (("calling", "arbitrator"), "不在这个单位的名册"),
        (("phone", "none of yours"), "href=\"#phone\""),
        (("unit", "640122.court"), "不在这个单位的名册"),
    ] {
        let unit = at.iter().filter(|(name, _)| *name != other.0).copied();
        let fields = member(&unit.chain([other]).collect::<Vec<_>>());
        // A box that is not ticked is not sent.
        let fields: Vec<_> = fields.into_iter().filter(|one| *one != ("checked", "")).collect();
        let answer = registrar.send(&address, &fields).await;
        assert!(answer.status >= 400 && answer.has(word), "{other:?}: {}", answer.text());
        assert!(answer.has("value=\"王芳\"") && answer.has("id=\"errors\""), "{other:?}");
    }
    let page = entered(&mut registrar, &member(&at)).await;
    let person = registrar.get(&page).await;
    for word in ["已办好：登记入册", "王芳", "贺兰县中小学校园人民调解组织", PHONE, "手语", "校园"]
    {
        assert!(person.has(word), "{word}: {}", person.text());
    }
    let page = page.split('?').next().unwrap().to_owned();
    let list = registrar.get(&format!("/roster?unit={SCHOOL}")).await;
    assert!(list.has("王芳") && list.has("兼职人民调解员") && list.has("2029-03-01"));
    assert!(!registrar.get("/roster?calling=lawyer").await.has("王芳"));
    assert!(!registrar.get("/roster?field=labour").await.has("王芳"));
    let again = registrar.get(&address).await;
    assert_eq!(again.status, 200);
    let twice = registrar.send(&address, &member(&at)).await;
    assert!(twice.has("已有同名同类的人"), "{}", twice.text());

    let amend = registrar.get(&page).await.link("修改登记");
    let form = registrar.get(&amend).await;
    assert_eq!(
        (form.value("phone"), form.value("languages")),
        (PHONE.into(), "普通话、手语".into())
    );
    assert!(form.has("value=\"campus\" checked"), "{}", form.text());
    let etag = form.value("etag");
    let renewed = member(&[("since", "2026-03-11"), ("until", "2029-03-11"), ("etag", &etag)]);
    let answer = registrar.send(&amend, &renewed).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(registrar.get(&page).await.has("2026-03-11 至 2029-03-11"));
    act(&mut registrar, &page, "核对无误", &[("on", "2026-03-11")]).await;
    let off = registrar.get(&page).await.link("出册");
    registrar.get(&off).await;
    let unsaid = [("ground", "dismissed"), ("note", ""), ("on", "2026-03-11")];
    let refused = registrar.send(&off, &unsaid).await;
    assert!(refused.has("没有写明具体情况") && refused.has("人民调解法 15"), "{}", refused.text());
    let said = [("ground", "resigned"), ("note", ""), ("on", "2026-03-11")];
    act(&mut registrar, &page, "出册", &said).await;
    let gone = registrar.get(&page).await;
    assert!(gone.has("已出册") && gone.has("本人辞任") && gone.has("王芳"), "the entry stays");
    assert!(!gone.has("修改登记"));
    assert!(!registrar.get("/roster").await.has("王芳"));
    assert!(registrar.get("/roster?all=1").await.has("王芳"));
    let (headers, workbook) = registrar.download("/export/roster.xlsx?all=1").await;
    assert!(headers["content-type"].to_str().unwrap().contains("spreadsheetml"));
    assert!(workbook.starts_with(b"PK"));
}

#[tokio::test]
async fn a_head_keeps_the_own_roster_at_the_office_and_others_see_no_number() {
    let county = County::new();
    let office = office(&county).await;
    let school = school(&county, office.at).await;
    let mut head = school.logged_in("head").await;
    let address = head.get("/roster").await.link("登记入册");
    let form = head.get(&address).await;
    let radio = format!("name=\"unit\" value=\"{SCHOOL}\" checked");
    assert!(form.has(&radio), "the own unit, and no other: {}", form.text());
    let page = entered(&mut head, &member(&[("unit", SCHOOL)])).await;
    assert!(head.get(&page).await.has(PHONE));
    let other = member(&[("unit", "640122.enterprise_mediation"), ("name", "李明")]);
    head.get(&address).await;
    let refused = head.send(&address, &other).await;
    assert!(refused.has("这是其他单位的名册"), "{}", refused.text());
    let mut plain = school.logged_in("plain").await;
    let seen = plain.get(&page).await;
    assert!(seen.has(PHONE) && !seen.has("修改登记"), "a colleague reads: {}", seen.text());
    assert!(!plain.get("/roster").await.has("登记入册"));
    // At the office that keeps the register the window reads it too; another unit's pages show no number.
    let offices = [(Area::Registry, office.at)];
    let people: &[(&str, &[Role])] = &[("elsewhere", &[Role::Mediator])];
    let unit = ("640122.enterprise_mediation", Area::Mediation);
    let other = county.unit(unit, people, &offices, jiefen_mediation::add_services).await;
    let mut elsewhere = other.logged_in("elsewhere").await;
    let seen = elsewhere.get(&page).await;
    assert!(seen.has("王芳") && !seen.has(PHONE) && !seen.has("head-1"), "{}", seen.text());
}

#[tokio::test]
async fn a_citizen_reads_who_mediates_without_number_or_staff_id() {
    let county = County::new();
    let office = office(&county).await;
    let school = school(&county, office.at).await;
    let mut head = school.logged_in("head").await;
    entered(&mut head, &member(&[("unit", SCHOOL)])).await;
    let later = [("unit", SCHOOL), ("name", "李明"), ("since", "2026-04-01")];
    entered(&mut head, &member(&later)).await;
    let mut citizen = school.visitor();
    let home = citizen.get("/citizen").await;
    let page = citizen.get(&home.link("看调解员名册")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    for word in ["王芳", "兼职人民调解员", "校园", "手语"] {
        assert!(page.has(word), "{word}: {}", page.text());
    }
    assert!(!page.has(PHONE) && !page.has("head-1") && !page.has("李明"), "{}", page.text());
}

#[tokio::test]
async fn whoever_accepts_a_mediation_chooses_from_the_units_roster_or_types_a_staff_id() {
    let county = County::new();
    let office = office(&county).await;
    let mut school = school(&county, office.at).await;
    let mut head = school.logged_in("head").await;
    entered(&mut head, &member(&[("unit", SCHOOL)])).await;
    let unnumbered = [("unit", SCHOOL), ("name", "李明"), ("person", "")];
    entered(&mut head, &member(&unnumbered)).await;
    let brief = jiefen_procedure::Brief { received_on: TODAY, ..brief(1) };
    let mode = jiefen_handoff::Mode::Delegate;
    school.node.hand_over("640122.centre", &brief, mode, Role::Mediator).await;
    let dispute = brief.dispute.to_string();
    let page = head.get(&format!("/disputes/{dispute}")).await;
    let form = head.get(&page.link("受理")).await;
    assert!(form.has("list=\"list-mediators\""), "{}", form.text());
    let choice = "<option value=\"head-1\">王芳 兼职人民调解员</option>";
    assert!(
        form.has(choice) && !form.has("李明"),
        "who has no staff id is no choice: {}",
        form.text()
    );
    assert_eq!(form.value("mediator"), "head-1", "whoever is logged in, as before");
}
