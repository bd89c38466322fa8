//! What people read on the pages: plain Chinese in the templates, in the code of the pages and in the law's own words.

use crate::source::{Paper, Source, quoted_end};

/// Words that no page says, and what it says instead.
const NEVER: &[(&str, &str)] = &[
    ("用户", "say who it is: 当事人, 工作人员, 您"),
    ("系统错误", "say what happened and what to do"),
    ("系统异常", "say what happened and what to do"),
    ("程序异常", "say what happened and what to do"),
    ("未知错误", "say what happened and what to do"),
    ("网络异常", "say what to do: 暂时连不上，请稍后再试"),
    ("非法", "say what would be right"),
    ("无效字符", "say what would be right"),
    ("参数", "say which field"),
    ("字段", "say which field"),
    ("接口", "nobody outside IT knows it"),
    ("服务器", "nobody outside IT knows it"),
    ("后台", "nobody outside IT knows it"),
    ("错误码", "nobody outside IT knows it"),
    ("务必", "no orders"),
    ("严禁", "no orders"),
    ("点击", "a button says what it does"),
    ("操作成功", "say what was done"),
    ("操作失败", "say what was not done and why"),
    ("提交失败", "say what was not done and why"),
    ("请联系管理员", "say whom to ask: 请找本单位的系统管理员"),
    ("温馨提示", "no courtesies in the way"),
    ("敬请", "no courtesies in the way"),
    ("谅解", "no courtesies in the way"),
    ("亲爱的", "no courtesies in the way"),
    ("你", "people are addressed as 您"),
    ("！", "nobody is shouted at"),
    ("积分", "no points (国办函〔2026〕12号)"),
    ("打卡", "no check-in (国办函〔2026〕12号)"),
    ("在线时长", "no time online (国办函〔2026〕12号)"),
    ("登录次数", "no counts of log-ins (国办函〔2026〕12号)"),
    ("活跃度", "no counts of use (国办函〔2026〕12号)"),
    ("使用率", "no counts of use (国办函〔2026〕12号)"),
    ("排行", "no ranking (国办函〔2026〕12号)"),
    ("排名", "no ranking (国办函〔2026〕12号)"),
    ("点赞", "no inducement (工信部适老化规范)"),
];
/// Words that say that something is not done, and those in which a banned one stands across two.
const DENIALS: &[&str] = &["不排名次", "安排行业调解"];
/// Latin words that stand on Chinese pages: formats of files and keys of the keyboard have no other name; `pdf` is the end
/// of a file's name, `xpc` an example of initials, `https` the beginning of an address.
const LATIN: &[&str] =
    &["Excel", "Word", "JPG", "MB", "SHA", "TLS", "J", "K", "N", "pdf", "xpc", "https"];
/// What stands on a button alone and says nothing.
const EMPTY_VERBS: &[&str] =
    &["确定", "确认", "取消", "好", "好的", "是", "否", "点这里", "操作", "处理", "执行"];
/// Chinese characters that a sentence may have: a reader of the fourth grade holds no longer one.
const SENTENCE_MAX: usize = 48;

/// The Chinese text at a place of a file.
struct Text<'a> {
    at: usize,
    text: &'a str,
}

/// The templates and the code of the pages, and what the rules crates say in refusals and next steps.
pub fn check(papers: &[Paper], sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for paper in papers.iter().filter(|paper| is_template(&paper.path)) {
        let texts = quoted_in_template(&paper.text).into_iter().chain(bare(&paper.text));
        let said = texts.flat_map(|text| read(&text, true)).chain(template(&paper.text));
        faults.extend(said.map(|(at, why)| place(&paper.path, &paper.text, at, &why)));
    }
    for source in sources.iter().filter(|source| source.is_in_src()) {
        let page = source.path.starts_with("services/console/");
        if !page && !source.is_rules() {
            continue;
        }
        let texts = literals(source);
        let texts = texts.iter().filter(|text| is_chinese(text.text) && !source.is_test(text.at));
        let said = texts.flat_map(|text| read(text, page));
        let buttons = if page { acts(source) } else { Vec::new() };
        let said = said.chain(buttons);
        faults.extend(said.map(|(at, why)| place(&source.path, &source.text, at, &why)));
    }
    faults
}

