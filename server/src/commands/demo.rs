//! `trame demo`: the only way to the identity providers that sign anybody in.

use std::{fs, path::PathBuf, process::ExitCode, sync::Arc};

use ::demo::{DemoClock, Provider, Seeded, data::Demo};
use axum::{
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
};
use entities::Clock;
use services::{Services, Settings, day_in};

use super::{Stopped, serve};
use crate::{config::Config, http};

const ONLY_HERE: &str =
    "the demo signs anybody in as anybody, so it listens on this machine only: set `listen` to 127.0.0.1";

/// What the demo is told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// One more network, from a file of the form of those in demo/data; may be given several times
    #[arg(long, value_name = "FILE")]
    network: Vec<PathBuf>,
}

impl Options {
    fn data(&self) -> Result<Demo, Stopped> {
        let mut demo = Demo::load()?;
        for file in &self.network {
            let name = file.display().to_string();
            let text = fs::read_to_string(file).map_err(|error| Stopped::Other(format!("{name}: {error}")))?;
            demo.add(&name, &text)?;
        }
        Ok(demo)
    }
}

pub(super) async fn demo(config: &Config, options: &Options) -> Result<ExitCode, Stopped> {
    let demo = Arc::new(options.data()?);
    // Letters stay in the mailbox page, and nobody comes in from elsewhere.
    let named = format!("http://localhost:{}", config.listen.port());
    // Passkeys exist under a name only, and this is the one that every machine has.
    let public_url = config.public_url.clone().filter(|url| *url == named);
    let config = Config { smtp: None, public_url, trusted_proxies: Vec::new(), ..config.clone() };
    if !config.listen.ip().is_loopback() {
        return Err(Stopped::Other(ONLY_HERE.into()));
    }
    let clock = DemoClock::default();
    let store = super::open(&config, clock.clock(Clock::system())).await?;
    let public_url = config.public_url();
    let settings = Settings { public_url: public_url.clone(), allow_loopback_providers: true, demo: true };
    let services = Services::new(store, settings);
    let listener = serve::listen(&config).await?;
    let today = day_in(chrono_tz::Europe::Paris, services.now());
    let seeded = ::demo::seed(&services, &clock, &demo, today).await?;
    let provider = Provider::new(http::application(services.clone()), &demo, config.listen)
        .ok_or_else(|| Stopped::Other(ONLY_HERE.into()))?;
    let router = http::router_beside(services.clone(), &config, provider.router())?
        .layer(middleware::from_fn_with_state(Arc::<str>::from(public_url.as_str()), under_one_name));
    if seeded == Seeded::Now {
        // Not the address of the database: it may hold a password.
        println!("The demo has been written to its database.");
    }
    println!("Trame is at {public_url}");
    println!("To sign in: open {public_url}/demo, choose an association, then a person.");
    serve::until_stopped(&config, services, router, listener).await
}

/// One name for the server: cookies and issuers go by it, and a foreign name that points to this
/// machine leads nowhere.
async fn under_one_name(State(public_url): State<Arc<str>>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(|host| public_url.strip_prefix("http://") == Some(host)) {
        return next.run(request).await;
    }
    let local = host.is_some_and(|host| host.starts_with("localhost:") || host == "localhost");
    if local && request.method() == Method::GET {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
        return Redirect::to(&format!("{public_url}{path}")).into_response();
    }
    StatusCode::MISDIRECTED_REQUEST.into_response()
}
