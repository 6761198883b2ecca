//! Identifiers that follow from words, so that every demo has the same addresses.

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// The identifier of what a kind and a slug name.
#[must_use]
pub fn id(kind: &str, slug: &str) -> Uuid {
    let hash =
        Sha256::new().chain_update("trame demo\0").chain_update(kind).chain_update("\0").chain_update(slug).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn the_same_words_give_the_same_identifier() {
        assert_eq!(id("organization", "aurore"), id("organization", "aurore"));
        assert_ne!(id("organization", "aurore"), id("person", "aurore"));
        assert_ne!(id("a", "bc"), id("ab", "c"));
    }
}
