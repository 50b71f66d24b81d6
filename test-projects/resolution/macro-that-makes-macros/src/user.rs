define!(take, crate::a::One);

take!(first);
take!(second);
