package io.shouxin.policyexception;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.EntityCode;
import io.shouxin.policyexception.PolicyExceptionReport.OfMonth;
import io.shouxin.policyexception.PolicyExceptionReport.OfRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts policy exceptions, of the granting entities the reader sees. */
@Service
@Transactional(readOnly = true)
public class PolicyExceptionReports {

    private static final int SOON_DAYS = 30;
    private static final int MONTHS = 12;
    private static final int MOST_PER_PAGE = 200;
    private static final String EVER_APPROVED = "in_force_from IS NOT NULL";

    private final PolicyExceptionTable exceptions;
    private final ApprovalDesk approvals;
    private final Access access;
    private final BusinessClock clock;

    PolicyExceptionReports(PolicyExceptionTable exceptions, ApprovalDesk approvals, Access access, BusinessClock clock) {
        this.exceptions = exceptions;
        this.approvals = approvals;
        this.access = access;
        this.clock = clock;
    }

    /** Newest first. @param page from 0 @param size 1 to 200 */
    public List<PolicyException> list(ExceptionSearch search, int page, int size) {
        return exceptions.where(search.condition(), search.values(), Math.max(page, 0), Math.max(1, Math.min(size, MOST_PER_PAGE)));
    }

    public int count(ExceptionSearch search) {
        return exceptions.count(search.condition(), search.values());
    }

    /** The last day by which an exception ends soon. */
    public LocalDate soon() {
        return clock.today().plusDays(SOON_DAYS);
    }

    public PolicyExceptionReport report(Person reader) {
        Optional<Set<EntityCode>> reach = access.reach(reader);
        ExceptionSearch all = new ExceptionSearch(null, null, null, null, null, null, null, reach);
        YearMonth now = YearMonth.from(clock.today());
        List<OfMonth> months = IntStream.range(0, MONTHS).mapToObj(back -> month(now.minusMonths(MONTHS - 1 - back), all, reach.isEmpty())).toList();
        return new PolicyExceptionReport(of(all, "status = 'ASKED'"), of(all, "status = 'APPROVED'"),
                count(new ExceptionSearch(null, null, null, null, null, null, soon(), reach)),
                of(all, "status IN ('ENDED', 'REVOKED') AND fulfilled = FALSE AND " + EVER_APPROVED), rules(all), months);
    }

    private int of(ExceptionSearch search, String more) {
        return exceptions.count(search.condition() + " AND " + more, search.values());
    }

    private List<OfRule> rules(ExceptionSearch all) {
        return exceptions.grouped("SELECT policy_key, rule_code, COUNT(*) AS how_many, SUM(CASE WHEN status = 'ASKED' THEN 1 ELSE 0 END) AS asked, "
                + "SUM(CASE WHEN " + EVER_APPROVED + " THEN 1 ELSE 0 END) AS approved, SUM(CASE WHEN status = 'APPROVED' THEN 1 ELSE 0 END) AS in_force, "
                + "SUM(CASE WHEN status = 'REFUSED' THEN 1 ELSE 0 END) AS refused FROM policy_exception WHERE " + all.condition()
                + " GROUP BY policy_key, rule_code ORDER BY how_many DESC, policy_key, rule_code", all.values(), PolicyExceptionReports::rule);
    }

    private static OfRule rule(ResultSet row) {
        try {
            return new OfRule(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private OfMonth month(YearMonth month, ExceptionSearch all, boolean seesAll) {
        Instant from = month.atDay(1).atStartOfDay(BusinessClock.ZONE).toInstant();
        Instant until = month.plusMonths(1).atDay(1).atStartOfDay(BusinessClock.ZONE).toInstant();
        Map<String, Object> values = new HashMap<>(all.values());
        values.put("from", Timestamp.from(from));
        values.put("until", Timestamp.from(until));
        int asked = exceptions.count(all.condition() + " AND asked_at >= :from AND asked_at < :until", values);
        String decided = all.condition() + " AND " + EVER_APPROVED + " AND decided_at >= :from AND decided_at < :until";
        int approved = exceptions.count(decided, values);
        if (!seesAll) {
            return new OfMonth(month.toString(), asked, approved, null, null, null);
        }
        int cases = approvals.approvedBetween("credit-application", from, until);
        int excepted = exceptions.grouped("SELECT COUNT(DISTINCT approval_case) FROM policy_exception WHERE " + decided, values, PolicyExceptionReports::first).get(0);
        BigDecimal share = cases == 0 ? null : BigDecimal.valueOf(excepted).divide(BigDecimal.valueOf(cases), 4, RoundingMode.HALF_UP);
        return new OfMonth(month.toString(), asked, approved, cases, excepted, share);
    }

    private static int first(ResultSet row) {
        try {
            return row.getInt(1);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
