pub enum Day {
    Monday,
    Tuesday,
}
