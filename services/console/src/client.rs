//! From where a request comes, to count attempts: nobody learns the address from what is kept.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use http::request::Parts;

/// The address from which a request comes; empty: not known. A proxy of our own network tells it in the last entry of
/// `X-Forwarded-For`; what a browser itself writes there counts nothing.
pub(crate) fn address(parts: &Parts) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let Some(peer) = peer else { return String::new() };
    let told = parts.headers.get_all("x-forwarded-for").iter().next_back();
    let told = told.and_then(|told| told.to_str().ok()).and_then(|told| told.rsplit(',').next());
    let told = told.and_then(|told| told.trim().parse::<IpAddr>().ok());
    told.filter(|_| is_ours(peer)).unwrap_or(peer).to_string()
}

/// True for addresses that nobody outside has.
fn is_ours(peer: IpAddr) -> bool {
    match peer {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_private(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(peer: &str, forwarded: &[&str]) -> String {
        let mut request = http::Request::builder();
        for line in forwarded {
            request = request.header("x-forwarded-for", *line);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        let peer: SocketAddr = peer.parse().unwrap();
        parts.extensions.insert(ConnectInfo(peer));
        address(&parts)
    }

    #[test]
    fn only_a_proxy_of_our_own_tells_another_address() {
        assert_eq!(told("203.0.113.5:4000", &[]), "203.0.113.5");
        assert_eq!(told("203.0.113.5:4000", &["198.51.100.7"]), "203.0.113.5", "a browser's word");
        assert_eq!(told("127.0.0.1:4000", &["198.51.100.7"]), "198.51.100.7");
        assert_eq!(told("10.1.2.3:4000", &["1.1.1.1, 198.51.100.7"]), "198.51.100.7");
        assert_eq!(told("10.1.2.3:4000", &["1.1.1.1", "198.51.100.8"]), "198.51.100.8");
        assert_eq!(told("127.0.0.1:4000", &["nonsense"]), "127.0.0.1");
    }
}
