//! How many tests a tool says it ran.

use std::ops::AddAssign;

/// Tests that passed and tests that did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Counts {
    /// A check that either holds or does not.
    pub(super) const ONE: Self = Self { passed: 1, failed: 0 };

    /// Adds up what cargo, Node's runner and our end-to-end runner print.
    pub(super) fn read(output: &str) -> Self {
        let mut counts = Self::default();
        for line in output.lines() {
            let line = line.trim();
            if let Some(rest) = line.strip_prefix("test result: ") {
                counts += of_words(rest.split([' ', ';', '.']), "passed", "failed");
            } else if let Some(rest) = line.strip_prefix("ℹ ") {
                counts += of_pair(rest);
            } else if let Some(rest) = summary(line) {
                counts += of_words(rest.split([' ', ',']), "passed", "failed");
            }
        }
        counts
    }
}

/// `chrome: 3 passed, 0 failed, 8 s`: what follows the name of the browser.
fn summary(line: &str) -> Option<&str> {
    let (name, rest) = line.split_once(": ")?;
    let looks_right = name.chars().all(char::is_alphabetic)
        && rest.starts_with(|first: char| first.is_ascii_digit())
        && rest.contains(" passed, ");
    looks_right.then_some(rest)
}

/// A number comes before the word that names it.
fn of_words<'a>(words: impl Iterator<Item = &'a str>, passed: &str, failed: &str) -> Counts {
    let mut counts = Counts::default();
    let mut number = 0;
    for word in words.filter(|word| !word.is_empty()) {
        if word == passed {
            counts.passed = number;
        } else if word == failed {
            counts.failed = number;
        }
        number = word.parse().unwrap_or(0);
    }
    counts
}

/// Node's runner: `pass 12`, `fail 0`.
fn of_pair(text: &str) -> Counts {
    let number = |name: &str| text.strip_prefix(name).and_then(|rest| rest.trim().parse().ok()).unwrap_or(0);
    Counts { passed: number("pass "), failed: number("fail ") }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn the_three_runners_are_understood() {
        let cargo = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\n\
                     test result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        assert_eq!(Counts::read(cargo), Counts { passed: 4, failed: 2 });
        let node = "✔ a test\nℹ tests 5\nℹ pass 4\nℹ fail 1\nℹ duration_ms 8\n";
        assert_eq!(Counts::read(node), Counts { passed: 4, failed: 1 });
        let ours = "ok   a test: 1 passed, by\nchrome: 12 passed, 3 failed, 40 s\n";
        assert_eq!(Counts::read(ours), Counts { passed: 12, failed: 3 });
        assert_eq!(Counts::read("nothing"), Counts::default());
    }
}
