pub trait Service<R> {
    type Response;
    fn call(&self, request: R) -> Self::Response;
}

pub trait Track<V> {
    type Tracked;
}

pub struct Tracking<S, C> {
    pub service: S,
    pub tracks: C,
}

impl<S, C, R> Service<R> for Tracking<S, C>
where
    S: Service<R>,
    C: Track<S::Response>,
{
    type Response = Option<C::Tracked>;

    fn call(&self, _request: R) -> Self::Response {
        None
    }
}
