//! The deciding bodies in their pages: boards and dockets, and cases from the window to the decision, form by form.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::browser::{Answer, Browser};
use super::handover::brief;
use super::talks::act;
use super::{TOWN, commission, counter, court, petition_office, reconsideration_office, today};

/// Begins a case at the window; says its dispute.
async fn begin(browser: &mut Browser, key: &str, fields: &[(&str, &str)]) -> String {
    let address = format!("/begin/{key}");
    let form = browser.get(&address).await;
    assert_eq!(form.status, 200, "{key}: {}", form.text());
    let mut looked = fields.to_vec();
    looked.push(("look", "1"));
    let look = browser.send(&address, &looked).await;
    assert!(look.has("可以办。办了以后"), "{key}: {}", errors(&look));
    let answer = browser.send(&address, fields).await;
    assert_eq!(answer.status, 303, "{key}: {}", errors(&answer));
    let page = browser.get(&answer.to).await;
    assert!(page.has("已办好："), "{}", page.text());
    answer.to.trim_start_matches("/disputes/").split('?').next().unwrap().to_owned()
}

/// What the page says is wrong.
fn errors(answer: &Answer) -> String {
    let at = answer.text().find("id=\"errors\"").unwrap_or_default();
    answer.text()[at..].chars().take(1200).collect()
}

fn later(days: i64) -> Date {
    today().checked_add(days.days()).unwrap()
}

const SIDES: [(&str, &str); 5] = [
    ("applicants.0.name", "马建国"),
    ("applicants.0.phone", "13995170001"),
    ("others.0.name", "王秀英"),
    ("place", "640122101203"),
    ("summary", "借款三万元到期没有还，请求归还"),
];

#[tokio::test]
async fn a_court_files_tries_in_small_claims_and_the_board_shows_where_the_case_stands() {
    let unit = court().await;
    let mut browser = unit.logged_in("han").await;
    let empty = browser.get("/court").await;
    assert!(empty.has("在办 0 件") && empty.has("接收起诉"), "{}", empty.text());
    let day = today().to_string();
    let on = ("on", day.as_str());
    let more = [("kind", "contract_debt"), ("sum", "30000"), ("number", "收2026-1"), on];
    let dispute = begin(&mut browser, "complaint", &[&SIDES[..], &more].concat()).await;
    let board = browser.get("/court").await;
    assert!(
        board.has("马建国、王秀英 合同与小额债务纠纷") && board.has("30000.00元"),
        "{}",
        board.text()
    );
    assert!(board.has("aria-label=\"分\"") && column(&board, "分") == 1, "{}", board.text());
    act(&mut browser, &dispute, "登记立案", &[("case_no", "（2026）宁0122民初1号"), on]).await;
    act(&mut browser, &dispute, "准许缓交、减交、免交", &[on]).await;
    let year = (today().year() - 1).to_string();
    let track = [
        ("track", "small_claims"),
        ("amount", "30000"),
        ("money_only", "yes"),
        ("simple", "yes"),
        ("year", year.as_str()),
        ("wage", "110000"),
        ("source", "宁夏统计公报"),
        ("judge", "judge-1"),
        on,
    ];
    act(&mut browser, &dispute, "确定程序和法官", &track).await;
    let board = browser.get("/court").await;
    assert_eq!((column(&board, "分"), column(&board, "裁"), column(&board, "审")), (0, 1, 0));
    let alone = browser.get("/court?column=quick").await;
    assert!(alone.has("马建国、王秀英") && alone.has("返回全部"), "{}", alone.text());
    act(&mut browser, &dispute, "排期开庭", &[on, ("told_on", &day)]).await;
    act(&mut browser, &dispute, "作出判决", &[on]).await;
    for party in ["1", "2"] {
        act(&mut browser, &dispute, "送达判决", &[("party", party), on]).await;
    }
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("（2026）宁0122民初1号") && page.has("小额诉讼程序"), "{}", page.text());
    assert!(page.has("作出判决") && page.has("判决生效"), "{}", page.text());
    let board = browser.get("/court").await;
    assert!(board.has("在办 0 件"), "what has ended is not on the board");
    is_whole(&unit.node).await;
}

