//! The cockpit as leaders ask it: the sum is the list that makes it, and the list opens to what happened.

use std::sync::Arc;
use std::time::Duration;

use jiefen_ledger::serve::App;
use jiefen_ledger::wire::date_to;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::assessment_service_server::AssessmentService as _;
use jiefen_proto::jiefen::assessment::v1::cockpit_service_server::CockpitService as _;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_vocab::Role;
use jiff::civil::{Date, date};
use tonic::{Code, Request};

use super::{HOUSING, Node, OFFICE, dispute, hear, late, node, sep, september};
use crate::{cockpit, grpc};

const TODAY: Date = date(2026, 10, 12);
const LEADER: &str = "640122.assessment";

struct Office {
    app: App<crate::AssessmentArea>,
    cockpit: cockpit::Server,
    orders: grpc::Server,
    issuer: Issuer,
    node: Node,
}

impl Office {
    /// An office with so many events that counting them is slow.
    async fn slow() -> Office {
        let office = Office::open().await;
        Office { cockpit: cockpit::Server::slow(office.app.clone()), ..office }
    }

    async fn open() -> Office {
        let node = node(TODAY, &september()).await;
        assert_eq!(node.ledger.agency().to_string(), OFFICE);
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        let orders = grpc::Server(app.clone());
        Office { cockpit: cockpit::Server::new(app.clone()), app, orders, issuer, node }
    }

    fn call<M>(&self, message: M, unit: &str, role: Role) -> Request<M> {
        let hour = Duration::from_secs(60);
        let token = self.issuer.token("p-1", unit.parse().unwrap(), &[role], hour).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    async fn cockpit(&self) -> pb::GetCockpitResponse {
        let ask = pb::GetCockpitRequest {
            periods: vec![august(), period()],
            scope: None,
            regions: vec!["640122101".to_owned(), "640122102".to_owned()],
        };
        let call = self.call(ask, LEADER, Role::Leader);
        self.cockpit.get_cockpit(call).await.unwrap().into_inner()
    }

    async fn figure(&self, key: (&str, &str), list: &str) -> pb::GetFigureResponse {
        let ask = pb::GetFigureRequest {
            indicator: key.0.to_owned(),
            variant: key.1.to_owned(),
            period: Some(period()),
            list: list.to_owned(),
            page_size: 3,
            ..Default::default()
        };
        let call = self.call(ask, LEADER, Role::Leader);
        self.cockpit.get_figure(call).await.unwrap().into_inner()
    }
}

fn period() -> pb::Period {
    pb::Period { from: Some(date_to(sep(1))), to: Some(date_to(sep(30))) }
}

fn august() -> pb::Period {
    let day = |day| Some(date_to(date(2026, 8, day)));
    pb::Period { from: day(1), to: day(31) }
}

fn of<'f>(figures: &'f [pb::Figure], indicator: &str, variant: &str) -> &'f pb::Figure {
    let same = |f: &&pb::Figure| f.indicator == indicator && f.variant == variant;
    figures.iter().find(same).unwrap()
}

#[tokio::test]
async fn the_cockpit_tells_each_period_and_the_regions_add_up_to_the_county() {
    let office = Office::open().await;
    let shown = office.cockpit().await;
    assert_eq!(shown.periods.len(), 2);
    let (august, september) = (&shown.periods[0].figures, &shown.periods[1].figures);
    assert_eq!(of(august, "M-03", "concluded").unit, "no_data");
    let county = of(september, "M-03", "concluded");
    assert_eq!((county.numerator, county.denominator), (4, 7));
    assert!(county.numerator_disputes.is_empty(), "the lists are asked for apart");
    assert!(
        !county.definition.is_empty() && !county.source.is_empty() && !county.formula.is_empty()
    );
    for (indicator, variant) in [("M-03", "concluded"), ("M-05", "all"), ("M-09", "due")] {
        let county = of(september, indicator, variant);
        let sum = |of_: fn(&pb::Figure) -> u64| -> u64 {
            shown.regions.iter().map(|region| of_(of(&region.figures, indicator, variant))).sum()
        };
        assert_eq!(sum(|f| f.numerator), county.numerator, "{indicator}");
        assert_eq!(sum(|f| f.denominator), county.denominator, "{indicator}");
    }
    assert_eq!(shown.cut_off.unwrap().high_water, september_events());
}

