package io.shouxin.customer.debt;

import io.shouxin.customer.file.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a debt schedule, by the headers that banks, firms and credit reports give them. */
enum DebtColumn {
    LENDER("lender", "贷款机构", "贷款银行", "贷款行", "金融机构", "融资机构", "机构名称", "授信机构", "债权人", "债权机构", "出借人", "银行", "银行名称", "lender"),
    CONTRACT("contractNumber", "合同编号", "合同号", "借款合同编号", "借款合同号", "贷款合同编号", "贷款合同号", "融资合同编号", "业务编号", "contract number"),
    DRAWDOWN("contractNumber", "借据编号", "借据号", "放款编号", "提款编号", "drawdown number"),
    PRODUCT("product", "业务品种", "业务种类", "业务类型", "贷款品种", "贷款种类", "融资品种", "融资方式", "授信品种", "品种", "product"),
    CURRENCY("currency", "币种", "货币", "currency"),
    CONTRACT_AMOUNT("contractAmount", "合同金额", "借款金额", "贷款金额", "融资金额", "授信金额", "发放金额", "放款金额", "contract amount"),
    BALANCE("balance", "余额", "贷款余额", "借款余额", "融资余额", "期末余额", "当前余额", "未结清余额", "本金余额", "剩余本金", "业务余额", "balance"),
    STARTS("startsOn", "起始日", "起始日期", "开始日期", "发放日", "发放日期", "放款日", "放款日期", "借款日", "借款日期", "开立日期", "起息日", "start date"),
    MATURES("maturesOn", "到期日", "到期日期", "合同到期日", "贷款到期日", "借款到期日", "到期时间", "maturity date"),
    MARGIN("margin", "保证金", "保证金金额", "保证金余额", "margin"),
    SECURED("securedBy", "担保方式", "担保", "担保措施", "担保情况", "security"),
    STATUS("status", "状态", "贷款状态", "借款状态", "业务状态", "账户状态", "还款状态", "结清状态", "status"),
    CLASSIFICATION("classification", "五级分类", "资产分类", "风险分类", "贷款分类", "classification");

    /** Without these a row tells no debt. */
    static final List<DebtColumn> REQUIRED = List.of(LENDER, CONTRACT, BALANCE);

    private final String field;
    private final List<String> headers;

    DebtColumn(String field, String... headers) {
        this.field = field;
        this.headers = Arrays.stream(headers).map(DebtColumn::plain).toList();
    }

    /** Component of a debt line that the column fills. */
    String field() {
        return field;
    }

    /** How a template names it. */
    String zh() {
        return headers.get(0);
    }

    static Optional<DebtColumn> find(String header) {
        String name = plain(header);
        return Arrays.stream(values()).filter(column -> column.headers.contains(name)).findFirst();
    }

    private static String plain(String header) {
        return Table.narrow(header).replace('帐', '账').toLowerCase(Locale.ROOT).replaceAll("\\([^()]*\\)|[*:]", "");
    }
}
