package io.shouxin.customer.relation;

import io.shouxin.customer.file.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of relations, by the headers people give them. */
public enum RelationColumn {
    KIND("关系类型", "关系", "类型", "kind"),
    FROM("甲方编号", "from"),
    FROM_NAME("甲方名称", "甲方", "股东名称", "担保人", "from name"),
    FROM_IDENTIFIER("甲方证件号码", "甲方统一社会信用代码", "from identifier"),
    FROM_KIND("甲方类别", "from kind"),
    TO("乙方编号", "to"),
    TO_NAME("乙方名称", "乙方", "被投资企业", "被担保人", "to name"),
    TO_IDENTIFIER("乙方证件号码", "乙方统一社会信用代码", "to identifier"),
    TO_KIND("乙方类别", "to kind"),
    PERCENT("比例", "比例(%)", "持股比例", "percent"),
    DETAIL("说明项", "职务", "亲属关系", "依存方面", "合同编号", "detail"),
    GENERATIONS("代数", "generations"),
    AMOUNT("金额", "担保金额", "amount"),
    CURRENCY("币种", "currency"),
    VALID_FROM("起始日", "生效日", "起始日期", "valid from"),
    VALID_TO("终止日", "到期日", "终止日期", "valid to"),
    SOURCE("来源", "source"),
    EVIDENCE("依据", "佐证", "evidence");

    /** Without these a row tells no relation. */
    public static final List<RelationColumn> REQUIRED = List.of(KIND, VALID_FROM, SOURCE, EVIDENCE);

    private final List<String> headers;

    RelationColumn(String... headers) {
        this.headers = Arrays.stream(headers).map(RelationColumn::plain).toList();
    }

    /** How a template names it. */
    public String zh() {
        return headers.get(0);
    }

    public static Optional<RelationColumn> find(String header) {
        String name = plain(header);
        return Arrays.stream(values()).filter(column -> column.headers.contains(name)).findFirst();
    }

    private static String plain(String header) {
        return Table.narrow(header).toLowerCase(Locale.ROOT).replace("*", "");
    }
}