#[tokio::test]
async fn a_court_diverts_a_filed_case_and_can_take_it_back() {
    let unit = court().await;
    let mut browser = unit.logged_in("han").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let more = [("kind", "contract_debt"), ("number", "收2026-2"), on];
    let dispute = begin(&mut browser, "complaint", &[&SIDES[..], &more].concat()).await;
    act(&mut browser, &dispute, "登记立案", &[("case_no", "（2026）宁0122民初2号"), on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("委托调解");
    browser.get(&address).await;
    let one = [("body", "640122.women_federation"), ("agreed", "1"), ("track", "summary"), on];
    let answer = browser.send(&address, &one).await;
    assert_eq!(answer.status, 409, "without everybody's consent: {}", answer.text());
    assert!(
        answer.has("id=\"errors\"") && answer.has("640122.women_federation"),
        "nothing is lost"
    );
    let all = [&one[..], &[("agreed", "2")]].concat();
    let answer = browser.send(&address, &all).await;
    assert_eq!(answer.status, 303, "{}", errors(&answer));
    let board = browser.get("/court").await;
    assert_eq!((column(&board, "分"), column(&board, "调")), (0, 1), "{}", board.text());
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("委托调解") && page.has("等对方签收"), "{}", page.text());
    act(&mut browser, &dispute, "撤回移送", &[]).await;
    let board = browser.get("/court").await;
    assert_eq!((column(&board, "分"), column(&board, "调")), (1, 0), "{}", board.text());
}

#[tokio::test]
async fn an_agreement_is_confirmed_at_the_window_of_the_court() {
    let unit = court().await;
    let mut browser = unit.logged_in("han").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let due = later(30).to_string();
    let more = [
        ("kind", "contract_debt"),
        ("effective_on", day.as_str()),
        ("body", "贺兰县金贵镇人民调解委员会"),
        ("subjects", "money"),
        ("content", "王秀英在期限内归还马建国三万元"),
        ("due.0.day", due.as_str()),
        ("competence", "body_seat"),
        ("number", "收2026-3"),
        on,
    ];
    let dispute = begin(&mut browser, "confirmation", &[&SIDES[..], &more].concat()).await;
    let board = browser.get("/court").await;
    assert_eq!(column(&board, "调"), 1, "{}", board.text());
    assert!(board.has("马建国、王秀英 合同与小额债务纠纷"), "{}", board.text());
    let accept = [("case_no", "（2026）宁0122民特1号"), ("judge", "judge-1"), on];
    act(&mut browser, &dispute, "受理司法确认", &accept).await;
    act(&mut browser, &dispute, "裁定确认有效", &[on]).await;
    for party in ["1", "2"] {
        act(&mut browser, &dispute, "送达裁定", &[("party", party), on]).await;
    }
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("王秀英在期限内归还马建国三万元") && page.has("裁定送达"), "{}", page.text());
    act(&mut browser, &dispute, "登记全部履行", &[on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("已履行"), "{}", page.text());
}

#[tokio::test]
async fn an_application_at_the_commission_goes_to_an_award_that_is_prepared_from_its_claims() {
    let unit = commission().await;
    let mut browser = unit.logged_in("zhou").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let fields = [
        ("side", "worker"),
        ("applicants.0.name", "李明"),
        ("applicants.0.phone", "13995170002"),
        ("others.0.name", "贺兰某建筑公司"),
        ("place", "640122101"),
        ("summary", "三个月工资没有发"),
        ("claims.0.kind", "wages"),
        ("claims.0.amount", "9000"),
        ("claims.1.kind", "relation"),
        ("number", "贺劳人仲案〔2026〕1号"),
        on,
    ];
    let dispute = begin(&mut browser, "arbitration", &fields).await;
    let docket = browser.get("/arbitration").await;
    assert!(docket.has("李明、贺兰某建筑公司") && docket.has("待受理 1"), "{}", docket.text());
    act(&mut browser, &dispute, "受理", &[on]).await;
    act(&mut browser, &dispute, "送达申请书副本", &[("party", "2"), on]).await;
    act(&mut browser, &dispute, "收到答辩书", &[("party", "2"), on]).await;
    act(&mut browser, &dispute, "送达答辩书副本", &[on]).await;
    act(&mut browser, &dispute, "组成仲裁庭", &[("arbitrators.0.person", "arbitrator-1"), on])
        .await;
    let hearing = later(10).to_string();
    act(&mut browser, &dispute, "通知开庭", &[on, ("hearing_on", &hearing)]).await;
    unit.node.on(later(10));
    let on = ("on", hearing.as_str());
    act(&mut browser, &dispute, "记录开庭", &[on]).await;
    act(&mut browser, &dispute, "记录裁决前调解", &[on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("作出裁决");
    let form = browser.get(&address).await;
    assert_eq!(
        form.value("items.0.amount"),
        "9000.00",
        "the claims stand in the award: {}",
        form.text()
    );
    let year = today().year().to_string();
    let award = [
        ("items.0.worker", "1"),
        ("items.0.kind", "wages"),
        ("items.0.amount", "9000"),
        ("items.0.finding", "granted"),
        ("items.1.worker", "1"),
        ("items.1.kind", "relation"),
        ("items.1.finding", "granted"),
        ("minimum_wage", "2050"),
        ("minimum_wage_year", year.as_str()),
        ("minimum_wage_source", "宁人社发〔2024〕1号"),
        on,
    ];
    let wrong: Vec<_> = award
        .iter()
        .map(|(name, value)| (*name, if *name == "items.0.amount" { "九千" } else { value }))
        .collect();
    let answer = browser.send(&address, &wrong).await;
    assert_eq!(answer.status, 422);
    assert!(answer.has("href=\"#items\"") && answer.has("value=\"九千\""), "{}", errors(&answer));
    let answer = browser.send(&address, &award).await;
    assert_eq!(answer.status, 303, "{}", errors(&answer));
    for (paper, party) in [("final", "1"), ("final", "2"), ("non_final", "1"), ("non_final", "2")] {
        let got = [("paper", paper), ("party", party), on];
        act(&mut browser, &dispute, "登记文书签收", &got).await;
    }
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("终局裁决书") && page.has("9000.00元，支持"), "{}", page.text());
    let docket = browser.get("/arbitration").await;
    assert!(docket.has("已裁决 1"), "{}", docket.text());
}

#[tokio::test]
async fn rows_are_added_and_nothing_that_was_typed_is_lost() {
    let unit = commission().await;
    let mut browser = unit.logged_in("zhou").await;
    browser.get("/begin/arbitration").await;
    let typed = [("applicants.2.name", "丙"), ("summary", "欠薪"), ("more", "applicants")];
    let page = browser.send("/begin/arbitration", &typed).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.value("applicants.2.name"), "丙");
    assert!(page.has("name=\"applicants.5.name\"") && !page.has("name=\"applicants.6.name\""));
    assert!(page.has(">欠薪</textarea>") && !page.has("id=\"errors\""), "{}", page.text());
    // Nothing is sent before the form is whole, and every gap is named.
    let answer = browser.send("/begin/arbitration", &[("applicants.0.name", "甲")]).await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.has("href=\"#others\"") && answer.has("href=\"#summary\""),
        "{}",
        errors(&answer)
    );
    assert!(unit.node.facts().await.is_empty());
}

