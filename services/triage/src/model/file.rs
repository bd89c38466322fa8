//! A model as bytes: a head, how many answers and runs, then keys, rarities and weights, little-endian.

use thiserror::Error;

use super::Model;

const HEAD: &[u8; 8] = b"jftri002";

/// Why bytes are no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ModelFault {
    /// Another file, or another version of it.
    #[error("不是本版本的模型文件 (not a model file of this version)")]
    Head,
    /// Cut off or with something behind it.
    #[error("模型文件不完整：应为 {right} 字节，实为 {given} 字节 (the model file is incomplete)")]
    Length {
        /// What it is.
        given: usize,
        /// What it should be.
        right: usize,
    },
    /// Keys are not in order.
    #[error("模型文件内容顺序错误 (the keys of the model file are not ascending)")]
    Order,
}

/// Bytes of one run.
const fn row<const N: usize>() -> usize {
    4 + 4 + N
}

/// Bytes before the first run.
const fn before<const N: usize>() -> usize {
    8 + 4 + 4 + N * 8
}

/// Writes a model.
pub fn write<const N: usize>(model: &Model<N>) -> Vec<u8> {
    let mut out = Vec::with_capacity(before::<N>() + model.keys.len() * row::<N>());
    out.extend_from_slice(HEAD);
    out.extend_from_slice(&(N as u32).to_le_bytes());
    out.extend_from_slice(&(model.keys.len() as u32).to_le_bytes());
    for value in model.scale.iter().chain(&model.bias) {
        out.extend_from_slice(&value.to_le_bytes());
    }
    for ((key, rarity), weights) in model.keys.iter().zip(&model.rarity).zip(&model.weights) {
        out.extend_from_slice(&key.to_le_bytes());
        out.extend_from_slice(&rarity.to_le_bytes());
        out.extend(weights.iter().map(|weight| weight.to_le_bytes()[0]));
    }
    out
}

/// Reads a model.
///
/// # Errors
/// [`ModelFault`].
pub fn read<const N: usize>(bytes: &[u8]) -> Result<Model<N>, ModelFault> {
    let word = |at: usize| {
        let mut four = [0; 4];
        four.copy_from_slice(bytes.get(at..at + 4).unwrap_or(&[0; 4]));
        four
    };
    if bytes.get(..8) != Some(HEAD.as_slice()) || u32::from_le_bytes(word(8)) as usize != N {
        return Err(ModelFault::Head);
    }
    let rows = u32::from_le_bytes(word(12)) as usize;
    let right = before::<N>() + rows * row::<N>();
    if bytes.len() != right {
        return Err(ModelFault::Length { given: bytes.len(), right });
    }
    let mut model = Model::default();
    for answer in 0..N {
        model.scale[answer] = f32::from_le_bytes(word(16 + answer * 4));
        model.bias[answer] = f32::from_le_bytes(word(16 + (N + answer) * 4));
    }
    for no in 0..rows {
        let at = before::<N>() + no * row::<N>();
        model.keys.push(u32::from_le_bytes(word(at)));
        model.rarity.push(f32::from_le_bytes(word(at + 4)));
        let mut weights = [0; N];
        for (weight, byte) in weights.iter_mut().zip(&bytes[at + 8..at + row::<N>()]) {
            *weight = i8::from_le_bytes([*byte]);
        }
        model.weights.push(weights);
    }
    let ascending = model.keys.windows(2).all(|pair| pair[0] < pair[1]);
    if ascending { Ok(model) } else { Err(ModelFault::Order) }
}

#[cfg(test)]
mod tests {
    use super::super::KINDS;
    use super::*;

    fn small() -> Model {
        let weights = vec![[3; KINDS], [-4; KINDS]];
        Model { keys: vec![7, 9], rarity: vec![1.5, 0.25], weights, ..Model::default() }
    }

    #[test]
    fn a_model_reads_back() {
        assert_eq!(read(&write(&small())), Ok(small()));
    }

    #[test]
    fn another_file_a_cut_one_and_a_shuffled_one_are_refused() {
        let bytes = write(&small());
        assert_eq!(read::<KINDS>(b"something"), Err(ModelFault::Head));
        assert_eq!(read::<6>(&bytes), Err(ModelFault::Head));
        let cut = bytes.len() - 1;
        assert!(
            matches!(read::<KINDS>(&bytes[..cut]), Err(ModelFault::Length { given, .. }) if given == cut)
        );
        let shuffled = write(&Model { keys: vec![9, 7], ..small() });
        assert_eq!(read::<KINDS>(&shuffled), Err(ModelFault::Order));
    }
}
