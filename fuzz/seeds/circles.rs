pub mod a { pub use super::b::*; pub use super::c::x as y; pub struct A; impl A { pub fn go(&self) -> super::b::B { super::b::B { a: A } } } }
pub mod b { pub use super::a::*; pub use super::c::*; pub struct B { pub a: super::a::A } pub use self::B as C; }
pub mod c { pub use super::a::y as x; pub use super::*; pub use crate::c as c; pub use c::c as d; pub use d::c::d as c2; }
pub use a::*; pub use b::*; pub use self::a as b2; pub use self::b2 as a2; pub use lib2::*;
extern crate self as app2;
use app2::app2 as app3;
pub fn f() { let b = a::A.go(); b.a.go().a.go(); app2::a::b::c::d::A; lib2::g().go().a; }
//# lib2/src/lib.rs
pub use app::*; pub use self::inner::*;
mod inner { pub use crate::*; pub use app::a::*; }
pub fn g() -> app::a::A { app::a::A }
#[macro_export] macro_rules! m { ($p:path) => { $crate::g().$p() } }
//# app/tests/it.rs
use app::*; use lib2::{self, m, *};
mod common; #[path = "common/mod.rs"] mod again;
#[test] fn t() { m!(go); common::again::x(); f(); let x: A = g(); x.go(); }
//# app/tests/common/mod.rs
pub mod again; include!("more.rs");
//# app/tests/common/again.rs
pub fn x() { super::y() } include!("more.rs"); include!("again.rs");
//# app/tests/common/more.rs
pub fn y() -> crate::A { loop {} }
