package io.shouxin.modelling.regression;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * A symmetric, positive matrix solved after its diagonal has been scaled to ones, so that factors in yuan and factors in
 * per cent stand side by side without loss of digits.
 */
final class ScaledMatrix {

    private static final double ASYMMETRY = 1e-10;
    /** A pivot this small means that one factor is a mixture of the others. */
    private static final double SMALLEST_PIVOT = 1e-12;

    private final double[] scale;
    private final CholeskyDecomposition decomposition;

    /** @throws org.hipparchus.exception.MathRuntimeException when the matrix is singular */
    ScaledMatrix(double[][] matrix) {
        int n = matrix.length;
        scale = new double[n];
        for (int k = 0; k < n; k++) {
            scale[k] = matrix[k][k] > 0 ? Math.sqrt(matrix[k][k]) : 1;
        }
        double[][] scaled = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < n; l++) {
                scaled[k][l] = matrix[k][l] / scale[k] / scale[l];
            }
        }
        decomposition = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), ASYMMETRY, SMALLEST_PIVOT);
    }

    double[] solve(double[] right) {
        double[] scaled = right.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] /= scale[k];
        }
        double[] solution = decomposition.getSolver().solve(new ArrayRealVector(scaled, false)).toArray();
        for (int k = 0; k < solution.length; k++) {
            solution[k] /= scale[k];
        }
        return solution;
    }

    /** Square roots of the diagonal of the inverse: standard errors, if this is an information matrix. */
    double[] rootsOfInverseDiagonal() {
        RealMatrix inverse = decomposition.getSolver().getInverse();
        double[] roots = new double[scale.length];
        for (int k = 0; k < roots.length; k++) {
            roots[k] = Math.sqrt(inverse.getEntry(k, k)) / scale[k];
        }
        return roots;
    }
}
