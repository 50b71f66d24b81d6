pub struct Request<T> {
    pub message: T,
}

impl<T> Request<T> {
    pub fn metadata(&self) -> usize {
        0
    }
}
