//! A system that notes all it is asked, and remembers what programs answer.
//!
//! In: the questions of a run. Out: the machine's answers, and the traces of all that they depend on.
//! *Invariant:* answers as the machine itself would; whoever asks cannot tell the two apart.

use std::borrow::Cow;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use super::key::Key;
use super::seen::{RealPath, Seen};
use super::store::{ANSWERS, Store};
use super::trace::{Content, Names, Trace, digest_of_value};
use crate::system::{Digest, Inputs, Machine, Probe, ProcessOutput, System};

/// The machine, with a memory.
pub(crate) struct Recording<'m> {
    machine: &'m dyn Machine,
    /// Where the answers of programs are kept.
    store: Option<&'m Store<'m>>,
    begun: i64,
    seen: Mutex<Seen>,
    /// What the answers of programs depend on.
    programs: Mutex<Vec<Trace>>,
    /// New answers of programs.
    news: Mutex<Vec<(Key, Answer<'static>)>>,
}

/// What a program answered, as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Answer<'a> {
    depends_on: Trace,
    #[serde(borrow)]
    stdout: Cow<'a, str>,
    #[serde(borrow)]
    stderr: Cow<'a, str>,
}

impl<'m> Recording<'m> {
    /// Begins to note; a store gives and takes the answers of programs.
    pub(crate) fn new(machine: &'m dyn Machine, store: Option<&'m Store<'m>>) -> Self {
        Self {
            machine,
            store,
            begun: machine.now(),
            seen: Mutex::default(),
            programs: Mutex::default(),
            news: Mutex::default(),
        }
    }

    /// Keeps the new answers of programs.
    ///
    /// # Errors
    /// What the file system says.
    pub(crate) fn keep_answers(&self) -> io::Result<()> {
        let news = std::mem::take(&mut *locked(&self.news));
        let Some(store) = self.store else {
            return Ok(());
        };
        news.iter()
            .try_for_each(|(key, answer)| store.save(&ANSWERS, key, answer))
    }

    /// All that was asked, by the run and by the programs that it called; `None` where it cannot be asked again.
    pub(super) fn trace(self) -> Option<Trace> {
        let seen = self
            .seen
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let programs = self
            .programs
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let own = seen.trace(self.machine, self.begun)?;
        programs.into_iter().try_fold(own, Trace::with)
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        locked(&self.seen)
    }

    /// What was answered before, if nothing has changed that it depends on.
    fn recalled(&self, key: &Key) -> Option<ProcessOutput> {
        let payload = self.store?.load(&ANSWERS, key)?;
        let mut answer: Answer<'_> = postcard::from_bytes(payload.bytes()).ok()?;
        answer.depends_on.still_holds(self.machine)?;
        locked(&self.programs).push(answer.depends_on);
        Some(ProcessOutput {
            success: true,
            stdout: answer.stdout.into_owned().into_bytes(),
            stderr: answer.stderr.into_owned().into_bytes(),
        })
    }

    /// Runs a program, and finds out what its answer depends on.
    ///
    /// That is asked for behind it, and as far as it is known also before. Where something else was touched so lately
    /// that the program may have seen it as it was before, the program is asked once more: nothing may have changed
    /// meanwhile.
    fn asked(
        &self,
        call: &Call<'_>,
        inputs: &Inputs<'_>,
    ) -> io::Result<(ProcessOutput, Option<Trace>)> {
        let before = self.inputs_of(None, inputs);
        let begun = self.machine.now();
        let output = call.run(self.machine)?;
        let Some(trace) = before
            .as_ref()
            .and_then(|_| self.inputs_of(Some(&output), inputs))
        else {
            return Ok((output, None));
        };
        if trace.was_settled(begun, before.as_ref()) {
            return Ok((output, Some(trace)));
        }
        let output = call.run(self.machine)?;
        let again = self.inputs_of(Some(&output), inputs);
        let is_same = |again: &Trace| again.says_the_same(&trace);
        Ok((output, again.filter(is_same)))
    }

    fn inputs_of(&self, output: Option<&ProcessOutput>, inputs: &Inputs<'_>) -> Option<Trace> {
        if output.is_some_and(|output| !output.success) {
            return None;
        }
        let noted = Recording::new(self.machine, None);
        let is_all = inputs(&noted, output);
        noted.trace().filter(|_| is_all)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A call of a program.
struct Call<'c> {
    program: &'c str,
    arguments: &'c [String],
    folder: &'c Utf8Path,
}

impl Call<'_> {
    fn run(&self, machine: &dyn Machine) -> io::Result<ProcessOutput> {
        machine.run(self.program, self.arguments, self.folder)
    }

    fn key(&self, store: &Store<'_>) -> Key {
        let texts = [self.program, self.folder.as_str()];
        let arguments = self.arguments.iter().map(String::as_str);
        store.key(texts.into_iter().chain(arguments).map(str::as_bytes))
    }
}

