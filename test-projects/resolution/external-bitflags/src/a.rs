pub const FIRST: u8 = 1;
