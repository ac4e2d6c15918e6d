package io.shouxin.workflow.decision;

import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The scorecard on statements, version 2026.1, as somebody would write it in Java: a chain of comparisons per characteristic. */
final class PlainScorecard {

    private static final BigDecimal N_0 = new BigDecimal("0");
    private static final BigDecimal N_0_02 = new BigDecimal("0.02");
    private static final BigDecimal N_0_03 = new BigDecimal("0.03");
    private static final BigDecimal N_0_05 = new BigDecimal("0.05");
    private static final BigDecimal N_0_06 = new BigDecimal("0.06");
    private static final BigDecimal N_0_1 = new BigDecimal("0.1");
    private static final BigDecimal N_0_15 = new BigDecimal("0.15");
    private static final BigDecimal N_0_2 = new BigDecimal("0.2");
    private static final BigDecimal N_0_3 = new BigDecimal("0.3");
    private static final BigDecimal N_0_4 = new BigDecimal("0.4");
    private static final BigDecimal N_0_5 = new BigDecimal("0.5");
    private static final BigDecimal N_0_6 = new BigDecimal("0.6");
    private static final BigDecimal N_0_7 = new BigDecimal("0.7");
    private static final BigDecimal N_0_8 = new BigDecimal("0.8");
    private static final BigDecimal N_0_9 = new BigDecimal("0.9");
    private static final BigDecimal N_1 = new BigDecimal("1");
    private static final BigDecimal N_10 = new BigDecimal("10");
    private static final BigDecimal N_120 = new BigDecimal("120");
    private static final BigDecimal N_180 = new BigDecimal("180");
    private static final BigDecimal N_1_2 = new BigDecimal("1.2");
    private static final BigDecimal N_1_5 = new BigDecimal("1.5");
    private static final BigDecimal N_2 = new BigDecimal("2");
    private static final BigDecimal N_2_5 = new BigDecimal("2.5");
    private static final BigDecimal N_3 = new BigDecimal("3");
    private static final BigDecimal N_30 = new BigDecimal("30");
    private static final BigDecimal N_4 = new BigDecimal("4");
    private static final BigDecimal N_45 = new BigDecimal("45");
    private static final BigDecimal N_5 = new BigDecimal("5");
    private static final BigDecimal N_6 = new BigDecimal("6");
    private static final BigDecimal N_60 = new BigDecimal("60");
    private static final BigDecimal N_7 = new BigDecimal("7");
    private static final BigDecimal N_90 = new BigDecimal("90");
    private static final BigDecimal N_MINUS_0_02 = new BigDecimal("-0.02");
    private static final BigDecimal N_MINUS_0_05 = new BigDecimal("-0.05");
    private static final BigDecimal N_MINUS_0_2 = new BigDecimal("-0.2");
    private static final BigDecimal N_MINUS_0_3 = new BigDecimal("-0.3");