impl System for Recording<'_> {
    fn read(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
        let read = self.machine.read_stamped(path, u64::MAX);
        let content = match &read {
            Ok((stamp, bytes)) => Content::Bytes((*stamp).into(), blake3::hash(bytes).into()),
            Err(error) => Content::Refused(error.to_string()),
        };
        self.seen().note(path, |it| &mut it.content, content);
        read.map(|(_, bytes)| bytes)
    }

    fn read_ahead(&self, path: &Utf8Path) -> io::Result<Vec<u8>> {
        self.machine.read(path)
    }

    fn names_ahead(&self, folder: &Utf8Path) -> Vec<String> {
        self.machine.names_ahead(folder)
    }

    fn write_new(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        self.seen().is_lost = true;
        self.machine.write_new(path, bytes)
    }

    fn is_file(&self, path: &Utf8Path) -> bool {
        let is_file = self.machine.is_file(path);
        self.seen().note(path, |it| &mut it.is_file, is_file);
        is_file
    }

    fn files_in(&self, folder: &Utf8Path) -> io::Result<Vec<String>> {
        let links = self.machine.list(folder).ok().map(|it| it.links);
        let files = self.machine.files_in(folder);
        let names = Names::of(files.as_deref().ok());
        let mut seen = self.seen();
        seen.note(folder, |it| &mut it.files, names);
        seen.at(folder).links = links;
        files
    }

    fn canonicalize(&self, path: &Utf8Path) -> io::Result<Utf8PathBuf> {
        let real = self.machine.canonicalize(path);
        let answer = real
            .as_ref()
            .map_or(RealPath::Nowhere, |real| RealPath::Is(real.clone()));
        self.seen().note(path, |it| &mut it.real, answer);
        real
    }

    fn run(
        &self,
        program: &str,
        arguments: &[String],
        folder: &Utf8Path,
    ) -> io::Result<ProcessOutput> {
        self.seen().is_lost = true;
        self.machine.run(program, arguments, folder)
    }

    fn run_reading(
        &self,
        program: &str,
        arguments: &[String],
        folder: &Utf8Path,
        inputs: &Inputs<'_>,
    ) -> io::Result<ProcessOutput> {
        let call = Call {
            program,
            arguments,
            folder,
        };
        let Some(store) = self.store else {
            return self.run(program, arguments, folder);
        };
        let key = call.key(store);
        if let Some(output) = self.recalled(&key) {
            return Ok(output);
        }
        let (output, trace) = self.asked(&call, inputs)?;
        let Some(depends_on) = trace else {
            self.seen().is_lost = true;
            return Ok(output);
        };
        let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).ok().map(Cow::Owned);
        if let Some((stdout, stderr)) = text(&output.stdout).zip(text(&output.stderr)) {
            let answer = Answer {
                depends_on: depends_on.clone(),
                stdout,
                stderr,
            };
            locked(&self.news).push((key, answer));
        }
        locked(&self.programs).push(depends_on);
        Ok(output)
    }

    fn variable(&self, name: &str) -> Option<String> {
        let value = self.machine.variable(name);
        let digest = digest_of_value(value.clone());
        self.seen().variables.insert(name.to_owned(), digest);
        value
    }

    fn current_dir(&self) -> io::Result<Utf8PathBuf> {
        let folder = self.machine.current_dir();
        match &folder {
            Ok(folder) => self.seen().current_dir = Some(folder.to_string()),
            Err(_) => self.seen().is_lost = true,
        }
        folder
    }

    fn today(&self) -> String {
        let today = self.machine.today();
        let before = self.seen().today.replace(today.clone());
        if before.is_some_and(|before| before != today) {
            self.seen().is_lost = true;
        }
        today
    }
}

impl Probe for Recording<'_> {
    fn names_in(&self, folder: &Utf8Path) -> io::Result<Vec<String>> {
        let listing = self.machine.list(folder);
        let names = Names::of(listing.as_ref().ok().map(|it| it.names.as_slice()));
        let links = listing.as_ref().ok().map(|it| it.links);
        let mut seen = self.seen();
        seen.note(folder, |it| &mut it.names, names);
        seen.at(folder).links = links;
        listing.map(|it| it.names)
    }

    fn program(&self, name: &str) -> Option<Utf8PathBuf> {
        let found = self.machine.program(name);
        let known = found.as_ref().map(|path| {
            let stamp = self.machine.stamp(path);
            stamp.map(|stamp| (path.to_string(), stamp.into()))
        });
        match known.transpose() {
            Ok(known) => {
                self.seen().programs.insert(name.to_owned(), known);
            }
            Err(_) => self.seen().is_lost = true,
        }
        found
    }

    fn environment(&self, beginnings: &[&str]) -> Digest {
        let digest = self.machine.environment(beginnings);
        let names = beginnings.iter().map(|it| (*it).to_owned()).collect();
        self.seen().environments.insert(names, digest);
        digest
    }
}
