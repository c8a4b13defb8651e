//! `cargo xtask demo`: see it work, with or without a screen.

use anyhow::{Result, bail};

use crate::browsers::Browser;
use crate::project::Project;
use crate::{build, process};

/// What was asked for on the command line.
pub(crate) struct Options {
    browser: Browser,
    headless: bool,
}

impl Options {
    /// Reads `--headless` and `--browser <name>`.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { browser: Browser::Chrome, headless: false };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match (argument.as_str(), arguments.as_slice().first()) {
                ("--headless", _) => options.headless = true,
                ("--browser", Some(name)) => {
                    options.browser = Browser::parse(name)?;
                    arguments.next();
                }
                ("--browser", None) => bail!("--browser needs a name: chrome or firefox"),
                (other, _) => bail!("unknown option `{other}`: --headless, --browser <name>"),
            }
        }
        Ok(options)
    }
}

/// Builds, then opens the practice page, or plays the scenario where nobody could see it.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let executable = options.browser.ensure()?;
    build::run(project)?;
    let mut command = project.node_script("tests/e2e/demo.mjs");
    command.args(["--browser", options.browser.name()]).env(options.browser.variable(), executable);
    if options.headless || !has_display() {
        println!("\nPlaying the scenario in {} without a display", options.browser);
    } else {
        println!("\nOpening {}; close its window to end", options.browser);
        command.arg("--show");
    }
    process::run(&mut command)
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::{Browser, Options};

    fn parse(arguments: &[&str]) -> anyhow::Result<Options> {
        let arguments: Vec<String> = arguments.iter().map(|&argument| argument.to_owned()).collect();
        Options::parse(&arguments)
    }

    #[test]
    fn options_are_read_in_any_order() -> anyhow::Result<()> {
        let options = parse(&["--browser", "firefox", "--headless"])?;
        assert_eq!((options.browser, options.headless), (Browser::Firefox, true));
        let options = parse(&[])?;
        assert_eq!((options.browser, options.headless), (Browser::Chrome, false));
        assert!(parse(&["--browser"]).is_err());
        assert!(parse(&["--browser", "opera"]).is_err());
        assert!(parse(&["--fast"]).is_err());
        Ok(())
    }
}
