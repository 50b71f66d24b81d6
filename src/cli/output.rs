//! The two streams: whether they take colour, how wide they are, and what a closed pipe means.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};

use anstream::AutoStream;

use clap::ColorChoice;

use super::arguments::Shared;
use crate::report::Style;
use crate::system::System;

/// Lines are not wrapped wider than this.
const WIDEST: usize = 120;

/// Where the program writes.
#[derive(Debug)]
pub(super) struct Output {
    color: anstream::ColorChoice,
    unicode: bool,
    said: Mutex<Said>,
}

/// What was written so far, but for trouble.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// On standard output.
    pub stdout: String,
    /// On standard error, each with the end of its line.
    pub notes: String,
}

impl Output {
    /// Decides once about colours and characters.
    pub(super) fn new(system: &dyn System, shared: &Shared) -> Self {
        let asked = match shared.color {
            Some(ColorChoice::Always) => Some(anstream::ColorChoice::Always),
            Some(ColorChoice::Never) => Some(anstream::ColorChoice::Never),
            Some(ColorChoice::Auto) => None,
            None => match system.variable("CARGO_TERM_COLOR").as_deref() {
                Some("always") => Some(anstream::ColorChoice::Always),
                Some("never") => Some(anstream::ColorChoice::Never),
                _ => None,
            },
        };
        Self {
            color: asked.unwrap_or(anstream::ColorChoice::Auto),
            unicode: takes_unicode(system),
            said: Mutex::default(),
        }
    }

    /// How text for people looks on standard output.
    pub(super) fn style(&self, all: bool) -> Style {
        let stdout = io::stdout();
        let color = match self.color {
            anstream::ColorChoice::Auto => {
                AutoStream::choice(&stdout) != anstream::ColorChoice::Never
            }
            choice => choice != anstream::ColorChoice::Never,
        };
        let width = if stdout.is_terminal() {
            let size = terminal_size::terminal_size();
            size.map_or(80, |(width, _)| usize::from(width.0))
                .min(WIDEST)
        } else {
            0
        };
        Style {
            color,
            unicode: self.unicode,
            width,
            all,
        }
    }

    /// Writes findings.
    pub(super) fn findings(&self, text: String) -> io::Result<()> {
        let written = self.repeat(text.as_bytes());
        self.said(|said| {
            if said.stdout.is_empty() {
                said.stdout = text;
            } else {
                said.stdout.push_str(&text);
            }
        });
        written
    }

    /// Writes findings of an earlier run. A closed pipe is success: who reads has read enough.
    #[expect(clippy::unused_self, reason = "all output goes through here")]
    pub(super) fn repeat(&self, findings: &[u8]) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        let written = stdout.write_all(findings).and_then(|()| stdout.flush());
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }

    /// Writes about the run. Nothing is to be done where even that fails.
    pub(super) fn note(&self, text: &str) {
        self.aside(text);
        self.said(|said| {
            said.notes.push_str(text);
            said.notes.push('\n');
        });
    }

    /// Writes what is true of this run only.
    pub(super) fn aside(&self, text: &str) {
        let mut stderr = AutoStream::new(io::stderr(), self.color).lock();
        let _ = writeln!(stderr, "{text}");
    }

    /// Hands over what was written so far.
    pub(super) fn take_said(&self) -> Said {
        self.said(std::mem::take)
    }

    fn said<T>(&self, look: impl FnOnce(&mut Said) -> T) -> T {
        look(&mut self.said.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Says what went wrong with the run, and what to do.
    pub(super) fn trouble(&self, message: &str, help: Option<&str>) {
        let mut text = format!("\x1b[1;31merror\x1b[0m\x1b[1m:\x1b[0m {message}");
        if let Some(help) = help {
            text.push_str("\n  = \x1b[1mhelp\x1b[0m: ");
            text.push_str(help);
        }
        self.aside(&text);
    }
}

/// What the locale says; without one, yes.
fn takes_unicode(system: &dyn System) -> bool {
    if system.variable("TERM").as_deref() == Some("linux") {
        return false;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| system.variable(name).filter(|value| !value.is_empty()));
    match locale.as_deref() {
        None | Some("C" | "POSIX") => true,
        Some(locale) => {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        }
    }
}
