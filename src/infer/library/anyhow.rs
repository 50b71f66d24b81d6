pub struct Error;
pub type Result<T, E = Error> = std::result::Result<T, E>;
pub struct Chain;
impl Iterator for Chain { type Item = &dyn std::error::Error; }
impl Error {
    pub fn new<E>(error: E) -> Self {}
    pub fn msg<M>(message: M) -> Self {}
    pub fn context<C>(self, context: C) -> Self {}
    pub fn chain(&self) -> Chain {}
    pub fn root_cause(&self) -> &dyn std::error::Error {}
    pub fn is<E>(&self) -> bool {}
    pub fn downcast<E>(self) -> std::result::Result<E, Self> {}
    pub fn downcast_ref<E>(&self) -> Option<&E> {}
    pub fn downcast_mut<E>(&mut self) -> Option<&mut E> {}
    pub fn backtrace(&self) -> &std::backtrace::Backtrace {}
}
impl std::ops::Deref for Error { type Target = dyn std::error::Error; }
impl std::fmt::Display for Error {}
impl std::fmt::Debug for Error {}
impl<E: std::error::Error> From<E> for Error {}
pub trait Context<T, E> {
    fn context<C>(self, context: C) -> Result<T, Error>;
    fn with_context<C, F: FnOnce() -> C>(self, f: F) -> Result<T, Error>;
}
impl<T, E> Context<T, E> for std::result::Result<T, E> {
    fn context<C>(self, context: C) -> Result<T, Error> {}
    fn with_context<C, F: FnOnce() -> C>(self, f: F) -> Result<T, Error> {}
}
impl<T> Context<T, std::convert::Infallible> for Option<T> {
    fn context<C>(self, context: C) -> Result<T, Error> {}
    fn with_context<C, F: FnOnce() -> C>(self, f: F) -> Result<T, Error> {}
}
pub fn Ok<T>(value: T) -> Result<T> {}
