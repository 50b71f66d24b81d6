pub type Alias = crate::a::Order;
