//! The program itself, as an administrator starts it.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
};

use sea_orm::{ConnectOptions, ConnectionTrait, Database};

/// A folder of its own for every test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("trame-{}", uuid::Uuid::new_v4()));
        fs::create_dir(&folder).expect("a temporary folder can be made");
        Self(folder)
    }

    fn trame(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trame"));
        command.args(arguments).current_dir(&self.0);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TRAME_")) {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.trame(arguments).output().expect("trame starts")
    }

    async fn sql(&self, statement: &str) {
        let database = format!("sqlite://{}/data/trame.db", self.0.display());
        let mut options = ConnectOptions::new(database);
        // See `entities::database`.
        options.idle_timeout(None).max_lifetime(None);
        let database = Database::connect(options).await.expect("the database opens");
        database.execute_unprepared(statement).await.expect(statement);
        database.close().await.expect("the database closes");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn free_port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port().to_string()
}

/// A running server; what it printed before it was ready.
struct Running {
    process: Child,
    lines: Vec<String>,
    port: String,
}

impl Running {
    /// Waits until the line that is printed last.
    fn start(mut command: Command, port: &str, last: &str) -> Self {
        command.args(["--port", port]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("trame starts");
        let output = process.stdout.take().expect("its output");
        let mut lines = Vec::new();
        for line in BufReader::new(output).lines() {
            lines.push(line.expect("text"));
            if lines.last().is_some_and(|line| line.contains(last)) {
                break;
            }
        }
        Self { process, lines, port: port.to_owned() }
    }

    /// Asks for a page. The listener was bound before anything was printed, so it waits if it must.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(format!("127.0.0.1:{}", self.port)).expect("a connection");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port)
            .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("text");
        answer
    }

