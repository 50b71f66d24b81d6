pub mod looks {
    use crate::a::{Store, Visit};

    pub fn all(store: Store, list: &Vec<Store>, some: Option<Store>) {
        // A value is borrowed as `&` before it is borrowed as `&mut`.
        store.visit().look();
        for store in list {
            store.visit().look();
        }
        if let Some(store) = &some {
            store.visit().look();
        }
    }
}

pub mod changes {
    use crate::a::{Store, Visit};

    pub fn all(mut store: Store, list: &mut Vec<Store>, mut some: Option<Store>) {
        (&mut store).visit().save();
        for store in list {
            store.visit().save();
        }
        if let Some(ref mut store) = some {
            store.visit().save();
        }
        if let Some(store) = &mut some {
            store.visit().save();
        }
    }
}
