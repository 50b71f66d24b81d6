use crate::a::Frame;

pub struct Codec;

impl tokio_util::codec::Decoder for Codec {
    type Item = Frame;
    type Error = std::io::Error;

    fn decode(&mut self, _: &mut bytes::BytesMut) -> Result<Option<Self::Item>, Self::Error> {
        Ok(Some(Frame))
    }
}
