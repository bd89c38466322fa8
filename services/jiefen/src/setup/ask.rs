//! Asking: a question, what Enter means, and the same question again while the answer cannot be used.

use std::io::BufRead;

use crate::{Failure, talk};

/// The longest answer.
const ANSWER_MAX: usize = 4096;

/// Questions in their order, with whoever answers.
pub struct Questions<R> {
    answers: R,
    asked: u32,
}

impl<R: BufRead> Questions<R> {
    /// Answers come from here, a line each.
    pub fn new(answers: R) -> Questions<R> {
        Questions { answers, asked: 0 }
    }

    /// How many were asked; the same question again is no other question.
    #[cfg(test)]
    pub fn asked(&self) -> u32 {
        self.asked
    }

    /// Asks until the answer can be used. `usual`: what Enter means; empty: an answer is needed.
    ///
    /// # Errors
    /// Nobody answers any more.
    pub fn ask<T>(
        &mut self,
        question: &str,
        usual: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Failure> {
        self.asked += 1;
        let hint = if usual.is_empty() { String::new() } else { format!("［回车＝{usual}］") };
        loop {
            talk(&format!("\n{}. {question}{hint}", self.asked));
            let line = self.line()?.ok_or_else(|| unanswered(question))?;
            let given = match line.trim() {
                "" => usual,
                given => given,
            };
            match read(given) {
                Ok(value) => return Ok(value),
                Err(why) => talk(&format!("   {why}")),
            }
        }
    }

    fn line(&mut self) -> Result<Option<String>, Failure> {
        let mut line = Vec::new();
        let mut limited = std::io::Read::take(&mut self.answers, ANSWER_MAX as u64);
        let read = limited.read_until(b'\n', &mut line);
        let read = read.map_err(|error| Failure::Failed(error.into()))?;
        Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
    }
}

fn unanswered(question: &str) -> Failure {
    Failure::Usage(format!(
        "这个问题没有回答，没有接着做：{question} (the question was not answered; nothing more was done)"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(given: &str) -> Result<u32, String> {
        given.parse().map_err(|_| format!("“{given}”不是数字"))
    }

    #[test]
    fn a_wrong_answer_is_asked_again_and_enter_is_the_usual_one() {
        let mut questions = Questions::new("x\n7\n\n".as_bytes());
        assert_eq!(questions.ask("几个？", "", number).unwrap(), 7);
        assert_eq!(questions.ask("几个？", "3", number).unwrap(), 3);
        assert_eq!(questions.asked(), 2);
        let told = questions.ask("几个？", "3", number).unwrap_err().to_string();
        assert!(told.contains("几个？") && told.contains("没有接着做"), "{told}");
    }
}
