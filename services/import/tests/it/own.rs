//! An agency's own words.

use jiefen_import::{Ledger, Names};
use jiefen_vocab::{Channel, DisputeKind};

use crate::kit::TODAY;

#[test]
fn an_agencys_own_names_come_first() {
    let own = "[columns]\nsummary = [\"啥事\"]\non = [\"哪天\"]\napplicant = [\"谁来的\"]\n\
               [kinds]\nneighbour = [\"扯皮\"]\n[default]\nchannel = \"zz_village\"\nplace = \"银光村\"\n";
    let names = Names::with(own).unwrap();
    let text = "哪天,类型,谁来的,啥事\n2026-3-1,扯皮,王某,漏水\n";
    let ledger = Ledger::read(text.as_bytes(), None, &names, TODAY);
    let ledger = ledger.unwrap_or_else(|error| panic!("{error}"));
    let entry = ledger.valid().next().unwrap();
    assert_eq!((entry.kind, entry.channel), (DisputeKind::Neighbour, Channel::ZzVillage));
    assert_eq!(entry.place.to_string(), "640122101202");
}

#[test]
fn a_wrong_file_of_names_says_what_would_be_right() {
    for (text, part) in [
        ("[columns]\nsumary = [\"x\"]", "summary"),
        ("[channels]\ntown = [\"x\"]", "zz_town"),
        ("[default]\nkind = \"邻里\"", "neighbour"),
        ("[columns", "TOML"),
        ("[column]\nx = []", "columns"),
    ] {
        let told = Names::with(text).unwrap_err().to_string();
        assert!(told.contains(part), "{told}");
    }
}
