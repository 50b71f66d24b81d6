// `std` has more of these than the workspace: which one is meant is said by the argument.
pub fn both(value: crate::a::Value, number: u64) -> bool {
    let one = i32::try_from(value);
    let other = i32::try_from(number);
    one.is_ok() && other.is_ok()
}

pub mod numbers {
    pub fn only(number: u64) -> bool {
        i32::try_from(number).is_ok()
    }
}
