package io.shouxin.customer;

import static io.shouxin.customer.StatementItem.Section.BALANCE_SHEET;
import static io.shouxin.customer.StatementItem.Section.CASH_FLOW;
import static io.shouxin.customer.StatementItem.Section.INCOME;
import static io.shouxin.customer.StatementItem.Section.NOTES;

import java.util.List;

/**
 * The lines of the financial statements of a general enterprise (一般企业财务报表格式, 财会〔2019〕6号, Ministry of Finance), with the names
 * of older formats and of the Accounting Standards for Small Enterprises (小企业会计准则) as synonyms, lines that only those have, and
 * what a bank asks for beside the three statements. Costs and outflows are entered as positive amounts.
 */
public enum StatementItem {
    CASH(BALANCE_SHEET, "货币资金", "Cash and bank balances", "现金及银行存款"),
    TRADING_FINANCIAL_ASSETS(BALANCE_SHEET, "交易性金融资产", "Trading financial assets", "短期投资", "以公允价值计量且其变动计入当期损益的金融资产"),
    DERIVATIVE_FINANCIAL_ASSETS(BALANCE_SHEET, "衍生金融资产", "Derivative financial assets"),
    NOTES_RECEIVABLE(BALANCE_SHEET, "应收票据", "Notes receivable"),
    ACCOUNTS_RECEIVABLE(BALANCE_SHEET, "应收账款", "Accounts receivable", "应收账款净额", "应收票据及应收账款"),
    RECEIVABLES_FINANCING(BALANCE_SHEET, "应收款项融资", "Receivables financing"),
    PREPAYMENTS(BALANCE_SHEET, "预付款项", "Prepayments", "预付账款"),
    INTEREST_RECEIVABLE(BALANCE_SHEET, "应收利息", "Interest receivable"),
    DIVIDENDS_RECEIVABLE(BALANCE_SHEET, "应收股利", "Dividends receivable", "应收利润"),
    OTHER_RECEIVABLES(BALANCE_SHEET, "其他应收款", "Other receivables", "其他应收款净额"),
    INVENTORY(BALANCE_SHEET, "存货", "Inventories", "存货净额"),
    CONTRACT_ASSETS(BALANCE_SHEET, "合同资产", "Contract assets"),
    ASSETS_HELD_FOR_SALE(BALANCE_SHEET, "持有待售资产", "Assets held for sale", "划分为持有待售的资产"),
    DEFERRED_EXPENSES(BALANCE_SHEET, "待摊费用", "Deferred expenses"),
    NON_CURRENT_ASSETS_DUE_WITHIN_YEAR(BALANCE_SHEET, "一年内到期的非流动资产", "Non-current assets due within one year", "1年内到期的非流动资产"),
    OTHER_CURRENT_ASSETS(BALANCE_SHEET, "其他流动资产", "Other current assets"),
    TOTAL_CURRENT_ASSETS(BALANCE_SHEET, "流动资产合计", "Total current assets", "流动资产总计", "流动资产总额"),
    DEBT_INVESTMENTS(BALANCE_SHEET, "债权投资", "Debt investments", "持有至到期投资", "长期债券投资", "长期债权投资"),
    OTHER_DEBT_INVESTMENTS(BALANCE_SHEET, "其他债权投资", "Other debt investments"),
    AVAILABLE_FOR_SALE_FINANCIAL_ASSETS(BALANCE_SHEET, "可供出售金融资产", "Available-for-sale financial assets"),
    LONG_TERM_RECEIVABLES(BALANCE_SHEET, "长期应收款", "Long-term receivables"),
    LONG_TERM_EQUITY_INVESTMENTS(BALANCE_SHEET, "长期股权投资", "Long-term equity investments", "长期投资"),
    OTHER_EQUITY_INVESTMENTS(BALANCE_SHEET, "其他权益工具投资", "Other equity investments"),
    OTHER_NON_CURRENT_FINANCIAL_ASSETS(BALANCE_SHEET, "其他非流动金融资产", "Other non-current financial assets"),
    INVESTMENT_PROPERTY(BALANCE_SHEET, "投资性房地产", "Investment property"),
    FIXED_ASSETS(BALANCE_SHEET, "固定资产", "Fixed assets", "固定资产净额", "固定资产净值", "固定资产账面价值", "固定资产合计"),
    CONSTRUCTION_IN_PROGRESS(BALANCE_SHEET, "在建工程", "Construction in progress"),
    CONSTRUCTION_MATERIALS(BALANCE_SHEET, "工程物资", "Construction materials"),
    DISPOSAL_OF_FIXED_ASSETS(BALANCE_SHEET, "固定资产清理", "Fixed assets under disposal"),
    BIOLOGICAL_ASSETS(BALANCE_SHEET, "生产性生物资产", "Productive biological assets"),
    OIL_AND_GAS_ASSETS(BALANCE_SHEET, "油气资产", "Oil and gas assets"),
    RIGHT_OF_USE_ASSETS(BALANCE_SHEET, "使用权资产", "Right-of-use assets"),
    INTANGIBLE_ASSETS(BALANCE_SHEET, "无形资产", "Intangible assets"),
    DEVELOPMENT_EXPENDITURE(BALANCE_SHEET, "开发支出", "Development expenditure"),
    GOODWILL(BALANCE_SHEET, "商誉", "Goodwill", "合并价差"),
    LONG_TERM_DEFERRED_EXPENSES(BALANCE_SHEET, "长期待摊费用", "Long-term deferred expenses", "递延资产"),
    DEFERRED_TAX_ASSETS(BALANCE_SHEET, "递延所得税资产", "Deferred tax assets"),
    OTHER_NON_CURRENT_ASSETS(BALANCE_SHEET, "其他非流动资产", "Other non-current assets", "其他长期资产"),
    TOTAL_NON_CURRENT_ASSETS(BALANCE_SHEET, "非流动资产合计", "Total non-current assets", "非流动资产总计", "长期资产合计"),
    TOTAL_ASSETS(BALANCE_SHEET, "资产总计", "Total assets", "资产合计", "资产总额", "总资产"),
    SHORT_TERM_BORROWINGS(BALANCE_SHEET, "短期借款", "Short-term borrowings"),
    TRADING_FINANCIAL_LIABILITIES(BALANCE_SHEET, "交易性金融负债", "Trading financial liabilities", "以公允价值计量且其变动计入当期损益的金融负债"),
    DERIVATIVE_FINANCIAL_LIABILITIES(BALANCE_SHEET, "衍生金融负债", "Derivative financial liabilities"),
    NOTES_PAYABLE(BALANCE_SHEET, "应付票据", "Notes payable"),
    ACCOUNTS_PAYABLE(BALANCE_SHEET, "应付账款", "Accounts payable", "应付票据及应付账款"),
    ADVANCES_FROM_CUSTOMERS(BALANCE_SHEET, "预收款项", "Advances from customers", "预收账款"),
    CONTRACT_LIABILITIES(BALANCE_SHEET, "合同负债", "Contract liabilities"),
    EMPLOYEE_BENEFITS_PAYABLE(BALANCE_SHEET, "应付职工薪酬", "Employee benefits payable", "应付工资", "应付薪酬"),
    TAXES_PAYABLE(BALANCE_SHEET, "应交税费", "Taxes payable", "应交税金", "应缴税费"),
    INTEREST_PAYABLE(BALANCE_SHEET, "应付利息", "Interest payable"),
    DIVIDENDS_PAYABLE(BALANCE_SHEET, "应付股利", "Dividends payable", "应付利润"),
    OTHER_PAYABLES(BALANCE_SHEET, "其他应付款", "Other payables"),
    ACCRUED_EXPENSES(BALANCE_SHEET, "预提费用", "Accrued expenses"),
    LIABILITIES_HELD_FOR_SALE(BALANCE_SHEET, "持有待售负债", "Liabilities held for sale", "划分为持有待售的负债"),
    NON_CURRENT_LIABILITIES_DUE_WITHIN_YEAR(BALANCE_SHEET, "一年内到期的非流动负债", "Non-current liabilities due within one year",
            "一年内到期的长期负债", "一年内到期的长期借款", "1年内到期的非流动负债"),
    OTHER_CURRENT_LIABILITIES(BALANCE_SHEET, "其他流动负债", "Other current liabilities"),
    TOTAL_CURRENT_LIABILITIES(BALANCE_SHEET, "流动负债合计", "Total current liabilities", "流动负债总计", "流动负债总额"),
    LONG_TERM_BORROWINGS(BALANCE_SHEET, "长期借款", "Long-term borrowings"),
    BONDS_PAYABLE(BALANCE_SHEET, "应付债券", "Bonds payable"),
    BONDS_PREFERRED_SHARES(BALANCE_SHEET, "应付债券中的优先股", "of which preferred shares among bonds", "应付债券：优先股"),
    BONDS_PERPETUAL(BALANCE_SHEET, "应付债券中的永续债", "of which perpetual bonds among bonds", "应付债券：永续债"),
    LEASE_LIABILITIES(BALANCE_SHEET, "租赁负债", "Lease liabilities"),
    LONG_TERM_PAYABLES(BALANCE_SHEET, "长期应付款", "Long-term payables"),
    SPECIAL_PAYABLES(BALANCE_SHEET, "专项应付款", "Special payables"),
    LONG_TERM_EMPLOYEE_BENEFITS(BALANCE_SHEET, "长期应付职工薪酬", "Long-term employee benefits payable"),
    PROVISIONS(BALANCE_SHEET, "预计负债", "Provisions"),
    DEFERRED_INCOME(BALANCE_SHEET, "递延收益", "Deferred income"),
    DEFERRED_TAX_LIABILITIES(BALANCE_SHEET, "递延所得税负债", "Deferred tax liabilities"),
    OTHER_NON_CURRENT_LIABILITIES(BALANCE_SHEET, "其他非流动负债", "Other non-current liabilities", "其他长期负债"),
    TOTAL_NON_CURRENT_LIABILITIES(BALANCE_SHEET, "非流动负债合计", "Total non-current liabilities", "非流动负债总计", "长期负债合计"),
    TOTAL_LIABILITIES(BALANCE_SHEET, "负债合计", "Total liabilities", "负债总计", "负债总额", "总负债"),
    PAID_IN_CAPITAL(BALANCE_SHEET, "实收资本", "Paid-in capital", "股本", "实收资本(或股本)", "实收资本净额"),
    OTHER_EQUITY_INSTRUMENTS(BALANCE_SHEET, "其他权益工具", "Other equity instruments"),
    EQUITY_PREFERRED_SHARES(BALANCE_SHEET, "其他权益工具中的优先股", "of which preferred shares in equity", "其他权益工具：优先股"),
    EQUITY_PERPETUAL(BALANCE_SHEET, "其他权益工具中的永续债", "of which perpetual bonds in equity", "其他权益工具：永续债"),
    CAPITAL_RESERVE(BALANCE_SHEET, "资本公积", "Capital reserve", "资本公积金"),
    TREASURY_SHARES(BALANCE_SHEET, "库存股", "Treasury shares (deducted)"),
    OTHER_COMPREHENSIVE_INCOME(BALANCE_SHEET, "其他综合收益", "Accumulated other comprehensive income", "外币报表折算差额"),
    SPECIAL_RESERVE(BALANCE_SHEET, "专项储备", "Special reserve"),
    SURPLUS_RESERVE(BALANCE_SHEET, "盈余公积", "Surplus reserve", "盈余公积金"),
    UNDISTRIBUTED_PROFIT(BALANCE_SHEET, "未分配利润", "Undistributed profit"),
    EQUITY_OF_PARENT(BALANCE_SHEET, "归属于母公司所有者权益合计", "Equity attributable to the parent", "归属于母公司股东权益合计", "归属于母公司所有者权益",
            "归属于母公司的所有者权益合计", "归母净资产"),
    MINORITY_INTERESTS(BALANCE_SHEET, "少数股东权益", "Minority interests"),
    TOTAL_EQUITY(BALANCE_SHEET, "所有者权益合计", "Total equity", "股东权益合计", "所有者权益(或股东权益)合计", "所有者权益总计", "净资产", "权益合计", "所有者权益"),
    TOTAL_LIABILITIES_AND_EQUITY(BALANCE_SHEET, "负债和所有者权益总计", "Total liabilities and equity", "负债和所有者权益合计", "负债和股东权益总计", "负债和股东权益合计",
            "负债和所有者权益(或股东权益)总计"),

