pub struct Inner;
pub struct Kind;

pub fn take() {}
pub fn give() {}
pub fn late() {}
