//! The register: the two trees, who mediates what, and what the registrar does with an entry.

use jiefen_platform::config::Area;
use jiefen_registry::RegistryArea;
use jiefen_vocab::Role;

use super::house::{County, act};

#[tokio::test]
async fn the_units_stand_in_two_trees_and_the_registrar_confirms_an_entry() {
    let county = County::new();
    let people: &[(&str, &[Role])] =
        &[("registrar", &[Role::Registrar]), ("clerk", &[Role::WindowClerk])];
    let add = jiefen_registry::add_services;
    let office =
        county.unit::<RegistryArea>(("640122.registry", Area::Registry), people, &[], add).await;
    assert!(jiefen_registry::seed(&office.node.ledger).await.unwrap() > 50);
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
    let mut clerk = office.logged_in("clerk").await;
    let entry = clerk.get(&court).await;
    assert_eq!(entry.status, 200, "everybody reads the register");
    assert!(!entry.has("核对无误"), "{}", entry.text());
}
