package io.shouxin.kernel;

import org.springframework.transaction.PlatformTransactionManager;

/** {@link Simultaneous} for tests without an application around them. */
public final class StandingSimultaneous {

    private StandingSimultaneous() {
    }

    public static Simultaneous with(PlatformTransactionManager transactions) {
        return new Simultaneous(transactions);
    }
}
