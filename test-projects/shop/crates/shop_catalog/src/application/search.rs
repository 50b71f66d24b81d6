//! Finding products by words.

use std::sync::Arc;

use shop_kernel::database::Database;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::ProductId;
use shop_kernel::page::Page;

use crate::application::ports::ProductRepository;
use crate::model::product::Product;

const RANKED: &str = "SELECT id FROM products WHERE document @@ plainto_tsquery($1) \
                      ORDER BY ts_rank(document, plainto_tsquery($1)) DESC LIMIT $2 OFFSET $3";

pub struct Search {
    database: Database,
    repository: Arc<dyn ProductRepository>,
}

impl Search {
    pub fn new(database: Database, repository: Arc<dyn ProductRepository>) -> Self {
        Self {
            database,
            repository,
        }
    }

    pub fn run(&self, words: &str, page: Page) -> Result<Vec<Product>> {
        let mut found = Vec::new();
        for id in self.ranked(words, page)? {
            found.extend(self.repository.find(id)?);
        }
        Ok(found)
    }

    fn ranked(&self, words: &str, page: Page) -> Result<Vec<ProductId>> {
        let rows = sqlx::query(RANKED)
            .bind(words)
            .bind(i64::from(page.size))
            .bind(page.offset())
            .fetch_all(self.database.pool())
            .map_err(Failure::storage)?;
        rows.iter()
            .map(|row| row.number("id").map(|id| ProductId::new(id.unsigned_abs())))
            .collect::<std::result::Result<_, _>>()
            .map_err(Failure::storage)
    }
}
