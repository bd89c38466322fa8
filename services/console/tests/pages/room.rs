//! The mediation room: one text that both confirm, what a change of it voids, what is said and what is noted.

use jiefen_mediation::MediationArea;
use jiefen_vocab::receipt::Receipt;
use jiefen_vocab::{Particulars, Private, Role};

use super::browser::{Answer, Browser};
use super::handover::brief;
use super::{TOWN, Unit, committee, today};

/// A mediation that is going on, with the mediator's browser in it.
pub struct Room {
    pub unit: Unit<MediationArea>,
    pub mediator: Browser,
    pub dispute: String,
    pub receipt: String,
}

fn later() -> String {
    today().checked_add(jiff::Span::new().days(7)).unwrap().to_string()
}

/// Opens an act of the dispute and sends its form.
async fn act(browser: &mut Browser, dispute: &str, name: &str, fields: &[(&str, &str)]) {
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link(name);
    browser.get(&address).await;
    let answer = browser.send(&address, fields).await;
    assert_eq!(answer.status, 303, "{name}: {}", answer.text());
}

impl Room {
    /// Both parties have agreed to mediation, and the committee has accepted.
    pub async fn open(n: u128) -> Room {
        let mut unit = committee().await;
        let mut brief = brief(n);
        for (party, phone) in brief.parties.iter_mut().zip(["13995170001", "13995170002"]) {
            let phone = Some(Private::new(phone.to_owned()));
            party.more = Some(Box::new(Particulars { phone, ..Particulars::default() }));
        }
        unit.node.hand_over(TOWN, &brief, jiefen_handoff::Mode::Delegate, Role::Mediator).await;
        let mut mediator = unit.logged_in("liuchangshun").await;
        let (dispute, day) = (brief.dispute.to_string(), today().to_string());
        for party in ["1", "2"] {
            let agrees = [("party", party), ("how", "counter"), ("on", day.as_str())];
            act(&mut mediator, &dispute, "一方同意调解", &agrees).await;
        }
        let accept = [
            ("mediator", "mediator-1"),
            ("on", day.as_str()),
            ("rights_told", "yes"),
            ("not_handled_elsewhere", "yes"),
            ("safety_cleared", "yes"),
        ];
        act(&mut mediator, &dispute, "受理", &accept).await;
        Room { unit, mediator, dispute, receipt: Receipt::of(brief.dispute).to_string() }
    }

    fn at(&self, place: &str) -> String {
        format!("/disputes/{}/{place}", self.dispute)
    }

    /// The room as the mediator sees it.
    async fn seen(&mut self) -> Answer {
        let address = self.at("room");
        self.mediator.get(&address).await
    }

    /// Puts a text before the parties.
    async fn draft(&mut self, what: &str, amount: &str) {
        let address = self.at("agreement");
        self.mediator.get(&address).await;
        let due = later();
        let day = today().to_string();
        let text = [
            ("facts", "两家为院墙排水发生争执"),
            ("rows", "2"),
            ("obligor-1", "2"),
            ("obligee-1", "1"),
            ("what-1", what),
            ("amount-1", amount),
            ("due-1", &due),
            ("obligor-2", "1"),
            ("obligee-2", "2"),
            ("what-2", "清理排水沟"),
            ("due-2", &due),
            ("place-2", "两家院墙之间"),
            ("on", &day),
            ("draft", "1"),
        ];
        let answer = self.mediator.send(&address, &text).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }

    /// A party on her own phone.
    pub async fn party(&self, digits: &str) -> Browser {
        let mut browser = self.unit.browser();
        browser.get("/citizen/room").await;
        let pair = [("code", self.receipt.as_str()), ("digits", digits)];
        let answer = browser.send("/citizen/room", &pair).await;
        assert_eq!(
            (answer.status, answer.to.as_str()),
            (303, "/citizen/room"),
            "{}",
            answer.text()
        );
        browser
    }
}

/// The form of a page that goes to an address, with its hidden fields.
fn hidden(page: &Answer, address: &str) -> Vec<(String, String)> {
    let text = page.text();
    let at = text.find(&format!("action=\"{address}\"")).unwrap_or_else(|| panic!("{text}"));
    let form = text[at..].split("</form").next().unwrap();
    let fields = form.split("type=\"hidden\"").skip(1).map(|field| {
        let of = |name: &str| {
            let start = field.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
            field[start..].split('"').next().unwrap().to_owned()
        };
        (of("name"), of("value"))
    });
    fields.collect()
}

/// Presses the button of a form, with what the page has put into it.
async fn press(browser: &mut Browser, page: &Answer, address: &str) -> Answer {
    let fields = hidden(page, address);
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(&fields);
    browser.post(address, form.finish(), &[]).await
}

