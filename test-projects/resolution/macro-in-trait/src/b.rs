macro_rules! members {
    ($($member:tt)*) => {
        $($member)*
        fn made(&self) -> crate::a::A;
    };
}

macro_rules! definition {
    ($name:ident { $($member:tt)* }) => {
        pub trait $name {
            members! { $($member)* }
        }
    };
}

definition!(Made { type Id; fn id(&self) -> Self::Id; });

macro_rules! members_of_c {
    () => {
        pub fn made_in_c(a: *const crate::a::A);
    };
}

unsafe extern "C" {
    members_of_c!();
}
