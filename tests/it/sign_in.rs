//! Signing in, from the page to the database, at true providers over loopback.

use domain::{people::Role, sign_in::UnknownPerson};
use entities::{people::mandate, sign_in::session};
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::{
    providers::{CLIENT, Federation, account, at_provider},
    support::for_each_database,
};

#[tokio::test]
async fn somebody_signs_in_at_the_own_association_and_out_again() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut browser = federation.world.browser();
        let page = browser.get("/sign-in?next=/account").await;
        assert!(page.status.is_success() && page.body.contains("Aurore"), "{}", page.body);
        let begun = browser.post("/sign-in", &[("address", "Admin@Aurore.example "), ("next", "/account")]).await;
        let back = at_provider(&federation.aurore.issuer, &begun, "admin");
        let arrived = browser.get(&back).await;
        assert_eq!((arrived.status, arrived.location.as_deref()), (StatusCode::SEE_OTHER, Some("/account")));
        let cookie = arrived.headers.get_all("set-cookie").iter().find(|line| line.as_bytes().starts_with(b"session="));
        let cookie = cookie.expect("a session").to_str().expect("text");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let page = browser.get("/account").await;
        assert!(page.body.contains("Admin of aurore") && page.body.contains("Firefox, Linux"), "{}", page.body);
        let lines = federation.journal("sign_in").await;
        assert_eq!(lines, [json!({ "method": "oidc" })]);

        // Only the hash is stored, and a second sign-in gives another identifier and ends the first.
        let first = browser.cookie("session").expect("a session").to_owned();
        let rows = session::Entity::find().all(federation.world.services.store().read()).await.expect("sessions");
        assert_eq!(rows.len(), 1);
        assert_ne!(rows[0].id_hash, first);
        federation.sign_in(&mut browser, &federation.aurore, "admin").await;
        assert_ne!(browser.cookie("session"), Some(first.as_str()));
        let mut old = federation.world.browser();
        old.set_cookie("session", &first);
        assert_eq!(old.get("/account").await.status, StatusCode::UNAUTHORIZED);

        let left = browser.post("/sign-out", &[]).await;
        assert!(left.body.contains("/end-session?id_token_hint="), "{}", left.body);
        assert_eq!(browser.get("/account").await.status, StatusCode::UNAUTHORIZED);
        let state = browser.cookie("sign-out").expect("a state").to_owned();
        let other = browser.clone().get("/sign-out/return?state=other").await;
        assert_eq!(other.location.as_deref(), Some("/"));
        let ours = browser.get(&format!("/sign-out/return?state={state}")).await;
        assert_eq!(ours.location.as_deref(), Some("/?done=signed-out"));
    })
    .await;
}

#[tokio::test]
async fn unknown_people_are_refused_wait_or_are_taken_in() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let aurore = &federation.aurore;
        let new = account("new", Some("new@aurore.example"), true, &[]);
        let unverified = account("unverified", Some("unverified@aurore.example"), false, &[]);
        let admin = account("admin", Some("admin@aurore.example"), true, &[]);
        aurore.issuer.set_people(vec![admin, new, unverified]);

        let mut browser = federation.world.browser();
        let refused = federation.sign_in(&mut browser, aurore, "new").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "unknown");
        assert!(browser.cookie("session").is_none());

        federation.set(aurore.connection, UnknownPerson::AskApproval, json!([])).await;
        for _ in 0..2 {
            let waiting = federation.sign_in(&mut browser, aurore, "new").await;
            assert!(waiting.status.is_success() && waiting.body.contains("passed on"), "{}", waiting.body);
        }
        assert_eq!(federation.journal("approval_asked").await.len(), 1);
        let mut administrator = federation.signed_in(aurore, "admin").await;
        let page = administrator.get("/o/aurore/approvals").await;
        let action = page.body.split("action=\"").find(|part| part.starts_with("/o/aurore/approvals/"));
        let action = action.expect("a form").split('"').next().expect("an action").to_owned();
        let mut stranger = federation.signed_in(&federation.coallia, "admin").await;
        assert_eq!(stranger.post(&action, &[("decision", "grant")]).await.status, StatusCode::NOT_FOUND);
        let granted = administrator.post(&action, &[("decision", "grant")]).await;
        assert_eq!(granted.status, StatusCode::SEE_OTHER);
        assert_eq!(administrator.post(&action, &[("decision", "grant")]).await.status, StatusCode::CONFLICT);
        federation.sign_in(&mut browser, aurore, "new").await;
        assert!(browser.cookie("session").is_some());

        federation.set(aurore.connection, UnknownPerson::CreateStaff, json!([])).await;
        let refused = federation.sign_in(&mut federation.world.browser(), aurore, "unverified").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "address_unverified");
    })
    .await;
}

