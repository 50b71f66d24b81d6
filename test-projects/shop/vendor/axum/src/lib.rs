//! The shape of axum, without async: a router of plain functions.

use std::net::TcpListener;
use std::sync::Arc;

#[derive(Clone, Debug, Default)]
pub struct Request {
    pub path: String,
    pub body: String,
    pub bearer: Option<String>,
    pub parameters: Vec<(String, String)>,
}

impl Request {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    pub body: String,
}

pub trait IntoResponse {
    fn into_response(self) -> Response;
}

impl IntoResponse for Response {
    fn into_response(self) -> Response {
        self
    }
}

impl IntoResponse for String {
    fn into_response(self) -> Response {
        Response {
            status: 200,
            body: self,
        }
    }
}

impl<T: IntoResponse, E: IntoResponse> IntoResponse for Result<T, E> {
    fn into_response(self) -> Response {
        match self {
            Ok(value) => value.into_response(),
            Err(error) => error.into_response(),
        }
    }
}

type Handler<S> = Box<dyn Fn(&S, &Request) -> Response + Send + Sync>;

pub mod routing {
    use super::{Handler, IntoResponse, Request};

    pub struct MethodRouter<S> {
        pub(crate) method: &'static str,
        pub(crate) handler: Handler<S>,
    }

    pub fn get<S, R: IntoResponse>(
        handler: impl Fn(&S, &Request) -> R + Send + Sync + 'static,
    ) -> MethodRouter<S> {
        on("GET", handler)
    }

    pub fn post<S, R: IntoResponse>(
        handler: impl Fn(&S, &Request) -> R + Send + Sync + 'static,
    ) -> MethodRouter<S> {
        on("POST", handler)
    }

    fn on<S, R: IntoResponse>(
        method: &'static str,
        handler: impl Fn(&S, &Request) -> R + Send + Sync + 'static,
    ) -> MethodRouter<S> {
        let handler =
            Box::new(move |state: &S, request: &Request| handler(state, request).into_response());
        MethodRouter { method, handler }
    }
}

pub struct Router<S> {
    routes: Vec<(&'static str, routing::MethodRouter<S>)>,
}

impl<S> Default for Router<S> {
    fn default() -> Self {
        Self { routes: Vec::new() }
    }
}

impl<S> Router<S> {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn route(mut self, path: &'static str, route: routing::MethodRouter<S>) -> Self {
        self.routes.push((path, route));
        self
    }

    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.routes.extend(other.routes);
        self
    }

    pub fn call(&self, method: &str, state: &S, request: &Request) -> Option<Response> {
        let mut routes = self.routes.iter();
        let found = routes.find(|(path, route)| *path == request.path && route.method == method);
        found.map(|(_, route)| (route.handler)(state, request))
    }
}

pub fn serve<S>(
    listener: &TcpListener,
    _router: &Router<S>,
    _state: &Arc<S>,
) -> std::io::Result<()> {
    listener.local_addr().map(|_| ())
}
