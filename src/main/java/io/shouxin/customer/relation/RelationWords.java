package io.shouxin.customer.relation;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.RelationKind;
import io.shouxin.customer.file.Table;
import java.util.Locale;
import java.util.Map;

/** Kinds of relations and their details as people write them; a code stands for itself. */
public final class RelationWords {

    private static final Map<String, RelationKind> KINDS = Map.ofEntries(Map.entry("持股", RelationKind.SHAREHOLDING), Map.entry("股权", RelationKind.SHAREHOLDING),
            Map.entry("股东", RelationKind.SHAREHOLDING), Map.entry("表决权", RelationKind.VOTING_CONTROL), Map.entry("关键人员", RelationKind.KEY_PERSON),
            Map.entry("任职", RelationKind.KEY_PERSON), Map.entry("亲属", RelationKind.RELATIVE), Map.entry("经济依存", RelationKind.ECONOMIC_DEPENDENCE),
            Map.entry("担保", RelationKind.GUARANTEE), Map.entry("保证", RelationKind.GUARANTEE));
    private static final Map<String, String> DETAILS = Map.ofEntries(Map.entry("法定代表人", "LEGAL_REPRESENTATIVE"), Map.entry("董事", "DIRECTOR"),
            Map.entry("高管", "EXECUTIVE"), Map.entry("总经理", "EXECUTIVE"), Map.entry("高级管理人员", "EXECUTIVE"), Map.entry("实际控制人", "ACTUAL_CONTROLLER"),
            Map.entry("配偶", "SPOUSE"), Map.entry("直系", "DIRECT_LINE"), Map.entry("旁系", "COLLATERAL"), Map.entry("销售", "SALES"),
            Map.entry("采购", "PURCHASES"), Map.entry("还款来源", "REPAYMENT"));
    private static final Map<String, CustomerKind> PARTIES = Map.of("企业", CustomerKind.ENTERPRISE, "个人", CustomerKind.INDIVIDUAL, "自然人",
            CustomerKind.INDIVIDUAL);

    private RelationWords() {
    }

    /** Null for a word nobody knows. */
    public static RelationKind kind(String written) {
        return known(RelationKind.class, KINDS, written);
    }

    public static CustomerKind party(String written) {
        return known(CustomerKind.class, PARTIES, written);
    }

    /** Free text stays as it is, e.g. the number of a contract. */
    public static String detail(RelationKind kind, String written) {
        return written == null || kind == RelationKind.GUARANTEE ? written
                : DETAILS.getOrDefault(Table.narrow(written), Table.narrow(written).toUpperCase(Locale.ROOT));
    }

    private static <T extends Enum<T>> T known(Class<T> type, Map<String, T> words, String written) {
        if (written == null) {
            return null;
        }
        String word = Table.narrow(written);
        try {
            return words.containsKey(word) ? words.get(word) : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
