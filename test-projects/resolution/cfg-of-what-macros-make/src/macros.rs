macro_rules! with_x {
    ($($item:item)*) => {
        $(
            #[cfg(feature = "x")]
            $item
        )*
        #[cfg(feature = "x")]
        const _: Option<$crate::a::Made> = None;
    };
}
