//! A node's own copy of the county, from a bundle that the registry signed (`jiefen bundle get`).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiefen_county::{County, Signed};
use jiefen_platform::config::CountyConfig;
use jiefen_platform::keys::PublicKey;
use jiefen_vocab::Agency;

/// Why a bundle is not used.
#[derive(Debug, thiserror::Error)]
pub enum BundleFault {
    /// The file cannot be read.
    #[error("县情数据包 {path} 无法读取：{source}；应为本进程可读的文件 (the bundle cannot be read)", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is no bundle.
    #[error("县情数据包 {path} 格式有误：{why}；应为 jiefen bundle get --out 写出的文件 (not a bundle as `jiefen bundle get` writes it)", path = path.display())]
    Form {
        /// The file.
        path: PathBuf,
        /// Where and what.
        why: String,
    },
    /// Another key signed it.
    #[error(
        "县情数据包由另一把公钥签名：{given}；应由登记机关的公钥 {right} 签名，请核对公钥或者重新取得数据包 (signed by another key than the registry's)"
    )]
    OtherKey {
        /// The key that it names.
        given: String,
        /// The registry's key.
        right: PublicKey,
    },
    /// The signature does not fit the content.
    #[error(
        "县情数据包的签名与内容不符，内容可能被改动；请用 jiefen bundle get 重新取得 (the signature does not fit: the bundle was altered; get it again)"
    )]
    Altered,
    /// The node has worked with a newer one.
    #[error(
        "县情数据包为第{given}版，本节点已经用过 {registry} 的第{seen}版；应使用第{seen}版或者更新的数据包 (older than version {seen}, which this node has seen)"
    )]
    Older {
        /// Its version.
        given: u64,
        /// The version that was seen.
        seen: u64,
        /// The registry.
        registry: Agency,
    },
}

/// The bundle in a file, not verified.
///
/// # Errors
/// The file cannot be read, or is no bundle.
pub fn read(path: &Path) -> Result<Signed, BundleFault> {
    let path = path.to_owned();
    let text = match std::fs::read(&path) {
        Ok(text) => text,
        Err(source) => return Err(BundleFault::Read { path, source }),
    };
    serde_json::from_slice(&text)
        .map_err(|error| BundleFault::Form { path, why: error.to_string() })
}

/// Whether the bundle was signed by this key and reads as it was signed.
///
/// # Errors
/// Another key, or another content.
pub fn verify(signed: &Signed, key: PublicKey) -> Result<(), BundleFault> {
    let given = signed.key.to_string();
    if given != key.to_string() {
        return Err(BundleFault::OtherKey { given, right: key });
    }
    let signature = unhex(&signed.signature).ok_or(BundleFault::Altered)?;
    if key.verifies(&signed.bundle.bytes(), &signature) {
        Ok(())
    } else {
        Err(BundleFault::Altered)
    }
}

/// The configured county; none without a bundle file.
///
/// # Errors
/// The file is no bundle of the registry's.
pub fn load(config: &CountyConfig) -> Result<Option<Arc<County>>, BundleFault> {
    let (Some(file), Some(key)) = (&config.bundle_file, config.registry_key) else {
        return Ok(None);
    };
    let signed = read(file)?;
    verify(&signed, key)?;
    Ok(Some(Arc::new(County::new(&signed.bundle, signed.signed_by))))
}

/// Whether a node that has seen a version may work with this copy.
///
/// # Errors
/// It has seen a newer one.
pub fn not_older(county: &County, seen: Option<u64>) -> Result<(), BundleFault> {
    let (given, registry) = (county.version(), county.signed_by());
    match seen {
        Some(seen) if seen > given => Err(BundleFault::Older { given, seen, registry }),
        Some(_) | None => Ok(()),
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let digit = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).ok();
    (0..text.len()).step_by(2).map(digit).collect()
}

#[cfg(test)]
mod tests {
    use jiefen_platform::keys::SigningKey;
    use jiefen_vocab::{DisputeKind, Region, TrackKind};
    use jiff::civil::{Date, date};

    use super::*;

    const DAY: Date = date(2026, 3, 2);

    fn signed() -> (Signed, SigningKey) {
        let (key, _) = SigningKey::generate().unwrap();
        let registry = "640122.registry".parse().unwrap();
        (jiefen_registry::shipped(DAY, &key, registry).unwrap(), key)
    }

    fn config(file: PathBuf, key: PublicKey) -> CountyConfig {
        CountyConfig { bundle_file: Some(file), registry_key: Some(key) }
    }