#[tokio::test]
async fn roles_follow_the_claims_of_each_sign_in() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let aurore = &federation.aurore;
        let rules = json!([
            { "claim": "groups", "value": "delegates", "role": "delegate" },
            { "claim": "groups", "value": "all", "role": "network_administrator" },
        ]);
        federation.set(aurore.connection, UnknownPerson::CreateStaff, rules).await;
        let mut browser = federation.world.browser();
        let held = async || {
            let rows = mandate::Entity::find()
                .filter(mandate::Column::Source.eq("claims"))
                .all(federation.world.services.store().read())
                .await
                .expect("mandates");
            rows.into_iter().filter(|row| row.ends_on.is_none()).map(|row| row.role).collect::<Vec<_>>()
        };
        let with =
            |groups: &[&str]| aurore.issuer.set_people(vec![account("new", Some("n@aurore.example"), true, groups)]);
        with(&["delegates", "all"]);
        federation.sign_in(&mut browser, aurore, "new").await;
        assert_eq!(held().await, [Role::Delegate.as_str()]);
        federation.world.time.pass_minutes(2 * 24 * 60);
        with(&[]);
        let refused = federation.sign_in(&mut browser, aurore, "new").await;
        assert!(held().await.is_empty());
        // The claim was all that this person had.
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "no-mandate");
        with(&["delegates"]);
        federation.sign_in(&mut browser, aurore, "new").await;
        assert_eq!(held().await, [Role::Delegate.as_str()]);
        assert_eq!(federation.people().await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn an_address_that_moved_to_another_members_domain_is_refused() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let moved = account("admin", Some("admin@coallia.example"), true, &[]);
        federation.aurore.issuer.set_people(vec![moved]);
        let refused = federation.sign_in(&mut federation.world.browser(), &federation.aurore, "admin").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("changed domain") || refused.body.contains("domain"), "{}", refused.body);
        assert_eq!(federation.last_refusal().await, "address_moved");
        let person = federation.person(federation.aurore.administrator).await;
        assert_eq!(person.email.as_deref(), Some("admin@aurore.example"));
        let within = account("admin", Some("a.new.name@aurore.example"), true, &[]);
        federation.aurore.issuer.set_people(vec![within]);
        federation.signed_in(&federation.aurore, "admin").await;
        let person = federation.person(federation.aurore.administrator).await;
        assert_eq!(person.email.as_deref(), Some("a.new.name@aurore.example"));
    })
    .await;
}

#[tokio::test]
async fn nobody_becomes_somebody_else_by_an_address() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let (aurore, coallia) = (&federation.aurore, &federation.coallia);
        federation.set(aurore.connection, UnknownPerson::CreateStaff, json!([])).await;
        federation.set(coallia.connection, UnknownPerson::CreateStaff, json!([])).await;
        // Another member's provider says that somebody has the address of Aurore's administrator.
        coallia.issuer.set_people(vec![account("thief", Some("admin@aurore.example"), true, &[])]);
        let refused = federation.sign_in(&mut federation.world.browser(), coallia, "thief").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "foreign_domain");
        // Aurore's own provider says it of another account; and the other member's of the same subject.
        aurore.issuer.set_people(vec![account("second", Some("admin@aurore.example"), true, &[])]);
        let mut browser = federation.signed_in(aurore, "second").await;
        assert!(!browser.get("/account").await.body.contains("Admin of aurore"));
        coallia.issuer.set_people(vec![account("second", Some("second@coallia.example"), true, &[])]);
        let mut other = federation.signed_in(coallia, "second").await;
        assert_eq!(other.get("/o/aurore/connection").await.status, StatusCode::NOT_FOUND);
        assert_eq!(federation.people().await.len(), 5);
    })
    .await;
}

