//! The embedded provider, seen through the client and through its own endpoints.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use chrono::DateTime;
use oidc::provider::{
    AuthorizeRefusal, AuthorizeRequest, EndSessionRequest, Issuer, Person, RegisteredClient, SigningKey, TokenRefusal,
    TokenRequest, router,
};
use oidc::{Begin, Callback, Client, NetworkPolicy, Secret};
use serde_json::json;
use url::{Url, form_urlencoded};

use crate::hostile::{CLIENT_ID, CLIENT_SECRET, NOW, RSA, new_key, query, settings};

const RETURN: &str = "https://trame.example/sso/return";
const SIGNED_OUT: &str = "https://trame.example/signed-out";

struct Demo {
    client: Client,
    aurore: Arc<Issuer>,
    emmaus: Arc<Issuer>,
    time: Arc<AtomicI64>,
}

fn person(subject: &str, name: &str) -> Person {
    let claims = json!({"name": name, "email": format!("{subject}@aurore.example"), "email_verified": true});
    let claims = claims.as_object().cloned().expect("an object");
    Person { subject: subject.to_owned(), name: name.to_owned(), note: None, claims }
}

fn issuer(base: &str, slug: &str, key: SigningKey, time: &Arc<AtomicI64>) -> Arc<Issuer> {
    let client = RegisteredClient {
        client_id: CLIENT_ID.to_owned(),
        client_secret: Some(Secret::from(CLIENT_SECRET)),
        redirect_uris: vec![RETURN.to_owned()],
        post_logout_redirect_uris: vec![SIGNED_OUT.to_owned()],
    };
    let time = Arc::clone(time);
    let clock = Arc::new(move || DateTime::from_timestamp(time.load(Ordering::Relaxed), 0).expect("a date"));
    let people = vec![person("jeanne", "Jeanne Moreau"), person("piet", "Piet Janssens")];
    Arc::new(Issuer::new(base, slug, "Aurore", key, vec![client], people, clock))
}

impl Demo {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}/providers/", listener.local_addr().expect("an address"));
        let time = Arc::new(AtomicI64::new(NOW));
        let aurore = issuer(&base, "aurore", new_key("a"), &time);
        let emmaus = issuer(&base, "emmaus", RSA.clone(), &time);
        let page = Arc::new(|request: &oidc::provider::PageRequest<'_>| match request.refusal {
            Some(reason) => reason.to_owned(),
            None => format!("{} {} {:?}", request.people.len(), request.action, request.parameters),
        });
        let router: Router = Router::new().nest("/providers", router([Arc::clone(&aurore), Arc::clone(&emmaus)], page));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let clock = {
            let time = Arc::clone(&time);
            Arc::new(move || DateTime::from_timestamp(time.load(Ordering::Relaxed), 0).expect("a date"))
        };
        Self { client: Client::new(NetworkPolicy::loopback(), clock), aurore, emmaus, time }
    }

    async fn begin(&self, issuer: &Issuer) -> Begin {
        self.client
            .begin(&settings(issuer.address()), &redirect_uri(), Some("piet@aurore.example"))
            .await
            .expect("begins")
    }
}

fn redirect_uri() -> Url {
    Url::parse(RETURN).expect("an address")
}

fn request(begin: &Begin) -> AuthorizeRequest {
    serde_json::from_value(json!(query(&begin.authorize_url))).expect("the same parameters")
}

fn callback(url: &Url) -> Callback {
    serde_json::from_value(json!(query(url))).expect("the same parameters")
}

#[tokio::test]
async fn a_person_signs_in_over_http() {
    let demo = Demo::start().await;
    for issuer in [&demo.aurore, &demo.emmaus] {
        let begin = demo.begin(issuer).await;
        let browser = reqwest::Client::builder()
            .tls_backend_preconfigured(rustls_configuration())
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .expect("a browser");
        let page = browser.get(begin.authorize_url.clone()).send().await.expect("a page").text().await.expect("text");
        assert!(page.starts_with(&format!("2 {}/authorize", issuer.address())), "{page}");
        assert!(page.contains("code_challenge"), "{page}");

        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(query(&begin.authorize_url)).append_pair("subject", "piet");
        let answer = browser
            .post(format!("{}/authorize", issuer.address()))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form.finish())
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let back = Url::parse(answer.headers()[LOCATION].to_str().expect("text")).expect("an address");
        let settings = settings(issuer.address());
        let outcome = demo.client.finish(&settings, &redirect_uri(), &begin.pending, &callback(&back)).await;
        let identity = outcome.expect("Piet is let in");
        assert_eq!((identity.subject.as_str(), identity.email.as_deref()), ("piet", Some("piet@aurore.example")));
        assert!(identity.email_verified);

        // The code is used up.
        let again = demo.client.finish(&settings, &redirect_uri(), &begin.pending, &callback(&back)).await;
        assert_eq!(again.expect_err("refused").code(), "token-refused");

        let logout = issuer.logout_token(CLIENT_ID, "piet", identity.sid.as_deref());
        let logout = demo.client.verify_logout_token(&settings, &logout).await.expect("accepted");
        assert_eq!((logout.sub.as_deref(), logout.sid), (Some("piet"), identity.sid));
    }
}

