//! Workspaces of any size: crates × modules × references, with circles among the modules of a crate.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// Modules of a generated crate.
const MODULES: usize = 40;

/// Writes a workspace of at least so many lines, and says how many it has.
pub(crate) fn generate(folder: &Path, lines: usize) -> io::Result<usize> {
    let of_crate: usize = (0..MODULES).map(|at| module(0, at).lines().count()).sum();
    let crates = lines.div_ceil(of_crate);
    let mut written = 0;
    let members: Vec<String> = (0..crates).map(|it| format!("\"gen_{it}\"")).collect();
    fs::create_dir_all(folder)?;
    let manifest = format!(
        "[workspace]\nresolver = \"2\"\nmembers = [{}]\n",
        members.join(", ")
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("bulkhead.toml"), RULES)?;
    for crate_at in 0..crates {
        let place = folder.join(format!("gen_{crate_at}"));
        fs::create_dir_all(place.join("src"))?;
        let dependencies: Vec<String> = (crate_at.saturating_sub(3)..crate_at)
            .map(|it| format!("gen_{it} = {{ path = \"../gen_{it}\" }}\n"))
            .collect();
        let dependencies = dependencies.concat();
        let manifest = format!(
            "[package]\nname = \"gen_{crate_at}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        );
        fs::write(place.join("Cargo.toml"), manifest)?;
        let mut root = MACROS.to_owned();
        for at in 0..MODULES {
            let _ = writeln!(root, "pub mod m{at};");
            let text = module(crate_at, at);
            written += text.lines().count();
            fs::write(place.join(format!("src/m{at}.rs")), text)?;
        }
        root.push_str("pub use m0::*;\n");
        written += root.lines().count();
        fs::write(place.join("src/lib.rs"), root)?;
    }
    Ok(written)
}

const RULES: &str = r#"[[acyclic]]
id      = "packages-are-acyclic"
among   = "packages"
because = "They are built one after another."

[[forbid]]
id      = "no-processes"
from    = "gen_*"
to      = "std::process"
because = "There are none."
"#;

const MACROS: &str = r"#[macro_export]
macro_rules! record {
    ($name:ident { $($field:ident : $ty:ty),* $(,)? }) => {
        #[derive(Clone, Debug, Default)]
        pub struct $name { $(pub $field: $ty),* }
        impl $name { $(pub fn $field(&self) -> &$ty { &self.$field })* }
    };
}

#[macro_export]
macro_rules! total {
    ($($value:expr),*) => { 0 $(+ $value)* };
}

";

/// One module: it imports from its neighbours (a circle), and from the crate before its own.
fn module(crate_at: usize, at: usize) -> String {
    let next = (at + 1) % MODULES;
    let far = (at * 7 + 3) % MODULES;
    let before = crate_at
        .checked_sub(1)
        .map_or_else(|| "crate".to_owned(), |it| format!("gen_{it}"));
    let mut text = MODULE
        .replace("@next", &format!("m{next}"))
        .replace("@far", &format!("m{far}"))
        .replace("@before", &before);
    for function in 0..6 {
        text.push_str(&FUNCTION.replace("@n", &function.to_string()));
    }
    text
}

const MODULE: &str = r#"//! A module like many others.

use std::collections::BTreeMap;
use std::fmt;

use crate::@next::{Order as NextOrder, Store as NextStore};
use @before::@far::{self, Kind as FarKind};

crate::record!(Line { name: String, price: u64, count: u32 });

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Small,
    Large(u64),
    Named { name: String },
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    pub lines: Vec<Line>,
    pub tags: BTreeMap<String, u32>,
    pub next: Option<Box<NextOrder>>,
}

pub trait Priced {
    type Unit;
    fn price(&self) -> u64;
    fn unit(&self) -> Option<Self::Unit>;
}

impl Priced for Order {
    type Unit = Line;

    fn price(&self) -> u64 {
        self.lines.iter().map(|line| line.price * u64::from(line.count)).sum()
    }

    fn unit(&self) -> Option<Line> {
        self.lines.first().cloned()
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} lines for {}", self.lines.len(), self.price())
    }
}

#[derive(Default)]
pub(crate) struct Store<T> {
    items: Vec<T>,
}

impl<T: Priced + Clone> Store<T> {
    pub(crate) fn add(&mut self, item: T) -> &mut Self {
        self.items.push(item);
        self
    }

    pub(crate) fn dear(&self, than: u64) -> Vec<T> {
        self.items.iter().filter(|item| item.price() > than).cloned().collect()
    }

    pub(crate) fn units(&self) -> impl Iterator<Item = T::Unit> + '_ {
        self.items.iter().filter_map(|item| item.unit())
    }
}

pub(crate) fn kind_of(order: &Order) -> Result<Kind, String> {
    let line = order.unit().ok_or("no line")?;
    Ok(match line.price {
        0 => Kind::Named { name: line.name().clone() },
        1..=9 => Kind::Small,
        price => Kind::Large(price),
    })
}

pub(crate) fn far(order: &Order) -> Option<FarKind> {
    let other = @far::Order::default();
    let kind = @far::kind_of(&other).ok()?;
    let mut store = NextStore::default();
    store.add(NextOrder::default());
    let dear = store.dear(order.price());
    println!("{} {}", dear.len(), crate::total!(order.price(), other.lines.len() as u64));
    Some(kind)
}
"#;

const FUNCTION: &str = r"
pub(crate) fn step_@n(orders: &[Order]) -> u64 {
    let mut store = Store::default();
    for order in orders.iter().filter(|order| !order.lines.is_empty()) {
        store.add(order.clone());
    }
    let units: Vec<Line> = store.units().collect();
    let names = units.iter().map(|unit| unit.name.len() as u64).sum::<u64>();
    let next = orders.iter().filter_map(|order| order.next.as_ref()).map(|next| next.lines.len()).max();
    if let Some(count) = next {
        return names + count as u64;
    }
    match orders.first().map(kind_of) {
        Some(Ok(Kind::Large(price))) => price + names,
        Some(Ok(_)) | None => names,
        Some(Err(text)) => text.len() as u64,
    }
}
";
