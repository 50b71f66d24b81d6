use crate::a::{Call, Discover};
use crate::b::{Pool, Reply};

pub struct Balance<D: Discover> {
    pub discover: D,
    pub pool: Pool<D::Service>,
}

impl<D> Balance<D>
where
    D: Discover,
    D::Service: Call<Answer = Reply>,
{
    pub fn run(&mut self) -> Option<u8> {
        let service = self.discover.next()?;
        let other = self.pool.first()?;
        Some(service.call().code() + other.call().code())
    }
}
