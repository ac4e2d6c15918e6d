package io.shouxin.customer.statement;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.file.Table;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the lines of a statement by their names, as they are written: numbered, indented, full width, with remarks. */
final class Labels {

    private static final Pattern LEADING = Pattern.compile("^(?:[一二三四五六七八九十]+[、.,]|\\([一二三四五六七八九十0-9]+\\)|[0-9]+[、.)]?"
            + "|(?:其中|加|减|附)[:、]?|[*#△▲☆★])");
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)|[:*#]+$");
    private static final Pattern PUNCTUATION = Pattern.compile("[、,:;·\"“”'‘’《》]");
    /** Names that differ by one of these only are the same name. */
    private static final List<Map.Entry<Pattern, String>> SPELLINGS = List.of(spelling("帐", "账"), spelling("其它", "其他"),
            spelling("所(?=支付|收到|收回)", ""), spelling("(支付|收到)的(?=其他)", "$1"), spelling("以及|和|与", "及"), spelling("股东权益", "所有者权益"));
    private static final int LONGEST_COMPARED = 40;
    /** Per cent of letters in common from which a name is worth suggesting. */
    private static final int NEAR = 65;
    private static final Map<String, Match> NAMES = names();

    private Labels() {
    }

    /**
     * What a label means.
     *
     * @param precedence 0 for the official name, higher for older synonyms; of two labels for one item the lower counts
     */
    record Match(StatementItem item, int precedence) {
    }

    static Optional<Match> find(String label) {
        return find(label, null);
    }

    /** @param above the item of the line above, which says whose 优先股 and which 其他综合收益 are meant; null for the first line */
    static Optional<Match> find(String label, StatementItem above) {
        String name = lower(label);
        Match found = withoutRemark(name, above);
        for (String shorter = LEADING.matcher(name).replaceFirst(""); found == null && !shorter.equals(name);
                shorter = LEADING.matcher(name).replaceFirst("")) {
            name = shorter;
            found = withoutRemark(name, above);
        }
        return Optional.ofNullable(found);
    }

    /** The item whose name has most letters in common with an unknown label, in the same order; empty when none is near. */
    static Optional<StatementItem> nearest(String label) {
        String name = lower(label);
        for (String shorter = LEADING.matcher(name).replaceFirst(""); !shorter.equals(name); shorter = LEADING.matcher(name).replaceFirst("")) {
            name = shorter;
        }
        String wanted = canonical(REMARK.matcher(name).replaceAll(""));
        wanted = wanted.substring(0, Math.min(wanted.length(), LONGEST_COMPARED));
        StatementItem best = null;
        int bestShare = NEAR - 1;
        for (Map.Entry<String, Match> known : NAMES.entrySet()) {
            StatementItem item = known.getValue().item();
            int share = 200 * commonLetters(wanted, known.getKey()) / Math.max(1, wanted.length() + known.getKey().length());
            if (share > bestShare || share == bestShare && best != null && item.compareTo(best) < 0) {
                best = item;
                bestShare = share;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What is compared: case, punctuation and spelling variants evened out. */
    static String canonical(String name) {
        String text = PUNCTUATION.matcher(lower(name)).replaceAll("");
        for (Map.Entry<Pattern, String> spelling : SPELLINGS) {
            text = spelling.getKey().matcher(text).replaceAll(spelling.getValue());
        }
        return text;
    }

    private static Match withoutRemark(String name, StatementItem above) {
        Match found = named(name, above);
        return found != null ? found : named(REMARK.matcher(name).replaceAll(""), above);
    }

    private static Match named(String name, StatementItem above) {
        String key = canonical(name);
        StatementItem meant = above == null ? null : switch (key) {
            case "优先股" -> inEquity(above) ? StatementItem.EQUITY_PREFERRED_SHARES : amongBonds(above) ? StatementItem.BONDS_PREFERRED_SHARES : null;
            case "永续债" -> inEquity(above) ? StatementItem.EQUITY_PERPETUAL : amongBonds(above) ? StatementItem.BONDS_PERPETUAL : null;
            case "其他综合收益" -> above.section() == StatementItem.Section.INCOME ? StatementItem.OTHER_COMPREHENSIVE_INCOME_OF_PERIOD : null;
            case "1年以内", "一年以内" -> ageing(above, StatementItem.RECEIVABLES_WITHIN_1_YEAR);
            case "1至2年", "1-2年", "1~2年", "一至二年", "一到二年", "1到2年" -> ageing(above, StatementItem.RECEIVABLES_1_TO_2_YEARS);
            case "2至3年", "2-3年", "2~3年", "二至三年", "二到三年", "2到3年" -> ageing(above, StatementItem.RECEIVABLES_2_TO_3_YEARS);
            case "3年以上", "三年以上" -> ageing(above, StatementItem.RECEIVABLES_OVER_3_YEARS);
            default -> null;
        };
        return meant == null ? NAMES.get(key) : new Match(meant, 0);
    }

    /** Other claims have an ageing, too; these words mean receivables only below them. */
    private static StatementItem ageing(StatementItem above, StatementItem item) {
        return above == StatementItem.ACCOUNTS_RECEIVABLE
                || EnumSet.range(StatementItem.RECEIVABLES_WITHIN_1_YEAR, StatementItem.RECEIVABLES_OVER_3_YEARS).contains(above) ? item : null;
    }

    private static boolean inEquity(StatementItem item) {
        return EnumSet.range(StatementItem.PAID_IN_CAPITAL, StatementItem.EQUITY_PERPETUAL).contains(item);
    }

    private static boolean amongBonds(StatementItem item) {
        return EnumSet.range(StatementItem.BONDS_PAYABLE, StatementItem.BONDS_PERPETUAL).contains(item);
    }

    private static String lower(String label) {
        return Table.narrow(label).toLowerCase(Locale.ROOT);
    }

    /** Length of the longest common subsequence. */
    private static int commonLetters(String one, String other) {
        int[] lengths = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= other.length(); j++) {
                int above = lengths[j];
                lengths[j] = one.charAt(i) == other.charAt(j - 1) ? diagonal + 1 : Math.max(lengths[j], lengths[j - 1]);
                diagonal = above;
            }
        }
        return lengths[other.length()];
    }

    private static Map.Entry<Pattern, String> spelling(String variant, String usual) {
        return Map.entry(Pattern.compile(variant), usual);
    }

    private static Map<String, Match> names() {
        Map<String, Match> names = new HashMap<>();
        for (StatementItem item : StatementItem.values()) {
            for (String name : List.of(item.zh(), item.en(), item.name())) {
                Match before = names.put(canonical(name), new Match(item, 0));
                if (before != null && before.item() != item) {
                    throw new IllegalStateException(name + " names two items");
                }
            }
        }
        for (StatementItem item : StatementItem.values()) {
            List<String> synonyms = item.synonyms();
            for (int i = 0; i < synonyms.size(); i++) {
                Match before = names.putIfAbsent(canonical(synonyms.get(i)), new Match(item, i + 1));
                if (before != null && before.item() != item) {
                    throw new IllegalStateException(synonyms.get(i) + " names two items");
                }
            }
        }
        return names;
    }
}
