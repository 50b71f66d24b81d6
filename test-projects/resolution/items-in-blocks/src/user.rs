use crate::a::*;

pub fn before_it_is_declared() {
    late();
    fn late() {}
    take();
}

pub fn of_a_block() {
    {
        struct Inner;
        let _ = Inner;
        fn take() {}
        take();
    }
    give();
}

pub fn import_in_a_block() {
    use crate::a::Kind as Inner;
    let _ = Inner;
}
