pub struct Order {
    pub id: u8,
    pub total: u8,
    pub note: u8,
}

pub enum Kind {
    Of { order: Order },
}

pub fn base() -> Order {
    Order {
        id: 1,
        total: 2,
        note: 3,
    }
}

pub fn id() {}
