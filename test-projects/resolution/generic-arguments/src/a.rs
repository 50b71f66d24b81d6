pub struct A;
pub struct B;
pub struct C;
pub struct D;
pub struct E;

pub trait Bound<T> {}

pub trait Object {}

pub const LENGTH: usize = 2;

pub struct Sized<const N: usize>;
