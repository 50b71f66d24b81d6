pub trait Show {
    fn show(&self) -> u8 {
        1
    }
}

pub trait Hide {}
