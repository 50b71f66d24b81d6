pub struct Page<T> {
    pub rows: Vec<T>,
}

impl<T> Page<T> {
    pub fn first(&self) -> Option<&T> {
        self.rows.first()
    }

    pub fn map<U>(self, with: impl Fn(T) -> U) -> Page<U> {
        Page {
            rows: self.rows.into_iter().map(with).collect(),
        }
    }
}

pub fn total() {}
