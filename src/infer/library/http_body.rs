pub trait Body {
    type Data: bytes::Buf;
    type Error;
    fn poll_frame(self: std::pin::Pin<&mut Self>, cx: &mut std::task::Context) -> std::task::Poll<Option<Result<Frame<Self::Data>, Self::Error>>>;
    fn is_end_stream(&self) -> bool {}
    fn size_hint(&self) -> SizeHint {}
}
pub struct Frame<T>(T);
impl<T> Frame<T> { pub fn data(buf: T) -> Self {} pub fn trailers(map: http::HeaderMap) -> Self {} pub fn into_data(self) -> Result<T, Self> {} pub fn is_data(&self) -> bool {} pub fn data_ref(&self) -> Option<&T> {} pub fn data_mut(&mut self) -> Option<&mut T> {} pub fn into_trailers(self) -> Result<http::HeaderMap, Self> {} pub fn is_trailers(&self) -> bool {} pub fn trailers_ref(&self) -> Option<&http::HeaderMap> {} pub fn map_data<F: FnOnce(T) -> D, D>(self, f: F) -> Frame<D> {} }
pub struct SizeHint;
impl SizeHint { pub fn new() -> SizeHint {} pub fn with_exact(value: u64) -> SizeHint {} pub fn lower(&self) -> u64 {} pub fn upper(&self) -> Option<u64> {} pub fn exact(&self) -> Option<u64> {} pub fn set_lower(&mut self, value: u64) {} pub fn set_upper(&mut self, value: u64) {} pub fn set_exact(&mut self, value: u64) {} }
impl Clone for SizeHint {} impl Default for SizeHint {}
impl<B: Body> Body for &mut B { type Data = <B as Body>::Data; type Error = <B as Body>::Error; }
impl<B: Body> Body for Box<B> { type Data = <B as Body>::Data; type Error = <B as Body>::Error; }
impl<B: Body> Body for http::Request<B> { type Data = <B as Body>::Data; type Error = <B as Body>::Error; }
impl<B: Body> Body for http::Response<B> { type Data = <B as Body>::Data; type Error = <B as Body>::Error; }
impl Body for String { type Data = bytes::Bytes; type Error = std::convert::Infallible; }
