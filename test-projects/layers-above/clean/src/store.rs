pub fn load() -> u32 {
    LIMIT
}

pub const LIMIT: u32 = 1;
