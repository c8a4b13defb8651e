//! `cargo xtask build`: the core, then the extension around it, then what it all weighs.

use anyhow::Result;

use crate::project::Project;
use crate::{core_build, node, process, sizes};

/// Makes `pkg/`, `dist/` and the archives.
pub(crate) fn run(project: &Project) -> Result<()> {
    // The dependencies first: a missing Node should be said before a minute of compiling, not after.
    node::ensure_dependencies(project)?;
    core_build::run(project)?;
    process::run(&mut project.node_script("extension/build.mjs"))?;
    sizes::report(project)
}
