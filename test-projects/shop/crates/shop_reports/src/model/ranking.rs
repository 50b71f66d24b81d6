//! Most pieces first; where two sold alike, the older product.

use shop_kernel::id::ProductId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    pub place: usize,
    pub product: ProductId,
    pub pieces: u64,
}

impl Ranked {
    pub fn line(&self) -> String {
        format!(
            "{:>3}. product {} ({} pieces)\n",
            self.place, self.product, self.pieces
        )
    }
}

pub fn rank(mut sold: Vec<(ProductId, u64)>, count: usize) -> Vec<Ranked> {
    sold.sort_by_key(|&(product, pieces)| (std::cmp::Reverse(pieces), product.raw()));
    let places = sold.into_iter().take(count).enumerate();
    places
        .map(|(index, (product, pieces))| Ranked {
            place: index + 1,
            product,
            pieces,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_older_product_wins_a_draw() {
        let ids = [3, 1, 2].map(ProductId::new);
        let ranking = rank(vec![(ids[0], 5), (ids[1], 5), (ids[2], 9)], 2);
        let products: Vec<u64> = ranking.iter().map(|ranked| ranked.product.raw()).collect();
        assert_eq!(products, [2, 1]);
    }
}
