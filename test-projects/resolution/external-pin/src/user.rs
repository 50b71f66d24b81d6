use std::pin::Pin;

pub fn anew(inner: crate::a::Inner) {
    futures::pin_mut!(inner);
    inner.as_ref().show();
    inner.poll();
}

pub mod fields {
    pub fn projected(outer: super::Pin<&mut crate::a::Outer>) {
        let outer = outer.project();
        outer.pinned.poll();
        outer.plain.show();
    }
}
