pub struct Bytes;
pub struct BytesMut;
impl Bytes {
    pub fn new() -> Self {} pub fn from_static(bytes: &[u8]) -> Self {} pub fn copy_from_slice(data: &[u8]) -> Self {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {}
    pub fn slice<R>(&self, range: R) -> Self {} pub fn split_off(&mut self, at: usize) -> Self {} pub fn split_to(&mut self, at: usize) -> Self {} pub fn truncate(&mut self, len: usize) {} pub fn clear(&mut self) {}
}
impl std::ops::Deref for Bytes { type Target = [u8]; }
impl Clone for Bytes {}
impl Default for Bytes {}
impl From<&str> for Bytes {}
impl From<String> for Bytes {}
impl From<Vec<u8>> for Bytes {}
impl From<&[u8]> for Bytes {}
impl From<BytesMut> for Bytes {}
impl BytesMut {
    pub fn new() -> Self {} pub fn with_capacity(capacity: usize) -> Self {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} pub fn freeze(self) -> Bytes {} pub fn split(&mut self) -> BytesMut {}
    pub fn split_off(&mut self, at: usize) -> BytesMut {} pub fn split_to(&mut self, at: usize) -> BytesMut {} pub fn reserve(&mut self, additional: usize) {} pub fn extend_from_slice(&mut self, extend: &[u8]) {} pub fn clear(&mut self) {} pub fn capacity(&self) -> usize {} pub fn truncate(&mut self, len: usize) {}
}
impl std::ops::Deref for BytesMut { type Target = [u8]; }
impl Clone for BytesMut {}
impl From<&[u8]> for BytesMut {}
pub mod buf {
    pub use super::{Buf, BufMut};
    pub struct Chain<T, U>(T, U);
    pub struct Take<T>(T);
    pub struct Reader<B>(B);
    pub struct Writer<B>(B);
    impl<T: Buf, U: Buf> Buf for Chain<T, U> {}
    impl<T: Buf> Buf for Take<T> {}
    impl<T, U> Chain<T, U> { pub fn first_ref(&self) -> &T {} pub fn last_ref(&self) -> &U {} pub fn into_inner(self) -> (T, U) {} pub fn first_mut(&mut self) -> &mut T {} pub fn last_mut(&mut self) -> &mut U {} }
    impl<T> Take<T> { pub fn get_ref(&self) -> &T {} pub fn get_mut(&mut self) -> &mut T {} pub fn into_inner(self) -> T {} pub fn limit(&self) -> usize {} }
    impl<B> Reader<B> { pub fn get_ref(&self) -> &B {} pub fn into_inner(self) -> B {} }
    impl<B> Writer<B> { pub fn get_ref(&self) -> &B {} pub fn into_inner(self) -> B {} }
}
pub trait Buf {
    fn remaining(&self) -> usize; fn chunk(&self) -> &[u8]; fn chunks_vectored(&self, dst: &mut [std::io::IoSlice]) -> usize {} fn advance(&mut self, cnt: usize); fn has_remaining(&self) -> bool {} fn copy_to_slice(&mut self, dst: &mut [u8]) {} fn get_u8(&mut self) -> u8 {} fn get_u16(&mut self) -> u16 {} fn get_u32(&mut self) -> u32 {} fn get_u64(&mut self) -> u64 {}
    fn copy_to_bytes(&mut self, len: usize) -> Bytes {} fn take(self, limit: usize) -> buf::Take<Self> {} fn chain<U: Buf>(self, next: U) -> buf::Chain<Self, U> {} fn reader(self) -> buf::Reader<Self> {}
}
pub trait BufMut { fn remaining_mut(&self) -> usize; fn advance_mut(&mut self, cnt: usize); fn chunk_mut(&mut self) -> &mut [u8]; fn put<T: Buf>(&mut self, src: T) {} fn put_slice(&mut self, src: &[u8]) {} fn put_u8(&mut self, n: u8) {} fn put_u16(&mut self, n: u16) {} fn put_u32(&mut self, n: u32) {} fn put_u64(&mut self, n: u64) {} fn writer(self) -> buf::Writer<Self> {} fn has_remaining_mut(&self) -> bool {} }
impl Buf for Bytes {}
impl Buf for BytesMut {}
impl Buf for &[u8] {}
impl<T> Buf for std::io::Cursor<T> {}
impl<T: Buf> Buf for &mut T {}
impl<T: Buf> Buf for Box<T> {}
impl BufMut for BytesMut {}
impl BufMut for Vec<u8> {}
impl<T: BufMut> BufMut for &mut T {}
