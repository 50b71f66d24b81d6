pub fn optional(_: Option<Vec<crate::a::A>>) {
    let _ = Vec::<crate::a::B>::new();
}

pub fn items() -> impl Iterator<Item = crate::a::C> {
    std::iter::empty()
}

pub fn bound<T>(_: T, _: Box<dyn crate::a::Object>)
where
    T: crate::a::Bound<crate::a::D>,
{
}

pub fn constant(_: [u8; crate::a::LENGTH], _: crate::a::Sized<2>) {}

pub fn pointer(_: fn(&crate::a::E) -> u8) {}
