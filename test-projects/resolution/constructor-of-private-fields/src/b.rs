#[expect(non_snake_case)]
pub fn Key(_: u8) {}
