//! What the case rules of labour arbitration give besides the ordinary procedure, form by form.

use jiff::ToSpan as _;

use super::browser::Browser;
use super::talks::act;
use super::{commission, today};

/// An accepted application of one worker for wages and compensation; says its dispute.
async fn accepted(browser: &mut Browser) -> String {
    let day = today().to_string();
    let fields = [
        ("side", "worker"),
        ("applicants.0.name", "李明"),
        ("others.0.name", "贺兰某建筑公司"),
        ("place", "640122101"),
        ("summary", "三个月工资没有发，还要经济补偿"),
        ("claims.0.kind", "wages"),
        ("claims.0.amount", "9000"),
        ("claims.1.kind", "compensation"),
        ("claims.1.amount", "6000"),
        ("number", "贺劳人仲案〔2026〕2号"),
        ("on", day.as_str()),
    ];
    browser.get("/begin/arbitration").await;
    let answer = browser.send("/begin/arbitration", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let dispute = answer.to.trim_start_matches("/disputes/").split('?').next().unwrap().to_owned();
    act(browser, &dispute, "受理", &[("on", day.as_str())]).await;
    dispute
}

#[tokio::test]
async fn a_simplified_case_is_heard_after_a_confirmed_notice_and_decided_in_part_first() {
    let unit = commission().await;
    let mut browser = unit.logged_in("zhou").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let dispute = accepted(&mut browser).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    for hidden in ["转为一般程序", "确认收到开庭通知", "登记申请撤销先行裁决", "按照三方原则组庭"]
    {
        assert!(!page.has(&format!(">{hidden}</a>")), "{hidden} is not for this case yet");
    }
    let simplified = page.link("决定简易处理");
    browser.get(&simplified).await;
    let barred = [("ground", "clear"), ("bars", "social_impact"), on];
    let answer = browser.send(&simplified, &barred).await;
    assert!(answer.has("有重大社会影响") && answer.has("id=\"errors\""), "{}", answer.text());
    act(&mut browser, &dispute, "决定简易处理", &[("ground", "clear"), on]).await;
    act(&mut browser, &dispute, "送达申请书副本", &[("party", "2"), on]).await;
    act(&mut browser, &dispute, "组成仲裁庭", &[("arbitrators.0.person", "arbitrator-1"), on])
        .await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let shorten = page.link("商定缩短或者取消答辩期");
    browser.get(&shorten).await;
    let forgotten = browser.send(&shorten, &[("party", "2"), ("how", "shorten"), on]).await;
    assert_eq!(forgotten.status, 422, "a day that was forgotten waives nothing");
    assert!(forgotten.has("href=\"#until\""), "{}", forgotten.text());
    act(&mut browser, &dispute, "商定缩短或者取消答辩期", &[("party", "2"), ("how", "waive"), on])
        .await;
    let hearing = today().checked_add(10.days()).unwrap();
    let later = hearing.to_string();
    act(&mut browser, &dispute, "用简便方式通知开庭", &[on, ("hearing_on", &later)]).await;
    act(&mut browser, &dispute, "确认收到开庭通知", &[("party", "2"), on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("已确认收到通知") && page.has("用简便方式通知开庭"), "{}", page.text());
    unit.node.on(hearing);
    let on = ("on", later.as_str());
    act(&mut browser, &dispute, "记录开庭", &[on]).await;
    act(&mut browser, &dispute, "记录裁决前调解", &[on]).await;
    let year = today().year().to_string();
    let part = [
        ("items.0.worker", "1"),
        ("items.0.kind", "wages"),
        ("items.0.amount", "9000"),
        ("items.0.finding", "granted"),
        ("minimum_wage", "2050"),
        ("minimum_wage_year", year.as_str()),
        ("minimum_wage_source", "宁人社发〔2024〕1号"),
        on,
    ];
    act(&mut browser, &dispute, "先行裁决", &part).await;
    for party in ["1", "2"] {
        let got = [("paper", "part_final"), ("party", party), on];
        act(&mut browser, &dispute, "登记文书签收", &got).await;
    }
    let asked = [("party", "2"), ("workers", "1"), ("ground", "procedure"), on];
    act(&mut browser, &dispute, "登记申请撤销先行裁决", &asked).await;
    let ruled = [("workers", "1"), ("ruling", "dismissed"), on];
    act(&mut browser, &dispute, "登记撤销先行裁决案的裁定", &ruled).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("先行裁决的终局裁决书：李明 驳回撤销申请"), "{}", page.text());
    // The rest is left for the award, with the wage that is known.
    let form = browser.get(&page.link("作出裁决")).await;
    assert!(form.has("value=\"compensation\" selected"), "{}", form.text());
    assert_eq!(form.value("items.0.amount"), "6000.00");
    assert_eq!(
        (form.value("items.1.amount"), form.value("minimum_wage")),
        ("".into(), "2050.00".into())
    );
}

#[tokio::test]
async fn a_dispute_about_a_collective_contract_gets_three_sides_and_is_led_to_talk() {
    let unit = commission().await;
    let mut browser = unit.logged_in("zhou").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let dispute = accepted(&mut browser).await;
    act(&mut browser, &dispute, "认定因履行集体合同发生", &[on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(!page.has(">组成仲裁庭</a>"), "three sides sit: {}", page.text());
    let seats = [
        ("seats.0.person", "arbitrator-1"),
        ("seats.0.side", "office"),
        ("seats.1.person", "arbitrator-2"),
        ("seats.1.side", "union"),
        ("seats.2.person", "arbitrator-3"),
        ("seats.2.side", "employers"),
        on,
    ];
    let address = page.link("按照三方原则组庭");
    browser.get(&address).await;
    let two = browser.send(&address, &[&seats[..4], &[on]].concat()).await;
    assert!(two.has("id=\"errors\"") && two.has("value=\"arbitrator-2\""), "{}", two.text());
    act(&mut browser, &dispute, "按照三方原则组庭", &seats).await;
    let led = [("helpers.0.name", "王律师"), on];
    act(&mut browser, &dispute, "开庭前引导协商、先行调解", &led).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("因履行集体合同发生") && page.has("按照三方原则组庭"), "{}", page.text());
}

#[tokio::test]
async fn a_case_that_proves_too_hard_goes_back_to_the_ordinary_procedure() {
    let unit = commission().await;
    let mut browser = unit.logged_in("zhou").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let dispute = accepted(&mut browser).await;
    let small = [("ground", "small"), ("yearly_wage", "110000"), ("source", "宁夏统计公报"), on];
    act(&mut browser, &dispute, "决定简易处理", &small).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("简易处理") && !page.has(">决定简易处理</a>"), "{}", page.text());
    act(&mut browser, &dispute, "转为一般程序", &[on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has(">决定简易处理</a>") && !page.has(">转为一般程序</a>"), "{}", page.text());
}
