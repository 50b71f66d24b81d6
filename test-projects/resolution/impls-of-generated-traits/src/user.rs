use crate::a::Request;

pub struct Server {
    limit: crate::a::Request<u8>,
}

// What the trait says is written during the build; what the body names is known all the same.
impl crate::pb::Greeter for Server {
    fn greet(&self, request: Request<crate::pb::Hello>) -> usize {
        request.metadata() + self.limit.metadata()
    }
}
