pub struct One;
pub struct Two;
pub struct Three;
pub const Four: u8 = 4;
pub const Five: u8 = 5;
pub struct Never;
