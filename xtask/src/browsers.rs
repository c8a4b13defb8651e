//! The two real browsers that the tests and the demo drive.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow, bail};

use crate::process;

/// A browser the extension is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromium, or Chrome where Chromium is not there.
    Chrome,
    /// Firefox or Firefox ESR.
    Firefox,
}

impl Browser {
    /// Both, in the order they are tested.
    pub(crate) const ALL: [Self; 2] = [Self::Chrome, Self::Firefox];

    /// As written on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Firefox => "firefox",
        }
    }

    /// Reads what was written on the command line.
    pub(crate) fn parse(name: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|browser| browser.name() == name)
            .ok_or_else(|| anyhow!("unknown browser `{name}`: chrome or firefox"))
    }

    /// The variable that names another executable; the scripts read it too.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Chrome => "SANGFROID_CHROME",
            Self::Firefox => "SANGFROID_FIREFOX",
        }
    }

    /// Chromium comes first: branded Chrome no longer loads an extension from the command line.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chrome => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            Self::Firefox => &["firefox-esr", "firefox"],
        }
    }

    /// Where installers put it when they leave it off the PATH.
    fn places(self) -> &'static [&'static str] {
        match self {
            Self::Chrome => &[
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            ],
            Self::Firefox => &[
                "/Applications/Firefox.app/Contents/MacOS/firefox",
                "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
            ],
        }
    }

    /// Debian's name; Ubuntu's packages of these names are snaps, which no driver can steer.
    fn package(self) -> &'static str {
        match self {
            Self::Chrome => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }

    /// The command that brings it to this machine.
    fn advice(self) -> &'static str {
        let has = |manager| process::exists(manager, "--version");
        match (self, std::env::consts::OS) {
            (Self::Chrome, "macos") => "brew install --cask chromium",
            (Self::Firefox, "macos") => "brew install --cask firefox",
            (Self::Chrome, "windows") => "winget install Hibbiki.Chromium",
            (Self::Firefox, "windows") => "winget install Mozilla.Firefox",
            (Self::Chrome, _) if has("dnf") => "sudo dnf install chromium",
            (Self::Firefox, _) if has("dnf") => "sudo dnf install firefox",
            (Self::Chrome, _) if has("pacman") => "sudo pacman -S chromium",
            (Self::Firefox, _) if has("pacman") => "sudo pacman -S firefox",
            (Self::Chrome, _) => "sudo apt-get update && sudo apt-get install chromium",
            (Self::Firefox, _) => "sudo apt-get update && sudo apt-get install firefox-esr",
        }
    }

    /// The executable, if the browser is on this machine.
    pub(crate) fn find(self) -> Option<PathBuf> {
        if let Some(named) = std::env::var_os(self.variable()) {
            return Some(PathBuf::from(named)).filter(|path| path.is_file());
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        let suffix = std::env::consts::EXE_SUFFIX;
        let on_path = self.programs().iter().flat_map(|program| {
            std::env::split_paths(&path)
                .map(move |folder| folder.join(format!("{program}{suffix}")))
                .collect::<Vec<_>>()
        });
        on_path.chain(self.places().iter().map(PathBuf::from)).find(|path| path.is_file())
    }

    /// The executable; installed first where the machine allows it, else an error with the command to get it.
    pub(crate) fn ensure(self) -> Result<PathBuf> {
        if let Some(path) = self.find() {
            return Ok(path);
        }
        if let Some(named) = std::env::var_os(self.variable()) {
            bail!("{} names `{}`, which is not a file", self.variable(), named.display());
        }
        if let Some(administrator) = administrator()
            && let Err(error) = self.install(administrator)
        {
            eprintln!("{error:#}");
        }
        self.find().ok_or_else(|| {
            anyhow!(
                "{self} is missing. Get it with:\n\n    {}\n\nor name its executable in {}",
                self.advice(),
                self.variable()
            )
        })
    }
}

impl Browser {
    fn install(self, administrator: Administrator) -> Result<()> {
        println!("Installing {self} ({})", self.package());
        apt(administrator, &["update", "-q"])?;
        apt(administrator, &["install", "-y", "-q", "--no-install-recommends", self.package()])
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chrome => "Chromium",
            Self::Firefox => "Firefox",
        })
    }
}

/// How to become the one who may install packages without asking anybody.
#[derive(Clone, Copy)]
enum Administrator {
    Already,
    Sudo,
}

fn administrator() -> Option<Administrator> {
    if !cfg!(target_os = "linux") || !process::exists("apt-get", "--version") {
        return None;
    }
    let root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if root {
        return Some(Administrator::Already);
    }
    let sudo = Command::new("sudo")
        .args(["-n", "true"])
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    sudo.then_some(Administrator::Sudo)
}

fn apt(administrator: Administrator, arguments: &[&str]) -> Result<()> {
    let mut command = match administrator {
        Administrator::Already => Command::new("apt-get"),
        Administrator::Sudo => {
            let mut command = Command::new("sudo");
            command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            command
        }
    };
    process::run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}
