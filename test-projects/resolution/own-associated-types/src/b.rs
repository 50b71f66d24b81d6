pub trait Both {
    type Err;
    fn both(&self) -> Result<(), Self::Err>;
}

pub struct Failed;
