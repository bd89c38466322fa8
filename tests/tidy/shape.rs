//! How long a function and a file may be.

use crate::source::{Source, block_end, find_word};

const FUNCTION_LINES_MAX: usize = 70;
/// A test tells a story from beginning to end.
const TEST_FUNCTION_LINES_MAX: usize = 100;

/// A function with a body.
#[derive(Debug)]
pub struct Function<'a> {
    pub name: &'a str,
    /// Where its `fn` stands, and where its body ends.
    pub start: usize,
    pub end: usize,
}

pub fn check(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for function in functions(&source.code) {
            let lines = source.line_of(function.end) - source.line_of(function.start) + 1;
            let is_test = source.is_test(function.start);
            let max = if is_test { TEST_FUNCTION_LINES_MAX } else { FUNCTION_LINES_MAX };
            if lines > max {
                let (at, name) = (source.at(function.start), function.name);
                faults.push(format!("{at}: `{name}` has {lines} lines, {max} are allowed"));
            }
        }
    }
    faults
}

/// All functions with a body, nested ones included.
pub fn functions(code: &str) -> Vec<Function<'_>> {
    find_word(code, "fn")
        .filter_map(|start| {
            let rest = code[start + 2..].trim_start();
            let name_end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
            let name = &rest[..name_end];
            // `fn(u8)` is a type
            let open = body_open(code, start).filter(|_| !name.is_empty())?;
            Some(Function { name, start, end: block_end(code, open) })
        })
        .collect()
}

/// The `{` of the body; `None` for a declaration, which ends with `;`.
fn body_open(code: &str, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, byte) in code[start..].bytes().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b'{' if depth == 0 => return Some(start + offset),
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{check, functions};
    use crate::source::Source;

    fn function_of(lines: usize) -> String {
        format!("fn long(x: [u8; 4]) {{\n{}}}\n", "    step();\n".repeat(lines - 2))
    }

    fn faults(path: &str, text: &str) -> usize {
        check(&[Source::new(path, text)]).len()
    }

    #[test]
    fn a_long_function_is_found() {
        let path = "services/court/src/app.rs";
        assert_eq!(faults(path, &function_of(70)), 0);
        assert_eq!(faults(path, &function_of(71)), 1);
        assert_eq!(faults("tests/mesh/main.rs", &function_of(100)), 0);
        assert_eq!(faults("tests/mesh/main.rs", &function_of(101)), 1);
        let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", function_of(80));
        assert_eq!(faults(path, &tests), 0);
        let braces = function_of(71).replacen("step();", "let x = (\"}\", '}'); // }", 1);
        assert_eq!(faults(path, &braces), 1, "braces in strings and comments do not count");
    }

    #[test]
    fn functions_are_told_from_types_and_declarations() {
        let code = "trait T { fn a(); } fn b(f: fn(u8) -> u8) where X: Y {} impl Z { fn c() {} }";
        let names: Vec<&str> = functions(code).iter().map(|function| function.name).collect();
        assert_eq!(names, ["b", "c"]);
    }
}