    REVENUE(INCOME, "营业收入", "Revenue", "营业总收入", "主营业务收入", "销售收入", "产品销售收入"),
    COST_OF_SALES(INCOME, "营业成本", "Cost of sales", "主营业务成本", "销售成本", "产品销售成本"),
    TAXES_AND_SURCHARGES(INCOME, "税金及附加", "Taxes and surcharges", "营业税金及附加", "主营业务税金及附加"),
    SELLING_EXPENSES(INCOME, "销售费用", "Selling expenses", "营业费用"),
    ADMINISTRATIVE_EXPENSES(INCOME, "管理费用", "Administrative expenses"),
    RESEARCH_EXPENSES(INCOME, "研发费用", "Research and development expenses", "研究费用"),
    FINANCE_EXPENSES(INCOME, "财务费用", "Finance expenses"),
    INTEREST_EXPENSES(INCOME, "利息费用", "of which interest expenses", "利息支出"),
    INTEREST_INCOME(INCOME, "利息收入", "of which interest income"),
    OTHER_INCOME(INCOME, "其他收益", "Other income"),
    INVESTMENT_INCOME(INCOME, "投资收益", "Investment income", "投资净收益"),
    INCOME_FROM_ASSOCIATES(INCOME, "对联营企业和合营企业的投资收益", "of which from associates and joint ventures"),
    GAINS_ON_DERECOGNITION(INCOME, "以摊余成本计量的金融资产终止确认收益", "of which from derecognition at amortised cost"),
    NET_HEDGE_GAINS(INCOME, "净敞口套期收益", "Gains from net exposure hedging"),
    FAIR_VALUE_GAINS(INCOME, "公允价值变动收益", "Gains from changes in fair value", "公允价值变动损益", "公允价值变动净收益"),
    CREDIT_IMPAIRMENT(INCOME, "信用减值损失", "Credit impairment losses"),
    ASSET_IMPAIRMENT(INCOME, "资产减值损失", "Asset impairment losses"),
    ASSET_DISPOSAL_GAINS(INCOME, "资产处置收益", "Gains from asset disposal", "资产处置损益"),
    OPERATING_PROFIT(INCOME, "营业利润", "Operating profit"),
    NON_OPERATING_INCOME(INCOME, "营业外收入", "Non-operating income"),
    NON_OPERATING_EXPENSES(INCOME, "营业外支出", "Non-operating expenses"),
    TOTAL_PROFIT(INCOME, "利润总额", "Total profit", "税前利润"),
    INCOME_TAX(INCOME, "所得税费用", "Income tax", "所得税"),
    NET_PROFIT(INCOME, "净利润", "Net profit", "税后利润"),
    PROFIT_FROM_CONTINUING_OPERATIONS(INCOME, "持续经营净利润", "of which from continuing operations"),
    PROFIT_FROM_DISCONTINUED_OPERATIONS(INCOME, "终止经营净利润", "of which from discontinued operations"),
    PROFIT_OF_PARENT(INCOME, "归属于母公司所有者的净利润", "of which attributable to the parent", "归属于母公司股东的净利润", "归母净利润"),
    PROFIT_OF_MINORITY(INCOME, "少数股东损益", "of which attributable to minority interests"),
    OTHER_COMPREHENSIVE_INCOME_OF_PERIOD(INCOME, "其他综合收益的税后净额", "Other comprehensive income of the period, after tax"),
    OCI_NOT_RECLASSIFIED(INCOME, "不能重分类进损益的其他综合收益", "not to be reclassified to profit", "以后不能重分类进损益的其他综合收益"),
    OCI_DEFINED_BENEFIT(INCOME, "重新计量设定受益计划变动额", "remeasurement of defined benefit plans"),
    OCI_EQUITY_METHOD_NOT_RECLASSIFIED(INCOME, "权益法下不能转损益的其他综合收益", "under the equity method, not to be reclassified"),
    OCI_OTHER_EQUITY_INVESTMENTS(INCOME, "其他权益工具投资公允价值变动", "fair value of other equity investments"),
    OCI_OWN_CREDIT_RISK(INCOME, "企业自身信用风险公允价值变动", "fair value from own credit risk"),
    OCI_RECLASSIFIED(INCOME, "将重分类进损益的其他综合收益", "to be reclassified to profit", "以后将重分类进损益的其他综合收益"),
    OCI_EQUITY_METHOD(INCOME, "权益法下可转损益的其他综合收益", "under the equity method, to be reclassified"),
    OCI_OTHER_DEBT_INVESTMENTS(INCOME, "其他债权投资公允价值变动", "fair value of other debt investments", "可供出售金融资产公允价值变动损益"),
    OCI_RECLASSIFIED_FINANCIAL_ASSETS(INCOME, "金融资产重分类计入其他综合收益的金额", "reclassified financial assets"),
    OCI_CREDIT_IMPAIRMENT(INCOME, "其他债权投资信用减值准备", "credit impairment of other debt investments"),
    OCI_CASH_FLOW_HEDGES(INCOME, "现金流量套期储备", "cash flow hedges", "现金流量套期损益的有效部分"),
    OCI_CURRENCY_TRANSLATION(INCOME, "外币财务报表折算差额", "currency translation"),
    TOTAL_COMPREHENSIVE_INCOME(INCOME, "综合收益总额", "Total comprehensive income"),
    COMPREHENSIVE_INCOME_OF_PARENT(INCOME, "归属于母公司所有者的综合收益总额", "of which attributable to the parent (comprehensive)",
            "归属于母公司股东的综合收益总额"),
    COMPREHENSIVE_INCOME_OF_MINORITY(INCOME, "归属于少数股东的综合收益总额", "of which attributable to minority interests (comprehensive)"),