fn is_template(path: &str) -> bool {
    path.starts_with("services/console/templates/") && path.ends_with(".html")
}

fn place(path: &str, text: &str, at: usize, why: &str) -> String {
    let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
    format!("{path}:{line}: {why}")
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(is_han)
}

/// What is wrong with a Chinese text. `page`: it is one of the pages' own, in which no identifier stands.
fn read(text: &Text<'_>, page: bool) -> Vec<(usize, String)> {
    let said = chinese_half(text.text);
    if !is_chinese(&said) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let plain = DENIALS.iter().fold(said.clone(), |said, denial| said.replace(denial, ""));
    for (word, instead) in NEVER.iter().filter(|(word, _)| plain.contains(word)) {
        faults.push((text.at, format!("“{word}”: {instead}: {said}")));
    }
    if let Some(mark) = half_width(&said) {
        faults
            .push((text.at, format!("`{mark}` after a Chinese character is half as wide: {said}")));
    }
    for sentence in said.split(['。', '；', '？', '\n']) {
        let length = sentence.chars().filter(|c| is_han(*c)).count();
        if length > SENTENCE_MAX {
            faults.push((text.at, format!("{length} characters in one sentence: {sentence}")));
        }
    }
    if page {
        for word in latin(&said) {
            faults.push((text.at, format!("`{word}` in Chinese: {said}")));
        }
    }
    faults
}

/// The Chinese of `中文 (English)` or `中文 / English`, without what is put in at run time.
fn chinese_half(text: &str) -> String {
    let half = match text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
        Some((zh, en)) if !is_chinese(en) => zh,
        Some(_) | None => text,
    };
    // What the log says in both languages.
    let half = match half.split_once(" / ") {
        Some((zh, en)) if !is_chinese(en) => zh,
        Some(_) | None => half,
    };
    let mut said = String::with_capacity(half.len());
    let mut depth = 0_usize;
    for c in half.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            c if depth == 0 => said.push(c),
            _ => {}
        }
    }
    // A line of code that goes on in the next one.
    let lines: Vec<&str> = said
        .split("\\\n")
        .enumerate()
        .map(|(at, line)| if at == 0 { line } else { line.trim_start() })
        .collect();
    lines.concat()
}

/// A half-width mark that follows a Chinese character; `14:30` and `(一)` are written so.
fn half_width(text: &str) -> Option<char> {
    let mut before = ' ';
    for c in text.chars() {
        if is_han(before) && [',', ';', ':', '?', '!'].contains(&c) {
            return Some(c);
        }
        before = c;
    }
    None
}

/// Latin words that have no business in a Chinese text. The code of a unit, `640122.court`, is what people type where
/// the text says 单位代码; a post's code stands behind 代码用英文.
fn latin(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let codes = text.contains("单位代码") || text.contains("代码用英文");
    let words = text.split(|c| !is_word(c)).map(|word| word.trim_matches('.'));
    let words = words.filter(|word| word.chars().any(|c| c.is_ascii_alphabetic()));
    let is_code = |word: &str| {
        let unit = word.split_once('.').is_some_and(|(region, _)| region.parse::<u64>().is_ok());
        codes && (unit || word == "director")
    };
    let bare = |word: &str| word.trim_matches(|c: char| c.is_ascii_digit()).to_owned();
    words
        .filter(|word| !LATIN.contains(&&*bare(word)) && !is_code(word))
        .map(str::to_owned)
        .collect()
}

/// The string literals of a file. In the code without its strings the mark that opens each is left.
fn literals(source: &Source) -> Vec<Text<'_>> {
    let quotes = source.code.match_indices('"').map(|(at, _)| at);
    let ends = quotes.map(|at| (at, literal_end(&source.text, at)));
    ends.filter_map(|(at, end)| Some(Text { at, text: source.text.get(at + 1..end)? })).collect()
}

/// Where a literal that opens here ends.
fn literal_end(text: &str, open: usize) -> usize {
    let before = text[..open].trim_end_matches('#');
    let hashes = open - before.len();
    if before.ends_with('r') {
        let close = format!("\"{}", "#".repeat(hashes));
        return text[open + 1..].find(&close).map_or(text.len(), |at| open + 1 + at);
    }
    quoted_end(text.as_bytes(), open, b'"').saturating_sub(1)
}

