pub enum Kind {
    A,
    B(u8),
}

pub struct A;
