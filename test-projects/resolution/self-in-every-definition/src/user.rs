use crate::a::{Base, Kind};

pub trait More: Base + Sized {
    fn more() -> Self {
        let _ = Self::VALUE;
        Self::made()
    }
}

impl Kind {
    pub fn first() -> Self {
        Self::A
    }
}

pub struct Node {
    pub next: Option<Box<Self>>,
}

pub enum Tree {
    Leaf,
    Branch(Box<Self>),
}

impl Tree {
    pub fn leaf() -> Self {
        Self::Leaf
    }
}
