//! Untidy, wrong and hostile input: a clear answer, nothing lost, nothing guessed silently.

use super::*;

/// What stands in the file after a registration with this change.
async fn kept(change: impl FnOnce(&mut pb::Content)) -> pb::Content {
    let counter = Counter::open().await;
    counter.received(1).await;
    counter.register(registration(1, change)).await.unwrap();
    counter.dispute(1).await.content.unwrap()
}

/// The refusal of a registration with this change; what was asked first still stands.
async fn refused(change: impl FnOnce(&mut pb::Content)) -> Status {
    let counter = Counter::open().await;
    counter.received(1).await;
    let status = counter.register(registration(1, change)).await.unwrap_err();
    let stays = counter.dispute(1).await;
    assert_eq!(stays.head.unwrap().state, "received");
    assert_eq!(stays.content.unwrap().summary, "楼上漏水");
    status
}

fn particulars(content: &mut pb::Content) -> &mut common::Particulars {
    content.parties[0].particulars.get_or_insert_default()
}

#[tokio::test]
async fn an_empty_account_is_asked_for_and_the_first_words_stay() {
    let counter = Counter::open().await;
    for empty in ["", " \n\t", "\u{3000}"] {
        assert_eq!(wrong(&counter.ask(inquiry(1, empty)).await.unwrap_err()), ["summary"]);
    }
    let status = refused(|content| content.summary = " \n".to_owned()).await;
    assert_eq!(reason(&status), "SUMMARY_MISSING");
    assert!(advice(&status).contains("原话"));
}

#[tokio::test]
async fn emoji_html_and_traditional_characters_are_kept_as_given() {
    for text in [
        "楼上漏水😡😡👨‍👩‍👧",
        "<script>alert(1)</script><p>欠薪 & 扣押金</p>",
        "鄰居佔用過道，講了三次都唔聽",
        "a\u{0}b'; DROP TABLE cases; --",
    ] {
        let content = kept(|content| content.summary = text.to_owned()).await;
        assert_eq!(content.summary, text);
    }
    let content = kept(|content| content.parties[0].name = "買買提·艾力".to_owned()).await;
    assert_eq!(content.parties[0].name, "買買提·艾力");
}

/// 100 KB is an hour's account written down: it stays whole. One byte more is refused with what to do.
#[tokio::test]
async fn a_hundred_kilobytes_stay_whole_and_more_is_told_to_become_a_paper() {
    for text in ["a".repeat(100 * 1024), "漏".repeat(100 * 1024 / 3)] {
        let counter = Counter::open().await;
        counter.ask(inquiry(1, &text)).await.unwrap();
        assert_eq!(counter.dispute(1).await.content.unwrap().summary, text);
    }
    let long = "a".repeat(100 * 1024 + 1);
    let counter = Counter::open().await;
    let status = counter.ask(inquiry(1, &long)).await.unwrap_err();
    assert_eq!(reason(&status), "TEXT_TOO_LONG");
    assert!(advice(&status).contains("附件"));
    let status = refused(|content| content.summary = long).await;
    assert!(status.message().contains("102401字节"), "{status}");
}

#[tokio::test]
async fn full_width_digits_are_read_as_meant() {
    let content = kept(|content| {
        let more = particulars(content);
        more.document = "resident_id".to_owned();
        more.document_number = "１１０１０５ １９４９１２３１ ００２ｘ".to_owned();
        more.phone = "０９５１－８０６１２３４".to_owned();
    })
    .await;
    let more = content.parties[0].particulars.clone().unwrap();
    assert_eq!((more.document_number.as_str(), more.phone.as_str()), (CARD, "09518061234"));
    let status = {
        let counter = Counter::open().await;
        let mut request = inquiry(1, "漏水");
        request.place = "６４０１２２".to_owned();
        counter.ask(request).await.unwrap_err()
    };
    assert_eq!(wrong(&status), ["place"]);
    assert!(status.message().contains("6位"), "the form is said: {status}");
}

