package io.shouxin.approval;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code approval_case}, {@code approval_decision} and {@code approval_act}; the latter two only ever grow. */
class ApprovalCases {

    private static final String SELECT = "SELECT case_id, subject_type, subject_id, subject_hash, currency, amount, exposure, grade_code, "
            + "tiers, current_tier, status, policy_version, made_by, conflicts, opened_at, closed_at, version, course FROM approval_case ";
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule()).build();

    private final JdbcClient jdbc;

    ApprovalCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ApprovalCase> find(ApprovalCaseId id) {
        return jdbc.sql(SELECT + "WHERE case_id = :id").param("id", id.value()).query(this::read).optional();
    }

    List<ApprovalCase> of(String subjectType, String subjectId) {
        return jdbc.sql(SELECT + "WHERE subject_type = :type AND subject_id = :id ORDER BY opened_at, case_id")
                .param("type", subjectType).param("id", subjectId).query(this::read).list();
    }

    /** Open cases before the committee, oldest first. */
    List<ApprovalCase> beforeTheCommittee() {
        return jdbc.sql(SELECT + "WHERE status = 'OPEN' AND current_tier = 'COMMITTEE' ORDER BY opened_at, case_id").query(this::read).list();
    }

    /** Open cases in whose history there is such an act, oldest first. */
    List<ApprovalCase> openWith(Verb verb) {
        return jdbc.sql(SELECT + "WHERE status = 'OPEN' AND current_tier <> 'STRAIGHT_THROUGH' AND EXISTS (SELECT 1 FROM approval_act a"
                + " WHERE a.case_id = approval_case.case_id AND a.verb = :verb) ORDER BY opened_at, case_id").param("verb", verb.name()).query(this::read).list();
    }

    List<ApprovalCaseId> decidedBetween(Instant from, Instant until) {
        return jdbc.sql("SELECT case_id FROM approval_case WHERE closed_at >= :from AND closed_at < :until AND status IN ('APPROVED', 'DECLINED', 'RETURNED') "
                        + "ORDER BY closed_at, case_id")
                .param("from", Timestamp.from(from)).param("until", Timestamp.from(until)).query(String.class).list().stream().map(ApprovalCaseId::new).toList();
    }

    /** How many cases of a kind were approved in that time. */
    int approvedBetween(String subjectType, Instant from, Instant until) {
        return jdbc.sql("SELECT COUNT(*) FROM approval_case WHERE closed_at >= :from AND closed_at < :until AND status = 'APPROVED' AND subject_type = :type")
                .param("from", Timestamp.from(from)).param("until", Timestamp.from(until)).param("type", subjectType).query(Integer.class).single();
    }

    /** Median time from the decision before, or the opening, to a decision, of each tier; of the newest 5,000 decisions since then. */
    Map<Tier, Duration> usualTimes(Instant since) {
        Map<Tier, List<Duration>> times = new EnumMap<>(Tier.class);
        Map<String, Instant> before = new HashMap<>();
        jdbc.sql("SELECT d.case_id, d.tier, d.decided_at, c.opened_at FROM approval_case c JOIN approval_decision d ON d.case_id = c.case_id "
                        + "WHERE c.closed_at >= :since ORDER BY c.closed_at DESC, d.decision_id LIMIT 5000").param("since", Timestamp.from(since)).query(row -> {
                            Instant decided = row.getTimestamp(3).toInstant();
                            Instant from = before.getOrDefault(row.getString(1), row.getTimestamp(4).toInstant());
                            times.computeIfAbsent(Tier.valueOf(row.getString(2)), first -> new ArrayList<>()).add(Duration.between(from, decided));
                            before.put(row.getString(1), decided);
                        });
        Map<Tier, Duration> usual = new EnumMap<>(Tier.class);
        times.forEach((tier, all) -> usual.put(tier, all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow()));
        return usual;
    }

    void insert(ApprovalCaseView view) {
        jdbc.sql("INSERT INTO approval_case (case_id, subject_type, subject_id, subject_hash, currency, amount, exposure, grade_code, tiers, "
                        + "current_tier, status, policy_version, made_by, conflicts, opened_at, version, course) VALUES (:id, :type, :subject, :hash, "
                        + ":currency, :amount, :exposure, :grade, :tiers, :tier, :status, :policy, :madeBy, :conflicts, :openedAt, 0, :course)")
                .param("id", view.id().value()).param("type", view.subjectType()).param("subject", view.subjectId())
                .param("hash", view.subjectHash()).param("currency", view.amount().currency().getCurrencyCode())
                .param("amount", view.amount().amount()).param("exposure", view.exposure().amount()).param("grade", view.gradeCode())
                .param("tiers", tiers(view))
                .param("tier", view.currentTier().name()).param("status", view.status().name()).param("policy", view.policyVersion())
                .param("madeBy", view.madeBy().stream().map(PersonId::value).sorted().collect(Collectors.joining(",")))
                .param("conflicts", json(view.conflicts())).param("openedAt", Timestamp.from(view.openedAt())).param("course", write(view.course())).update();
    }

    /** Stores a case as it stands now; false if somebody else has changed it since it was read. */
    boolean update(ApprovalCase now) {
        ApprovalCaseView view = now.view();
        return jdbc.sql("UPDATE approval_case SET tiers = :tiers, current_tier = :tier, status = :status, conflicts = :conflicts, course = :course, "
                        + "closed_at = :closedAt, version = version + 1 WHERE case_id = :id AND version = :before")
                .param("tiers", tiers(view)).param("tier", view.currentTier().name()).param("status", view.status().name())
                .param("conflicts", json(view.conflicts())).param("course", write(view.course()))
                .param("closedAt", view.closedAt().map(Timestamp::from).orElse(null))
                .param("id", view.id().value()).param("before", now.version()).update() == 1;
    }

    void insert(ApprovalCaseView view, ApprovalCaseView.Decision decision) {
        jdbc.sql("INSERT INTO approval_decision (case_id, act_no, tier, officer, principal, verdict, reason_code, remark, conditions, subject_hash, "
                        + "decided_at) VALUES (:id, :no, :tier, :officer, :principal, :verdict, :reason, :remark, :conditions, :hash, :at)")
                .param("id", view.id().value()).param("no", decision.no()).param("tier", decision.tier().name())
                .param("officer", decision.officer().value()).param("principal", decision.principal().map(PersonId::value).orElse(null))
                .param("verdict", decision.verdict().name()).param("reason", decision.reasonCode())
                .param("remark", decision.comment()).param("conditions", write(decision.conditions())).param("hash", view.subjectHash())
                .param("at", Timestamp.from(decision.decidedAt())).update();
    }

    void insert(ApprovalCaseView view, ApprovalAct act) {
        jdbc.sql("INSERT INTO approval_act (case_id, act_no, verb, actor, principal, tier, target, reason, subject_hash, acted_at) "
                        + "VALUES (:id, :no, :verb, :actor, :principal, :tier, :target, :reason, :hash, :at)")
                .param("id", view.id().value()).param("no", act.no()).param("verb", act.verb().name()).param("actor", act.actor().value())
                .param("principal", act.principal().map(PersonId::value).orElse(null)).param("tier", act.tier().name()).param("target", act.target())
                .param("reason", act.reason()).param("hash", view.subjectHash()).param("at", Timestamp.from(act.at())).update();
    }

    private List<ApprovalCaseView.Decision> decisions(String caseId, List<Integer> withdrawn) {
        return jdbc.sql("SELECT tier, officer, verdict, reason_code, remark, decided_at, principal, conditions, act_no FROM approval_decision "
                        + "WHERE case_id = :id ORDER BY act_no, decision_id")
                .param("id", caseId)
                .query((row, n) -> new ApprovalCaseView.Decision(Tier.valueOf(row.getString(1)), new PersonId(row.getString(2)),
                        Verdict.valueOf(row.getString(3)), row.getString(4), row.getString(5), row.getTimestamp(6).toInstant(),
                        Optional.ofNullable(row.getString(7)).map(PersonId::new),
                        row.getString(8) == null ? List.of() : read(row.getString(8), new TypeReference<List<String>>() { }), row.getLong(9),
                        !withdrawn.contains(n)))
                .list();
    }

    private List<ApprovalAct> acts(String caseId) {
        return jdbc.sql("SELECT act_no, verb, actor, principal, tier, target, reason, acted_at FROM approval_act WHERE case_id = :id ORDER BY act_no")
                .param("id", caseId)
                .query((row, n) -> new ApprovalAct(row.getLong(1), Verb.valueOf(row.getString(2)), new PersonId(row.getString(3)),
                        Optional.ofNullable(row.getString(4)).map(PersonId::new), Tier.valueOf(row.getString(5)), row.getString(6), row.getString(7),
                        row.getTimestamp(8).toInstant()))
                .list();
    }

    private ApprovalCase read(ResultSet row, int n) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(5));
        Timestamp closedAt = row.getTimestamp(16);
        Instant openedAt = row.getTimestamp(15).toInstant();
        Set<PersonId> madeBy = Arrays.stream(row.getString(13).split(",")).filter(id -> !id.isEmpty()).map(PersonId::new).collect(Collectors.toSet());
        ApprovalCourse course = row.getString(18) == null ? ApprovalCourse.begun(0, madeBy, CaseRules.OF_OLD)
                : read(row.getString(18), new TypeReference<ApprovalCourse>() { });
        return new ApprovalCase(new ApprovalCaseView(new ApprovalCaseId(row.getString(1)), row.getString(2), row.getString(3),
                row.getString(4), money(row.getBigDecimal(6), currency), money(row.getBigDecimal(7), currency), row.getString(8),
                Arrays.stream(row.getString(9).split(",")).map(Tier::valueOf).toList(), Tier.valueOf(row.getString(10)),
                ApprovalStatus.valueOf(row.getString(11)), row.getString(12),
                madeBy, conflicts(row.getString(14)), decisions(row.getString(1), course.withdrawn()), course, acts(row.getString(1)), openedAt,
                Optional.ofNullable(closedAt).map(Timestamp::toInstant)), row.getLong(17));
    }

    private static String tiers(ApprovalCaseView view) {
        return view.tiers().stream().map(Tier::name).collect(Collectors.joining(","));
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
    }

    private static String json(List<ApprovalCaseView.Conflict> conflicts) {
        Map<String, KeptConflict> kept = new LinkedHashMap<>();
        conflicts.forEach(conflict -> kept.put(conflict.officer().value(), new KeptConflict(conflict.kind(), conflict.remark())));
        return write(kept);
    }

    private static List<ApprovalCaseView.Conflict> conflicts(String json) {
        return read(json, new TypeReference<LinkedHashMap<String, KeptConflict>>() { }).entrySet().stream()
                .map(entry -> new ApprovalCaseView.Conflict(new PersonId(entry.getKey()), entry.getValue().kind(), entry.getValue().remark()))
                .toList();
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A conflict as the column keeps it; at first only the remark was kept. */
    private record KeptConflict(ConflictKind kind, String remark) {

        @JsonCreator
        KeptConflict {
        }

        @JsonCreator
        KeptConflict(String remark) {
            this(ConflictKind.OTHER, remark);
        }
    }
}
