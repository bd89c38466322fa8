//! Ledgers as clerks write them: every kind of bad cell, both encodings, workbooks, reports.

mod cells;
mod files;
mod kit;
mod own;
mod report;
mod workbooks;
