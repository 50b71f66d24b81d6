use crate::a::{Memory, Store};
use crate::b::Show;

pub fn generic<S: Store>(store: &S) -> S::Item
where
    S::Item: Show,
{
    let item: <S as Store>::Item = store.get();
    item.show();
    let _ = S::SIZE;
    item
}

pub fn concrete(memory: &Memory) -> u8 {
    memory.get().total()
}
