package io.shouxin.kernel;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two people do the same thing at the same moment, each seeing that nobody has done it yet. The unique key lets one of them in;
 * to the other the database's error is told as the refusal he would have met a moment later. The transaction is lost either
 * way, so the refusal comes as a {@link RefusedException}.
 */
@Component
public class Simultaneous {

    private final TransactionTemplate afresh;

    Simultaneous(PlatformTransactionManager transactions) {
        this.afresh = new TransactionTemplate(transactions);
        this.afresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.afresh.setReadOnly(true);
    }

    /**
     * @param write   writes through to the database, so that its unique keys are asked now
     * @param refusal looks afresh, in a transaction of its own, for what the faster one has written; null when it is not that
     */
    public <T> T write(Supplier<T> write, Supplier<Refusal> refusal) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException violated) {
            if (!isTaken(violated)) {
                throw violated;
            }
            Refusal found = afresh.execute(status -> refusal.get());
            throw new RefusedException(found == null ? Refusal.of("CHANGED_MEANWHILE") : found);
        }
    }

    /** Whether a unique key was taken; H2 says it by its state, MySQL and MariaDB by their error number. */
    public static boolean isTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && ("23505".equals(sql.getSQLState()) || sql.getErrorCode() == 1062)) {
                return true;
            }
        }
        return false;
    }
}
