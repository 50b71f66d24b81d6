pub fn one() -> u32 {
    // ÿþ
    1
}
