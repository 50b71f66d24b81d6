pub struct Root;

pub mod outer {
    pub struct Outer;
    pub struct Twin;

    pub mod inner {
        pub mod file;

        pub struct Inner;

        pub fn up(_: super::Outer, _: super::super::Root) {}
    }

    pub mod other {
        pub struct Twin;

        pub fn names_do_not_leak_in(_: Twin) {}
    }
}