    CASH_FROM_SALES(CASH_FLOW, "销售商品、提供劳务收到的现金", "Cash received from sales", "销售产成品、商品、提供劳务收到的现金"),
    TAX_REFUNDS(CASH_FLOW, "收到的税费返还", "Tax refunds received", "收到税费返还"),
    OTHER_OPERATING_INFLOWS(CASH_FLOW, "收到其他与经营活动有关的现金", "Other operating cash received"),
    OPERATING_INFLOWS(CASH_FLOW, "经营活动现金流入小计", "Operating cash inflows", "经营活动现金流入合计"),
    CASH_FOR_PURCHASES(CASH_FLOW, "购买商品、接受劳务支付的现金", "Cash paid for purchases", "购买原材料、商品、接受劳务支付的现金"),
    CASH_FOR_EMPLOYEES(CASH_FLOW, "支付给职工以及为职工支付的现金", "Cash paid to and for employees", "支付的职工薪酬"),
    TAXES_PAID(CASH_FLOW, "支付的各项税费", "Taxes paid", "支付的税费"),
    OTHER_OPERATING_OUTFLOWS(CASH_FLOW, "支付其他与经营活动有关的现金", "Other operating cash paid"),
    OPERATING_OUTFLOWS(CASH_FLOW, "经营活动现金流出小计", "Operating cash outflows", "经营活动现金流出合计"),
    NET_OPERATING_CASH_FLOW(CASH_FLOW, "经营活动产生的现金流量净额", "Net cash flow from operations", "经营活动现金流量净额", "经营活动现金净流量", "经营现金净流量"),
    CASH_FROM_INVESTMENTS(CASH_FLOW, "收回投资收到的现金", "Cash received from withdrawn investments", "收回短期投资、长期债券投资和长期股权投资收到的现金"),
    CASH_FROM_INVESTMENT_INCOME(CASH_FLOW, "取得投资收益收到的现金", "Cash received from investment income"),
    CASH_FROM_ASSET_DISPOSAL(CASH_FLOW, "处置固定资产、无形资产和其他长期资产收回的现金净额", "Net cash from disposal of long-term assets",
            "处置固定资产、无形资产和其他非流动资产收回的现金净额"),
    CASH_FROM_SUBSIDIARY_DISPOSAL(CASH_FLOW, "处置子公司及其他营业单位收到的现金净额", "Net cash from disposal of subsidiaries"),
    OTHER_INVESTING_INFLOWS(CASH_FLOW, "收到其他与投资活动有关的现金", "Other investing cash received"),
    INVESTING_INFLOWS(CASH_FLOW, "投资活动现金流入小计", "Investing cash inflows", "投资活动现金流入合计"),
    CAPITAL_EXPENDITURE(CASH_FLOW, "购建固定资产、无形资产和其他长期资产支付的现金", "Capital expenditure", "购建固定资产、无形资产和其他非流动资产支付的现金"),
    CASH_FOR_INVESTMENTS(CASH_FLOW, "投资支付的现金", "Cash paid for investments", "短期投资、长期债券投资和长期股权投资支付的现金"),
    CASH_FOR_SUBSIDIARIES(CASH_FLOW, "取得子公司及其他营业单位支付的现金净额", "Net cash paid for subsidiaries"),
    OTHER_INVESTING_OUTFLOWS(CASH_FLOW, "支付其他与投资活动有关的现金", "Other investing cash paid"),
    INVESTING_OUTFLOWS(CASH_FLOW, "投资活动现金流出小计", "Investing cash outflows", "投资活动现金流出合计"),
    NET_INVESTING_CASH_FLOW(CASH_FLOW, "投资活动产生的现金流量净额", "Net cash flow from investing", "投资活动现金流量净额", "投资活动现金净流量"),
    CASH_FROM_CAPITAL(CASH_FLOW, "吸收投资收到的现金", "Cash received from capital contributions", "吸收投资者投资收到的现金"),
    CASH_FROM_MINORITY(CASH_FLOW, "子公司吸收少数股东投资收到的现金", "of which from minority shareholders"),
    CASH_FROM_BORROWINGS(CASH_FLOW, "取得借款收到的现金", "Cash received from borrowings", "借款收到的现金"),
    CASH_FROM_BONDS(CASH_FLOW, "发行债券收到的现金", "Cash received from bonds issued"),
    OTHER_FINANCING_INFLOWS(CASH_FLOW, "收到其他与筹资活动有关的现金", "Other financing cash received"),
    FINANCING_INFLOWS(CASH_FLOW, "筹资活动现金流入小计", "Financing cash inflows", "筹资活动现金流入合计"),
    CASH_FOR_DEBT_REPAYMENT(CASH_FLOW, "偿还债务支付的现金", "Cash paid to repay debt", "偿还借款本金支付的现金", "偿还借款支付的现金"),
    CASH_FOR_DIVIDENDS_AND_INTEREST(CASH_FLOW, "分配股利、利润或偿付利息支付的现金", "Cash paid for dividends, profit and interest",
            "分配股利、利润和偿付利息支付的现金"),
    CASH_FOR_INTEREST(CASH_FLOW, "偿付利息支付的现金", "of which interest", "偿还借款利息支付的现金"),
    CASH_FOR_PROFIT_DISTRIBUTION(CASH_FLOW, "分配利润支付的现金", "of which distributed profit", "分配股利、利润支付的现金"),
    CASH_TO_MINORITY(CASH_FLOW, "子公司支付给少数股东的股利、利润", "of which to minority shareholders"),
    OTHER_FINANCING_OUTFLOWS(CASH_FLOW, "支付其他与筹资活动有关的现金", "Other financing cash paid"),
    FINANCING_OUTFLOWS(CASH_FLOW, "筹资活动现金流出小计", "Financing cash outflows", "筹资活动现金流出合计"),
    NET_FINANCING_CASH_FLOW(CASH_FLOW, "筹资活动产生的现金流量净额", "Net cash flow from financing", "筹资活动现金流量净额", "筹资活动现金净流量"),
    EXCHANGE_RATE_EFFECT(CASH_FLOW, "汇率变动对现金及现金等价物的影响", "Effect of exchange rates on cash", "汇率变动对现金的影响", "汇率变动对现金的影响额"),
    NET_CASH_INCREASE(CASH_FLOW, "现金及现金等价物净增加额", "Net increase in cash", "现金净增加额"),
    CASH_AT_BEGINNING(CASH_FLOW, "期初现金及现金等价物余额", "Cash at beginning of period", "期初现金余额"),
    CASH_AT_END(CASH_FLOW, "期末现金及现金等价物余额", "Cash at end of period", "期末现金余额"),
    DEPRECIATION(CASH_FLOW, "固定资产折旧、油气资产折耗、生产性生物资产折旧", "Depreciation of fixed, oil and gas, and biological assets", "固定资产折旧",
            "固定资产折旧、油气资产折耗、生产性生物资产折耗", "固定资产和投资性房地产折旧", "计提的固定资产折旧"),
    DEPRECIATION_OF_RIGHT_OF_USE(CASH_FLOW, "使用权资产折旧", "Depreciation of right-of-use assets", "使用权资产摊销"),
    AMORTISATION_OF_INTANGIBLES(CASH_FLOW, "无形资产摊销", "Amortisation of intangible assets"),
    AMORTISATION_OF_DEFERRED_EXPENSES(CASH_FLOW, "长期待摊费用摊销", "Amortisation of long-term deferred expenses"),

