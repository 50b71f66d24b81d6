//! Shipments in the database.

use shop_kernel::database::Database;
use shop_kernel::error::{Failure, Result};

use crate::application::ports::ShipmentRepository;
use crate::model::shipment::Shipment;

pub struct SqlShipments {
    database: Database,
}

impl SqlShipments {
    pub fn new(database: Database) -> Self {
        Self { database }
    }
}

impl ShipmentRepository for SqlShipments {
    fn save(&self, shipment: &Shipment) -> Result<()> {
        sqlx::query("INSERT INTO shipments (id, order_id, carrier) VALUES ($1, $2, $3)")
            .bind(shipment.id.as_column())
            .bind(shipment.order.as_column())
            .bind(shipment.carrier.name())
            .execute(self.database.pool())
            .map_err(Failure::storage)?;
        Ok(())
    }
}
