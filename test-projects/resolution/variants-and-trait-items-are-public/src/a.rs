pub enum Kind {
    Only,
}

pub trait Show {
    const SIZE: u8;

    fn show(&self) -> u8;
}

impl Show for Kind {
    const SIZE: u8 = 1;

    fn show(&self) -> u8 {
        1
    }
}
