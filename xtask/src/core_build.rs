//! The core compiled to WebAssembly, and its JavaScript side.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::process;
use crate::project::Project;
use crate::toolchain::{self, WASM_TARGET};
use crate::types;

/// Writes `pkg/`.
pub(crate) fn run(project: &Project) -> Result<()> {
    toolchain::ensure_wasm_target(project)?;
    let module = compile(project)?;
    let pkg = project.pkg();
    empty(&pkg)?;
    Bindgen::new()
        .input_path(module)
        .out_name("sangfroid")
        .web(true)?
        .typescript(true)
        // Names of functions and tools: bytes the browser would carry for nothing.
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&pkg)
        .context("wasm-bindgen refused the module")?;
    fs::write(pkg.join("wire.d.ts"), types::wire_declarations())?;
    Ok(())
}

fn compile(project: &Project) -> Result<PathBuf> {
    process::run(
        project
            .cargo()
            .args(["build", "--lib", "--package", "sangfroid", "--target", WASM_TARGET])
            .args(["--profile", "wasm", "--features", "wasm", "--locked"])
            .env("CARGO_ENCODED_RUSTFLAGS", flags(project)?),
    )?;
    Ok(project.target.join(WASM_TARGET).join("wasm").join("sangfroid.wasm"))
}

/// The paths of this machine, replaced by names, so that the same sources give the same bytes anywhere.
fn flags(project: &Project) -> Result<OsString> {
    let mut prefixes = Vec::new();
    let home = cargo_home().context("neither CARGO_HOME nor a home folder is set")?;
    // One folder per registry, named after where it is fetched from: a mirror must not change the bytes.
    for registry in fs::read_dir(home.join("registry/src")).into_iter().flatten() {
        prefixes.push((registry?.path(), "/crates"));
    }
    prefixes.push((toolchain::sysroot(project)?.join("lib/rustlib/src/rust"), "/rust"));
    // The last prefix that matches wins, and the target folder may lie inside the project.
    prefixes.push((project.root.clone(), "/sangfroid"));
    prefixes.push((project.target.clone(), "/target"));
    let mut flags = OsString::new();
    for (path, name) in prefixes {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(path);
        flags.push("=");
        flags.push(name);
    }
    Ok(flags)
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// What an older build left would be mistaken for the new one; the page that git keeps stays.
fn empty(pkg: &Path) -> Result<()> {
    fs::create_dir_all(pkg)?;
    for entry in fs::read_dir(pkg)? {
        let entry = entry?;
        if entry.file_name() == "README.md" {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
