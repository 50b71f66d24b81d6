use crate::a::{Source, last};
use futures_core::Stream;

pub fn run(source: &Source) -> impl Stream<Item = String> + '_ {
    async_stream::stream! {
        while let Some(message) = source.next().await {
            yield message.text;
        }
        yield last();
    }
}
