//! Letters on their way: delivered once, tried again, given up; over a real mail server.

use std::{
    path::Path,
    process::{Command, Stdio},
    sync::{Arc, Mutex},
};

use entities::{
    Store,
    mail::{job, letter},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use services::{Error, mail::LETTER_JOB};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use trame_server::{Smtp, jobs::Worker, mail::Mailer};
use uuid::Uuid;

use crate::support::for_each_database;

/// Writes a letter with its job, as the services do.
async fn write_letter(store: &Store) -> Uuid {
    let written = store.write(|unit| {
        Box::pin(async move {
            let id = unit.id();
            let letter = letter::ActiveModel {
                id: Set(id),
                network_id: Set(None),
                person_id: Set(None),
                to_address: Set("presidence@ikambere.example".into()),
                to_name: Set("Présidente (Ikambere)".into()),
                subject: Set("Assemblée générale du 14 août".into()),
                body: Set("Bonjour,\n\nÀ bientôt.\n.\nhttps://trame.test/n/reseau".into()),
                calendar: Set(None),
                kind: Set("convocation".into()),
                message_id: Set(format!("{id}@trame")),
                created_at: Set(unit.now()),
                sent_at: Set(None),
            };
            letter::Entity::insert(letter).exec_without_returning(unit.write()).await?;
            let job = job::ActiveModel {
                id: Set(id),
                kind: Set(LETTER_JOB.into()),
                payload: Set(serde_json::json!({ "letter": id })),
                run_at: Set(unit.now()),
                attempts: Set(0),
                locked_until: Set(None),
                done_at: Set(None),
                last_error: Set(None),
            };
            job::Entity::insert(job).exec_without_returning(unit.write()).await?;
            Ok::<_, Error>(id)
        })
    });
    written.await.expect("a letter")
}

async fn state(store: &Store, id: Uuid) -> (job::Model, letter::Model) {
    let job = job::Entity::find_by_id(id).one(store.read()).await.expect("an answer").expect("the job");
    let letter = letter::Entity::find_by_id(id).one(store.read()).await.expect("an answer").expect("the letter");
    (job, letter)
}

fn mailer(port: u16) -> Mailer {
    let smtp = Smtp { url: format!("smtp://127.0.0.1:{port}"), from: "Trame <trame@trame.test>".into() };
    Mailer::new(&smtp).expect("a mailer")
}

/// A mail server that answers recipients as it is told, `250` when it is told nothing more.
struct MailServer {
    port: u16,
    taken: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    async fn start(answers: &[&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let taken = Arc::<Mutex<Vec<String>>>::default();
        let answers = Arc::new(Mutex::new(answers.iter().rev().copied().collect::<Vec<_>>()));
        let letters = Arc::clone(&taken);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, Arc::clone(&answers), Arc::clone(&letters)));
            }
        });
        Self { port, taken }
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().expect("nobody panicked").clone()
    }
}

