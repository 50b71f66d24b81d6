use crate::parts::{Crate, Describe};

macro_rules! makers {
    ($($name:ident),*) => {
        $(
            pub fn $name() -> crate::parts::Part {
                Self::LAST
            }
        )*
        const LAST: crate::parts::Part = crate::parts::Part;
    };
}

macro_rules! kept {
    ($($member:item)*) => {
        $($member)*
    };
}

pub struct Shop;

impl Shop {
    makers!(first, second);
}

pub struct Shelf<T>(pub T);

// The header counts once, where it is written.
impl<T: Describe> Shelf<Crate<T>> {
    kept! {
        pub fn weight(&self) -> u32 {
            self.0.0.describe().weigh()
        }
    }
}

impl Describe for Shop {
    kept! {
        fn describe(&self) -> crate::parts::Part {
            Self::first()
        }
    }

    fn name(&self) -> u32 {
        0
    }
}
