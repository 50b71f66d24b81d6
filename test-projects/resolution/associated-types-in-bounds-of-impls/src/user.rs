use crate::service::{Service, Track, Tracking};

pub struct Echo;

impl Service<u8> for Echo {
    type Response = u16;

    fn call(&self, request: u8) -> u16 {
        request.into()
    }
}

pub struct Count;

impl Track<u16> for Count {
    type Tracked = u32;
}

pub fn run() -> Option<u32> {
    let tracking = Tracking {
        service: Echo,
        tracks: Count,
    };
    tracking.call(1)
}