    private static final MatchedRow BASE = row("base", "base", "5", "5", "BASE_POINTS");
    private static final MatchedRow ASSETLIABILITYRATIO_1 = row("assetLiabilityRatio_1", "assetLiabilityRatio", "8", "8", "ASSET_LIABILITY_RATIO_STRONG");
    private static final MatchedRow ASSETLIABILITYRATIO_2 = row("assetLiabilityRatio_2", "assetLiabilityRatio", "7", "8", "ASSET_LIABILITY_RATIO_STRONG");
    private static final MatchedRow ASSETLIABILITYRATIO_3 = row("assetLiabilityRatio_3", "assetLiabilityRatio", "5", "8", "ASSET_LIABILITY_RATIO_FAIR");
    private static final MatchedRow ASSETLIABILITYRATIO_4 = row("assetLiabilityRatio_4", "assetLiabilityRatio", "3", "8", "ASSET_LIABILITY_RATIO_FAIR");
    private static final MatchedRow ASSETLIABILITYRATIO_5 = row("assetLiabilityRatio_5", "assetLiabilityRatio", "2", "8", "ASSET_LIABILITY_RATIO_WEAK");
    private static final MatchedRow ASSETLIABILITYRATIO_6 = row("assetLiabilityRatio_6", "assetLiabilityRatio", "1", "8", "ASSET_LIABILITY_RATIO_WEAK");
    private static final MatchedRow ASSETLIABILITYRATIO_7 = row("assetLiabilityRatio_7", "assetLiabilityRatio", "0", "8", "ASSET_LIABILITY_RATIO_WEAK");
    private static final MatchedRow ASSETLIABILITYRATIO_UNDEFINED = row("assetLiabilityRatio_undefined", "assetLiabilityRatio", "0", "8", "ASSET_LIABILITY_RATIO_UNDEFINED");
    private static final MatchedRow CURRENTRATIO_1 = row("currentRatio_1", "currentRatio", "0", "5", "CURRENT_RATIO_WEAK");
    private static final MatchedRow CURRENTRATIO_2 = row("currentRatio_2", "currentRatio", "1", "5", "CURRENT_RATIO_WEAK");
    private static final MatchedRow CURRENTRATIO_3 = row("currentRatio_3", "currentRatio", "2", "5", "CURRENT_RATIO_FAIR");
    private static final MatchedRow CURRENTRATIO_4 = row("currentRatio_4", "currentRatio", "3", "5", "CURRENT_RATIO_FAIR");
    private static final MatchedRow CURRENTRATIO_5 = row("currentRatio_5", "currentRatio", "4", "5", "CURRENT_RATIO_STRONG");
    private static final MatchedRow CURRENTRATIO_6 = row("currentRatio_6", "currentRatio", "5", "5", "CURRENT_RATIO_STRONG");
    private static final MatchedRow CURRENTRATIO_UNDEFINED = row("currentRatio_undefined", "currentRatio", "5", "5", "CURRENT_RATIO_UNDEFINED");
    private static final MatchedRow QUICKRATIO_1 = row("quickRatio_1", "quickRatio", "0", "4", "QUICK_RATIO_WEAK");
    private static final MatchedRow QUICKRATIO_2 = row("quickRatio_2", "quickRatio", "1", "4", "QUICK_RATIO_WEAK");
    private static final MatchedRow QUICKRATIO_3 = row("quickRatio_3", "quickRatio", "2", "4", "QUICK_RATIO_FAIR");
    private static final MatchedRow QUICKRATIO_4 = row("quickRatio_4", "quickRatio", "3", "4", "QUICK_RATIO_STRONG");
    private static final MatchedRow QUICKRATIO_5 = row("quickRatio_5", "quickRatio", "4", "4", "QUICK_RATIO_STRONG");
    private static final MatchedRow QUICKRATIO_UNDEFINED = row("quickRatio_undefined", "quickRatio", "4", "4", "QUICK_RATIO_UNDEFINED");
    private static final MatchedRow INTERESTCOVER_1 = row("interestCover_1", "interestCover", "0", "5", "INTEREST_COVER_WEAK");
    private static final MatchedRow INTERESTCOVER_2 = row("interestCover_2", "interestCover", "1", "5", "INTEREST_COVER_WEAK");
    private static final MatchedRow INTERESTCOVER_3 = row("interestCover_3", "interestCover", "2", "5", "INTEREST_COVER_FAIR");
    private static final MatchedRow INTERESTCOVER_4 = row("interestCover_4", "interestCover", "3", "5", "INTEREST_COVER_FAIR");
    private static final MatchedRow INTERESTCOVER_5 = row("interestCover_5", "interestCover", "4", "5", "INTEREST_COVER_STRONG");
    private static final MatchedRow INTERESTCOVER_6 = row("interestCover_6", "interestCover", "5", "5", "INTEREST_COVER_STRONG");
    private static final MatchedRow INTERESTCOVER_UNDEFINED = row("interestCover_undefined", "interestCover", "4", "5", "INTEREST_COVER_UNDEFINED");
    private static final MatchedRow NETMARGIN_1 = row("netMargin_1", "netMargin", "0", "4", "NET_MARGIN_WEAK");
    private static final MatchedRow NETMARGIN_2 = row("netMargin_2", "netMargin", "1", "4", "NET_MARGIN_WEAK");
    private static final MatchedRow NETMARGIN_3 = row("netMargin_3", "netMargin", "2", "4", "NET_MARGIN_FAIR");
    private static final MatchedRow NETMARGIN_4 = row("netMargin_4", "netMargin", "3", "4", "NET_MARGIN_STRONG");
    private static final MatchedRow NETMARGIN_5 = row("netMargin_5", "netMargin", "4", "4", "NET_MARGIN_STRONG");
    private static final MatchedRow NETMARGIN_UNDEFINED = row("netMargin_undefined", "netMargin", "0", "4", "NET_MARGIN_UNDEFINED");
    private static final MatchedRow ROE_1 = row("roe_1", "roe", "0", "5", "ROE_WEAK");
    private static final MatchedRow ROE_2 = row("roe_2", "roe", "1", "5", "ROE_WEAK");
    private static final MatchedRow ROE_3 = row("roe_3", "roe", "2", "5", "ROE_FAIR");
    private static final MatchedRow ROE_4 = row("roe_4", "roe", "3", "5", "ROE_FAIR");
    private static final MatchedRow ROE_5 = row("roe_5", "roe", "4", "5", "ROE_STRONG");
    private static final MatchedRow ROE_6 = row("roe_6", "roe", "5", "5", "ROE_STRONG");
    private static final MatchedRow ROE_UNDEFINED = row("roe_undefined", "roe", "0", "5", "ROE_UNDEFINED");
    private static final MatchedRow RECEIVABLEDAYS_1 = row("receivableDays_1", "receivableDays", "5", "5", "RECEIVABLE_DAYS_STRONG");
    private static final MatchedRow RECEIVABLEDAYS_2 = row("receivableDays_2", "receivableDays", "4", "5", "RECEIVABLE_DAYS_STRONG");
    private static final MatchedRow RECEIVABLEDAYS_3 = row("receivableDays_3", "receivableDays", "3", "5", "RECEIVABLE_DAYS_FAIR");
    private static final MatchedRow RECEIVABLEDAYS_4 = row("receivableDays_4", "receivableDays", "2", "5", "RECEIVABLE_DAYS_FAIR");
    private static final MatchedRow RECEIVABLEDAYS_5 = row("receivableDays_5", "receivableDays", "1", "5", "RECEIVABLE_DAYS_WEAK");
    private static final MatchedRow RECEIVABLEDAYS_6 = row("receivableDays_6", "receivableDays", "0", "5", "RECEIVABLE_DAYS_WEAK");
    private static final MatchedRow RECEIVABLEDAYS_UNDEFINED = row("receivableDays_undefined", "receivableDays", "0", "5", "RECEIVABLE_DAYS_UNDEFINED");
    private static final MatchedRow INVENTORYDAYS_1 = row("inventoryDays_1", "inventoryDays", "3", "3", "INVENTORY_DAYS_STRONG");
    private static final MatchedRow INVENTORYDAYS_2 = row("inventoryDays_2", "inventoryDays", "2", "3", "INVENTORY_DAYS_STRONG");
    private static final MatchedRow INVENTORYDAYS_3 = row("inventoryDays_3", "inventoryDays", "1", "3", "INVENTORY_DAYS_FAIR");
    private static final MatchedRow INVENTORYDAYS_4 = row("inventoryDays_4", "inventoryDays", "0", "3", "INVENTORY_DAYS_WEAK");
    private static final MatchedRow INVENTORYDAYS_UNDEFINED = row("inventoryDays_undefined", "inventoryDays", "2", "3", "INVENTORY_DAYS_UNDEFINED");
    private static final MatchedRow ASSETTURNOVER_1 = row("assetTurnover_1", "assetTurnover", "0", "3", "ASSET_TURNOVER_WEAK");
    private static final MatchedRow ASSETTURNOVER_2 = row("assetTurnover_2", "assetTurnover", "1", "3", "ASSET_TURNOVER_FAIR");
    private static final MatchedRow ASSETTURNOVER_3 = row("assetTurnover_3", "assetTurnover", "2", "3", "ASSET_TURNOVER_STRONG");
    private static final MatchedRow ASSETTURNOVER_4 = row("assetTurnover_4", "assetTurnover", "3", "3", "ASSET_TURNOVER_STRONG");
    private static final MatchedRow ASSETTURNOVER_UNDEFINED = row("assetTurnover_undefined", "assetTurnover", "0", "3", "ASSET_TURNOVER_UNDEFINED");
    private static final MatchedRow REVENUEGROWTH_1 = row("revenueGrowth_1", "revenueGrowth", "0", "4", "REVENUE_GROWTH_WEAK");
    private static final MatchedRow REVENUEGROWTH_2 = row("revenueGrowth_2", "revenueGrowth", "1", "4", "REVENUE_GROWTH_WEAK");
    private static final MatchedRow REVENUEGROWTH_3 = row("revenueGrowth_3", "revenueGrowth", "2", "4", "REVENUE_GROWTH_FAIR");
    private static final MatchedRow REVENUEGROWTH_4 = row("revenueGrowth_4", "revenueGrowth", "3", "4", "REVENUE_GROWTH_STRONG");
    private static final MatchedRow REVENUEGROWTH_5 = row("revenueGrowth_5", "revenueGrowth", "4", "4", "REVENUE_GROWTH_STRONG");
    private static final MatchedRow REVENUEGROWTH_UNDEFINED = row("revenueGrowth_undefined", "revenueGrowth", "0", "4", "REVENUE_GROWTH_UNDEFINED");
    private static final MatchedRow PROFITGROWTH_1 = row("profitGrowth_1", "profitGrowth", "0", "3", "PROFIT_GROWTH_WEAK");
    private static final MatchedRow PROFITGROWTH_2 = row("profitGrowth_2", "profitGrowth", "1", "3", "PROFIT_GROWTH_FAIR");
    private static final MatchedRow PROFITGROWTH_3 = row("profitGrowth_3", "profitGrowth", "2", "3", "PROFIT_GROWTH_STRONG");
    private static final MatchedRow PROFITGROWTH_4 = row("profitGrowth_4", "profitGrowth", "3", "3", "PROFIT_GROWTH_STRONG");
    private static final MatchedRow PROFITGROWTH_UNDEFINED = row("profitGrowth_undefined", "profitGrowth", "0", "3", "PROFIT_GROWTH_UNDEFINED");
    private static final MatchedRow OCFTOCURRENTLIABILITIES_1 = row("ocfToCurrentLiabilities_1", "ocfToCurrentLiabilities", "0", "6", "OCF_TO_CURRENT_LIABILITIES_WEAK");
    private static final MatchedRow OCFTOCURRENTLIABILITIES_2 = row("ocfToCurrentLiabilities_2", "ocfToCurrentLiabilities", "1", "6", "OCF_TO_CURRENT_LIABILITIES_WEAK");
    private static final MatchedRow OCFTOCURRENTLIABILITIES_3 = row("ocfToCurrentLiabilities_3", "ocfToCurrentLiabilities", "2", "6", "OCF_TO_CURRENT_LIABILITIES_FAIR");
    private static final MatchedRow OCFTOCURRENTLIABILITIES_4 = row("ocfToCurrentLiabilities_4", "ocfToCurrentLiabilities", "4", "6", "OCF_TO_CURRENT_LIABILITIES_STRONG");
    private static final MatchedRow OCFTOCURRENTLIABILITIES_5 = row("ocfToCurrentLiabilities_5", "ocfToCurrentLiabilities", "5", "6", "OCF_TO_CURRENT_LIABILITIES_STRONG");
    private static final MatchedRow OCFTOCURRENTLIABILITIES_6 = row("ocfToCurrentLiabilities_6", "ocfToCurrentLiabilities", "6", "6", "OCF_TO_CURRENT_LIABILITIES_STRONG");
    private static final MatchedRow OCFTOCURRENTLIABILITIES_UNDEFINED = row("ocfToCurrentLiabilities_undefined", "ocfToCurrentLiabilities", "4", "6", "OCF_TO_CURRENT_LIABILITIES_UNDEFINED");
    private static final MatchedRow OCFTONETPROFIT_1 = row("ocfToNetProfit_1", "ocfToNetProfit", "0", "3", "OCF_TO_NET_PROFIT_WEAK");
    private static final MatchedRow OCFTONETPROFIT_2 = row("ocfToNetProfit_2", "ocfToNetProfit", "1", "3", "OCF_TO_NET_PROFIT_FAIR");
    private static final MatchedRow OCFTONETPROFIT_3 = row("ocfToNetProfit_3", "ocfToNetProfit", "2", "3", "OCF_TO_NET_PROFIT_STRONG");
    private static final MatchedRow OCFTONETPROFIT_4 = row("ocfToNetProfit_4", "ocfToNetProfit", "3", "3", "OCF_TO_NET_PROFIT_STRONG");
    private static final MatchedRow OCFTONETPROFIT_UNDEFINED = row("ocfToNetProfit_undefined", "ocfToNetProfit", "0", "3", "OCF_TO_NET_PROFIT_UNDEFINED");
    private static final MatchedRow LEVERAGECHANGE_1 = row("leverageChange_1", "leverageChange", "4", "4", "LEVERAGE_CHANGE_STRONG");
    private static final MatchedRow LEVERAGECHANGE_2 = row("leverageChange_2", "leverageChange", "3", "4", "LEVERAGE_CHANGE_STRONG");
    private static final MatchedRow LEVERAGECHANGE_3 = row("leverageChange_3", "leverageChange", "2", "4", "LEVERAGE_CHANGE_FAIR");
    private static final MatchedRow LEVERAGECHANGE_4 = row("leverageChange_4", "leverageChange", "1", "4", "LEVERAGE_CHANGE_WEAK");
    private static final MatchedRow LEVERAGECHANGE_5 = row("leverageChange_5", "leverageChange", "0", "4", "LEVERAGE_CHANGE_WEAK");
    private static final MatchedRow LEVERAGECHANGE_UNDEFINED = row("leverageChange_undefined", "leverageChange", "0", "4", "LEVERAGE_CHANGE_UNDEFINED");
    private static final MatchedRow OVERDUECOUNT24M_1 = row("overdueCount24m_1", "overdueCount24m", "8", "8", "OVERDUE_COUNT_24M_STRONG");
    private static final MatchedRow OVERDUECOUNT24M_2 = row("overdueCount24m_2", "overdueCount24m", "6", "8", "OVERDUE_COUNT_24M_STRONG");
    private static final MatchedRow OVERDUECOUNT24M_3 = row("overdueCount24m_3", "overdueCount24m", "3", "8", "OVERDUE_COUNT_24M_FAIR");
    private static final MatchedRow OVERDUECOUNT24M_4 = row("overdueCount24m_4", "overdueCount24m", "1", "8", "OVERDUE_COUNT_24M_WEAK");
    private static final MatchedRow OVERDUECOUNT24M_5 = row("overdueCount24m_5", "overdueCount24m", "0", "8", "OVERDUE_COUNT_24M_WEAK");
    private static final MatchedRow QUERIES6M_1 = row("queries6m_1", "queries6m", "4", "4", "QUERIES_6M_STRONG");
    private static final MatchedRow QUERIES6M_2 = row("queries6m_2", "queries6m", "3", "4", "QUERIES_6M_STRONG");
    private static final MatchedRow QUERIES6M_3 = row("queries6m_3", "queries6m", "1", "4", "QUERIES_6M_WEAK");
    private static final MatchedRow QUERIES6M_4 = row("queries6m_4", "queries6m", "0", "4", "QUERIES_6M_WEAK");
    private static final MatchedRow GUARANTEESTOEQUITY_1 = row("guaranteesToEquity_1", "guaranteesToEquity", "3", "3", "GUARANTEES_TO_EQUITY_STRONG");
    private static final MatchedRow GUARANTEESTOEQUITY_2 = row("guaranteesToEquity_2", "guaranteesToEquity", "2", "3", "GUARANTEES_TO_EQUITY_STRONG");
    private static final MatchedRow GUARANTEESTOEQUITY_3 = row("guaranteesToEquity_3", "guaranteesToEquity", "1", "3", "GUARANTEES_TO_EQUITY_FAIR");
    private static final MatchedRow GUARANTEESTOEQUITY_4 = row("guaranteesToEquity_4", "guaranteesToEquity", "0", "3", "GUARANTEES_TO_EQUITY_WEAK");
    private static final MatchedRow GUARANTEESTOEQUITY_5 = row("guaranteesToEquity_5", "guaranteesToEquity", "0", "3", "GUARANTEES_TO_EQUITY_WEAK");
    private static final MatchedRow GUARANTEESTOEQUITY_UNDEFINED = row("guaranteesToEquity_undefined", "guaranteesToEquity", "0", "3", "GUARANTEES_TO_EQUITY_UNDEFINED");
    private static final MatchedRow YEARSINBUSINESS_1 = row("yearsInBusiness_1", "yearsInBusiness", "0", "4", "YEARS_IN_BUSINESS_WEAK");
    private static final MatchedRow YEARSINBUSINESS_2 = row("yearsInBusiness_2", "yearsInBusiness", "1", "4", "YEARS_IN_BUSINESS_WEAK");
    private static final MatchedRow YEARSINBUSINESS_3 = row("yearsInBusiness_3", "yearsInBusiness", "2", "4", "YEARS_IN_BUSINESS_FAIR");
    private static final MatchedRow YEARSINBUSINESS_4 = row("yearsInBusiness_4", "yearsInBusiness", "3", "4", "YEARS_IN_BUSINESS_STRONG");
    private static final MatchedRow YEARSINBUSINESS_5 = row("yearsInBusiness_5", "yearsInBusiness", "4", "4", "YEARS_IN_BUSINESS_STRONG");
    private static final MatchedRow STATEMENTBASIS_1 = row("statementBasis_1", "statementBasis", "2", "2", "STATEMENT_BASIS_STRONG");
    private static final MatchedRow STATEMENTBASIS_2 = row("statementBasis_2", "statementBasis", "0", "2", "STATEMENT_BASIS_WEAK");
    private static final MatchedRow MANAGEMENTQUALITY_1 = row("managementQuality_1", "managementQuality", "4", "4", "MANAGEMENT_QUALITY_STRONG");
    private static final MatchedRow MANAGEMENTQUALITY_2 = row("managementQuality_2", "managementQuality", "2", "4", "MANAGEMENT_QUALITY_FAIR");
    private static final MatchedRow MANAGEMENTQUALITY_3 = row("managementQuality_3", "managementQuality", "0", "4", "MANAGEMENT_QUALITY_WEAK");
    private static final MatchedRow MARKETPOSITION_1 = row("marketPosition_1", "marketPosition", "3", "3", "MARKET_POSITION_STRONG");
    private static final MatchedRow MARKETPOSITION_2 = row("marketPosition_2", "marketPosition", "1.5", "3", "MARKET_POSITION_FAIR");
    private static final MatchedRow MARKETPOSITION_3 = row("marketPosition_3", "marketPosition", "0", "3", "MARKET_POSITION_WEAK");
    private static final MatchedRow INDUSTRYOUTLOOK_1 = row("industryOutlook_1", "industryOutlook", "2", "2", "INDUSTRY_OUTLOOK_STRONG");
    private static final MatchedRow INDUSTRYOUTLOOK_2 = row("industryOutlook_2", "industryOutlook", "1", "2", "INDUSTRY_OUTLOOK_FAIR");
    private static final MatchedRow INDUSTRYOUTLOOK_3 = row("industryOutlook_3", "industryOutlook", "0", "2", "INDUSTRY_OUTLOOK_WEAK");
    private static final MatchedRow SITEVISIT_1 = row("siteVisit_1", "siteVisit", "3", "3", "SITE_VISIT_STRONG");
    private static final MatchedRow SITEVISIT_2 = row("siteVisit_2", "siteVisit", "1.5", "3", "SITE_VISIT_FAIR");
    private static final MatchedRow SITEVISIT_3 = row("siteVisit_3", "siteVisit", "0", "3", "SITE_VISIT_WEAK");