async fn converse(stream: TcpStream, answers: Arc<Mutex<Vec<&'static str>>>, taken: Arc<Mutex<Vec<String>>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let _ = write.write_all(b"220 trame.test\r\n").await;
    while let Ok(Some(line)) = lines.next_line().await {
        let word = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        let answer = match word.as_str() {
            "RCPT" => answers.lock().expect("nobody panicked").pop().unwrap_or("250 yes"),
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 yes",
        };
        let _ = write.write_all(format!("{answer}\r\n").as_bytes()).await;
        if word == "DATA" {
            let mut text = String::new();
            while let Ok(Some(line)) = lines.next_line().await {
                if line == "." {
                    break;
                }
                text += &line;
                text.push('\n');
            }
            taken.lock().expect("nobody panicked").push(text);
            let _ = write.write_all(b"250 taken\r\n").await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_delivered_once() {
    for_each_database(|world| async move {
        let server = MailServer::start(&[]).await;
        let worker = Worker::new(world.services.clone(), Some(mailer(server.port)));
        let store = world.services.store();
        let id = write_letter(store).await;
        assert_eq!(worker.round().await.expect("a round"), 1);
        assert_eq!(worker.round().await.expect("a round"), 0);
        let (job, letter) = state(store, id).await;
        assert!(job.done_at.is_some() && job.last_error.is_none() && letter.sent_at.is_some());
        let taken = server.taken();
        assert_eq!(taken.len(), 1);
        assert!(taken[0].contains(&format!("Message-ID: <{id}@trame>")), "{}", taken[0]);
        // The server died after the letter was taken and noted, before its job was: it is not sent again.
        let again =
            job::ActiveModel { id: Set(id), done_at: Set(None), run_at: Set(world.time.now()), ..Default::default() };
        store
            .write(move |unit| {
                let again = again.clone();
                Box::pin(async move { again.update(unit.write()).await.map_err(Error::from) })
            })
            .await
            .expect("changed");
        assert_eq!(worker.round().await.expect("a round"), 1);
        assert_eq!(server.taken().len(), 1);
        assert!(state(store, id).await.0.done_at.is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_asks_for_patience_gets_it() {
    for_each_database(|world| async move {
        let server = MailServer::start(&["451 come back later", "450 not yet"]).await;
        let worker = Worker::new(world.services.clone(), Some(mailer(server.port)));
        let store = world.services.store();
        let id = write_letter(store).await;
        assert_eq!(worker.round().await.expect("a round"), 1);
        let (job, letter) = state(store, id).await;
        assert!(job.done_at.is_none() && letter.sent_at.is_none());
        assert!(job.last_error.as_deref().is_some_and(|error| error.contains("come back later")), "{job:?}");
        assert_eq!(worker.round().await.expect("a round"), 0, "not at once");
        world.time.pass_minutes(1);
        assert_eq!(worker.round().await.expect("a round"), 1);
        world.time.pass_minutes(1);
        assert_eq!(worker.round().await.expect("a round"), 1);
        let (job, letter) = state(store, id).await;
        assert!(job.done_at.is_some() && job.last_error.is_none() && letter.sent_at.is_some());
        assert_eq!((job.attempts, server.taken().len()), (3, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_letter_is_given_up_at_once_and_a_missing_server_after_a_day() {
    for_each_database(|world| async move {
        let store = world.services.store();
        let server = MailServer::start(&["550 nobody of that name"]).await;
        let id = write_letter(store).await;
        let worker = Worker::new(world.services.clone(), Some(mailer(server.port)));
        assert_eq!(worker.round().await.expect("a round"), 1);
        let (job, letter) = state(store, id).await;
        assert!(job.done_at.is_some() && letter.sent_at.is_none());
        assert!(job.last_error.as_deref().is_some_and(|error| error.contains("nobody of that name")), "{job:?}");

        let closed = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = closed.local_addr().expect("an address").port();
        drop(closed);
        let worker = Worker::new(world.services.clone(), Some(mailer(port)));
        let id = write_letter(store).await;
        let mut rounds = 0;
        while state(store, id).await.0.done_at.is_none() {
            rounds += worker.round().await.expect("a round");
            world.time.pass_minutes(6 * 60);
        }
        let (job, _) = state(store, id).await;
        assert_eq!((rounds, job.attempts), (12, 12));
        assert!(job.last_error.is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_held_by_one_worker_and_letters_wait_for_a_mail_server() {
    for_each_database(|world| async move {
        let store = world.services.store();
        let id = write_letter(store).await;
        assert_eq!(Worker::new(world.services.clone(), None).round().await.expect("a round"), 0);
        assert_eq!(state(store, id).await.0.attempts, 0);
        // Another worker took it and died.
        let held = job::ActiveModel {
            id: Set(id),
            locked_until: Set(Some(world.time.now() + chrono::TimeDelta::minutes(5))),
            ..Default::default()
        };
        store
            .write(move |unit| {
                let held = held.clone();
                Box::pin(async move { held.update(unit.write()).await.map_err(Error::from) })
            })
            .await
            .expect("changed");
        let server = MailServer::start(&[]).await;
        let workers = [(); 4].map(|()| Worker::new(world.services.clone(), Some(mailer(server.port))));
        assert_eq!(workers[0].round().await.expect("a round"), 0);
        world.time.pass_minutes(6);
        let rounds = futures::future::join_all(workers.iter().map(Worker::round)).await;
        let done: usize = rounds.into_iter().map(|round| round.expect("a round")).sum();
        assert_eq!((done, server.taken().len()), (1, 1));
    })
    .await;
}

/// The version of aiosmtpd that the letters are read with.
const AIOSMTPD: &str = "aiosmtpd==1.4.6";

/// Serves until its input ends; every letter becomes a file in a Maildir.
const SERVE: &str = r"
import sys
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
controller = Controller(Mailbox(sys.argv[1]), hostname='127.0.0.1', port=int(sys.argv[2]))
controller.start()
print('ready', flush=True)
sys.stdin.read()
controller.stop()
";

/// Decodes a letter as a mail program would.
const READ: &str = r"
import email, email.policy, sys
message = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
sys.stdout.reconfigure(encoding='utf-8')
for name in ['From', 'To', 'Subject', 'Message-ID', 'Auto-Submitted', 'Content-Type']:
    print(name + ': ' + str(message[name]))
print(message.get_content())
";

#[tokio::test(flavor = "multi_thread")]
async fn a_real_mail_server_takes_a_letter() {
    let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("aiosmtpd");
    let python = |library: &Path| {
        let mut python = Command::new("python3");
        python.env("PYTHONPATH", library);
        python
    };
    if !library.join("aiosmtpd").exists() {
        let mut pip = python(&library);
        pip.env("PIP_ROOT_USER_ACTION", "ignore");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"])
            .arg(&library)
            .arg(AIOSMTPD);
        if !pip.status().is_ok_and(|status| status.success()) {
            eprintln!("skipped: aiosmtpd needs the Debian package python3-pip");
            return;
        }
    }
    for_each_database(|world| {
        let library = library.clone();
        async move {
            let folder = std::env::temp_dir().join(format!("trame-mail-{}", Uuid::new_v4()));
            let free = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let port = free.local_addr().expect("an address").port();
            drop(free);
            let mut server = python(&library)
                .args(["-c", SERVE])
                .arg(&folder)
                .arg(port.to_string())
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .expect("python3 starts");
            let mut ready = String::new();
            let output = server.stdout.take().expect("its output");
            std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut ready).expect("a line");
            assert_eq!(ready.trim(), "ready");
            let id = write_letter(world.services.store()).await;
            let worker = Worker::new(world.services.clone(), Some(mailer(port)));
            assert_eq!(worker.round().await.expect("a round"), 1);
            assert_eq!(state(world.services.store(), id).await.0.last_error, None);
            let files: Vec<_> = std::fs::read_dir(folder.join("new")).expect("a Maildir").collect();
            assert_eq!(files.len(), 1);
            let file = files[0].as_ref().expect("a file").path();
            let read = python(&library).args(["-c", READ]).arg(&file).output().expect("python3 starts");
            let text = String::from_utf8(read.stdout).expect("text");
            for part in [
                "From: Trame <trame@trame.test>",
                "\"Présidente (Ikambere)\" <presidence@ikambere.example>",
                "Subject: Assemblée générale du 14 août",
                &format!("Message-ID: <{id}@trame>"),
                "Auto-Submitted: auto-generated",
                "charset=\"utf-8\"",
                "Bonjour,\n\nÀ bientôt.\n.\nhttps://trame.test/n/reseau",
            ] {
                assert!(text.contains(part), "{part} is not in:\n{text}");
            }
            drop(server.stdin.take());
            server.wait().expect("it ends");
            let _ = std::fs::remove_dir_all(folder);
        }
    })
    .await;
}
