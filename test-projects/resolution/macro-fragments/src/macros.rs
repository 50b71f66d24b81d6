macro_rules! made {
    (
        $vis:vis $name:ident,
        $ty:ty, $path:path, $expr:expr, $pat:pat, $block:block, $stmt:stmt,
        $($lifetime:lifetime $bound:path),*;
        #[$meta:meta] item $item:item; $($token:tt)*
    ) => {
        $vis fn $name<$($lifetime),*>(_: $ty, _: $path, kind: crate::a::Kind, _: &($(dyn $bound + $lifetime),*)) -> u8 {
            $stmt
            if let $pat = kind {
                return $expr;
            }
            let _ = $block;
            $($token)*
        }
        #[$meta] $item
    };
}