fn september_events() -> u64 {
    september().len() as u64
}

/// Every dispute of a list, page by page, and what each page says of the whole.
async fn listed(
    office: &Office,
    of: &pb::Figure,
    list: &str,
) -> (Vec<String>, pb::GetFigureResponse) {
    let (mut all, mut page_token) = (Vec::new(), String::new());
    loop {
        let ask = pb::GetFigureRequest {
            indicator: of.indicator.clone(),
            variant: of.variant.clone(),
            period: Some(period()),
            list: list.to_owned(),
            page_size: 3,
            page_token: page_token.clone(),
            ..Default::default()
        };
        let call = office.call(ask, LEADER, Role::Leader);
        let page = office.cockpit.get_figure(call).await.unwrap().into_inner();
        all.extend(page.disputes.iter().map(|trace| trace.dispute.clone()));
        page_token.clone_from(&page.next_page_token);
        if page_token.is_empty() {
            return (all, page);
        }
    }
}

#[tokio::test]
async fn every_number_of_the_cockpit_is_that_of_its_page_and_of_the_list_behind_it() {
    let office = Office::open().await;
    let shown = office.cockpit().await;
    let figures = &shown.periods[1].figures;
    assert!(figures.len() >= 9, "only {} figures", figures.len());
    let mut with_data = 0;
    for figure in figures {
        let name = format!("{} {}", figure.indicator, figure.variant);
        for list in ["numerator", "rest"] {
            let (mut disputes, page) = listed(&office, figure, list).await;
            let own = page.figure.unwrap();
            assert_eq!(
                (own.numerator, own.denominator, &own.unit),
                (figure.numerator, figure.denominator, &figure.unit),
                "{name}"
            );
            let count = disputes.len() as u64;
            disputes.sort();
            disputes.dedup();
            assert_eq!((disputes.len() as u64, page.total), (count, count), "{name} {list}");
            let (said, number) = if list == "numerator" {
                (page.numerator_disputes, figure.numerator)
            } else {
                (page.rest_disputes, figure.denominator.saturating_sub(figure.numerator))
            };
            assert_eq!(said, count, "{name} {list}");
            // One dispute may count several times, as with time limits; none counts without being on the list.
            assert!(
                count <= number && (count > 0) == (number > 0),
                "{name} {list}: {count} of {number}"
            );
            with_data += u32::from(count > 0);
            let sum = |of: fn(&pb::Figure) -> u64| page.parts.iter().map(of).sum::<u64>();
            if !page.parts.is_empty() {
                let parts = (sum(|part| part.numerator), sum(|part| part.denominator));
                assert_eq!(parts, (figure.numerator, figure.denominator), "{name}: its parts");
            }
        }
    }
    assert!(with_data >= 4, "only {with_data} lists have anything on them");
}

#[tokio::test]
async fn a_number_opens_to_the_disputes_that_make_it_page_by_page() {
    let office = Office::open().await;
    let on_time = office.figure(("M-05", "all"), "numerator").await;
    let figure = on_time.figure.unwrap();
    let parts: u64 = on_time.parts.iter().map(|part| part.numerator).sum();
    assert_eq!((figure.numerator, figure.denominator, parts), (4, 5, 4));
    assert_eq!((on_time.total, on_time.numerator_disputes, on_time.rest_disputes), (4, 4, 1));
    assert_eq!(on_time.disputes.len(), 3);
    let ask = pb::GetFigureRequest {
        indicator: "M-05".to_owned(),
        variant: "all".to_owned(),
        period: Some(period()),
        page_token: on_time.next_page_token,
        ..Default::default()
    };
    let call = office.call(ask, LEADER, Role::Leader);
    let next = office.cockpit.get_figure(call).await.unwrap().into_inner();
    assert_eq!((next.disputes.len(), next.next_page_token.as_str()), (1, ""));
    let late = office.figure(("M-05", "all"), "late").await;
    assert_eq!(late.disputes[0].dispute, dispute(8).to_string());
    let trace = &late.disputes[0];
    assert_eq!((trace.kind.as_str(), trace.place.as_str()), ("neighbour", "640122101"));
    assert!(trace.entries.iter().any(|entry| entry.zh == "逾期" && entry.agency == HOUSING));
}

