package io.shouxin.kernel;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues business numbers (业务编号) such as {@code CA-2026-000123}: series, business year, running number.
 *
 * <p>Numbers are unique and rising per series and year. They are taken from the database in blocks by each node, so a
 * restart leaves a gap: a number identifies, it does not count.
 */
@Component
public class BusinessNumbers {

    private static final int BLOCK = 50;
    /** A block that was used up within {@link #SOON} is followed by a larger one, up to this. */
    private static final int LARGEST_BLOCK = 5_000;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,39}");

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final BusinessClock clock;
    private final Map<String, Block> blocks = new HashMap<>();

    BusinessNumbers(JdbcClient jdbc, PlatformTransactionManager transactions, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param series one or two capital letters, e.g. {@code CA} for credit applications */
    public synchronized String next(String series) {
        int year = clock.today().getYear();
        Block block = blocks.get(series + year);
        if (block == null || block.next > block.last) {
            block = takeBlock(series, year, sizeAfter(block));
            blocks.put(series + year, block);
        }
        return "%s-%d-%06d".formatted(series, year, block.next++);
    }

    private static int sizeAfter(Block usedUp) {
        if (usedUp == null) {
            return BLOCK;
        }
        return System.nanoTime() - usedUp.takenAt < SOON.toNanos() ? Math.min(usedUp.size * 4, LARGEST_BLOCK) : BLOCK;
    }

    private Block takeBlock(String series, int year, int size) {
        return ownTransaction.execute(status -> {
            int changed = jdbc.sql("UPDATE business_number SET next_number = next_number + :block WHERE series = :series AND business_year = :year")
                    .param("block", size).param("series", series).param("year", year).update();
            if (changed == 0) {
                jdbc.sql("INSERT INTO business_number (series, business_year, next_number) VALUES (:series, :year, :next)")
                        .param("series", series).param("year", year).param("next", size + 1).update();
            }
            long next = jdbc.sql("SELECT next_number FROM business_number WHERE series = :series AND business_year = :year")
                    .param("series", series).param("year", year).query(Long.class).single();
            return new Block(next - size, next - 1, size);
        });
    }

    static String checked(String number) {
        if (number == null || !FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("not a business number: " + number);
        }
        return number;
    }

    private static final class Block {
        private long next;
        private final long last;
        private final int size;
        private final long takenAt = System.nanoTime();

        private Block(long next, long last, int size) {
            this.next = next;
            this.last = last;
            this.size = size;
        }
    }
}
