use crate::a::{self, Event, Source};

pub async fn run(source: &Source, other: &Source) {
    tokio::select! {
        biased;
        message = source.next(), if source.is_open() => {
            a::handle(message.text).done();
        }
        Event::Closed = other.event() => a::fallback(),
        else => a::fallback(),
    }
    let _: Option<(a::Handled, a::Message, a::Event)> = None;
}
