pub mod disk;
pub mod report;