#[tokio::test]
async fn a_party_and_the_mediator_confirm_one_text_in_two_browsers_and_a_change_voids_it() {
    let mut room = Room::open(1).await;
    room.draft("赔偿院墙", "800").await;
    let mut party = room.party("0001").await;
    let page = party.get("/citizen/room").await;
    assert!(page.has("第1稿") && page.has("800.00元（人民币捌佰元整）"), "{}", page.text());
    let stale = hidden(&page, "/citizen/room/confirm");
    let answer = press(&mut party, &page, "/citizen/room/confirm").await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let confirm = room.at("room/confirm");
    let page = room.seen().await;
    assert!(page.has("已确认这一稿") && page.has("还没有确认"), "{}", page.text());
    let answer = press(&mut room.mediator, &page, &confirm).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = room.seen().await;
    assert!(!page.has("还没有确认") && page.has("签名、盖章"), "{}", page.text());
    // Another amount is another text: nobody has confirmed it.
    room.draft("赔偿院墙", "900").await;
    let page = room.seen().await;
    assert!(page.has("第2稿") && page.has("原来的确认作废"), "{}", page.text());
    assert!(page.has("<del>") && page.has("<ins>") && page.has("900.00元"), "{}", page.text());
    let page = party.get("/citizen/room").await;
    assert!(page.has("您以前的确认已经作废"), "{}", page.text());
    // Who still has the first text on her screen does not confirm the second one.
    let mut form = form_urlencoded::Serializer::new(String::new());
    let old = stale.iter().map(|(name, value)| match name.as_str() {
        "request_id" => (name.as_str(), "another-request"),
        _ => (name.as_str(), value.as_str()),
    });
    form.extend_pairs(old);
    let refused = party.post("/citizen/room/confirm", form.finish(), &[]).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(refused.has("id=\"errors\"") && refused.has("第2稿"), "{}", refused.text());
    let answer = press(&mut party, &refused, "/citizen/room/confirm").await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let facts = room.unit.node.facts().await;
    assert_eq!(facts.iter().filter(|fact| *fact == "draft_confirmed").count(), 3, "{facts:?}");
}

#[tokio::test]
async fn what_could_not_be_enforced_stands_beside_its_term_before_anything_is_sent() {
    let mut room = Room::open(2).await;
    let (address, keep) = (room.at("agreement"), room.at("agreement/keep"));
    room.mediator.get(&address).await;
    let (day, due) = (today().to_string(), later());
    let typed = [
        ("facts", "排水"),
        ("rows", "1"),
        ("obligor-1", "2"),
        ("obligee-1", "1"),
        ("what-1", "尽快适当补偿"),
        ("due-1", due.as_str()),
        ("on", day.as_str()),
    ];
    let looked = room.mediator.send(&address, &[&typed[..], &[("look", "1")]].concat()).await;
    assert_eq!(looked.status, 200, "{}", looked.text());
    for told in ["“适当”没有标准", "“尽快”不是期限", "没有写金额", "民诉法解释"]
    {
        assert!(looked.has(told), "{told}: {}", looked.text());
    }
    // As it is typed, htmx asks for the checks alone, and the text is kept.
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("csrf", &room.mediator.csrf).extend_pairs(&typed);
    let htmx = [("hx-request", "true")];
    let checks = room.mediator.post(&keep, form.finish(), &htmx).await;
    assert!(checks.has("已自动保存") && !checks.has("<html"), "{}", checks.text());
    // Another day, another browser: it goes on where it was.
    let mut again = room.unit.logged_in("liuchangshun").await;
    let page = again.get(&address).await;
    assert!(page.has("没有写完") && page.has("尽快适当补偿"), "{}", page.text());
    assert!(room.unit.node.facts().await.iter().all(|fact| fact != "agreement_drafted"));
    let more = again.send(&address, &[&typed[..], &[("add", "1")]].concat()).await;
    assert!(more.has("name=\"what-2\"") && more.has("尽快适当补偿"), "{}", more.text());
    let less = again.send(&address, &[&typed[..], &[("rows", "2"), ("drop", "1")]].concat()).await;
    assert!(!less.has("name=\"what-2\""), "{}", less.text());
}

#[tokio::test]
async fn a_wrong_amount_is_told_at_its_term_and_everything_typed_stays() {
    let mut room = Room::open(3).await;
    let address = room.at("agreement");
    room.mediator.get(&address).await;
    let typed = [
        ("facts", "一致"),
        ("rows", "2"),
        ("obligor-1", "2"),
        ("obligee-1", "1"),
        ("what-1", "赔偿"),
        ("amount-1", "五百"),
        ("what-2", "清理"),
        ("amount-2", "八百"),
        ("draft", "1"),
    ];
    let answer = room.mediator.send(&address, &typed).await;
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.has("href=\"#amount-2\"") && answer.has("href=\"#obligor-2\""));
    assert!(answer.has("value=\"八百\"") && answer.has("value=\"清理\""), "{}", answer.text());
}