    /// Ends it as an administrator or the system does.
    fn stop(mut self) -> bool {
        let pid = self.process.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().expect("kill");
        self.process.wait().expect("it ends").success()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn without_configuration_it_serves_an_empty_network_and_prints_a_link() {
    let folder = Folder::new();
    let port = free_port();
    let server = Running::start(folder.trame(&["serve"]), &port, "/sign-in/link/");
    let address = format!("http://127.0.0.1:{port}");
    assert!(server.lines.iter().any(|line| line.contains(&address)), "{:?}", server.lines);
    let link = server.lines.last().and_then(|line| line.strip_prefix(&address)).expect("a link").to_owned();
    assert!(folder.0.join("data/trame.db").is_file());
    assert!(server.get("/health").starts_with("HTTP/1.1 200"));
    let page = server.get(&link);
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(server.get("/demo/idp/aurore/jwks").starts_with("HTTP/1.1 404"), "no demo provider");
    assert!(server.stop());
    // Somebody is there now: no second link.
    let again = Running::start(folder.trame(&["serve"]), &port, "Trame is at");
    assert!(again.get("/health").starts_with("HTTP/1.1 200"));
    assert!(again.stop());
    let invited = folder.run(&["admin", "invite", "Présidente", "presidente@example.org"]);
    assert!(invited.status.success() && said(&invited).contains("/sign-in/link/"), "{}", said(&invited));
    let unknown = folder.run(&["admin", "invite", "Présidente", "presidente@example.org", "--network", "nowhere"]);
    assert!(!unknown.status.success() && said(&unknown).contains("no network"), "{}", said(&unknown));
    let wrong = folder.run(&["admin", "invite", "Présidente", "nobody"]);
    assert!(!wrong.status.success() && said(&wrong).contains("address"), "{}", said(&wrong));
}

#[test]
fn the_demo_stays_on_this_machine() {
    let folder = Folder::new();
    let refused = folder.trame(&["demo"]).env("TRAME_LISTEN", "0.0.0.0:0").output().expect("trame starts");
    assert!(!refused.status.success() && said(&refused).contains("this machine only"), "{}", said(&refused));
    assert!(!folder.0.join("data").exists());
}

#[test]
fn the_demo_is_written_once_and_follows_its_port() {
    let folder = Folder::new();
    let port = free_port();
    let server = Running::start(folder.trame(&["demo"]), &port, "To sign in");
    assert!(server.lines[0].contains("has been written"), "{:?}", server.lines);
    assert!(server.get("/").starts_with("HTTP/1.1 200"));
    let issuer = |port: &str| format!("\"issuer\":\"http://127.0.0.1:{port}/demo/idp/aurore\"");
    assert!(server.get("/demo/idp/aurore/.well-known/openid-configuration").contains(&issuer(&port)));
    assert!(server.stop());
    let port = free_port();
    let server = Running::start(folder.trame(&["demo"]), &port, "To sign in");
    assert!(!server.lines[0].contains("has been written"), "{:?}", server.lines);
    assert!(server.get("/demo/idp/aurore/.well-known/openid-configuration").contains(&issuer(&port)));
    assert!(server.get("/demo/mailbox").contains("@aurore.example"));
    assert!(server.stop());
    let whole = folder.run(&["journal", "verify", "--database-url", "sqlite:data/demo.db"]);
    assert!(whole.status.success(), "{}", said(&whole));
}

#[test]
fn mistakes_are_named() {
    let folder = Folder::new();
    fs::write(folder.0.join("trame.toml"), "databse_url = \"sqlite:x.db\"").expect("written");
    let typo = folder.run(&["migrate"]);
    assert!(!typo.status.success() && said(&typo).contains("databse_url"), "{}", said(&typo));
    let elsewhere = folder.run(&["migrate", "--config", "nowhere.toml"]);
    assert!(!elsewhere.status.success() && said(&elsewhere).contains("nowhere.toml"), "{}", said(&elsewhere));
    fs::remove_file(folder.0.join("trame.toml")).expect("removed");
    let address = folder.run(&["migrate", "--database-url", "mysql://localhost/trame"]);
    assert!(!address.status.success() && said(&address).contains("sqlite: or postgres:"), "{}", said(&address));
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let busy = folder.run(&["serve", "--port", &port]);
    assert!(!busy.status.success() && said(&busy).contains("cannot listen"), "{}", said(&busy));
}

/// A journal of a few lines. Returns the noted head, `SEQUENCE:HASH`.
fn with_journal(folder: &Folder) -> String {
    for address in ["a@example.org", "b@example.org", "c@example.org"] {
        let invited = folder.run(&["admin", "invite", "Somebody", address]);
        assert!(invited.status.success(), "{}", said(&invited));
    }
    let verified = folder.run(&["journal", "verify"]);
    assert!(verified.status.success(), "{}", said(&verified));
    let told = said(&verified);
    told.lines().find_map(|line| line.strip_prefix("Head:")).expect("a head").trim().to_owned()
}

fn verify(folder: &Folder, arguments: &[&str]) -> (bool, String) {
    let output = folder.run(&[&["journal", "verify"], arguments].concat());
    (output.status.success(), said(&output))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_altered_line_of_the_journal_is_found() {
    for column in ["actor", "network", "kind", "payload"] {
        let folder = Folder::new();
        with_journal(&folder);
        folder.sql(&format!("UPDATE journal SET {column} = {column} || ' ' WHERE sequence = 2")).await;
        let (whole, told) = verify(&folder, &[]);
        assert!(!whole && told.contains("line 2 was altered"), "{column}: {told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_line_of_the_journal_is_found() {
    let folder = Folder::new();
    let head = with_journal(&folder);
    let last: i64 = head.split_once(':').and_then(|(last, _)| last.parse().ok()).expect("a number");
    folder.sql(&format!("DELETE FROM journal WHERE sequence = {last}")).await;
    let (whole, told) = verify(&folder, &[]);
    assert!(!whole && told.contains("last lines are missing"), "{told}");
    folder.sql("DELETE FROM journal WHERE sequence = 2").await;
    let (whole, told) = verify(&folder, &[]);
    assert!(!whole && told.contains("line 2 is missing"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn reordered_lines_of_the_journal_are_found() {
    let folder = Folder::new();
    with_journal(&folder);
    for (from, to) in [(2, -1), (3, 2), (-1, 3)] {
        folder.sql(&format!("UPDATE journal SET sequence = {to} WHERE sequence = {from}")).await;
    }
    let (whole, told) = verify(&folder, &[]);
    assert!(!whole && told.contains("line 2 was altered"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_noted_head_finds_a_journal_that_was_written_anew() {
    let folder = Folder::new();
    let head = with_journal(&folder);
    assert!(verify(&folder, &["--expect", &head]).0);
    let invited = folder.run(&["admin", "invite", "Somebody", "d@example.org"]);
    assert!(invited.status.success());
    assert!(verify(&folder, &["--expect", &head]).0, "the journal has grown and the noted line is still there");
    let other = format!("2:{}", "0".repeat(64));
    let (whole, told) = verify(&folder, &["--expect", &other]);
    assert!(!whole && told.contains("line 2 has the hash"), "{told}");
    let later = format!("999:{}", "0".repeat(64));
    let (whole, told) = verify(&folder, &["--expect", &later]);
    assert!(!whole && told.contains("no line 999"), "{told}");
    assert!(!verify(&folder, &["--expect", "nonsense"]).0);
    // Everything cut off and the head set back: whole in itself, and not the one that was noted.
    folder.sql("DELETE FROM journal WHERE sequence > 1").await;
    folder.sql("UPDATE journal_head SET sequence = 1, hash = (SELECT hash FROM journal WHERE sequence = 1)").await;
    assert!(verify(&folder, &[]).0);
    assert!(!verify(&folder, &["--expect", &head]).0);
}

const BOARD: &str = "4 2\n5 1 2 3 0\n4 2 1 0\n3 3 4 0\n2 4 3 0\n0\n\"Ada\"\n\"Bo\"\n\"Cleo\"\n\"Dan\"\n\"Board\"\n";

#[test]
fn ballots_are_counted_without_a_server() {
    let folder = Folder::new();
    fs::write(folder.0.join("board.blt"), BOARD).expect("written");
    // A wrong configuration is nothing to a count.
    fs::write(folder.0.join("trame.toml"), "listen = 7").expect("written");
    let json = folder.run(&["count", "--method", "stv-scottish", "--seats", "2", "board.blt", "--json"]);
    assert!(json.status.success(), "{}", said(&json));
    let outcome: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(outcome["elected"], serde_json::json!(["Ada", "Cleo"]));
    assert_eq!(outcome["tied"], serde_json::json!([]));
    assert!(outcome["rounds"].as_array().is_some_and(|rounds| !rounds.is_empty()));
    for method in counting::Method::ALL {
        let seats = if method == counting::Method::Irv { "1" } else { "2" };
        let counted = folder.run(&["count", "--method", method.name(), "--seats", seats, "board.blt", "--seed", "x"]);
        assert_eq!(
            counted.status.success(),
            method != counting::Method::MajorityJudgment,
            "{method}: {}",
            said(&counted)
        );
    }
    let told = folder.run(&["count", "--method", "schulze", "--seats", "1", "board.blt", "--language", "nl"]);
    assert!(said(&told).contains("Verkozen: Ada."), "{}", said(&told));
    let french =
        folder.trame(&["count", "--method", "borda", "board.blt"]).env("LC_ALL", "fr_FR").output().expect("counted");
    assert!(said(&french).contains("Personnes élues"), "{}", said(&french));
    // A tie is named, and a lot breaks it.
    fs::write(folder.0.join("tie.csv"), "Ada,7\nBo,7\n").expect("written");
    let tie = folder.run(&["count", "--method", "plurality", "tie.csv", "--json"]);
    let outcome: serde_json::Value = serde_json::from_slice(&tie.stdout).expect("JSON");
    assert_eq!((&outcome["elected"], &outcome["tied"]), (&serde_json::json!([]), &serde_json::json!([["Ada", "Bo"]])));
    let drawn = folder.run(&["count", "--method", "plurality", "tie.csv", "--seed", "2026", "--json"]);
    let outcome: serde_json::Value = serde_json::from_slice(&drawn.stdout).expect("JSON");
    assert_eq!(outcome["elected"].as_array().map(Vec::len), Some(1));
}

#[test]
fn ballots_that_cannot_be_counted_say_why() {
    let folder = Folder::new();
    let refused = |name: &str, content: &str, method: &str, code: i32, why: &str| {
        fs::write(folder.0.join(name), content).expect("written");
        let output = folder.run(&["count", "--method", method, name]);
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        assert!(said(&output).contains(why), "{}", said(&output));
    };
    refused(
        "board.blt",
        &BOARD.replace("4 2 1 0", "4 2 7 0"),
        "irv",
        1,
        "board.blt: line 3: there is no candidate number 7",
    );
    refused("board.pdf", BOARD, "irv", 1, "the ending of the name");
    refused("board.blt", BOARD, "majority-judgment", 1, "no grades");
    refused("board.blt", BOARD, "coin", 2, "possible values");
    let missing = folder.run(&["count", "--method", "irv", "nowhere.blt"]);
    assert_eq!(missing.status.code(), Some(1), "{}", said(&missing));
}
