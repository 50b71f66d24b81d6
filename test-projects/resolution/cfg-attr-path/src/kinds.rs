pub struct Unix;
pub struct Windows;
