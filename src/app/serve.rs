//! `darasa serve`: from the settings to the end.

use std::{io::Write, net::TcpListener, time::Duration};

use super::{
    Application, Failure, Signals,
    config::{Config, DatabaseSettings, ServerSettings},
    listen, transport,
};
use crate::{
    demo::{self, Place},
    kit::{
        Clock, Error, Result,
        db::{
            describe_url,
            embedded::{Embedded, Options},
        },
    },
};

/// Serves until it is told to stop. What the operator must mend is found out first: the address, the keys, the way out for mails.
pub(super) fn serve(settings: &DatabaseSettings, server: &ServerSettings, with_demo: bool) -> Result<(), Failure> {
    settings.begin(&settings.log)?;
    let listener = listen(server.listen)?;
    let config = Config::new(settings, server)?;
    let mut embedded = match settings.own() {
        Some(_) => None,
        None => {
            let connections = Some(config.connections_of_server());
            Some(Embedded::start(&Options { connections, ..settings.embedded() })?)
        }
    };
    let database_url = embedded.as_ref().map_or(config.database_url.clone(), |embedded| embedded.url().to_owned());
    let listen = listener.local_addr().map_err(Error::internal)?;
    let config = Config { database_url, listen, ..config };
    let place = match &embedded {
        Some(embedded) => Place::InDraft(embedded.draft()),
        None => Place::Here,
    };
    let place = with_demo.then_some(place);
    let outcome = actix_web::rt::System::new().block_on(async {
        let failed = async {
            match &mut embedded {
                Some(embedded) => embedded.failed().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            outcome = run(&config, listener, place, Duration::from_secs(server.drain_seconds)) => outcome,
            failure = failed => Err(failure.into()),
        }
    });
    if let Some(embedded) = embedded {
        embedded.stop();
    }
    outcome
}

async fn run(config: &Config, listener: TcpListener, demo: Option<Place>, drain: Duration) -> Result<(), Failure> {
    transport(&config.mail)?;
    // Before anybody is told that it listens: who is told may tell it to stop.
    let mut signals = Signals::listen();
    let begun = async {
        if let Some(place) = demo {
            load_demo(config, &place).await?;
        }
        Application::on(listener, config).await
    };
    let application = tokio::select! {
        application = begun => application?,
        // What was loaded so far is lost, and nothing else: the next start begins anew.
        _ = signals.next() => return Ok(()),
    };
    // Whoever started it may not listen any more, and the readers wait.
    let _ = writeln!(std::io::stdout(), "Darasa listens at {}", application.state().tools.public_url);
    Ok(application.run_until_stopped(drain, signals).await?)
}

async fn load_demo(config: &Config, place: &Place) -> Result<(), Failure> {
    let loaded = demo::load(config, place, Clock::system().now()).await.map_err(|cause| match place {
        Place::Here if ["demo-unfinished", "administrator-exists"].contains(&cause.key()) => {
            Failure::Demo { database: describe_url(&config.database_url), cause }
        }
        _ => Failure::Error(cause),
    })?;
    print!("{loaded}");
    Ok(())
}
