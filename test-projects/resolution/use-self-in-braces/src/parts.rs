pub mod clock {
    pub fn tick() {}
}

pub fn clock() {}

pub enum Kind {
    A,
}

pub trait Show {}
