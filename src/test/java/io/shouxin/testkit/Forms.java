package io.shouxin.testkit;

import io.shouxin.approval.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people hand in with the forms, good unless a test changes it. */
public final class Forms {

    private Forms() {
    }

    public static Map<String, Object> start(String amount) {
        return with(new LinkedHashMap<>(), "choice", "OWN", "facilityKind", "LENDING", "product", "WORKING_CAPITAL_LOAN",
                "amount", amount, "currency", "CNY");
    }

    public static Map<String, Object> application(Map<String, Object> facility, String groupName) {
        return with(new LinkedHashMap<>(), "facilities", List.of(facility), "groupName", groupName, "policyAccepted", true,
                "creditReportAuthorised", true, "operating", with(new LinkedHashMap<>(), "businessModel", "为汽车主机厂供应精密零部件",
                        "mainProducts", "轴承、齿轮", "expectedGrowth", "0.10", "ownFunds", "2000000",
                        "existingWorkingCapitalLoans", "1000000", "otherFunding", "0"));
    }

    public static Map<String, Object> facility(String amount, List<?> security) {
        return with(new LinkedHashMap<>(), "kind", "LENDING", "product", "WORKING_CAPITAL_LOAN", "amount", amount, "currency", "CNY",
                "tenorMonths", 12, "purpose", "采购原材料及零部件", "security", security);
    }

    /** @param judgement STRONG, ADEQUATE or WEAK, for all four questions */
    public static Map<String, Object> assessment(String judgement) {
        return Map.of("managementQuality", judgement, "marketPosition", judgement, "industryOutlook", judgement, "siteVisit", judgement,
                "opinion", "经营稳定");
    }

    public static Map<String, Object> qualification(String verdict, String judgement) {
        return with(new LinkedHashMap<>(), "assessment", assessment(judgement), "verdict", verdict, "opinion", "资料齐全,意见如上。");
    }

    public static Map<String, Object> decision(Verdict verdict, String proposalHash) {
        return with(new LinkedHashMap<>(), "verdict", verdict.name(), "reasonCode", verdict == Verdict.DECLINE ? "REPAYMENT_ABILITY" : "",
                "comment", verdict == Verdict.RETURN ? "请补充说明应收账款的账龄。" : "已审阅。", "proposalHash", proposalHash);
    }

    public static Map<String, Object> signature(String fullName, String documentSha256) {
        return with(new LinkedHashMap<>(), "sign", true, "fullName", fullName, "documentSha256", documentSha256, "paperCopy", null);
    }

    /** The same form with some fields put in or changed: name, value, name, value … */
    public static Map<String, Object> with(Map<String, Object> form, Object... fields) {
        Map<String, Object> changed = new LinkedHashMap<>(form);
        for (int i = 0; i < fields.length; i += 2) {
            changed.put((String) fields[i], fields[i + 1]);
        }
        return changed;
    }
}
