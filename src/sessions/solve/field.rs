//! Finite fields GF(q), q a prime power: adding and multiplying numbers below q. Imports nothing of
//! ours.

/// The field with `order` elements, numbered 0 to `order - 1`: the digits of an element in base p are
/// the coefficients of a polynomial over the integers modulo p, taken modulo an irreducible one.
#[derive(Clone, Debug)]
pub struct Field {
    prime: usize,
    degree: u32,
    order: usize,
    /// Coefficients below the leading one of the monic irreducible polynomial, lowest first.
    modulus: Vec<usize>,
}

impl Field {
    /// GF(`order`), or `None` when `order` is no prime power.
    pub fn new(order: usize) -> Option<Self> {
        let prime = (2..=order).find(|p| order.is_multiple_of(*p))?;
        let mut degree = 0;
        let mut left = order;
        while left.is_multiple_of(prime) {
            left /= prime;
            degree += 1;
        }
        if left != 1 {
            return None;
        }
        let mut field = Self { prime, degree, order, modulus: vec![] };
        if degree > 1 {
            // The first candidate in counting order for which x generates no zero divisors.
            field.modulus = (0..order).map(|low| field.digits(low)).find(|low| field.irreducible(low))?;
        }
        Some(field)
    }

    /// How many elements there are.
    pub fn order(&self) -> usize {
        self.order
    }

    /// a + b.
    pub fn add(&self, a: usize, b: usize) -> usize {
        if self.degree == 1 {
            return (a + b) % self.prime;
        }
        let sum: Vec<usize> =
            self.digits(a).iter().zip(self.digits(b)).map(|(x, y)| (x + y) % self.prime).collect();
        self.number(&sum)
    }

    /// a times b.
    pub fn mul(&self, a: usize, b: usize) -> usize {
        if self.degree == 1 {
            return a * b % self.prime;
        }
        let (a, b) = (self.digits(a), self.digits(b));
        let mut product = vec![0; 2 * a.len() - 1];
        for (i, x) in a.iter().enumerate() {
            for (j, y) in b.iter().enumerate() {
                product[i + j] = (product[i + j] + x * y) % self.prime;
            }
        }
        self.reduce(&mut product, &self.modulus);
        self.number(&product)
    }

    /// Remainder of a polynomial by x^k + `low`, k being the length of `low`.
    fn reduce(&self, product: &mut Vec<usize>, low: &[usize]) {
        while product.len() > low.len() {
            let lead = product.pop().unwrap_or(0);
            let shift = product.len() - low.len();
            for (k, coefficient) in low.iter().enumerate() {
                product[shift + k] = (product[shift + k] + lead * (self.prime - coefficient)) % self.prime;
            }
        }
    }

    /// Whether x^degree + `low` has no monic divisor of degree 1 to degree / 2.
    fn irreducible(&self, low: &[usize]) -> bool {
        (1..=self.degree / 2).all(|k| {
            (0..self.prime.pow(k)).all(|divisor| {
                let divisor = &self.digits(divisor)[..k as usize];
                let mut rest: Vec<usize> = low.iter().copied().chain([1]).collect();
                self.reduce(&mut rest, divisor);
                rest.iter().any(|&c| c != 0)
            })
        })
    }

    fn digits(&self, mut number: usize) -> Vec<usize> {
        (0..self.degree)
            .map(|_| {
                let digit = number % self.prime;
                number /= self.prime;
                digit
            })
            .collect()
    }

    fn number(&self, digits: &[usize]) -> usize {
        digits.iter().rev().fold(0, |number, digit| number * self.prime + digit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_the_prime_powers_are_fields() {
        let orders: Vec<usize> = (0..=32).filter(|q| Field::new(*q).is_some()).collect();
        assert_eq!(orders, [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 29, 31, 32]);
    }

    #[test]
    fn the_laws_of_a_field_hold() {
        for q in [2, 3, 4, 5, 7, 8, 9, 16, 25, 27] {
            let field = Field::new(q).expect("a prime power");
            for a in 0..q {
                // Adding b, and multiplying by a non-zero a, are one-to-one.
                let mut sums: Vec<usize> = (0..q).map(|b| field.add(a, b)).collect();
                sums.sort_unstable();
                assert_eq!(sums, (0..q).collect::<Vec<_>>());
                let mut products: Vec<usize> = (0..q).map(|b| field.mul(a, b)).collect();
                products.sort_unstable();
                products.dedup();
                assert_eq!(products.len(), if a == 0 { 1 } else { q });
                for b in 0..q {
                    assert_eq!(field.mul(a, b), field.mul(b, a));
                    for c in 0..q.min(9) {
                        let left = field.mul(a, field.add(b, c));
                        assert_eq!(left, field.add(field.mul(a, b), field.mul(a, c)));
                    }
                }
            }
        }
    }
}
