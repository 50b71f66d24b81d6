pub fn limit() -> u8 {
    1
}

pub fn shown() {}

pub struct Thing;
