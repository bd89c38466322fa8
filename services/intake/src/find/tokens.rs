//! From a text to the tokens under which it is found. What is stored and what is asked go the same way.

use jiefen_intake_rules::receipt::{Receipt, ReceiptFault};
use jiefen_ledger::found::Tokens;
use jiefen_triage::{spell, text};
use jiefen_vocab::{Agency, DisputeId, DisputeKind, Region};

/// The longest run of letters or digits that is one token.
const RUN_MAX: usize = 40;
/// The form of a receipt code: four groups of four and a check character.
const RECEIPT_GROUPS: [usize; 5] = [4, 4, 4, 4, 1];

/// The runs of a text: Chinese characters together, letters and digits together.
pub fn runs(given: &str) -> Vec<String> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    let mut open = false;
    for c in text::clean(given).text.chars() {
        if !c.is_alphanumeric() {
            open = false;
            continue;
        }
        let han = text::is_han(c);
        match runs.last_mut() {
            Some((kind, run)) if open && *kind == han => run.push(c),
            Some(_) | None => runs.push((han, c.to_string())),
        }
        open = true;
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

/// The tokens of one run: of Chinese each two characters that stand together, of one character itself; letters
/// and digits whole.
pub fn of_run(run: &str) -> Tokens {
    let chars: Vec<char> = run.chars().collect();
    if !run.chars().any(text::is_han) {
        let short: String = chars.into_iter().take(RUN_MAX).collect();
        return [sound(&short)].iter().collect();
    }
    if chars.len() == 1 {
        return [run].iter().collect();
    }
    chars.windows(2).map(|pair| pair.iter().collect::<String>()).collect()
}

/// The tokens of a text; a Chinese character that stands alone is none.
pub fn of_text(given: &str) -> Tokens {
    let mut tokens = Tokens::new();
    let alone = |run: &str| run.chars().count() == 1 && run.chars().any(text::is_han);
    for run in runs(given).iter().filter(|run| !alone(run)) {
        tokens.extend(of_run(run).iter());
    }
    tokens
}

/// The tokens of a name: of its text, each character, the whole without its dot, and how it sounds: whole, by
/// initials, by syllables.
pub fn of_name(name: &str) -> Tokens {
    let mut tokens = of_text(name);
    let whole: String = runs(name).concat();
    tokens.extend(of_run(&whole).iter());
    for c in whole.chars().filter(|c| text::is_han(*c)) {
        tokens.add(&c.to_string());
        tokens.add(&sound(&spell::pinyin(&c.to_string())));
    }
    tokens.extend(spelt(&whole));
    tokens
}

/// The tokens of a place: the codes and the names of all that it lies in, and how they sound, also without the
/// last character (贺兰 for 贺兰县).
pub fn of_place(place: Region, name: impl Fn(Region) -> Option<String>) -> Tokens {
    let mut tokens = Tokens::new();
    let mut at = Some(place);
    while let Some(region) = at {
        tokens.add(&within(region));
        if let Some(name) = name(region) {
            tokens.extend(of_text(&name).iter());
            tokens.extend(spelt(&name));
            let mut short = name;
            short.pop();
            tokens.extend(spelt(&short));
        }
        at = region.parent();
    }
    tokens
}

/// The tokens of a kind: its code and its name.
pub fn of_kind(kind: DisputeKind) -> Tokens {
    let mut tokens = of_text(kind.zh());
    tokens.add(&kind_code(kind));
    tokens
}

/// The tokens of a dispute's own codes: the receipt whole and by its groups, and the long code.
pub fn of_codes(dispute: DisputeId, receipt: Receipt) -> Tokens {
    let mut tokens = of_text(&receipt.to_string());
    tokens.add(&whole_receipt(receipt));
    tokens.add(&dispute.to_string());
    tokens
}

/// The token of all places within a region.
pub fn within(region: Region) -> String {
    format!("r:{region}")
}

/// The token of a kind.
pub fn kind_code(kind: DisputeKind) -> String {
    format!("k:{kind}")
}

/// The token of what a unit holds or held.
pub fn held_by(unit: Agency) -> String {
    format!("u:{unit}")
}

/// The tokens that a unit alone finds.
pub fn only_for(unit: Agency, tokens: &Tokens) -> Tokens {
    tokens.iter().map(|token| format!("{unit}!{token}")).collect()
}

/// A word of a question with its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it was read.
    pub text: String,
    /// All of them must be there.
    pub tokens: Tokens,
}

