package io.shouxin.customer;

import static io.shouxin.customer.StatementItem.Section.BALANCE_SHEET;
import static io.shouxin.customer.StatementItem.Section.CASH_FLOW;
import static io.shouxin.customer.StatementItem.Section.INCOME;

import java.util.List;

/**
 * The lines of the financial statements of a general enterprise (一般企业财务报表格式, Ministry of Finance, 2019 format,
 * with the older names as synonyms). Costs and outflows are entered as positive amounts.
 */
public enum StatementItem {
    CASH(BALANCE_SHEET, "货币资金", "Cash and bank balances"),
    TRADING_FINANCIAL_ASSETS(BALANCE_SHEET, "交易性金融资产", "Trading financial assets",
            "短期投资", "以公允价值计量且其变动计入当期损益的金融资产"),
    NOTES_RECEIVABLE(BALANCE_SHEET, "应收票据", "Notes receivable"),
    ACCOUNTS_RECEIVABLE(BALANCE_SHEET, "应收账款", "Accounts receivable", "应收帐款", "应收账款净额"),
    RECEIVABLES_FINANCING(BALANCE_SHEET, "应收款项融资", "Receivables financing"),
    PREPAYMENTS(BALANCE_SHEET, "预付款项", "Prepayments", "预付账款", "预付帐款"),
    OTHER_RECEIVABLES(BALANCE_SHEET, "其他应收款", "Other receivables", "其它应收款"),
    INVENTORY(BALANCE_SHEET, "存货", "Inventories", "存货净额"),
    CONTRACT_ASSETS(BALANCE_SHEET, "合同资产", "Contract assets"),
    NON_CURRENT_ASSETS_DUE_WITHIN_YEAR(BALANCE_SHEET, "一年内到期的非流动资产", "Non-current assets due within one year"),
    OTHER_CURRENT_ASSETS(BALANCE_SHEET, "其他流动资产", "Other current assets", "其它流动资产"),
    TOTAL_CURRENT_ASSETS(BALANCE_SHEET, "流动资产合计", "Total current assets", "流动资产总计", "流动资产总额"),
    LONG_TERM_RECEIVABLES(BALANCE_SHEET, "长期应收款", "Long-term receivables"),
    LONG_TERM_EQUITY_INVESTMENTS(BALANCE_SHEET, "长期股权投资", "Long-term equity investments", "长期投资"),
    INVESTMENT_PROPERTY(BALANCE_SHEET, "投资性房地产", "Investment property"),
    FIXED_ASSETS(BALANCE_SHEET, "固定资产", "Fixed assets", "固定资产净额", "固定资产净值", "固定资产账面价值"),
    CONSTRUCTION_IN_PROGRESS(BALANCE_SHEET, "在建工程", "Construction in progress"),
    RIGHT_OF_USE_ASSETS(BALANCE_SHEET, "使用权资产", "Right-of-use assets"),
    INTANGIBLE_ASSETS(BALANCE_SHEET, "无形资产", "Intangible assets"),
    DEVELOPMENT_EXPENDITURE(BALANCE_SHEET, "开发支出", "Development expenditure"),
    GOODWILL(BALANCE_SHEET, "商誉", "Goodwill"),
    LONG_TERM_DEFERRED_EXPENSES(BALANCE_SHEET, "长期待摊费用", "Long-term deferred expenses"),
    DEFERRED_TAX_ASSETS(BALANCE_SHEET, "递延所得税资产", "Deferred tax assets"),
    OTHER_NON_CURRENT_ASSETS(BALANCE_SHEET, "其他非流动资产", "Other non-current assets", "其它非流动资产"),
    TOTAL_NON_CURRENT_ASSETS(BALANCE_SHEET, "非流动资产合计", "Total non-current assets", "非流动资产总计", "长期资产合计"),
    TOTAL_ASSETS(BALANCE_SHEET, "资产总计", "Total assets", "资产合计", "资产总额", "总资产"),
    SHORT_TERM_BORROWINGS(BALANCE_SHEET, "短期借款", "Short-term borrowings"),
    NOTES_PAYABLE(BALANCE_SHEET, "应付票据", "Notes payable"),
    ACCOUNTS_PAYABLE(BALANCE_SHEET, "应付账款", "Accounts payable", "应付帐款"),
    ADVANCES_FROM_CUSTOMERS(BALANCE_SHEET, "预收款项", "Advances from customers", "预收账款", "预收帐款"),
    CONTRACT_LIABILITIES(BALANCE_SHEET, "合同负债", "Contract liabilities"),
    EMPLOYEE_BENEFITS_PAYABLE(BALANCE_SHEET, "应付职工薪酬", "Employee benefits payable", "应付工资"),
    TAXES_PAYABLE(BALANCE_SHEET, "应交税费", "Taxes payable", "应交税金", "应缴税费"),
    OTHER_PAYABLES(BALANCE_SHEET, "其他应付款", "Other payables", "其它应付款"),
    NON_CURRENT_LIABILITIES_DUE_WITHIN_YEAR(BALANCE_SHEET, "一年内到期的非流动负债", "Non-current liabilities due within one year",
            "一年内到期的长期负债", "一年内到期的长期借款"),
    OTHER_CURRENT_LIABILITIES(BALANCE_SHEET, "其他流动负债", "Other current liabilities", "其它流动负债"),
    TOTAL_CURRENT_LIABILITIES(BALANCE_SHEET, "流动负债合计", "Total current liabilities", "流动负债总计", "流动负债总额"),
    LONG_TERM_BORROWINGS(BALANCE_SHEET, "长期借款", "Long-term borrowings"),
    BONDS_PAYABLE(BALANCE_SHEET, "应付债券", "Bonds payable"),
    LEASE_LIABILITIES(BALANCE_SHEET, "租赁负债", "Lease liabilities"),
    LONG_TERM_PAYABLES(BALANCE_SHEET, "长期应付款", "Long-term payables"),
    PROVISIONS(BALANCE_SHEET, "预计负债", "Provisions"),
    DEFERRED_INCOME(BALANCE_SHEET, "递延收益", "Deferred income"),
    DEFERRED_TAX_LIABILITIES(BALANCE_SHEET, "递延所得税负债", "Deferred tax liabilities"),
    OTHER_NON_CURRENT_LIABILITIES(BALANCE_SHEET, "其他非流动负债", "Other non-current liabilities", "其它非流动负债"),
    TOTAL_NON_CURRENT_LIABILITIES(BALANCE_SHEET, "非流动负债合计", "Total non-current liabilities", "非流动负债总计", "长期负债合计"),
    TOTAL_LIABILITIES(BALANCE_SHEET, "负债合计", "Total liabilities", "负债总计", "负债总额", "总负债"),
    PAID_IN_CAPITAL(BALANCE_SHEET, "实收资本", "Paid-in capital", "股本", "实收资本(或股本)"),
    CAPITAL_RESERVE(BALANCE_SHEET, "资本公积", "Capital reserve"),
    OTHER_COMPREHENSIVE_INCOME(BALANCE_SHEET, "其他综合收益", "Accumulated other comprehensive income", "其它综合收益"),
    SURPLUS_RESERVE(BALANCE_SHEET, "盈余公积", "Surplus reserve"),
    UNDISTRIBUTED_PROFIT(BALANCE_SHEET, "未分配利润", "Undistributed profit"),
    MINORITY_INTERESTS(BALANCE_SHEET, "少数股东权益", "Minority interests"),
    TOTAL_EQUITY(BALANCE_SHEET, "所有者权益合计", "Total equity", "股东权益合计", "所有者权益(或股东权益)合计", "所有者权益总计",
            "净资产", "权益合计", "所有者权益"),
    TOTAL_LIABILITIES_AND_EQUITY(BALANCE_SHEET, "负债和所有者权益总计", "Total liabilities and equity", "负债及所有者权益总计",
            "负债和所有者权益合计", "负债及所有者权益合计", "负债和股东权益总计", "负债及股东权益总计",
            "负债和所有者权益(或股东权益)总计"),

