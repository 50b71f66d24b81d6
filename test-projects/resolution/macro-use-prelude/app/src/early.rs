pub fn before_the_import() -> u8 {
    make!()
}
