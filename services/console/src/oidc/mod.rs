//! Logging in with the agency's own identity provider: authorization code with PKCE. What the provider must send back
//! is sealed into the browser's cookie; what it then says is believed only as far as its signature, its audience, its
//! time and our own nonce hold. Discovery and keys are read anew at each log-in, so that a changed key is no event.

mod claims;

use std::time::Duration;

use jiefen_platform::config::{ConfigFault, OidcConfig, Secret};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm as Alg, CoreResponseType,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl,
    LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl,
    ProviderMetadataWithLogout, RedirectUrl, Scope, StandardErrorResponse, StandardTokenResponse,
    TokenResponse as _, reqwest,
};
use serde::{Deserialize, Serialize};

use claims::Said;
pub(crate) use claims::{Known, Unfit};

/// How long the provider may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long somebody may take to log in there, seconds.
const OPEN: i64 = 600;
/// Where the provider sends the browser back to.
const BACK: &str = "/login/oidc/back";
/// What may sign: keys of two halves only, never a shared secret, never nothing.
const ALGS: [Alg; 9] = [
    Alg::RsaSsaPkcs1V15Sha256,
    Alg::RsaSsaPkcs1V15Sha384,
    Alg::RsaSsaPkcs1V15Sha512,
    Alg::RsaSsaPssSha256,
    Alg::RsaSsaPssSha384,
    Alg::RsaSsaPssSha512,
    Alg::EcdsaP256Sha256,
    Alg::EcdsaP384Sha384,
    Alg::EdDsa,
];

type Fields = IdTokenFields<
    Said,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    Alg,
>;
type Provider = Client<
    Said,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A log-in on its way: what the answer must fit.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Pending {
    state: String,
    nonce: String,
    verifier: String,
    /// Where to go on afterwards.
    pub(crate) next: String,
    /// Until when, Unix seconds.
    until: i64,
}

/// Why somebody does not get in.
#[derive(Debug)]
pub(crate) enum Refused {
    /// The provider cannot be reached, or answers nonsense.
    Away(String),
    /// The answer belongs to no log-in that began here.
    Stranger,
    /// It took too long.
    Late,
    /// The provider itself said no: its code.
    ByProvider(String),
    /// The token is forged, expired, or not for us: why.
    Token(&'static str),
    /// The person has no place here.
    Unfit(Unfit),
}

/// The agency's identity provider, as it is configured.
pub(crate) struct Oidc {
    config: OidcConfig,
    issuer: IssuerUrl,
    client: ClientId,
    secret: Option<Secret>,
    pages: String,
    http: reqwest::Client,
}

fn fault(key: &str, given: &str, why: &dyn std::fmt::Display) -> ConfigFault {
    let (zh, right) = ("不能使用", "请核对 / check it");
    ConfigFault {
        key: format!("console.oidc.{key}"),
        given: given.to_owned(),
        problem_zh: zh.to_owned(),
        problem_en: why.to_string(),
        right: right.to_owned(),
    }
}

impl Oidc {
    /// The configured provider; none where the section names none. Nobody is asked yet.
    ///
    /// # Errors
    /// An address or a file cannot be used.
    pub(crate) fn new(config: &OidcConfig) -> Result<Option<Oidc>, ConfigFault> {
        let (Some(issuer), Some(client), Some(pages)) =
            (&config.issuer_url, &config.client_id, &config.pages_url)
        else {
            return Ok(None);
        };
        let mut http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE);
        if let Some(file) = &config.ca_file {
            let shown = file.display().to_string();
            let bad = |why: &dyn std::fmt::Display| fault("ca_file", &shown, why);
            let pem = std::fs::read(file).map_err(|error| bad(&error))?;
            let authority = reqwest::Certificate::from_pem(&pem).map_err(|error| bad(&error))?;
            http = http.add_root_certificate(authority);
        }
        let pages = pages.trim_end_matches('/').to_owned();
        RedirectUrl::new(format!("{pages}{BACK}"))
            .map_err(|error| fault("pages_url", &pages, &error))?;
        Ok(Some(Oidc {
            issuer: IssuerUrl::new(issuer.clone())
                .map_err(|error| fault("issuer_url", issuer, &error))?,
            client: ClientId::new(client.clone()),
            secret: config.read_secret()?,
            http: http.build().map_err(|error| fault("issuer_url", issuer, &error))?,
            config: config.clone(),
            pages,
        }))
    }

    /// What the button is called.
    pub(crate) fn name(&self) -> &str {
        &self.config.name
    }

    async fn metadata(&self) -> Result<ProviderMetadataWithLogout, Refused> {
        ProviderMetadataWithLogout::discover_async(self.issuer.clone(), &self.http)
            .await
            .map_err(|error| Refused::Away(told(&error)))
    }

