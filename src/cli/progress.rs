//! A sign of life on long work: on a terminal only, and only after half a second.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

const PATIENCE: Duration = Duration::from_millis(500);
const TICK: Duration = Duration::from_millis(100);

/// Shows what is going on until it is dropped.
pub(super) struct Progress {
    done: Option<Sender<()>>,
    shown: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins; `what` reads after the spinner.
    pub(super) fn new(quiet: bool, what: &'static str) -> Self {
        if quiet || !io::stderr().is_terminal() {
            return Self {
                done: None,
                shown: None,
            };
        }
        let (done, finished) = channel::<()>();
        let shown = std::thread::spawn(move || {
            if finished.recv_timeout(PATIENCE) != Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::new_spinner().with_message(what);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(TICK);
            // Ends when the sender is dropped.
            let _ = finished.recv();
            bar.finish_and_clear();
        });
        Self {
            done: Some(done),
            shown: Some(shown),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done.take();
        if let Some(shown) = self.shown.take() {
            // The line must be gone before anything else is written.
            let _ = shown.join();
        }
    }
}
