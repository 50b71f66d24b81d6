pub fn of_one() -> u32 {
    1
}