#[tokio::test]
async fn a_dispute_shows_what_happened_and_one_that_nobody_heard_of_is_not_there() {
    let office = Office::open().await;
    let get = |n| pb::GetTraceRequest { dispute: dispute(n).to_string() };
    let call = office.call(get(5), LEADER, Role::Leader);
    let trace = office.cockpit.get_trace(call).await.unwrap().into_inner().trace.unwrap();
    let words: Vec<&str> = trace.entries.iter().map(|entry| entry.zh.as_str()).collect();
    assert_eq!(words[0], "登记纠纷");
    assert!(words.contains(&"法院立案"), "{words:?}");
    let call = office.call(get(99), LEADER, Role::Leader);
    assert_eq!(office.cockpit.get_trace(call).await.unwrap_err().code(), Code::NotFound);
    let call = office.call(get(5), HOUSING, Role::MediationHead);
    assert_eq!(office.cockpit.get_trace(call).await.unwrap_err().code(), Code::PermissionDenied);
}

#[tokio::test]
async fn what_comes_in_is_counted_when_it_has_come() {
    let mut office = Office::open().await;
    let before = office.cockpit().await;
    hear(&mut office.node, &late(9, sep(29))).await;
    let after = office.cockpit().await;
    let all =
        |shown: &pb::GetCockpitResponse| of(&shown.periods[1].figures, "M-05", "all").denominator;
    assert_eq!((all(&before), all(&after)), (5, 6));
}

#[tokio::test]
async fn while_a_slow_count_runs_the_last_one_serves_and_then_the_new_one_answers_what_was_asked() {
    let mut office = Office::slow().await;
    let all =
        |shown: &pb::GetCockpitResponse| of(&shown.periods[1].figures, "M-05", "all").denominator;
    assert_eq!(all(&office.cockpit().await), 5);
    hear(&mut office.node, &late(9, sep(29))).await;
    let mut shown = office.cockpit().await;
    let mut old = 0;
    while all(&shown) == 5 {
        assert_eq!(shown.cut_off.as_ref().unwrap().high_water, september_events(), "of the count");
        (old, shown) = (old + 1, office.cockpit().await);
    }
    assert!(old > 0, "nobody waited for the count");
    assert_eq!(all(&shown), 6);
    assert_eq!(shown.cut_off.unwrap().high_water, september_events() + 1);
}

#[tokio::test]
async fn a_unit_lists_the_orders_sent_to_it_and_no_draft() {
    let office = Office::open().await;
    let draft = |request_id: &str| pb::DraftOrderRequest {
        head: Some(CommandHead { request_id: request_id.to_owned(), ..CommandHead::default() }),
        unit: HOUSING.to_owned(),
        ground: "三次移送逾期未答".to_owned(),
        disputes: vec![dispute(1).to_string()],
        demand: "十五日内书面答复".to_owned(),
    };
    let mut names = Vec::new();
    for request_id in ["d-1", "d-2"] {
        let call = office.call(draft(request_id), LEADER, Role::Assessor);
        let drafted = office.orders.draft_order(call).await.unwrap().into_inner();
        names.push(drafted.case.unwrap().name);
    }
    let head =
        CommandHead { name: names[0].clone(), request_id: "s-1".to_owned(), ..Default::default() };
    let call = office.call(pb::SignOrderRequest { head: Some(head) }, LEADER, Role::Leader);
    office.orders.sign_order(call).await.unwrap();
    let seen = async |unit: &str, role| {
        let call = office.call(pb::ListOrdersRequest::default(), unit, role);
        office.orders.list_orders(call).await.unwrap().into_inner().orders.len()
    };
    assert_eq!(seen(LEADER, Role::Leader).await, 2);
    assert_eq!(seen(HOUSING, Role::MediationHead).await, 1);
    assert_eq!(seen("640122.court", Role::CourtPresident).await, 0);
}
