pub struct Order {
    pub id: i64,
}

pub struct Filter {
    pub id: i64,
}

pub fn orders() {}
