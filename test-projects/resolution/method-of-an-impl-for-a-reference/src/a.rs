pub trait Clean {
    fn clean(self) -> bool;
}

impl Clean for &crate::b::Path {
    fn clean(self) -> bool {
        true
    }
}

pub trait Finish {
    fn finish(self: Box<Self>) -> u8;
}

impl Finish for crate::b::Path {
    fn finish(self: Box<Self>) -> u8 {
        1
    }
}
