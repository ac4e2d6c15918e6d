package io.shouxin.rating;

import io.shouxin.customer.StatementItem;
import io.shouxin.rating.RatioYear.Undefined;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A calculation over statement lines, read from text once and worked out exactly; a quotient keeps 34 digits until the end. */
sealed interface LineExpression {

    /** @throws IllegalArgumentException that says what is wrong and where */
    static LineExpression parse(String text) {
        return new LineExpressionReader(text).read();
    }

    Result of(Function<StatementItem, Optional<BigDecimal>> amounts);

    /** Every line it names, in order. */
    List<StatementItem> lines();

    /** Whether it names a line that has to be there. */
    boolean needsALine();

    /** A value, or why there is none. */
    record Result(Optional<BigDecimal> value, Undefined undefined) {

        static Result of(BigDecimal value) {
            return new Result(Optional.of(value), null);
        }

        static Result undefined(Undefined why) {
            return new Result(Optional.empty(), why);
        }
    }

    /** A number. */
    record Fixed(BigDecimal value) implements LineExpression {

        @Override
        public Result of(Function<StatementItem, Optional<BigDecimal>> amounts) {
            return Result.of(value);
        }

        @Override
        public List<StatementItem> lines() {
            return List.of();
        }

        @Override
        public boolean needsALine() {
            return false;
        }
    }

    /** @param ifAny counts as nothing when not reported */
    record Line(StatementItem item, boolean ifAny) implements LineExpression {

        @Override
        public Result of(Function<StatementItem, Optional<BigDecimal>> amounts) {
            return amounts.apply(item).map(Result::of)
                    .orElseGet(() -> ifAny ? Result.of(BigDecimal.ZERO) : Result.undefined(Undefined.ITEM_MISSING));
        }

        @Override
        public List<StatementItem> lines() {
            return List.of(item);
        }

        @Override
        public boolean needsALine() {
            return !ifAny;
        }
    }

    /** Two parts and what is done with them. */
    record Joined(LineExpression left, char sign, LineExpression right) implements LineExpression {

        @Override
        public Result of(Function<StatementItem, Optional<BigDecimal>> amounts) {
            Result one = left.of(amounts);
            Result other = right.of(amounts);
            if (one.value().isEmpty() || other.value().isEmpty()) {
                return one.value().isEmpty() ? one : other;
            }
            BigDecimal a = one.value().get();
            BigDecimal b = other.value().get();
            return switch (sign) {
                case '+' -> Result.of(a.add(b));
                case '-' -> Result.of(a.subtract(b));
                case '*' -> Result.of(a.multiply(b));
                default -> b.signum() == 0 ? Result.undefined(Undefined.ZERO_DIVISOR)
                        : b.signum() < 0 ? Result.undefined(Undefined.NEGATIVE_DIVISOR) : Result.of(a.divide(b, MathContext.DECIMAL128));
            };
        }

        @Override
        public List<StatementItem> lines() {
            return Stream.concat(left.lines().stream(), right.lines().stream()).distinct().toList();
        }

        @Override
        public boolean needsALine() {
            return left.needsALine() || right.needsALine();
        }
    }
}
