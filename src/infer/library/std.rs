pub mod marker {
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait Unpin {}
    pub trait Copy: Clone {}
    pub struct PhantomData<T>;
}
pub mod clone {
    pub trait Clone { fn clone(&self) -> Self; fn clone_from(&mut self, source: &Self) {} }
    impl<T: Clone> Clone for crate::option::Option<T> { }
    impl<T: Clone, E> Clone for crate::result::Result<T, E> { }
    impl<T: Clone> Clone for crate::vec::Vec<T> { }
    impl<T: Clone> Clone for crate::boxed::Box<T> { }
    impl<T> Clone for crate::sync::Arc<T> { }
    impl<T> Clone for crate::sync::Weak<T> { }
    impl<T> Clone for crate::rc::Rc<T> { }
    impl<T> Clone for crate::rc::Weak<T> { }
    impl Clone for crate::string::String { }
    impl Clone for crate::path::PathBuf { }
    impl Clone for crate::ffi::OsString { }
    impl<K, V> Clone for crate::collections::HashMap<K, V> { }
    impl<K, V> Clone for crate::collections::BTreeMap<K, V> { }
    impl<T> Clone for crate::collections::HashSet<T> { }
    impl<T> Clone for crate::collections::BTreeSet<T> { }
    impl<T> Clone for crate::collections::VecDeque<T> { }
    impl<T> Clone for crate::cell::Cell<T> { }
    impl<T> Clone for crate::cell::RefCell<T> { }
    impl<T> Clone for crate::ops::Range<T> { }
    impl<T> Clone for crate::slice::Iter<T> { }
    impl<T> Clone for &T { }
    impl<T: Clone> Clone for [T; 0] { }
    impl<T> Clone for crate::borrow::Cow<T> { }
    impl<T> Clone for crate::sync::mpsc::Sender<T> { }
    impl Clone for crate::time::Duration { }
    impl Clone for crate::time::Instant { }
    impl Clone for u8 {} impl Clone for u16 {} impl Clone for u32 {} impl Clone for u64 {} impl Clone for u128 {} impl Clone for usize {}
    impl Clone for i8 {} impl Clone for i16 {} impl Clone for i32 {} impl Clone for i64 {} impl Clone for i128 {} impl Clone for isize {}
    impl Clone for f32 {} impl Clone for f64 {} impl Clone for bool {} impl Clone for char {}
}
pub mod default {
    pub trait Default { fn default() -> Self; }
    impl<T> Default for crate::option::Option<T> { }
    impl<T> Default for crate::vec::Vec<T> { }
    impl Default for crate::string::String { }
    impl<K, V> Default for crate::collections::HashMap<K, V> { }
    impl<K, V> Default for crate::collections::BTreeMap<K, V> { }
    impl<T> Default for crate::collections::HashSet<T> { }
    impl<T> Default for crate::collections::BTreeSet<T> { }
    impl<T> Default for crate::collections::VecDeque<T> { }
    impl<T: Default> Default for crate::sync::Arc<T> { }
    impl<T: Default> Default for crate::sync::Mutex<T> { }
    impl<T: Default> Default for crate::boxed::Box<T> { }
    impl<T: Default> Default for crate::cell::RefCell<T> { }
    impl<T: Default> Default for crate::cell::Cell<T> { }
}
pub mod cmp {
    pub trait PartialEq<Rhs = Self> { fn eq(&self, other: &Rhs) -> bool; fn ne(&self, other: &Rhs) -> bool {} }
    pub trait Eq: PartialEq {}
    pub trait PartialOrd<Rhs = Self>: PartialEq<Rhs> { fn partial_cmp(&self, other: &Rhs) -> crate::option::Option<Ordering>; fn lt(&self, other: &Rhs) -> bool {} fn le(&self, other: &Rhs) -> bool {} fn gt(&self, other: &Rhs) -> bool {} fn ge(&self, other: &Rhs) -> bool {} }
    pub trait Ord: Eq + PartialOrd { fn cmp(&self, other: &Self) -> Ordering; fn max(self, other: Self) -> Self {} fn min(self, other: Self) -> Self {} fn clamp(self, min: Self, max: Self) -> Self {} }
    pub enum Ordering { Less, Equal, Greater }
    impl Ordering { pub fn then(self, other: Ordering) -> Ordering {} pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {} pub fn reverse(self) -> Ordering {} pub fn is_eq(self) -> bool {} pub fn is_ne(self) -> bool {} pub fn is_lt(self) -> bool {} pub fn is_gt(self) -> bool {} pub fn is_le(self) -> bool {} pub fn is_ge(self) -> bool {} }
    pub struct Reverse<T>(pub T);
    pub fn max<T>(a: T, b: T) -> T {}
    pub fn min<T>(a: T, b: T) -> T {}
}
pub mod hash {
    pub trait Hash { fn hash<H: Hasher>(&self, state: &mut H); }
    pub trait Hasher { fn finish(&self) -> u64; fn write(&mut self, bytes: &[u8]); }
    pub trait BuildHasher { type Hasher; fn build_hasher(&self) -> Self::Hasher; }
    pub struct DefaultHasher;
    pub struct RandomState;
    impl Hasher for DefaultHasher {}
    impl DefaultHasher { pub fn new() -> Self {} }
}
pub mod option {
    pub enum Option<T> { None, Some(T) }
    impl<T> Option<T> {
        pub fn is_some(&self) -> bool {}
        pub fn is_none(&self) -> bool {}
        pub fn is_some_and<F: FnOnce(T) -> bool>(self, f: F) -> bool {}
        pub fn is_none_or<F: FnOnce(T) -> bool>(self, f: F) -> bool {}
        pub fn as_ref(&self) -> Option<&T> {}
        pub fn as_mut(&mut self) -> Option<&mut T> {}
        pub fn expect(self, msg: &str) -> T {}
        pub fn unwrap(self) -> T {}
        pub fn unwrap_or(self, default: T) -> T {}
        pub fn unwrap_or_else<F: FnOnce() -> T>(self, f: F) -> T {}
        pub fn unwrap_or_default(self) -> T {}
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U> {}
        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self {}
        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {}
        pub fn map_or_else<U, D: FnOnce() -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {}
        pub fn ok_or<E>(self, err: E) -> crate::result::Result<T, E> {}
        pub fn ok_or_else<E, F: FnOnce() -> E>(self, err: F) -> crate::result::Result<T, E> {}
        pub fn as_deref(&self) -> Option<&<T as crate::ops::Deref>::Target> {}
        pub fn as_deref_mut(&mut self) -> Option<&mut <T as crate::ops::Deref>::Target> {}
        pub fn iter(&self) -> IntoIter<&T> {}
        pub fn iter_mut(&mut self) -> IntoIter<&mut T> {}
        pub fn and<U>(self, optb: Option<U>) -> Option<U> {}
        pub fn and_then<U, F: FnOnce(T) -> Option<U>>(self, f: F) -> Option<U> {}
        pub fn filter<P: FnOnce(&T) -> bool>(self, predicate: P) -> Self {}
        pub fn or(self, optb: Option<T>) -> Option<T> {}
        pub fn or_else<F: FnOnce() -> Option<T>>(self, f: F) -> Option<T> {}
        pub fn xor(self, optb: Option<T>) -> Option<T> {}
        pub fn insert(&mut self, value: T) -> &mut T {}
        pub fn get_or_insert(&mut self, value: T) -> &mut T {}
        pub fn get_or_insert_with<F: FnOnce() -> T>(&mut self, f: F) -> &mut T {}
        pub fn take(&mut self) -> Option<T> {}
        pub fn take_if<P: FnOnce(&mut T) -> bool>(&mut self, predicate: P) -> Option<T> {}
        pub fn replace(&mut self, value: T) -> Option<T> {}
        pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)> {}
    }
    impl<T> Option<&T> { pub fn copied(self) -> Option<T> {} pub fn cloned(self) -> Option<T> {} }
    impl<T, E> Option<crate::result::Result<T, E>> { pub fn transpose(self) -> crate::result::Result<Option<T>, E> {} }
    impl<T> Option<Option<T>> { pub fn flatten(self) -> Option<T> {} }
    pub struct IntoIter<T>(T);
    impl<T> Iterator for IntoIter<T> { type Item = T; }
    impl<T> IntoIterator for Option<T> { type Item = T; type IntoIter = IntoIter<T>; fn into_iter(self) -> IntoIter<T> {} }
    impl<T> IntoIterator for &Option<T> { type Item = &T; type IntoIter = IntoIter<&T>; fn into_iter(self) -> IntoIter<&T> {} } impl<T> IntoIterator for &mut Option<T> { type Item = &mut T; type IntoIter = IntoIter<&mut T>; fn into_iter(self) -> IntoIter<&mut T> {} }
    impl<T> From<T> for Option<T> { fn from(value: T) -> Option<T> {} }
    impl<A, V: FromIterator<A>> FromIterator<Option<A>> for Option<V> { }
}
pub mod result {
    pub enum Result<T, E> { Ok(T), Err(E) }
    impl<T, E> Result<T, E> {
        pub fn is_ok(&self) -> bool {}
        pub fn is_err(&self) -> bool {}
        pub fn is_ok_and<F: FnOnce(T) -> bool>(self, f: F) -> bool {}
        pub fn is_err_and<F: FnOnce(E) -> bool>(self, f: F) -> bool {}
        pub fn ok(self) -> Option<T> {}
        pub fn err(self) -> Option<E> {}
        pub fn as_ref(&self) -> Result<&T, &E> {}
        pub fn as_mut(&mut self) -> Result<&mut T, &mut E> {}
        pub fn map<U, F: FnOnce(T) -> U>(self, op: F) -> Result<U, E> {}
        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {}
        pub fn map_or_else<U, D: FnOnce(E) -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {}
        pub fn map_err<F, O: FnOnce(E) -> F>(self, op: O) -> Result<T, F> {}
        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self {}
        pub fn inspect_err<F: FnOnce(&E)>(self, f: F) -> Self {}
        pub fn as_deref(&self) -> Result<&<T as crate::ops::Deref>::Target, &E> {}
        pub fn iter(&self) -> crate::option::IntoIter<&T> {}
        pub fn and<U>(self, res: Result<U, E>) -> Result<U, E> {}
        pub fn and_then<U, F: FnOnce(T) -> Result<U, E>>(self, op: F) -> Result<U, E> {}
        pub fn or<F>(self, res: Result<T, F>) -> Result<T, F> {}
        pub fn or_else<F, O: FnOnce(E) -> Result<T, F>>(self, op: O) -> Result<T, F> {}
        pub fn unwrap_or(self, default: T) -> T {}
        pub fn unwrap_or_else<F: FnOnce(E) -> T>(self, op: F) -> T {}
        pub fn unwrap_or_default(self) -> T {}
        pub fn expect(self, msg: &str) -> T {}
        pub fn unwrap(self) -> T {}
        pub fn expect_err(self, msg: &str) -> E {}
        pub fn unwrap_err(self) -> E {}
    }
    impl<T, E> Result<&T, E> { pub fn copied(self) -> Result<T, E> {} pub fn cloned(self) -> Result<T, E> {} }
    impl<T, E> Result<Option<T>, E> { pub fn transpose(self) -> Option<Result<T, E>> {} }
    impl<T, E> Result<Result<T, E>, E> { pub fn flatten(self) -> Result<T, E> {} }
    impl<T, E> IntoIterator for Result<T, E> { type Item = T; type IntoIter = crate::option::IntoIter<T>; fn into_iter(self) -> crate::option::IntoIter<T> {} }
    impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> { }
}
pub mod ops {
    pub trait Deref { type Target; fn deref(&self) -> &Self::Target; }
    impl<T> Deref for &T { type Target = T; fn deref(&self) -> &T {} } impl<T> Deref for &mut T { type Target = T; fn deref(&self) -> &T {} }
    pub trait DerefMut: Deref { fn deref_mut(&mut self) -> &mut Self::Target; }
    pub trait Drop { fn drop(&mut self); }
    pub trait Index<Idx> { type Output; fn index(&self, index: Idx) -> &Self::Output; }
    pub trait IndexMut<Idx>: Index<Idx> { fn index_mut(&mut self, index: Idx) -> &mut Self::Output; }
    pub trait FnOnce<Args> { type Output; }
    pub trait FnMut<Args>: FnOnce<Args> {}
    pub trait Fn<Args>: FnMut<Args> {}
    impl<Args, F: FnOnce<Args>> FnOnce<Args> for crate::boxed::Box<F> { type Output = <F as FnOnce<Args>>::Output; } impl<Args, F: FnMut<Args>> FnMut<Args> for crate::boxed::Box<F> {} impl<Args, F: Fn<Args>> Fn<Args> for crate::boxed::Box<F> {}
    impl<Args, F: Fn<Args>> FnOnce<Args> for &F { type Output = <F as FnOnce<Args>>::Output; } impl<Args, F: Fn<Args>> FnMut<Args> for &F {} impl<Args, F: Fn<Args>> Fn<Args> for &F {} impl<Args, F: FnMut<Args>> FnOnce<Args> for &mut F { type Output = <F as FnOnce<Args>>::Output; } impl<Args, F: FnMut<Args>> FnMut<Args> for &mut F {}
    pub trait AsyncFnOnce<Args> {}
    pub trait AsyncFnMut<Args> {}
    pub trait AsyncFn<Args> {}
    pub trait Add<Rhs = Self> { type Output; fn add(self, rhs: Rhs) -> Self::Output; }
    pub trait Sub<Rhs = Self> { type Output; fn sub(self, rhs: Rhs) -> Self::Output; }
    pub trait Mul<Rhs = Self> { type Output; fn mul(self, rhs: Rhs) -> Self::Output; }
    pub trait Div<Rhs = Self> { type Output; fn div(self, rhs: Rhs) -> Self::Output; }
    pub trait Rem<Rhs = Self> { type Output; fn rem(self, rhs: Rhs) -> Self::Output; }
    pub trait BitAnd<Rhs = Self> { type Output; fn bitand(self, rhs: Rhs) -> Self::Output; }
    pub trait BitOr<Rhs = Self> { type Output; fn bitor(self, rhs: Rhs) -> Self::Output; }
    pub trait BitXor<Rhs = Self> { type Output; fn bitxor(self, rhs: Rhs) -> Self::Output; }
    pub trait Shl<Rhs = Self> { type Output; fn shl(self, rhs: Rhs) -> Self::Output; }
    pub trait Shr<Rhs = Self> { type Output; fn shr(self, rhs: Rhs) -> Self::Output; }
    pub trait Neg { type Output; fn neg(self) -> Self::Output; }
    pub trait Not { type Output; fn not(self) -> Self::Output; }
    pub trait AddAssign<Rhs = Self> { fn add_assign(&mut self, rhs: Rhs); }
    pub trait SubAssign<Rhs = Self> { fn sub_assign(&mut self, rhs: Rhs); }
    pub trait RangeBounds<T> { fn start_bound(&self) -> Bound<&T>; fn end_bound(&self) -> Bound<&T>; fn contains<U>(&self, item: &U) -> bool {} }
    pub enum Bound<T> { Included(T), Excluded(T), Unbounded }
    pub enum ControlFlow<B, C = ()> { Continue(C), Break(B) }
    impl<B, C> ControlFlow<B, C> { pub fn is_break(&self) -> bool {} pub fn is_continue(&self) -> bool {} pub fn break_value(self) -> Option<B> {} }
    pub struct Range<Idx> { pub start: Idx, pub end: Idx }
    pub struct RangeInclusive<Idx> { start: Idx, end: Idx }
    pub struct RangeFrom<Idx> { pub start: Idx }
    pub struct RangeTo<Idx> { pub end: Idx }
    pub struct RangeToInclusive<Idx> { pub end: Idx }
    pub struct RangeFull;
    impl<T> Range<T> { pub fn contains<U>(&self, item: &U) -> bool {} pub fn is_empty(&self) -> bool {} }
    impl<T> RangeInclusive<T> { pub fn new(start: T, end: T) -> Self {} pub fn start(&self) -> &T {} pub fn end(&self) -> &T {} pub fn contains<U>(&self, item: &U) -> bool {} pub fn is_empty(&self) -> bool {} }
    impl<T> Iterator for Range<T> { type Item = T; }
    impl<T> Iterator for RangeInclusive<T> { type Item = T; }
    impl<T> Iterator for RangeFrom<T> { type Item = T; }
}
pub mod convert {
    pub trait From<T> { fn from(value: T) -> Self; }
    pub trait Into<T> { fn into(self) -> T; }
    impl<T, U: From<T>> Into<U> for T { fn into(self) -> U {} }
    pub trait TryFrom<T> { type Error; fn try_from(value: T) -> Result<Self, Self::Error>; }
    pub trait TryInto<T> { type Error; fn try_into(self) -> Result<T, Self::Error>; }
    impl<T, U: TryFrom<T>> TryInto<U> for T { type Error = <U as TryFrom<T>>::Error; fn try_into(self) -> Result<U, <U as TryFrom<T>>::Error> {} }
    pub trait AsRef<T> { fn as_ref(&self) -> &T; }
    pub trait AsMut<T> { fn as_mut(&mut self) -> &mut T; }
    impl<T> AsRef<T> for crate::boxed::Box<T> { fn as_ref(&self) -> &T {} }
    impl<T> AsRef<T> for crate::sync::Arc<T> { fn as_ref(&self) -> &T {} }
    impl<T> AsRef<T> for crate::rc::Rc<T> { fn as_ref(&self) -> &T {} }
    impl<T> AsMut<T> for crate::boxed::Box<T> { fn as_mut(&mut self) -> &mut T {} }
    impl<T> AsRef<T> for crate::borrow::Cow<T> { fn as_ref(&self) -> &T {} }
    impl AsRef<str> for crate::string::String {} impl AsRef<[u8]> for crate::string::String {} impl AsRef<crate::path::Path> for crate::string::String {} impl AsRef<crate::ffi::OsStr> for crate::string::String {}
    impl AsRef<str> for str {} impl AsRef<[u8]> for str {} impl AsRef<crate::path::Path> for str {} impl AsRef<crate::ffi::OsStr> for str {}
    impl AsRef<crate::path::Path> for crate::path::PathBuf {} impl AsRef<crate::path::Path> for crate::path::Path {}
    impl<T> AsRef<[T]> for crate::vec::Vec<T> {} impl<T> AsRef<[T]> for [T] {}
    pub enum Infallible {}
}
pub mod borrow {
    pub trait Borrow<T> { fn borrow(&self) -> &T; }
    pub trait BorrowMut<T>: Borrow<T> { fn borrow_mut(&mut self) -> &mut T; }
    pub trait ToOwned { type Owned; fn to_owned(&self) -> Self::Owned; }
    impl ToOwned for str { type Owned = crate::string::String; fn to_owned(&self) -> crate::string::String {} }
    impl<T> ToOwned for [T] { type Owned = crate::vec::Vec<T>; fn to_owned(&self) -> crate::vec::Vec<T> {} }
    impl ToOwned for crate::path::Path { type Owned = crate::path::PathBuf; fn to_owned(&self) -> crate::path::PathBuf {} }
    impl ToOwned for crate::ffi::OsStr { type Owned = crate::ffi::OsString; fn to_owned(&self) -> crate::ffi::OsString {} }
    impl<T: Clone> ToOwned for T { type Owned = T; fn to_owned(&self) -> T {} }
    pub enum Cow<B: ToOwned> { Borrowed(&B), Owned(<B as ToOwned>::Owned) }
    impl<B: ToOwned> Cow<B> { pub fn into_owned(self) -> <B as ToOwned>::Owned {} pub fn to_mut(&mut self) -> &mut <B as ToOwned>::Owned {} pub fn is_borrowed(&self) -> bool {} pub fn is_owned(&self) -> bool {} }
    impl<B> crate::ops::Deref for Cow<B> { type Target = B; fn deref(&self) -> &B {} }
}
pub mod boxed {
    pub struct Box<T>(T);
    impl<T> Box<T> { pub fn new(x: T) -> Box<T> {} pub fn pin(x: T) -> crate::pin::Pin<Box<T>> {} pub fn leak(b: Self) -> &mut T {} pub fn into_pin(b: Self) -> crate::pin::Pin<Box<T>> {} pub fn into_inner(b: Self) -> T {} pub fn as_ref(&self) -> &T {} pub fn as_mut(&mut self) -> &mut T {} }
    impl<T> crate::ops::Deref for Box<T> { type Target = T; fn deref(&self) -> &T {} }
    impl<T> From<T> for Box<T> { fn from(t: T) -> Self {} }
    impl<I: Iterator> Iterator for Box<I> { type Item = <I as Iterator>::Item; }
    impl<F: crate::future::Future> crate::future::Future for Box<F> { type Output = <F as crate::future::Future>::Output; }
}
pub mod rc {
    pub struct Rc<T>(T);
    impl<T> Rc<T> { pub fn new(value: T) -> Rc<T> {} pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(f: F) -> Rc<T> {} pub fn downgrade(this: &Self) -> Weak<T> {} pub fn strong_count(this: &Self) -> usize {} pub fn ptr_eq(this: &Self, other: &Self) -> bool {} pub fn get_mut(this: &mut Self) -> Option<&mut T> {} pub fn make_mut(this: &mut Self) -> &mut T {} pub fn try_unwrap(this: Self) -> Result<T, Self> {} pub fn unwrap_or_clone(this: Self) -> T {} pub fn into_inner(this: Self) -> Option<T> {} pub fn as_ptr(this: &Self) -> *const T {} }
    impl<T> crate::ops::Deref for Rc<T> { type Target = T; fn deref(&self) -> &T {} }
    impl<T> From<T> for Rc<T> { fn from(t: T) -> Self {} }
    pub struct Weak<T>(T);
    impl<T> Weak<T> { pub fn new() -> Weak<T> {} pub fn upgrade(&self) -> Option<Rc<T>> {} }
}
pub mod sync {
    pub struct Arc<T>(T);
    impl<T> Arc<T> { pub fn new(value: T) -> Arc<T> {} pub fn pin(value: T) -> crate::pin::Pin<Arc<T>> {} pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(f: F) -> Arc<T> {} pub fn downgrade(this: &Self) -> Weak<T> {} pub fn strong_count(this: &Self) -> usize {} pub fn ptr_eq(this: &Self, other: &Self) -> bool {} pub fn get_mut(this: &mut Self) -> Option<&mut T> {} pub fn make_mut(this: &mut Self) -> &mut T {} pub fn try_unwrap(this: Self) -> Result<T, Self> {} pub fn unwrap_or_clone(this: Self) -> T {} pub fn into_inner(this: Self) -> Option<T> {} pub fn as_ptr(this: &Self) -> *const T {} }
    impl<T> crate::ops::Deref for Arc<T> { type Target = T; fn deref(&self) -> &T {} }
    impl<T> From<T> for Arc<T> { fn from(t: T) -> Self {} }
    pub struct Weak<T>(T);
    impl<T> Weak<T> { pub fn new() -> Weak<T> {} pub fn upgrade(&self) -> Option<Arc<T>> {} pub fn strong_count(&self) -> usize {} pub fn ptr_eq(&self, other: &Self) -> bool {} }
    pub struct Mutex<T>(T);
    impl<T> Mutex<T> { pub fn new(t: T) -> Mutex<T> {} pub fn lock(&self) -> LockResult<MutexGuard<T>> {} pub fn try_lock(&self) -> TryLockResult<MutexGuard<T>> {} pub fn into_inner(self) -> LockResult<T> {} pub fn get_mut(&mut self) -> LockResult<&mut T> {} pub fn is_poisoned(&self) -> bool {} }
    pub struct MutexGuard<T>(T);
    impl<T> crate::ops::Deref for MutexGuard<T> { type Target = T; fn deref(&self) -> &T {} }
    pub struct RwLock<T>(T);
    impl<T> RwLock<T> { pub fn new(t: T) -> RwLock<T> {} pub fn read(&self) -> LockResult<RwLockReadGuard<T>> {} pub fn write(&self) -> LockResult<RwLockWriteGuard<T>> {} pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<T>> {} pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<T>> {} pub fn into_inner(self) -> LockResult<T> {} pub fn get_mut(&mut self) -> LockResult<&mut T> {} }
    pub struct RwLockReadGuard<T>(T);
    impl<T> crate::ops::Deref for RwLockReadGuard<T> { type Target = T; fn deref(&self) -> &T {} }
    pub struct RwLockWriteGuard<T>(T);
    impl<T> crate::ops::Deref for RwLockWriteGuard<T> { type Target = T; fn deref(&self) -> &T {} }
    pub struct PoisonError<T>(T);
    impl<T> PoisonError<T> { pub fn into_inner(self) -> T {} pub fn get_ref(&self) -> &T {} }
    pub enum TryLockError<T> { Poisoned(PoisonError<T>), WouldBlock }
    pub type LockResult<T> = Result<T, PoisonError<T>>;
    pub type TryLockResult<T> = Result<T, TryLockError<T>>;
    pub struct OnceLock<T>(T);
    impl<T> OnceLock<T> { pub fn new() -> OnceLock<T> {} pub fn get(&self) -> Option<&T> {} pub fn get_mut(&mut self) -> Option<&mut T> {} pub fn set(&self, value: T) -> Result<(), T> {} pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {} pub fn into_inner(self) -> Option<T> {} pub fn take(&mut self) -> Option<T> {} }
    pub struct LazyLock<T, F = fn() -> T>(T, F);
    impl<T, F: FnOnce() -> T> LazyLock<T, F> { pub fn new(f: F) -> LazyLock<T, F> {} pub fn force(this: &LazyLock<T, F>) -> &T {} }
    impl<T, F> crate::ops::Deref for LazyLock<T, F> { type Target = T; fn deref(&self) -> &T {} }
    pub struct Condvar;
    impl Condvar { pub fn new() -> Condvar {} pub fn wait<T>(&self, guard: MutexGuard<T>) -> LockResult<MutexGuard<T>> {} pub fn notify_one(&self) {} pub fn notify_all(&self) {} pub fn wait_while<T, F: FnMut(&mut T) -> bool>(&self, guard: MutexGuard<T>, condition: F) -> LockResult<MutexGuard<T>> {} }
    pub struct Once;
    impl Once { pub const fn new() -> Once {} pub fn call_once<F: FnOnce()>(&self, f: F) {} pub fn is_completed(&self) -> bool {} }
    pub struct Barrier;
    pub mod atomic {
        pub struct AtomicBool; pub struct AtomicUsize; pub struct AtomicU64; pub struct AtomicU32; pub struct AtomicI64; pub struct AtomicI32; pub struct AtomicU8; pub struct AtomicU16; pub struct AtomicIsize;
        pub struct AtomicPtr<T>(T);
        pub enum Ordering { Relaxed, Release, Acquire, AcqRel, SeqCst }
        impl AtomicBool { pub fn new(v: bool) -> Self {} pub fn load(&self, order: Ordering) -> bool {} pub fn store(&self, v: bool, order: Ordering) {} pub fn swap(&self, v: bool, order: Ordering) -> bool {} pub fn fetch_or(&self, v: bool, order: Ordering) -> bool {} pub fn compare_exchange(&self, a: bool, b: bool, c: Ordering, d: Ordering) -> Result<bool, bool> {} }
        impl AtomicUsize { pub fn new(v: usize) -> Self {} pub fn load(&self, order: Ordering) -> usize {} pub fn store(&self, v: usize, order: Ordering) {} pub fn swap(&self, v: usize, order: Ordering) -> usize {} pub fn fetch_add(&self, v: usize, order: Ordering) -> usize {} pub fn fetch_sub(&self, v: usize, order: Ordering) -> usize {} }
        impl AtomicU64 { pub fn new(v: u64) -> Self {} pub fn load(&self, order: Ordering) -> u64 {} pub fn store(&self, v: u64, order: Ordering) {} pub fn fetch_add(&self, v: u64, order: Ordering) -> u64 {} pub fn fetch_sub(&self, v: u64, order: Ordering) -> u64 {} }
        impl AtomicU32 { pub fn new(v: u32) -> Self {} pub fn load(&self, order: Ordering) -> u32 {} pub fn store(&self, v: u32, order: Ordering) {} pub fn fetch_add(&self, v: u32, order: Ordering) -> u32 {} }
    }
    pub mod mpsc {
        pub struct Sender<T>(T); pub struct SyncSender<T>(T); pub struct Receiver<T>(T); pub struct SendError<T>(pub T); pub struct RecvError; pub enum TryRecvError { Empty, Disconnected } pub enum RecvTimeoutError { Timeout, Disconnected }
        pub fn channel<T>() -> (Sender<T>, Receiver<T>) {}
        pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {}
        impl<T> Sender<T> { pub fn send(&self, t: T) -> Result<(), SendError<T>> {} }
        impl<T> SyncSender<T> { pub fn send(&self, t: T) -> Result<(), SendError<T>> {} pub fn try_send(&self, t: T) -> Result<(), SendError<T>> {} }
        impl<T> Clone for SyncSender<T> {}
        impl<T> Receiver<T> { pub fn recv(&self) -> Result<T, RecvError> {} pub fn try_recv(&self) -> Result<T, TryRecvError> {} pub fn recv_timeout(&self, timeout: crate::time::Duration) -> Result<T, RecvTimeoutError> {} pub fn iter(&self) -> Iter<T> {} pub fn try_iter(&self) -> Iter<T> {} }
        pub struct Iter<T>(T);
        impl<T> Iterator for Iter<T> { type Item = T; }
        impl<T> IntoIterator for Receiver<T> { type Item = T; type IntoIter = Iter<T>; fn into_iter(self) -> Iter<T> {} }
        impl<T> IntoIterator for &Receiver<T> { type Item = T; type IntoIter = Iter<T>; fn into_iter(self) -> Iter<T> {} }
    }
}
pub mod cell {
    pub struct Cell<T>(T);
    impl<T> Cell<T> { pub fn new(value: T) -> Cell<T> {} pub fn get(&self) -> T {} pub fn set(&self, val: T) {} pub fn take(&self) -> T {} pub fn replace(&self, val: T) -> T {} pub fn into_inner(self) -> T {} pub fn get_mut(&mut self) -> &mut T {} }
    pub struct RefCell<T>(T);
    impl<T> RefCell<T> { pub fn new(value: T) -> RefCell<T> {} pub fn borrow(&self) -> Ref<T> {} pub fn borrow_mut(&self) -> RefMut<T> {} pub fn try_borrow(&self) -> Result<Ref<T>, BorrowError> {} pub fn try_borrow_mut(&self) -> Result<RefMut<T>, BorrowMutError> {} pub fn into_inner(self) -> T {} pub fn get_mut(&mut self) -> &mut T {} pub fn replace(&self, t: T) -> T {} pub fn take(&self) -> T {} }
    pub struct BorrowError; pub struct BorrowMutError;
    pub struct Ref<T>(T);
    impl<T> crate::ops::Deref for Ref<T> { type Target = T; fn deref(&self) -> &T {} }
    impl<T> Ref<T> { pub fn map<U, F: FnOnce(&T) -> &U>(orig: Ref<T>, f: F) -> Ref<U> {} pub fn clone(orig: &Ref<T>) -> Ref<T> {} }
    pub struct RefMut<T>(T);
    impl<T> crate::ops::Deref for RefMut<T> { type Target = T; fn deref(&self) -> &T {} }
    impl<T> RefMut<T> { pub fn map<U, F: FnOnce(&mut T) -> &mut U>(orig: RefMut<T>, f: F) -> RefMut<U> {} }
    pub struct OnceCell<T>(T);
    impl<T> OnceCell<T> { pub fn new() -> OnceCell<T> {} pub fn get(&self) -> Option<&T> {} pub fn get_mut(&mut self) -> Option<&mut T> {} pub fn set(&self, value: T) -> Result<(), T> {} pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {} pub fn into_inner(self) -> Option<T> {} pub fn take(&mut self) -> Option<T> {} }
    pub struct LazyCell<T, F = fn() -> T>(T, F);
    impl<T, F: FnOnce() -> T> LazyCell<T, F> { pub fn new(f: F) -> LazyCell<T, F> {} }
    impl<T, F> crate::ops::Deref for LazyCell<T, F> { type Target = T; fn deref(&self) -> &T {} }
    pub struct UnsafeCell<T>(T);
    impl<T> UnsafeCell<T> { pub fn new(value: T) -> Self {} pub fn get(&self) -> *mut T {} pub fn get_mut(&mut self) -> &mut T {} pub fn into_inner(self) -> T {} }
}
pub mod pin {
    pub struct Pin<P>(P);
    impl<P> Pin<P> { pub fn new(pointer: P) -> Pin<P> {} pub unsafe fn new_unchecked(pointer: P) -> Pin<P> {} pub fn as_mut(&mut self) -> Pin<&mut <P as crate::ops::Deref>::Target> {} pub fn as_ref(&self) -> Pin<&<P as crate::ops::Deref>::Target> {} pub fn into_inner(pin: Pin<P>) -> P {} pub fn set(&mut self, value: <P as crate::ops::Deref>::Target) {} }
    impl<T> Pin<&mut T> { pub fn get_mut(self) -> &mut T {} pub unsafe fn get_unchecked_mut(self) -> &mut T {} pub unsafe fn map_unchecked_mut<U, F: FnOnce(&mut T) -> &mut U>(self, f: F) -> Pin<&mut U> {} pub fn get_ref(self) -> &T {} }
    impl<P: crate::ops::Deref> crate::ops::Deref for Pin<P> { type Target = <P as crate::ops::Deref>::Target; }
}
pub mod future {
    pub trait Future { type Output; fn poll(self: crate::pin::Pin<&mut Self>, cx: &mut crate::task::Context) -> crate::task::Poll<Self::Output>; }
    impl<F: Future> Future for &mut F { type Output = <F as Future>::Output; }
    impl<P> Future for crate::pin::Pin<P> where P: crate::ops::Deref, <P as crate::ops::Deref>::Target: Future { type Output = <<P as crate::ops::Deref>::Target as Future>::Output; }
    pub trait IntoFuture { type Output; type IntoFuture; fn into_future(self) -> Self::IntoFuture; }
    impl<F: Future> IntoFuture for F { type Output = <F as Future>::Output; type IntoFuture = F; fn into_future(self) -> F {} }
    pub struct Ready<T>(T);
    impl<T> Future for Ready<T> { type Output = T; }
    pub fn ready<T>(t: T) -> Ready<T> {}
    pub fn pending<T>() -> Ready<T> {}
    pub fn poll_fn<T, F: FnMut(&mut crate::task::Context) -> crate::task::Poll<T>>(f: F) -> Ready<T> {}
}
pub mod task {
    pub enum Poll<T> { Ready(T), Pending }
    impl<T> Poll<T> { pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<U> {} pub fn is_ready(&self) -> bool {} pub fn is_pending(&self) -> bool {} }
    impl<T, E> Poll<Result<T, E>> { pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Result<U, E>> {} pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Result<T, U>> {} }
    pub struct Context;
    impl Context { pub fn waker(&self) -> &Waker {} pub fn from_waker(waker: &Waker) -> Context {} }
    pub struct Waker;
    impl Waker { pub fn wake(self) {} pub fn wake_by_ref(&self) {} pub fn will_wake(&self, other: &Waker) -> bool {} }
    impl Clone for Waker {}
    pub trait Wake { fn wake(self: crate::sync::Arc<Self>); }
}
pub mod mem {
    pub fn replace<T>(dest: &mut T, src: T) -> T {}
    pub fn take<T>(dest: &mut T) -> T {}
    pub fn swap<T>(x: &mut T, y: &mut T) {}
    pub fn drop<T>(x: T) {}
    pub fn forget<T>(x: T) {}
    pub fn size_of<T>() -> usize {}
    pub fn size_of_val<T>(val: &T) -> usize {}
    pub fn align_of<T>() -> usize {}
    pub struct ManuallyDrop<T>(T);
    impl<T> ManuallyDrop<T> { pub fn new(value: T) -> ManuallyDrop<T> {} pub fn into_inner(slot: ManuallyDrop<T>) -> T {} pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {} }
    impl<T> crate::ops::Deref for ManuallyDrop<T> { type Target = T; fn deref(&self) -> &T {} }
    pub struct MaybeUninit<T>(T);
    impl<T> MaybeUninit<T> { pub fn uninit() -> Self {} pub fn new(v: T) -> Self {} pub fn write(&mut self, v: T) -> &mut T {} pub unsafe fn assume_init(self) -> T {} pub unsafe fn assume_init_ref(&self) -> &T {} pub unsafe fn assume_init_mut(&mut self) -> &mut T {} pub fn as_ptr(&self) -> *const T {} pub fn as_mut_ptr(&mut self) -> *mut T {} }
}
pub mod ptr {
    pub struct NonNull<T>(T);
    impl<T> NonNull<T> { pub fn new(ptr: *mut T) -> Option<Self> {} pub unsafe fn new_unchecked(ptr: *mut T) -> Self {} pub fn as_ptr(self) -> *mut T {} pub unsafe fn as_ref(&self) -> &T {} pub unsafe fn as_mut(&mut self) -> &mut T {} pub fn cast<U>(self) -> NonNull<U> {} pub fn dangling() -> Self {} pub fn from(r: &mut T) -> Self {} }
    impl<T> Clone for NonNull<T> {}
    pub fn null<T>() -> *const T {}
    pub fn null_mut<T>() -> *mut T {}
    pub fn eq<T>(a: *const T, b: *const T) -> bool {}
    pub unsafe fn read<T>(src: *const T) -> T {}
    pub unsafe fn write<T>(dst: *mut T, src: T) {}
}
impl<T> *const T { pub unsafe fn as_ref(self) -> Option<&T> {} pub fn cast<U>(self) -> *const U {} pub fn is_null(self) -> bool {} pub unsafe fn add(self, count: usize) -> Self {} pub unsafe fn read(self) -> T {} pub unsafe fn as_mut(self) -> Option<&mut T> {} pub unsafe fn write(self, val: T) {} pub unsafe fn offset(self, count: isize) -> Self {} pub unsafe fn sub(self, count: usize) -> Self {} }
pub mod fmt {
    pub struct Formatter; pub struct Error; pub struct Arguments;
    pub type Result = crate::result::Result<(), Error>;
    pub trait Display { fn fmt(&self, f: &mut Formatter) -> Result; }
    pub trait Debug { fn fmt(&self, f: &mut Formatter) -> Result; }
    pub trait LowerHex { fn fmt(&self, f: &mut Formatter) -> Result; }
    pub trait UpperHex { fn fmt(&self, f: &mut Formatter) -> Result; }
    pub trait Write { fn write_str(&mut self, s: &str) -> Result; fn write_char(&mut self, c: char) -> Result {} fn write_fmt(&mut self, args: Arguments) -> Result {} }
    impl Write for Formatter {} impl Write for crate::string::String {}
    impl Formatter { pub fn write_str(&mut self, data: &str) -> Result {} pub fn write_fmt(&mut self, fmt: Arguments) -> Result {} pub fn alternate(&self) -> bool {} pub fn pad(&mut self, s: &str) -> Result {} pub fn width(&self) -> Option<usize> {} pub fn precision(&self) -> Option<usize> {} pub fn debug_struct(&mut self, name: &str) -> DebugStruct {} pub fn debug_tuple(&mut self, name: &str) -> DebugTuple {} pub fn debug_list(&mut self) -> DebugList {} pub fn debug_set(&mut self) -> DebugList {} pub fn debug_map(&mut self) -> DebugMap {} }
    pub struct DebugStruct; pub struct DebugTuple; pub struct DebugList; pub struct DebugMap;
    impl DebugStruct { pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self {} pub fn finish(&mut self) -> Result {} pub fn finish_non_exhaustive(&mut self) -> Result {} }
    impl DebugTuple { pub fn field(&mut self, value: &dyn Debug) -> &mut Self {} pub fn finish(&mut self) -> Result {} }
    impl DebugList { pub fn entry(&mut self, value: &dyn Debug) -> &mut Self {} pub fn entries<I>(&mut self, entries: I) -> &mut Self {} pub fn finish(&mut self) -> Result {} }
    impl DebugMap { pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self {} pub fn entries<I>(&mut self, entries: I) -> &mut Self {} pub fn finish(&mut self) -> Result {} }
    impl Display for crate::string::String {} impl Display for str {} impl Display for bool {} impl Display for char {}
    impl Display for u8 {} impl Display for u16 {} impl Display for u32 {} impl Display for u64 {} impl Display for usize {} impl Display for i8 {} impl Display for i16 {} impl Display for i32 {} impl Display for i64 {} impl Display for isize {} impl Display for f32 {} impl Display for f64 {} impl Display for u128 {} impl Display for i128 {}
    impl<T: Display> Display for &T {} impl<T: Display> Display for &mut T {} impl<T: Display> Display for crate::boxed::Box<T> {} impl<T: Display> Display for crate::sync::Arc<T> {} impl<T: Display> Display for crate::rc::Rc<T> {} impl<T> Display for crate::borrow::Cow<T> {}
    impl Display for Error {} impl Display for Arguments {}
    pub fn format(args: Arguments) -> crate::string::String {}
}
pub mod string {
    pub struct String;
    pub trait ToString { fn to_string(&self) -> String; }
    impl<T: crate::fmt::Display> ToString for T { fn to_string(&self) -> String {} }
    impl String { pub fn new() -> String {} pub fn with_capacity(capacity: usize) -> String {} pub fn from_utf8(vec: crate::vec::Vec<u8>) -> Result<String, FromUtf8Error> {} pub fn from_utf8_lossy(v: &[u8]) -> crate::borrow::Cow<str> {} pub fn into_bytes(self) -> crate::vec::Vec<u8> {} pub fn as_str(&self) -> &str {} pub fn as_mut_str(&mut self) -> &mut str {} pub fn push_str(&mut self, string: &str) {} pub fn push(&mut self, ch: char) {} pub fn capacity(&self) -> usize {} pub fn reserve(&mut self, additional: usize) {} pub fn as_bytes(&self) -> &[u8] {} pub fn truncate(&mut self, new_len: usize) {} pub fn pop(&mut self) -> Option<char> {} pub fn remove(&mut self, idx: usize) -> char {} pub fn retain<F: FnMut(char) -> bool>(&mut self, f: F) {} pub fn insert(&mut self, idx: usize, ch: char) {} pub fn insert_str(&mut self, idx: usize, string: &str) {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn clear(&mut self) {} pub fn drain<R>(&mut self, range: R) -> crate::str::Chars {} pub fn into_boxed_str(self) -> crate::boxed::Box<str> {} pub fn leak(self) -> &str {} pub fn replace_range<R>(&mut self, range: R, with: &str) {} pub fn split_off(&mut self, at: usize) -> String {} pub fn extend<I>(&mut self, i: I) {} }
    impl crate::ops::Deref for String { type Target = str; fn deref(&self) -> &str {} }
    impl From<&str> for String { fn from(s: &str) -> String {} } impl From<char> for String { fn from(s: char) -> String {} } impl From<crate::boxed::Box<str>> for String { fn from(s: crate::boxed::Box<str>) -> String {} } impl From<crate::borrow::Cow<str>> for String { fn from(s: crate::borrow::Cow<str>) -> String {} } impl From<&String> for String { fn from(s: &String) -> String {} }
    impl FromIterator<char> for String {} impl FromIterator<&str> for String {} impl FromIterator<String> for String {}
    impl crate::ops::Add<&str> for String { type Output = String; }
    pub struct FromUtf8Error;
    impl FromUtf8Error { pub fn into_bytes(self) -> crate::vec::Vec<u8> {} }
}
pub mod str {
    pub trait FromStr { type Err; fn from_str(s: &str) -> Result<Self, Self::Err>; }
    pub struct Utf8Error; pub struct ParseBoolError;
    pub struct Chars; pub struct CharIndices; pub struct Bytes; pub struct Lines; pub struct Split; pub struct SplitWhitespace;
    impl Iterator for Chars { type Item = char; } impl Iterator for CharIndices { type Item = (usize, char); } impl Iterator for Bytes { type Item = u8; } impl Iterator for Lines { type Item = &str; } impl Iterator for Split { type Item = &str; } impl Iterator for SplitWhitespace { type Item = &str; }
    impl DoubleEndedIterator for Chars {} impl DoubleEndedIterator for CharIndices {} impl DoubleEndedIterator for Split {} impl DoubleEndedIterator for Lines {} impl DoubleEndedIterator for Bytes {}
    impl Chars { pub fn as_str(&self) -> &str {} }
    impl Clone for Chars {}
    pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {}
    pub unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {}
}
impl str { pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn as_bytes(&self) -> &[u8] {} pub fn as_ptr(&self) -> *const u8 {} pub fn get<I>(&self, i: I) -> Option<&str> {} pub fn chars(&self) -> crate::str::Chars {} pub fn char_indices(&self) -> crate::str::CharIndices {} pub fn bytes(&self) -> crate::str::Bytes {} pub fn lines(&self) -> crate::str::Lines {} pub fn split_whitespace(&self) -> crate::str::SplitWhitespace {} pub fn split_ascii_whitespace(&self) -> crate::str::SplitWhitespace {} pub fn contains<P>(&self, pat: P) -> bool {} pub fn starts_with<P>(&self, pat: P) -> bool {} pub fn ends_with<P>(&self, pat: P) -> bool {} pub fn find<P>(&self, pat: P) -> Option<usize> {} pub fn rfind<P>(&self, pat: P) -> Option<usize> {} pub fn split<P>(&self, pat: P) -> crate::str::Split {} pub fn rsplit<P>(&self, pat: P) -> crate::str::Split {} pub fn splitn<P>(&self, n: usize, pat: P) -> crate::str::Split {} pub fn rsplitn<P>(&self, n: usize, pat: P) -> crate::str::Split {} pub fn split_terminator<P>(&self, pat: P) -> crate::str::Split {} pub fn split_inclusive<P>(&self, pat: P) -> crate::str::Split {} pub fn split_once<P>(&self, pat: P) -> Option<(&str, &str)> {} pub fn rsplit_once<P>(&self, pat: P) -> Option<(&str, &str)> {} pub fn matches<P>(&self, pat: P) -> crate::str::Split {} pub fn trim(&self) -> &str {} pub fn trim_start(&self) -> &str {} pub fn trim_end(&self) -> &str {} pub fn trim_matches<P>(&self, pat: P) -> &str {} pub fn trim_start_matches<P>(&self, pat: P) -> &str {} pub fn trim_end_matches<P>(&self, pat: P) -> &str {} pub fn strip_prefix<P>(&self, pat: P) -> Option<&str> {} pub fn strip_suffix<P>(&self, pat: P) -> Option<&str> {} pub fn parse<F: crate::str::FromStr>(&self) -> Result<F, <F as crate::str::FromStr>::Err> {} pub fn replace<P>(&self, from: P, to: &str) -> crate::string::String {} pub fn replacen<P>(&self, from: P, to: &str, n: usize) -> crate::string::String {} pub fn to_lowercase(&self) -> crate::string::String {} pub fn to_uppercase(&self) -> crate::string::String {} pub fn to_ascii_lowercase(&self) -> crate::string::String {} pub fn to_ascii_uppercase(&self) -> crate::string::String {} pub fn eq_ignore_ascii_case(&self, other: &str) -> bool {} pub fn repeat(&self, n: usize) -> crate::string::String {} pub fn is_char_boundary(&self, i: usize) -> bool {} pub fn split_at(&self, mid: usize) -> (&str, &str) {} pub fn is_ascii(&self) -> bool {} pub fn into_string(self: Box<str>) -> crate::string::String {} }
pub mod slice {
    pub struct Iter<T>(T); pub struct IterMut<T>(T); pub struct Chunks<T>(T); pub struct ChunksMut<T>(T); pub struct Split<T>(T);
    impl<T> Iterator for Iter<T> { type Item = &T; } impl<T> Iterator for IterMut<T> { type Item = &mut T; } impl<T> Iterator for Chunks<T> { type Item = &[T]; } impl<T> Iterator for ChunksMut<T> { type Item = &mut [T]; }
    impl<T> DoubleEndedIterator for Iter<T> {} impl<T> DoubleEndedIterator for IterMut<T> {} impl<T> DoubleEndedIterator for Chunks<T> {} impl<T> DoubleEndedIterator for ChunksMut<T> {}
    impl<T> ExactSizeIterator for Iter<T> {}
    impl<T> Iter<T> { pub fn as_slice(&self) -> &[T] {} }
    pub fn from_ref<T>(s: &T) -> &[T] {}
    pub unsafe fn from_raw_parts<T>(data: *const T, len: usize) -> &[T] {}
    pub trait Join<S> { type Output; }
}
impl<T> [T] {
    pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn first(&self) -> Option<&T> {} pub fn first_mut(&mut self) -> Option<&mut T> {} pub fn last(&self) -> Option<&T> {} pub fn last_mut(&mut self) -> Option<&mut T> {} pub fn split_first(&self) -> Option<(&T, &[T])> {} pub fn split_last(&self) -> Option<(&T, &[T])> {}
    pub fn get(&self, index: usize) -> Option<&T> {} pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {} pub unsafe fn get_unchecked(&self, index: usize) -> &T {} pub fn swap(&mut self, a: usize, b: usize) {} pub fn reverse(&mut self) {} pub fn iter(&self) -> crate::slice::Iter<T> {} pub fn iter_mut(&mut self) -> crate::slice::IterMut<T> {} pub fn windows(&self, size: usize) -> crate::slice::Chunks<T> {} pub fn chunks(&self, size: usize) -> crate::slice::Chunks<T> {} pub fn chunks_exact(&self, size: usize) -> crate::slice::Chunks<T> {} pub fn chunks_mut(&mut self, size: usize) -> crate::slice::ChunksMut<T> {} pub fn rchunks(&self, size: usize) -> crate::slice::Chunks<T> {} pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> crate::slice::Chunks<T> {}
    pub fn split_at(&self, mid: usize) -> (&[T], &[T]) {} pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {} pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> crate::slice::Chunks<T> {} pub fn contains(&self, x: &T) -> bool {} pub fn starts_with(&self, needle: &[T]) -> bool {} pub fn ends_with(&self, needle: &[T]) -> bool {} pub fn binary_search(&self, x: &T) -> Result<usize, usize> {} pub fn binary_search_by<F: FnMut(&T) -> crate::cmp::Ordering>(&self, f: F) -> Result<usize, usize> {} pub fn binary_search_by_key<B, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> Result<usize, usize> {} pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize {}
    pub fn sort(&mut self) {} pub fn sort_by<F: FnMut(&T, &T) -> crate::cmp::Ordering>(&mut self, compare: F) {} pub fn sort_by_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {} pub fn sort_by_cached_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {} pub fn sort_unstable(&mut self) {} pub fn sort_unstable_by<F: FnMut(&T, &T) -> crate::cmp::Ordering>(&mut self, compare: F) {} pub fn sort_unstable_by_key<K, F: FnMut(&T) -> K>(&mut self, f: F) {} pub fn is_sorted(&self) -> bool {}
    pub fn to_vec(&self) -> crate::vec::Vec<T> {} pub fn into_vec(self: crate::boxed::Box<[T]>) -> crate::vec::Vec<T> {} pub fn repeat(&self, n: usize) -> crate::vec::Vec<T> {} pub fn fill(&mut self, value: T) {} pub fn copy_from_slice(&mut self, src: &[T]) {} pub fn clone_from_slice(&mut self, src: &[T]) {} pub fn rotate_left(&mut self, mid: usize) {} pub fn rotate_right(&mut self, mid: usize) {} pub fn as_ptr(&self) -> *const T {} pub fn as_mut_ptr(&mut self) -> *mut T {} pub fn join(&self, sep: &str) -> crate::string::String {} pub fn concat(&self) -> T {} pub fn to_ascii_lowercase(&self) -> crate::vec::Vec<u8> {} pub fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {} pub fn as_slice(&self) -> &[T] {}
}
impl<T> [T; 0] { pub fn map<U, F: FnMut(T) -> U>(self, f: F) -> [U; 0] {} pub fn as_slice(&self) -> &[T] {} }
impl<T> IntoIterator for [T; 0] { type Item = T; type IntoIter = crate::vec::IntoIter<T>; fn into_iter(self) -> crate::vec::IntoIter<T> {} }
impl<T> IntoIterator for &[T; 0] { type Item = &T; type IntoIter = crate::slice::Iter<T>; fn into_iter(self) -> crate::slice::Iter<T> {} } impl<T> IntoIterator for &mut [T; 0] { type Item = &mut T; type IntoIter = crate::slice::IterMut<T>; fn into_iter(self) -> crate::slice::IterMut<T> {} }
impl<T> IntoIterator for &[T] { type Item = &T; type IntoIter = crate::slice::Iter<T>; fn into_iter(self) -> crate::slice::Iter<T> {} } impl<T> IntoIterator for &mut [T] { type Item = &mut T; type IntoIter = crate::slice::IterMut<T>; fn into_iter(self) -> crate::slice::IterMut<T> {} }
pub mod vec {
    pub struct Vec<T>(T);
    impl<T> Vec<T> { pub fn new() -> Vec<T> {} pub fn with_capacity(capacity: usize) -> Vec<T> {} pub fn capacity(&self) -> usize {} pub fn reserve(&mut self, additional: usize) {} pub fn shrink_to_fit(&mut self) {} pub fn into_boxed_slice(self) -> crate::boxed::Box<[T]> {} pub fn truncate(&mut self, len: usize) {} pub fn as_slice(&self) -> &[T] {} pub fn as_mut_slice(&mut self) -> &mut [T] {} pub fn swap_remove(&mut self, index: usize) -> T {} pub fn insert(&mut self, index: usize, element: T) {} pub fn remove(&mut self, index: usize) -> T {} pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {} pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F) {} pub fn dedup(&mut self) {} pub fn dedup_by_key<K, F: FnMut(&mut T) -> K>(&mut self, key: F) {} pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, f: F) {} pub fn push(&mut self, value: T) {} pub fn pop(&mut self) -> Option<T> {} pub fn pop_if<F: FnOnce(&mut T) -> bool>(&mut self, f: F) -> Option<T> {} pub fn append(&mut self, other: &mut Self) {} pub fn drain<R>(&mut self, range: R) -> Drain<T> {} pub fn clear(&mut self) {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn split_off(&mut self, at: usize) -> Self {} pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, f: F) {} pub fn resize(&mut self, new_len: usize, value: T) {} pub fn extend_from_slice(&mut self, other: &[T]) {} pub fn splice<R, I>(&mut self, range: R, replace_with: I) -> Drain<T> {} pub fn leak(self) -> &mut [T] {} pub fn extend<I: IntoIterator>(&mut self, iter: I) {} }
    impl<T> crate::ops::Deref for Vec<T> { type Target = [T]; fn deref(&self) -> &[T] {} }
    pub struct IntoIter<T>(T); pub struct Drain<T>(T);
    impl<T> Iterator for IntoIter<T> { type Item = T; } impl<T> DoubleEndedIterator for IntoIter<T> {} impl<T> Iterator for Drain<T> { type Item = T; } impl<T> DoubleEndedIterator for Drain<T> {}
    impl<T> IntoIterator for Vec<T> { type Item = T; type IntoIter = IntoIter<T>; fn into_iter(self) -> IntoIter<T> {} }
    impl<T> IntoIterator for &Vec<T> { type Item = &T; type IntoIter = crate::slice::Iter<T>; fn into_iter(self) -> crate::slice::Iter<T> {} } impl<T> IntoIterator for &mut Vec<T> { type Item = &mut T; type IntoIter = crate::slice::IterMut<T>; fn into_iter(self) -> crate::slice::IterMut<T> {} }
    impl<T> FromIterator<T> for Vec<T> {}
    impl<T> From<&[T]> for Vec<T> {} impl<T> From<[T; 0]> for Vec<T> {} impl<T> From<crate::boxed::Box<[T]>> for Vec<T> {} impl From<&str> for Vec<u8> {} impl From<crate::string::String> for Vec<u8> {}
}
impl<T> FromIterator<T> for crate::boxed::Box<[T]> {}
impl<T> FromIterator<T> for crate::sync::Arc<[T]> {}
pub mod iter {
    pub trait Iterator {
        type Item;
        fn next(&mut self) -> Option<Self::Item>;
        fn size_hint(&self) -> (usize, Option<usize>) {}
        fn count(self) -> usize {}
        fn last(self) -> Option<Self::Item> {}
        fn nth(&mut self, n: usize) -> Option<Self::Item> {}
        fn step_by(self, step: usize) -> StepBy<Self> {}
        fn chain<U: IntoIterator<Item = Self::Item>>(self, other: U) -> Chain<Self, <U as IntoIterator>::IntoIter> {}
        fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, <U as IntoIterator>::IntoIter> {}
        fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Items<B> {}
        fn for_each<F: FnMut(Self::Item)>(self, f: F) {}
        fn filter<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Filter<Self, P> {}
        fn filter_map<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> Items<B> {}
        fn enumerate(self) -> Enumerate<Self> {}
        fn peekable(self) -> Peekable<Self> {}
        fn skip_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> SkipWhile<Self, P> {}
        fn take_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> TakeWhile<Self, P> {}
        fn map_while<B, P: FnMut(Self::Item) -> Option<B>>(self, predicate: P) -> Items<B> {}
        fn skip(self, n: usize) -> Skip<Self> {}
        fn take(self, n: usize) -> Take<Self> {}
        fn scan<St, B, F: FnMut(&mut St, Self::Item) -> Option<B>>(self, initial_state: St, f: F) -> Items<B> {}
        fn flat_map<U: IntoIterator, F: FnMut(Self::Item) -> U>(self, f: F) -> Items<<U as IntoIterator>::Item> {}
        fn flatten(self) -> Items<<Self::Item as IntoIterator>::Item> {}
        fn fuse(self) -> Fuse<Self> {}
        fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F> {}
        fn by_ref(&mut self) -> &mut Self {}
        fn collect<B: FromIterator<Self::Item>>(self) -> B {}
        fn partition<B, F: FnMut(&Self::Item) -> bool>(self, f: F) -> (B, B) {}
        fn try_fold<B, F: FnMut(B, Self::Item) -> R, R>(&mut self, init: B, f: F) -> R {}
        fn try_for_each<F: FnMut(Self::Item) -> R, R>(&mut self, f: F) -> R {}
        fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B {}
        fn reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(self, f: F) -> Option<Self::Item> {}
        fn all<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool {}
        fn any<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool {}
        fn find<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> {}
        fn find_map<B, F: FnMut(Self::Item) -> Option<B>>(&mut self, f: F) -> Option<B> {}
        fn position<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> {}
        fn rposition<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> {}
        fn max(self) -> Option<Self::Item> {}
        fn min(self) -> Option<Self::Item> {}
        fn max_by_key<B, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> {}
        fn max_by<F: FnMut(&Self::Item, &Self::Item) -> crate::cmp::Ordering>(self, compare: F) -> Option<Self::Item> {}
        fn min_by_key<B, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> {}
        fn min_by<F: FnMut(&Self::Item, &Self::Item) -> crate::cmp::Ordering>(self, compare: F) -> Option<Self::Item> {}
        fn rev(self) -> Rev<Self> {}
        fn unzip<A, B, FromA, FromB>(self) -> (FromA, FromB) {}
        fn copied<T>(self) -> Copied<Self> {}
        fn cloned<T>(self) -> Cloned<Self> {}
        fn cycle(self) -> Cycle<Self> {}
        fn sum<S>(self) -> S {}
        fn product<P>(self) -> P {}
        fn eq<I>(self, other: I) -> bool {}
        fn cmp<I>(self, other: I) -> crate::cmp::Ordering {}
        fn is_sorted(self) -> bool {}
    }
    impl<I: Iterator> Iterator for &mut I { type Item = <I as Iterator>::Item; }
    pub trait DoubleEndedIterator: Iterator { fn next_back(&mut self) -> Option<Self::Item>; fn rfold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B {} fn rfind<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> {} fn nth_back(&mut self, n: usize) -> Option<Self::Item> {} }
    pub trait ExactSizeIterator: Iterator { fn len(&self) -> usize {} }
    pub trait FusedIterator: Iterator {}
    pub trait IntoIterator { type Item; type IntoIter; fn into_iter(self) -> Self::IntoIter; }
    impl<I: Iterator> IntoIterator for I { type Item = <I as Iterator>::Item; type IntoIter = I; fn into_iter(self) -> I {} }
    pub trait FromIterator<A> { fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self; }
    pub trait Extend<A> { fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T); }
    impl<T> Extend<T> for crate::vec::Vec<T> {} impl<K, V> Extend<(K, V)> for crate::collections::HashMap<K, V> {} impl<K, V> Extend<(K, V)> for crate::collections::BTreeMap<K, V> {} impl<T> Extend<T> for crate::collections::HashSet<T> {} impl<T> Extend<T> for crate::collections::BTreeSet<T> {} impl<T> Extend<T> for crate::collections::VecDeque<T> {}
    pub trait Sum<A = Self> {} pub trait Product<A = Self> {}
    pub struct Items<T>(T); pub struct StepBy<I>(I); pub struct Zip<A, B>(A, B); pub struct Enumerate<I>(I); pub struct Peekable<I>(I); pub struct Copied<I>(I); pub struct Cloned<I>(I); pub struct Chain<A, B>(A, B);
    impl<T> Iterator for Items<T> { type Item = T; } impl<T> DoubleEndedIterator for Items<T> {} impl<T> ExactSizeIterator for Items<T> {} impl<T> Clone for Items<T> {}
    pub struct Map<I, F>(I, F); impl<B, I: Iterator, F: FnMut(<I as Iterator>::Item) -> B> Iterator for Map<I, F> { type Item = B; }
    pub struct FilterMap<I, F>(I, F); impl<B, I: Iterator, F: FnMut(<I as Iterator>::Item) -> Option<B>> Iterator for FilterMap<I, F> { type Item = B; }
    pub struct FlatMap<I, U, F>(I, U, F); impl<I, U: IntoIterator, F> Iterator for FlatMap<I, U, F> { type Item = <U as IntoIterator>::Item; }
    pub struct Flatten<I>(I); impl<I: Iterator> Iterator for Flatten<I> { type Item = <<I as Iterator>::Item as IntoIterator>::Item; }
    pub struct Once<T>(T); impl<T> Iterator for Once<T> { type Item = T; } pub struct Empty<T>(T); impl<T> Iterator for Empty<T> { type Item = T; } pub struct Repeat<T>(T); impl<T> Iterator for Repeat<T> { type Item = T; } pub struct FromFn<F>(F); impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> { type Item = T; } pub struct Successors<T, F>(T, F); impl<T, F> Iterator for Successors<T, F> { type Item = T; }
    pub struct Filter<I, P>(I, P); impl<I: Iterator, P> Iterator for Filter<I, P> { type Item = <I as Iterator>::Item; } impl<I, P> DoubleEndedIterator for Filter<I, P> {} impl<I, P> ExactSizeIterator for Filter<I, P> {} impl<I, P> Clone for Filter<I, P> {}
    pub struct SkipWhile<I, P>(I, P); impl<I: Iterator, P> Iterator for SkipWhile<I, P> { type Item = <I as Iterator>::Item; } impl<I, P> DoubleEndedIterator for SkipWhile<I, P> {} impl<I, P> ExactSizeIterator for SkipWhile<I, P> {} impl<I, P> Clone for SkipWhile<I, P> {}
    pub struct TakeWhile<I, P>(I, P); impl<I: Iterator, P> Iterator for TakeWhile<I, P> { type Item = <I as Iterator>::Item; } impl<I, P> DoubleEndedIterator for TakeWhile<I, P> {} impl<I, P> ExactSizeIterator for TakeWhile<I, P> {} impl<I, P> Clone for TakeWhile<I, P> {}
    pub struct Inspect<I, F>(I, F); impl<I: Iterator, F> Iterator for Inspect<I, F> { type Item = <I as Iterator>::Item; } impl<I, F> DoubleEndedIterator for Inspect<I, F> {} impl<I, F> ExactSizeIterator for Inspect<I, F> {} impl<I, F> Clone for Inspect<I, F> {}
    pub struct Rev<I>(I); impl<I: Iterator> Iterator for Rev<I> { type Item = <I as Iterator>::Item; } impl<I> DoubleEndedIterator for Rev<I> {} impl<I> ExactSizeIterator for Rev<I> {} impl<I> Clone for Rev<I> {}
    pub struct Skip<I>(I); impl<I: Iterator> Iterator for Skip<I> { type Item = <I as Iterator>::Item; } impl<I> DoubleEndedIterator for Skip<I> {} impl<I> ExactSizeIterator for Skip<I> {} impl<I> Clone for Skip<I> {}
    pub struct Take<I>(I); impl<I: Iterator> Iterator for Take<I> { type Item = <I as Iterator>::Item; } impl<I> DoubleEndedIterator for Take<I> {} impl<I> ExactSizeIterator for Take<I> {} impl<I> Clone for Take<I> {}
    pub struct Fuse<I>(I); impl<I: Iterator> Iterator for Fuse<I> { type Item = <I as Iterator>::Item; } impl<I> DoubleEndedIterator for Fuse<I> {} impl<I> ExactSizeIterator for Fuse<I> {} impl<I> Clone for Fuse<I> {}
    pub struct Cycle<I>(I); impl<I: Iterator> Iterator for Cycle<I> { type Item = <I as Iterator>::Item; } impl<I> DoubleEndedIterator for Cycle<I> {} impl<I> ExactSizeIterator for Cycle<I> {} impl<I> Clone for Cycle<I> {}
    impl<A: Iterator, B> Iterator for Chain<A, B> { type Item = <A as Iterator>::Item; } impl<A, B> DoubleEndedIterator for Chain<A, B> {}
    impl<I: Iterator> Iterator for StepBy<I> { type Item = <I as Iterator>::Item; }
    impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> { type Item = (<A as Iterator>::Item, <B as Iterator>::Item); }
    impl<I: Iterator> Iterator for Enumerate<I> { type Item = (usize, <I as Iterator>::Item); }
    impl<I: Iterator> Iterator for Peekable<I> { type Item = <I as Iterator>::Item; }
    impl<I: Iterator> Peekable<I> { pub fn peek(&mut self) -> Option<&<I as Iterator>::Item> {} pub fn peek_mut(&mut self) -> Option<&mut <I as Iterator>::Item> {} pub fn next_if<F: FnOnce(&<I as Iterator>::Item) -> bool>(&mut self, func: F) -> Option<<I as Iterator>::Item> {} }
    impl<T, I: Iterator<Item = &T>> Iterator for Copied<I> { type Item = T; } impl<T, I: Iterator<Item = &T>> Iterator for Cloned<I> { type Item = T; } impl<I> DoubleEndedIterator for Cloned<I> {} impl<I> ExactSizeIterator for Cloned<I> {} impl<I> DoubleEndedIterator for Enumerate<I> {} impl<I> ExactSizeIterator for Enumerate<I> {} impl<A, B> DoubleEndedIterator for Zip<A, B> {}
    impl<T, I: Iterator<Item = &T>> DoubleEndedIterator for Copied<I> {}
    pub fn once<T>(value: T) -> Items<T> {}
    pub fn repeat<T>(elt: T) -> Items<T> {}
    pub fn repeat_n<T>(elt: T, n: usize) -> Items<T> {}
    pub fn repeat_with<T, F: FnMut() -> T>(f: F) -> Items<T> {}
    pub fn empty<T>() -> Items<T> {}
    pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> Items<T> {}
    pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, f: F) -> Items<T> {}
    pub fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<<A as IntoIterator>::IntoIter, <B as IntoIterator>::IntoIter> {}
}
pub mod collections {
    pub use self::hash_map::HashMap;
    pub use self::btree_map::BTreeMap;
    pub use self::hash_set::HashSet;
    pub use self::btree_set::BTreeSet;
    pub use self::vec_deque::VecDeque;
    pub use self::binary_heap::BinaryHeap;
    pub use self::linked_list::LinkedList;
    pub mod hash_map {
        pub use crate::hash::{DefaultHasher, RandomState};
        pub struct HashMap<K, V, S = RandomState>(K, V, S);
        pub struct Keys<K, V>(K, V); pub struct Values<K, V>(K, V); pub struct ValuesMut<K, V>(K, V); pub struct IntoKeys<K, V>(K, V); pub struct IntoValues<K, V>(K, V); pub struct Drain<K, V>(K, V); pub struct Iter<K, V>(K, V); pub struct IterMut<K, V>(K, V); pub struct IntoIter<K, V>(K, V);
        impl<K, V> Iterator for Keys<K, V> { type Item = &K; } impl<K, V> Iterator for Values<K, V> { type Item = &V; } impl<K, V> Iterator for ValuesMut<K, V> { type Item = &mut V; } impl<K, V> Iterator for IntoKeys<K, V> { type Item = K; } impl<K, V> Iterator for IntoValues<K, V> { type Item = V; } impl<K, V> Iterator for Drain<K, V> { type Item = (K, V); } impl<K, V> Iterator for Iter<K, V> { type Item = (&K, &V); } impl<K, V> Iterator for IterMut<K, V> { type Item = (&K, &mut V); } impl<K, V> Iterator for IntoIter<K, V> { type Item = (K, V); }
        impl<K, V> DoubleEndedIterator for Keys<K, V> {} impl<K, V> DoubleEndedIterator for Values<K, V> {} impl<K, V> DoubleEndedIterator for ValuesMut<K, V> {} impl<K, V> DoubleEndedIterator for IntoValues<K, V> {} impl<K, V> DoubleEndedIterator for IntoKeys<K, V> {} impl<K, V> ExactSizeIterator for Keys<K, V> {} impl<K, V> ExactSizeIterator for Values<K, V> {} impl<K, V> ExactSizeIterator for Iter<K, V> {} impl<K, V> DoubleEndedIterator for Iter<K, V> {} impl<K, V> DoubleEndedIterator for IntoIter<K, V> {}
        pub enum Entry<K, V> { Occupied(OccupiedEntry<K, V>), Vacant(VacantEntry<K, V>) }
        pub struct OccupiedEntry<K, V>(K, V); pub struct VacantEntry<K, V>(K, V);
        impl<K, V> Entry<K, V> { pub fn or_insert(self, default: V) -> &mut V {} pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &mut V {} pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &mut V {} pub fn or_default(self) -> &mut V {} pub fn key(&self) -> &K {} pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self {} pub fn insert_entry(self, value: V) -> OccupiedEntry<K, V> {} }
        impl<K, V> OccupiedEntry<K, V> { pub fn key(&self) -> &K {} pub fn get(&self) -> &V {} pub fn get_mut(&mut self) -> &mut V {} pub fn into_mut(self) -> &mut V {} pub fn insert(&mut self, value: V) -> V {} pub fn remove(self) -> V {} pub fn remove_entry(self) -> (K, V) {} }
        impl<K, V> VacantEntry<K, V> { pub fn key(&self) -> &K {} pub fn into_key(self) -> K {} pub fn insert(self, value: V) -> &mut V {} }
        impl<K, V, S> HashMap<K, V, S> { pub fn new() -> HashMap<K, V> {} pub fn with_capacity(capacity: usize) -> HashMap<K, V> {} pub fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {} pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S> {} pub fn capacity(&self) -> usize {} pub fn keys(&self) -> Keys<K, V> {} pub fn into_keys(self) -> IntoKeys<K, V> {} pub fn values(&self) -> Values<K, V> {} pub fn values_mut(&mut self) -> ValuesMut<K, V> {} pub fn into_values(self) -> IntoValues<K, V> {} pub fn iter(&self) -> Iter<K, V> {} pub fn iter_mut(&mut self) -> IterMut<K, V> {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn drain(&mut self) -> Drain<K, V> {} pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) {} pub fn clear(&mut self) {} pub fn reserve(&mut self, additional: usize) {} pub fn entry(&mut self, key: K) -> Entry<K, V> {} pub fn get<Q>(&self, k: &Q) -> Option<&V> {} pub fn get_key_value<Q>(&self, k: &Q) -> Option<(&K, &V)> {} pub fn contains_key<Q>(&self, k: &Q) -> bool {} pub fn get_mut<Q>(&mut self, k: &Q) -> Option<&mut V> {} pub fn insert(&mut self, k: K, v: V) -> Option<V> {} pub fn remove<Q>(&mut self, k: &Q) -> Option<V> {} pub fn remove_entry<Q>(&mut self, k: &Q) -> Option<(K, V)> {} }
        impl<K, V, S> IntoIterator for HashMap<K, V, S> { type Item = (K, V); type IntoIter = IntoIter<K, V>; fn into_iter(self) -> IntoIter<K, V> {} }
        impl<K, V, S> IntoIterator for &HashMap<K, V, S> { type Item = (&K, &V); type IntoIter = Iter<K, V>; fn into_iter(self) -> Iter<K, V> {} } impl<K, V, S> IntoIterator for &mut HashMap<K, V, S> { type Item = (&K, &mut V); type IntoIter = IterMut<K, V>; fn into_iter(self) -> IterMut<K, V> {} }
        impl<K, V, S> FromIterator<(K, V)> for HashMap<K, V, S> {}
        impl<K, V, Q, S> crate::ops::Index<&Q> for HashMap<K, V, S> { type Output = V; }
        impl<K, V> From<[(K, V); 0]> for HashMap<K, V> {}
    }
    pub mod btree_map {
        pub use super::hash_map::{Entry, OccupiedEntry, VacantEntry, Keys, Values, ValuesMut, IntoKeys, IntoValues, Iter, IterMut, IntoIter}; pub type Range<K, V> = Iter<K, V>; pub type RangeMut<K, V> = IterMut<K, V>;
        use super::hash_map::*;
        pub struct BTreeMap<K, V>(K, V);
        impl<K, V> BTreeMap<K, V> { pub fn new() -> BTreeMap<K, V> {} pub fn keys(&self) -> Keys<K, V> {} pub fn into_keys(self) -> IntoKeys<K, V> {} pub fn values(&self) -> Values<K, V> {} pub fn values_mut(&mut self) -> ValuesMut<K, V> {} pub fn into_values(self) -> IntoValues<K, V> {} pub fn iter(&self) -> Iter<K, V> {} pub fn iter_mut(&mut self) -> IterMut<K, V> {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) {} pub fn clear(&mut self) {} pub fn entry(&mut self, key: K) -> Entry<K, V> {} pub fn get<Q>(&self, k: &Q) -> Option<&V> {} pub fn get_key_value<Q>(&self, k: &Q) -> Option<(&K, &V)> {} pub fn contains_key<Q>(&self, k: &Q) -> bool {} pub fn get_mut<Q>(&mut self, k: &Q) -> Option<&mut V> {} pub fn insert(&mut self, k: K, v: V) -> Option<V> {} pub fn remove<Q>(&mut self, k: &Q) -> Option<V> {} pub fn remove_entry<Q>(&mut self, k: &Q) -> Option<(K, V)> {} pub fn first_key_value(&self) -> Option<(&K, &V)> {} pub fn last_key_value(&self) -> Option<(&K, &V)> {} pub fn pop_first(&mut self) -> Option<(K, V)> {} pub fn pop_last(&mut self) -> Option<(K, V)> {} pub fn range<R>(&self, range: R) -> Iter<K, V> {} pub fn range_mut<R>(&mut self, range: R) -> IterMut<K, V> {} pub fn split_off<Q>(&mut self, key: &Q) -> Self {} pub fn append(&mut self, other: &mut Self) {} pub fn first_entry(&mut self) -> Option<OccupiedEntry<K, V>> {} pub fn last_entry(&mut self) -> Option<OccupiedEntry<K, V>> {} }
        impl<K, V> IntoIterator for BTreeMap<K, V> { type Item = (K, V); type IntoIter = IntoIter<K, V>; fn into_iter(self) -> IntoIter<K, V> {} }
        impl<K, V> IntoIterator for &BTreeMap<K, V> { type Item = (&K, &V); type IntoIter = Iter<K, V>; fn into_iter(self) -> Iter<K, V> {} } impl<K, V> IntoIterator for &mut BTreeMap<K, V> { type Item = (&K, &mut V); type IntoIter = IterMut<K, V>; fn into_iter(self) -> IterMut<K, V> {} }
        impl<K, V> FromIterator<(K, V)> for BTreeMap<K, V> {}
        impl<K, V, Q> crate::ops::Index<&Q> for BTreeMap<K, V> { type Output = V; }
        impl<K, V> From<[(K, V); 0]> for BTreeMap<K, V> {}
    }
    pub mod hash_set {
        pub type Iter<T> = crate::slice::Iter<T>; pub type IntoIter<T> = crate::vec::IntoIter<T>; pub type Drain<T> = crate::vec::Drain<T>;
        pub struct HashSet<T, S = crate::hash::RandomState>(T, S);
        impl<T, S> HashSet<T, S> { pub fn new() -> HashSet<T> {} pub fn with_capacity(capacity: usize) -> HashSet<T> {} pub fn with_hasher(hasher: S) -> HashSet<T, S> {} pub fn iter(&self) -> crate::slice::Iter<T> {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn drain(&mut self) -> crate::iter::Items<T> {} pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {} pub fn clear(&mut self) {} pub fn difference(&self, other: &HashSet<T, S>) -> crate::slice::Iter<T> {} pub fn intersection(&self, other: &HashSet<T, S>) -> crate::slice::Iter<T> {} pub fn union(&self, other: &HashSet<T, S>) -> crate::slice::Iter<T> {} pub fn symmetric_difference(&self, other: &HashSet<T, S>) -> crate::slice::Iter<T> {} pub fn contains<Q>(&self, value: &Q) -> bool {} pub fn get<Q>(&self, value: &Q) -> Option<&T> {} pub fn is_subset(&self, other: &HashSet<T, S>) -> bool {} pub fn is_superset(&self, other: &HashSet<T, S>) -> bool {} pub fn is_disjoint(&self, other: &HashSet<T, S>) -> bool {} pub fn insert(&mut self, value: T) -> bool {} pub fn replace(&mut self, value: T) -> Option<T> {} pub fn remove<Q>(&mut self, value: &Q) -> bool {} pub fn take<Q>(&mut self, value: &Q) -> Option<T> {} pub fn reserve(&mut self, additional: usize) {} }
        impl<T, S> IntoIterator for HashSet<T, S> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; fn into_iter(self) -> crate::vec::IntoIter<T> {} }
        impl<T, S> IntoIterator for &HashSet<T, S> { type Item = &T; type IntoIter = crate::slice::Iter<T>; fn into_iter(self) -> crate::slice::Iter<T> {} }
        impl<T, S> FromIterator<T> for HashSet<T, S> {}
        impl<T> From<[T; 0]> for HashSet<T> {}
    }
    pub mod btree_set {
        pub type Iter<T> = crate::slice::Iter<T>; pub type IntoIter<T> = crate::vec::IntoIter<T>; pub type Drain<T> = crate::vec::Drain<T>;
        pub struct BTreeSet<T>(T);
        impl<T> BTreeSet<T> { pub fn new() -> BTreeSet<T> {} pub fn iter(&self) -> crate::slice::Iter<T> {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {} pub fn clear(&mut self) {} pub fn difference(&self, other: &BTreeSet<T>) -> crate::slice::Iter<T> {} pub fn intersection(&self, other: &BTreeSet<T>) -> crate::slice::Iter<T> {} pub fn union(&self, other: &BTreeSet<T>) -> crate::slice::Iter<T> {} pub fn contains<Q>(&self, value: &Q) -> bool {} pub fn get<Q>(&self, value: &Q) -> Option<&T> {} pub fn is_subset(&self, other: &BTreeSet<T>) -> bool {} pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool {} pub fn insert(&mut self, value: T) -> bool {} pub fn remove<Q>(&mut self, value: &Q) -> bool {} pub fn take<Q>(&mut self, value: &Q) -> Option<T> {} pub fn first(&self) -> Option<&T> {} pub fn last(&self) -> Option<&T> {} pub fn pop_first(&mut self) -> Option<T> {} pub fn pop_last(&mut self) -> Option<T> {} pub fn range<R>(&self, range: R) -> crate::slice::Iter<T> {} pub fn append(&mut self, other: &mut Self) {} pub fn symmetric_difference(&self, other: &BTreeSet<T>) -> crate::slice::Iter<T> {} pub fn is_superset(&self, other: &BTreeSet<T>) -> bool {} pub fn replace(&mut self, value: T) -> Option<T> {} pub fn split_off<Q>(&mut self, value: &Q) -> Self {} }
        impl<T> IntoIterator for BTreeSet<T> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; fn into_iter(self) -> crate::vec::IntoIter<T> {} }
        impl<T> IntoIterator for &BTreeSet<T> { type Item = &T; type IntoIter = crate::slice::Iter<T>; fn into_iter(self) -> crate::slice::Iter<T> {} }
        impl<T> FromIterator<T> for BTreeSet<T> {}
        impl<T> From<[T; 0]> for BTreeSet<T> {}
    }
    pub mod vec_deque {
        pub type Iter<T> = crate::slice::Iter<T>; pub type IntoIter<T> = crate::vec::IntoIter<T>; pub type Drain<T> = crate::vec::Drain<T>;
        pub struct VecDeque<T>(T);
        impl<T> VecDeque<T> { pub fn new() -> VecDeque<T> {} pub fn with_capacity(capacity: usize) -> VecDeque<T> {} pub fn get(&self, index: usize) -> Option<&T> {} pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {} pub fn iter(&self) -> crate::slice::Iter<T> {} pub fn iter_mut(&mut self) -> crate::slice::IterMut<T> {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn clear(&mut self) {} pub fn front(&self) -> Option<&T> {} pub fn front_mut(&mut self) -> Option<&mut T> {} pub fn back(&self) -> Option<&T> {} pub fn back_mut(&mut self) -> Option<&mut T> {} pub fn pop_front(&mut self) -> Option<T> {} pub fn pop_back(&mut self) -> Option<T> {} pub fn push_front(&mut self, value: T) {} pub fn push_back(&mut self, value: T) {} pub fn remove(&mut self, index: usize) -> Option<T> {} pub fn insert(&mut self, index: usize, value: T) {} pub fn drain<R>(&mut self, range: R) -> crate::vec::Drain<T> {} pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {} pub fn append(&mut self, other: &mut Self) {} pub fn truncate(&mut self, len: usize) {} pub fn contains(&self, x: &T) -> bool {} pub fn make_contiguous(&mut self) -> &mut [T] {} pub fn extend<I: IntoIterator>(&mut self, iter: I) {} pub fn as_slices(&self) -> (&[T], &[T]) {} pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {} pub fn swap(&mut self, i: usize, j: usize) {} pub fn capacity(&self) -> usize {} pub fn reserve(&mut self, additional: usize) {} pub fn resize(&mut self, new_len: usize, value: T) {} pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, generator: F) {} pub fn range<R>(&self, range: R) -> crate::slice::Iter<T> {} pub fn range_mut<R>(&mut self, range: R) -> crate::slice::IterMut<T> {} pub fn split_off(&mut self, at: usize) -> Self {} pub fn rotate_left(&mut self, n: usize) {} pub fn rotate_right(&mut self, n: usize) {} pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F) {} pub fn shrink_to_fit(&mut self) {} pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {} pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {} pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize {} pub fn binary_search_by<F: FnMut(&T) -> crate::cmp::Ordering>(&self, f: F) -> crate::result::Result<usize, usize> {} pub fn binary_search_by_key<B, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> crate::result::Result<usize, usize> {} }
        impl<T> IntoIterator for VecDeque<T> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; fn into_iter(self) -> crate::vec::IntoIter<T> {} }
        impl<T> IntoIterator for &VecDeque<T> { type Item = &T; type IntoIter = crate::slice::Iter<T>; fn into_iter(self) -> crate::slice::Iter<T> {} } impl<T> IntoIterator for &mut VecDeque<T> { type Item = &mut T; type IntoIter = crate::slice::IterMut<T>; fn into_iter(self) -> crate::slice::IterMut<T> {} }
        impl<T> FromIterator<T> for VecDeque<T> {}
        impl<T> crate::ops::Index<usize> for VecDeque<T> { type Output = T; }
        impl<T> From<crate::vec::Vec<T>> for VecDeque<T> {}
    }
    pub mod binary_heap {
        pub type Iter<T> = crate::slice::Iter<T>; pub type IntoIter<T> = crate::vec::IntoIter<T>; pub type Drain<T> = crate::vec::Drain<T>;
        pub struct BinaryHeap<T>(T); pub struct PeekMut<T>(T);
        impl<T> crate::ops::Deref for PeekMut<T> { type Target = T; } impl<T> PeekMut<T> { pub fn pop(this: PeekMut<T>) -> T {} }
        impl<T> BinaryHeap<T> { pub fn new() -> Self {} pub fn push(&mut self, item: T) {} pub fn pop(&mut self) -> Option<T> {} pub fn peek(&self) -> Option<&T> {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn into_vec(self) -> crate::vec::Vec<T> {} pub fn into_sorted_vec(self) -> crate::vec::Vec<T> {} pub fn iter(&self) -> crate::slice::Iter<T> {} pub fn clear(&mut self) {} pub fn with_capacity(capacity: usize) -> Self {} pub fn capacity(&self) -> usize {} pub fn reserve(&mut self, additional: usize) {} pub fn peek_mut(&mut self) -> Option<PeekMut<T>> {} pub fn append(&mut self, other: &mut Self) {} pub fn drain(&mut self) -> crate::vec::Drain<T> {} pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {} pub fn as_slice(&self) -> &[T] {} }
        impl<T> IntoIterator for BinaryHeap<T> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; fn into_iter(self) -> crate::vec::IntoIter<T> {} }
        impl<T> IntoIterator for &BinaryHeap<T> { type Item = &T; type IntoIter = crate::slice::Iter<T>; fn into_iter(self) -> crate::slice::Iter<T> {} }
        impl<T> FromIterator<T> for BinaryHeap<T> {}
        impl<T> From<crate::vec::Vec<T>> for BinaryHeap<T> {}
        impl<T> From<[T; 0]> for BinaryHeap<T> {}
    }
    pub mod linked_list {
        pub type Iter<T> = crate::slice::Iter<T>; pub type IterMut<T> = crate::slice::IterMut<T>; pub type IntoIter<T> = crate::vec::IntoIter<T>;
        pub struct LinkedList<T>(T);
        impl<T> LinkedList<T> { pub fn new() -> Self {} pub fn append(&mut self, other: &mut Self) {} pub fn iter(&self) -> crate::slice::Iter<T> {} pub fn iter_mut(&mut self) -> crate::slice::IterMut<T> {} pub fn is_empty(&self) -> bool {} pub fn len(&self) -> usize {} pub fn clear(&mut self) {} pub fn contains(&self, x: &T) -> bool {} pub fn front(&self) -> Option<&T> {} pub fn front_mut(&mut self) -> Option<&mut T> {} pub fn back(&self) -> Option<&T> {} pub fn back_mut(&mut self) -> Option<&mut T> {} pub fn push_front(&mut self, elt: T) {} pub fn pop_front(&mut self) -> Option<T> {} pub fn push_back(&mut self, elt: T) {} pub fn pop_back(&mut self) -> Option<T> {} pub fn split_off(&mut self, at: usize) -> Self {} pub fn extend<I: IntoIterator>(&mut self, iter: I) {} }
        impl<T> IntoIterator for LinkedList<T> { type Item = T; type IntoIter = crate::vec::IntoIter<T>; fn into_iter(self) -> crate::vec::IntoIter<T> {} }
        impl<T> IntoIterator for &LinkedList<T> { type Item = &T; type IntoIter = crate::slice::Iter<T>; fn into_iter(self) -> crate::slice::Iter<T> {} } impl<T> IntoIterator for &mut LinkedList<T> { type Item = &mut T; type IntoIter = crate::slice::IterMut<T>; fn into_iter(self) -> crate::slice::IterMut<T> {} }
        impl<T> FromIterator<T> for LinkedList<T> {}
    }
}
pub mod path {
    pub struct Path; pub struct PathBuf; pub struct Display; pub struct Components; pub struct Ancestors; pub struct StripPrefixError;
    pub enum Component { Prefix, RootDir, CurDir, ParentDir, Normal(&crate::ffi::OsStr) }
    impl Component { pub fn as_os_str(self) -> &crate::ffi::OsStr {} }
    impl Path { pub fn new<S>(s: &S) -> &Path {} pub fn as_os_str(&self) -> &crate::ffi::OsStr {} pub fn to_str(&self) -> Option<&str> {} pub fn to_string_lossy(&self) -> crate::borrow::Cow<str> {} pub fn to_path_buf(&self) -> PathBuf {} pub fn is_absolute(&self) -> bool {} pub fn is_relative(&self) -> bool {} pub fn parent(&self) -> Option<&Path> {} pub fn ancestors(&self) -> Ancestors {} pub fn file_name(&self) -> Option<&crate::ffi::OsStr> {} pub fn strip_prefix<P>(&self, base: P) -> Result<&Path, StripPrefixError> {} pub fn starts_with<P>(&self, base: P) -> bool {} pub fn ends_with<P>(&self, child: P) -> bool {} pub fn file_stem(&self) -> Option<&crate::ffi::OsStr> {} pub fn extension(&self) -> Option<&crate::ffi::OsStr> {} pub fn join<P>(&self, path: P) -> PathBuf {} pub fn with_file_name<S>(&self, file_name: S) -> PathBuf {} pub fn with_extension<S>(&self, extension: S) -> PathBuf {} pub fn components(&self) -> Components {} pub fn iter(&self) -> crate::iter::Items<&crate::ffi::OsStr> {} pub fn display(&self) -> Display {} pub fn metadata(&self) -> crate::io::Result<crate::fs::Metadata> {} pub fn symlink_metadata(&self) -> crate::io::Result<crate::fs::Metadata> {} pub fn canonicalize(&self) -> crate::io::Result<PathBuf> {} pub fn read_dir(&self) -> crate::io::Result<crate::fs::ReadDir> {} pub fn exists(&self) -> bool {} pub fn try_exists(&self) -> crate::io::Result<bool> {} pub fn is_file(&self) -> bool {} pub fn is_dir(&self) -> bool {} pub fn is_symlink(&self) -> bool {} }
    impl PathBuf { pub fn new() -> PathBuf {} pub fn as_path(&self) -> &Path {} pub fn push<P>(&mut self, path: P) {} pub fn pop(&mut self) -> bool {} pub fn set_file_name<S>(&mut self, file_name: S) {} pub fn set_extension<S>(&mut self, extension: S) -> bool {} pub fn into_os_string(self) -> crate::ffi::OsString {} }
    impl crate::ops::Deref for PathBuf { type Target = Path; fn deref(&self) -> &Path {} }
    impl Iterator for Components { type Item = Component; } impl DoubleEndedIterator for Components {} impl Iterator for Ancestors { type Item = &Path; } impl Components { pub fn as_path(&self) -> &Path {} }
    impl crate::fmt::Display for Display {}
    impl From<&str> for PathBuf {} impl From<crate::string::String> for PathBuf {} impl From<&Path> for PathBuf {} impl From<crate::ffi::OsString> for PathBuf {}
    impl FromIterator<Component> for PathBuf {}
    impl Default for PathBuf {}
}
pub mod ffi {
    pub struct OsStr; pub struct OsString; pub struct CStr; pub struct CString;
    impl OsStr { pub fn new<S>(s: &S) -> &OsStr {} pub fn to_str(&self) -> Option<&str> {} pub fn to_string_lossy(&self) -> crate::borrow::Cow<str> {} pub fn to_os_string(&self) -> OsString {} pub fn is_empty(&self) -> bool {} pub fn len(&self) -> usize {} }
    impl OsString { pub fn new() -> OsString {} pub fn as_os_str(&self) -> &OsStr {} pub fn into_string(self) -> Result<crate::string::String, OsString> {} pub fn push<T>(&mut self, s: T) {} }
    impl crate::ops::Deref for OsString { type Target = OsStr; fn deref(&self) -> &OsStr {} }
    impl CStr { pub fn to_str(&self) -> Result<&str, crate::str::Utf8Error> {} pub fn to_bytes(&self) -> &[u8] {} pub fn to_string_lossy(&self) -> crate::borrow::Cow<str> {} }
    impl crate::ops::Deref for CString { type Target = CStr; fn deref(&self) -> &CStr {} }
}
pub mod io {
    pub struct Error; pub enum ErrorKind { NotFound, Other }
    pub type Result<T> = crate::result::Result<T, Error>;
    impl Error { pub fn new<E>(kind: ErrorKind, error: E) -> Error {} pub fn other<E>(error: E) -> Error {} pub fn kind(&self) -> ErrorKind {} pub fn last_os_error() -> Error {} pub fn raw_os_error(&self) -> Option<i32> {} pub fn get_ref(&self) -> Option<&dyn crate::error::Error> {} pub fn into_inner(self) -> Option<crate::boxed::Box<dyn crate::error::Error>> {} }
    impl crate::fmt::Display for Error {} impl crate::fmt::Debug for Error {} impl crate::error::Error for Error {} impl From<ErrorKind> for Error {}
    pub trait Read { fn read(&mut self, buf: &mut [u8]) -> Result<usize>; fn read_to_end(&mut self, buf: &mut crate::vec::Vec<u8>) -> Result<usize> {} fn read_to_string(&mut self, buf: &mut crate::string::String) -> Result<usize> {} fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {} fn by_ref(&mut self) -> &mut Self {} fn take(self, limit: u64) -> Take<Self> {} fn bytes(self) -> crate::iter::Items<Result<u8>> {} }
    pub trait Write { fn write(&mut self, buf: &[u8]) -> Result<usize>; fn flush(&mut self) -> Result<()>; fn write_all(&mut self, buf: &[u8]) -> Result<()> {} fn write_fmt(&mut self, args: crate::fmt::Arguments) -> Result<()> {} fn by_ref(&mut self) -> &mut Self {} }
    pub trait BufRead: Read { fn read_line(&mut self, buf: &mut crate::string::String) -> Result<usize> {} fn lines(self) -> crate::iter::Items<Result<crate::string::String>> {} fn read_until(&mut self, byte: u8, buf: &mut crate::vec::Vec<u8>) -> Result<usize> {} fn fill_buf(&mut self) -> Result<&[u8]>; fn consume(&mut self, amt: usize); fn split(self, byte: u8) -> crate::iter::Items<Result<crate::vec::Vec<u8>>> {} }
    pub trait Seek { fn seek(&mut self, pos: SeekFrom) -> Result<u64>; fn rewind(&mut self) -> Result<()> {} fn stream_position(&mut self) -> Result<u64> {} }
    pub enum SeekFrom { Start(u64), End(i64), Current(i64) }
    pub trait IsTerminal { fn is_terminal(&self) -> bool; }
    pub struct BufReader<R>(R); pub struct BufWriter<W>(W); pub struct LineWriter<W>(W); pub struct Cursor<T>(T); pub struct Take<R>(R);
    impl<R> BufReader<R> { pub fn new(inner: R) -> BufReader<R> {} pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {} pub fn get_ref(&self) -> &R {} pub fn get_mut(&mut self) -> &mut R {} pub fn into_inner(self) -> R {} }
    impl<W> BufWriter<W> { pub fn new(inner: W) -> BufWriter<W> {} pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> {} pub fn get_ref(&self) -> &W {} pub fn get_mut(&mut self) -> &mut W {} pub fn into_inner(self) -> crate::result::Result<W, Error> {} }
    impl<T> Cursor<T> { pub fn new(inner: T) -> Cursor<T> {} pub fn into_inner(self) -> T {} pub fn get_ref(&self) -> &T {} pub fn get_mut(&mut self) -> &mut T {} pub fn position(&self) -> u64 {} pub fn set_position(&mut self, pos: u64) {} }
    impl<R> Read for BufReader<R> {} impl<R> BufRead for BufReader<R> {} impl<R> Seek for BufReader<R> {} impl<W> Write for BufWriter<W> {} impl<W> Seek for BufWriter<W> {} impl<T> Read for Cursor<T> {} impl<T> BufRead for Cursor<T> {} impl<T> Write for Cursor<T> {} impl<T> Seek for Cursor<T> {} impl<R> Read for Take<R> {}
    impl Write for crate::vec::Vec<u8> {} impl Read for crate::fs::File {} impl Write for crate::fs::File {} impl Seek for crate::fs::File {}
    pub struct Stdin; pub struct Stdout; pub struct Stderr; pub struct StdinLock; pub struct StdoutLock; pub struct StderrLock;
    impl Read for Stdin {} impl Read for StdinLock {} impl BufRead for StdinLock {} impl Write for Stdout {} impl Write for StdoutLock {} impl Write for Stderr {} impl Write for StderrLock {} impl IsTerminal for Stdout {} impl IsTerminal for Stderr {} impl IsTerminal for Stdin {}
    impl Stdin { pub fn lock(&self) -> StdinLock {} pub fn read_line(&self, buf: &mut crate::string::String) -> Result<usize> {} pub fn lines(self) -> crate::iter::Items<Result<crate::string::String>> {} } impl Stdout { pub fn lock(&self) -> StdoutLock {} } impl Stderr { pub fn lock(&self) -> StderrLock {} }
    pub fn stdin() -> Stdin {} pub fn stdout() -> Stdout {} pub fn stderr() -> Stderr {} pub fn copy<R, W>(reader: &mut R, writer: &mut W) -> Result<u64> {} pub fn sink() -> Sink {} pub struct Sink; impl Write for Sink {} pub fn read_to_string<R>(reader: R) -> Result<crate::string::String> {}
}
pub mod fs {
    pub struct File; pub struct Metadata; pub struct OpenOptions; pub struct ReadDir; pub struct DirEntry; pub struct FileType; pub struct Permissions; pub struct DirBuilder;
    impl File { pub fn open<P>(path: P) -> crate::io::Result<File> {} pub fn create<P>(path: P) -> crate::io::Result<File> {} pub fn options() -> OpenOptions {} pub fn sync_all(&self) -> crate::io::Result<()> {} pub fn sync_data(&self) -> crate::io::Result<()> {} pub fn set_len(&self, size: u64) -> crate::io::Result<()> {} pub fn metadata(&self) -> crate::io::Result<Metadata> {} pub fn try_clone(&self) -> crate::io::Result<File> {} }
    impl OpenOptions { pub fn new() -> Self {} pub fn read(&mut self, read: bool) -> &mut Self {} pub fn write(&mut self, write: bool) -> &mut Self {} pub fn append(&mut self, append: bool) -> &mut Self {} pub fn truncate(&mut self, truncate: bool) -> &mut Self {} pub fn create(&mut self, create: bool) -> &mut Self {} pub fn create_new(&mut self, create_new: bool) -> &mut Self {} pub fn open<P>(&self, path: P) -> crate::io::Result<File> {} }
    impl Metadata { pub fn file_type(&self) -> FileType {} pub fn is_dir(&self) -> bool {} pub fn is_file(&self) -> bool {} pub fn is_symlink(&self) -> bool {} pub fn len(&self) -> u64 {} pub fn permissions(&self) -> Permissions {} pub fn modified(&self) -> crate::io::Result<crate::time::SystemTime> {} pub fn created(&self) -> crate::io::Result<crate::time::SystemTime> {} }
    impl FileType { pub fn is_dir(&self) -> bool {} pub fn is_file(&self) -> bool {} pub fn is_symlink(&self) -> bool {} }
    impl DirEntry { pub fn path(&self) -> crate::path::PathBuf {} pub fn metadata(&self) -> crate::io::Result<Metadata> {} pub fn file_type(&self) -> crate::io::Result<FileType> {} pub fn file_name(&self) -> crate::ffi::OsString {} }
    impl Iterator for ReadDir { type Item = crate::io::Result<DirEntry>; }
    pub fn read<P>(path: P) -> crate::io::Result<crate::vec::Vec<u8>> {} pub fn read_to_string<P>(path: P) -> crate::io::Result<crate::string::String> {} pub fn write<P, C>(path: P, contents: C) -> crate::io::Result<()> {} pub fn remove_file<P>(path: P) -> crate::io::Result<()> {} pub fn metadata<P>(path: P) -> crate::io::Result<Metadata> {} pub fn symlink_metadata<P>(path: P) -> crate::io::Result<Metadata> {} pub fn rename<P, Q>(from: P, to: Q) -> crate::io::Result<()> {} pub fn copy<P, Q>(from: P, to: Q) -> crate::io::Result<u64> {} pub fn canonicalize<P>(path: P) -> crate::io::Result<crate::path::PathBuf> {} pub fn create_dir<P>(path: P) -> crate::io::Result<()> {} pub fn create_dir_all<P>(path: P) -> crate::io::Result<()> {} pub fn remove_dir<P>(path: P) -> crate::io::Result<()> {} pub fn remove_dir_all<P>(path: P) -> crate::io::Result<()> {} pub fn read_dir<P>(path: P) -> crate::io::Result<ReadDir> {} pub fn read_link<P>(path: P) -> crate::io::Result<crate::path::PathBuf> {} pub fn exists<P>(path: P) -> crate::io::Result<bool> {}
}
pub mod env {
    pub enum VarError { NotPresent, NotUnicode(crate::ffi::OsString) }
    pub fn var<K>(key: K) -> Result<crate::string::String, VarError> {} pub fn var_os<K>(key: K) -> Option<crate::ffi::OsString> {} pub fn args() -> crate::iter::Items<crate::string::String> {} pub fn args_os() -> crate::iter::Items<crate::ffi::OsString> {} pub fn vars() -> crate::iter::Items<(crate::string::String, crate::string::String)> {} pub fn current_dir() -> crate::io::Result<crate::path::PathBuf> {} pub fn current_exe() -> crate::io::Result<crate::path::PathBuf> {} pub fn temp_dir() -> crate::path::PathBuf {} pub fn set_current_dir<P>(path: P) -> crate::io::Result<()> {} pub fn split_paths<T>(unparsed: &T) -> crate::iter::Items<crate::path::PathBuf> {}
}
pub mod process {
    pub struct Command; pub struct Child { pub stdin: Option<ChildStdin>, pub stdout: Option<ChildStdout>, pub stderr: Option<ChildStderr> } pub struct ChildStdin; pub struct ChildStdout; pub struct ChildStderr; pub struct ExitStatus; pub struct Stdio; pub struct ExitCode;
    pub struct Output { pub status: ExitStatus, pub stdout: crate::vec::Vec<u8>, pub stderr: crate::vec::Vec<u8> }
    impl Command { pub fn new<S>(program: S) -> Command {} pub fn arg<S>(&mut self, arg: S) -> &mut Command {} pub fn args<I>(&mut self, args: I) -> &mut Command {} pub fn env<K, V>(&mut self, key: K, val: V) -> &mut Command {} pub fn envs<I>(&mut self, vars: I) -> &mut Command {} pub fn env_remove<K>(&mut self, key: K) -> &mut Command {} pub fn env_clear(&mut self) -> &mut Command {} pub fn current_dir<P>(&mut self, dir: P) -> &mut Command {} pub fn stdin<T>(&mut self, cfg: T) -> &mut Command {} pub fn stdout<T>(&mut self, cfg: T) -> &mut Command {} pub fn stderr<T>(&mut self, cfg: T) -> &mut Command {} pub fn spawn(&mut self) -> crate::io::Result<Child> {} pub fn output(&mut self) -> crate::io::Result<Output> {} pub fn status(&mut self) -> crate::io::Result<ExitStatus> {} pub fn get_program(&self) -> &crate::ffi::OsStr {} pub fn get_args(&self) -> crate::iter::Items<&crate::ffi::OsStr> {} }
    impl Child { pub fn kill(&mut self) -> crate::io::Result<()> {} pub fn id(&self) -> u32 {} pub fn wait(&mut self) -> crate::io::Result<ExitStatus> {} pub fn try_wait(&mut self) -> crate::io::Result<Option<ExitStatus>> {} pub fn wait_with_output(self) -> crate::io::Result<Output> {} }
    impl ExitStatus { pub fn success(&self) -> bool {} pub fn code(&self) -> Option<i32> {} } impl Stdio { pub fn piped() -> Stdio {} pub fn null() -> Stdio {} pub fn inherit() -> Stdio {} }
    impl crate::io::Write for ChildStdin {} impl crate::io::Read for ChildStdout {} impl crate::io::Read for ChildStderr {}
    pub fn exit(code: i32) -> ! {} pub fn id() -> u32 {} pub fn abort() -> ! {}
}
pub mod thread {
    pub struct JoinHandle<T>(T); pub struct ScopedJoinHandle<T>(T); pub struct Thread; pub struct Builder; pub struct Scope; pub struct LocalKey<T>(T); pub struct ThreadId;
    pub type Result<T> = crate::result::Result<T, crate::boxed::Box<dyn crate::any::Any>>;
    impl<T> JoinHandle<T> { pub fn join(self) -> Result<T> {} pub fn thread(&self) -> &Thread {} pub fn is_finished(&self) -> bool {} }
    impl<T> ScopedJoinHandle<T> { pub fn join(self) -> Result<T> {} }
    impl Builder { pub fn new() -> Builder {} pub fn name(self, name: crate::string::String) -> Builder {} pub fn stack_size(self, size: usize) -> Builder {} pub fn spawn<T, F: FnOnce() -> T>(self, f: F) -> crate::io::Result<JoinHandle<T>> {} }
    impl Scope { pub fn spawn<T, F: FnOnce() -> T>(&self, f: F) -> ScopedJoinHandle<T> {} }
    impl<T> LocalKey<T> { pub fn with<R, F: FnOnce(&T) -> R>(&self, f: F) -> R {} pub fn try_with<R, F: FnOnce(&T) -> R>(&self, f: F) -> crate::result::Result<R, ()> {} }
    impl<T> LocalKey<crate::cell::RefCell<T>> { pub fn with_borrow<R, F: FnOnce(&T) -> R>(&self, f: F) -> R {} pub fn with_borrow_mut<R, F: FnOnce(&mut T) -> R>(&self, f: F) -> R {} }
    impl<T> LocalKey<crate::cell::Cell<T>> { pub fn get(&self) -> T {} pub fn set(&self, value: T) {} }
    pub fn spawn<T, F: FnOnce() -> T>(f: F) -> JoinHandle<T> {} pub fn scope<T, F: FnOnce(&Scope) -> T>(f: F) -> T {} pub fn sleep(dur: crate::time::Duration) {} pub fn current() -> Thread {} pub fn yield_now() {} pub fn available_parallelism() -> crate::io::Result<crate::num::NonZero<usize>> {}
}
pub mod time {
    pub struct Duration; pub struct Instant; pub struct SystemTime; pub struct SystemTimeError; pub const UNIX_EPOCH: SystemTime = SystemTime;
    impl Duration { pub const ZERO: Duration = Duration; pub const MAX: Duration = Duration; pub fn new(secs: u64, nanos: u32) -> Duration {} pub fn from_secs(secs: u64) -> Duration {} pub fn from_millis(millis: u64) -> Duration {} pub fn from_micros(micros: u64) -> Duration {} pub fn from_nanos(nanos: u64) -> Duration {} pub fn from_secs_f64(secs: f64) -> Duration {} pub fn as_secs(&self) -> u64 {} pub fn as_millis(&self) -> u128 {} pub fn as_micros(&self) -> u128 {} pub fn as_nanos(&self) -> u128 {} pub fn as_secs_f64(&self) -> f64 {} pub fn as_secs_f32(&self) -> f32 {} pub fn subsec_nanos(&self) -> u32 {} pub fn subsec_millis(&self) -> u32 {} pub fn checked_sub(self, rhs: Duration) -> Option<Duration> {} pub fn checked_add(self, rhs: Duration) -> Option<Duration> {} pub fn saturating_sub(self, rhs: Duration) -> Duration {} pub fn saturating_mul(self, rhs: u32) -> Duration {} pub fn mul_f64(self, rhs: f64) -> Duration {} pub fn is_zero(&self) -> bool {} }
    impl Instant { pub fn now() -> Instant {} pub fn elapsed(&self) -> Duration {} pub fn duration_since(&self, earlier: Instant) -> Duration {} pub fn checked_add(&self, d: Duration) -> Option<Instant> {} pub fn checked_sub(&self, d: Duration) -> Option<Instant> {} pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {} }
    impl SystemTime { pub const UNIX_EPOCH: SystemTime = SystemTime; pub fn now() -> SystemTime {} pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {} pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {} }
    impl crate::ops::Add<Duration> for Instant { type Output = Instant; } impl crate::ops::Sub<Duration> for Instant { type Output = Instant; } impl crate::ops::Sub<Instant> for Instant { type Output = Duration; } impl crate::ops::Add<Duration> for Duration { type Output = Duration; } impl crate::ops::Sub<Duration> for Duration { type Output = Duration; } impl crate::ops::Add<Duration> for SystemTime { type Output = SystemTime; } impl crate::ops::Mul<u32> for Duration { type Output = Duration; } impl crate::ops::Div<u32> for Duration { type Output = Duration; }
}
pub mod error {
    pub trait Error: crate::fmt::Debug + crate::fmt::Display { fn source(&self) -> Option<&dyn Error> {} fn description(&self) -> &str {} fn cause(&self) -> Option<&dyn Error> {} }
    impl dyn Error { pub fn downcast_ref<T>(&self) -> Option<&T> {} pub fn is<T>(&self) -> bool {} pub fn downcast<T>(self: crate::boxed::Box<Self>) -> Result<crate::boxed::Box<T>, crate::boxed::Box<dyn Error>> {} }
}
pub mod any {
    pub trait Any { fn type_id(&self) -> TypeId; }
    pub struct TypeId;
    impl TypeId { pub fn of<T>() -> TypeId {} }
    impl dyn Any { pub fn is<T>(&self) -> bool {} pub fn downcast_ref<T>(&self) -> Option<&T> {} pub fn downcast_mut<T>(&mut self) -> Option<&mut T> {} pub fn downcast<T>(self: crate::boxed::Box<Self>) -> Result<crate::boxed::Box<T>, crate::boxed::Box<dyn Any>> {} }
    pub fn type_name<T>() -> &str {}
    pub fn type_name_of_val<T>(val: &T) -> &str {}
}
pub mod num {
    pub struct NonZero<T>(T); pub type NonZeroU32 = NonZero<u32>; pub type NonZeroU64 = NonZero<u64>; pub type NonZeroUsize = NonZero<usize>; pub type NonZeroU8 = NonZero<u8>; pub type NonZeroU16 = NonZero<u16>; pub type NonZeroI64 = NonZero<i64>;
    impl<T> NonZero<T> { pub fn new(n: T) -> Option<Self> {} pub fn get(self) -> T {} }
    impl<T> Clone for NonZero<T> {}
    pub struct ParseIntError; pub struct ParseFloatError; pub struct TryFromIntError; pub struct Wrapping<T>(pub T);
}
pub mod net {
    pub enum IpAddr { V4(Ipv4Addr), V6(Ipv6Addr) } pub struct Ipv4Addr; pub struct Ipv6Addr; pub enum SocketAddr { V4(SocketAddrV4), V6(SocketAddrV6) } pub struct SocketAddrV4; pub struct SocketAddrV6; pub struct TcpListener; pub struct TcpStream; pub struct UdpSocket;
    impl SocketAddr { pub fn new(ip: IpAddr, port: u16) -> SocketAddr {} pub fn ip(&self) -> IpAddr {} pub fn port(&self) -> u16 {} pub fn set_port(&mut self, port: u16) {} }
    impl TcpListener { pub fn bind<A>(addr: A) -> crate::io::Result<TcpListener> {} pub fn accept(&self) -> crate::io::Result<(TcpStream, SocketAddr)> {} pub fn local_addr(&self) -> crate::io::Result<SocketAddr> {} }
    impl TcpStream { pub fn connect<A>(addr: A) -> crate::io::Result<TcpStream> {} pub fn peer_addr(&self) -> crate::io::Result<SocketAddr> {} pub fn local_addr(&self) -> crate::io::Result<SocketAddr> {} pub fn try_clone(&self) -> crate::io::Result<TcpStream> {} pub fn set_read_timeout(&self, d: Option<crate::time::Duration>) -> crate::io::Result<()> {} pub fn set_write_timeout(&self, d: Option<crate::time::Duration>) -> crate::io::Result<()> {} pub fn set_nodelay(&self, n: bool) -> crate::io::Result<()> {} pub fn set_nonblocking(&self, n: bool) -> crate::io::Result<()> {} }
    impl crate::io::Read for TcpStream {} impl crate::io::Write for TcpStream {}
    impl Clone for IpAddr {} impl Clone for SocketAddr {}
}
impl char { pub fn is_alphabetic(self) -> bool {} pub fn is_numeric(self) -> bool {} pub fn is_alphanumeric(self) -> bool {} pub fn is_whitespace(self) -> bool {} pub fn is_uppercase(self) -> bool {} pub fn is_lowercase(self) -> bool {} pub fn is_ascii(&self) -> bool {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> char {} pub fn to_ascii_uppercase(&self) -> char {} pub fn to_lowercase(self) -> crate::str::Chars {} pub fn to_uppercase(self) -> crate::str::Chars {} pub fn to_digit(self, radix: u32) -> Option<u32> {} pub fn is_digit(self, radix: u32) -> bool {} pub fn len_utf8(self) -> usize {} pub fn is_control(self) -> bool {} pub fn is_ascii_punctuation(&self) -> bool {} }
impl bool { pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {} pub fn then_some<T>(self, t: T) -> Option<T> {} }
impl u8 { pub const MAX: u8 = 0; pub const MIN: u8 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for u8 { type Err = crate::num::ParseIntError; }
impl u16 { pub const MAX: u16 = 0; pub const MIN: u16 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for u16 { type Err = crate::num::ParseIntError; }
impl u32 { pub const MAX: u32 = 0; pub const MIN: u32 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for u32 { type Err = crate::num::ParseIntError; }
impl u64 { pub const MAX: u64 = 0; pub const MIN: u64 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for u64 { type Err = crate::num::ParseIntError; }
impl u128 { pub const MAX: u128 = 0; pub const MIN: u128 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for u128 { type Err = crate::num::ParseIntError; }
impl usize { pub const MAX: usize = 0; pub const MIN: usize = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for usize { type Err = crate::num::ParseIntError; }
impl i8 { pub const MAX: i8 = 0; pub const MIN: i8 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for i8 { type Err = crate::num::ParseIntError; }
impl i16 { pub const MAX: i16 = 0; pub const MIN: i16 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for i16 { type Err = crate::num::ParseIntError; }
impl i32 { pub const MAX: i32 = 0; pub const MIN: i32 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for i32 { type Err = crate::num::ParseIntError; }
impl i64 { pub const MAX: i64 = 0; pub const MIN: i64 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for i64 { type Err = crate::num::ParseIntError; }
impl i128 { pub const MAX: i128 = 0; pub const MIN: i128 = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for i128 { type Err = crate::num::ParseIntError; }
impl isize { pub const MAX: isize = 0; pub const MIN: isize = 0; pub const BITS: u32 = 0; pub fn checked_add(self, o: Self) -> Option<Self> {} pub fn checked_sub(self, o: Self) -> Option<Self> {} pub fn checked_mul(self, o: Self) -> Option<Self> {} pub fn checked_div(self, o: Self) -> Option<Self> {} pub fn saturating_add(self, o: Self) -> Self {} pub fn saturating_sub(self, o: Self) -> Self {} pub fn saturating_mul(self, o: Self) -> Self {} pub fn wrapping_add(self, o: Self) -> Self {} pub fn wrapping_sub(self, o: Self) -> Self {} pub fn wrapping_mul(self, o: Self) -> Self {} pub fn overflowing_add(self, o: Self) -> (Self, bool) {} pub fn pow(self, e: u32) -> Self {} pub fn abs(self) -> Self {} pub fn abs_diff(self, o: Self) -> Self {} pub fn count_ones(self) -> u32 {} pub fn leading_zeros(self) -> u32 {} pub fn trailing_zeros(self) -> u32 {} pub fn is_power_of_two(self) -> bool {} pub fn next_power_of_two(self) -> Self {} pub fn div_ceil(self, o: Self) -> Self {} pub fn rem_euclid(self, o: Self) -> Self {} pub fn to_string(&self) -> crate::string::String {} pub fn is_ascii_digit(&self) -> bool {} pub fn is_ascii_alphabetic(&self) -> bool {} pub fn is_ascii_alphanumeric(&self) -> bool {} pub fn is_ascii_whitespace(&self) -> bool {} pub fn to_ascii_lowercase(&self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn from_str_radix(s: &str, r: u32) -> Result<Self, crate::num::ParseIntError> {} pub fn to_le_bytes(self) -> [u8; 0] {} pub fn to_be_bytes(self) -> [u8; 0] {} pub fn signum(self) -> Self {} }
impl crate::str::FromStr for isize { type Err = crate::num::ParseIntError; }
impl f32 { pub const MAX: f32 = 0.0; pub const MIN: f32 = 0.0; pub const INFINITY: f32 = 0.0; pub const NAN: f32 = 0.0; pub const EPSILON: f32 = 0.0; pub fn floor(self) -> Self {} pub fn ceil(self) -> Self {} pub fn round(self) -> Self {} pub fn sqrt(self) -> Self {} pub fn powi(self, n: i32) -> Self {} pub fn powf(self, n: Self) -> Self {} pub fn abs(self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn ln(self) -> Self {} pub fn log10(self) -> Self {} pub fn exp(self) -> Self {} pub fn is_nan(self) -> bool {} pub fn is_finite(self) -> bool {} pub fn total_cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn partial_cmp(&self, o: &Self) -> Option<crate::cmp::Ordering> {} pub fn to_bits(self) -> u64 {} pub fn to_string(&self) -> crate::string::String {} pub fn trunc(self) -> Self {} }
impl crate::str::FromStr for f32 { type Err = crate::num::ParseFloatError; }
impl f64 { pub const MAX: f64 = 0.0; pub const MIN: f64 = 0.0; pub const INFINITY: f64 = 0.0; pub const NAN: f64 = 0.0; pub const EPSILON: f64 = 0.0; pub fn floor(self) -> Self {} pub fn ceil(self) -> Self {} pub fn round(self) -> Self {} pub fn sqrt(self) -> Self {} pub fn powi(self, n: i32) -> Self {} pub fn powf(self, n: Self) -> Self {} pub fn abs(self) -> Self {} pub fn max(self, o: Self) -> Self {} pub fn min(self, o: Self) -> Self {} pub fn clamp(self, a: Self, b: Self) -> Self {} pub fn ln(self) -> Self {} pub fn log10(self) -> Self {} pub fn exp(self) -> Self {} pub fn is_nan(self) -> bool {} pub fn is_finite(self) -> bool {} pub fn total_cmp(&self, o: &Self) -> crate::cmp::Ordering {} pub fn partial_cmp(&self, o: &Self) -> Option<crate::cmp::Ordering> {} pub fn to_bits(self) -> u64 {} pub fn to_string(&self) -> crate::string::String {} pub fn trunc(self) -> Self {} }
impl crate::str::FromStr for f64 { type Err = crate::num::ParseFloatError; }
impl crate::str::FromStr for bool { type Err = crate::str::ParseBoolError; }
impl crate::str::FromStr for char { type Err = (); }
impl crate::str::FromStr for crate::string::String { type Err = crate::convert::Infallible; }
impl crate::str::FromStr for crate::path::PathBuf { type Err = crate::convert::Infallible; }
