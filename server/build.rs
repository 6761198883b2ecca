//! The folder of the site must exist before it can be embedded; `cargo xtask` fills it.

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let site = Path::new("../target/site");
    println!("cargo::rerun-if-changed={}", site.display());
    println!("cargo::rerun-if-changed=build.rs");
    let manifest = site.join("manifest.json");
    if !manifest.exists() {
        fs::create_dir_all(site)?;
        fs::write(manifest, "{}")?;
    }
    Ok(())
}
