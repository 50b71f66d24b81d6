pub fn run(wrapper: &crate::a::Wrapper) -> u8 {
    wrapper.read_wrapper();
    wrapper.read() + wrapper.value
}
