//! The change log speaks of the version being built. (The build compares the other files that carry it.)

use std::fs;

use anyhow::{Context, Result, bail};

use crate::project::Project;

/// Refuses a change log whose newest version is not the one of `Cargo.toml`.
pub(crate) fn check(project: &Project) -> Result<()> {
    // xtask and the core share the version of the workspace.
    let wanted = env!("CARGO_PKG_VERSION");
    let log = fs::read_to_string(project.root.join("CHANGELOG.md")).context("CHANGELOG.md cannot be read")?;
    match newest(&log) {
        Some(found) if found == wanted => Ok(()),
        Some(found) => bail!("Cargo.toml is at {wanted}, the change log at {found}"),
        None => bail!("the change log names no version"),
    }
}

/// The first version with a number; `[Unreleased]` is not one.
fn newest(log: &str) -> Option<&str> {
    log.lines().find_map(|line| {
        let version = line.strip_prefix("## [")?.split(']').next()?;
        version.starts_with(|first: char| first.is_ascii_digit()).then_some(version)
    })
}

#[cfg(test)]
mod tests {
    use super::newest;

    #[test]
    fn the_first_numbered_version_is_the_newest() {
        let log = "# Log\n\n## [Unreleased]\n\n## [1.2.3] - 2026-01-01\n\n## [1.2.2]\n";
        assert_eq!(newest(log), Some("1.2.3"));
        assert_eq!(newest("# Log\n\n## [Unreleased]\n"), None);
    }
}
