//! The one pool of connections, opened once by the composition root and handed to the repositories.

use crate::error::{Failure, Result};

pub use sqlx::Row;

#[derive(Clone, Debug)]
pub struct Database {
    pool: sqlx::Pool,
}

impl Database {
    pub fn open(url: &str) -> Result<Self> {
        let pool = sqlx::Pool::connect(url).map_err(Failure::storage)?;
        Ok(Self { pool })
    }

    #[must_use]
    pub fn pool(&self) -> &sqlx::Pool {
        &self.pool
    }
}