#[tokio::test]
async fn an_answer_counts_once_and_in_one_browser() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let issuer = &federation.aurore.issuer;
        let mut browser = federation.world.browser();
        let begun = browser.get("/sso/aurore").await;
        let back = at_provider(issuer, &begun, "admin");
        let mut other = federation.world.browser();
        other.get("/sso/aurore").await;
        let elsewhere = other.get(&back).await;
        assert_eq!(elsewhere.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "state-mismatch");
        assert_eq!(browser.get(&back).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the attempt is used up");

        let begun = browser.get("/sso/aurore").await;
        let back = at_provider(issuer, &begun, "admin");
        assert_eq!(browser.get(&back).await.status, StatusCode::SEE_OTHER);
        let replayed = browser.get(&back).await;
        assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(replayed.body.contains("state-mismatch") && replayed.body.contains("/sign-in"), "{}", replayed.body);

        let begun = browser.get("/sso/aurore").await;
        let back = at_provider(issuer, &begun, "admin");
        federation.world.time.pass_minutes(21);
        assert_eq!(browser.get(&back).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "attempt-expired");

        let begun = browser.get("/sso/aurore").await;
        let declined = at_provider(issuer, &begun, "nobody");
        assert_eq!(browser.get(&declined).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "provider-error");
        assert_eq!(browser.get("/sign-in/callback").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_code_of_another_associations_flow_is_refused() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut attacker = federation.world.browser();
        let begun = attacker.get("/sso/coallia").await;
        let foreign = at_provider(&federation.coallia.issuer, &begun, "admin");
        let code = foreign.split("code=").nth(1).and_then(|rest| rest.split('&').next()).expect("a code");
        let foreign_iss = foreign.split("iss=").nth(1).expect("an issuer");

        for (iss, refusal) in [(Some(foreign_iss), "callback-issuer-mismatch"), (None, "token-refused")] {
            let mut browser = federation.world.browser();
            let begun = browser.get("/sso/aurore").await;
            let own = at_provider(&federation.aurore.issuer, &begun, "admin");
            let state = own.split("state=").nth(1).and_then(|rest| rest.split('&').next()).expect("a state");
            let iss = iss.unwrap_or_else(|| own.split("iss=").nth(1).expect("an issuer"));
            let forged = format!("/sign-in/callback?code={code}&state={state}&iss={iss}");
            assert_eq!(browser.get(&forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(federation.last_refusal().await, refusal);
            assert!(browser.cookie("session").is_none());
        }
    })
    .await;
}

#[tokio::test]
async fn a_provider_ends_sessions_once_by_its_own_word() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let aurore = &federation.aurore;
        let mut browser = federation.signed_in(aurore, "admin").await;
        let mut machine = federation.world.browser();
        let foreign = federation.coallia.issuer.logout_token(CLIENT, "admin", None);
        let wrong_audience = aurore.issuer.logout_token("another client", "admin", None);
        for token in [foreign.as_str(), wrong_audience.as_str(), "no token", ""] {
            let answer = machine.post("/sso/aurore/logout", &[("logout_token", token)]).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        }
        assert_eq!(machine.post("/sso/nowhere/logout", &[("logout_token", "x")]).await.status, StatusCode::BAD_REQUEST);
        assert!(browser.get("/account").await.status.is_success());
        let other_session = aurore.issuer.logout_token(CLIENT, "admin", Some("another session"));
        assert_eq!(
            machine.post("/sso/aurore/logout", &[("logout_token", &other_session)]).await.status,
            StatusCode::OK
        );
        assert!(browser.get("/account").await.status.is_success());
        let token = aurore.issuer.logout_token(CLIENT, "admin", None);
        let answer = machine.post("/sso/aurore/logout", &[("logout_token", &token)]).await;
        assert_eq!((answer.status, answer.headers["cache-control"].as_bytes()), (StatusCode::OK, &b"no-store"[..]));
        assert_eq!(browser.get("/account").await.status, StatusCode::UNAUTHORIZED);
        federation.sign_in(&mut browser, aurore, "admin").await;
        let replayed = machine.post("/sso/aurore/logout", &[("logout_token", &token)]).await;
        assert_eq!(replayed.status, StatusCode::BAD_REQUEST);
        assert!(browser.get("/account").await.status.is_success());
    })
    .await;
}

#[tokio::test]
async fn a_session_is_revoked_and_grows_old() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let mut phone = federation.signed_in(&federation.aurore, "admin").await;
        let mut laptop = federation.signed_in(&federation.aurore, "admin").await;
        let mut stranger = federation.signed_in(&federation.coallia, "admin").await;
        let page = laptop.get("/account").await;
        let id = page.body.split("name=\"session\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let id = id.expect("the phone's session").to_owned();
        let foreign = stranger.post("/account/sessions/end", &[("session", &id)]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        assert!(phone.get("/account").await.status.is_success());
        assert_eq!(laptop.post("/account/sessions/end", &[("session", &id)]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(phone.get("/account").await.status, StatusCode::UNAUTHORIZED);
        federation.sign_in(&mut phone, &federation.aurore, "admin").await;
        laptop.post("/account/sessions/end-others", &[]).await;
        assert_eq!(phone.get("/account").await.status, StatusCode::UNAUTHORIZED);
        assert!(laptop.get("/account").await.status.is_success());
        federation.world.time.pass_minutes(15 * 24 * 60);
        assert_eq!(laptop.get("/account").await.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}

#[tokio::test]
async fn a_second_identity_is_attached_only_from_an_open_session() {
    for_each_database(async |world| {
        let federation = Federation::build(world).await;
        let aurore = &federation.aurore;
        let admin = account("admin", Some("admin@aurore.example"), true, &[]);
        aurore.issuer.set_people(vec![admin, account("second", Some("second@aurore.example"), true, &[])]);
        let mut anonymous = federation.world.browser();
        let refused = anonymous.post("/account/link", &[("organization", "aurore")]).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
        let mut browser = federation.signed_in(aurore, "admin").await;
        // Only at an organization to which one belongs.
        let foreign = browser.post("/account/link", &[("organization", "coallia")]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        let begun = browser.post("/account/link", &[("organization", "aurore")]).await;
        let back = at_provider(&aurore.issuer, &begun, "second");
        let linked = browser.get(&back).await;
        assert_eq!(linked.location.as_deref(), Some("/account?done=identity-linked"));
        let mut second = federation.signed_in(aurore, "second").await;
        assert!(second.get("/account").await.body.contains("Admin of aurore"));
        // The session ended while the person was away: nothing is attached.
        let begun = browser.post("/account/link", &[("organization", "aurore")]).await;
        let back = at_provider(&aurore.issuer, &begun, "second");
        second.post("/account/sessions/end-others", &[]).await;
        assert_eq!(browser.get(&back).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(federation.last_refusal().await, "session-ended");
    })
    .await;
}
