package io.shouxin.audit;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What happened, in order, for ever (traceability, 可追溯性). An entry is written in the transaction of the act itself,
 * so there is no act without its entry and no entry without its act. Each subject's entries are a chain of their own.
 */
@Service
public class AuditTrail {

    private static final int LONGEST_DETAIL = 2000;
    static final int MOST_REFUSED = 20;
    static final String NO_MORE = " (no more of these are noted within the hour)";
    private static final Duration WINDOW = Duration.ofHours(1);
    /** So many of the newest entries of a subject are looked at; among them are all refusals that can have been noted in an hour. */
    private static final int LATELY = 500;

    private final AuditTable table;
    private final ObjectProvider<EntityManager> entities;
    private final BusinessClock clock;

    AuditTrail(JdbcClient jdbc, ObjectProvider<EntityManager> entities, BusinessClock clock) {
        this.table = new AuditTable(jdbc);
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * @param subject business number of the thing acted on
     * @param act     past tense code, e.g. {@code APPLICATION_SUBMITTED}
     * @param detail  what an auditor needs, without personal data; at most 2,000 characters are kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String subject, String act, PersonId actor, String detail) {
        ofThisTransaction().add(new Act(subject, act, actor.value(), kept(detail), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * Something that was tried and refused. At most {@value #MOST_REFUSED} of one act on one subject are noted in an hour, the last of them saying
     * so, so that nobody can fill the trail by trying.
     *
     * @param act e.g. {@code DOCUMENT_REFUSED}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordRefused(String subject, String act, PersonId actor, String detail) {
        int noted = table.countLately(subject, act, clock.instant().minus(WINDOW), LATELY);
        if (noted < MOST_REFUSED) {
            record(subject, act, actor, noted == MOST_REFUSED - 1 ? detail + NO_MORE : detail);
        }
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(String subject) {
        pending().forEach(ActsOfTransaction::write);
        return table.of(subject);
    }

    private ActsOfTransaction ofThisTransaction() {
        return pending().stream().findFirst().orElseGet(() -> {
            ActsOfTransaction begun = new ActsOfTransaction(table, () -> entities.ifAvailable(EntityManager::flush));
            TransactionSynchronizationManager.registerSynchronization(begun);
            return begun;
        });
    }

    private static List<ActsOfTransaction> pending() {
        return !TransactionSynchronizationManager.isSynchronizationActive() ? List.of()
                : TransactionSynchronizationManager.getSynchronizations().stream().filter(ActsOfTransaction.class::isInstance)
                .map(ActsOfTransaction.class::cast).toList();
    }

    /** Never half of a character. */
    private static String kept(String detail) {
        if (detail == null || detail.length() <= LONGEST_DETAIL) {
            return detail == null ? "" : detail;
        }
        return detail.substring(0, Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1)) ? LONGEST_DETAIL - 1 : LONGEST_DETAIL);
    }
}
