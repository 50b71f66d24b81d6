use std::ops::Deref;

pub struct Page<T: yew::Properties> {
    items: Vec<T>,
}

#[derive(Clone, PartialEq, yew::Properties)]
pub struct Entry {
    pub title: String,
}

impl Entry {
    pub fn show(&self) {}
}

// Whether `T` has that trait is known outside only. Code that compiles says that it has.
impl<T: yew::Properties> Deref for Page<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.items
    }
}
