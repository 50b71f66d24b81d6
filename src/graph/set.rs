//! Bit sets of nodes and of references.

use std::marker::PhantomData;

use super::{NodeId, ReferenceId};

/// An id that counts from 0, so that a set of them can be a row of bits.
pub(crate) trait Index: Copy {
    /// The id as a number.
    fn index(self) -> usize;
    /// The id behind a number.
    fn from_index(index: usize) -> Self;
}

impl Index for NodeId {
    fn index(self) -> usize {
        self.0 as usize
    }

    fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).expect("ids are made from u32"))
    }
}

impl Index for ReferenceId {
    fn index(self) -> usize {
        self.0 as usize
    }

    fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).expect("ids are made from u32"))
    }
}

/// A set of nodes.
pub(crate) type NodeSet = IdSet<NodeId>;
/// A set of references.
pub(crate) type ReferenceSet = IdSet<ReferenceId>;

/// A set of ids, as bits; iterates in the order of the ids.
#[derive(Clone, Debug)]
pub(crate) struct IdSet<T> {
    words: Vec<u64>,
    ids: PhantomData<T>,
}

impl<T> Default for IdSet<T> {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            ids: PhantomData,
        }
    }
}

impl<T: Index> IdSet<T> {
    /// Adds an id; says whether it is new.
    pub(crate) fn insert(&mut self, id: T) -> bool {
        let (word, bit) = Self::place(id);
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        new
    }

    /// Whether the id is in.
    #[must_use]
    pub(crate) fn contains(&self, id: T) -> bool {
        let (word, bit) = Self::place(id);
        self.words.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether there is no id in.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// How many ids are in.
    #[must_use]
    pub(crate) fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// Adds every id of the other set.
    pub(crate) fn union(&mut self, other: &Self) {
        if other.words.len() > self.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            *word |= more;
        }
    }

    /// Takes every id of the other set out.
    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, less) in self.words.iter_mut().zip(&other.words) {
            *word &= !less;
        }
    }

    /// Keeps the ids that are in the other set as well.
    pub(crate) fn intersect(&mut self, other: &Self) {
        self.words.truncate(other.words.len());
        for (word, both) in self.words.iter_mut().zip(&other.words) {
            *word &= both;
        }
    }

    /// The ids, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = T> + '_ {
        self.words.iter().enumerate().flat_map(|(word, &bits)| {
            (0..64)
                .filter(move |bit| bits >> bit & 1 == 1)
                .map(move |bit| T::from_index(word * 64 + bit))
        })
    }

    fn place(id: T) -> (usize, u64) {
        (id.index() / 64, 1 << (id.index() % 64))
    }
}

/// Equal where the same ids are in, however much room each has.
impl<T: Index> PartialEq for IdSet<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter()
            .map(Index::index)
            .eq(other.iter().map(Index::index))
    }
}

impl<T: Index> Eq for IdSet<T> {}

impl<T: Index> FromIterator<T> for IdSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(ids: I) -> Self {
        let mut set = Self::default();
        set.extend(ids);
        set
    }
}

impl<T: Index> Extend<T> for IdSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, ids: I) {
        for id in ids {
            self.insert(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ids: &[u32]) -> NodeSet {
        ids.iter().copied().map(NodeId).collect()
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        let mut nodes = set(&[3, 64, 200]);
        assert_eq!(
            nodes.iter().collect::<Vec<_>>(),
            [NodeId(3), NodeId(64), NodeId(200)]
        );
        assert!(!nodes.insert(NodeId(64)) && nodes.insert(NodeId(65)));
        nodes.union(&set(&[500]));
        nodes.subtract(&set(&[3, 7]));
        assert_eq!((nodes.count(), nodes.contains(NodeId(3))), (4, false));
        nodes.intersect(&set(&[65]));
        assert_eq!(nodes, set(&[65]));
        nodes.subtract(&set(&[65]));
        assert!(nodes.is_empty());
    }
}
