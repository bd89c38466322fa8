//! What leaders look at: figures with their course, by region, down to the public record of each dispute.

mod snapshot;
mod trace;
mod wire;

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use jiefen_assessment_rules::{
    Case, CutOff, Figure, Period, Population, Scope, parts, total, whole,
};
use jiefen_ledger::serve::App;
use jiefen_ledger::{Error, read};
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::cockpit_service_server::CockpitService;
use jiefen_vocab::DisputeId;
use jiff::civil::Date;
use prost::Message as _;
use tonic::{Request as Call, Response, Status};

use crate::wire::THRESHOLD;
use crate::{AssessmentArea, view};
use snapshot::{Key, Snapshot, Snapshots};

/// Among so many of the newest sheets the county's is looked for.
const SHEETS: u64 = 50;

/// The cockpit's gRPC service.
pub struct Server {
    app: App<AssessmentArea>,
    snapshots: Snapshots,
    people: Mutex<Option<ReadPeople>>,
}

/// The population as it was read, with the sheets that there were.
type ReadPeople = (Vec<(String, i64)>, Option<Population>);

impl Server {
    /// The service of an office.
    pub fn new(app: App<AssessmentArea>) -> Server {
        Server { app, snapshots: Snapshots::new(answered), people: Mutex::default() }
    }

    /// A service for which every count is slow.
    #[cfg(test)]
    pub(crate) fn slow(app: App<AssessmentArea>) -> Server {
        Server { snapshots: Snapshots::new(answered).all_slow(), ..Server::new(app) }
    }

    fn today(&self) -> Date {
        self.app.ledger.identity().clock.now().day()
    }

    /// The population of the newest sheet of the whole county that has one. Sheets are long: they are read when one has
    /// changed.
    async fn people(&self) -> Result<Option<Population>, Error> {
        let store = self.app.ledger.store();
        let versions = read::versions(store, "sheet", SHEETS).await?;
        let known = self.people.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, people)) = known.filter(|(of, _)| *of == versions) {
            return Ok(people);
        }
        let (found, _) = read::page_of::<AssessmentArea>(store, "sheet", false, SHEETS, "").await?;
        let people = found.into_iter().find_map(|found| match found.state {
            Case::Sheet(sheet) if sheet.unit.is_none() => sheet.inputs.people,
            Case::Sheet(_) | Case::Order(_) => None,
        });
        let read = Some((versions, people.clone()));
        *self.people.lock().unwrap_or_else(PoisonError::into_inner) = read;
        Ok(people)
    }
}

#[tonic::async_trait]
impl CockpitService for Server {
    async fn get_cockpit(
        &self,
        call: Call<pb::GetCockpitRequest>,
    ) -> Result<Response<pb::GetCockpitResponse>, Status> {
        self.app.may_read(call.metadata())?;
        let asked = wire::cockpit(call.get_ref())?;
        let snapshot = self.snapshots.of(self.app.ledger.store()).await?;
        let key = (call.get_ref().encode_to_vec(), self.today(), self.people().await?);
        if let Some(known) = snapshot.known(&key) {
            return Ok(Response::new(known));
        }
        let answer = cockpit(&snapshot, &asked, (key.1, key.2.as_ref()));
        snapshot.keep(key, &answer);
        Ok(Response::new(answer))
    }

    async fn get_figure(
        &self,
        call: Call<pb::GetFigureRequest>,
    ) -> Result<Response<pb::GetFigureResponse>, Status> {
        self.app.may_read(call.metadata())?;
        let asked = wire::figure(call.get_ref())?;
        let snapshot = self.snapshots.of(self.app.ledger.store()).await?;
        let (day, people) = (self.today(), self.people().await?);
        let here = people.as_ref().filter(|_| asked.scope == Scope::default());
        let counted = &snapshot.counted;
        let figures = counted.figures_of(asked.indicator, asked.period, &asked.scope, here, day);
        let (figure, parts) = named(&figures, &asked, counted.cut_off(day))?;
        let list = list(&figure, &asked.list)?;
        let (page, next_page_token) = asked.page(&list);
        let seen = counted.seen(&page, day);
        let disputes = page.iter().map(|id| {
            let events = seen.get(id).map(Vec::as_slice).unwrap_or_default();
            trace::trace(*id, events)
        });
        let size = |list: usize| u64::try_from(list).unwrap_or(u64::MAX);
        let rest = figure.behind.denominator.difference(&figure.behind.numerator).count();
        Ok(Response::new(pb::GetFigureResponse {
            figure: Some(view::summary(&figure)),
            parts: parts.into_iter().map(view::summary).collect(),
            cut_off: Some(cut_off(&snapshot, self.today())),
            total: size(list.len()),
            disputes: disputes.collect(),
            next_page_token,
            numerator_disputes: size(figure.behind.numerator.len()),
            rest_disputes: size(rest),
        }))
    }

