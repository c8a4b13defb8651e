//! Sorting, in one place: each closure given to the standard sort costs the module several kilobytes.

/// The items in the order of their keys; items of equal keys stay as they were.
pub(crate) fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let mut places: Vec<(u64, usize)> =
        items.iter().enumerate().map(|(place, item)| (key(item), place)).collect();
    places.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|(_, place)| items.get_mut(place)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn equal_keys_stay_in_order() {
        assert_eq!(by_key(vec!["bb", "a", "cc", "d"], |s| s.len() as u64), ["a", "d", "bb", "cc"]);
    }
}
