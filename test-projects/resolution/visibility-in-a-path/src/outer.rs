pub mod deep {
    pub mod secret {
        pub(in crate::outer) struct Kept;
    }
}

pub mod near {
    use super::deep::secret::*;

    #[expect(private_interfaces)]
    pub fn run(_: Kept) {}
}
