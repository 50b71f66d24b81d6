struct S<T>(T);
impl<T> Clone for S<T> where (S<T>,): Clone { fn clone(&self) -> Self { loop {} } }
fn f(s: S<u8>) { s.clone(); }
