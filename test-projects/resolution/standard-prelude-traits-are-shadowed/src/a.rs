pub trait Drop {
    fn gone(&self) {}
}

pub fn drop<T>(_: T) {}
