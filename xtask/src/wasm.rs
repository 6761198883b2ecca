//! The browser's part of the app: compiled to wasm, bound to JavaScript, made small.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::javascript::Node;
use crate::{Folders, process, site, tools};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's own compiler with the sources of the standard library.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "libstd-rust-web-dev"];

/// The two files that a page with islands loads.
pub struct Module {
    /// The wasm itself.
    pub wasm: Vec<u8>,
    /// The JavaScript that loads it.
    pub loader: Vec<u8>,
}

/// Builds both files, or takes the last ones when the compiled wasm has not changed.
pub fn build(folders: &Folders, node: &Node) -> Result<Module> {
    let compiler = Compiler::ensure()?;
    let compiled = process::step("wasm: cargo", || compiler.compile(folders))?;
    let binaryen = folders.root.join("xtask/npm");
    node.install(&binaryen)?;
    let inputs =
        [fs::read(&compiled)?, fs::read(binaryen.join("package-lock.json"))?, include_bytes!("wasm.rs").to_vec()];
    let key = site::content_hash(&inputs.concat());
    let output = folders.own_target.join("wasm");
    let stamp = output.join("key");
    if !fs::read_to_string(&stamp).is_ok_and(|last| last == key) {
        fs::create_dir_all(&output)?;
        process::step("wasm: wasm-bindgen", || bind(&compiled, &output))?;
        process::step("wasm: wasm-opt", || shrink(node, &binaryen, &output))?;
        fs::write(&stamp, key)?;
    }
    Ok(Module { wasm: fs::read(output.join("app.wasm"))?, loader: fs::read(output.join("app.js"))? })
}

/// Makes sure that wasm can be compiled. Says whether the ordinary toolchain does it.
pub fn prepare() -> Result<bool> {
    Ok(matches!(Compiler::ensure()?, Compiler::Installed))
}

/// How Rust becomes wasm on this machine.
enum Compiler {
    /// The toolchain that compiles everything else has the target.
    Installed,
    /// Debian's compiler builds the standard library for wasm from source.
    Debian {
        /// The linker for wasm.
        linker: PathBuf,
    },
}

impl Compiler {
    fn ensure() -> Result<Self> {
        let sysroot = PathBuf::from(process::output(Command::new("rustc").args(["--print", "sysroot"]))?.trim());
        let installed = || sysroot.join("lib/rustlib").join(TARGET).join("lib").exists();
        if installed() {
            return Ok(Self::Installed);
        }
        if !debian_is_ready() {
            if process::find_program("rustup").is_some() {
                let add = || process::run(Command::new("rustup").args(["target", "add", TARGET]));
                if process::step(&format!("rustup target add {TARGET}"), add).is_ok() && installed() {
                    return Ok(Self::Installed);
                }
            }
            if !tools::can_install() {
                bail!(
                    "the Rust target {TARGET} is missing. `rustup target add {TARGET}` installs it; where that cannot \
                     be downloaded, the Debian packages {} compile it from source",
                    DEBIAN_PACKAGES.join(" ")
                );
            }
            tools::install(&DEBIAN_PACKAGES)?;
        }
        Ok(Self::Debian { linker: wasm_linker(&sysroot)? })
    }

    fn compile(&self, folders: &Folders) -> Result<PathBuf> {
        let mut cargo = match self {
            Self::Installed => process::cargo(),
            Self::Debian { .. } => Command::new("/usr/bin/cargo"),
        };
        cargo.args(["rustc", "--package", "app", "--lib", "--crate-type", "cdylib", "--target", TARGET]);
        cargo.args(["--no-default-features", "--features", "hydrate", "--profile", "wasm-release"]);
        let mut target = folders.cargo_target.clone();
        if let Self::Debian { linker } = self {
            target.push("debian");
            cargo.args(["-Z", "build-std=std,panic_abort"]);
            cargo.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker).env("CARGO_TARGET_DIR", &target);
        }
        process::run(&mut cargo)?;
        Ok(target.join(TARGET).join("wasm-release/app.wasm"))
    }
}

fn debian_is_ready() -> bool {
    ["/usr/bin/cargo", "/usr/bin/rustc", "/usr/lib/rustlib/src"].iter().all(|path| Path::new(path).exists())
}

fn wasm_linker(sysroot: &Path) -> Result<PathBuf> {
    let of_toolchain = fs::read_dir(sysroot.join("lib/rustlib"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin/rust-lld"))
        .find(|path| path.exists());
    if let Some(linker) = of_toolchain {
        return Ok(linker);
    }
    if process::find_program("wasm-ld").is_none() {
        tools::install(&["lld"])?;
    }
    process::find_program("wasm-ld").context("the package lld is installed, but there is no program wasm-ld")
}

fn bind(compiled: &Path, output: &Path) -> Result<()> {
    let mut module = Bindgen::new()
        .input_path(compiled)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    if module.snippets().values().any(|inline| !inline.is_empty()) || !module.local_modules().is_empty() {
        bail!("a dependency brings JavaScript modules of its own, which the site does not serve yet");
    }
    module.emit(output)
}

fn shrink(node: &Node, binaryen: &Path, output: &Path) -> Result<()> {
    // What rustc emits for wasm32-unknown-unknown by default; wasm-opt refuses what it is not told of.
    const FEATURES: [&str; 7] = [
        "--enable-bulk-memory",
        "--enable-bulk-memory-opt",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
    ];
    process::run(
        node.script(&binaryen.join("node_modules/binaryen/bin/wasm-opt"))
            .args(FEATURES)
            .arg("-Oz")
            .arg(output.join("app_bg.wasm"))
            .arg("--output")
            .arg(output.join("app.wasm")),
    )
}
