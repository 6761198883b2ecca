//! How many tests ran, read from what the test programs print.

use std::ops::AddAssign;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

/// The outcome of some tests.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were not run although they were chosen.
    pub skipped: u64,
}

impl Tally {
    /// Reads the closing line of a Rust test program; any other line is none.
    pub fn of_test_result(line: &str) -> Option<Self> {
        let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
        let mut tally = Self::default();
        for count in counts.split("; ") {
            let (number, what) = count.split_once(' ')?;
            match what {
                "passed" => tally.passed = number.parse().ok()?,
                "failed" => tally.failed = number.parse().ok()?,
                "ignored" => tally.skipped = number.parse().ok()?,
                _ => {}
            }
        }
        Some(tally)
    }

    /// Reads the report that Playwright writes as JSON. A test that passed only when it was repeated has failed.
    pub fn of_playwright(report: &str) -> Result<Self> {
        let report: Value = serde_json::from_str(report).context("Playwright's report")?;
        let count = |name: &str| report["stats"][name].as_u64().with_context(|| format!("no stats.{name}"));
        Ok(Self {
            passed: count("expected")?,
            failed: count("unexpected")? + count("flaky")?,
            skipped: count("skipped")?,
        })
    }

    /// A program that fails without saying that a test failed is one failure: it crashed, or never got to its tests.
    pub fn or_one_failure(mut self, succeeded: bool) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// Suites in the order in which they ran.
#[derive(Default)]
pub struct Report {
    suites: Vec<(&'static str, Tally, Duration)>,
}

impl Report {
    /// Adds a suite that ran.
    pub fn add(&mut self, suite: &'static str, tally: Tally, took: Duration) {
        self.suites.push((suite, tally, took));
    }

    /// The sum of all suites.
    pub fn total(&self) -> Tally {
        let mut total = Tally::default();
        for (_, tally, _) in &self.suites {
            total += *tally;
        }
        total
    }

    /// One line per suite; the last line is the sum.
    pub fn print(&self) {
        println!();
        for (suite, tally, took) in &self.suites {
            println!("{suite:<12} {tally} ({:.1} s)", took.as_secs_f64());
        }
        println!("{}", self.total());
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn closing_lines_of_rust_tests_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 9 filtered out; finished in 0.02s";
        assert_eq!(Tally::of_test_result(line), Some(Tally { passed: 12, failed: 3, skipped: 1 }));
        assert_eq!(Tally::of_test_result("test tally::adds ... ok"), None);
    }

    #[test]
    fn a_flaky_browser_test_has_failed() {
        let report = r#"{"stats": {"expected": 5, "skipped": 2, "unexpected": 1, "flaky": 1}}"#;
        assert_eq!(Tally::of_playwright(report).expect("valid"), Tally { passed: 5, failed: 2, skipped: 2 });
        assert!(Tally::of_playwright("{}").is_err());
    }

    #[test]
    fn a_crash_is_a_failure() {
        assert_eq!(Tally::default().or_one_failure(false).failed, 1);
        assert_eq!(Tally { failed: 2, ..Tally::default() }.or_one_failure(false).failed, 2);
        assert_eq!(Tally::default().or_one_failure(true).failed, 0);
    }
}
