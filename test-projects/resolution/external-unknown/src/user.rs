use crate::a::{self, Component};

pub fn run() -> yew::Html {
    yew::html! { <Component class="text()">{ a::render() } text</Component> }
}