    private PlainScorecard() {
    }

    /** The row of each characteristic: what it gives and why. */
    static List<MatchedRow> rows(Map<String, Object> facts) {
        List<MatchedRow> rows = new ArrayList<>(24);
        rows.add(BASE);
        rows.add(assetLiabilityRatio((BigDecimal) facts.get("assetLiabilityRatio")));
        rows.add(currentRatio((BigDecimal) facts.get("currentRatio")));
        rows.add(quickRatio((BigDecimal) facts.get("quickRatio")));
        rows.add(interestCover((BigDecimal) facts.get("interestCover")));
        rows.add(netMargin((BigDecimal) facts.get("netMargin")));
        rows.add(roe((BigDecimal) facts.get("roe")));
        rows.add(receivableDays((BigDecimal) facts.get("receivableDays")));
        rows.add(inventoryDays((BigDecimal) facts.get("inventoryDays")));
        rows.add(assetTurnover((BigDecimal) facts.get("assetTurnover")));
        rows.add(revenueGrowth((BigDecimal) facts.get("revenueGrowth")));
        rows.add(profitGrowth((BigDecimal) facts.get("profitGrowth")));
        rows.add(ocfToCurrentLiabilities((BigDecimal) facts.get("ocfToCurrentLiabilities")));
        rows.add(ocfToNetProfit((BigDecimal) facts.get("ocfToNetProfit")));
        rows.add(leverageChange((BigDecimal) facts.get("leverageChange")));
        rows.add(overdueCount24m((BigDecimal) facts.get("overdueCount24m")));
        rows.add(queries6m((BigDecimal) facts.get("queries6m")));
        rows.add(guaranteesToEquity((BigDecimal) facts.get("guaranteesToEquity")));
        rows.add(yearsInBusiness((BigDecimal) facts.get("yearsInBusiness")));
        rows.add(statementBasis((String) facts.get("statementBasis")));
        rows.add(managementQuality((String) facts.get("managementQuality")));
        rows.add(marketPosition((String) facts.get("marketPosition")));
        rows.add(industryOutlook((String) facts.get("industryOutlook")));
        rows.add(siteVisit((String) facts.get("siteVisit")));
        return rows;
    }

