//! A tree of digests over people, so that one person can check their own row without the others'
//! rows being published. Imports `base`.
//!
//! The tree is that of RFC 6962 (Certificate Transparency), section 2.1: leaves and nodes are hashed
//! under different tags, and a tree of n leaves splits at the largest power of two below n.

use crate::base::digest::Digest;

/// Digest of a leaf.
pub fn leaf(salt: &Digest, content: &str) -> Digest {
    Digest::tagged("geloot/1/leaf", &[&salt.0, content.as_bytes()])
}

fn node(left: &Digest, right: &Digest) -> Digest {
    Digest::tagged("geloot/1/node", &[&left.0, &right.0])
}

/// Root of the tree over `leaves`, of which there is at least one.
pub fn root(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => Digest::tagged("geloot/1/leaf", &[]),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node(&root(left), &root(right))
        }
    }
}

/// The sibling digests from leaf number `at` up to the root.
pub fn path(leaves: &[Digest], at: usize) -> Vec<Digest> {
    if leaves.len() <= 1 {
        return Vec::new();
    }
    let cut = split(leaves.len());
    let (left, right) = leaves.split_at(cut);
    let (mut below, sibling) =
        if at < cut { (path(left, at), root(right)) } else { (path(right, at - cut), root(left)) };
    below.push(sibling);
    below
}

/// The root that `leaf` in place `at` of `count` leaves leads to along `path`; `None` if the path has
/// another length than that place requires.
pub fn climb(leaf: Digest, at: usize, count: usize, path: &[Digest]) -> Option<Digest> {
    if at >= count {
        return None;
    }
    if count == 1 {
        return path.is_empty().then_some(leaf);
    }
    let (sibling, below) = path.split_last()?;
    let cut = split(count);
    if at < cut {
        Some(node(&climb(leaf, at, cut, below)?, sibling))
    } else {
        Some(node(sibling, &climb(leaf, at - cut, count - cut, below)?))
    }
}

/// The largest power of two below `count`, which is at least 2.
fn split(count: usize) -> usize {
    count.next_power_of_two() / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_leaf_of_every_tree_leads_to_its_root_and_no_other_does() {
        for count in 1..40 {
            let salt = Digest::of(b"salt");
            let leaves: Vec<Digest> = (0..count).map(|i| leaf(&salt, &i.to_string())).collect();
            let root = root(&leaves);
            for at in 0..count {
                let path = path(&leaves, at);
                assert_eq!(climb(leaves[at], at, count, &path), Some(root));
                assert_ne!(
                    climb(leaves[(at + 1) % count], at, count, &path),
                    if count > 1 { Some(root) } else { None }
                );
                assert_ne!(climb(leaves[at], at + 1, count, &path), Some(root));
                let mut longer = path.clone();
                longer.push(root);
                assert_eq!(climb(leaves[at], at, count, &longer), None);
            }
        }
    }

    #[test]
    fn a_tree_of_nobody_is_the_digest_of_no_leaf() {
        assert_eq!(root(&[]), Digest::tagged("geloot/1/leaf", &[]));
        assert_eq!(path(&[], 0), []);
    }

    /// Made with hashlib, from SPEC.md: nodes have a tag of their own, or whoever shows two nodes as the
    /// content of a leaf would have a receipt for somebody who does not exist.
    #[test]
    fn a_tree_of_three_is_as_specified() {
        let leaf = |standing| leaf(&Digest([0; 32]), &format!("97MD-28NM-E8 {standing}"));
        let leaves = ["0 0", "0 1", "1 0"].map(leaf);
        let root = root(&leaves).to_string();
        assert_eq!(root, "09e26fa065b5f91533cd577dd2101280ab8a372df055e9081c51348823003236");
        assert_ne!(
            node(&leaves[0], &leaves[1]),
            Digest::tagged("geloot/1/leaf", &[&leaves[0].0, &leaves[1].0])
        );
    }
}
