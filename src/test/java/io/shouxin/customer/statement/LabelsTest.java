package io.shouxin.customer.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.StatementItem;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as firms write them: the 2019 format, older ones, the small enterprises' standards, and their clerks' spelling. */
class LabelsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "其中：应收票据|NOTES_RECEIVABLE", "减：库存股|TREASURY_SHARES", "加：其他收益|OTHER_INCOME", "加:营业外收入|NON_OPERATING_INCOME",
        "（一）持续经营净利润（净亏损以“－”号填列）|PROFIT_FROM_CONTINUING_OPERATIONS", "1.归属于母公司所有者的净利润|PROFIT_OF_PARENT",
        "①货币资金|CASH", "应收帐款|ACCOUNTS_RECEIVABLE", "预付帐款|PREPAYMENTS", "其它应收款|OTHER_RECEIVABLES", "　　衍生金融资产|DERIVATIVE_FINANCIAL_ASSETS",
        "一年内到期的非流动资产|NON_CURRENT_ASSETS_DUE_WITHIN_YEAR", "1年内到期的非流动负债|NON_CURRENT_LIABILITIES_DUE_WITHIN_YEAR",
        "实收资本（或股本）|PAID_IN_CAPITAL", "股本|PAID_IN_CAPITAL", "所有者权益（或股东权益）合计|TOTAL_EQUITY", "负债及股东权益总计|TOTAL_LIABILITIES_AND_EQUITY",
        "归属于母公司股东权益合计|EQUITY_OF_PARENT", "净敞口套期收益（损失以“-”号填列）|NET_HEDGE_GAINS", "利息收入|INTEREST_INCOME",
        "六、其他综合收益的税后净额|OTHER_COMPREHENSIVE_INCOME_OF_PERIOD", "七、综合收益总额|TOTAL_COMPREHENSIVE_INCOME",
        "收到的其他与经营活动有关的现金|OTHER_OPERATING_INFLOWS", "支付的其他与筹资活动有关的现金|OTHER_FINANCING_OUTFLOWS",
        "购建固定资产、无形资产和其他长期资产所支付的现金|CAPITAL_EXPENDITURE", "支付给职工及为职工支付的现金|CASH_FOR_EMPLOYEES",
        "分配股利、利润和偿付利息所支付的现金|CASH_FOR_DIVIDENDS_AND_INTEREST", "取得借款所收到的现金|CASH_FROM_BORROWINGS",
        "销售产成品、商品、提供劳务收到的现金|CASH_FROM_SALES", "偿还借款本金支付的现金|CASH_FOR_DEBT_REPAYMENT", "偿还借款利息支付的现金|CASH_FOR_INTEREST",
        "加：期初现金及现金等价物余额|CASH_AT_BEGINNING", "短期投资|TRADING_FINANCIAL_ASSETS", "长期债券投资|DEBT_INVESTMENTS", "应付利润|DIVIDENDS_PAYABLE",
        "持有至到期投资|DEBT_INVESTMENTS", "应交税金|TAXES_PAYABLE", "固定资产账面价值|FIXED_ASSETS", "固定资产折旧|DEPRECIATION",
        "受限货币资金|RESTRICTED_CASH", "对外担保|GUARANTEES_GIVEN", "应收账款账龄：1至2年|RECEIVABLES_1_TO_2_YEARS"})
    void recognisesTheLine(String label, StatementItem item) {
        assertThat(Labels.find(label).map(Labels.Match::item)).contains(item);
    }

    @ParameterizedTest
    @CsvSource({"优先股, BONDS_PAYABLE, BONDS_PREFERRED_SHARES", "其中：优先股, OTHER_EQUITY_INSTRUMENTS, EQUITY_PREFERRED_SHARES",
        "永续债, BONDS_PREFERRED_SHARES, BONDS_PERPETUAL", "永续债, EQUITY_PREFERRED_SHARES, EQUITY_PERPETUAL", "优先股, CASH, ",
        "其他综合收益, CAPITAL_RESERVE, OTHER_COMPREHENSIVE_INCOME", "其他综合收益, NET_PROFIT, OTHER_COMPREHENSIVE_INCOME_OF_PERIOD",
        "1年以内（含1年）, ACCOUNTS_RECEIVABLE, RECEIVABLES_WITHIN_1_YEAR", "2-3年, RECEIVABLES_1_TO_2_YEARS, RECEIVABLES_2_TO_3_YEARS",
        "1年以内, OTHER_RECEIVABLES, "})
    void aWordThatMeansTwoThingsIsReadByTheLineAboveIt(String label, StatementItem above, StatementItem item) {
        assertThat(Labels.find(label, above).map(Labels.Match::item)).isEqualTo(Optional.ofNullable(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"存货及合同履约成本大额", "其中：原材料", "流动资产：", "经营活动产生的现金流量：", "基本每股收益", "营业总成本", "神秘项目"})
    void takesNoOtherLineForAnItem(String label) {
        assertThat(Labels.find(label)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"经营活动产生现金流量净额合计, NET_OPERATING_CASH_FLOW", "交易性金融资产净额, TRADING_FINANCIAL_ASSETS", "短期银行借款, SHORT_TERM_BORROWINGS"})
    void suggestsTheNearestItemForAnUnknownLine(String label, StatementItem item) {
        assertThat(Labels.find(label)).isEmpty();
        assertThat(Labels.nearest(label)).contains(item);
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertThat(Labels.nearest("神秘事项")).isEmpty();
    }

    @Test
    void recognisesEachOfItsOwnNames() {
        assertThat(Arrays.stream(StatementItem.values()).filter(item -> Labels.find(item.zh()).filter(match -> match.item() == item).isEmpty())).isEmpty();
    }
}