    RESTRICTED_CASH(NOTES, "受限资金", "Restricted cash", "受限货币资金", "使用受限的货币资金", "受限制的货币资金", "受到限制的货币资金", "所有权或使用权受限的货币资金", "其中受限资金"),
    RECEIVABLES_WITHIN_1_YEAR(NOTES, "应收账款账龄1年以内", "Receivables aged within 1 year", "应收账款1年以内"),
    RECEIVABLES_1_TO_2_YEARS(NOTES, "应收账款账龄1至2年", "Receivables aged 1 to 2 years", "应收账款1至2年"),
    RECEIVABLES_2_TO_3_YEARS(NOTES, "应收账款账龄2至3年", "Receivables aged 2 to 3 years", "应收账款2至3年"),
    RECEIVABLES_OVER_3_YEARS(NOTES, "应收账款账龄3年以上", "Receivables aged over 3 years", "应收账款3年以上"),
    GUARANTEES_GIVEN(NOTES, "对外担保余额", "Guarantees given, off balance", "对外担保", "对外担保金额", "对外担保总额", "表外担保");

    /** Where a line stands: one of the three statements, or the notes. */
    public enum Section {
        /** 资产负债表. */
        BALANCE_SHEET,
        /** 利润表. */
        INCOME,
        /** 现金流量表, depreciation and amortisation of its supplementary schedule included. */
        CASH_FLOW,
        /** 附注: what a bank needs to know beside the three statements. */
        NOTES
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

    /** Other Chinese names the line has in older or simplified formats; the first that stands in a file counts. */
    public List<String> synonyms() {
        return synonyms;
    }
}