    private static MatchedRow row(String id, String characteristic, String points, String maxPoints, String reasonCode) {
        return new MatchedRow(id, Map.of("characteristic", characteristic, "points", new BigDecimal(points),
                "maxPoints", new BigDecimal(maxPoints), "reasonCode", reasonCode));
    }

    private static MatchedRow assetLiabilityRatio(BigDecimal value) {
        return value == null ? ASSETLIABILITYRATIO_UNDEFINED
                : value.compareTo(N_0_4) < 0 ? ASSETLIABILITYRATIO_1
                : value.compareTo(N_0_5) < 0 ? ASSETLIABILITYRATIO_2
                : value.compareTo(N_0_6) < 0 ? ASSETLIABILITYRATIO_3
                : value.compareTo(N_0_7) < 0 ? ASSETLIABILITYRATIO_4
                : value.compareTo(N_0_8) < 0 ? ASSETLIABILITYRATIO_5
                : value.compareTo(N_1) < 0 ? ASSETLIABILITYRATIO_6
                : ASSETLIABILITYRATIO_7;
    }

    private static MatchedRow currentRatio(BigDecimal value) {
        return value == null ? CURRENTRATIO_UNDEFINED
                : value.compareTo(N_0_8) < 0 ? CURRENTRATIO_1
                : value.compareTo(N_1) < 0 ? CURRENTRATIO_2
                : value.compareTo(N_1_2) < 0 ? CURRENTRATIO_3
                : value.compareTo(N_1_5) < 0 ? CURRENTRATIO_4
                : value.compareTo(N_2) < 0 ? CURRENTRATIO_5
                : CURRENTRATIO_6;
    }