#[tokio::test]
async fn declining_and_strangers() {
    let demo = Demo::start().await;
    let begin = demo.begin(&demo.aurore).await;
    let back = demo.aurore.sign_in(&request(&begin), "").expect("sent back");
    let settings = settings(demo.aurore.address());
    let outcome = demo.client.finish(&settings, &redirect_uri(), &begin.pending, &callback(&back)).await;
    assert_eq!(outcome.expect_err("refused").code(), "provider-error");

    let unknown = AuthorizeRequest { client_id: "stranger".to_owned(), ..request(&begin) };
    assert_eq!(demo.aurore.check(&unknown), Err(AuthorizeRefusal::Here("unknown client")));
    let elsewhere = AuthorizeRequest { redirect_uri: "https://evil.example".to_owned(), ..request(&begin) };
    assert_eq!(demo.aurore.check(&elsewhere), Err(AuthorizeRefusal::Here("unregistered redirect_uri")));
    for (wrong, error) in [
        (AuthorizeRequest { response_type: "token".to_owned(), ..request(&begin) }, "unsupported_response_type"),
        (AuthorizeRequest { scope: "email".to_owned(), ..request(&begin) }, "invalid_scope"),
        (AuthorizeRequest { code_challenge_method: Some("plain".to_owned()), ..request(&begin) }, "invalid_request"),
    ] {
        let Err(AuthorizeRefusal::Redirect(back)) = demo.aurore.check(&wrong) else { panic!("{error}") };
        assert_eq!(query(&back)["error"], error);
        assert_eq!(query(&back)["state"], begin.pending.state);
    }
}

#[tokio::test]
async fn codes_are_bound_short_lived_and_used_once() {
    let demo = Demo::start().await;
    let begin = demo.begin(&demo.aurore).await;
    let code = || query(&demo.aurore.sign_in(&request(&begin), "jeanne").expect("sent back"))["code"].clone();
    let right = |code: String| TokenRequest {
        grant_type: "authorization_code".to_owned(),
        code,
        redirect_uri: RETURN.to_owned(),
        code_verifier: begin.pending.pkce_verifier.as_ref().map(|verifier| verifier.expose().to_owned()),
        client_id: Some(CLIENT_ID.to_owned()),
        client_secret: Some(CLIENT_SECRET.to_owned()),
    };
    let outcome = |request: TokenRequest| demo.aurore.exchange(&request).map(|_| ());
    assert_eq!(outcome(right(code())), Ok(()));
    let grant = Err(TokenRefusal("invalid_grant"));
    let client = Err(TokenRefusal("invalid_client"));
    assert_eq!(outcome(TokenRequest { code_verifier: None, ..right(code()) }), grant);
    assert_eq!(outcome(TokenRequest { code_verifier: Some("wrong".to_owned()), ..right(code()) }), grant);
    assert_eq!(outcome(TokenRequest { redirect_uri: "https://evil.example".to_owned(), ..right(code()) }), grant);
    assert_eq!(outcome(TokenRequest { client_secret: Some("wrong".to_owned()), ..right(code()) }), client);
    assert_eq!(outcome(TokenRequest { client_secret: None, ..right(code()) }), client);
    assert_eq!(
        outcome(TokenRequest { grant_type: "password".to_owned(), ..right(code()) }),
        Err(TokenRefusal("unsupported_grant_type"))
    );
    let late = code();
    let elsewhere = code();
    demo.time.fetch_add(60, Ordering::Relaxed);
    assert_eq!(outcome(right(late)), grant);
    assert_eq!(demo.emmaus.exchange(&right(elsewhere)).map(|_| ()), grant);
}

#[tokio::test]
async fn access_tokens_expire_and_people_change() {
    let demo = Demo::start().await;
    let begin = demo.begin(&demo.aurore).await;
    let back = demo.aurore.sign_in(&request(&begin), "jeanne").expect("sent back");
    let answer = demo.aurore.exchange(&TokenRequest {
        grant_type: "authorization_code".to_owned(),
        code: query(&back)["code"].clone(),
        redirect_uri: RETURN.to_owned(),
        code_verifier: begin.pending.pkce_verifier.as_ref().map(|verifier| verifier.expose().to_owned()),
        client_id: Some(CLIENT_ID.to_owned()),
        client_secret: Some(CLIENT_SECRET.to_owned()),
    });
    let token = answer.expect("exchanged").access_token;
    let mut moved = person("jeanne", "Jeanne Moreau");
    moved.claims.insert("email".to_owned(), json!("jeanne@elsewhere.example"));
    demo.aurore.set_people(vec![moved]);
    assert_eq!(demo.aurore.userinfo(&token).expect("known")["email"], "jeanne@elsewhere.example");
    assert_eq!(demo.aurore.userinfo("another"), None);
    demo.time.fetch_add(600, Ordering::Relaxed);
    assert_eq!(demo.aurore.userinfo(&token), None);
}

#[tokio::test]
async fn signing_out_leads_back_to_registered_addresses_only() {
    let demo = Demo::start().await;
    let after = Url::parse(SIGNED_OUT).expect("an address");
    let settings = settings(demo.aurore.address());
    let url = demo.client.logout_url(&settings, None, &after, Some("bye")).await.expect("known").expect("offered");
    let request: EndSessionRequest = serde_json::from_value(json!(query(&url))).expect("the same parameters");
    assert_eq!(demo.aurore.end_session(&request).expect("back").as_str(), format!("{SIGNED_OUT}?state=bye"));
    let elsewhere = EndSessionRequest { post_logout_redirect_uri: Some("https://evil.example".to_owned()), ..request };
    assert_eq!(demo.aurore.end_session(&elsewhere), None);
}

#[tokio::test]
async fn unknown_issuers_are_not_found() {
    let demo = Demo::start().await;
    let address = demo.aurore.address().replace("aurore", "nobody");
    let outcome = demo.client.provider(&address).await;
    assert_eq!(outcome.expect_err("refused"), oidc::OidcError::ProviderFailed { status: 404 });
}

fn rustls_configuration() -> rustls::ClientConfig {
    rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("ring offers TLS 1.2 and 1.3")
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth()
}