    #[test]
    fn a_node_knows_who_is_responsible_for_what_at_a_place() {
        let (signed, _) = signed();
        let county = County::new(&signed.bundle, signed.signed_by);
        let place = |text: &str| text.parse::<Region>().unwrap();
        let agency = |unit: &str, at: &str| {
            county.agency(unit, place(at), DAY).map(|agency| agency.to_string())
        };
        for (unit, at, right) in [
            ("village_mediation", "640122101203", "640122101203.village_mediation"),
            ("town_mediation", "640122101203", "640122101.town_mediation"),
            ("town_zz", "640122101203", "640122101.centre"),
            ("county_zz", "640122101203", "640122.centre"),
            ("hrss", "640122101203", "640122.hrss"),
            ("town_gov", "640122001001", "640122001.subdistrict"),
            ("court", "640122101203", "640122.court"),
        ] {
            assert_eq!(agency(unit, at).as_deref(), Some(right), "{unit} at {at}");
        }
        assert_eq!(agency("castle", "640122101203"), None);
        assert_eq!(
            agency("village_mediation", "640122101"),
            None,
            "a town has no village's committee"
        );

        let found = |unit: &str, kind, track| {
            county.responsible(unit, (kind, track), place("640122101203"), DAY).unwrap()
        };
        // A committee without a node is answered for by its town's centre, the studio by the county's mediation centre.
        let village =
            found("village_mediation", DisputeKind::Neighbour, TrackKind::PeopleMediation);
        assert_eq!(village.node.to_string(), "640122101.centre");
        assert_eq!(village.power.unwrap().clause, "五(二)1；六(三)1");
        let studio = found("lawyer_studio", DisputeKind::ContractDebt, TrackKind::LawyerMediation);
        assert_eq!(studio.node.to_string(), "640122.county_mediation_center");
        // A retrial is not the county court's: the court above has the power.
        let retrial = found("court", DisputeKind::ContractDebt, TrackKind::Retrial);
        assert_eq!(retrial.agency.to_string(), "640100.court");
        let court = "640122.court".parse().unwrap();
        let power = |track| county.power(court, (DisputeKind::Labour, track), DAY);
        assert_eq!(power(TrackKind::LabourArbitration), None);
        assert_eq!(power(TrackKind::Litigation).unwrap().clause, "四(二)1；五(二)3");
    }

    #[test]
    fn only_what_the_registry_signed_is_used() {
        let (signed, key) = signed();
        let (other, _) = SigningKey::generate().unwrap();
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("county.json");
        std::fs::write(&file, serde_json::to_string(&signed).unwrap()).unwrap();
        let county = load(&config(file.clone(), key.public())).unwrap().unwrap();
        assert_eq!(county.version(), signed.bundle.version);
        assert!(load(&CountyConfig::default()).unwrap().is_none());
        let told = |config: &CountyConfig| load(config).unwrap_err().to_string();
        assert!(told(&config(file.clone(), other.public())).contains(&key.public().to_string()));

        // Whatever is changed in the file, the signature no longer fits.
        let text = std::fs::read_to_string(&file).unwrap();
        for (from, to) in [
            ("贺兰县人民法院", "贺兰县仁民法院"),
            ("\"review_due\":false", "\"review_due\":true"),
            ("\"power\":\"decide\"", "\"power\":\"mediate\""),
            ("\"seat\":\"deputy\"", "\"seat\":\"member\""),
            ("\"county_zz\"", "\"county_z\""),
            (&signed.signature[..8], "00000000"),
        ] {
            assert!(text.contains(from), "{from}");
            std::fs::write(&file, text.replacen(from, to, 1)).unwrap();
            let told = told(&config(file.clone(), key.public()));
            assert!(told.contains("改动"), "{from}: {told}");
        }
        std::fs::write(&file, "{}").unwrap();
        assert!(told(&config(file.clone(), key.public())).contains("jiefen bundle get"));
        std::fs::remove_file(&file).unwrap();
        assert!(told(&config(file, key.public())).contains("county.json"));
    }

    #[test]
    fn an_older_version_than_the_one_seen_is_refused() {
        let (signed, _) = signed();
        let county = County::new(&signed.bundle, signed.signed_by);
        for seen in [None, Some(1), Some(county.version())] {
            assert!(not_older(&county, seen).is_ok());
        }
        let told = not_older(&county, Some(county.version() + 1)).unwrap_err().to_string();
        assert!(told.contains(&format!("第{}版", county.version() + 1)), "{told}");
    }
}
