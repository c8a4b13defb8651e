//! Where things are.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// The folders of this checkout.
pub(crate) struct Project {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// Where cargo builds; not always `target/`.
    pub(crate) target: PathBuf,
}

impl Project {
    /// Asks cargo, which knows every way the target folder can be moved.
    pub(crate) fn find() -> Result<Self> {
        // As `cargo run` says it now: two clones that share a target folder share this program too.
        let here =
            std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&here).parent().context("xtask has no parent folder")?.to_path_buf();
        let metadata = process::output(
            Command::new(process::cargo())
                .args(["metadata", "--no-deps", "--format-version", "1"])
                .current_dir(&root),
        )?;
        let metadata: serde_json::Value =
            serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
        let target = metadata
            .get("target_directory")
            .and_then(|value| value.as_str())
            .context("cargo metadata names no target folder")?;
        Ok(Self { root, target: PathBuf::from(target) })
    }

    /// What wasm-bindgen makes of the core.
    pub(crate) fn pkg(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// The extension, ready to load.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The module the browsers load.
    pub(crate) fn wasm(&self) -> PathBuf {
        self.pkg().join("sangfroid_bg.wasm")
    }

    /// A command that runs in the root of the repository.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// Cargo, in the root of the repository.
    pub(crate) fn cargo(&self) -> Command {
        self.command(&process::cargo())
    }

    /// A tool of `node_modules`, started through node so that it works the same on every system.
    pub(crate) fn node_script(&self, script: &str) -> Command {
        let mut command = self.command("node");
        command.arg(script);
        command
    }

    /// A path as people write it: from the root of the repository where it lies inside.
    pub(crate) fn short(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}