    private static MatchedRow quickRatio(BigDecimal value) {
        return value == null ? QUICKRATIO_UNDEFINED
                : value.compareTo(N_0_4) < 0 ? QUICKRATIO_1
                : value.compareTo(N_0_6) < 0 ? QUICKRATIO_2
                : value.compareTo(N_0_8) < 0 ? QUICKRATIO_3
                : value.compareTo(N_1) < 0 ? QUICKRATIO_4
                : QUICKRATIO_5;
    }

    private static MatchedRow interestCover(BigDecimal value) {
        return value == null ? INTERESTCOVER_UNDEFINED
                : value.compareTo(N_1) < 0 ? INTERESTCOVER_1
                : value.compareTo(N_1_5) < 0 ? INTERESTCOVER_2
                : value.compareTo(N_2_5) < 0 ? INTERESTCOVER_3
                : value.compareTo(N_4) < 0 ? INTERESTCOVER_4
                : value.compareTo(N_6) < 0 ? INTERESTCOVER_5
                : INTERESTCOVER_6;
    }

    private static MatchedRow netMargin(BigDecimal value) {
        return value == null ? NETMARGIN_UNDEFINED
                : value.compareTo(N_0) < 0 ? NETMARGIN_1
                : value.compareTo(N_0_02) < 0 ? NETMARGIN_2
                : value.compareTo(N_0_05) < 0 ? NETMARGIN_3
                : value.compareTo(N_0_1) < 0 ? NETMARGIN_4
                : NETMARGIN_5;
    }

