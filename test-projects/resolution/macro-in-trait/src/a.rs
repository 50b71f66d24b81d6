pub struct A;

impl A {
    pub fn touch(&self) {}
}