    REVENUE(INCOME, "营业收入", "Revenue", "营业总收入", "主营业务收入", "销售收入", "产品销售收入"),
    COST_OF_SALES(INCOME, "营业成本", "Cost of sales", "主营业务成本", "销售成本", "产品销售成本"),
    TAXES_AND_SURCHARGES(INCOME, "税金及附加", "Taxes and surcharges", "营业税金及附加", "主营业务税金及附加"),
    SELLING_EXPENSES(INCOME, "销售费用", "Selling expenses", "营业费用"),
    ADMINISTRATIVE_EXPENSES(INCOME, "管理费用", "Administrative expenses"),
    RESEARCH_EXPENSES(INCOME, "研发费用", "Research and development expenses"),
    FINANCE_EXPENSES(INCOME, "财务费用", "Finance expenses"),
    INTEREST_EXPENSES(INCOME, "利息费用", "of which interest expenses", "利息支出"),
    OTHER_INCOME(INCOME, "其他收益", "Other income", "其它收益"),
    INVESTMENT_INCOME(INCOME, "投资收益", "Investment income", "投资净收益"),
    FAIR_VALUE_GAINS(INCOME, "公允价值变动收益", "Gains from changes in fair value", "公允价值变动损益", "公允价值变动净收益"),
    CREDIT_IMPAIRMENT(INCOME, "信用减值损失", "Credit impairment losses"),
    ASSET_IMPAIRMENT(INCOME, "资产减值损失", "Asset impairment losses"),
    ASSET_DISPOSAL_GAINS(INCOME, "资产处置收益", "Gains from asset disposal"),
    OPERATING_PROFIT(INCOME, "营业利润", "Operating profit"),
    NON_OPERATING_INCOME(INCOME, "营业外收入", "Non-operating income"),
    NON_OPERATING_EXPENSES(INCOME, "营业外支出", "Non-operating expenses"),
    TOTAL_PROFIT(INCOME, "利润总额", "Total profit", "税前利润"),
    INCOME_TAX(INCOME, "所得税费用", "Income tax", "所得税"),
    NET_PROFIT(INCOME, "净利润", "Net profit", "税后利润"),

