pub mod sync {
    pub struct OnceCell<T>(T); impl<T> OnceCell<T> { pub fn new() -> Self {} pub fn with_value(t: T) -> Self {} pub fn get(&self) -> Option<&T> {} pub fn get_mut(&mut self) -> Option<&mut T> {} pub fn set(&self, t: T) -> Result<(), T> {} pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {} pub fn get_or_try_init<E, F: FnOnce() -> Result<T, E>>(&self, f: F) -> Result<&T, E> {} pub fn into_inner(self) -> Option<T> {} pub fn take(&mut self) -> Option<T> {} pub fn wait(&self) -> &T {} } impl<T> Default for OnceCell<T> {} impl<T: Clone> Clone for OnceCell<T> {}
    pub struct Lazy<T, F = fn() -> T>(T, F); impl<T, F: FnOnce() -> T> Lazy<T, F> { pub fn new(f: F) -> Self {} pub fn force(this: &Lazy<T, F>) -> &T {} } impl<T, F> std::ops::Deref for Lazy<T, F> { type Target = T; }
}
pub mod unsync { pub use super::sync::{OnceCell, Lazy}; }