/// The words of a question.
///
/// # Errors
/// A receipt code that is mistyped.
pub fn words(query: &str) -> Result<Vec<Word>, ReceiptFault> {
    let mut words = Vec::new();
    for piece in query.split_whitespace() {
        let code = match piece.parse::<Receipt>() {
            Ok(receipt) => Some(whole_receipt(receipt)),
            Err(fault) if is_like_a_receipt(piece) => return Err(fault),
            Err(_) => piece.to_lowercase().parse::<DisputeId>().ok().map(|id| id.to_string()),
        };
        match code {
            Some(code) => {
                words.push(Word { text: piece.to_owned(), tokens: [code].iter().collect() });
            }
            None => words.extend(
                runs(piece).into_iter().map(|run| Word { tokens: of_run(&run), text: run }),
            ),
        }
    }
    Ok(words)
}

/// A receipt code without its hyphens and its check character, which may be a sign.
fn whole_receipt(receipt: Receipt) -> String {
    let text = receipt.to_string().to_lowercase().replace('-', "");
    text.chars().take(16).collect()
}

fn is_like_a_receipt(piece: &str) -> bool {
    let groups: Vec<usize> = piece.split('-').map(|group| group.chars().count()).collect();
    groups == RECEIPT_GROUPS
}

/// Pinyin whole and by initials.
fn spelt(name: &str) -> [String; 2] {
    [sound(&spell::pinyin(name)), spell::initials(name)]
}

/// ü is written v, u or ü: all are u here, in what is stored and in what is asked.
fn sound(letters: &str) -> String {
    let plain = letters.replace('ü', "u");
    plain.replace("lv", "lu").replace("nv", "nu")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(tokens: &Tokens) -> Vec<&str> {
        tokens.iter().collect()
    }

    #[test]
    fn a_text_is_cut_into_pairs_and_whole_numbers() {
        assert_eq!(runs("欠薪２万，车牌宁A·K30！"), ["欠薪", "2", "万", "车牌宁", "a", "k30"]);
        assert_eq!(list(&of_text("鄰居漏水 K30")), ["k30", "居漏", "漏水", "邻居"]);
        assert_eq!(list(&of_text("欠3月，家")), ["3"]);
    }

    #[test]
    fn a_name_is_found_by_characters_and_by_sound() {
        let tokens = of_name("吕金霞");
        for wanted in ["吕金", "金霞", "吕", "lujinxia", "ljx", "jin"] {
            assert!(tokens.has_all(&[wanted].iter().collect()), "{wanted}: {tokens:?}");
        }
        assert!(tokens.has_all(&of_run("lvjinxia")) && tokens.has_all(&of_run("lüjinxia")));
        let dotted = of_name("买买提·艾力");
        for asked in ["买买提·艾力", "买买提艾力", "maimaitiaili", "艾力"] {
            let words = words(asked).unwrap();
            assert!(words.iter().all(|word| dotted.has_all(&word.tokens)), "{asked}");
        }
    }

    #[test]
    fn a_place_is_found_by_every_level() {
        let names = |region| jiefen_vocab::Regions::shipped().name(region).map(str::to_owned);
        let tokens = of_place("640122100206".parse().unwrap(), names);
        for asked in ["和平村", "习岗镇", "贺兰县", "贺兰", "helan", "hlx", "xigangzhen", "xgz"]
        {
            let words = words(asked).unwrap();
            assert!(words.iter().all(|word| tokens.has_all(&word.tokens)), "{asked}");
        }
        assert!(tokens.has_all(&["r:640122100206", "r:640122100", "r:640000"].iter().collect()));
    }

    #[test]
    fn a_receipt_is_found_whole_in_any_writing_and_a_mistyped_one_is_told() {
        let dispute = DisputeId::from_bits((0x0199 << 112) | 42);
        let receipt = Receipt::of(dispute);
        let tokens = of_codes(dispute, receipt);
        let text = receipt.to_string();
        for asked in [text.clone(), text.replace('-', ""), text.to_lowercase(), dispute.to_string()]
        {
            let words = words(&asked).unwrap();
            assert_eq!(words.len(), 1, "{asked}");
            assert!(tokens.has_all(&words[0].tokens), "{asked}");
        }
        assert!(tokens.has_all(&words(&text[..9]).unwrap()[1].tokens), "a part of it");
        let wrong = format!("{}0-{}", &text[..18], &text[20..]);
        assert!(words(&wrong).is_err() || wrong == text, "{wrong}");
    }
}
