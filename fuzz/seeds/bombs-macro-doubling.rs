macro_rules! a { ($($x:item)*) => { b! { $($x)* $($x)* } }; }
macro_rules! b { ($($x:item)*) => { c! { $($x)* $($x)* } }; }
macro_rules! c { ($($x:item)*) => { d! { $($x)* $($x)* } }; }
macro_rules! d { ($($x:item)*) => { a! { $($x)* $($x)* } }; }
a! { pub struct S; }
macro_rules! grow { ($($x:tt)*) => { grow! { $($x)* $($x)* } grow! { $($x)* } }; }
grow! { fn f() {} }
macro_rules! chain { () => { chain2! {} chain2! {} }; }
#[macro_export]
macro_rules! chain2 { () => { crate::chain3! {} crate::chain3! {} }; }
#[macro_export]
macro_rules! chain3 { () => { crate::chain2! {} crate::chain2! {} crate::chain2! {} crate::chain2! {} }; }
chain! {}
fn g() { let x = grow!(1); chain!(); a!(x); }
macro_rules! groups { ($($x:tt)*) => { groups! { { $($x)* } { $($x)* } } }; }
groups! { 1 }
