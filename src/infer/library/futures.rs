pub use self::future::{Future, FutureExt, TryFuture, TryFutureExt};
pub use self::stream::{Stream, StreamExt, TryStream, TryStreamExt};
pub use self::sink::{Sink, SinkExt};
pub use self::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, AsyncBufRead, AsyncBufReadExt};
pub mod prelude { pub use super::future::{Future, FutureExt, TryFuture, TryFutureExt}; pub use super::stream::{Stream, StreamExt, TryStream, TryStreamExt}; pub use super::sink::{Sink, SinkExt}; }
pub mod never { pub type Never = std::convert::Infallible; }
pub mod task { pub use std::task::{Context, Poll, Waker}; pub fn noop_waker() -> Waker {} pub fn noop_waker_ref() -> &Waker {} }
pub mod executor { use std::future::Future; pub fn block_on<F: Future>(f: F) -> <F as Future>::Output {} }
pub mod future {
    pub use std::future::Future;
    pub use std::future::{Ready, pending, poll_fn};
    pub type BoxFuture<T> = std::pin::Pin<Box<dyn Future<Output = T>>>;
    pub type LocalBoxFuture<T> = std::pin::Pin<Box<dyn Future<Output = T>>>;
    pub struct Of<T>(T); impl<T> Future for Of<T> { type Output = T; }
    pub struct Map<Fut, F>(Fut, F);
    impl<Fut: Future, T, F: FnOnce(<Fut as Future>::Output) -> T> Future for Map<Fut, F> { type Output = T; }
    pub struct Shared<F>(F); impl<F: Future> Future for Shared<F> { type Output = <F as Future>::Output; } impl<F> Clone for Shared<F> {}
    pub struct Fuse<F>(F); impl<F: Future> Future for Fuse<F> { type Output = <F as Future>::Output; } impl<F> Fuse<F> { pub fn terminated() -> Self {} }
    pub struct OptionFuture<F>(F); impl<F: Future> Future for OptionFuture<F> { type Output = Option<<F as Future>::Output>; } impl<F> From<Option<F>> for OptionFuture<F> {}
    pub struct AbortHandle; pub struct AbortRegistration; pub struct Aborted; pub struct Abortable<F>(F);
    pub enum Either<A, B> { Left(A), Right(B) }
    impl<A: Future, B> Future for Either<A, B> { type Output = <A as Future>::Output; }
    impl<A, B> Either<A, B> { pub fn factor_first<T>(self) -> T {} }
    impl<T> Either<T, T> { pub fn into_inner(self) -> T {} }
    pub trait FutureExt: Future {
        fn map<U, F: FnOnce(Self::Output) -> U>(self, f: F) -> Of<U> {}
        fn map_into<U>(self) -> Of<U> {}
        fn then<Fut: Future, F: FnOnce(Self::Output) -> Fut>(self, f: F) -> Of<<Fut as Future>::Output> {}
        fn left_future<B>(self) -> Either<Self, B> {}
        fn right_future<A>(self) -> Either<A, Self> {}
        fn into_stream(self) -> super::stream::Of<Self::Output> {}
        fn flatten(self) -> Of<<Self::Output as Future>::Output> {}
        fn fuse(self) -> Fuse<Self> {}
        fn inspect<F: FnOnce(&Self::Output)>(self, f: F) -> Of<Self::Output> {}
        fn catch_unwind(self) -> Of<Result<Self::Output, Box<dyn std::any::Any>>> {}
        fn shared(self) -> Shared<Self> {}
        fn boxed(self) -> BoxFuture<Self::Output> {}
        fn boxed_local(self) -> BoxFuture<Self::Output> {}
        fn unit_error(self) -> Of<Result<Self::Output, ()>> {}
        fn never_error(self) -> Of<Result<Self::Output, std::convert::Infallible>> {}
        fn poll_unpin(&mut self, cx: &mut std::task::Context) -> std::task::Poll<Self::Output> {}
        fn now_or_never(self) -> Option<Self::Output> {}
    }
    impl<F: Future> FutureExt for F {}
    pub trait TryFuture: Future { type Ok; type Error; }
    impl<F, T, E> TryFuture for F where F: Future<Output = Result<T, E>> { type Ok = T; type Error = E; }
    pub trait TryFutureExt: TryFuture {
        fn map_ok<T, F: FnOnce(Self::Ok) -> T>(self, f: F) -> Of<Result<T, Self::Error>> {}
        fn map_ok_or_else<T, E: FnOnce(Self::Error) -> T, F: FnOnce(Self::Ok) -> T>(self, e: E, f: F) -> Of<T> {}
        fn map_err<E, F: FnOnce(Self::Error) -> E>(self, f: F) -> Of<Result<Self::Ok, E>> {}
        fn err_into<E>(self) -> Of<Result<Self::Ok, E>> {}
        fn ok_into<U>(self) -> Of<Result<U, Self::Error>> {}
        fn and_then<Fut: TryFuture, F: FnOnce(Self::Ok) -> Fut>(self, f: F) -> Of<Result<<Fut as TryFuture>::Ok, Self::Error>> {}
        fn or_else<Fut: TryFuture, F: FnOnce(Self::Error) -> Fut>(self, f: F) -> Of<Result<Self::Ok, <Fut as TryFuture>::Error>> {}
        fn inspect_ok<F: FnOnce(&Self::Ok)>(self, f: F) -> Of<Result<Self::Ok, Self::Error>> {}
        fn inspect_err<F: FnOnce(&Self::Error)>(self, f: F) -> Of<Result<Self::Ok, Self::Error>> {}
        fn unwrap_or_else<F: FnOnce(Self::Error) -> Self::Ok>(self, f: F) -> Of<Self::Ok> {}
        fn try_flatten_stream(self) -> super::stream::Of<Self::Ok> {}
        fn into_future(self) -> Of<Result<Self::Ok, Self::Error>> {}
    }
    impl<F: TryFuture> TryFutureExt for F {}
    pub trait FusedFuture: Future {}
    pub fn ready<T>(t: T) -> Ready<T> {}
    pub fn ok<T, E>(t: T) -> Ready<Result<T, E>> {}
    pub fn err<T, E>(err: E) -> Ready<Result<T, E>> {}
    pub fn lazy<F: FnOnce(&mut std::task::Context) -> R, R>(f: F) -> Of<R> {}
    pub fn join<A: Future, B: Future>(a: A, b: B) -> Of<(<A as Future>::Output, <B as Future>::Output)> {}
    pub fn join3<A: Future, B: Future, C: Future>(a: A, b: B, c: C) -> Of<(<A as Future>::Output, <B as Future>::Output, <C as Future>::Output)> {}
    pub fn try_join<A: TryFuture, B: TryFuture>(a: A, b: B) -> Of<Result<(<A as TryFuture>::Ok, <B as TryFuture>::Ok), <A as TryFuture>::Error>> {}
    pub fn join_all<I: IntoIterator>(i: I) -> Of<Vec<<<I as IntoIterator>::Item as Future>::Output>> {}
    pub fn try_join_all<I: IntoIterator>(i: I) -> Of<Result<Vec<<<I as IntoIterator>::Item as TryFuture>::Ok>, <<I as IntoIterator>::Item as TryFuture>::Error>> {}
    pub fn select<A: Future, B: Future>(a: A, b: B) -> Of<Either<(<A as Future>::Output, B), (<B as Future>::Output, A)>> {}
    pub fn select_all<I: IntoIterator>(i: I) -> Of<(<<I as IntoIterator>::Item as Future>::Output, usize, Vec<<I as IntoIterator>::Item>)> {}
    pub fn abortable<F>(f: F) -> (Abortable<F>, AbortHandle) {}
}
pub mod stream {
    use std::future::Future;
    use super::future::{Of as Fut, TryFuture};
    pub use self::futures_unordered::FuturesUnordered;
    pub use self::futures_ordered::FuturesOrdered;
    pub type BoxStream<T> = std::pin::Pin<Box<dyn Stream<Item = T>>>;
    pub type LocalBoxStream<T> = std::pin::Pin<Box<dyn Stream<Item = T>>>;
    pub trait Stream { type Item; fn poll_next(self: std::pin::Pin<&mut Self>, cx: &mut std::task::Context) -> std::task::Poll<Option<Self::Item>>; fn size_hint(&self) -> (usize, Option<usize>) {} }
    impl<S: Stream> Stream for Box<S> { type Item = <S as Stream>::Item; }
    impl<S: Stream> Stream for &mut S { type Item = <S as Stream>::Item; }
    impl<P> Stream for std::pin::Pin<P> where P: std::ops::Deref, <P as std::ops::Deref>::Target: Stream { type Item = <<P as std::ops::Deref>::Target as Stream>::Item; }
    pub struct Of<T>(T); impl<T> Stream for Of<T> { type Item = T; }
    pub struct Peekable<S>(S); impl<S: Stream> Stream for Peekable<S> { type Item = <S as Stream>::Item; }
    pub struct Fuse<S>(S); impl<S: Stream> Stream for Fuse<S> { type Item = <S as Stream>::Item; }
    pub struct SplitStream<S>(S); impl<S: Stream> Stream for SplitStream<S> { type Item = <S as Stream>::Item; }
    pub struct SplitSink<S, T>(S, T);
    pub struct SelectAll<S>(S); impl<S: Stream> Stream for SelectAll<S> { type Item = <S as Stream>::Item; } impl<S> SelectAll<S> { pub fn new() -> Self {} pub fn push(&mut self, s: S) {} }
    pub mod futures_unordered { use std::future::Future; pub struct FuturesUnordered<F>(F); impl<F: Future> super::Stream for FuturesUnordered<F> { type Item = <F as Future>::Output; } impl<F> FuturesUnordered<F> { pub fn new() -> Self {} pub fn push(&self, f: F) {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} } impl<F> FromIterator<F> for FuturesUnordered<F> {} impl<F> Default for FuturesUnordered<F> {} impl<F> Extend<F> for FuturesUnordered<F> {} }
    pub mod futures_ordered { use std::future::Future; pub struct FuturesOrdered<F>(F); impl<F: Future> super::Stream for FuturesOrdered<F> { type Item = <F as Future>::Output; } impl<F> FuturesOrdered<F> { pub fn new() -> Self {} pub fn push_back(&mut self, f: F) {} pub fn len(&self) -> usize {} pub fn is_empty(&self) -> bool {} } impl<F> FromIterator<F> for FuturesOrdered<F> {} }
    pub trait StreamExt: Stream {
        fn next(&mut self) -> Fut<Option<Self::Item>> {}
        fn into_future(self) -> Fut<(Option<Self::Item>, Self)> {}
        fn map<T, F: FnMut(Self::Item) -> T>(self, f: F) -> Of<T> {}
        fn enumerate(self) -> Of<(usize, Self::Item)> {}
        fn filter<Fu, F: FnMut(&Self::Item) -> Fu>(self, f: F) -> Of<Self::Item> {}
        fn filter_map<Fu: Future<Output = Option<T>>, T, F: FnMut(Self::Item) -> Fu>(self, f: F) -> Of<T> {}
        fn then<Fu: Future, F: FnMut(Self::Item) -> Fu>(self, f: F) -> Of<<Fu as Future>::Output> {}
        fn collect<C: FromIterator<Self::Item>>(self) -> Fut<C> {}
        fn fold<T, Fu: Future<Output = T>, F: FnMut(T, Self::Item) -> Fu>(self, init: T, f: F) -> Fut<T> {}
        fn any<Fu, F: FnMut(Self::Item) -> Fu>(self, f: F) -> Fut<bool> {}
        fn all<Fu, F: FnMut(Self::Item) -> Fu>(self, f: F) -> Fut<bool> {}
        fn count(self) -> Fut<usize> {}
        fn flatten(self) -> Of<<Self::Item as Stream>::Item> {}
        fn flat_map<U: Stream, F: FnMut(Self::Item) -> U>(self, f: F) -> Of<<U as Stream>::Item> {}
        fn skip_while<Fu, F: FnMut(&Self::Item) -> Fu>(self, f: F) -> Of<Self::Item> {}
        fn take_while<Fu, F: FnMut(&Self::Item) -> Fu>(self, f: F) -> Of<Self::Item> {}
        fn take_until<Fu>(self, f: Fu) -> Of<Self::Item> {}
        fn for_each<Fu, F: FnMut(Self::Item) -> Fu>(self, f: F) -> Fut<()> {}
        fn for_each_concurrent<Fu, F: FnMut(Self::Item) -> Fu, L>(self, limit: L, f: F) -> Fut<()> {}
        fn take(self, n: usize) -> Of<Self::Item> {}
        fn skip(self, n: usize) -> Of<Self::Item> {}
        fn fuse(self) -> Fuse<Self> {}
        fn by_ref(&mut self) -> &mut Self {}
        fn boxed(self) -> BoxStream<Self::Item> {}
        fn boxed_local(self) -> BoxStream<Self::Item> {}
        fn buffered(self, n: usize) -> Of<<Self::Item as Future>::Output> {}
        fn buffer_unordered(self, n: usize) -> Of<<Self::Item as Future>::Output> {}
        fn zip<S: Stream>(self, other: S) -> Of<(Self::Item, <S as Stream>::Item)> {}
        fn chain<S>(self, other: S) -> Of<Self::Item> {}
        fn peekable(self) -> Peekable<Self> {}
        fn chunks(self, n: usize) -> Of<Vec<Self::Item>> {}
        fn ready_chunks(self, n: usize) -> Of<Vec<Self::Item>> {}
        fn forward<S>(self, sink: S) -> Fut<Result<(), super::sink::AnyError>> {}
        fn split<T>(self) -> (SplitSink<Self, T>, SplitStream<Self>) {}
        fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Of<Self::Item> {}
        fn poll_next_unpin(&mut self, cx: &mut std::task::Context) -> std::task::Poll<Option<Self::Item>> {}
        fn select_next_some(&mut self) -> Fut<Self::Item> {}
    }
    impl<S: Stream> StreamExt for S {}
    pub trait TryStream: Stream { type Ok; type Error; }
    impl<S, T, E> TryStream for S where S: Stream<Item = Result<T, E>> { type Ok = T; type Error = E; }
    pub trait TryStreamExt: TryStream {
        fn err_into<E>(self) -> Of<Result<Self::Ok, E>> {}
        fn map_ok<T, F: FnMut(Self::Ok) -> T>(self, f: F) -> Of<Result<T, Self::Error>> {}
        fn map_err<E, F: FnMut(Self::Error) -> E>(self, f: F) -> Of<Result<Self::Ok, E>> {}
        fn and_then<Fu: TryFuture, F: FnMut(Self::Ok) -> Fu>(self, f: F) -> Of<Result<<Fu as TryFuture>::Ok, Self::Error>> {}
        fn try_next(&mut self) -> Fut<Result<Option<Self::Ok>, Self::Error>> {}
        fn try_for_each<Fu, F: FnMut(Self::Ok) -> Fu>(self, f: F) -> Fut<Result<(), Self::Error>> {}
        fn try_for_each_concurrent<Fu, F: FnMut(Self::Ok) -> Fu, L>(self, limit: L, f: F) -> Fut<Result<(), Self::Error>> {}
        fn try_collect<C: FromIterator<Self::Ok>>(self) -> Fut<Result<C, Self::Error>> {}
        fn try_filter<Fu, F: FnMut(&Self::Ok) -> Fu>(self, f: F) -> Of<Result<Self::Ok, Self::Error>> {}
        fn try_filter_map<Fu: TryFuture<Ok = Option<T>>, T, F: FnMut(Self::Ok) -> Fu>(self, f: F) -> Of<Result<T, Self::Error>> {}
        fn try_fold<T, Fu, F: FnMut(T, Self::Ok) -> Fu>(self, init: T, f: F) -> Fut<Result<T, Self::Error>> {}
        fn try_concat(self) -> Fut<Result<Self::Ok, Self::Error>> {}
        fn try_buffer_unordered(self, n: usize) -> Of<Result<<Self::Ok as TryFuture>::Ok, Self::Error>> {}
        fn try_buffered(self, n: usize) -> Of<Result<<Self::Ok as TryFuture>::Ok, Self::Error>> {}
        fn inspect_ok<F: FnMut(&Self::Ok)>(self, f: F) -> Of<Result<Self::Ok, Self::Error>> {}
        fn inspect_err<F: FnMut(&Self::Error)>(self, f: F) -> Of<Result<Self::Ok, Self::Error>> {}
        fn try_flatten(self) -> Of<Result<<Self::Ok as TryStream>::Ok, Self::Error>> {}
    }
    impl<S: TryStream> TryStreamExt for S {}
    pub fn iter<I: IntoIterator>(i: I) -> Of<<I as IntoIterator>::Item> {}
    pub fn once<F: Future>(f: F) -> Of<<F as Future>::Output> {}
    pub fn empty<T>() -> Of<T> {}
    pub fn pending<T>() -> Of<T> {}
    pub fn unfold<T, F: FnMut(T) -> Fu, Fu: Future<Output = Option<(I, T)>>, I>(init: T, f: F) -> Of<I> {}
    pub fn try_unfold<T, F: FnMut(T) -> Fu, Fu: Future<Output = Result<Option<(I, T)>, E>>, I, E>(init: T, f: F) -> Of<Result<I, E>> {}
    pub fn poll_fn<T, F: FnMut(&mut std::task::Context) -> std::task::Poll<Option<T>>>(f: F) -> Of<T> {}
    pub fn repeat<T>(item: T) -> Of<T> {}
    pub fn select<A: Stream, B>(a: A, b: B) -> Of<<A as Stream>::Item> {}
    pub fn select_all<I: IntoIterator>(i: I) -> SelectAll<<I as IntoIterator>::Item> {}
}
pub mod sink {
    pub struct AnyError;
    pub trait Sink<Item> { type Error; }
    pub trait SinkExt<Item>: Sink<Item> { fn send(&mut self, item: Item) -> super::future::Of<Result<(), Self::Error>> {} fn feed(&mut self, item: Item) -> super::future::Of<Result<(), Self::Error>> {} fn flush(&mut self) -> super::future::Of<Result<(), Self::Error>> {} fn close(&mut self) -> super::future::Of<Result<(), Self::Error>> {} }
    impl<T, Item> SinkExt<Item> for T where T: Sink<Item> {}
}
pub mod io { pub use std::io::{Error, ErrorKind, Result, SeekFrom}; pub trait AsyncRead {} pub trait AsyncWrite {} pub trait AsyncBufRead {} pub trait AsyncReadExt {} pub trait AsyncWriteExt {} pub trait AsyncBufReadExt {} }
pub mod lock { pub struct Mutex<T>(T); pub struct MutexGuard<T>(T); impl<T> std::ops::Deref for MutexGuard<T> { type Target = T; } impl<T> Mutex<T> { pub fn new(t: T) -> Self {} pub fn lock(&self) -> super::future::Of<MutexGuard<T>> {} pub fn try_lock(&self) -> Option<MutexGuard<T>> {} pub fn into_inner(self) -> T {} pub fn get_mut(&mut self) -> &mut T {} } }
pub mod channel {
    pub mod oneshot { pub struct Sender<T>(T); pub struct Receiver<T>(T); pub struct Canceled; pub fn channel<T>() -> (Sender<T>, Receiver<T>) {} impl<T> Sender<T> { pub fn send(self, t: T) -> Result<(), T> {} pub fn is_canceled(&self) -> bool {} } impl<T> Receiver<T> { pub fn close(&mut self) {} pub fn try_recv(&mut self) -> Result<Option<T>, Canceled> {} } impl<T> std::future::Future for Receiver<T> { type Output = Result<T, Canceled>; } }
    pub mod mpsc { pub struct Sender<T>(T); pub struct UnboundedSender<T>(T); pub struct Receiver<T>(T); pub struct UnboundedReceiver<T>(T); pub struct SendError; pub struct TrySendError<T>(T); pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {} pub fn unbounded<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {} impl<T> Sender<T> { pub fn try_send(&mut self, msg: T) -> Result<(), TrySendError<T>> {} pub fn is_closed(&self) -> bool {} pub fn poll_ready(&mut self, cx: &mut std::task::Context) -> std::task::Poll<Result<(), SendError>> {} } impl<T> UnboundedSender<T> { pub fn unbounded_send(&self, msg: T) -> Result<(), TrySendError<T>> {} } impl<T> Clone for Sender<T> {} impl<T> Clone for UnboundedSender<T> {} impl<T> crate::stream::Stream for Receiver<T> { type Item = T; } impl<T> crate::stream::Stream for UnboundedReceiver<T> { type Item = T; } impl<T> Receiver<T> { pub fn close(&mut self) {} pub fn try_next(&mut self) -> Result<Option<T>, SendError> {} } impl<T> crate::sink::Sink<T> for Sender<T> { type Error = SendError; } impl<T> crate::sink::Sink<T> for UnboundedSender<T> { type Error = SendError; } }
}
