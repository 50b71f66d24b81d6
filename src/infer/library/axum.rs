pub use self::extract::{Extension, Json, Form};
pub use self::routing::Router;
pub type BoxError = Box<dyn std::error::Error>;
pub mod body { pub struct Body; pub use bytes::Bytes; impl Body { pub fn empty() -> Self {} pub fn new<B>(b: B) -> Self {} pub fn from_stream<S>(s: S) -> Self {} } impl http_body::Body for Body { type Data = bytes::Bytes; type Error = super::Error; } impl Default for Body {} impl From<&str> for Body {} impl From<String> for Body {} impl From<Vec<u8>> for Body {} impl From<bytes::Bytes> for Body {} pub fn to_bytes(b: Body, limit: usize) -> std::future::Ready<Result<bytes::Bytes, super::Error>> {} }
pub struct Error;
pub mod extension { pub use super::extract::Extension; }
pub mod extract {
    pub type Request<T = super::body::Body> = http::Request<T>;
    pub struct Json<T>(pub T); pub struct Extension<T>(pub T); pub struct Form<T>(pub T); pub struct Path<T>(pub T); pub struct Query<T>(pub T); pub struct State<S>(pub S); pub struct ConnectInfo<T>(pub T); pub struct OriginalUri(pub http::Uri); pub struct MatchedPath; pub struct Multipart; pub struct RawQuery(pub Option<String>); pub struct DefaultBodyLimit;
    impl<T> std::ops::Deref for Json<T> { type Target = T; } impl<T> std::ops::Deref for Extension<T> { type Target = T; } impl<T> std::ops::Deref for Form<T> { type Target = T; } impl<T> std::ops::Deref for Path<T> { type Target = T; } impl<T> std::ops::Deref for Query<T> { type Target = T; } impl<T> std::ops::Deref for State<T> { type Target = T; }
    impl<T> From<T> for Json<T> {} impl<T: Clone> Clone for Json<T> {} impl<T: Clone> Clone for Extension<T> {} impl<T: Clone> Clone for State<T> {} impl<T: Default> Default for Json<T> {} impl<T: Default> Default for Query<T> {} impl<T: Default> Default for Path<T> {}
    impl MatchedPath { pub fn as_str(&self) -> &str {} }
    pub trait FromRef<T> { fn from_ref(input: &T) -> Self; }
    pub trait FromRequestParts<S> { type Rejection; fn from_request_parts(parts: &mut http::request::Parts, state: &S) -> std::future::Ready<Result<Self, Self::Rejection>>; }
    pub trait FromRequest<S, M = ()> { type Rejection; fn from_request(req: Request, state: &S) -> std::future::Ready<Result<Self, Self::Rejection>>; }
    pub mod rejection {}
}
pub mod http { pub use ::http::*; pub use ::http::{header, method, request, response, status, uri, version, HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri, Version, Extensions}; }
pub mod response {
    pub use super::extract::Json;
    pub type Response<T = super::body::Body> = ::http::Response<T>;
    pub type Result<T, E = ErrorResponse> = std::result::Result<T, E>; pub struct ErrorResponse; pub struct Html<T>(pub T); pub struct Redirect; pub struct AppendHeaders<I>(pub I);
    pub trait IntoResponse { fn into_response(self) -> Response; }
    pub trait IntoResponseParts { type Error; }
    impl<T> IntoResponse for super::extract::Json<T> {} impl<T> IntoResponse for Html<T> {} impl IntoResponse for Redirect {} impl IntoResponse for ::http::StatusCode {} impl IntoResponse for &str {} impl IntoResponse for String {} impl IntoResponse for () {} impl IntoResponse for Vec<u8> {} impl<B> IntoResponse for ::http::Response<B> {} impl<T, E> IntoResponse for std::result::Result<T, E> {} impl<A, B> IntoResponse for (A, B) {} impl<A, B, C> IntoResponse for (A, B, C) {} impl<T> IntoResponse for super::extract::Extension<T> {} impl IntoResponse for ::http::HeaderMap {} impl IntoResponse for bytes::Bytes {}
    impl Redirect { pub fn to(uri: &str) -> Self {} pub fn temporary(uri: &str) -> Self {} pub fn permanent(uri: &str) -> Self {} }
}
pub mod routing { pub struct Router<S = ()>(S); pub struct MethodRouter<S = (), E = std::convert::Infallible>(S, E); impl<S> Router<S> { pub fn new() -> Self {} pub fn route<S2>(self, path: &str, r: MethodRouter<S2>) -> Self {} pub fn nest(self, path: &str, r: Router<S>) -> Self {} pub fn merge<R>(self, r: R) -> Self {} pub fn layer<L>(self, l: L) -> Self {} pub fn route_layer<L>(self, l: L) -> Self {} pub fn fallback<H>(self, h: H) -> Self {} pub fn with_state<S2>(self, s: S) -> Router<S2> {} } impl<S> Clone for Router<S> {} impl<S> Default for Router<S> {} }
pub mod middleware { pub struct Next; impl Next { pub fn run(self, r: super::extract::Request) -> std::future::Ready<super::response::Response> {} } }
