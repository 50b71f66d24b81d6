pub struct A;
pub struct Inner;
