pub struct Part;

impl Part {
    pub fn weigh(&self) -> u32 {
        1
    }
}

pub struct Crate<T>(pub T);

pub trait Describe {
    fn describe(&self) -> Part;
    fn name(&self) -> u32;
}