/// Three matters in one message: recorded as told, then separated by a person, each under a code of its own.
#[tokio::test]
async fn three_disputes_in_one_message_are_kept_whole_and_separated_by_a_person() {
    let text = "楼上漏水三个月；物业扣我押金不退；还有老板欠我两个月工资。";
    let counter = Counter::open().await;
    counter.ask(inquiry(1, text)).await.unwrap();
    let request = registration(1, |content| content.summary = text.to_owned());
    counter.register(request).await.unwrap();
    let sorted = pb::ClassifyRequest {
        head: head(1, "classify"),
        kind: "neighbour".to_owned(),
        risk: "normal".to_owned(),
        why: "三件事，先办漏水".to_owned(),
        ..Default::default()
    };
    counter.intake.clone().classify(counter.clerk(sorted)).await.unwrap();
    for (new, kind) in [(2, "property_management"), (3, "labour")] {
        let request = pb::SplitRequest {
            head: head(1, kind),
            new: dispute(new).to_string(),
            kind: kind.to_owned(),
            reason: "separate_claims".to_owned(),
        };
        counter.desk.clone().split(counter.clerk(request)).await.unwrap();
        let mut part = inquiry(new, text);
        part.kind = kind.to_owned();
        assert!(!counter.ask(part).await.unwrap().is_empty(), "each has a receipt");
    }
    let first = counter.dispute(1).await;
    assert_eq!(first.content.unwrap().summary, text, "nothing of what was said is lost");
    assert_eq!(first.linked, [dispute(2).to_string(), dispute(3).to_string()]);
}

#[tokio::test]
async fn a_name_of_fifteen_characters_with_a_middle_dot_is_a_name() {
    let name = "阿卜杜热合曼·买买提江·吐尔逊尼牙孜";
    assert!(name.chars().count() >= 15);
    for name in [name, "买买提•艾力", "欧阳娜娜"] {
        let content = kept(|content| content.parties[0].name = name.to_owned()).await;
        assert_eq!(content.parties[0].name, name);
    }
    let status = refused(|content| content.parties[0].name = format!("{CANARY}·")).await;
    assert_eq!(reason(&status), "NAME_FORM");
    assert!(!format!("{status:?}").contains(CANARY), "no name in an error");
}

#[tokio::test]
async fn a_wrong_region_code_is_refused_with_the_right_form_or_the_list() {
    let status = refused(|content| content.place = "64O122".to_owned()).await;
    assert_eq!(wrong(&status), ["content.place"]);
    for place in ["640122999", "640122101999", "190000"] {
        let status = refused(|content| content.place = place.to_owned()).await;
        assert_eq!(reason(&status), "PLACE_UNKNOWN", "{place}");
        assert!(status.message().contains(place) && advice(&status).contains("区划目录"));
    }
}

#[tokio::test]
async fn a_birthday_that_is_to_come_is_refused() {
    let status = refused(|content| {
        particulars(content).born_on = Some(date_to(date(2026, 3, 12)));
    })
    .await;
    assert_eq!(reason(&status), "BORN_IN_FUTURE");
    let status = refused(|content| {
        let born_on = common::Date { year: 2026, month: 2, day: 30 };
        particulars(content).born_on = Some(born_on);
    })
    .await;
    assert_eq!(wrong(&status), ["content.parties[0].particulars.born_on"]);
}

#[tokio::test]
async fn a_number_that_a_spreadsheet_has_spoilt_is_refused_with_how_to_enter_it_again() {
    for (number, name) in [("6.4E+17", "ID_SCIENTIFIC"), ("６．４０Ｅ＋１７", "ID_SCIENTIFIC")]
    {
        let status = refused(|content| {
            particulars(content).document = "resident_id".to_owned();
            particulars(content).document_number = number.to_owned();
        })
        .await;
        assert_eq!(reason(&status), name);
        assert!(status.message().contains("科学计数法") && advice(&status).contains("文本"));
    }
    let status = refused(|content| {
        particulars(content).document = "resident_id".to_owned();
        particulars(content).document_number = "110105194912310000".to_owned();
    })
    .await;
    assert_eq!(reason(&status), "ID_ROUNDED");
    assert!(!format!("{status:?}").contains("1949"), "no number in an error");
    let status = refused(|content| particulars(content).phone = "1.39E+10".to_owned()).await;
    assert_eq!(reason(&status), "PHONE_SCIENTIFIC");
}

#[tokio::test]
async fn every_wrong_field_of_a_party_is_named_at_once() {
    let status = refused(|content| {
        content.parties[0].kind = "crowd".to_owned();
        let more = particulars(content);
        more.document_number = CARD.to_owned();
        more.capacity = "half".to_owned();
    })
    .await;
    let at = |name: &str| format!("content.parties[0].{name}");
    let expected = [at("kind"), at("particulars.document"), at("particulars.capacity")];
    assert_eq!(wrong(&status), expected);
}
