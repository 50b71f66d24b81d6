pub type Handle = *const u8;

unsafe extern "C" {
    pub safe fn abs(number: crate::a::Number) -> crate::a::Number;
    pub static environ: Handle;
}