    private static MatchedRow roe(BigDecimal value) {
        return value == null ? ROE_UNDEFINED
                : value.compareTo(N_0) < 0 ? ROE_1
                : value.compareTo(N_0_03) < 0 ? ROE_2
                : value.compareTo(N_0_06) < 0 ? ROE_3
                : value.compareTo(N_0_1) < 0 ? ROE_4
                : value.compareTo(N_0_15) < 0 ? ROE_5
                : ROE_6;
    }

    private static MatchedRow receivableDays(BigDecimal value) {
        return value == null ? RECEIVABLEDAYS_UNDEFINED
                : value.compareTo(N_30) < 0 ? RECEIVABLEDAYS_1
                : value.compareTo(N_60) < 0 ? RECEIVABLEDAYS_2
                : value.compareTo(N_90) < 0 ? RECEIVABLEDAYS_3
                : value.compareTo(N_120) < 0 ? RECEIVABLEDAYS_4
                : value.compareTo(N_180) < 0 ? RECEIVABLEDAYS_5
                : RECEIVABLEDAYS_6;
    }

    private static MatchedRow inventoryDays(BigDecimal value) {
        return value == null ? INVENTORYDAYS_UNDEFINED
                : value.compareTo(N_45) < 0 ? INVENTORYDAYS_1
                : value.compareTo(N_90) < 0 ? INVENTORYDAYS_2
                : value.compareTo(N_180) < 0 ? INVENTORYDAYS_3
                : INVENTORYDAYS_4;
    }

