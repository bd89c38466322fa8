//! What cases and texts are about, without a node.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, anyhow};
use jiefen_triage::cli::{self, CaseAnswer, CaseLine, TextAnswer};
use serde::Deserialize;

use crate::cli::Triage;
use crate::verbs::text;
use crate::{Failure, say};

/// A line of texts.
#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    text: String,
}

pub fn run(verb: &Triage) -> Result<(), Failure> {
    if let Some(file) = &verb.cases {
        let cases = cases(&text::read(file, "reading the cases")?)
            .with_context(|| format!("{}", file.display()))?;
        let answers = cli::cases(&cases).map_err(|fault| anyhow!("{fault}"))?;
        return if verb.json { json(answers) } else { tell_cases(&answers) };
    }
    let Some(file) = &verb.texts else { return Ok(()) };
    let lines = lines(&text::read(file, "reading the texts")?)
        .with_context(|| format!("{}", file.display()))?;
    let answers: Vec<(String, TextAnswer)> =
        lines.into_iter().map(|line| (line.id, cli::text(&line.text))).collect();
    if verb.json { json(answers) } else { tell_texts(&answers) }
}

/// The cases of a file, each fault with the case where it is.
fn cases(file: &str) -> Result<Vec<CaseLine>> {
    let whole: serde_json::Value = serde_json::from_str(file).context("不是 JSON (not JSON)")?;
    let list = whole.get("cases").unwrap_or(&whole).as_array().ok_or_else(|| {
        anyhow!("应为 {{\"cases\":[…]}} (must be an object with a list of cases)")
    })?;
    let case = |(at, value): (usize, &serde_json::Value)| {
        let id = value.get("id").and_then(|id| id.as_str()).unwrap_or("—");
        serde_json::from_value(value.clone())
            .with_context(|| format!("第{}个案件 {id} 有误 (case {} is wrong)", at + 1, at + 1))
    };
    let cases: Vec<CaseLine> = list.iter().enumerate().map(case).collect::<Result<_>>()?;
    once(cases.iter().map(|case| case.id.as_str()))?;
    Ok(cases)
}

fn lines(file: &str) -> Result<Vec<Line>> {
    let some = file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let line = |(at, line): (usize, &str)| {
        serde_json::from_str(line).with_context(|| {
            format!(
                "第{}行应为 {{\"id\",\"text\"}} (line {} must be such an object)",
                at + 1,
                at + 1
            )
        })
    };
    let lines: Vec<Line> = some.map(line).collect::<Result<_>>()?;
    once(lines.iter().map(|line| line.id.as_str()))?;
    Ok(lines)
}

/// Answers are named by id, so an id may stand once.
fn once<'a>(ids: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(anyhow!("编号 {id} 重复，答案无法区分 (the id {id} is given twice)"));
        }
    }
    Ok(())
}

fn json<T: serde::Serialize>(answers: Vec<(String, T)>) -> Result<(), Failure> {
    let named: BTreeMap<String, T> = answers.into_iter().collect();
    say(&serde_json::to_string(&named).context("writing the answers")?)
}

fn tell_cases(answers: &[(String, CaseAnswer)]) -> Result<(), Failure> {
    for (id, answer) in answers {
        let due = answer.due.map(|due| format!("  期限 {due}")).unwrap_or_default();
        say(&format!(
            "{id}  {}  {}  {}{due}",
            answer.kind.zh(),
            answer.responsible,
            answer.track.zh()
        ))?;
        for why in &answer.why {
            say(&format!("    {why}"))?;
        }
    }
    Ok(())
}

fn tell_texts(answers: &[(String, TextAnswer)]) -> Result<(), Failure> {
    for (id, answer) in answers {
        let share = format!("{:.0}%", answer.confidence * 100.0);
        say(&format!("{id}\t{}\t{share}\t{}", answer.kind.zh(), answer.why.join("、")))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault<T: std::fmt::Debug>(outcome: Result<T>) -> String {
        format!("{:#}", outcome.unwrap_err())
    }

    #[test]
    fn cases_or_texts_are_named_and_json_goes_with_either() {
        use clap::Parser as _;
        let parsed = |words: &str| crate::cli::Cli::try_parse_from(words.split(' ')).is_ok();
        assert!(parsed("jiefen triage --cases a.json --json"));
        assert!(parsed("jiefen triage --texts a.jsonl --json"));
        assert!(!parsed("jiefen triage --json"));
        assert!(!parsed("jiefen triage --cases a.json --texts a.jsonl"));
    }

    #[test]
    fn a_wrong_case_is_named_with_what_is_wrong() {
        let case = r#"{"cases":[{"id":"A","registered_at":"2026-03-11T09:00:00+08:00","channel":"fax","location":"640122102200","text":"欠薪"}]}"#;
        let told = fault(cases(case));
        assert!(told.contains("第1个案件 A") && told.contains("fax"), "{told}");
        assert!(fault(cases("{}")).contains("cases"));
        assert!(fault(cases("[")).contains("JSON"));
    }

    #[test]
    fn a_wrong_line_and_an_id_given_twice_are_named() {
        let told = fault(lines("{\"id\":\"1\",\"text\":\"欠薪\"}\n\n{\"id\":\"2\"}"));
        assert!(told.contains("第3行") && told.contains("text"), "{told}");
        let told = fault(lines("{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"1\",\"text\":\"b\"}"));
        assert!(told.contains("重复"), "{told}");
    }
}
