pub struct Reply;

impl Reply {
    pub fn code(&self) -> u8 {
        1
    }
}

pub struct Pool<S> {
    all: Vec<S>,
}

impl<S: crate::a::Call> Pool<S> {
    pub fn first(&self) -> Option<&S> {
        self.all.first()
    }
}
