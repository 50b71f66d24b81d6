pub trait Show {
    type Shown;

    fn show(&self);
}

pub trait Loud {
    fn show(&self);
}

pub struct Thing;

impl Thing {
    pub fn show(&self) {}
}

impl Show for Thing {
    type Shown = u8;

    fn show(&self) {}
}

impl Loud for Thing {
    fn show(&self) {}
}
