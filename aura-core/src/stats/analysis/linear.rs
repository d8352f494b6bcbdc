//! Small linear algebra: quadratic forms and normal equations.

#![expect(clippy::indexing_slicing, reason = "square matrices of one size, indexed by loops over that size")]

/// A square matrix, row by row.
pub(in crate::stats) type Matrix = Vec<Vec<f64>>;

pub(in crate::stats) fn zeros(size: usize) -> Matrix {
    vec![vec![0.0; size]; size]
}

/// `left' · matrix · right`.
pub(in crate::stats) fn form(left: &[f64], matrix: &Matrix, right: &[f64]) -> f64 {
    left.iter().zip(matrix).map(|(&weight, row)| weight * dot(row, right)).sum()
}

pub(in crate::stats) fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(one, two)| one * two).sum()
}

/// Solves a symmetric positive semidefinite system by elimination with the largest pivot first. A variable that the
/// others determine gets the coefficient 0.
pub(in crate::stats) fn solve(mut matrix: Matrix, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    let scale: Vec<f64> = (0..size).map(|index| matrix[index][index]).collect();
    let mut free: Vec<usize> = (0..size).collect();
    let mut taken = Vec::new();
    while let Some(best) = (0..free.len()).max_by(|&one, &two| {
        let share = |place: usize| {
            let index = free[place];
            if scale[index] > 0.0 { matrix[index][index] / scale[index] } else { 0.0 }
        };
        share(one).total_cmp(&share(two))
    }) {
        let pivot = free[best];
        if matrix[pivot][pivot] <= scale[pivot] * 1e-10 || scale[pivot] <= 0.0 {
            break;
        }
        free.swap_remove(best);
        taken.push(pivot);
        let row = matrix[pivot].clone();
        for index in 0..size {
            if index == pivot {
                continue;
            }
            let factor = matrix[index][pivot] / row[pivot];
            for column in 0..size {
                matrix[index][column] -= factor * row[column];
            }
            right[index] -= factor * right[pivot];
        }
    }
    let mut solution = vec![0.0; size];
    for pivot in taken {
        solution[pivot] = right[pivot] / matrix[pivot][pivot];
    }
    solution
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_and_a_copied_variable() {
        let solution = solve(vec![vec![4.0, 1.0], vec![1.0, 3.0]], vec![1.0, 2.0]);
        assert!((solution[0] - 1.0 / 11.0).abs() < 1e-15 && (solution[1] - 7.0 / 11.0).abs() < 1e-15);
        let copied = solve(vec![vec![2.0, 2.0], vec![2.0, 2.0]], vec![3.0, 3.0]);
        assert_eq!(copied.iter().sum::<f64>(), 1.5);
        assert_eq!(solve(vec![vec![0.0]], vec![0.0]), vec![0.0]);
    }
}
