package io.shouxin.modelling.regression;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;

/**
 * Logistic regression by maximum likelihood: Newton's method, which here is the same as iteratively reweighted least squares,
 * with the step halved whenever it would make the likelihood smaller. With a ridge the sum of squares of the coefficients
 * (the intercept apart) times half the ridge is taken off the log-likelihood; this keeps coefficients small where cases are few.
 *
 * <p>Where a factor, or a mixture of some, tells good from bad without a mistake, the likelihood has no maximum: the
 * coefficients would grow for ever (separation, 完全分离). That is refused, because any number reported would be an accident
 * of when the computer stopped; a ridge cures it. Factors of which one is a mixture of the others are refused as well.
 */
public final class LogisticRegression {

    private static final int MOST_STEPS = 60;
    private static final double SMALL_STEP = 1e-10;

    private LogisticRegression() {
    }

    /**
     * @param names  of the factors, for the refusal
     * @param x      values, one line per case
     * @param bad    what is predicted
     * @param ridge  0 for plain maximum likelihood
     */
    public static Outcome<LogisticFit> fit(List<String> names, double[][] x, boolean[] bad, double ridge) {
        Likelihood likelihood = new Likelihood(x, bad, ridge);
        double[] beta = likelihood.start();
        double value = likelihood.at(beta);
        int step = 1;
        try {
            for (; step <= MOST_STEPS; step++) {
                double[] move = new ScaledMatrix(likelihood.information(beta)).solve(likelihood.gradient(beta));
                double length = 1;
                double[] next = moved(beta, move, length);
                double better = likelihood.at(next);
                while (better < value - 1e-12 * Math.abs(value) && length > 1e-6) {
                    length /= 2;
                    next = moved(beta, move, length);
                    better = likelihood.at(next);
                }
                double farthest = farthest(move) * length;
                beta = next;
                value = better;
                if (farthest < SMALL_STEP * (1 + farthest(beta))) {
                    return Outcome.done(fitted(likelihood, beta, step, ridge));
                }
            }
        } catch (MathRuntimeException singular) {
            // with all cases weighing alike, only factors that say the same can do this; later it is weights that vanish
            return step > 1 ? separated(names, beta) : Outcome.refused(Refusal.of("MODEL_FACTORS_COLLINEAR").at("factors").with("factors", String.join(", ", names)));
        }
        return separated(names, beta);
    }

    private static LogisticFit fitted(Likelihood likelihood, double[] beta, int steps, double ridge) {
        double[] errors = new ScaledMatrix(likelihood.information(beta)).rootsOfInverseDiagonal();
        return new LogisticFit(beta, errors, likelihood.withoutRidge(beta), steps, ridge);
    }

    private static Outcome<LogisticFit> separated(List<String> names, double[] beta) {
        int largest = 0;
        for (int k = 1; k < beta.length; k++) {
            if (Math.abs(beta[k]) > Math.abs(beta[largest + 1])) {
                largest = k - 1;
            }
        }
        return Outcome.refused(Refusal.of("MODEL_SEPARATION").at("factors").with("factor", names.isEmpty() ? "-" : names.get(largest)));
    }

    private static double[] moved(double[] beta, double[] move, double length) {
        double[] next = beta.clone();
        for (int k = 0; k < next.length; k++) {
            next[k] += length * move[k];
        }
        return next;
    }

    private static double farthest(double[] vector) {
        double farthest = 0;
        for (double entry : vector) {
            farthest = Math.max(farthest, Math.abs(entry));
        }
        return farthest;
    }

    /** The (penalised) log-likelihood of a sample with its first two derivatives. */
    private record Likelihood(double[][] x, boolean[] bad, double ridge) {

        double[] start() {
            double[] beta = new double[1 + (x.length == 0 ? 0 : x[0].length)];
            long bads = 0;
            for (boolean one : bad) {
                bads += one ? 1 : 0;
            }
            beta[0] = Math.log((double) bads / (bad.length - bads));
            return beta;
        }

        double at(double[] beta) {
            double penalty = 0;
            for (int k = 1; k < beta.length; k++) {
                penalty += beta[k] * beta[k];
            }
            return withoutRidge(beta) - ridge / 2 * penalty;
        }

        double withoutRidge(double[] beta) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double towards = bad[i] ? logOdds(beta, x[i]) : -logOdds(beta, x[i]);
                sum -= towards > 0 ? Math.log1p(Math.exp(-towards)) : Math.log1p(Math.exp(towards)) - towards;
            }
            return sum;
        }

        double[] gradient(double[] beta) {
            double[] gradient = new double[beta.length];
            for (int i = 0; i < x.length; i++) {
                double logOdds = logOdds(beta, x[i]);
                double error = bad[i] ? LogisticFit.probability(-logOdds) : -LogisticFit.probability(logOdds);
                gradient[0] += error;
                for (int k = 1; k < beta.length; k++) {
                    gradient[k] += error * x[i][k - 1];
                }
            }
            for (int k = 1; k < beta.length; k++) {
                gradient[k] -= ridge * beta[k];
            }
            return gradient;
        }

        double[][] information(double[] beta) {
            double[][] matrix = new double[beta.length][beta.length];
            for (double[] line : x) {
                double logOdds = logOdds(beta, line);
                double weight = LogisticFit.probability(logOdds) * LogisticFit.probability(-logOdds);
                for (int k = 0; k < beta.length; k++) {
                    double left = weight * (k == 0 ? 1 : line[k - 1]);
                    for (int l = 0; l <= k; l++) {
                        matrix[k][l] += left * (l == 0 ? 1 : line[l - 1]);
                    }
                }
            }
            for (int k = 0; k < beta.length; k++) {
                matrix[k][k] += k == 0 ? 0 : ridge;
                for (int l = 0; l < k; l++) {
                    matrix[l][k] = matrix[k][l];
                }
            }
            return matrix;
        }

        private static double logOdds(double[] beta, double[] line) {
            double sum = beta[0];
            for (int k = 0; k < line.length; k++) {
                sum += beta[k + 1] * line[k];
            }
            return sum;
        }
    }
}
