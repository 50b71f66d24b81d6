use crate::a::Filter;

pub fn run(filter: &Filter) {
    let _ = sqlx::query_as!(crate::a::Order, "SELECT id FROM orders() WHERE id = ?", filter.id);
}