#[tokio::test]
async fn a_petition_is_sorted_by_article_31_forwarded_accepted_and_answered() {
    let unit = petition_office().await;
    let mut browser = unit.logged_in("zhao").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let fields = [
        ("form", "visit"),
        ("matter", "claim"),
        ("kind", "environment"),
        ("earlier", "none"),
        ("number", "信2026-1"),
        on,
    ];
    let dispute = begin(&mut browser, "petition", &[&SIDES[..], &fields].concat()).await;
    let list = browser.get("/petitions").await;
    assert!(list.has("待分类转送 1") && list.has("马建国、王秀英"), "{}", list.text());
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("依法分类");
    let form = browser.get(&address).await;
    assert!(
        form.has("信访工作条例第三十一条") && form.has("借款三万元到期没有还"),
        "{}",
        form.text()
    );
    assert!(form.has("value=\"opinion\"") && form.has("value=\"legal\""));
    let answer = browser.send(&address, &[("branch", "opinion"), on]).await;
    assert_eq!(answer.status, 303, "{}", errors(&answer));
    act(&mut browser, &dispute, "转送、交办", &[("unit", "640122.ecology"), on]).await;
    act(&mut browser, &dispute, "登记对方收到", &[on]).await;
    act(&mut browser, &dispute, "书面告知信访人", &[on]).await;
    act(&mut browser, &dispute, "受理", &[on]).await;
    act(&mut browser, &dispute, "出具处理意见书", &[("verdict", "supported"), on]).await;
    act(&mut browser, &dispute, "登记书面答复送达", &[on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("第三十一条（六）") && page.has("请求有理，予以支持"), "{}", page.text());
    assert!(page.has("书面告知信访人") && page.has("处理意见送达"), "{}", page.text());
    let list = browser.get("/petitions").await;
    assert!(list.has("答复、复查、复核 1"), "{}", list.text());
}

#[tokio::test]
async fn an_application_for_reconsideration_goes_to_the_decision() {
    let unit = reconsideration_office().await;
    let mut browser = unit.logged_in("qian").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let fields = [
        ("applicants.0.name", "马建国"),
        ("others.0.name", "贺兰县某局"),
        ("place", "640122"),
        ("summary", "对罚款决定不服，请求撤销"),
        ("act_kind", "penalty"),
        ("made_on", day.as_str()),
        ("knew_on", day.as_str()),
        ("told", "with_act"),
        ("amount", "2000"),
        ("number", "贺府复〔2026〕1号"),
        on,
    ];
    let dispute = begin(&mut browser, "reconsideration", &fields).await;
    let list = browser.get("/reconsiderations").await;
    assert!(list.has("审查申请 1") && list.has("贺兰县某局"), "{}", list.text());
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let form = browser.get(&page.link("登记被复议的行政行为")).await;
    assert_eq!(form.value("amount"), "2000.00", "nobody writes it twice: {}", form.text());
    assert!(form.has("value=\"penalty\" selected"), "{}", form.text());
    act(&mut browser, &dispute, "受理", &[("track", "ordinary"), ("reviewer", "reviewer-1"), on])
        .await;
    act(&mut browser, &dispute, "发送申请书副本", &[("party", "2"), on]).await;
    act(&mut browser, &dispute, "收到书面答复", &[("party", "2"), on]).await;
    act(&mut browser, &dispute, "听取当事人意见", &[on]).await;
    act(&mut browser, &dispute, "作出复议决定", &[("kind", "uphold"), on]).await;
    for party in ["1", "2"] {
        act(&mut browser, &dispute, "登记文书送达", &[("party", party), on]).await;
    }
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("维持") && page.has("贺府复〔2026〕1号"), "{}", page.text());
}

