//! Journeys of citizens, in Chromium.

use anyhow::{Context, Result, ensure};
use jiefen_e2e::{Browser, Counter};
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::node::v1::ListCasesRequest;
use jiefen_vocab::Role;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 11);
const ANSWER: &str = "已经安排专人联系您，对不起让您久等了";

#[tokio::test]
async fn a_citizen_files_in_elder_mode_without_javascript_and_her_complaint_is_answered()
-> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let browser = Browser::locate()?;
    let filed = browser.walk("citizen-files", &counter.pages, &[]).await?;
    let code = filed["code"].as_str().context("a receipt code")?;
    let dispute = found(&counter, code).await?;
    let content = dispute.content.context("what she told")?;
    ensure!(
        content.parties.len() == 2 && content.parties[0].name == "王秀英",
        "the clerk sees who"
    );
    ensure!(content.summary.starts_with("三月八日起楼上漏水"), "and what she wrote");
    answer(&counter).await?;
    browser.walk("citizen-reads", &counter.pages, &[("CODE", code), ("ANSWER", ANSWER)]).await?;
    Ok(())
}

#[tokio::test]
async fn the_line_breaks_in_the_middle_of_a_form_and_no_word_is_lost() -> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let filed = Browser::locate()?.walk("citizen-cut", &counter.pages, &[]).await?;
    let code = filed["code"].as_str().context("a receipt code")?;
    found(&counter, code).await?;
    let list = ListCasesRequest { page_size: 50, ..Default::default() };
    let list = counter.by("clerk-1", Role::WindowClerk, list)?;
    let cases = counter.node().list_cases(list).await?.into_inner().cases;
    let disputes = cases.iter().filter(|case| case.procedure == "dispute").count();
    ensure!(disputes == 1, "filed once, not {disputes} times");
    Ok(())
}

#[tokio::test]
async fn forged_forms_strange_fields_and_other_peoples_disputes_are_refused() -> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let browser = Browser::locate()?;
    let filed = browser.walk("citizen-files", &counter.pages, &[]).await?;
    let code = filed["code"].as_str().context("a receipt code")?;
    browser.walk("citizen-hostile", &counter.pages, &[("CODE", code)]).await?;
    Ok(())
}

#[tokio::test]
async fn every_page_of_the_citizens_is_accessible_in_every_size_and_light() -> Result<()> {
    let counter = Counter::open(TODAY).await?;
    let browser = Browser::locate()?;
    let filed = browser.walk("citizen-files", &counter.pages, &[]).await?;
    let code = filed["code"].as_str().context("a receipt code")?;
    answer(&counter).await?;
    let looks = browser.walk("looks", &counter.pages, &[("CODE", code)]).await?;
    eprintln!("{looks:#}");
    Ok(())
}

/// The dispute behind a receipt, as the counter's clerk sees it.
async fn found(counter: &Counter, code: &str) -> Result<pb::Dispute> {
    let search = pb::SearchDisputesRequest { query: code.to_owned(), ..Default::default() };
    let search = counter.by("clerk-1", Role::WindowClerk, search)?;
    let found = counter.intake().search_disputes(search).await?.into_inner().disputes;
    let name = found.first().and_then(|found| found.head.clone()).context("it is found")?.name;
    let get = counter.by("clerk-1", Role::WindowClerk, pb::GetDisputeRequest { name })?;
    counter.intake().get_dispute(get).await?.into_inner().dispute.context("the dispute")
}

/// The head answers what waits.
async fn answer(counter: &Counter) -> Result<()> {
    let list = ListCasesRequest { page_size: 50, open_only: true, ..Default::default() };
    let list = counter.by("director-1", Role::CentreDirector, list)?;
    let cases = counter.node().list_cases(list).await?.into_inner().cases;
    let waiting = cases.iter().find(|case| case.procedure == "citizen_request");
    let waiting = waiting.context("the complaint stands among what is to be done")?;
    ensure!(waiting.clocks.iter().any(|clock| clock.key == "answer"), "with its clock");
    let (name, request_id) = (waiting.name.clone(), "answer-1".to_owned());
    let answer = pb::AnswerCitizenRequestRequest {
        head: Some(CommandHead { name, request_id, ..Default::default() }),
        answer: ANSWER.to_owned(),
        signed_by: "director-1".to_owned(),
    };
    let answer = counter.by("director-1", Role::CentreDirector, answer)?;
    counter.intake().answer_citizen_request(answer).await?;
    Ok(())
}
