//! What a thing says as a number: the base of ids and evidence that stay from build to build.

/// FNV-1a: a hash that is the same in every version and on every machine, which the standard one does not promise.
#[derive(Clone, Copy)]
pub(crate) struct Digest(u64);

impl Digest {
    pub(crate) fn new() -> Digest {
        Digest(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in one field; fields are kept apart.
    pub(crate) fn with(self, field: &str) -> Digest {
        field.as_bytes().iter().chain(&[0xff]).fold(self, |hash, &byte| hash.mixed(byte.into()))
    }

    /// Takes in a number, in one step: for what stays within a run.
    pub(crate) fn with_number(self, number: u64) -> Digest {
        self.mixed(number ^ (number >> 32))
    }

    fn mixed(self, value: u64) -> Digest {
        Digest((self.0 ^ value).wrapping_mul(0x0100_0000_01b3))
    }

    pub(crate) fn value(self) -> u64 {
        self.0
    }

    /// `s-` and eight hexadecimal digits.
    pub(crate) fn id(self, prefix: char) -> String {
        format!("{prefix}-{}", self.short())
    }

    /// Eight hexadecimal digits.
    pub(crate) fn short(self) -> String {
        let folded = (self.0 >> 32) ^ (self.0 & 0xffff_ffff);
        format!("{folded:08x}")
    }
}
