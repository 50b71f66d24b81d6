made!(
    pub name,
    crate::a::Ty, crate::a::Path, crate::a::expr(), crate::a::Kind::Open, { crate::a::CONST }, let _ = crate::a::Hidden,
    'x crate::a::Bound;
    #[doc = "crate::a::name"] item pub fn own() { crate::a::item() }; crate::a::token()
);
