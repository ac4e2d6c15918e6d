package io.shouxin.receipt;

import io.shouxin.audit.AuditSeals;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The nightly check of the audit trail (审计夜检): receipts that were missed are issued, the trail is sealed, everything is checked, and
 * what is found is kept until somebody explains it.
 */
@Service
public class AuditChecks {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int LONGEST = 500;

    private final ReceiptDesk receipts;
    private final AuditSeals seals;
    private final DecisionProof proof;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    AuditChecks(ReceiptDesk receipts, AuditSeals seals, DecisionProof proof, BusinessNumbers numbers, BusinessClock clock,
                JdbcClient jdbc) {
        this.receipts = receipts;
        this.seals = seals;
        this.proof = proof;
        this.numbers = numbers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * Issues what was decided lately and has no receipt yet, each in a transaction of its own, then seals the trail. Repeated, it does
     * nothing more.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void seal() {
        Instant now = clock.instant();
        receipts.issueMissed(now.minus(LATELY), now);
        seals.seal();
    }

    /** Checks and keeps what was found. */
    @Transactional
    public AuditCheckView check() {
        Instant now = clock.instant();
        DecisionProof.Result found = proof.runOfNight(clock.today().getDayOfMonth(), now.minus(LATELY));
        List<AuditFindingView> findings = new ArrayList<>(found.findings());
        seals.newest().ifPresent(seal -> receipts.withoutReceipt(now.minus(LATELY), seal.at())
                .forEach(number -> findings.add(new AuditFindingView(number, number + ": no receipt could be issued"))));
        String id = numbers.next("AK");
        jdbc.sql("INSERT INTO audit_check (check_id, run_at, entries, receipts, seal, findings) VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, Timestamp.from(now), found.entries(), found.receipts(), found.seal(), findings.size()).update();
        for (int line = 0; line < findings.size(); line++) {
            AuditFindingView finding = findings.get(line);
            String what = finding.what().length() <= LONGEST ? finding.what() : finding.what().substring(0, LONGEST);
            jdbc.sql("INSERT INTO audit_check_finding (check_id, line_no, subject, what) VALUES (?, ?, ?, ?)")
                    .params(id, line + 1, finding.subject(), what).update();
        }
        return find(id).orElseThrow();
    }

    /** Writes down what came out when somebody looked into the findings; once. */
    @Transactional
    public Outcome<AuditCheckView> explain(String check, String explanation, PersonId actor) {
        if (explanation == null || explanation.isBlank() || explanation.length() > LONGEST) {
            return Outcome.refused(Refusal.of("FINDINGS_NOT_EXPLAINED").at("explanation"));
        }
        int explained = jdbc.sql("UPDATE audit_check SET explanation = ?, explained_by = ?, explained_at = ? WHERE check_id = ? AND explanation IS NULL")
                .params(explanation.strip(), actor.value(), Timestamp.from(clock.instant()), check).update();
        return explained == 1 ? Outcome.done(find(check).orElseThrow())
                : Outcome.refused(Refusal.of("FINDINGS_ALREADY_EXPLAINED").with("check", check));
    }

    @Transactional(readOnly = true)
    public Optional<AuditCheckView> find(String check) {
        return jdbc.sql("SELECT run_at, entries, receipts, seal, explanation, explained_by FROM audit_check WHERE check_id = ?").param(check)
                .query((row, n) -> new AuditCheckView(check, row.getTimestamp(1).toInstant(), row.getLong(2), row.getLong(3), row.getString(4),
                        findings(check), Optional.ofNullable(row.getString(5)), Optional.ofNullable(row.getString(6)))).optional();
    }

    /** The newest first, at most {@code most}. */
    @Transactional(readOnly = true)
    public List<AuditCheckView> newest(int most) {
        return jdbc.sql("SELECT check_id FROM audit_check ORDER BY run_at DESC, check_id DESC LIMIT ?").param(most).query(String.class).list().stream()
                .map(id -> find(id).orElseThrow()).toList();
    }

    private List<AuditFindingView> findings(String check) {
        return jdbc.sql("SELECT subject, what FROM audit_check_finding WHERE check_id = ? ORDER BY line_no").param(check)
                .query((row, n) -> new AuditFindingView(row.getString(1), row.getString(2))).list();
    }
}
