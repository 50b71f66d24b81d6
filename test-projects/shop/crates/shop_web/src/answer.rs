//! Failures as HTTP.

use axum::{IntoResponse, Response};
use shop_kernel::error::Failure;

pub struct Refusal(pub Failure);

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self(failure)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = match &self.0 {
            Failure::NotFound { .. } => 404,
            Failure::Conflict(_) => 409,
            Failure::Invalid(_) => 422,
            Failure::Unauthorized => 401,
            Failure::Storage(error) => {
                eprintln!("storage: {error}");
                return Response {
                    status: 500,
                    body: "something went wrong".to_owned(),
                };
            }
        };
        Response {
            status,
            body: self.0.to_string(),
        }
    }
}

pub type Answer = Result<String, Refusal>;
