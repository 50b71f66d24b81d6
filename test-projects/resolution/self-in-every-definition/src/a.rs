pub trait Base {
    const VALUE: u8;

    fn made() -> Self;
}

pub enum Kind {
    A,
    B,
}
