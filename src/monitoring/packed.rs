//! Long lists that are filled from front to back and then read from front to back: what does not fit into a block is kept packed, because the rows
//! of one sheet resemble each other so much that they take a fraction of the memory.

use std::{
    borrow::Cow,
    io::{BufWriter, Read},
};

use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use serde::{Serialize, de::DeserializeOwned};

use crate::kit::{Error, Result};

/// How many of a long list are held at once as they are.
pub(super) const BLOCK: usize = 5_000;

/// A long list. Up to [`BLOCK`] things are held as they are.
#[derive(Debug)]
pub(super) struct Packed<T> {
    blocks: Vec<Box<[u8]>>,
    last: Vec<T>,
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self { blocks: Vec::new(), last: Vec::new() }
    }
}

impl<T: Serialize + DeserializeOwned + Clone> Packed<T> {
    /// Puts something behind all others.
    ///
    /// # Errors
    /// When it cannot be written as JSON, which is a fault of ours.
    pub(super) fn push(&mut self, one: T) -> Result<()> {
        if self.last.len() == BLOCK {
            self.blocks.push(pack(&self.last)?);
            self.last.clear();
        }
        self.last.push(one);
        Ok(())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.blocks.len() * BLOCK + self.last.len()
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.last.is_empty()
    }

    /// The list in pieces of up to [`BLOCK`]; of an empty one there is none. One piece at a time is unpacked.
    pub(super) fn blocks(&self) -> impl Iterator<Item = Result<Cow<'_, [T]>>> {
        let last = Some(&self.last).filter(|last| !last.is_empty()).map(|last| Ok(Cow::Borrowed(last.as_slice())));
        self.blocks.iter().map(|block| Ok(Cow::Owned(unpack(block)?))).chain(last)
    }
}

fn pack<T: Serialize>(list: &[T]) -> Result<Box<[u8]>> {
    // JSON is written in small pieces, which the packing takes better together.
    let mut out = BufWriter::with_capacity(1 << 16, DeflateEncoder::new(Vec::new(), Compression::fast()));
    serde_json::to_writer(&mut out, list).map_err(Error::internal)?;
    let out = out.into_inner().map_err(|failure| Error::internal(failure.into_error()))?;
    Ok(out.finish().map_err(Error::internal)?.into_boxed_slice())
}

fn unpack<T: DeserializeOwned>(block: &[u8]) -> Result<Vec<T>> {
    let mut text = Vec::new();
    DeflateDecoder::new(block).read_to_end(&mut text).map_err(Error::internal)?;
    serde_json::from_slice(&text).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(count: usize) -> Packed<(usize, String)> {
        let mut list = Packed::default();
        (0..count).for_each(|at| {
            list.push((at, format!("row {at} is of an activity and an indicator in a place"))).expect("plain values")
        });
        list
    }

    #[test]
    fn what_goes_in_comes_out_in_its_order_in_pieces() {
        for (count, pieces) in [(0, vec![]), (3, vec![3]), (5_000, vec![5_000]), (10_001, vec![5_000, 5_000, 1])] {
            let list = filled(count);
            let blocks: Vec<_> = list.blocks().map(|block| block.expect("a block of ours").into_owned()).collect();
            assert_eq!(blocks.iter().map(Vec::len).collect::<Vec<_>>(), pieces);
            let all: Vec<usize> = blocks.into_iter().flatten().map(|(at, _)| at).collect();
            assert_eq!((all, list.len(), list.is_empty()), ((0..count).collect(), count, count == 0));
        }
    }

    #[test]
    fn many_alike_take_less_than_a_third_of_what_they_say() {
        let list = filled(20_001);
        let kept: usize = list.blocks.iter().map(|block| block.len()).sum();
        let said: usize =
            list.blocks().map(|block| serde_json::to_vec(&block.expect("a block of ours")).expect("plain").len()).sum();
        assert!(kept * 3 < said, "{kept} of {said} bytes");
    }
}
