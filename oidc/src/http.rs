//! The only way in which this crate speaks to a provider.

use std::error::Error;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use rustls::{ClientConfig, RootCertStore};

use crate::error::{OidcError, plain_text};
use crate::network::{CheckedResolver, NetworkPolicy};

/// An HTTP client that follows no redirection, uses no proxy, resolves through the policy, and gives up
/// on answers that are too late or too large.
#[derive(Clone, Debug)]
pub(crate) struct HttpClient {
    client: reqwest::Client,
    policy: Arc<NetworkPolicy>,
}

impl HttpClient {
    pub(crate) fn new(policy: Arc<NetworkPolicy>) -> Self {
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls_configuration())
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .retry(reqwest::retry::never())
            .dns_resolver(CheckedResolver::new(Arc::clone(&policy)))
            .connect_timeout(policy.connect_timeout)
            .timeout(policy.total_timeout)
            .user_agent(concat!("trame/", env!("CARGO_PKG_VERSION")))
            .build()
            .expect("the TLS configuration is handed in complete, nothing else can fail");
        Self { client, policy }
    }

    pub(crate) fn policy(&self) -> &NetworkPolicy {
        &self.policy
    }

    /// Sends a request and reads the whole answer. Answers with a 4xx status are returned, because the
    /// protocol explains refusals in them.
    pub(crate) async fn send(&self, request: HttpRequest) -> Result<HttpResponse, OidcError> {
        let request = reqwest::Request::try_from(request).map_err(|error| transport_error(&error))?;
        self.policy.check_url(request.url())?;
        let mut answer = self.client.execute(request).await.map_err(|error| transport_error(&error))?;
        let status = answer.status();
        if status.is_redirection() {
            return Err(OidcError::RedirectRefused);
        }
        if status.is_server_error() {
            return Err(OidcError::ProviderFailed { status: status.as_u16() });
        }
        let limit = self.policy.body_limit;
        if answer.content_length().is_some_and(|length| usize::try_from(length).map_or(true, |length| length > limit)) {
            return Err(OidcError::AnswerTooLarge);
        }
        let mut response = HttpResponse::new(Vec::new());
        *response.status_mut() = status;
        *response.headers_mut() = std::mem::take(answer.headers_mut());
        let body = response.body_mut();
        while let Some(chunk) = answer.chunk().await.map_err(|error| transport_error(&error))? {
            if body.len() + chunk.len() > limit {
                return Err(OidcError::AnswerTooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(response)
    }
}

impl<'client> AsyncHttpClient<'client> for HttpClient {
    type Error = OidcError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, OidcError>> + Send + 'client>>;

    fn call(&'client self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

/// Mozilla's list of authorities, so that a bare container works, and those of this machine, so that an
/// operator's own authority works.
fn tls_configuration() -> ClientConfig {
    let mut roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let machine = rustls_native_certs::load_native_certs();
    for error in &machine.errors {
        tracing::debug!(%error, "a certificate authority of this machine could not be read");
    }
    roots.add_parsable_certificates(machine.certs);
    ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("ring offers TLS 1.2 and 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth()
}

fn transport_error(error: &reqwest::Error) -> OidcError {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    let mut innermost = String::new();
    while let Some(current) = cause {
        if let Some(refusal) = current.downcast_ref::<OidcError>() {
            return refusal.clone();
        }
        innermost = current.to_string();
        cause = current.source();
    }
    if error.is_timeout() {
        OidcError::ProviderTooSlow
    } else {
        OidcError::ProviderDown { reason: plain_text(&innermost) }
    }
}
