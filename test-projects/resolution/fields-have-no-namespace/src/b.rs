pub const x: u8 = 1;
