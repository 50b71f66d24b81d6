pub enum Status {
    Open,
    Closed,
}
