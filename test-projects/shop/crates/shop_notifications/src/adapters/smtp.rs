//! The mail server, spoken to as RFC 5321 wants it.

use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

use shop_kernel::error::{Failure, Result};

use crate::application::ports::Mailer;
use crate::model::message::Message;

const PATIENCE: Duration = Duration::from_secs(5);

pub struct SmtpMailer {
    server: String,
}

impl SmtpMailer {
    pub fn new(server: &str) -> Self {
        Self {
            server: server.to_owned(),
        }
    }
}

impl Mailer for SmtpMailer {
    fn send(&self, message: &Message) -> Result<()> {
        let mut server = TcpStream::connect(&self.server).map_err(Failure::storage)?;
        server
            .set_write_timeout(Some(PATIENCE))
            .map_err(Failure::storage)?;
        let head = format!("HELO shop\r\nRCPT TO:<{}>\r\nDATA\r\n", message.to);
        let body = format!(
            "Subject: {}\r\n\r\n{}\r\n.\r\n",
            message.subject, message.body
        );
        server
            .write_all(head.as_bytes())
            .map_err(Failure::storage)?;
        server.write_all(body.as_bytes()).map_err(Failure::storage)
    }
}
