//! The Rust side of what a fresh machine may lack: the wasm target, clippy, rustfmt.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;
use crate::project::Project;

/// What the core is compiled to.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the target of `rust-toolchain.toml` is there.
pub(crate) fn ensure_wasm_target(project: &Project) -> Result<()> {
    ensure(project, &format!("lib/rustlib/{WASM_TARGET}/lib"), "the WebAssembly target")
}

/// Makes sure that clippy and rustfmt are there.
pub(crate) fn ensure_linters(project: &Project) -> Result<()> {
    let suffix = std::env::consts::EXE_SUFFIX;
    ensure(project, &format!("bin/cargo-clippy{suffix}"), "clippy")?;
    ensure(project, &format!("bin/rustfmt{suffix}"), "rustfmt")
}

/// The folder of the compiler in use.
pub(crate) fn sysroot(project: &Project) -> Result<PathBuf> {
    let printed = process::output(project.command("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(printed.trim()))
}

fn ensure(project: &Project, part: &str, name: &str) -> Result<()> {
    let wanted = sysroot(project)?.join(part);
    if wanted.exists() {
        return Ok(());
    }
    if !process::exists("rustup", "--version") {
        bail!(
            "{name} is missing from this Rust, and rustup is not there to add it: \
             install it with your system's packages, or Rust through rustup (https://rustup.rs)"
        );
    }
    println!("Installing {name} (rust-toolchain.toml)");
    // rustup sets RUSTUP_TOOLCHAIN for what it starts, and with it set would not read the file.
    process::run(
        Command::new("rustup")
            .args(["toolchain", "install", "--no-self-update"])
            .current_dir(&project.root)
            .env_remove("RUSTUP_TOOLCHAIN"),
    )?;
    if !wanted.exists() {
        bail!("rustup ran, yet {name} is still missing: `{}` does not exist", wanted.display());
    }
    Ok(())
}
