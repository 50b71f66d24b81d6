pub struct Root;

pub mod deep {
    pub struct Middle;

    pub mod inner {
        use crate as root;
        use self as this;
        use super::{self as parent};

        pub struct Own(pub root::Root, pub parent::Middle);

        pub fn run(_: this::Own, _: parent::super_root::Root) {}
    }

    use super as super_root;
}
