pub const HITS: u32 = 1;
