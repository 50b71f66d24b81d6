//! Where the file of a `mod` is looked for (<https://doc.rust-lang.org/reference/items/modules.html>).

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::Cfg;
use crate::facts::{FileFacts, ModuleDeclaration, ScopeIx, ScopeKind};

/// The folders of one file.
#[derive(Clone, Debug)]
pub(super) struct Folders {
    /// The folder that holds the file.
    pub own: Utf8PathBuf,
    /// The folder where its `mod x;` are looked for.
    pub children: Utf8PathBuf,
}

impl Folders {
    /// Of a crate root, a `mod.rs`, a file named by `#[path]` or an `include!`.
    pub(super) fn of_owner(file: &Utf8Path) -> Self {
        let own = file.parent().unwrap_or(Utf8Path::new("")).to_owned();
        Self {
            children: own.clone(),
            own,
        }
    }

    /// Of an ordinary `x.rs`: its children live in `x/`.
    pub(super) fn of_named(file: &Utf8Path) -> Self {
        let own = file.parent().unwrap_or(Utf8Path::new("")).to_owned();
        Self {
            children: own.join(file.file_stem().unwrap_or_default()),
            own,
        }
    }
}

/// A file that may hold a module.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Where it would be.
    pub path: Utf8PathBuf,
    /// Its folders, if it is there.
    pub folders: Folders,
    /// The condition of the `cfg_attr` that names it.
    pub condition: Option<Cfg>,
}

/// What a declaration asks for.
#[derive(Clone, Debug)]
pub(super) struct Lookup {
    /// Files that `#[path]` names: each that is there is a part of the module.
    pub named: Vec<Candidate>,
    /// The places of the convention, best first; empty where `#[path]` holds without a condition.
    pub conventional: Vec<Candidate>,
}

/// The places where the file of `declaration` may be.
pub(super) fn lookup(
    folders: &Folders,
    facts: &FileFacts,
    declaration: &ModuleDeclaration,
) -> Lookup {
    let base = match facts.scopes[declaration.scope as usize].kind {
        ScopeKind::Module(_) => scope_folder(folders, facts, declaration.scope),
        ScopeKind::File | ScopeKind::Block => own_folder(folders, facts, declaration.scope),
    };
    let named: Vec<Candidate> = declaration
        .paths
        .iter()
        .map(|(condition, path)| {
            let path = base.join(path.replace('\\', "/"));
            Candidate {
                folders: Folders::of_owner(&path),
                path,
                condition: condition.clone(),
            }
        })
        .collect();
    let always = named.iter().any(|candidate| candidate.condition.is_none());
    Lookup {
        conventional: if always {
            Vec::new()
        } else {
            conventional(folders, facts, declaration)
        },
        named,
    }
}

fn conventional(
    folders: &Folders,
    facts: &FileFacts,
    declaration: &ModuleDeclaration,
) -> Vec<Candidate> {
    let folder = scope_folder(folders, facts, declaration.scope);
    let flat = folder.join(format!("{}.rs", declaration.name));
    let nested = folder.join(declaration.name.as_str()).join("mod.rs");
    vec![
        Candidate {
            folders: Folders::of_named(&flat),
            path: flat,
            condition: None,
        },
        Candidate {
            folders: Folders::of_owner(&nested),
            path: nested,
            condition: None,
        },
    ]
}

/// The folder of the children declared in a scope: each inline module adds its name, or its `#[path]`.
fn scope_folder(folders: &Folders, facts: &FileFacts, scope: ScopeIx) -> Utf8PathBuf {
    let data = &facts.scopes[scope as usize];
    let Some(parent) = data.parent else {
        return folders.children.clone();
    };
    let outer = scope_folder(folders, facts, parent);
    let ScopeKind::Module(index) = data.kind else {
        return outer;
    };
    let declaration = &facts.modules[index as usize];
    match declaration.paths.first() {
        Some((_, path)) => own_folder(folders, facts, parent).join(path),
        None => outer.join(declaration.name.as_str()),
    }
}

/// The folder that a `#[path]` in a scope is relative to.
fn own_folder(folders: &Folders, facts: &FileFacts, scope: ScopeIx) -> Utf8PathBuf {
    let mut at = scope;
    loop {
        let data = &facts.scopes[at as usize];
        match (data.kind, data.parent) {
            (ScopeKind::Module(_), _) => return scope_folder(folders, facts, at),
            (_, Some(parent)) => at = parent,
            (_, None) => return folders.own.clone(),
        }
    }
}
