//! The register: the two trees, who mediates what, and everything that the registrar does with an entry.

use jiefen_platform::config::Area;
use jiefen_registry::RegistryArea;
use jiefen_vocab::Role;

use super::browser::Browser;
use super::house::{County, House, act};

const PEOPLE: &[(&str, &[Role])] =
    &[("registrar", &[Role::Registrar]), ("clerk", &[Role::WindowClerk])];

/// The office that keeps the register, with the shipped county in it.
pub async fn office(county: &County) -> House<RegistryArea> {
    let add = jiefen_registry::add_services;
    let office =
        county.unit::<RegistryArea>(("640122.registry", Area::Registry), PEOPLE, &[], add).await;
    assert!(jiefen_registry::seed(&office.node.ledger).await.unwrap() > 50);
    office
}

#[tokio::test]
async fn the_units_stand_in_two_trees_and_the_registrar_confirms_an_entry() {
    let county = County::new();
    let office = office(&county).await;
    let mut registrar = office.logged_in("registrar").await;
    let tree = registrar.get("/units").await;
    assert_eq!(tree.status, 200, "{}", tree.text());
    let depth = |name: &str| {
        let at = tree.text().find(&format!(">{name}<")).unwrap_or_else(|| panic!("{name}"));
        let row = tree.text()[..at].rfind("class=\"d").unwrap();
        tree.text()[row + 8..row + 9].parse::<u32>().unwrap()
    };
    assert!(depth("贺兰县综治中心") < depth("金贵镇综治中心"), "below the county's centre");
    assert!(registrar.get("/units?view=authority").await.has("贺兰县人民法院"));
    let mediators = registrar.get("/units?view=mediators").await;
    assert!(mediators.has("调解哪些纠纷") && mediators.has("各类纠纷"), "{}", mediators.text());
    let found = registrar.get("/units?q=人民法院").await;
    let court = found.link("贺兰县人民法院");
    let entry = registrar.get(&court).await;
    assert!(entry.has("权责清单") && entry.has("设立依据"), "{}", entry.text());
    let to = act(&mut registrar, &court, "核对无误", &[("on", "2026-03-11")]).await;
    assert!(registrar.get(&to).await.has("已办好：核对无误"));
    // A circle is refused in words.
    let address = registrar.get(&court).await.link("调整隶属关系");
    registrar.get(&address).await;
    let itself =
        [("tree", "authority"), ("unit", "640122.court"), ("basis", "文件"), ("on", "2026-03-11")];
    let refused = registrar.send(&address, &itself).await;
    assert!(refused.status >= 400 && refused.has("id=\"errors\""), "{}", refused.text());
    assert!(refused.has("单位会成为自己的上级"), "{}", refused.text());
    let mut clerk = office.logged_in("clerk").await;
    let entry = clerk.get(&court).await;
    assert_eq!(entry.status, 200, "everybody reads the register");
    assert!(!entry.has("核对无误"), "{}", entry.text());
    assert!(!clerk.get("/units").await.has("登记新单位"));
    let (headers, workbook) = registrar.download("/export/register.xlsx").await;
    assert!(headers["content-type"].to_str().unwrap().contains("spreadsheetml"));
    assert!(workbook.starts_with(b"PK"));
}

/// The form of a new unit, right in every field.
const WATER: [(&str, &str); 14] = [
    ("agency", "640122.water"),
    ("name", "贺兰县水务局"),
    ("unit_kind", "government"),
    ("phone", "0951-806 2110"),
    ("source", "贺党办〔2021〕15号"),
    ("valid_from", "2026-03-01"),
    ("served_by", "640122.centre"),
    ("duties.1.power", "mediate"),
    ("duties.1.kinds", "环境污染、住宅房屋、宅基地"),
    ("duties.1.tracks", "行政调解"),
    ("duties.1.clause", "四(三)12"),
    ("posts.0.code", "director"),
    ("posts.0.name", "局长"),
    ("posts.0.role", "mediation_head"),
];

/// The form with some fields otherwise, and the day of the decision.
fn water<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = WATER.into_iter().filter(|(name, _)| other.iter().all(|(one, _)| one != name));
    kept.chain(other.iter().copied()).chain([("on", "2026-03-11")]).collect()
}

async fn refused(browser: &mut Browser, address: &str, fields: &[(&str, &str)], words: &[&str]) {
    let answer = browser.send(address, fields).await;
    assert!(answer.status >= 400, "{words:?}: {}", answer.text());
    for word in words {
        assert!(answer.has(word), "{word}: {}", answer.text());
    }
    assert!(answer.has("贺兰县水务局"), "nothing that was typed is lost: {}", answer.text());
}

