//! Writes every part of the kit, on a few realistic pages, to a folder, and measures one of them.
//!
//! `cargo run -p app --features gallery --example gallery -- FOLDER`, then serve the folder with a copy of `style/` in it.

#[path = "gallery/dutch.rs"]
mod dutch;
#[path = "gallery/french.rs"]
mod french;

use std::{fs, path::PathBuf, time::Instant};

use app::ui::{Assets, install};

/// A file name, and what renders its page.
type Page = (&'static str, fn() -> String);

const PAGES: &[Page] = &[
    ("home.html", french::home),
    ("organizations.html", french::organizations),
    ("organizations-none.html", french::no_organizations),
    ("organization.html", french::organization),
    ("room.html", french::room),
    ("result.html", french::result),
    ("screen.html", french::screen),
    ("screen-result.html", french::screen_result),
    ("form.html", dutch::form),
    ("kit.html", dutch::kit),
    ("problem.html", dutch::problem),
    ("agenda.html", dutch::agenda),
    ("index.html", french::home),
];

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder to write to"));
    fs::create_dir_all(&folder).expect("the folder can be made");
    install(Assets::from_iter([("trame.css", "style/main.css"), ("mark.svg", "style/mark.svg")]));
    for (name, render) in PAGES {
        fs::write(folder.join(name), render()).expect("the page can be written");
    }
    let rounds: u32 = 2_000;
    let start = Instant::now();
    let bytes: usize = (0..rounds).map(|_| french::organizations().len()).sum();
    println!("{} bytes, {:?} each", bytes / rounds as usize, start.elapsed() / rounds);
}
