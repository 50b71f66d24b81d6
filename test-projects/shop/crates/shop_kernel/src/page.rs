//! Which part of a long list is wanted.

#[derive(Clone, Copy, Debug)]
pub struct Page {
    pub number: u32,
    pub size: u32,
}

impl Page {
    pub const LARGEST: u32 = 100;

    #[must_use]
    pub fn new(number: u32, size: u32) -> Self {
        Self {
            number,
            size: size.clamp(1, Self::LARGEST),
        }
    }

    #[must_use]
    pub fn offset(self) -> i64 {
        i64::from(self.number) * i64::from(self.size)
    }
}

impl Default for Page {
    fn default() -> Self {
        Self::new(0, 20)
    }
}
