//! Where each dispute of the demonstration ended, and how that is shown.

use anyhow::{Context as _, Result};
use comfy_table::{ContentArrangement, Table};
use futures::future::try_join_all;
use jiefen_handoff::Epoch;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::Agency;
use serde::Serialize;

use crate::cli::Demo;
use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::county::County;
use crate::demo::stage::Stage;
use crate::{Failure, say, talk};

/// Where a dispute ended.
#[derive(Debug, Default, Serialize)]
pub struct Ended {
    /// The id in the file.
    case: String,
    /// The code of the dispute.
    dispute: String,
    /// The kind.
    r#type: String,
    /// Who held it, in order.
    held_by: Vec<String>,
    /// Who holds it now.
    holder: String,
    /// The procedure in which it stands or ended.
    procedure: String,
    /// The state's code.
    state: String,
    /// The state's Chinese name.
    state_zh: String,
    /// False when nothing more can happen.
    open: bool,
    /// The next step; empty when it has ended.
    next_step: String,
    /// The next clock: rule and last day.
    next_clock: Option<NextClock>,
    /// Every clock that runs.
    clocks: Vec<NextClock>,
    /// The length of its journal at all agencies that had it.
    journal: usize,
    /// The papers that its file names: receipt and notices.
    documents: Vec<String>,
    /// What stopped the played staff, if anything did.
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct NextClock {
    /// The rule.
    rule: String,
    /// The last day.
    due: String,
}

impl Ended {
    /// A dispute of the file that could not be read.
    pub fn unread(id: &str, wrong: String) -> Ended {
        Ended {
            case: id.to_owned(),
            state: "not_registered".to_owned(),
            state_zh: "未登记".to_owned(),
            stopped: Some(wrong),
            ..Ended::default()
        }
    }

    /// How a case stands.
    fn stands(&mut self, head: &common::CaseHead) {
        self.procedure.clone_from(&head.procedure);
        self.state.clone_from(&head.state);
        self.state_zh.clone_from(&head.state_zh);
        self.open = head.open;
        self.next_step.clone_from(&head.next_zh);
        let running = head.clocks.iter().filter(|clock| clock.state == "running");
        self.clocks = running
            .map(|clock| NextClock { rule: clock.rule.clone(), due: clock.due.clone() })
            .collect();
        // A limit of the law comes before the county's own.
        let lawful = self.clocks.iter().find(|clock| clock.rule.starts_with("T-"));
        self.next_clock = lawful.or(self.clocks.first()).cloned();
    }
}

/// Where a dispute ended. What cannot be learned is left empty and said.
pub async fn summary(
    stage: &Stage,
    county: &County,
    case: &Case,
    at: Option<&Registered>,
    stopped: Option<String>,
) -> Ended {
    let mut ended = Ended::unread(&case.id, String::new());
    ended.r#type.clone_from(&case.kind);
    ended.stopped = stopped;
    if let Some(at) = at
        && let Err(error) = fill(&mut ended, stage, county, at).await
    {
        ended.stopped.get_or_insert(format!("{error:#}"));
    }
    ended
}

async fn fill(ended: &mut Ended, stage: &Stage, county: &County, at: &Registered) -> Result<()> {
    ended.dispute.clone_from(&at.dispute);
    let mut holder = None;
    let mut held: Vec<(Epoch, Agency)> = Vec::new();
    let desks = county.posts.iter().map(|post| stage.desk(post.agency, &at.dispute));
    for (post, desk) in county.posts.iter().zip(try_join_all(desks).await?) {
        let Some(desk) = desk else { continue };
        if desk.holds {
            holder = Some(post.agency);
        }
        let journal = stage.journal(post.agency, &at.dispute).await?;
        ended.journal += journal.len();
        let began = journal.iter().filter(|entry| entry.fact == "handoff.holding_began");
        held.extend(began.filter_map(|entry| Some((entry.note.parse().ok()?, post.agency))));
    }
    held.sort();
    ended.held_by = held.into_iter().map(|(_, agency)| agency.to_string()).collect();
    ended.holder = holder.map(|agency: Agency| agency.to_string()).unwrap_or_default();
    let mut heads = stage.cases(holder.unwrap_or(at.home), &at.dispute).await?;
    // A unit whose staff have not begun a case yet has the dispute all the same: the counter knows what
    // is awaited.
    heads.extend(stage.cases(at.home, &at.dispute).await?);
    heads.sort_by_key(|head| !head.open);
    if let Some(head) = heads.first() {
        ended.stands(head);
    }
    let view = counter::dispute(stage, at).await?;
    ended.documents.push(format!("回执 {}", view.receipt));
    ended.documents.extend(view.notices.iter().map(|notice| notice.form.clone()));
    Ok(())
}

/// Prints what became of each dispute; true when the played staff were stopped in one.
pub fn show(verb: &Demo, ended: &[Ended]) -> Result<bool, Failure> {
    if verb.json {
        for one in ended {
            say(&serde_json::to_string(one).context("writing a result")?)?;
        }
    } else {
        say(&table(ended).to_string())?;
        for one in ended.iter().filter(|one| one.stopped.is_some()) {
            talk(&format!("{}：{}", one.case, one.stopped.as_deref().unwrap_or_default()));
        }
    }
    Ok(ended.iter().any(|one| one.stopped.is_some()))
}

fn table(ended: &[Ended]) -> Table {
    let mut table = Table::new();
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(140);
    table.set_header(["纠纷", "类型", "先后由谁负责", "现状", "下一步", "下一期限"]);
    for one in ended {
        let clock = one.next_clock.as_ref();
        let clock = clock.map(|clock| format!("{} {}", clock.due, clock.rule)).unwrap_or_default();
        let state = if one.stopped.is_some() { "办理中断" } else { one.state_zh.as_str() };
        table.add_row([
            one.case.as_str(),
            &one.r#type,
            &one.held_by.join(" → "),
            state,
            &one.next_step,
            &clock,
        ]);
    }
    table
}
