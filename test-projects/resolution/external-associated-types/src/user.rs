use tokio_util::codec::Decoder;

// What `Self::Item` is stands in the `impl`, wherever the trait comes from.
pub fn first(codec: &mut crate::codec::Codec, bytes: &mut bytes::BytesMut) {
    if let Ok(Some(frame)) = codec.decode(bytes) {
        frame.show();
    }
}
