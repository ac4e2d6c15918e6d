package io.shouxin.customer.file;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the unit a sheet is stated in. A unit that is named as such (单位：万元, 金额单位, Unit: RMB'000) counts wherever it stands, above or
 * below the header row; a bare one (人民币万元, (千元), RMB million) counts above the figures, in a header cell, in the sheet's name, or as a
 * cell of its own. All of a sheet must agree. A sheet that names no unit is taken to be in yuan, and the preview says so.
 */
public final class UnitReading {

    private static final String CURRENCY = "(?:元|圆|美元|港元|港币|欧元|日元|英镑)";
    private static final String MONEY = "(?:亿|千万|百万|十万|万|千|百|十)?" + CURRENCY;
    private static final String WHOSE = "(?:人民币|RMB|CNY|美元|港元|港币|欧元|日元|英镑)";
    private static final String NO_OTHER_WORD = "(?![\\p{IsHan}A-Za-z0-9/])";
    private static final String YUAN = "(?:RMB|CNY|YUAN|人民币)";
    private static final String FOREIGN = "(?:USD|US\\$|HKD|HK\\$|EUR|JPY|GBP)";
    private static final String STEP = "(?:10,?000|TENTHOUSAND|[,'’‘`]?000|THOUSANDS?|MILLIONS?|MN)";
    /** Not 编制单位, which is the firm. */
    private static final String NAMED = "(?:(?<!编制|填报|报送|编报|填表|会计|核算)单位[:]?[(\\[【]?|UNITS?[:]?(?:IN)?)";
    private static final List<Pattern> NAMED_AS_UNIT = List.of(
            Pattern.compile(NAMED + WHOSE + "?[(]?" + MONEY + "(?:人民币)?(?:(?=币种|[0-9])|" + NO_OTHER_WORD + ")"),
            Pattern.compile(NAMED + "(?:" + YUAN + "|" + FOREIGN + ")[(]?(?:IN)?" + STEP + "?" + NO_OTHER_WORD),
            Pattern.compile(NAMED + STEP + "(?:OF)?(?:" + YUAN + "|" + FOREIGN + ")" + NO_OTHER_WORD));
    private static final List<Pattern> BARE = List.of(
            Pattern.compile(WHOSE + "[(]?" + MONEY + NO_OTHER_WORD), Pattern.compile("[(]" + WHOSE + "?" + MONEY + "[)]"),
            Pattern.compile("(?:" + YUAN + "|" + FOREIGN + ")[(]?(?:IN)?" + STEP + NO_OTHER_WORD),
            Pattern.compile(STEP + "(?:OF)?(?:" + YUAN + "|" + FOREIGN + ")" + NO_OTHER_WORD));
    private static final List<Pattern> CELL_OF_ITS_OWN = List.of(Pattern.compile("^[(\\[【]?" + WHOSE + "?" + MONEY + "[)\\]】]?$"),
            Pattern.compile("^[(]?(?:IN)?(?:" + YUAN + "|" + FOREIGN + ")[(]?(?:IN)?" + STEP + "[)]?$"));
    /** Here a unit of money must follow; one that nobody knows is not taken for yuan. */
    private static final Pattern UNKNOWN = Pattern.compile("(?:金额|货币|计量)单位[:].");
    private static final Pattern FOREIGN_CURRENCY = Pattern.compile("美元|港元|港币|欧元|日元|英镑|" + FOREIGN);
    private static final Pattern FACTOR = Pattern.compile("(亿|千万|百万|十万|万|千|百|十)" + CURRENCY);
    private static final Map<String, String> FACTORS = Map.ofEntries(Map.entry("", "1"), Map.entry("十", "10"), Map.entry("百", "100"),
            Map.entry("千", "1000"), Map.entry("万", "10000"), Map.entry("十万", "100000"), Map.entry("百万", "1000000"),
            Map.entry("千万", "10000000"), Map.entry("亿", "100000000"));

    private final List<Unit> found = new ArrayList<>();
    private final List<Refusal> problems;

    private UnitReading(List<Refusal> problems) {
        this.problems = problems;
    }

    /**
     * @param yuan how many yuan one unit is
     * @param line row it was read in, from 1; 0 when it stands in the sheet's name, or nowhere
     * @param text the cell it was read in; empty when the sheet names none
     */
    public record Unit(String label, BigDecimal yuan, int line, String text) {

        public static final Unit NOT_NAMED = new Unit("元", BigDecimal.ONE, 0, "");
    }

    /** @param headerRow from 0. @param problems where a foreign currency, an unknown unit or a contradiction is added to */
    public static Unit of(Table table, int headerRow, List<Refusal> problems) {
        UnitReading reading = new UnitReading(problems);
        reading.read(table.name(), 0, true);
        for (int row = 0; row < table.rows().size(); row++) {
            for (String cell : table.rows().get(row)) {
                reading.read(cell, row + 1, row <= headerRow);
            }
        }
        return reading.agreed(table);
    }

    private void read(String cell, int line, boolean aboveTheFigures) {
        String text = Table.narrow(cell).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return;
        }
        Optional<String> stated = first(NAMED_AS_UNIT, text).or(() -> aboveTheFigures ? first(BARE, text) : Optional.empty())
                .or(() -> first(CELL_OF_ITS_OWN, text));
        if (stated.isPresent()) {
            add(stated.get(), cell.strip(), line);
        } else if (UNKNOWN.matcher(text).find()) {
            problems.add(Refusal.of("STATEMENT_UNIT_UNKNOWN").at("file").with("line", line).with("text", Table.abridged(cell.strip(), 40)));
        }
    }

    private static Optional<String> first(List<Pattern> patterns, String text) {
        return patterns.stream().map(pattern -> pattern.matcher(text)).filter(Matcher::find).map(Matcher::group).findFirst();
    }

    private void add(String stated, String cell, int line) {
        Matcher foreign = FOREIGN_CURRENCY.matcher(stated);
        if (foreign.find()) {
            problems.add(Refusal.of("STATEMENT_CURRENCY_UNSUPPORTED").at("file").with("currency", foreign.group()));
        }
        Matcher chinese = FACTOR.matcher(stated);
        String factor = chinese.find() ? chinese.group(1) : stated.contains("TENTHOUSAND") || stated.matches(".*10,?000.*") ? "万"
                : stated.contains("MILLION") || stated.contains("MN") ? "百万"
                : stated.contains("THOUSAND") || stated.contains("000") ? "千" : "";
        found.add(new Unit(factor + "元", new BigDecimal(FACTORS.get(factor)), line, Table.abridged(cell, 40)));
    }

    private Unit agreed(Table table) {
        if (found.isEmpty()) {
            return Unit.NOT_NAMED;
        }
        Unit first = found.get(0);
        found.stream().filter(other -> other.yuan().compareTo(first.yuan()) != 0).findFirst()
                .ifPresent(other -> problems.add(Refusal.of("STATEMENT_UNITS_CONTRADICT").at("file").with("sheet", table.name())
                        .with("line", first.line()).with("text", first.text()).with("otherLine", other.line()).with("otherText", other.text())));
        return first;
    }
}