/// Names of acts, which are what their buttons say.
fn acts(source: &Source) -> Vec<(usize, String)> {
    let texts = literals(source);
    let names = texts.iter().filter(|text| {
        let before = source.text[..text.at].trim_end();
        let row = source.code[..text.at].rfind('{').map(|at| source.code[..at].trim_end());
        let act = row.is_some_and(|row| ["Act", "Affair"].iter().any(|kind| row.ends_with(kind)));
        act && before.ends_with("zh:") && !source.is_test(text.at)
    });
    names.filter_map(|text| button(text.text).map(|why| (text.at, why))).collect()
}

fn button(text: &str) -> Option<String> {
    let text = text.trim();
    EMPTY_VERBS.contains(&text).then(|| format!("a button that says only “{text}”"))
}

/// The quoted texts of a template's expressions and attributes.
fn quoted_in_template(text: &str) -> Vec<Text<'_>> {
    let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let pairs = quotes.windows(2).map(|pair| (pair[0], pair[1]));
    pairs
        .filter_map(|(from, to)| Some(Text { at: from, text: text.get(from + 1..to)? }))
        .filter(|one| is_chinese(one.text) && !one.text.contains(['<', '>', '{', '}', '\n']))
        // The English beside it may name a Chinese word.
        .filter(|one| !text[..one.at].ends_with("\", "))
        .collect()
}

/// The text of a template that stands outside tags and expressions.
fn bare(text: &str) -> Vec<Text<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let end = ["{{", "{%", "{#", "<"].into_iter().filter_map(|mark| rest.find(mark)).min();
        let end = end.unwrap_or(rest.len());
        let said = rest[..end].trim_start();
        let from = at + end - said.len();
        if said.chars().any(char::is_alphabetic) {
            found.push(Text { at: from, text: said.trim_end() });
        }
        let rest = &rest[end..];
        let close = match rest.get(..2) {
            Some("{{") => tail(rest, "}}"),
            Some("{%") => tail(rest, "%}"),
            Some("{#") => tail(rest, "#}"),
            _ => tag_end(rest),
        };
        at += end + close.max(1);
    }
    found
}

fn tail(text: &str, mark: &str) -> usize {
    text.find(mark).map_or(text.len(), |at| at + mark.len())
}

/// The end of a tag; an expression within it may have a `>` of its own.
fn tag_end(text: &str) -> usize {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let skip = match rest.get(..2) {
            Some("{{") => tail(rest, "}}"),
            Some("{%") => tail(rest, "%}"),
            _ if rest.starts_with('>') => return at + 1,
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        at += skip;
    }
    text.len()
}

/// What a template says in one language alone, what is swapped, and buttons that say nothing.
fn template(text: &str) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    for Text { at, text: said } in bare(text) {
        let own = |word: &&str| ["中文", "English", "MB", "SHA-256"].contains(word);
        if !is_switched(&text[..at]) && !said.split_whitespace().all(|word| own(&word)) {
            faults.push((at, format!("is said in one language: {said}")));
        }
    }
    for (at, _) in text.match_indices(".t(\"") {
        let mut parts = text[at + 4..].split('"');
        let (zh, between, en) = (parts.next(), parts.next(), parts.next());
        if between.is_some_and(|between| between.trim() == ",")
            && en.is_some_and(|en| zh != Some(en) && swapped(zh.unwrap_or_default(), en))
        {
            faults.push((at, format!("the languages are swapped: {}", zh.unwrap_or_default())));
        }
    }
    for (at, _) in text.match_indices("<button") {
        let whole = text[at..].split("</button").next().unwrap_or_default();
        let said = whole.split('"').filter(|part| is_chinese(part)).collect::<String>();
        faults.extend(button(&said).map(|why| (at, why)));
    }
    for attribute in ["placeholder=\"", "aria-label=\"", " title=\"", " alt=\""] {
        for (at, _) in text.match_indices(attribute) {
            let value = text[at + attribute.len()..].split('"').next().unwrap_or_default();
            if value.chars().any(char::is_alphabetic) && !value.contains("{{") {
                faults.push((at, format!("is said in one language: {value}")));
            }
        }
    }
    faults
}

