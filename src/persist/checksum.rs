//! The checksum of what is stored, linked and drawn: CRC-32 as PNG and gzip use it (ISO 3309, ITU-T V.42).

use crc::{CRC_32_ISO_HDLC, Crc, Digest, Table};

/// Of the forms of this sum the one with a table of a kilobyte: the first load carries it.
static CRC_32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// A sum that grows piece by piece.
pub(super) type Sum = Digest<'static, u32, Table<1>>;

/// The sum of nothing yet.
pub(super) fn sum() -> Sum {
    CRC_32.digest()
}

/// The checksum of some bytes.
#[must_use]
pub fn of(bytes: &[u8]) -> u32 {
    CRC_32.checksum(bytes)
}

#[cfg(test)]
mod tests {
    use super::of;

    /// The check value that the catalogue of these sums gives.
    #[test]
    fn it_is_the_sum_that_others_mean() {
        assert_eq!(of(b"123456789"), 0xcbf4_3926);
    }
}
