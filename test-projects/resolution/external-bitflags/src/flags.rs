bitflags::bitflags! {
    #[derive(Clone, Copy)]
    pub struct Flags: u8 {
        const A = crate::a::FIRST;
        const B = Self::A.bits() << 1;
    }
}
