pub fn use_all() {
    crate::parts::first::first();
    crate::parts::issue_2::second();
    crate::parts::_3rd::third();
}