/// Whether what comes next stands in a branch of its own for a language.
fn is_switched(before: &str) -> bool {
    let by_language = |tag: &str| {
        tag.starts_with("{% if english %}") || tag.starts_with("{% if shell.english %}")
    };
    let tag = before.rfind("{% if").map(|at| &before[at..]);
    before.ends_with("english %}") || before.ends_with("{% else %}") && tag.is_some_and(by_language)
}

/// Chinese where English stands, and none where Chinese stands.
fn swapped(zh: &str, en: &str) -> bool {
    !is_chinese(zh) && is_chinese(en)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::source::{Paper, Source};

    fn page(text: &str) -> Vec<String> {
        let path = "services/console/templates/work.html".to_owned();
        check(&[Paper { path, text: text.to_owned() }], &[])
    }

    fn code(text: &str) -> Vec<String> {
        check(&[], &[Source::new("services/console/src/pages/work.rs", text)])
    }

    #[test]
    fn planted_words_are_found_on_pages_and_in_the_code_of_pages() {
        for said in [
            "系统异常",
            "请用户登录",
            "非法字符",
            "请务必填写",
            "办得好！",
            "本月积分",
            "人员排名",
            "你的材料",
            "参数不对",
            "缺少电话,请补",
            "写 window_clerk 这一项",
            "归 640122.court 办",
            "出错了 error",
        ] {
            assert_eq!(
                page(&format!("<p>{{{{ shell.t(\"{said}\", \"x\") }}}}</p>")).len(),
                1,
                "{said}"
            );
            assert_eq!(code(&format!("const X: &str = \"{said}\";")).len(), 1, "{said}");
            assert_eq!(
                code(&format!("const X: &str = \"{said} (in English)\";")).len(),
                1,
                "{said}"
            );
        }
        let long = "一".repeat(super::SENTENCE_MAX + 1);
        assert_eq!(code(&format!("const X: &str = \"{long}\";")).len(), 1);
    }

    #[test]
    fn plain_words_pass() {
        for said in [
            "暂时连不上，请稍后再试",
            "按编码排列，不排名次。",
            "导出Excel",
            "下午14:30到",
            "写单位代码，例如 640122.court",
            "最多{most}MB",
            "实施方案 八(一) 登记",
        ] {
            assert_eq!(code(&format!("const X: &str = \"{said}\";")), [""; 0], "{said}");
        }
        let test = "#[cfg(test)]\nmod tests { const X: &str = \"系统异常\"; }";
        assert_eq!(code(test), [""; 0]);
        assert_eq!(code("// 系统异常\nfn f() {}"), [""; 0]);
    }

    #[test]
    fn what_the_law_says_is_read_too_with_the_names_of_its_own_rules() {
        let law = |text: &str| check(&[], &[Source::new("services/court/rules/src/tell.rs", text)]);
        assert_eq!(law("const X: &str = \"请务必到庭\";").len(), 1);
        assert_eq!(law("const X: &str = \"民事诉讼法 236；T-G-02\";"), [""; 0]);
    }

    #[test]
    fn a_template_that_speaks_one_language_or_has_an_empty_button_is_found() {
        for text in [
            "<p>Nothing here</p>",
            "<p>没有</p>",
            "<input placeholder=\"姓名\">",
            "<button class=\"btn\">{{ shell.t(\"确定\", \"OK\") }}</button>",
            "<p>{{ shell.t(\"Nothing\", \"没有\") }}</p>",
        ] {
            assert!(!page(text).is_empty(), "{text}");
        }
        let act = |zh: &str| {
            code(&format!("const A: Act = Act {{ key: \"x\", zh: \"{zh}\", en: \"x\" }};"))
        };
        assert_eq!((act("取消").len(), act("取消排查").len()), (1, 0));
        let fine = "<button class=\"btn\">{{ shell.t(\"登记\", \"Register\") }}</button>";
        assert_eq!(page(fine), [""; 0]);
        assert_eq!(page("<button lang=\"en\">English</button>"), [""; 0]);
    }
}
