//! A million ranked ballots with twenty candidates: makes the file, or counts one.
//!
//! ```text
//! million write FILE [BALLOTS]
//! million METHOD SEATS FILE
//! ```
//!
//! The second form prints what took how long and the most memory that the process held. The file is the same wherever
//! it is made: every voter ranks from three to all of twenty candidates, popular ones earlier more often.

use std::{
    env, fs,
    io::{self, BufWriter, Write},
    process::ExitCode,
    time::Instant,
};

use counting::{BallotKind, Method, Options, count, formats};

const CANDIDATES: usize = 20;

/// The generator of Steele, Lea and Flood (SplitMix, 2014): small, and good enough for ballots.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
}

fn write(path: &str, ballots: u64) -> io::Result<()> {
    let mut file = BufWriter::new(fs::File::create(path)?);
    let mut chance = Chance(20);
    writeln!(file, "{CANDIDATES} 5")?;
    for _ in 0..ballots {
        let length = 3 + chance.below(CANDIDATES as u64 - 2) as usize;
        let mut left: Vec<u64> = (1..=CANDIDATES as u64).collect();
        write!(file, "1")?;
        for _ in 0..length {
            // Candidate n is chosen with the weight 40 − n among those who are left.
            let sum: u64 = left.iter().map(|number| 40 - number).sum();
            let mut point = chance.below(sum);
            let at = left.iter().position(|number| {
                let weight = 40 - number;
                let here = point < weight;
                point = point.saturating_sub(weight);
                here
            });
            write!(file, " {}", left.remove(at.unwrap_or(0)))?;
        }
        writeln!(file, " 0")?;
    }
    writeln!(file, "0")?;
    for number in 1..=CANDIDATES {
        writeln!(file, "\"Candidate {number}\"")?;
    }
    writeln!(file, "\"{ballots} ballots\"")?;
    file.flush()
}

fn measure(method: Method, seats: usize, path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let content = fs::read(path)?;
    let file = formats::read(formats::Format::Blt, &content, BallotKind::Ranked)?;
    drop(content);
    let read = start.elapsed();
    let election = file.election.with_seats(seats)?;
    let start = Instant::now();
    let outcome = count(method, &election, &Options::default())?;
    let counted = start.elapsed();
    let all = outcome.turnout.valid;
    println!("{method}, {seats} seats, {all} ballots: elected {}", outcome.elected.join(", "));
    println!("read {:.2} s, counted {:.2} s, most memory {} MB", read.as_secs_f64(), counted.as_secs_f64(), peak());
    Ok(())
}

/// The most memory that the process held, in megabytes, as Linux tells it; zero elsewhere.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1000
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["write", path] => write(path, 1_000_000).map_err(Into::into),
        ["write", path, ballots] => match ballots.parse() {
            Ok(ballots) => write(path, ballots).map_err(Into::into),
            Err(error) => Err(Box::from(error)),
        },
        [method, seats, path] => match (method.parse(), seats.parse()) {
            (Ok(method), Ok(seats)) => measure(method, seats, path),
            (Err(error), _) => Err(Box::from(error)),
            (_, Err(error)) => Err(Box::from(error)),
        },
        _ => Err("million write FILE [BALLOTS] | million METHOD SEATS FILE".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
