package io.shouxin.workflow.decision;

import io.shouxin.workflow.decision.CellTest.Verdict;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles the usual input cells of a decision table: {@code -}, literals (text, exact decimals, true, false, null,
 * {@code date("…")}), comparisons, intervals, lists of these and {@code not(…)}. Every other cell is left alone.
 */
final class CellCompiler {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<number>-?\\d+(?:\\.\\d+)?)(?=\\.\\.|[^\\w.]|$)|date\\(\\s*\"(?<date>\\d{4}-\\d{2}-\\d{2})\"\\s*\\)"
                    + "|\"(?<text>[^\"\\\\]*)\"|(?<word>true|false|null|not)(?![\\w])|(?<sign><=|>=|<|>|\\.\\.|[\\[\\](),]|-))\\s*");

    private final List<Token> tokens;
    private int at;

    private CellCompiler(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The compiled cell, or nothing when it says more than this compiler understands. */
    static Optional<CellTest> compile(String cell) {
        return tokens(cell).flatMap(tokens -> {
            CellCompiler compiler = new CellCompiler(tokens);
            return Optional.ofNullable(compiler.cell()).filter(test -> compiler.at == tokens.size());
        });
    }

    /** The value a literal stands for; empty for everything that is no literal, {@code null} included. */
    static Optional<Object> literal(String text) {
        return tokens(text).filter(tokens -> tokens.size() == 1).map(tokens -> tokens.get(0).constant());
    }

    /** Every constant a cell names, in its order; {@code null} is none. */
    static List<Object> constants(String cell) {
        return tokens(cell).orElse(List.of()).stream().map(Token::constant).filter(Objects::nonNull).toList();
    }

    private static Optional<List<Token>> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return Optional.empty();
            }
            try {
                tokens.add(Token.of(matcher));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
            end = matcher.end();
        }
        return Optional.of(tokens);
    }

    private CellTest cell() {
        if (tokens.size() > 1 && tokens.stream().anyMatch(token -> token.constant() instanceof Boolean)) {
            return null; // among other tests FEEL reads true as "holds" rather than as a value, and not(true) as a function
        }
        if (tokens.size() == 1 && next("-")) {
            return value -> Verdict.HOLDS;
        }
        if (next("not")) {
            CellTest inner = next("(") ? tests() : null;
            return inner != null && next(")") ? CellTest.not(inner) : null;
        }
        return tests();
    }

    private CellTest tests() {
        List<CellTest> tests = new ArrayList<>();
        do {
            CellTest test = test();
            if (test == null) {
                return null;
            }
            tests.add(test);
        } while (next(","));
        return CellTest.anyOf(tests);
    }

    private CellTest test() {
        if (next("<")) {
            return comparison(order -> order < 0);
        }
        if (next("<=")) {
            return comparison(order -> order <= 0);
        }
        if (next(">")) {
            return comparison(order -> order > 0);
        }
        if (next(">=")) {
            return comparison(order -> order >= 0);
        }
        if (next("null")) {
            return value -> Verdict.when(value == null);
        }
        if (next("[")) {
            return interval(order -> order >= 0);
        }
        if (next("(") || next("]")) {
            return interval(order -> order > 0);
        }
        Object constant = constant();
        return constant == null ? null : equality(constant);
    }

    private CellTest interval(IntPredicate lower) {
        Object from = constant();
        Object to = from != null && next("..") ? constant() : null;
        if (to == null || !ordered(from) || from.getClass() != to.getClass()) {
            return null;
        }
        IntPredicate upper = next("]") ? order -> order <= 0 : next(")") || next("[") ? order -> order < 0 : null;
        return upper == null ? null : new Between(from, lower, to, upper);
    }

    private CellTest comparison(IntPredicate holds) {
        Object bound = constant();
        return bound == null || !ordered(bound) ? null : new Compared(bound, holds);
    }

    private static CellTest equality(Object constant) {
        if (constant instanceof BigDecimal number) {
            return value -> {
                BigDecimal given = Ordered.decimal(value);
                return given == null && value != null ? Verdict.NOT_MINE : Verdict.when(given != null && given.compareTo(number) == 0);
            };
        }
        return value -> value == null || value.getClass() == constant.getClass()
                ? Verdict.when(constant.equals(value)) : Verdict.NOT_MINE;
    }

    private static boolean ordered(Object constant) {
        return constant instanceof BigDecimal || constant instanceof LocalDate;
    }

    private Object constant() {
        Object constant = at < tokens.size() ? tokens.get(at).constant() : null;
        if (constant != null) {
            at++;
        }
        return constant;
    }

    private boolean next(String sign) {
        if (at < tokens.size() && sign.equals(tokens.get(at).sign())) {
            at++;
            return true;
        }
        return false;
    }

    /** A sign or key word, or else a constant. */
    private record Token(String sign, Object constant) {

        static Token of(Matcher found) {
            if (found.group("text") != null) {
                return new Token(null, found.group("text"));
            }
            if (found.group("date") != null) {
                return new Token(null, LocalDate.parse(found.group("date")));
            }
            if (found.group("number") != null) {
                return new Token(null, new BigDecimal(found.group("number")));
            }
            String word = found.group("word");
            if ("true".equals(word) || "false".equals(word)) {
                return new Token(null, Boolean.valueOf(word));
            }
            return new Token(word != null ? word : found.group("sign"), null);
        }
    }

    /** Order of a value against a bound of a number or date; null has no order. */
    private record Compared(Object bound, IntPredicate holds) implements CellTest {

        @Override
        public Verdict of(Object value) {
            Object comparable = Ordered.alike(value, bound);
            if (comparable == null) {
                return value == null ? Verdict.UNKNOWN : Verdict.NOT_MINE;
            }
            return Verdict.when(holds.test(Ordered.compare(comparable, bound)));
        }
    }

    private record Between(Object from, IntPredicate lower, Object to, IntPredicate upper) implements CellTest {

        @Override
        public Verdict of(Object value) {
            Object comparable = Ordered.alike(value, from);
            if (comparable == null) {
                return value == null ? Verdict.UNKNOWN : Verdict.NOT_MINE;
            }
            return Verdict.when(lower.test(Ordered.compare(comparable, from)) && upper.test(Ordered.compare(comparable, to)));
        }
    }
}
