pub fn run() -> u8 {
    struct Inner;
    impl Inner {
        fn number() -> u8 {
            let _ = crate::a::A;
            7
        }
    }
    enum Local {
        A,
    }
    use Local::A;
    match A {
        Local::A => Inner::number(),
    }
}
