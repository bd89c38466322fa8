//! The rows, one module a table; see `schema.rs` for what each column means.

macro_rules! table {
    ($module:ident, $name:literal, { $($(#[$attr:meta])* $field:ident : $type:ty,)* }) => {
        #[allow(missing_docs)]
        pub mod $module {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $name)]
            pub struct Model { $($(#[$attr])* pub $field: $type,)* }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

table!(chain, "chain", {
    #[sea_orm(primary_key, auto_increment = false)] id: i32,
    seq: i64,
    hash: Vec<u8>,
    incarnation: i32,
    writes: i64,
});
table!(demo_clock, "demo_clock", {
    #[sea_orm(primary_key, auto_increment = false)] id: i32,
    now: i64,
});
table!(county_seen, "county_seen", {
    #[sea_orm(primary_key, auto_increment = false)] registry: String,
    version: i64,
});
table!(looks, "looks", {
    #[sea_orm(primary_key, auto_increment = false)] case_id: String,
    #[sea_orm(primary_key, auto_increment = false)] day: String,
    #[sea_orm(primary_key, auto_increment = false)] agency: String,
    #[sea_orm(primary_key, auto_increment = false)] person: String,
    role: String,
});
table!(attempts, "attempts", {
    #[sea_orm(primary_key, auto_increment = false)] key: String,
    #[sea_orm(primary_key, auto_increment = false)] slot: i64,
    times: i64,
});
table!(cases, "cases", {
    #[sea_orm(primary_key, auto_increment = false)] id: String,
    procedure: String,
    dispute: Option<String>,
    version: i64,
    state: String,
    state_zh: String,
    open: bool,
    next_zh: String,
    next_en: String,
    person: Option<String>,
    body: String,
    opened_at: i64,
    updated_at: i64,
});
table!(custody, "custody", {
    #[sea_orm(primary_key, auto_increment = false)] dispute: String,
    holds: bool,
    holder: String,
    epoch: String,
    status: String,
    due_at: Option<i64>,
    body: String,
    briefs: String,
    updated_at: i64,
    materials: String,
});
table!(found, "found", {
    #[sea_orm(primary_key, auto_increment = false)] no: i64,
    case_id: String,
    kind: String,
    place: String,
    opened: String,
    state: String,
    holder: String,
    masked: bool,
    terms: String,
    keys: String,
    print: String,
});
// the same rows without their words
table!(found_head, "found", {
    #[sea_orm(primary_key, auto_increment = false)] no: i64,
    case_id: String,
    kind: String,
    place: String,
    opened: String,
    state: String,
    holder: String,
    masked: bool,
});
table!(found_build, "found_build", {
    #[sea_orm(primary_key, auto_increment = false)] id: i32,
    version: i32,
});
table!(clocks, "clocks", {
    #[sea_orm(primary_key, auto_increment = false)] case_id: String,
    #[sea_orm(primary_key, auto_increment = false)] key: String,
    dispute: Option<String>,
    rule: String,
    rule_version: i32,
    started: String,
    due: String,
    due_at: i64,
    provisional: bool,
    state: String,
    effect: String,
    owner: String,
    query: String,
    steps: String,
});
table!(requests, "requests", {
    #[sea_orm(primary_key, auto_increment = false)] key: String,
    fingerprint: Vec<u8>,
    case_id: String,
    at: i64,
});
table!(journal, "journal", {
    #[sea_orm(primary_key, auto_increment = false)] seq: i64,
    id: String,
    case_id: String,
    dispute: Option<String>,
    version: i64,
    fact: String,
    body: String,
    actor_agency: String,
    actor_person: String,
    actor_role: String,
    occurred_at: i64,
    hash: Vec<u8>,
});
table!(outbox, "outbox", {
    #[sea_orm(primary_key, auto_increment = false)] dst: String,
    #[sea_orm(primary_key, auto_increment = false)] seq: i64,
    id: String,
    dispute: Option<String>,
    subject: String,
    kind: String,
    epoch: String,
    payload: Vec<u8>,
    signature: Vec<u8>,
    occurred_at: i64,
    trace: Option<String>,
});
table!(links_out, "links_out", {
    #[sea_orm(primary_key, auto_increment = false)] dst: String,
    seq: i64,
    running: Vec<u8>,
});
table!(receipts, "receipts", {
    #[sea_orm(primary_key, auto_increment = false)] dst: String,
    #[sea_orm(primary_key, auto_increment = false)] reader: String,
    upto: i64,
    running: Vec<u8>,
    signature: Vec<u8>,
    at: i64,
});
table!(inbox, "inbox", {
    #[sea_orm(primary_key, auto_increment = false)] id: String,
    src: String,
    stream: String,
    seq: i64,
    dispute: Option<String>,
    kind: String,
    epoch: String,
    payload: Vec<u8>,
    signature: Vec<u8>,
    subject: String,
    trace: Option<String>,
    state: String,
    cause: Option<String>,
    owner: Option<String>,
    due_at: Option<i64>,
    attempts: i32,
    occurred_at: i64,
    received_at: i64,
});
table!(links_in, "links_in", {
    #[sea_orm(primary_key, auto_increment = false)] src: String,
    #[sea_orm(primary_key, auto_increment = false)] stream: String,
    seq: i64,
    running: Vec<u8>,
    gap: bool,
});
table!(papers, "papers", {
    #[sea_orm(primary_key, auto_increment = false)] sha256: String,
    size: i64,
    parts: i32,
    kept_at: i64,
});
table!(paper_parts, "paper_parts", {
    #[sea_orm(primary_key, auto_increment = false)] sha256: String,
    #[sea_orm(primary_key, auto_increment = false)] no: i32,
    content: Vec<u8>,
});
table!(room_lines, "room_lines", {
    #[sea_orm(primary_key, auto_increment = false)] case_id: String,
    #[sea_orm(primary_key, auto_increment = false)] no: i64,
    author: String,
    note: bool,
    body: Vec<u8>,
    request_id: String,
    said_at: i64,
});
table!(issued, "issued", {
    #[sea_orm(primary_key, auto_increment = false)] dispute: String,
    #[sea_orm(primary_key, auto_increment = false)] check_code: String,
    request: String,
    fingerprint: Vec<u8>,
    case_id: String,
    family: String,
    template: i32,
    number: String,
    sha256: String,
    size: i64,
    pages: i32,
    issued_on: String,
    issued_at: i64,
    person: String,
    role: String,
    version: i32,
    corrects: Option<String>,
    reason: Vec<u8>,
    verify: Option<String>,
    fields: Vec<u8>,
});
table!(paper_series, "paper_series", {
    #[sea_orm(primary_key, auto_increment = false)] series: String,
    #[sea_orm(primary_key, auto_increment = false)] year: i32,
    last: i64,
});
table!(paper_numbers, "paper_numbers", {
    #[sea_orm(primary_key, auto_increment = false)] key: String,
    number: i64,
});
table!(drafts, "drafts", {
    #[sea_orm(primary_key, auto_increment = false)] id: String,
    person: String,
    title: Vec<u8>,
    body: Vec<u8>,
    version: i64,
    saved_at: i64,
    expires_at: i64,
});
