//! Random bytes of acts changed: none passes unseen, in either verifier. `GELOOT_BYTES=10000 cargo test --release --test
//! deliberation bytes` changes ten thousand.

use crate::support::*;
use geloot::bundle::Folder;

/// Numbers that look random, from a fixed start.
struct Lot(u64);

impl Lot {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound
    }
}

#[test]
fn no_changed_byte_of_an_act_passes_unseen() {
    let changes: usize = std::env::var("GELOOT_BYTES").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    let record = whole().folder;
    let files: Vec<String> = record.keys().filter(|name| name.starts_with("public/acts/")).cloned().collect();
    let mut lot = Lot(20_270_512);
    let mut records: Vec<(Folder, Vec<String>)> = Vec::new();
    for _ in 0..changes {
        let mut folder = record.clone();
        let file = &files[lot.below(files.len())];
        let bytes = folder.get_mut(file).unwrap();
        let at = lot.below(bytes.len());
        let other = (bytes[at] as usize + 1 + lot.below(255)) % 256;
        bytes[at] = other as u8;
        assert_eq!(failed(&folder, &[]), [28], "{file}, byte {at}: {other}");
        records.push((folder, Vec::new()));
    }
    for (at, chunk) in records.chunks(500).enumerate() {
        let Some(found) = second(chunk) else { return };
        assert!(found.iter().all(|it| it == &[28]), "chunk {at}: {found:?}");
    }
}
