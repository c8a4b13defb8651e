//! How heavy the product is, and how heavy it may be.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::process;
use crate::project::Project;
use crate::table::Table;

/// The module, as downloaded with the extension and compiled by the browser.
///
/// Two thirds of it are the packed tables: some 40,000 states and 26,000 words of 47 rules in two languages. The aim is
/// 600,000; what stands here is where it is, so that it does not grow unseen.
pub(crate) const WASM_BUDGET: u64 = 1_300_000;
/// The script put into every page of a site the user chose, compressed.
pub(crate) const CONTENT_BUDGET: u64 = 45_000;

/// Bytes of a file, and of the same file compressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// As it is.
    pub(crate) raw: u64,
    /// After gzip, level 9.
    pub(crate) gzip: u64,
}

/// The two sizes that have a budget.
pub(crate) struct Sizes {
    /// `pkg/sangfroid_bg.wasm`.
    pub(crate) wasm: Size,
    /// `dist/chrome/content.js`.
    pub(crate) content: Size,
}

/// Weighs the module and the content script.
pub(crate) fn weigh(project: &Project) -> Result<Sizes> {
    Ok(Sizes {
        wasm: size(project, &project.wasm())?,
        content: size(project, &project.dist().join("chrome/content.js"))?,
    })
}

/// Prints every size, and refuses what is above its budget.
pub(crate) fn report(project: &Project) -> Result<()> {
    let sizes = weigh(project)?;
    let mut table = Table::new(&["", "bytes", "gzip", "budget"]);
    table.row([
        project.short(&project.wasm()),
        sizes.wasm.raw.to_string(),
        sizes.wasm.gzip.to_string(),
        format!("{WASM_BUDGET} bytes"),
    ]);
    table.row([
        "dist/chrome/content.js".to_owned(),
        sizes.content.raw.to_string(),
        sizes.content.gzip.to_string(),
        format!("{CONTENT_BUDGET} gzip"),
    ]);
    for archive in archives(&project.dist())? {
        let bytes = fs::metadata(&archive)?.len().to_string();
        table.row([project.short(&archive), bytes, String::new(), String::new()]);
    }
    print!("{table}");
    if sizes.wasm.raw > WASM_BUDGET {
        bail!("the WebAssembly module is above its budget of {WASM_BUDGET} bytes");
    }
    if sizes.content.gzip > CONTENT_BUDGET {
        bail!("the content script is above its budget of {CONTENT_BUDGET} bytes (gzip)");
    }
    Ok(())
}

fn size(project: &Project, path: &Path) -> Result<Size> {
    let raw = fs::metadata(path).with_context(|| format!("{} was not built", project.short(path)))?.len();
    // Node is needed anyway, and a crate would be one more dependency for one figure.
    let program = "process.stdout.write(String(require('node:zlib')\
        .gzipSync(require('node:fs').readFileSync(process.argv[1]), { level: 9 }).length))";
    let gzip = process::output(project.command("node").args(["-e", program]).arg(path))?;
    Ok(Size { raw, gzip: gzip.parse().context("node gave no size")? })
}

fn archives(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "zip") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
