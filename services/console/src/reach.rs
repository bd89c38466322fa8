//! How another unit is reached: where its pages are, and its telephone, as the county's register has them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiefen_vocab::Agency;

/// How one unit is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Where its pages are, without a slash at the end; empty: the register has no address for people.
    pub pages: String,
    /// Its telephone, for the public; empty: none is known.
    pub phone: String,
}

impl Reach {
    /// From what the register has. Of a node's addresses that which a browser opens is where its pages are; the others
    /// are for machines.
    pub fn of(endpoints: &[String], phone: Option<&str>) -> Reach {
        let opens = |address: &&String| {
            let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
            let odd = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\@?#".contains(c);
            rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(odd))
        };
        let pages = endpoints.iter().find(opens).map(|address| address.trim_end_matches('/'));
        Reach {
            pages: pages.unwrap_or_default().to_owned(),
            phone: phone.unwrap_or_default().to_owned(),
        }
    }
}

static REACHED: OnceLock<BTreeMap<Agency, Reach>> = OnceLock::new();

/// Tells the pages of this process how the units are reached, from the county's register; said once, at the start.
pub fn reached(units: impl IntoIterator<Item = (Agency, Reach)>) {
    // The register is the same for every console of a process: the first word stands.
    let _known = REACHED.set(units.into_iter().collect());
}

/// How a unit is reached; nothing is known of one that the register does not have.
pub(crate) fn reach(agency: &str) -> Reach {
    let known = agency.parse::<Agency>().ok();
    let found = known.and_then(|agency| REACHED.get()?.get(&agency));
    found.cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Reach;

    fn pages(endpoints: &[&str]) -> String {
        let endpoints: Vec<String> = endpoints.iter().map(|text| (*text).to_owned()).collect();
        Reach::of(&endpoints, None).pages
    }

    #[test]
    fn the_address_that_a_browser_opens_is_where_the_pages_are() {
        assert_eq!(
            pages(&["court.example:7443", "https://court.example/"]),
            "https://court.example"
        );
        assert_eq!(pages(&["http://10.1.1.7:8080"]), "http://10.1.1.7:8080");
        for none in ["", "court.example:7443", "nats://x", "https://", "javascript:alert(1)"] {
            assert_eq!(pages(&[none]), "", "{none}");
        }
        for odd in ["https://a@b", "https://a\" onclick=", "https://a/?x=", "https://a b"] {
            assert_eq!(pages(&[odd]), "", "{odd}");
        }
    }
}
