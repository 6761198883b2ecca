//! `trame serve`, and serving for `trame demo`.

use std::{net::SocketAddr, process::ExitCode, time::Duration};

use axum::Router;
use entities::Clock;
use services::Services;
use tokio::{net::TcpListener, sync::watch};

use super::{Stopped, admin};
use crate::{config::Config, http, jobs::Worker, mail::Mailer};

/// How long open requests have to finish after a signal. Live streams have no end of their own.
const GRACE: Duration = Duration::from_secs(5);

pub(super) async fn serve(config: &Config) -> Result<ExitCode, Stopped> {
    let store = super::open(config, Clock::system()).await?;
    let services = super::services(store, config);
    let listener = listen(config).await?;
    let link = admin::first(&services).await?;
    if config.smtp.is_none() {
        tracing::warn!("no mail server is configured: letters wait until there is one ([smtp] in trame.toml)");
    }
    let router = http::router(services.clone(), config)?;
    println!("Trame is at {}", config.public_url());
    if let Some(link) = link {
        println!("The first administrator signs in once with this link:\n{link}");
    }
    until_stopped(config, services, router, listener).await
}

pub(super) async fn listen(config: &Config) -> Result<TcpListener, Stopped> {
    let address = config.listen;
    TcpListener::bind(address).await.map_err(|error| Stopped::Listen { address, error })
}

/// Serves and works until the process is told to stop.
pub(super) async fn until_stopped(
    config: &Config,
    services: Services,
    router: Router,
    listener: TcpListener,
) -> Result<ExitCode, Stopped> {
    if http::install_assets() == 0 {
        tracing::warn!("this program was built without its site: build it with `cargo xtask build`");
    }
    let mailer = config.smtp.as_ref().map(Mailer::new).transpose()?;
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(Worker::new(services, mailer).run(stopped.clone()));
    let told = |mut stopped: watch::Receiver<bool>| async move {
        // The sender is dropped only when everything ends.
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(told(stopped.clone()));
    let serving = async move { serving.await };
    tokio::pin!(serving);
    tokio::select! {
        result = &mut serving => result?,
        () = signal() => {
            tracing::info!("stopping");
            stop.send_replace(true);
            if tokio::time::timeout(GRACE, &mut serving).await.is_err() {
                tracing::info!("open streams were cut");
            }
        }
    }
    // A letter that is being handed over is handed over.
    let _ = tokio::time::timeout(GRACE, worker).await;
    Ok(ExitCode::SUCCESS)
}

#[cfg(unix)]
async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(not(unix))]
async fn signal() {
    let _ = tokio::signal::ctrl_c().await;
}
