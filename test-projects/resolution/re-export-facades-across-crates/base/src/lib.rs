pub use deep::Thing as Item;

mod deep;
