//! The rule files, as the tests read them.

use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;

/// Every rule file, in the order of their ids, which are their names.
pub(crate) fn rule_files<Rule: DeserializeOwned>() -> Vec<Rule> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|x| x == "toml") && path.file_stem().unwrap() != "names")
        .collect();
    paths.sort_by(|a, b| a.file_stem().cmp(&b.file_stem()));
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
        })
        .collect()
}
