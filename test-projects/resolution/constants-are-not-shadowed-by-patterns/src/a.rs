pub const LIMIT: u8 = 9;

#[derive(PartialEq, Eq)]
pub struct Unit;

#[expect(dead_code)]
struct Other;

pub enum Kind {
    Open,
    Closed,
}