    async fn get_trace(
        &self,
        call: Call<pb::GetTraceRequest>,
    ) -> Result<Response<pb::GetTraceResponse>, Status> {
        self.app.may_read(call.metadata())?;
        let id = wire::trace(call.get_ref())?;
        let snapshot = self.snapshots.of(self.app.ledger.store()).await?;
        let seen = snapshot.counted.seen(&BTreeSet::from([id]), self.today());
        let Some(events) = seen.get(&id) else {
            let (what, what_en) = ("公开记录", "public record");
            return Err(Error::NotFound { what, what_en, name: id.to_string() }.into());
        };
        Ok(Response::new(pb::GetTraceResponse {
            trace: Some(trace::trace(id, events)),
            cut_off: Some(cut_off(&snapshot, self.today())),
        }))
    }
}

/// From which events the figures are, as everybody who asks is told.
fn cut_off(snapshot: &Snapshot, day: Date) -> pb::CutOff {
    let counted = &snapshot.counted;
    view::cut_off(counted.cut_off(day), &counted.upto)
}

/// Answers a question that was asked before, from another snapshot.
fn answered(snapshot: &Snapshot, (asked, day, people): &Key) -> Option<pb::GetCockpitResponse> {
    let asked = pb::GetCockpitRequest::decode(asked.as_slice()).ok()?;
    let asked = wire::cockpit(&asked).ok()?;
    Some(cockpit(snapshot, &asked, (*day, people.as_ref())))
}

fn cockpit(
    snapshot: &Snapshot,
    asked: &wire::Cockpit,
    (day, people): (Date, Option<&Population>),
) -> pb::GetCockpitResponse {
    let counted = &snapshot.counted;
    let figures = |periods: &[Period], scope: &Scope, people: Option<&Population>| {
        let found = counted.numbers(periods, scope, people, day);
        let shown = |(period, found): (&Period, &Vec<Figure>)| {
            let whole = whole(found, (*period, scope, counted.cut_off(day)));
            whole.iter().map(view::summary).collect()
        };
        periods.iter().zip(&found).map(shown).collect::<Vec<Vec<pb::Figure>>>()
    };
    // The number of the county's people says nothing of a part of it.
    let here = people.filter(|_| asked.scope == Scope::default());
    let of_periods = figures(&asked.periods, &asked.scope, here);
    let periods = asked.periods.iter().zip(of_periods).map(|(period, figures)| pb::PeriodFigures {
        period: Some(view::period(*period)),
        figures,
    });
    let last: Vec<Period> = asked.periods.last().copied().into_iter().collect();
    let regions = asked.regions.iter().map(|region| {
        let scope = Scope { region: Some(*region), ..asked.scope.clone() };
        let figures = figures(&last, &scope, None).into_iter().flatten().collect();
        pb::RegionFigures { region: region.to_string(), figures }
    });
    let due = last.iter().flat_map(|period| counted.orders_due(*period, THRESHOLD, day));
    pb::GetCockpitResponse {
        periods: periods.collect(),
        regions: regions.collect(),
        cut_off: Some(cut_off(snapshot, day)),
        unreadable: counted.unreadable,
        population: here.map(view::population),
        orders_due: due.map(|due| view::order_due(&due)).collect(),
    }
}

/// The figure that was asked for, with those of which it is the sum.
fn named<'f>(
    figures: &'f [Figure],
    asked: &wire::Figure,
    cut_off: CutOff,
) -> Result<(Figure, Vec<&'f Figure>), Error> {
    let key = (asked.indicator, asked.variant.as_str());
    if let Some(figure) = figures.iter().find(|figure| figure.key() == key) {
        return Ok((figure.clone(), Vec::new()));
    }
    if asked.variant != "all" && !asked.variant.starts_with("all/") {
        let name = format!("{} {}", asked.indicator.code(), asked.variant);
        return Err(Error::NotFound { what: "指标", what_en: "figure", name });
    }
    let parts = parts(figures, asked.indicator, &asked.variant);
    Ok((total(&parts, key, (asked.period, &asked.scope, cut_off)), parts))
}

/// The disputes of one of a figure's lists.
fn list(figure: &Figure, name: &str) -> Result<BTreeSet<DisputeId>, Error> {
    let behind = &figure.behind;
    match name {
        "" | "numerator" => Ok(behind.numerator.clone()),
        "rest" => Ok(behind.denominator.difference(&behind.numerator).copied().collect()),
        code => {
            let guard = figure.guards.iter().find(|guard| guard.code == code);
            let none = || Error::field("list", "没有这一列 (the figure has no such list)");
            guard.map(|guard| guard.disputes.clone()).ok_or_else(none)
        }
    }
}
