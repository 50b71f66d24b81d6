pub trait Both: Sized {
    type Err;
    fn both(self) -> Result<Self, Self::Err>;
}

#[derive(Default)]
pub struct Failed;

impl Failed {
    pub fn tell(&self) {}
}