#[tokio::test]
async fn the_registrar_adds_a_unit_and_every_fault_is_said_where_it_is() {
    let county = County::new();
    let office = office(&county).await;
    let mut registrar = office.logged_in("registrar").await;
    let address = registrar.get("/units").await.link("登记新单位");
    let form = registrar.get(&address).await;
    assert!(form.has("<datalist id=\"list-named\">") && form.has("单位代码"), "{}", form.text());
    // The form is whole, so more rows come without a word lost.
    let more = registrar.send(&address, &water(&[("more", "posts")])).await;
    assert!(more.status == 200 && more.has("posts.5.code") && more.has("贺兰县水务局"));
    assert_eq!(more.value("duties.1.clause"), "四(三)12");
    let exists = water(&[("agency", "640122.court")]);
    refused(&mut registrar, &address, &exists, &["该单位已经登记"]).await;
    let above = water(&[("territorial", "640122.nowhere")]);
    let words = ["href=\"#territorial\"", "「640122.nowhere」没有登记"];
    refused(&mut registrar, &address, &above, &words).await;
    let itself = water(&[("authority", "640122.water")]);
    refused(&mut registrar, &address, &itself, &["href=\"#authority\""]).await;
    let named = water(&[("duties.1.kinds", "环境污染、天气")]);
    let words = ["href=\"#duties.1.kinds\"", "没有「天气」这个名称"];
    refused(&mut registrar, &address, &named, &words).await;
    // The second row was left empty: what is wrong stands at the row that was filled in.
    let row = water(&[("posts.2.code", "deputy"), ("posts.2.name", "")]);
    refused(&mut registrar, &address, &row, &["href=\"#posts.2.name\""]).await;

    registrar.get(&address).await;
    let look = registrar.send(&address, &water(&[("look", "1")])).await;
    assert!(look.has("可以办") && look.has("已登记"), "{}", look.text());
    let added = registrar.send(&address, &water(&[])).await;
    assert_eq!(added.status, 303, "{}", added.text());
    let entry = registrar.get(&added.to).await;
    for word in ["已办好：登记新单位", "贺兰县水务局", "住宅房屋、宅基地、环境污染", "局长"]
    {
        assert!(entry.has(word), "{word}: {}", entry.text());
    }
    assert!(registrar.get("/units?q=水务局").await.has("贺兰县水务局"));
    // A unit of today can be named at once.
    let town = registrar.get("/units?q=金贵镇综治中心").await.link("金贵镇综治中心");
    let shift = registrar.get(&town).await.link("调整隶属关系");
    assert!(registrar.get(&shift).await.has("value=\"640122.water\""), "among the superiors");
}

#[tokio::test]
async fn an_amended_entry_keeps_what_nobody_touched_and_who_was_slower_is_told() {
    let county = County::new();
    let office = office(&county).await;
    let mut registrar = office.logged_in("registrar").await;
    let address = registrar.get("/units").await.link("登记新单位");
    registrar.get(&address).await;
    let entry = registrar.send(&address, &water(&[])).await.to;
    let entry = entry.split('?').next().unwrap().to_owned();
    let address = registrar.get(&entry).await.link("修改登记内容");
    let form = registrar.get(&address).await;
    assert_eq!(form.value("name"), "贺兰县水务局");
    assert_eq!(form.value("duties.0.clause"), "四(三)12");
    let etag = form.value("etag");
    assert!(!etag.is_empty());
    let first = water(&[("phone", "0951-1234567"), ("etag", &etag)]);
    let done = registrar.send(&address, &first).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let shown = registrar.get(&entry).await;
    assert!(shown.has("09511234567") && shown.has("局长") && shown.has("四(三)12"));
    // The same form in another window still has the older version.
    let second = water(&[("phone", "0951-7654321"), ("etag", &etag)]);
    registrar.get(&address).await;
    let late = registrar.send(&address, &second).await;
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.has("0951-7654321"), "what was typed is still there");
    assert_ne!(late.value("etag"), etag, "a second try is a decision");
}

#[tokio::test]
async fn a_node_joins_gets_another_key_is_suspended_and_the_unit_closes() {
    let county = County::new();
    let office = office(&county).await;
    let mut registrar = office.logged_in("registrar").await;
    let address = registrar.get("/units").await.link("登记新单位");
    registrar.get(&address).await;
    let entry = registrar.send(&address, &water(&[])).await.to;
    let entry = entry.split('?').next().unwrap().to_owned();
    let key = |digit: &str| digit.repeat(64);
    let (first, second) = (key("a"), key("b"));
    let on = ("on", "2026-03-11");
    let joins = [("key", first.as_str()), ("endpoints", "https://water:7443"), on];
    act(&mut registrar, &entry, "准入节点", &joins).await;
    let shown = registrar.get(&entry).await;
    assert!(shown.has(&first) && shown.has("https://water:7443"), "{}", shown.text());
    // A key begins in the time to come, and never twice.
    let rotate = shown.link("更换密钥");
    let form = registrar.get(&rotate).await;
    assert!(form.has("type=\"datetime-local\"") && !form.value("effective").is_empty());
    for (key, effective, word) in [
        (&second, "2026-03-10T09:00", "早于现在"),
        (&first, "2026-03-12T09:00", "该公钥用过"),
        (&second, "soon", "哪一天几点"),
    ] {
        let answer = registrar.send(&rotate, &[("key", key), ("effective", effective)]).await;
        assert!(answer.status >= 400 && answer.has(word), "{word}: {}", answer.text());
    }
    let rotated = [("key", second.as_str()), ("effective", "2026-03-12T09:00")];
    act(&mut registrar, &entry, "更换密钥", &rotated).await;
    let shown = registrar.get(&entry).await;
    assert!(shown.has(&second) && shown.has("2026年3月12日 星期四 09:00"), "{}", shown.text());
    act(&mut registrar, &entry, "暂停节点", &[("reason", "密钥可能泄露"), on]).await;
    assert!(registrar.get(&entry).await.has("密钥可能泄露"));
    let close = registrar.get(&entry).await.link("撤销单位");
    registrar.get(&close).await;
    let open = registrar.send(&close, &[("unit", ""), ("basis", "机构改革"), on]).await;
    assert!(open.status >= 400 && open.has("承接单位"), "{}", open.text());
    let closes = [("unit", "640122.centre"), ("basis", "机构改革"), on];
    act(&mut registrar, &entry, "撤销单位", &closes).await;
    let gone = registrar.get(&entry).await;
    assert!(gone.has("已撤销") && !gone.has("修改登记内容"), "{}", gone.text());
}
