//! The JavaScript side of what a fresh machine may lack.

use std::fs;

use anyhow::{Context, Result, anyhow, bail};

use crate::process;
use crate::project::Project;

const OLDEST_NODE: u32 = 20;

/// Makes sure of Node, npm and the locked dependencies.
pub(crate) fn ensure_dependencies(project: &Project) -> Result<()> {
    ensure_node(project)?;
    let lock = project.root.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    // A copy of the lock the folder was installed from: newer or older does not matter, only "the same".
    let stamp = project.root.join("node_modules/.installed-from-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if !process::exists(process::npm(), "--version") {
        bail!("npm is not on the PATH; it usually comes with Node: https://nodejs.org");
    }
    println!("Installing the JavaScript dependencies (package-lock.json)");
    process::run(project.command(process::npm()).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]))?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

fn ensure_node(project: &Project) -> Result<()> {
    let version = process::output(project.command("node").arg("--version"))
        .context("Node 20 or newer is needed: https://nodejs.org")?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        Some(_) => Err(anyhow!(
            "Node {OLDEST_NODE} or newer is needed, this is {}: https://nodejs.org",
            version.trim()
        )),
        None => bail!("`node --version` says `{}`, which is not a version", version.trim()),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("nonsense"), None);
    }
}
