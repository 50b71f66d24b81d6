pub use either::Either;
pub struct Of<T>(T); impl<T> Iterator for Of<T> { type Item = T; } impl<T> DoubleEndedIterator for Of<T> {}
pub enum EitherOrBoth<A, B = A> { Both(A, B), Left(A), Right(B) }
impl<A, B> EitherOrBoth<A, B> { pub fn left(self) -> Option<A> {} pub fn right(self) -> Option<B> {} pub fn has_left(&self) -> bool {} pub fn has_right(&self) -> bool {} }
pub enum MinMaxResult<T> { NoElements, OneElement(T), MinMax(T, T) } impl<T> MinMaxResult<T> { pub fn into_option(self) -> Option<(T, T)> {} }
pub enum Position { First, Middle, Last, Only }
pub enum FoldWhile<T> { Continue(T), Done(T) } impl<T> FoldWhile<T> { pub fn into_inner(self) -> T {} }
pub struct ChunkBy<K, I>(K, I); impl<K, I: Iterator> IntoIterator for &ChunkBy<K, I> { type Item = (K, Of<<I as Iterator>::Item>); type IntoIter = Of<(K, Of<<I as Iterator>::Item>)>; fn into_iter(self) -> Of<(K, Of<<I as Iterator>::Item>)> {} }
pub struct IntoChunks<I>(I); impl<I: Iterator> IntoIterator for &IntoChunks<I> { type Item = Of<<I as Iterator>::Item>; type IntoIter = Of<Of<<I as Iterator>::Item>>; fn into_iter(self) -> Of<Of<<I as Iterator>::Item>> {} }
pub trait Itertools: Iterator {
    fn interleave<J>(self, other: J) -> Of<Self::Item> {}
    fn intersperse(self, element: Self::Item) -> Of<Self::Item> {}
    fn zip_longest<J: IntoIterator>(self, other: J) -> Of<EitherOrBoth<Self::Item, <J as IntoIterator>::Item>> {}
    fn zip_eq<J: IntoIterator>(self, other: J) -> Of<(Self::Item, <J as IntoIterator>::Item)> {}
    fn chunk_by<K, F: FnMut(&Self::Item) -> K>(self, key: F) -> ChunkBy<K, Self> {}
    fn group_by<K, F: FnMut(&Self::Item) -> K>(self, key: F) -> ChunkBy<K, Self> {}
    fn chunks(self, size: usize) -> IntoChunks<Self> {}
    fn tuple_windows<T>(self) -> Of<T> {}
    fn tuples<T>(self) -> Of<T> {}
    fn tee(self) -> (Of<Self::Item>, Of<Self::Item>) {}
    fn map_into<R>(self) -> Of<R> {}
    fn map_ok<F: FnMut(T) -> U, T, U, E>(self, f: F) -> Of<Result<U, E>> where Self: Iterator<Item = Result<T, E>> {}
    fn filter_ok<F: FnMut(&T) -> bool, T, E>(self, f: F) -> Of<Result<T, E>> where Self: Iterator<Item = Result<T, E>> {}
    fn filter_map_ok<F: FnMut(T) -> Option<U>, T, U, E>(self, f: F) -> Of<Result<U, E>> where Self: Iterator<Item = Result<T, E>> {}
    fn process_results<F: FnOnce(Of<T>) -> R, T, E, R>(self, f: F) -> Result<R, E> where Self: Iterator<Item = Result<T, E>> {}
    fn try_collect<T, U: FromIterator<T>, E>(self) -> Result<U, E> where Self: Iterator<Item = Result<T, E>> {}
    fn merge<J>(self, other: J) -> Of<Self::Item> {}
    fn merge_by<J, F: FnMut(&Self::Item, &Self::Item) -> bool>(self, other: J, f: F) -> Of<Self::Item> {}
    fn merge_join_by<J: IntoIterator, F: FnMut(&Self::Item, &<J as IntoIterator>::Item) -> T, T>(self, other: J, f: F) -> Of<EitherOrBoth<Self::Item, <J as IntoIterator>::Item>> {}
    fn kmerge(self) -> Of<<Self::Item as IntoIterator>::Item> {}
    fn cartesian_product<J: IntoIterator>(self, other: J) -> Of<(Self::Item, <J as IntoIterator>::Item)> {}
    fn coalesce<F: FnMut(Self::Item, Self::Item) -> Result<Self::Item, (Self::Item, Self::Item)>>(self, f: F) -> Of<Self::Item> {}
    fn dedup(self) -> Of<Self::Item> {} fn dedup_by<F: FnMut(&Self::Item, &Self::Item) -> bool>(self, f: F) -> Of<Self::Item> {} fn dedup_with_count(self) -> Of<(usize, Self::Item)> {}
    fn duplicates(self) -> Of<Self::Item> {} fn duplicates_by<V, F: FnMut(&Self::Item) -> V>(self, f: F) -> Of<Self::Item> {} fn unique(self) -> Of<Self::Item> {} fn unique_by<V, F: FnMut(&Self::Item) -> V>(self, f: F) -> Of<Self::Item> {}
    fn peeking_take_while<F: FnMut(&Self::Item) -> bool>(&mut self, f: F) -> Of<Self::Item> {} fn take_while_ref<F: FnMut(&Self::Item) -> bool>(&mut self, f: F) -> Of<Self::Item> {} fn take_while_inclusive<F: FnMut(&Self::Item) -> bool>(self, f: F) -> Of<Self::Item> {} fn while_some<A>(self) -> Of<A> where Self: Iterator<Item = Option<A>> {}
    fn combinations(self, k: usize) -> Of<Vec<Self::Item>> {} fn tuple_combinations<T>(self) -> Of<T> {} fn permutations(self, k: usize) -> Of<Vec<Self::Item>> {} fn powerset(self) -> Of<Vec<Self::Item>> {} fn multi_cartesian_product(self) -> Of<Vec<<Self::Item as IntoIterator>::Item>> {}
    fn pad_using<F: FnMut(usize) -> Self::Item>(self, min: usize, f: F) -> Of<Self::Item> {} fn with_position(self) -> Of<(Position, Self::Item)> {} fn positions<P: FnMut(Self::Item) -> bool>(self, p: P) -> Of<usize> {} fn update<F: FnMut(&mut Self::Item)>(self, f: F) -> Of<Self::Item> {}
    fn next_tuple<T>(&mut self) -> Option<T> {} fn collect_tuple<T>(self) -> Option<T> {} fn find_position<P: FnMut(&Self::Item) -> bool>(&mut self, p: P) -> Option<(usize, Self::Item)> {} fn find_or_first<P: FnMut(&Self::Item) -> bool>(self, p: P) -> Option<Self::Item> {} fn contains<Q>(&mut self, q: &Q) -> bool {} fn all_equal(&mut self) -> bool {} fn all_unique(&mut self) -> bool {} fn dropping(self, n: usize) -> Self {}
    fn collect_vec(self) -> Vec<Self::Item> {} fn join(&mut self, sep: &str) -> String {} fn format(self, sep: &str) -> Format {} fn format_with<F>(self, sep: &str, f: F) -> Format {}
    fn fold_ok<A, E, B, F: FnMut(B, A) -> B>(&mut self, start: B, f: F) -> Result<B, E> where Self: Iterator<Item = Result<A, E>> {} fn fold_while<B, F: FnMut(B, Self::Item) -> FoldWhile<B>>(&mut self, init: B, f: F) -> FoldWhile<B> {}
    fn sorted(self) -> std::vec::IntoIter<Self::Item> {} fn sorted_unstable(self) -> std::vec::IntoIter<Self::Item> {} fn sorted_by<F: FnMut(&Self::Item, &Self::Item) -> std::cmp::Ordering>(self, f: F) -> std::vec::IntoIter<Self::Item> {} fn sorted_unstable_by<F: FnMut(&Self::Item, &Self::Item) -> std::cmp::Ordering>(self, f: F) -> std::vec::IntoIter<Self::Item> {} fn sorted_by_key<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> std::vec::IntoIter<Self::Item> {} fn sorted_unstable_by_key<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> std::vec::IntoIter<Self::Item> {} fn sorted_by_cached_key<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> std::vec::IntoIter<Self::Item> {}
    fn partition_map<A, B, F: FnMut(Self::Item) -> Either<L, R>, L, R>(self, f: F) -> (A, B) where A: FromIterator<L>, B: FromIterator<R> {} fn partition_result<A: FromIterator<T>, B: FromIterator<E>, T, E>(self) -> (A, B) where Self: Iterator<Item = Result<T, E>> {}
    fn into_group_map<K, V>(self) -> std::collections::HashMap<K, Vec<V>> where Self: Iterator<Item = (K, V)> {} fn into_group_map_by<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> std::collections::HashMap<K, Vec<Self::Item>> {} fn into_grouping_map<K, V>(self) -> Of<(K, V)> where Self: Iterator<Item = (K, V)> {}
    fn min_set(self) -> Vec<Self::Item> {} fn max_set(self) -> Vec<Self::Item> {} fn minmax(self) -> MinMaxResult<Self::Item> {} fn minmax_by_key<K, F: FnMut(&Self::Item) -> K>(self, f: F) -> MinMaxResult<Self::Item> {} fn position_max(self) -> Option<usize> {} fn position_min(self) -> Option<usize> {} fn exactly_one(self) -> Result<Self::Item, ExactlyOneError> {} fn at_most_one(self) -> Result<Option<Self::Item>, ExactlyOneError> {} fn multipeek(self) -> std::iter::Peekable<Self> {} fn counts(self) -> std::collections::HashMap<Self::Item, usize> {} fn counts_by<K, F: FnMut(Self::Item) -> K>(self, f: F) -> std::collections::HashMap<K, usize> {} fn flatten_ok<T: IntoIterator, E>(self) -> Of<Result<<T as IntoIterator>::Item, E>> where Self: Iterator<Item = Result<T, E>> {} fn set_from<J>(&mut self, from: J) -> usize {} fn concat(self) -> Self::Item {} fn sum1<S>(self) -> Option<S> {}
}
pub struct ExactlyOneError; pub struct Format; impl std::fmt::Display for Format {}
impl<I: Iterator> Itertools for I {}
pub fn chain<A: IntoIterator, B>(a: A, b: B) -> Of<<A as IntoIterator>::Item> {} pub fn zip_eq<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Of<(<A as IntoIterator>::Item, <B as IntoIterator>::Item)> {} pub fn enumerate<I: IntoIterator>(i: I) -> Of<(usize, <I as IntoIterator>::Item)> {} pub fn sorted<I: IntoIterator>(i: I) -> std::vec::IntoIter<<I as IntoIterator>::Item> {} pub fn repeat_n<A>(a: A, n: usize) -> Of<A> {} pub fn join<I>(i: I, sep: &str) -> String {}
