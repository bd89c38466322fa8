//! Texts as they come: nothing is lost, nothing is guessed silently, nothing panics.

use jiefen_triage::advice::{Advice, advise};
use jiefen_triage::given::{Given, Who};
use jiefen_triage::text::Change;
use jiefen_vocab::{Channel, Flag, PartyKind, PartyRole, TrackKind};
use jiff::civil::date;

fn advised(text: &str) -> Advice {
    let name = "匿名";
    let who = Who { name, role: PartyRole::Applicant, kind: PartyKind::Person, minor: false };
    advise(&Given {
        text,
        channel: Channel::Phone,
        received_by: "county_zz",
        place: "640122".parse().unwrap(),
        place_name: "贺兰县",
        other_place: None,
        parties: vec![who],
        amount: None,
        people: 1,
        day: date(2026, 6, 1),
        kind: None,
    })
}

fn flags(advice: &Advice) -> Vec<Flag> {
    advice.signs.iter().map(|sign| sign.flag).collect()
}

#[test]
fn a_text_that_says_nothing_asks_for_information() {
    for text in ["", " ", "？？？", "😡😡😡", "……", "你好", "在吗", "asdf", "123"]
    {
        let advice = advised(text);
        assert_eq!(advice.track, TrackKind::NoneUntilInformation, "{text}");
        assert!(flags(&advice).contains(&Flag::NeedsInformation), "{text}");
    }
}

#[test]
fn a_text_is_read_in_whatever_writing_it_comes_and_the_change_is_told() {
    let plain = advised("工厂拖欠工资三个月，一共２万元不给");
    assert_eq!(plain.kind.code(), "labour");
    for (text, change) in [
        ("工廠拖欠工資三個月，一共2萬元不給", Change::Traditional),
        ("<div><b>工厂拖欠工资</b>三个月，一共2万元不给</div>", Change::Markup),
        ("工厂拖欠工资三个月，一共２万元不给", Change::FullWidth),
        ("工厂拖欠工资三个月😡一共2万元不给", Change::Emoji),
    ] {
        let advice = advised(text);
        assert_eq!(advice.kind, plain.kind, "{text}");
        assert!(advice.changes.contains(&change), "{text}: {:?}", advice.changes);
    }
}

#[test]
fn a_very_long_text_is_read_at_both_ends_and_a_danger_at_its_end_is_seen() {
    let text = format!("{}他说今晚要拿刀砍死我", "邻居装修太吵，".repeat(5_000));
    let advice = advised(&text);
    assert!(advice.changes.contains(&Change::Shortened));
    assert!(flags(&advice).contains(&Flag::SafetyAlert));
}

#[test]
fn abuse_dialect_and_three_matters_in_one_message_get_an_answer_with_its_reasons() {
    for text in [
        "你们这帮吃闲饭的王八蛋管不管事",
        "俺婆姨娘家的地叫他们占咧，咋弄哩么",
        "老板不给工资，房东不退押金，前夫不给抚养费，都赶一块儿了",
        "' OR 1=1; DROP TABLE cases; --",
        "\u{202e}倒着写的文字\u{202c}说邻居漏水",
    ] {
        let advice = advised(text);
        assert_eq!(advice.why.len(), 3, "{text}");
        assert!(!advice.rule.is_empty(), "{text}");
    }
}

#[test]
fn words_that_only_look_like_a_danger_are_none() {
    for text in [
        "楼下服装店天天放跳楼价大甩卖的喇叭，吵得孩子写不了作业",
        "在超市买的杀虫剂是假的，虫子一个没死，要求退钱",
        "给老板打工半年，打电话不接，工资一分没见",
        "他在手术室门口签的字，动手术花了三万，医院说不能报销",
        "两家吵了半天没动手，就为院墙外头那点地",
    ] {
        assert!(!flags(&advised(text)).contains(&Flag::SafetyAlert), "{text}");
    }
}

#[test]
fn words_of_danger_in_many_forms_are_seen() {
    for text in [
        "他说我再跟他离婚就弄死我全家",
        "我不想活了，欠的钱还不上",
        "丈夫昨晚又动手打我，脸都肿了，我不敢回家",
        "他现在在楼顶，说不给钱就跳下去",
        "要账的五个人堵在家里不让我们出门",
        "前男友天天守在我单位门口，跟踪我",
        "两家人现在打起来了，有人拿铁锹",
        "村口有人拿着刀追人",
    ] {
        assert!(flags(&advised(text)).contains(&Flag::SafetyAlert), "{text}");
    }
}

/// What the machine takes for several matters by mistake a clerk must take away: one registration in fifty at most.
#[test]
fn one_dispute_is_seldom_taken_for_several() {
    let samples = jiefen_study::corpus::read("registrations.jsonl").unwrap();
    let several =
        |text: &str| jiefen_triage::several::several(&jiefen_triage::text::clean(text).text);
    let wrong: Vec<&str> = samples
        .iter()
        .map(|sample| sample.text.as_str())
        .filter(|text| !several(text).is_empty())
        .collect();
    assert!(wrong.len() * 50 <= samples.len(), "{} of {}: {wrong:#?}", wrong.len(), samples.len());
}
