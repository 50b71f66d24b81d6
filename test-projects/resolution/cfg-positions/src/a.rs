pub struct One;
pub struct Two;
pub struct Three;
pub struct Four;
pub struct Five;
pub struct Six;
pub struct Seven;
pub struct Eight;
pub struct Nine;
pub struct Ten;
pub struct Eleven;
pub trait Twelve {}
pub struct Never;

pub enum Kind {
    A,
    B,
}
