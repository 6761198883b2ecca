//! What the kernel says about processes: time on the processor, and memory.

use std::fs;

use anyhow::{Context, Result};

/// The kernel counts in hundredths of a second, whatever its own clock does.
const TICKS_PER_SECOND: f64 = 100.0;

/// One process, or a server with all its processes.
#[derive(Clone, Copy, Debug)]
pub enum Watched {
    /// One process.
    Process(u32),
    /// A process with its children, as PostgreSQL is: those that ended are in the parent's account.
    Family(u32),
}

impl Watched {
    /// Seconds on the processor so far.
    ///
    /// # Errors
    /// When the process is gone.
    pub fn seconds(self) -> Result<f64> {
        let ticks = match self {
            Self::Process(process) => own(&stat(process)?)?,
            Self::Family(parent) => {
                let account = stat(parent)?;
                let mut ticks = own(&account)? + field(&account, 16)? + field(&account, 17)?;
                for child in children(parent)? {
                    // One that ended meanwhile is in the parent's account the next time.
                    ticks += stat(child).and_then(|account| own(&account)).unwrap_or(0);
                }
                ticks
            }
        };
        Ok(ticks as f64 / TICKS_PER_SECOND)
    }
}

/// Memory of a process that is in use, in megabytes.
///
/// # Errors
/// When the process is gone.
pub fn megabytes(process: u32) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kilobytes: f64 = line.split_whitespace().next().context("no figure")?.parse()?;
    Ok(kilobytes / 1000.0 * 1.024)
}

/// The parent of a process.
///
/// # Errors
/// When the process is gone.
pub fn parent(process: u32) -> Result<u32> {
    Ok(u32::try_from(field(&stat(process)?, 4)?)?)
}

fn children(parent: u32) -> Result<Vec<u32>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")?.flatten() {
        if let Some(process) = entry.file_name().to_str().and_then(|name| name.parse().ok())
            && self::parent(process).is_ok_and(|of| of == parent)
        {
            found.push(process);
        }
    }
    Ok(found)
}

/// The fields after the program's name, which may hold spaces.
fn stat(process: u32) -> Result<String> {
    let text = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let (_, fields) = text.rsplit_once(')').context("an unknown form")?;
    Ok(fields.to_owned())
}

/// A field by its number in `man 5 proc`, where the state, which follows the name, is the third.
fn field(stat: &str, number: usize) -> Result<u64> {
    stat.split_whitespace().nth(number - 3).context("too few fields")?.parse().context("no number")
}

fn own(stat: &str) -> Result<u64> {
    Ok(field(stat, 14)? + field(stat, 15)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_is_known() {
        let this = std::process::id();
        assert!(megabytes(this).expect("memory") > 1.0);
        assert!(Watched::Process(this).seconds().expect("seconds") >= 0.0);
        assert_eq!(parent(this).expect("a parent"), std::os::unix::process::parent_id());
    }
}
