pub use futures::stream::{Stream, iter, once, empty, pending};
pub use futures::stream::StreamExt;
pub mod wrappers { use futures::stream::Stream; pub struct ReceiverStream<T>(T); impl<T> Stream for ReceiverStream<T> { type Item = T; } impl<T> ReceiverStream<T> { pub fn new(r: tokio::sync::mpsc::Receiver<T>) -> Self {} } pub struct UnboundedReceiverStream<T>(T); impl<T> Stream for UnboundedReceiverStream<T> { type Item = T; } impl<T> UnboundedReceiverStream<T> { pub fn new(r: tokio::sync::mpsc::UnboundedReceiver<T>) -> Self {} } }
