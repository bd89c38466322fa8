//! The papers of a real case as approved: the text layer, and what stands where on the page. After a change that is
//! wanted: `JIEFEN_GOLDEN=write cargo test -p jiefen-papers pages`, and read the difference.

use std::fs;
use std::path::PathBuf;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use serde_json::{Value, json};

use super::room::{Room, typed};

pub fn golden(name: &str, now: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var("JIEFEN_GOLDEN").is_ok_and(|what| what == "write") {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, now).unwrap();
        return;
    }
    let approved = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(approved, now, "{name}");
}

/// The text of each page on a line.
pub fn text(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let mut all = String::new();
    for no in document.get_pages().keys() {
        let page = document.extract_text(&[*no]).unwrap();
        let line: String = page.lines().map(str::trim).collect();
        all.push_str(&line);
        all.push('\n');
    }
    all
}

/// The first page as it looks: how dark each half centimetre of it is, so that a line which moves, a table that falls apart
/// or a square that is missing is seen.
fn image(bytes: Vec<u8>) -> String {
    const CELL: usize = 7;
    let pdf = Pdf::new(bytes).unwrap();
    let page = &pdf.pages()[0];
    let settings =
        RenderSettings { x_scale: 0.5, y_scale: 0.5, bg_color: WHITE, ..Default::default() };
    let picture = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let wide = usize::from(picture.width());
    let mut map = String::new();
    for lines in picture.data_as_u8_slice().chunks(4 * wide * CELL) {
        let mut row = String::new();
        for left in (0..wide).step_by(CELL) {
            let mut ink = 0_usize;
            for line in lines.chunks(4 * wide) {
                let cell = line.chunks(4).skip(left).take(CELL);
                ink += cell.map(|rgba| usize::from(255 - rgba[1])).sum::<usize>();
            }
            let share = ink * 100 / (255 * CELL * CELL);
            row.push(match share {
                0..=2 => ' ',
                3..=19 => '.',
                20..=49 => 'o',
                _ => '#',
            });
        }
        map.push_str(row.trim_end());
        map.push('\n');
    }
    map
}

#[tokio::test]
async fn the_papers_of_a_mediation_say_what_the_case_says() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let lines = json!([{ "speaker": "调解员", "words": "请双方说说情况。" }]);
    let papers: [(&str, Value); 5] = [
        ("mediation_application", json!({ "requests": ["请求改建排水沟"] })),
        ("mediation_intake_form", json!({ "registrar": "李静" })),
        ("rights_notice", json!({})),
        ("mediation_record", json!({ "recorder": "李静", "lines": lines })),
        ("mediation_agreement", typed()),
    ];
    for (at, (family, typed)) in papers.into_iter().enumerate() {
        let issued = room.issue(family, typed, &format!("r-{at}")).await;
        let paper = issued.unwrap_or_else(|status| panic!("{family}: {status}"));
        let bytes = room.read(&paper.check).await.unwrap();
        golden(&format!("{family}.txt"), &text(&bytes));
        golden(&format!("{family}.map"), &image(bytes));
    }
}
