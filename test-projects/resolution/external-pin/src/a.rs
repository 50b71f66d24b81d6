use std::pin::Pin;

pub struct Inner;

impl Inner {
    pub fn poll(self: Pin<&mut Self>) {}
    pub fn show(&self) {}
}

#[pin_project::pin_project]
pub struct Outer {
    #[pin]
    pub pinned: Inner,
    pub plain: Inner,
}
