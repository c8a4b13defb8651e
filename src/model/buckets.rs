//! A sparse table of hashed keys, as training packs it: the high bits of a key are its bucket, the low bytes of a bucket
//! stand together.

/// Where the keys stand.
#[derive(Default)]
pub(crate) struct Buckets {
    /// For each bucket its first place, and one past the last.
    starts: Vec<u16>,
    lows: &'static [u8],
}

impl Buckets {
    /// Reads a count for each of the `1 << (key_bits - 8)` buckets, then the low bytes; gives what follows.
    pub(crate) fn read(file: &'static [u8], key_bits: u32) -> Option<(Self, &'static [u8])> {
        let buckets = 1 << (key_bits - 8);
        let (counts, rest) = file.split_at_checked(buckets)?;
        let mut starts = Vec::with_capacity(buckets + 1);
        let mut start = 0_u16;
        for &count in counts {
            starts.push(start);
            start = start.checked_add(u16::from(count))?;
        }
        starts.push(start);
        let (lows, rest) = rest.split_at_checked(usize::from(start))?;
        Some((Self { starts, lows }, rest))
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.lows.len()
    }

    /// The places of a key: a key may stand several times.
    pub(crate) fn places(&self, key: u32) -> impl Iterator<Item = usize> {
        let bucket = (key >> 8) as usize;
        let bound = |at: usize| self.starts.get(at).map_or(0, |&start| usize::from(start));
        let lows = self.lows;
        (bound(bucket)..bound(bucket + 1)).filter(move |&place| lows.get(place) == Some(&(key as u8)))
    }
}
