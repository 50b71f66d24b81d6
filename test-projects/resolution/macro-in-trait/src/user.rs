use crate::b::Made;

pub fn run<T: Made>(made: &T) -> T::Id {
    made.made().touch();
    made.id()
}

pub unsafe fn run_c() {
    unsafe { crate::b::made_in_c(std::ptr::null()) }
}
