pub use crate::request::Request;
pub use crate::response::Response;
pub use crate::header::{HeaderMap, HeaderName, HeaderValue};
pub use crate::method::Method;
pub use crate::status::StatusCode;
pub use crate::uri::Uri;
pub use crate::version::Version;
pub use crate::extensions::Extensions;
pub use crate::error::{Error, Result};
pub mod error { pub struct Error; pub type Result<T> = std::result::Result<T, Error>; impl std::fmt::Display for Error {} impl std::fmt::Debug for Error {} impl std::error::Error for Error {} }
pub mod extensions {
    pub struct Extensions;
    impl Extensions { pub fn new() -> Self {} pub fn insert<T>(&mut self, val: T) -> Option<T> {} pub fn get<T>(&self) -> Option<&T> {} pub fn get_mut<T>(&mut self) -> Option<&mut T> {} pub fn remove<T>(&mut self) -> Option<T> {} pub fn extend(&mut self, other: Self) {} pub fn get_or_insert_with<T, F: FnOnce() -> T>(&mut self, f: F) -> &mut T {} pub fn clear(&mut self) {} pub fn is_empty(&self) -> bool {} pub fn len(&self) -> usize {} }
    impl Clone for Extensions {} impl Default for Extensions {}
}
pub mod request {
    use crate::{Method, Uri, Version, HeaderMap, HeaderValue, Extensions};
    pub struct Request<T>(T);
    pub struct Parts { pub method: Method, pub uri: Uri, pub version: Version, pub headers: HeaderMap, pub extensions: Extensions }
    pub struct Builder;
    impl Request<()> { pub fn builder() -> Builder {} pub fn get<T>(uri: T) -> Builder {} pub fn post<T>(uri: T) -> Builder {} pub fn put<T>(uri: T) -> Builder {} pub fn delete<T>(uri: T) -> Builder {} pub fn head<T>(uri: T) -> Builder {} pub fn patch<T>(uri: T) -> Builder {} pub fn options<T>(uri: T) -> Builder {} pub fn connect<T>(uri: T) -> Builder {} }
    impl<T> Request<T> {
        pub fn new(body: T) -> Request<T> {} pub fn from_parts(parts: Parts, body: T) -> Request<T> {} pub fn method(&self) -> &Method {} pub fn method_mut(&mut self) -> &mut Method {} pub fn uri(&self) -> &Uri {} pub fn uri_mut(&mut self) -> &mut Uri {} pub fn version(&self) -> Version {} pub fn version_mut(&mut self) -> &mut Version {}
        pub fn headers(&self) -> &HeaderMap {} pub fn headers_mut(&mut self) -> &mut HeaderMap {} pub fn extensions(&self) -> &Extensions {} pub fn extensions_mut(&mut self) -> &mut Extensions {} pub fn body(&self) -> &T {} pub fn body_mut(&mut self) -> &mut T {} pub fn into_body(self) -> T {} pub fn into_parts(self) -> (Parts, T) {} pub fn map<F: FnOnce(T) -> U, U>(self, f: F) -> Request<U> {}
    }
    impl<T> Clone for Request<T> {} impl<T: Default> Default for Request<T> {} impl Clone for Parts {}
    impl Builder { pub fn new() -> Builder {} pub fn method<T>(self, method: T) -> Builder {} pub fn uri<T>(self, uri: T) -> Builder {} pub fn version(self, version: Version) -> Builder {} pub fn header<K, V>(self, key: K, value: V) -> Builder {} pub fn extension<T>(self, extension: T) -> Builder {} pub fn body<T>(self, body: T) -> crate::Result<Request<T>> {} pub fn headers_mut(&mut self) -> Option<&mut HeaderMap> {} pub fn headers_ref(&self) -> Option<&HeaderMap> {} pub fn extensions_mut(&mut self) -> Option<&mut Extensions> {} }
    impl Default for Builder {}
}
pub mod response {
    use crate::{StatusCode, Version, HeaderMap, HeaderValue, Extensions};
    pub struct Response<T>(T);
    pub struct Parts { pub status: StatusCode, pub version: Version, pub headers: HeaderMap, pub extensions: Extensions }
    pub struct Builder;
    impl Response<()> { pub fn builder() -> Builder {} }
    impl<T> Response<T> {
        pub fn new(body: T) -> Response<T> {} pub fn from_parts(parts: Parts, body: T) -> Response<T> {} pub fn status(&self) -> StatusCode {} pub fn status_mut(&mut self) -> &mut StatusCode {} pub fn version(&self) -> Version {} pub fn version_mut(&mut self) -> &mut Version {}
        pub fn headers(&self) -> &HeaderMap {} pub fn headers_mut(&mut self) -> &mut HeaderMap {} pub fn extensions(&self) -> &Extensions {} pub fn extensions_mut(&mut self) -> &mut Extensions {} pub fn body(&self) -> &T {} pub fn body_mut(&mut self) -> &mut T {} pub fn into_body(self) -> T {} pub fn into_parts(self) -> (Parts, T) {} pub fn map<F: FnOnce(T) -> U, U>(self, f: F) -> Response<U> {}
    }
    impl<T> Clone for Response<T> {} impl<T: Default> Default for Response<T> {} impl Clone for Parts {}
    impl Builder { pub fn new() -> Builder {} pub fn status<T>(self, status: T) -> Builder {} pub fn version(self, version: Version) -> Builder {} pub fn header<K, V>(self, key: K, value: V) -> Builder {} pub fn extension<T>(self, extension: T) -> Builder {} pub fn body<T>(self, body: T) -> crate::Result<Response<T>> {} pub fn headers_mut(&mut self) -> Option<&mut HeaderMap> {} pub fn headers_ref(&self) -> Option<&HeaderMap> {} pub fn extensions_mut(&mut self) -> Option<&mut Extensions> {} }
    impl Default for Builder {}
}
pub mod header {
    pub struct HeaderMap<T = HeaderValue>(T); pub struct HeaderName; pub struct HeaderValue; pub struct InvalidHeaderName; pub struct InvalidHeaderValue; pub struct ToStrError;
    pub struct Iter<T>(T); pub struct IterMut<T>(T); pub struct ValueIterMut<T>(T); pub struct IntoIter<T>(T); pub struct ValueIter<T>(T); pub struct GetAll<T>(T); pub struct Keys<T>(T); pub struct OccupiedEntry<T>(T); pub struct VacantEntry<T>(T);
    pub enum Entry<T> { Occupied(OccupiedEntry<T>), Vacant(VacantEntry<T>) }
    impl<T> Iterator for Iter<T> { type Item = (&HeaderName, &T); } impl<T> Iterator for IterMut<T> { type Item = (&HeaderName, &mut T); } impl<T> Iterator for ValueIterMut<T> { type Item = &mut T; } impl<T> Iterator for IntoIter<T> { type Item = (Option<HeaderName>, T); } impl<T> Iterator for ValueIter<T> { type Item = &T; } impl<T> Iterator for Keys<T> { type Item = &HeaderName; }
    impl<T> GetAll<T> { pub fn iter(&self) -> ValueIter<T> {} }
    impl<T> IntoIterator for GetAll<T> { type Item = &T; type IntoIter = ValueIter<T>; fn into_iter(self) -> ValueIter<T> {} } impl<T> IntoIterator for &GetAll<T> { type Item = &T; type IntoIter = ValueIter<T>; fn into_iter(self) -> ValueIter<T> {} }
    impl HeaderMap<HeaderValue> { pub fn new() -> Self {} }
    impl<T> HeaderMap<T> { pub fn with_capacity(capacity: usize) -> HeaderMap<T> {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn clear(&mut self) {} pub fn get<K>(&self, key: K) -> Option<&T> {} pub fn get_mut<K>(&mut self, key: K) -> Option<&mut T> {} pub fn get_all<K>(&self, key: K) -> GetAll<T> {} pub fn contains_key<K>(&self, key: K) -> bool {} pub fn iter(&self) -> Iter<T> {} pub fn keys(&self) -> Keys<T> {} pub fn values(&self) -> ValueIter<T> {} pub fn values_mut(&mut self) -> ValueIterMut<T> {} pub fn iter_mut(&mut self) -> IterMut<T> {} pub fn insert<K>(&mut self, key: K, val: T) -> Option<T> {} pub fn append<K>(&mut self, key: K, value: T) -> bool {} pub fn remove<K>(&mut self, key: K) -> Option<T> {} pub fn entry<K>(&mut self, key: K) -> Entry<T> {} pub fn drain(&mut self) -> IntoIter<T> {} }
    impl<T> Entry<T> { pub fn or_insert(self, default: T) -> &mut T {} pub fn or_insert_with<F: FnOnce() -> T>(self, default: F) -> &mut T {} }
    impl<T> OccupiedEntry<T> { pub fn get(&self) -> &T {} pub fn get_mut(&mut self) -> &mut T {} pub fn insert(&mut self, value: T) -> T {} pub fn remove(self) -> T {} pub fn key(&self) -> &HeaderName {} } impl<T> VacantEntry<T> { pub fn insert(self, value: T) -> &mut T {} pub fn key(&self) -> &HeaderName {} }
    impl<T> IntoIterator for HeaderMap<T> { type Item = (Option<HeaderName>, T); type IntoIter = IntoIter<T>; fn into_iter(self) -> IntoIter<T> {} } impl<T> IntoIterator for &HeaderMap<T> { type Item = (&HeaderName, &T); type IntoIter = Iter<T>; fn into_iter(self) -> Iter<T> {} } impl<T> IntoIterator for &mut HeaderMap<T> { type Item = (&HeaderName, &mut T); type IntoIter = IterMut<T>; fn into_iter(self) -> IterMut<T> {} }
    impl<T, K> std::ops::Index<K> for HeaderMap<T> { type Output = T; }
    impl<T> Clone for HeaderMap<T> {} impl<T> Default for HeaderMap<T> {} impl<T> FromIterator<(HeaderName, T)> for HeaderMap<T> {} impl<T> Extend<(HeaderName, T)> for HeaderMap<T> {}
    impl HeaderName { pub fn from_static(src: &str) -> HeaderName {} pub fn from_bytes(src: &[u8]) -> Result<HeaderName, InvalidHeaderName> {} pub fn as_str(&self) -> &str {} } impl Clone for HeaderName {} impl std::fmt::Display for HeaderName {} impl std::str::FromStr for HeaderName { type Err = InvalidHeaderName; } impl AsRef<str> for HeaderName {} impl TryFrom<&str> for HeaderName { type Error = InvalidHeaderName; }
    impl HeaderValue { pub fn from_static(src: &str) -> HeaderValue {} pub fn from_str(src: &str) -> Result<HeaderValue, InvalidHeaderValue> {} pub fn from_bytes(src: &[u8]) -> Result<HeaderValue, InvalidHeaderValue> {} pub fn from_maybe_shared<T>(src: T) -> Result<HeaderValue, InvalidHeaderValue> {} pub fn to_str(&self) -> Result<&str, ToStrError> {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn as_bytes(&self) -> &[u8] {} pub fn set_sensitive(&mut self, val: bool) {} } impl Clone for HeaderValue {} impl std::str::FromStr for HeaderValue { type Err = InvalidHeaderValue; } impl TryFrom<&str> for HeaderValue { type Error = InvalidHeaderValue; } impl TryFrom<String> for HeaderValue { type Error = InvalidHeaderValue; }
    pub trait IntoHeaderName {} pub trait AsHeaderName {}
    pub const ACCEPT: HeaderName = (); pub const ACCEPT_ENCODING: HeaderName = (); pub const ALLOW: HeaderName = (); pub const AUTHORIZATION: HeaderName = (); pub const CACHE_CONTROL: HeaderName = (); pub const CONNECTION: HeaderName = (); pub const CONTENT_DISPOSITION: HeaderName = (); pub const CONTENT_ENCODING: HeaderName = (); pub const CONTENT_LENGTH: HeaderName = (); pub const CONTENT_RANGE: HeaderName = (); pub const CONTENT_TYPE: HeaderName = (); pub const COOKIE: HeaderName = (); pub const DATE: HeaderName = (); pub const ETAG: HeaderName = (); pub const EXPECT: HeaderName = (); pub const FORWARDED: HeaderName = (); pub const HOST: HeaderName = (); pub const IF_MATCH: HeaderName = (); pub const IF_NONE_MATCH: HeaderName = (); pub const IF_MODIFIED_SINCE: HeaderName = (); pub const LAST_MODIFIED: HeaderName = (); pub const LOCATION: HeaderName = (); pub const ORIGIN: HeaderName = (); pub const RANGE: HeaderName = (); pub const REFERER: HeaderName = (); pub const RETRY_AFTER: HeaderName = (); pub const SERVER: HeaderName = (); pub const SET_COOKIE: HeaderName = (); pub const TE: HeaderName = (); pub const TRAILER: HeaderName = (); pub const TRANSFER_ENCODING: HeaderName = (); pub const UPGRADE: HeaderName = (); pub const USER_AGENT: HeaderName = (); pub const VARY: HeaderName = (); pub const VIA: HeaderName = (); pub const WARNING: HeaderName = (); pub const WWW_AUTHENTICATE: HeaderName = ();
}
pub mod method {
    pub struct Method; pub struct InvalidMethod;
    impl Method { pub const GET: Method = (); pub const POST: Method = (); pub const PUT: Method = (); pub const DELETE: Method = (); pub const HEAD: Method = (); pub const OPTIONS: Method = (); pub const CONNECT: Method = (); pub const PATCH: Method = (); pub const TRACE: Method = (); pub fn from_bytes(src: &[u8]) -> Result<Method, InvalidMethod> {} pub fn as_str(&self) -> &str {} pub fn is_safe(&self) -> bool {} pub fn is_idempotent(&self) -> bool {} }
    impl Clone for Method {} impl Default for Method {} impl std::fmt::Display for Method {} impl AsRef<str> for Method {} impl std::str::FromStr for Method { type Err = InvalidMethod; }
}
pub mod status {
    pub struct StatusCode; pub struct InvalidStatusCode;
    impl StatusCode {
        pub fn from_u16(src: u16) -> Result<StatusCode, InvalidStatusCode> {} pub fn as_u16(&self) -> u16 {} pub fn as_str(&self) -> &str {} pub fn canonical_reason(&self) -> Option<&str> {} pub fn is_informational(&self) -> bool {} pub fn is_success(&self) -> bool {} pub fn is_redirection(&self) -> bool {} pub fn is_client_error(&self) -> bool {} pub fn is_server_error(&self) -> bool {}
        pub const CONTINUE: StatusCode = (); pub const SWITCHING_PROTOCOLS: StatusCode = (); pub const PROCESSING: StatusCode = (); pub const EARLY_HINTS: StatusCode = (); pub const OK: StatusCode = (); pub const CREATED: StatusCode = (); pub const ACCEPTED: StatusCode = (); pub const NO_CONTENT: StatusCode = (); pub const PARTIAL_CONTENT: StatusCode = (); pub const MOVED_PERMANENTLY: StatusCode = (); pub const FOUND: StatusCode = (); pub const SEE_OTHER: StatusCode = (); pub const NOT_MODIFIED: StatusCode = (); pub const TEMPORARY_REDIRECT: StatusCode = (); pub const PERMANENT_REDIRECT: StatusCode = (); pub const BAD_REQUEST: StatusCode = (); pub const UNAUTHORIZED: StatusCode = (); pub const PAYMENT_REQUIRED: StatusCode = (); pub const FORBIDDEN: StatusCode = (); pub const NOT_FOUND: StatusCode = (); pub const METHOD_NOT_ALLOWED: StatusCode = (); pub const NOT_ACCEPTABLE: StatusCode = (); pub const REQUEST_TIMEOUT: StatusCode = (); pub const CONFLICT: StatusCode = (); pub const GONE: StatusCode = (); pub const LENGTH_REQUIRED: StatusCode = (); pub const PRECONDITION_FAILED: StatusCode = (); pub const PAYLOAD_TOO_LARGE: StatusCode = (); pub const URI_TOO_LONG: StatusCode = (); pub const UNSUPPORTED_MEDIA_TYPE: StatusCode = (); pub const RANGE_NOT_SATISFIABLE: StatusCode = (); pub const EXPECTATION_FAILED: StatusCode = (); pub const IM_A_TEAPOT: StatusCode = (); pub const MISDIRECTED_REQUEST: StatusCode = (); pub const UNPROCESSABLE_ENTITY: StatusCode = (); pub const TOO_MANY_REQUESTS: StatusCode = (); pub const REQUEST_HEADER_FIELDS_TOO_LARGE: StatusCode = (); pub const INTERNAL_SERVER_ERROR: StatusCode = (); pub const NOT_IMPLEMENTED: StatusCode = (); pub const BAD_GATEWAY: StatusCode = (); pub const SERVICE_UNAVAILABLE: StatusCode = (); pub const GATEWAY_TIMEOUT: StatusCode = (); pub const HTTP_VERSION_NOT_SUPPORTED: StatusCode = ();
    }
    impl Clone for StatusCode {} impl Default for StatusCode {} impl std::fmt::Display for StatusCode {} impl TryFrom<u16> for StatusCode { type Error = InvalidStatusCode; }
}
pub mod uri {
    pub struct Uri; pub struct Authority; pub struct PathAndQuery; pub struct Scheme; pub struct InvalidUri; pub struct InvalidUriParts; pub struct Parts { pub scheme: Option<Scheme>, pub authority: Option<Authority>, pub path_and_query: Option<PathAndQuery> } pub struct Builder;
    impl Uri { pub fn builder() -> Builder {} pub fn from_parts(src: Parts) -> Result<Uri, InvalidUriParts> {} pub fn from_static(src: &str) -> Uri {} pub fn into_parts(self) -> Parts {} pub fn path_and_query(&self) -> Option<&PathAndQuery> {} pub fn path(&self) -> &str {} pub fn scheme(&self) -> Option<&Scheme> {} pub fn scheme_str(&self) -> Option<&str> {} pub fn authority(&self) -> Option<&Authority> {} pub fn host(&self) -> Option<&str> {} pub fn port_u16(&self) -> Option<u16> {} pub fn query(&self) -> Option<&str> {} }
    impl Builder { pub fn scheme<T>(self, scheme: T) -> Self {} pub fn authority<T>(self, auth: T) -> Self {} pub fn path_and_query<T>(self, p: T) -> Self {} pub fn build(self) -> Result<Uri, crate::Error> {} }
    impl Authority { pub fn as_str(&self) -> &str {} pub fn host(&self) -> &str {} pub fn port_u16(&self) -> Option<u16> {} pub fn from_static(src: &str) -> Self {} } impl PathAndQuery { pub fn as_str(&self) -> &str {} pub fn path(&self) -> &str {} pub fn query(&self) -> Option<&str> {} pub fn from_static(src: &str) -> Self {} } impl Scheme { pub const HTTP: Scheme = (); pub const HTTPS: Scheme = (); pub fn as_str(&self) -> &str {} }
    impl Clone for Uri {} impl Default for Uri {} impl std::fmt::Display for Uri {} impl std::str::FromStr for Uri { type Err = InvalidUri; } impl TryFrom<&str> for Uri { type Error = InvalidUri; } impl TryFrom<String> for Uri { type Error = InvalidUri; } impl Clone for Authority {} impl Clone for PathAndQuery {} impl Clone for Scheme {} impl std::fmt::Display for Authority {} impl std::fmt::Display for PathAndQuery {}
}
pub mod version { pub struct Version; impl Version { pub const HTTP_09: Version = (); pub const HTTP_10: Version = (); pub const HTTP_11: Version = (); pub const HTTP_2: Version = (); pub const HTTP_3: Version = (); } impl Clone for Version {} impl Default for Version {} }
