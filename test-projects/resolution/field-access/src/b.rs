pub struct Customer {
    pub name: Name,
}

pub struct Name(pub String);
