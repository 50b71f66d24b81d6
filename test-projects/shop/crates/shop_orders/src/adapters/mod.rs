//! The outside of orders: its tables, the domains it asks, and its background job.

pub mod catalog;
pub mod db;
pub mod expiry_job;
pub mod identity;
