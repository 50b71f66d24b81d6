//! What sells best.

use std::sync::Arc;

use shop_kernel::database::Row;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::ProductId;

use crate::model::ranking::{Ranked, rank};

pub trait Sales: Send + Sync {
    fn by_product(&self) -> Result<Vec<Row>>;
}

pub struct TopSellers {
    sales: Arc<dyn Sales>,
}

impl TopSellers {
    pub fn new(sales: Arc<dyn Sales>) -> Self {
        Self { sales }
    }

    pub fn run(&self, count: usize) -> Result<Vec<Ranked>> {
        let rows = self.sales.by_product()?;
        let sold = rows.iter().map(sold).collect::<Result<_>>()?;
        Ok(rank(sold, count))
    }
}

fn sold(row: &Row) -> Result<(ProductId, u64)> {
    let number = |column| row.number(column).map_err(Failure::storage);
    Ok((
        ProductId::new(number("product_id")?.unsigned_abs()),
        number("pieces")?.unsigned_abs(),
    ))
}