    async fn provider(&self) -> Result<Provider, Refused> {
        let secret = self.secret.as_ref().map(|secret| ClientSecret::new(secret.reveal().into()));
        let metadata = self.metadata().await?;
        let back = RedirectUrl::new(format!("{}{BACK}", self.pages));
        let back = back.map_err(|error| Refused::Away(error.to_string()))?;
        let client = Client::from_provider_metadata(metadata, self.client.clone(), secret);
        Ok(client.set_redirect_uri(back))
    }

    /// Begins a log-in: the provider's address, and what its answer must fit.
    pub(crate) async fn begin(&self, next: String, now: i64) -> Result<(String, Pending), Refused> {
        let provider = self.provider().await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let scopes = self.config.scopes.iter().cloned().map(Scope::new);
        let (address, state, nonce) = provider
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scopes(scopes)
            .set_pkce_challenge(challenge)
            .url();
        let pending = Pending {
            state: state.secret().clone(),
            nonce: nonce.secret().clone(),
            verifier: verifier.secret().clone(),
            next,
            until: now.saturating_add(OPEN),
        };
        Ok((address.to_string(), pending))
    }

    /// Ends it: whose the answer is. `said` is what the browser brought: state, code, and an error instead of a code.
    pub(crate) async fn end(
        &self,
        pending: Option<&Pending>,
        (state, code, error): (&str, String, String),
        agency: &str,
        now: i64,
    ) -> Result<Known, Refused> {
        let pending = pending.ok_or(Refused::Stranger)?;
        if !crate::session::same(state, &pending.state) {
            return Err(Refused::Stranger);
        }
        if pending.until <= now {
            return Err(Refused::Late);
        }
        if !error.is_empty() || code.is_empty() {
            return Err(Refused::ByProvider(error.chars().take(60).collect()));
        }
        let provider = self.provider().await?;
        let asked = provider
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| Refused::Away(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(pending.verifier.clone()));
        let answer = asked.request_async(&self.http).await.map_err(not_exchanged)?;
        let token = answer.id_token().ok_or(Refused::Token("NO_ID_TOKEN"))?;
        let verifier = provider.id_token_verifier().set_allowed_algs(ALGS);
        let claims = token
            .claims(&verifier, &Nonce::new(pending.nonce.clone()))
            .map_err(|error| not_believed(&error))?;
        let all =
            serde_json::to_value(claims).map_err(|_| Refused::Token("ID_TOKEN_UNREADABLE"))?;
        claims::known(&all, &self.config, agency).map_err(Refused::Unfit)
    }

    /// Where the provider ends its own log-in; none: it offers no such address.
    pub(crate) async fn leave(&self) -> Result<Option<String>, Refused> {
        let metadata = self.metadata().await?;
        let end = metadata.additional_metadata().end_session_endpoint.clone();
        let Some(end) = end else { return Ok(None) };
        let back = PostLogoutRedirectUrl::new(format!("{}/login", self.pages));
        let back = back.map_err(|error| Refused::Away(error.to_string()))?;
        let request = LogoutRequest::from(end)
            .set_client_id(self.client.clone())
            .set_post_logout_redirect_uri(back);
        Ok(Some(request.http_get_url().to_string()))
    }
}

type ExchangeFault<E> =
    openidconnect::RequestTokenError<E, StandardErrorResponse<CoreErrorResponseType>>;

fn not_exchanged<E: std::error::Error + 'static>(error: ExchangeFault<E>) -> Refused {
    use openidconnect::RequestTokenError as E;
    match error {
        E::ServerResponse(answer) => Refused::ByProvider(answer.error().to_string()),
        other @ (E::Request(_) | E::Parse(..) | E::Other(_)) => Refused::Away(told(&other)),
    }
}

/// The name of what is wrong with a token.
fn not_believed(error: &openidconnect::ClaimsVerificationError) -> Refused {
    use openidconnect::ClaimsVerificationError as E;
    tracing::warn!(%error, "a token of the identity provider is not believed");
    Refused::Token(match error {
        E::Expired(_) => "TOKEN_EXPIRED",
        E::InvalidAudience(_) => "TOKEN_FOR_OTHERS",
        E::InvalidIssuer(_) => "TOKEN_OF_OTHER_ISSUER",
        E::InvalidNonce(_) => "TOKEN_REPLAYED",
        E::SignatureVerification(_) => "TOKEN_FORGED",
        E::InvalidAuthContext(_)
        | E::InvalidAuthTime(_)
        | E::InvalidSubject(_)
        | E::Other(_)
        | E::Unsupported(_)
        | _ => "TOKEN_INVALID",
    })
}

/// An error with its causes.
fn told(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&format!("：{cause}"));
        source = cause.source();
    }
    text
}