#[tokio::test]
async fn what_is_said_is_read_on_both_sides_and_a_note_by_its_writer_alone() {
    let mut room = Room::open(4).await;
    let say = room.at("room/say");
    let mut party = room.party("0002").await;
    party.get("/citizen/room").await;
    let words = "<b>上次量的不对</b>\r\n当时我不在";
    let answer = party.send("/citizen/room/say", &[("text", words)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = room.seen().await;
    assert!(
        page.has("上次量的不对") && page.has("王秀英") && !page.has("<b>上次"),
        "{}",
        page.text()
    );
    let answer = room.mediator.send(&say, &[("text", "明天一起去量")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    room.seen().await;
    let note = [("text", "她愿意让到八百"), ("note", "1")];
    assert_eq!(room.mediator.send(&say, &note).await.status, 303);
    let page = room.seen().await;
    assert!(page.has("她愿意让到八百") && page.has("只有自己看"), "{}", page.text());
    let page = party.get("/citizen/room").await;
    assert!(page.has("明天一起去量") && !page.has("八百"), "{}", page.text());
    // The empty line is refused where it was typed.
    let empty = party.send("/citizen/room/say", &[("text", " ")]).await;
    assert!(empty.status == 422 && empty.has("href=\"#text\""), "{}", empty.text());
    // The same form sent again is the same line.
    room.seen().await;
    let id = room.mediator.request_id.clone();
    let same = [("text", "好的")];
    room.mediator.send(&say, &same).await;
    room.mediator.request_id = id;
    room.mediator.send(&say, &same).await;
    assert_eq!(room.seen().await.text().matches("好的").count(), 1);
}

#[tokio::test]
async fn a_room_opens_for_its_own_parties_and_its_mediator_only() {
    let room = Room::open(5).await;
    let mut stranger = room.unit.browser();
    stranger.get("/citizen/room").await;
    for (code, digits, status) in
        [(room.receipt.as_str(), "9999", 404), ("01M7", "0001", 422), ("", "", 422)]
    {
        let answer = stranger.send("/citizen/room", &[("code", code), ("digits", digits)]).await;
        assert_eq!(answer.status, status, "{code}: {}", answer.text());
        assert!(answer.has("id=\"errors\"") && !answer.has("马建国"));
    }
    assert!(stranger.get("/citizen/room").await.has("查询码"));
    let mut operator = room.unit.logged_in("guanli").await;
    assert_eq!(operator.get(&room.at("room")).await.status, 404);
    let answer = stranger.get("/citizen/room/news?seen=1~0").await;
    assert_eq!(answer.status, 401);
}

/// The address at which a page hears news.
fn news(page: &Answer) -> String {
    let (_, rest) = page.text().split_once("data-news=\"").unwrap();
    rest.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")
}

#[tokio::test]
async fn two_people_on_one_page_hear_of_each_others_changes_while_it_is_open() {
    let mut room = Room::open(6).await;
    let mut party = room.party("0001").await;
    let (seen, theirs) = (room.seen().await, party.get("/citizen/room").await);
    let mut colleague = room.unit.logged_in("liuchangshun").await;
    let dispute = colleague.get(&format!("/disputes/{}", room.dispute)).await;
    let mut listening = room.unit.browser();
    listening.cookie.clone_from(&room.mediator.cookie);
    let (seen, theirs, dispute) = (news(&seen), news(&theirs), news(&dispute));
    let mut heard = room.unit.browser();
    heard.cookie.clone_from(&party.cookie);
    let said = async {
        party.send("/citizen/room/say", &[("text", "我愿意量\r\n一量")]).await;
        room.draft("赔偿院墙", "800").await;
    };
    let ((), mediator, theirs, dispute) = tokio::join!(
        said,
        listening.listen(&seen, "提出协议草稿"),
        heard.listen(&theirs, "调解室有新变化"),
        colleague.listen(&dispute, "提出协议草稿"),
    );
    assert!(mediator.contains("event: line") && mediator.contains("我愿意量"), "{mediator}");
    assert!(theirs.contains("我愿意量") && theirs.contains("event: news"), "{theirs}");
    assert!(!dispute.contains("event: line") && !dispute.contains("我愿意量"), "{dispute}");
    // A browser that lost the line asks from where it was, and hears nothing twice.
    let page = room.seen().await;
    let again = news(&page);
    assert_ne!(again, seen);
    let say = room.at("room/say");
    room.mediator.send(&say, &[("text", "明天量")]).await;
    let rest = listening.listen(&again, "明天量").await;
    assert!(!rest.contains("我愿意量"), "{rest}");
}
