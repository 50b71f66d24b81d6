use crate::b::Inner;

pub struct Outer {
    inner: Inner,
}

impl crate::a::Write for Outer {
    fn write(&mut self, byte: u8) -> bool {
        self.inner.write(byte)
    }
}