    CASH_FROM_SALES(CASH_FLOW, "销售商品、提供劳务收到的现金", "Cash received from sales", "销售商品提供劳务收到的现金"),
    OPERATING_INFLOWS(CASH_FLOW, "经营活动现金流入小计", "Operating cash inflows"),
    CASH_FOR_PURCHASES(CASH_FLOW, "购买商品、接受劳务支付的现金", "Cash paid for purchases", "购买商品接受劳务支付的现金"),
    OPERATING_OUTFLOWS(CASH_FLOW, "经营活动现金流出小计", "Operating cash outflows"),
    NET_OPERATING_CASH_FLOW(CASH_FLOW, "经营活动产生的现金流量净额", "Net cash flow from operations", "经营活动现金流量净额",
            "经营活动现金净流量", "经营现金净流量"),
    INVESTING_INFLOWS(CASH_FLOW, "投资活动现金流入小计", "Investing cash inflows"),
    CAPITAL_EXPENDITURE(CASH_FLOW, "购建固定资产、无形资产和其他长期资产支付的现金", "Capital expenditure",
            "购建固定资产、无形资产和其他长期资产所支付的现金"),
    INVESTING_OUTFLOWS(CASH_FLOW, "投资活动现金流出小计", "Investing cash outflows"),
    NET_INVESTING_CASH_FLOW(CASH_FLOW, "投资活动产生的现金流量净额", "Net cash flow from investing", "投资活动现金流量净额", "投资活动现金净流量"),
    FINANCING_INFLOWS(CASH_FLOW, "筹资活动现金流入小计", "Financing cash inflows"),
    FINANCING_OUTFLOWS(CASH_FLOW, "筹资活动现金流出小计", "Financing cash outflows"),
    NET_FINANCING_CASH_FLOW(CASH_FLOW, "筹资活动产生的现金流量净额", "Net cash flow from financing", "筹资活动现金流量净额", "筹资活动现金净流量"),
    EXCHANGE_RATE_EFFECT(CASH_FLOW, "汇率变动对现金及现金等价物的影响", "Effect of exchange rates on cash",
            "汇率变动对现金的影响", "汇率变动对现金的影响额"),
    NET_CASH_INCREASE(CASH_FLOW, "现金及现金等价物净增加额", "Net increase in cash", "现金净增加额"),
    CASH_AT_BEGINNING(CASH_FLOW, "期初现金及现金等价物余额", "Cash at beginning of period", "期初现金余额"),
    CASH_AT_END(CASH_FLOW, "期末现金及现金等价物余额", "Cash at end of period", "期末现金余额"),
    DEPRECIATION(CASH_FLOW, "固定资产折旧", "Depreciation", "固定资产折旧、油气资产折耗、生产性生物资产折旧"),
    AMORTISATION(CASH_FLOW, "无形资产摊销", "Amortisation");

    /** Which of the three statements a line stands in. */
    public enum Section {
        /** 资产负债表. */
        BALANCE_SHEET,
        /** 利润表. */
        INCOME,
        /** 现金流量表. */
        CASH_FLOW
    }

    private final Section section;
    private final String zh;
    private final String en;
    private final List<String> synonyms;

    StatementItem(Section section, String zh, String en, String... synonyms) {
        this.section = section;
        this.zh = zh;
        this.en = en;
        this.synonyms = List.of(synonyms);
    }

    public Section section() {
        return section;
    }

    /** The line's name in the Ministry of Finance's format. */
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Other Chinese names the line has in older or simplified formats. */
    public List<String> synonyms() {
        return synonyms;
    }
}