    private static MatchedRow assetTurnover(BigDecimal value) {
        return value == null ? ASSETTURNOVER_UNDEFINED
                : value.compareTo(N_0_3) < 0 ? ASSETTURNOVER_1
                : value.compareTo(N_0_6) < 0 ? ASSETTURNOVER_2
                : value.compareTo(N_1) < 0 ? ASSETTURNOVER_3
                : ASSETTURNOVER_4;
    }

    private static MatchedRow revenueGrowth(BigDecimal value) {
        return value == null ? REVENUEGROWTH_UNDEFINED
                : value.compareTo(N_MINUS_0_2) < 0 ? REVENUEGROWTH_1
                : value.compareTo(N_MINUS_0_05) < 0 ? REVENUEGROWTH_2
                : value.compareTo(N_0_05) < 0 ? REVENUEGROWTH_3
                : value.compareTo(N_0_15) < 0 ? REVENUEGROWTH_4
                : REVENUEGROWTH_5;
    }

    private static MatchedRow profitGrowth(BigDecimal value) {
        return value == null ? PROFITGROWTH_UNDEFINED
                : value.compareTo(N_MINUS_0_3) < 0 ? PROFITGROWTH_1
                : value.compareTo(N_0) < 0 ? PROFITGROWTH_2
                : value.compareTo(N_0_1) < 0 ? PROFITGROWTH_3
                : PROFITGROWTH_4;
    }

