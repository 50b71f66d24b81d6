use http_body::{Body, Frame};
use std::future::Ready;
pub struct Full<D>(D); pub struct Empty<D>(D); pub struct Collected<B>(B); pub struct Limited<B>(B); pub struct StreamBody<S>(S); pub struct BodyStream<B>(B); pub struct BodyDataStream<B>(B); pub enum Either<L, R> { Left(L), Right(R) }
pub use self::combinators::{BoxBody, UnsyncBoxBody};
pub mod combinators {
    use http_body::Body;
    pub struct BoxBody<D, E>(D, E); pub struct UnsyncBoxBody<D, E>(D, E);
    impl<D, E> Body for BoxBody<D, E> { type Data = D; type Error = E; } impl<D, E> Body for UnsyncBoxBody<D, E> { type Data = D; type Error = E; } impl<D, E> BoxBody<D, E> { pub fn new<B>(body: B) -> Self {} } impl<D, E> UnsyncBoxBody<D, E> { pub fn new<B>(body: B) -> Self {} } impl<D, E> Default for BoxBody<D, E> {} impl<D, E> Default for UnsyncBoxBody<D, E> {}
    pub struct Mapped<D, E>(D, E); impl<D, E> Body for Mapped<D, E> { type Data = D; type Error = E; }
}
impl<D> Body for Full<D> { type Data = D; type Error = std::convert::Infallible; } impl<D> Full<D> { pub fn new(data: D) -> Self {} } impl<D> From<D> for Full<D> {} impl<D> Default for Full<D> {} impl<D> Clone for Full<D> {}
impl<D> Body for Empty<D> { type Data = D; type Error = std::convert::Infallible; } impl<D> Empty<D> { pub fn new() -> Self {} } impl<D> Default for Empty<D> {} impl<D> Clone for Empty<D> {}
impl<B: Body> Body for Limited<B> { type Data = <B as Body>::Data; type Error = Box<dyn std::error::Error>; } impl<B> Limited<B> { pub fn new(inner: B, limit: usize) -> Self {} }
impl<S> StreamBody<S> { pub fn new(stream: S) -> Self {} }
impl<B> Collected<B> { pub fn to_bytes(self) -> bytes::Bytes {} pub fn trailers(&self) -> Option<&http::HeaderMap> {} }
pub trait BodyExt: Body {
    fn frame(&mut self) -> Ready<Option<Result<Frame<Self::Data>, Self::Error>>> {}
    fn collect(self) -> Ready<Result<Collected<Self::Data>, Self::Error>> {}
    fn map_err<F: FnMut(Self::Error) -> E, E>(self, f: F) -> combinators::Mapped<Self::Data, E> {}
    fn map_frame<F: FnMut(Frame<Self::Data>) -> Frame<B>, B>(self, f: F) -> combinators::Mapped<B, Self::Error> {}
    fn boxed(self) -> BoxBody<Self::Data, Self::Error> {}
    fn boxed_unsync(self) -> UnsyncBoxBody<Self::Data, Self::Error> {}
    fn into_data_stream(self) -> BodyDataStream<Self> {}
    fn into_stream(self) -> BodyStream<Self> {}
}
impl<B: Body> BodyExt for B {}
