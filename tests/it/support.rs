//! A server in the process, on SQLite and on PostgreSQL, with a clock that the test turns.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use app::App;
use axum::{
    Router,
    body::{Body, to_bytes},
};
use chrono::{DateTime, Utc};
use entities::{Clock, Store};
use http::{Request, StatusCode, header};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DbBackend, Statement};
use services::{Services, Settings};
use tower::ServiceExt;
use uuid::Uuid;

/// Under which the server under test is reached.
pub const PUBLIC_URL: &str = "http://trame.test";
/// When every test begins: a Thursday morning.
const START: i64 = 1_772_700_000;

/// The time of a test.
#[derive(Clone)]
pub struct Time(Arc<AtomicI64>);

impl Time {
    /// Lets time pass.
    pub fn pass_minutes(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60, Ordering::SeqCst);
    }

    /// Goes to a time, which may lie before.
    pub fn set(&self, at: DateTime<Utc>) {
        self.0.store(at.timestamp(), Ordering::SeqCst);
    }

    pub fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.load(Ordering::SeqCst), 0).expect("a date")
    }
}

/// One server on one empty database.
#[derive(Clone)]
pub struct World {
    pub services: Services,
    pub router: Router,
    pub time: Time,
    /// Address of the database.
    pub url: String,
}

/// Runs a test on an empty SQLite file, and on an empty PostgreSQL database when
/// `TRAME_TEST_POSTGRES_URL` says where one may be made.
pub async fn for_each_database<F, Fut>(test: F)
where
    F: Fn(World) -> Fut,
    Fut: Future<Output = ()>,
{
    let folder = std::env::temp_dir().join(format!("trame-it-{}", Uuid::new_v4()));
    std::fs::create_dir(&folder).expect("a temporary folder can be made");
    test(world(&format!("sqlite://{}/it.db?mode=rwc", folder.display())).await).await;
    // What is left behind in a temporary folder harms nobody.
    let _ = std::fs::remove_dir_all(&folder);
    let Ok(server) = std::env::var("TRAME_TEST_POSTGRES_URL") else { return left_out() };
    let name = format!("it_{}", Uuid::new_v4().simple());
    let mut options = ConnectOptions::new(&server);
    // See `entities::database`.
    options.idle_timeout(None).max_lifetime(None);
    let administration = Database::connect(options).await.expect("PostgreSQL answers");
    let run = async |sql: String| administration.execute_raw(Statement::from_string(DbBackend::Postgres, sql)).await;
    run(format!("CREATE DATABASE {name}")).await.expect("a database can be made");
    let (rest, options) = server.split_once('?').map_or((server.as_str(), ""), |(rest, options)| (rest, options));
    let (host, _) = rest.rsplit_once('/').expect("the address names a database");
    let url = format!("{host}/{name}?{options}");
    test(world(url.trim_end_matches('?')).await).await;
    let _ = run(format!("DROP DATABASE {name} WITH (FORCE)")).await;
}

/// Says once, past the capture of the test harness, that half of the tests did not run.
fn left_out() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let told = b"PostgreSQL is left out: TRAME_TEST_POSTGRES_URL is not set\n";
        let _ = std::io::Write::write_all(&mut std::io::stderr(), told);
    });
}

async fn world(url: &str) -> World {
    let time = Time(Arc::new(AtomicI64::new(START)));
    let services = process(url, &time).await;
    let router = app::site().into_router(application(&services));
    World { services, router, time, url: url.to_owned() }
}

async fn process(url: &str, time: &Time) -> Services {
    let time = time.clone();
    let store = Store::open(url, Clock::new(move || time.now())).await.expect("a database");
    let settings = Settings { public_url: PUBLIC_URL.to_owned(), allow_loopback_providers: true, demo: false };
    Services::new(store, settings)
}

/// The typesetter hands back what it was given, to be read by the test.
fn application(services: &Services) -> App {
    let typeset = |document: &printing::Document, _| serde_json::to_vec(document).map_err(|error| error.to_string());
    App { services: services.clone(), typeset }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub headers: http::HeaderMap,
    pub body: String,
}

/// A browser with its cookies, without JavaScript.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    language: &'static str,
}

impl World {
    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookies: BTreeMap::new(), language: "en" }
    }

    /// The address of its database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Another process on the same database.
    pub async fn another_process(&self) -> Services {
        process(&self.url, &self.time).await
    }
}

impl Browser {
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&mut self, path: &str, entries: &[(&str, &str)]) -> Answer {
        let form = serde_urlencoded(entries);
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .expect("a request");
        self.send(request).await
    }

    /// A file that is no text.
    pub async fn get_bytes(&mut self, path: &str) -> Vec<u8> {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let (response, _) = self.answer(request).await;
        to_bytes(response.into_body(), 4 << 20).await.expect("a body").to_vec()
    }

    /// Sends a body of any kind.
    pub async fn post_body(&mut self, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, kind).body(body.into()).expect("a request");
        self.send(request).await
    }

    /// Posts as a script of the page does.
    pub async fn post_json(&mut self, path: &str, value: &serde_json::Value) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(value.to_string()))
            .expect("a request");
        self.send(request).await
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Puts a cookie in, as an attacker would who got hold of it.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    async fn send(&mut self, request: Request<Body>) -> Answer {
        let (response, status) = self.answer(request).await;
        let headers = response.headers().clone();
        let location = headers.get(header::LOCATION).map(|value| value.to_str().expect("text").to_owned());
        let body = to_bytes(response.into_body(), 4 << 20).await.expect("a body");
        Answer { status, location, headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    async fn answer(&mut self, mut request: Request<Body>) -> (axum::response::Response, StatusCode) {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let headers = request.headers_mut();
        if !cookies.is_empty() {
            headers.insert(header::COOKIE, cookies.join("; ").parse().expect("a header"));
        }
        headers.insert(header::ACCEPT_LANGUAGE, self.language.parse().expect("a header"));
        headers.insert(header::USER_AGENT, "Mozilla/5.0 (X11; Linux) Firefox/140.0".parse().expect("a header"));
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        for line in response.headers().get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("text");
            let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = response.status();
        (response, status)
    }
}

fn serde_urlencoded(entries: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(entries).finish()
}