    private static MatchedRow ocfToCurrentLiabilities(BigDecimal value) {
        return value == null ? OCFTOCURRENTLIABILITIES_UNDEFINED
                : value.compareTo(N_0) < 0 ? OCFTOCURRENTLIABILITIES_1
                : value.compareTo(N_0_05) < 0 ? OCFTOCURRENTLIABILITIES_2
                : value.compareTo(N_0_1) < 0 ? OCFTOCURRENTLIABILITIES_3
                : value.compareTo(N_0_2) < 0 ? OCFTOCURRENTLIABILITIES_4
                : value.compareTo(N_0_3) < 0 ? OCFTOCURRENTLIABILITIES_5
                : OCFTOCURRENTLIABILITIES_6;
    }

    private static MatchedRow ocfToNetProfit(BigDecimal value) {
        return value == null ? OCFTONETPROFIT_UNDEFINED
                : value.compareTo(N_0) < 0 ? OCFTONETPROFIT_1
                : value.compareTo(N_0_5) < 0 ? OCFTONETPROFIT_2
                : value.compareTo(N_0_9) < 0 ? OCFTONETPROFIT_3
                : OCFTONETPROFIT_4;
    }

    private static MatchedRow leverageChange(BigDecimal value) {
        return value == null ? LEVERAGECHANGE_UNDEFINED
                : value.compareTo(N_MINUS_0_02) < 0 ? LEVERAGECHANGE_1
                : value.compareTo(N_0_02) < 0 ? LEVERAGECHANGE_2
                : value.compareTo(N_0_05) < 0 ? LEVERAGECHANGE_3
                : value.compareTo(N_0_1) < 0 ? LEVERAGECHANGE_4
                : LEVERAGECHANGE_5;
    }

    private static MatchedRow overdueCount24m(BigDecimal value) {
        return value.compareTo(N_1) < 0 ? OVERDUECOUNT24M_1
                : value.compareTo(N_2) < 0 ? OVERDUECOUNT24M_2
                : value.compareTo(N_4) < 0 ? OVERDUECOUNT24M_3
                : value.compareTo(N_7) < 0 ? OVERDUECOUNT24M_4
                : OVERDUECOUNT24M_5;
    }

    private static MatchedRow queries6m(BigDecimal value) {
        return value.compareTo(N_3) < 0 ? QUERIES6M_1
                : value.compareTo(N_6) < 0 ? QUERIES6M_2
                : value.compareTo(N_10) < 0 ? QUERIES6M_3
                : QUERIES6M_4;
    }

    private static MatchedRow guaranteesToEquity(BigDecimal value) {
        return value == null ? GUARANTEESTOEQUITY_UNDEFINED
                : value.compareTo(N_0_1) < 0 ? GUARANTEESTOEQUITY_1
                : value.compareTo(N_0_3) < 0 ? GUARANTEESTOEQUITY_2
                : value.compareTo(N_0_5) < 0 ? GUARANTEESTOEQUITY_3
                : value.compareTo(N_1) < 0 ? GUARANTEESTOEQUITY_4
                : GUARANTEESTOEQUITY_5;
    }

    private static MatchedRow yearsInBusiness(BigDecimal value) {
        return value.compareTo(N_2) < 0 ? YEARSINBUSINESS_1
                : value.compareTo(N_3) < 0 ? YEARSINBUSINESS_2
                : value.compareTo(N_5) < 0 ? YEARSINBUSINESS_3
                : value.compareTo(N_10) < 0 ? YEARSINBUSINESS_4
                : YEARSINBUSINESS_5;
    }

    private static MatchedRow statementBasis(String value) {
        return "AUDITED".equals(value) ? STATEMENTBASIS_1
                : STATEMENTBASIS_2;
    }

    private static MatchedRow managementQuality(String value) {
        return "STRONG".equals(value) ? MANAGEMENTQUALITY_1
                : "ADEQUATE".equals(value) ? MANAGEMENTQUALITY_2
                : MANAGEMENTQUALITY_3;
    }

    private static MatchedRow marketPosition(String value) {
        return "STRONG".equals(value) ? MARKETPOSITION_1
                : "ADEQUATE".equals(value) ? MARKETPOSITION_2
                : MARKETPOSITION_3;
    }

    private static MatchedRow industryOutlook(String value) {
        return "STRONG".equals(value) ? INDUSTRYOUTLOOK_1
                : "ADEQUATE".equals(value) ? INDUSTRYOUTLOOK_2
                : INDUSTRYOUTLOOK_3;
    }

    private static MatchedRow siteVisit(String value) {
        return "STRONG".equals(value) ? SITEVISIT_1
                : "ADEQUATE".equals(value) ? SITEVISIT_2
                : SITEVISIT_3;
    }
}
