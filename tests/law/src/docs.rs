//! The pictures: one page of Markdown a procedure, with its states, steps and clocks as the chart has
//! them, and an index.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};
use jiefen_terms::Law;

use crate::{Entry, entries};

const MADE: &str = "本页由程序图生成，请勿手改。Made from the chart by `make docs`; do not edit.";

/// A page of `docs/procedures`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its file name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Every page, the index first.
pub fn pages() -> Vec<Page> {
    let entries = entries();
    let index = Page { name: "README.md".to_owned(), text: index(&entries) };
    let each = entries.iter().map(|entry| Page { name: file(entry), text: page(entry) });
    std::iter::once(index).chain(each).collect()
}

fn file(entry: &Entry) -> String {
    format!("{}-{}.md", entry.area, entry.kind())
}

fn index(entries: &[Entry]) -> String {
    let mut text = format!("# 程序一览 Procedures\n\n{MADE}\n\n");
    text += "| 领域 area | 程序 procedure | 状态 states | 步骤 steps | 期限 clocks |\n|---|---|---|---|---|\n";
    for entry in entries {
        let Chart { kind, zh, stages, steps } = entry.chart;
        let clocks: usize = stages.iter().map(|stage| stage.clocks.len()).sum();
        let (area, file) = (entry.area, file(entry));
        let (stages, steps) = (stages.len(), steps.len());
        add(
            &mut text,
            format_args!("| {area} | [{zh} `{kind}`]({file}) | {stages} | {steps} | {clocks} |"),
        );
    }
    text
}

fn page(entry: &Entry) -> String {
    let chart = entry.chart;
    let mut text = format!("# {} `{}.{}`\n\n{MADE}\n\n", chart.zh, entry.area, chart.kind);
    picture(&mut text, chart);
    text += "\n## 状态 States\n\n| 状态 | 代码 code | 由谁推进 owner | 运行的期限 clocks |\n|---|---|---|---|\n";
    for stage in chart.stages {
        let clocks = ticked(stage.clocks);
        let Stage { state, zh, .. } = stage;
        add(&mut text, format_args!("| {zh} | `{state}` | {} | {clocks} |", owner(stage)));
    }
    text += "\n## 步骤 Steps\n\n| 从 from | 步骤 command | 到 to | 依据 basis | 谁可以 roles |\n|---|---|---|---|---|\n";
    for step in chart.steps.iter().filter(|step| step.clock().is_none()) {
        let roles: Vec<&str> = (entry.roles)(step.by).iter().map(|role| role.code()).collect();
        let (from, to) = (named(chart, step.from), named(chart, step.to));
        let Step { by, basis, .. } = step;
        add(&mut text, format_args!("| {from} | `{by}` | {to} | {basis} | {} |", roles.join(" ")));
    }
    text += "\n## 期限 Clocks\n\n| 状态 state | 期限 clock | 规则 rule | 期满 on expiry | 依据 basis |\n|---|---|---|---|---|\n";
    for step in chart.steps {
        let Some(clock) = step.clock() else { continue };
        let (from, rules) = (named(chart, step.from), rules(step.basis));
        let to = expiry(chart, step);
        add(&mut text, format_args!("| {from} | `{clock}` | {rules} | {to} | {} |", step.basis));
    }
    text
}

/// Steps between the same two states share an arrow.
fn picture(text: &mut String, chart: &Chart) {
    *text += "```mermaid\nstateDiagram-v2\n";
    for Stage { state, zh, .. } in chart.stages {
        add(text, format_args!("    state \"{zh} {state}\" as {state}"));
    }
    let mut arrows: Vec<(&str, &str)> = Vec::new();
    let mut labels: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for step in chart.steps {
        let arrow = (step.from, step.to);
        if !arrows.contains(&arrow) {
            arrows.push(arrow);
        }
        let label = step.clock().map_or(step.by.to_owned(), |clock| format!("期限 {clock}"));
        labels.entry(arrow).or_default().push(label);
    }
    for arrow in arrows {
        let label = labels.get(&arrow).map(|all| all.join(", ")).unwrap_or_default();
        let (from, to) = (if arrow.0.is_empty() { "[*]" } else { arrow.0 }, arrow.1);
        add(text, format_args!("    {from} --> {to}: {label}"));
    }
    for stage in chart.stages.iter().filter(|stage| stage.ending == Ending::Ended) {
        add(text, format_args!("    {} --> [*]", stage.state));
    }
    *text += "```\n";
}

fn owner(stage: &Stage) -> &'static str {
    match stage.owner {
        Owner::Agency => "承办机关 agency",
        Owner::Party => "当事人 party",
        Owner::None => "已结束 ended",
    }
}

fn named(chart: &Chart, state: &str) -> String {
    match chart.stages.iter().find(|stage| stage.state == state) {
        Some(stage) => format!("{} `{state}`", stage.zh),
        None => "开始 begin".to_owned(),
    }
}

fn expiry(chart: &Chart, step: &Step) -> String {
    if step.from == step.to {
        return "记录逾期或提醒，状态不变 noted; the state stays".to_owned();
    }
    named(chart, step.to)
}

fn ticked(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" ")
}

/// The time limits that a basis names, with their length.
fn rules(basis: &str) -> String {
    let known = |id: &str| {
        let rule = Law::shipped().rule(id).ok()?;
        Some(format!("{id}：{}（{}）", rule.title.zh, rule.limit_words().0))
    };
    rule_ids(basis).into_iter().filter_map(known).collect::<Vec<_>>().join("；")
}

/// The rule ids that a basis names: `T-A-01`, `policy.negotiation`.
pub fn rule_ids(basis: &str) -> Vec<&str> {
    let inside = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    basis
        .split(|c: char| !inside(c))
        .map(|word| word.trim_end_matches(['.', '-']))
        .filter(|word| word.starts_with("T-") || word.starts_with("policy."))
        .collect()
}

fn add(text: &mut String, line: std::fmt::Arguments<'_>) {
    // writing into a String cannot fail
    let _ = writeln!(text, "{line}");
}
