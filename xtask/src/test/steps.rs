//! What is checked, in order.

use std::process::Command;

use anyhow::{Result, bail};

use super::counts::Counts;
use crate::browsers::Browser;
use crate::project::Project;
use crate::{build, node, process, toolchain, versions};

/// One thing that is checked.
pub(super) struct Step {
    pub(super) name: &'static str,
    /// Steps that need a build wait for this one.
    pub(super) builds: bool,
    pub(super) needs_build: bool,
    pub(super) run: fn(&Project) -> Result<Counts>,
}

const fn step(name: &'static str, run: fn(&Project) -> Result<Counts>) -> Step {
    Step { name, builds: false, needs_build: false, run }
}

const fn after_build(name: &'static str, run: fn(&Project) -> Result<Counts>) -> Step {
    Step { needs_build: true, ..step(name, run) }
}

/// From the cheapest to the dearest.
pub(super) const STEPS: &[Step] = &[
    step("change log", |project| versions::check(project).map(|()| Counts::ONE)),
    step("rustfmt", |project| {
        toolchain::ensure_linters(project)?;
        holds(project.cargo().args(["fmt", "--all", "--check"]))
    }),
    step("clippy", |project| {
        toolchain::ensure_linters(project)?;
        holds(
            project
                .cargo()
                .args(["clippy", "--workspace", "--all-targets", "--all-features", "--locked"])
                .args(["--", "-D", "warnings"]),
        )
    }),
    step("Rust tests", |project| {
        counted(project.cargo().args([
            "test",
            "--workspace",
            "--features",
            "cli",
            "--locked",
            "--no-fail-fast",
        ]))
    }),
    Step { builds: true, ..step("build", |project| build::run(project).map(|()| Counts::ONE)) },
    after_build("tsc", types),
    after_build("oxlint", |project| {
        node::ensure_dependencies(project)?;
        holds(project.node_script("node_modules/oxlint/bin/oxlint").args([
            "--deny-warnings",
            "extension",
            "tests",
            "benches",
        ]))
    }),
    after_build("eslint no-unsanitized", |project| {
        holds(project.node_script("node_modules/eslint/bin/eslint.js").args([
            "--max-warnings",
            "0",
            "dist/chrome",
            "dist/firefox",
        ]))
    }),
    after_build("unit tests", |project| counted(&mut node_tests(project, "tests/unit")?)),
    after_build("WebAssembly in Node", wasm_in_node),
    after_build("web-ext lint", |project| {
        holds(
            project
                .node_script("node_modules/web-ext/bin/web-ext.js")
                .args(["lint", "--source-dir", "dist/firefox", "--warnings-as-errors"])
                .args(["--no-config-discovery", "--no-input"]),
        )
    }),
    after_build("end to end, Chromium", |project| end_to_end(project, Browser::Chrome)),
    after_build("end to end, Firefox", |project| end_to_end(project, Browser::Firefox)),
    after_build("coverage page", |project| {
        holds(project.node_script("tests/e2e/coverage.mjs").arg("--check"))
    }),
];

fn holds(command: &mut Command) -> Result<Counts> {
    process::run(command).map(|()| Counts::ONE)
}

/// A runner that says how many tests it ran. None at all is a failure: nothing was checked.
fn counted(command: &mut Command) -> Result<Counts> {
    let (success, output) = process::run_and_keep(command)?;
    let mut counts = Counts::read(&output);
    if success && counts == Counts::default() {
        bail!("no test ran");
    }
    if !success && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

fn types(project: &Project) -> Result<Counts> {
    let compiler = "node_modules/typescript/bin/tsc";
    process::run(project.node_script(compiler).arg("--noEmit"))?;
    // The project skips the declarations of its dependencies; the ones generated here must hold.
    holds(
        project
            .node_script(compiler)
            .args(["--ignoreConfig", "--noEmit", "--strict", "--target", "es2024"])
            .args(["--lib", "es2024,dom", "--types", "", "pkg/sangfroid.d.ts", "pkg/wire.d.ts"]),
    )
}

fn wasm_in_node(project: &Project) -> Result<Counts> {
    // The packages and features of the Rust tests, so that nothing is compiled twice.
    process::run(project.cargo().args([
        "build",
        "--workspace",
        "--features",
        "cli",
        "--bin",
        "sangfroid",
        "--locked",
    ]))?;
    let program = format!("sangfroid{}", std::env::consts::EXE_SUFFIX);
    counted(
        node_tests(project, "tests/wasm")?.env("SANGFROID_CLI", project.target.join("debug").join(program)),
    )
}

/// Node's own runner on the tests of a folder. Node 20 expands no pattern, so the files are named.
fn node_tests(project: &Project, folder: &str) -> Result<Command> {
    let mut command = project.command("node");
    command.args(["--test", "--test-reporter=spec"]);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(project.root.join(folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("{folder}/{name}"));
        }
    }
    if files.is_empty() {
        bail!("{folder} holds no test");
    }
    files.sort();
    command.args(files);
    Ok(command)
}

fn end_to_end(project: &Project, browser: Browser) -> Result<Counts> {
    let executable = browser.ensure()?;
    counted(
        project
            .node_script("tests/e2e/run.mjs")
            .args(["--browser", browser.name()])
            .env(browser.variable(), executable),
    )
}
