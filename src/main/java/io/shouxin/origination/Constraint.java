package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.origination.ConstraintLine.Input;
import io.shouxin.origination.ConstraintLine.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The ways to look at how much may be lent, with the formula as the credit report prints it. */
enum Constraint {
    REQUEST("申请额度合计", "sum of the amounts requested"),
    WORKING_CAPITAL_NEED(
            "上年度销售收入×(1−销售利润率)×(1+预计销售收入年增长率)÷营运资金周转次数−自有资金−现有流动资金贷款−其他渠道资金",
            "last sales × (1 − profit margin) × (1 + expected growth) ÷ working-capital turns − own funds − existing working-capital loans − other funding"),
    DEBT_CAPACITY(
            "[经营活动现金流量净额÷偿债覆盖倍数÷(1÷偿还年限+年利率)−现有有息负债]×等级系数−已有授信敞口",
            "[operating cash flow ÷ coverage ÷ (1 ÷ repayment years + yearly rate) − existing debt] × grade factor − present exposure"),
    INCOME_CAPACITY(
            "(年收入×债务收入比−现有年还本付息额)÷(1÷偿还年限+年利率)×等级系数−已有授信敞口",
            "(yearly income × debt-to-income − present yearly debt service) ÷ (1 ÷ repayment years + yearly rate) × grade factor − present exposure"),
    NET_ASSET_MULTIPLE("净资产×等级净资产倍数−已有授信敞口", "net assets × multiple of the grade − present exposure"),
    INVOICE_SALES("近12个月开票净销售额×开票销售额占比×等级系数−已有授信敞口",
            "net invoiced sales of 12 months × share × grade factor − present exposure"),
    PRODUCT_CAP("各产品申请额与产品上限孰低之和", "sum over facilities of the lesser of request and product cap"),
    CUSTOMER_CAP("单一客户上限−已有授信敞口", "single-customer cap − present exposure"),
    GROUP_HEADROOM("集团可用额度", "what the connected group has left"),
    SECURITY_COVERAGE("Σ[(担保价值−在先债权)×抵质押率]÷要求的担保覆盖率＋不要求担保的申请额",
            "Σ[(value of security − prior claims) × advance rate] ÷ cover required + what is asked for without security"),
    CUSTOMER_CONCENTRATION("资本数据×单一客户集中度上限−该客户已有敞口", "the lender's capital × limit for one customer − his present exposure"),
    GROUP_CONCENTRATION("资本数据×集团集中度上限−该集团已有敞口", "the lender's capital × limit for a connected group − its present exposure"),
    INDUSTRY_CONCENTRATION("资本数据×行业集中度上限−该行业已有敞口", "the lender's capital × limit for an industry − present exposure to it"),
    REGION_CONCENTRATION("资本数据×地区集中度上限−该地区已有敞口", "the lender's capital × limit for a region − present exposure to it"),
    LENDABLE_FUNDS("可贷自有资金×可用比例−全部已授信敞口", "lendable own funds × share that may be used − all present exposure");

    private final String zh;
    private final String en;

    Constraint(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Says what the customer could bear; at least one such must be known before any limit is proposed. */
    boolean measuresCapacity() {
        return this == DEBT_CAPACITY || this == INCOME_CAPACITY || this == NET_ASSET_MULTIPLE || this == INVOICE_SALES;
    }

    ConstraintLine known(BigDecimal amount, Figures figures) {
        Money whole = Money.rounded(amount.max(BigDecimal.ZERO), Money.CNY, RoundingMode.DOWN);
        return new ConstraintLine(name(), State.KNOWN, zh, en, figures.inputs, whole, List.of(), List.of(), false);
    }

    ConstraintLine missing(List<String> facts) {
        return new ConstraintLine(name(), State.MISSING, zh, en, List.of(), null, facts, List.of(), false);
    }

    ConstraintLine notApplicable() {
        return new ConstraintLine(name(), State.NOT_APPLICABLE, zh, en, List.of(), null, List.of(), List.of(), false);
    }

    /** The figures of a formula, gathered in its order. */
    static final class Figures {

        private final List<Input> inputs = new ArrayList<>();

        Figures with(String code, BigDecimal value) {
            BigDecimal shown = value.scale() > 6 ? value.setScale(6, RoundingMode.HALF_UP) : value;
            inputs.add(new Input(code, shown.stripTrailingZeros().toPlainString()));
            return this;
        }
    }
}