#[tokio::test]
async fn an_application_that_is_sent_twice_is_one_case() {
    let unit = petition_office().await;
    let mut browser = unit.logged_in("zhao").await;
    let day = today().to_string();
    let more = [
        ("form", "visit"),
        ("matter", "claim"),
        ("kind", "environment"),
        ("number", "信2026-1"),
        ("on", day.as_str()),
    ];
    let fields = [&SIDES[..], &more].concat();
    browser.get("/begin/petition").await;
    let id = browser.request_id.clone();
    let first = browser.send("/begin/petition", &fields).await;
    browser.request_id = id;
    let second = browser.send("/begin/petition", &fields).await;
    assert_eq!((first.status, second.status), (303, 303), "{}", errors(&second));
    assert_eq!(first.to, second.to);
    let facts = unit.node.facts().await;
    assert_eq!(facts.iter().filter(|fact| *fact == "received").count(), 1, "{facts:?}");
}

#[tokio::test]
async fn what_a_post_may_not_do_is_not_offered_and_refused() {
    let unit = court().await;
    let mut nobody = unit.logged_in("guanli").await;
    assert_eq!(nobody.get("/begin/complaint").await.status, 404);
    assert!(!nobody.get("/").await.has("href=\"/court\""), "the operator has no board in the menu");
    let town = counter().await;
    let mut clerk = town.logged_in("zhangmin").await;
    for address in ["/court", "/petitions", "/begin/petition", "/begin/nothing"] {
        assert_eq!(clerk.get(address).await.status, 404, "{address}");
    }
}

#[tokio::test]
async fn an_agreement_that_was_handed_over_waits_for_the_parties_to_apply_together() {
    let mut unit = court().await;
    let mut file = brief(7);
    file.track = jiefen_vocab::TrackKind::JudicialConfirmation;
    let mode = jiefen_handoff::Mode::Delegate;
    unit.node.hand_over(TOWN, &file, mode, jiefen_vocab::Role::FilingClerk).await;
    let mut browser = unit.logged_in("han").await;
    let dispute = file.dispute.to_string();
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(!page.has(">接收起诉<"), "no complaint is expected: {}", page.text());
    let day = today().to_string();
    let fields = [
        ("agreed", "1"),
        ("agreed", "2"),
        ("effective_on", day.as_str()),
        ("body", "金贵镇人民调解委员会"),
        ("subjects", "conduct"),
        ("content", "改建排水沟"),
        ("competence", "body_seat"),
        ("on", day.as_str()),
    ];
    act(&mut browser, &dispute, "登记共同申请司法确认", &fields).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("受理司法确认") && page.has("改建排水沟"), "{}", page.text());
}

/// How many cases the board counts in a column.
fn column(board: &Answer, title: &str) -> u32 {
    let mark = format!("aria-label=\"{title}\"><h2>");
    let at = board.text().find(&mark).unwrap_or_else(|| panic!("{title}: {}", board.text()));
    let head = board.text()[at + mark.len()..].split("</h2>").next().unwrap();
    head.rsplit(' ').next().unwrap().parse().unwrap()
}

async fn is_whole<A: jiefen_ledger::Area>(node: &jiefen_ledger::testing::TestNode<A>) {
    let chain = jiefen_ledger::verify(node.ledger.store()).await.unwrap();
    assert!(matches!(chain, jiefen_ledger::Chain::Whole { .. }), "{chain:?}");
}
