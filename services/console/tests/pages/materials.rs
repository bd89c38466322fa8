//! Materials at every unit: what another one has filed is listed and fetched, and what comes here is filed here.

use jiefen_handoff as handoff;
use jiefen_ledger::shelf::sha256;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire;
use jiefen_procedure::material::{Material, Part};
use jiefen_procedure::{Beside, Brief};
use jiefen_vocab::Private;

use super::browser::Browser;
use super::handover::brief;
use super::{TOWN, commission, committee, court, petition_office, reconsideration_office};

const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9";
const PROGRAM: &[u8] = b"MZ\x90\x00\x03\x00\x00\x00";

/// The township offers the dispute, with what was filed there.
async fn offered<A: jiefen_ledger::Area>(node: &mut TestNode<A>, brief: &Brief, content: &[u8]) {
    let now = node.ledger.identity().clock.now();
    let offer = handoff::Message::Offered(handoff::Offer {
        epoch: handoff::Epoch::new(0, 2),
        mode: handoff::Mode::Delegate,
        due: Some(now.plus_seconds(86_400)),
        brief: jiefen_vocab::FactId::from_bits(brief.dispute.0.bits()),
        binding: handoff::Binding::Free,
        co_units: Default::default(),
        result_due: None,
        declines: 0,
        ground: None,
    });
    let material = Material {
        sha256: sha256(content),
        name: Private::new("经过.txt".to_owned()),
        media_type: "text/plain".to_owned(),
        size: content.len() as u64,
        unit: TOWN.parse().unwrap(),
        person: "clerk-1".to_owned(),
        at: now,
        party: 0,
    };
    let beside =
        Beside { brief: Some(brief.clone()), materials: vec![material], ..Beside::default() };
    node.receive_beside(TOWN, brief.dispute, &offer, &beside).await;
}

#[tokio::test]
async fn what_the_counter_filed_is_seen_fetched_and_read_at_the_committee() {
    let mut unit = committee().await;
    let (brief, text) = (brief(81), "四月起没有付过钱");
    offered(&mut unit.node, &brief, text.as_bytes()).await;
    let mut browser = unit.logged_in("liuchangshun").await;
    let page = browser.get(&format!("/disputes/{}", brief.dispute)).await;
    assert!(page.has("经过.txt") && page.has("可以调取"), "{}", page.text());
    let papers = format!("/disputes/{}/papers", brief.dispute);
    let page = browser.get(&papers).await;
    assert!(page.has("经过.txt") && page.has("原件存在该单位"), "{}", page.text());
    let early = browser.get(&format!("{papers}/1")).await;
    assert!(early.status == 409 && early.has("还没有调到本单位"), "{}", early.text());
    browser.get(&papers).await;
    let answer = browser.send(&format!("{papers}/1"), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = browser.get(&answer.to).await;
    assert!(page.has("已经向保存单位调取") && page.has("正在从该单位调取"), "{}", page.text());
    let sent = unit.node.outbox().await;
    let (to, _, payload) = sent.last().unwrap();
    let (message, asked) = wire::decode(payload).unwrap();
    assert_eq!((to.as_str(), asked.wanted.unwrap().from), (TOWN, 0));
    let content = Private::new(text.as_bytes().to_vec());
    let part = Some(Part { sha256: sha256(text.as_bytes()), no: 0, of: 1, content });
    let beside = Beside { part, ..Beside::default() };
    unit.node.receive_beside(TOWN, brief.dispute, &message, &beside).await;
    let given = browser.get(&format!("{papers}/1")).await;
    assert_eq!((given.status, given.text()), (200, text));
    let case = jiefen_vocab::CaseId(brief.dispute.0);
    let looks = unit.node.ledger.store().looks(case).await.unwrap();
    assert_eq!(looks.len(), 1, "that he looked is on record");
}

#[tokio::test]
async fn the_committee_files_what_comes_to_it_and_tells_the_counter() {
    let mut unit = committee().await;
    let brief = brief(82);
    offered(&mut unit.node, &brief, b"one").await;
    let mut browser = unit.logged_in("liuchangshun").await;
    let papers = format!("/disputes/{}/papers", brief.dispute);
    browser.get(&papers).await;
    let answer = browser.upload(&papers, ("欠条.jpg", "image/jpeg"), JPEG).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = browser.get(&answer.to).await;
    assert!(page.has("欠条.jpg") && page.has("刘长顺"), "{}", page.text());
    let sent = unit.node.outbox().await;
    let (to, _, payload) = sent.last().unwrap();
    let (_, beside) = wire::decode(payload).unwrap();
    let told = &beside.materials[0];
    assert_eq!((to.as_str(), told.name.reveal().as_str()), (TOWN, "欠条.jpg"));
    assert_eq!(told.sha256, sha256(JPEG));
    for (to, kind, payload) in &sent {
        let text = String::from_utf8_lossy(payload);
        assert!(to == TOWN || !text.contains("欠条"), "{kind} tells everybody");
    }
}

/// Files what is not what it says at a unit; nothing of it is kept.
async fn hostile(mut browser: Browser, dispute: &str) {
    let papers = format!("/disputes/{dispute}/papers");
    for (name, media_type, content, status, told) in [
        ("欠条.jpg", "image/jpeg", PROGRAM, 409, "内容却是可执行程序"),
        ("欠条.png", "image/png", JPEG, 409, "内容却是JPEG图片"),
        ("工具.exe", "application/x-msdownload", PROGRAM, 422, "不接收该类文件"),
        ("空.txt", "text/plain", &b""[..], 422, "请选择一个文件"),
        ("现场.tif", "image/tiff", b"MM\x00*GPSLatitude", 422, "另存为JPG"),
    ] {
        browser.get(&papers).await;
        let answer = browser.upload(&papers, (name, media_type), content).await;
        assert_eq!(answer.status, status, "{name}: {}", answer.text());
        assert!(answer.has(told), "{name}: {}", answer.text());
    }
    let page = browser.get(&papers).await;
    assert!(page.has("经过.txt") && !page.has("欠条"), "nothing of it was kept: {}", page.text());
    let other = browser.get("/disputes/01900000000000000000000000/papers").await;
    assert!(other.status >= 400, "a dispute without this unit has no page");
}

#[tokio::test]
async fn hostile_files_are_refused_at_every_unit() {
    let brief = brief(83);
    let dispute = brief.dispute.to_string();
    let mut unit = committee().await;
    offered(&mut unit.node, &brief, b"one").await;
    hostile(unit.logged_in("liuchangshun").await, &dispute).await;
    let mut unit = court().await;
    offered(&mut unit.node, &brief, b"one").await;
    hostile(unit.logged_in("han").await, &dispute).await;
    let mut unit = commission().await;
    offered(&mut unit.node, &brief, b"one").await;
    hostile(unit.logged_in("zhou").await, &dispute).await;
    let mut unit = petition_office().await;
    offered(&mut unit.node, &brief, b"one").await;
    hostile(unit.logged_in("zhao").await, &dispute).await;
    let mut unit = reconsideration_office().await;
    offered(&mut unit.node, &brief, b"one").await;
    hostile(unit.logged_in("qian").await, &dispute).await;
}
