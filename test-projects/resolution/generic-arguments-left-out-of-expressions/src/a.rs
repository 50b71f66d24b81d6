pub struct Usual;
pub struct Other;

impl Other {
    pub fn other(&self) {}
}

impl Usual {
    pub fn usual(&self) {}
}
