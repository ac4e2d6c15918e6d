package io.shouxin.monitoring.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Wording;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.monitoring.BreachSearch;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws up the list of breach cases as far as the officer sees them, newest first. */
@Component
class BreachList {

    private static final int MOST_ON_A_PAGE = 200;
    /** So many beyond the page are counted: to count all takes longer than to find the page. */
    private static final int COUNTED_AHEAD = 1_000;

    private final BreachDesk breaches;
    private final Access access;
    private final Wording wording;

    BreachList(BreachDesk breaches, Access access, Wording wording) {
        this.breaches = breaches;
        this.access = access;
        this.wording = wording;
    }

    /** @param page from 0 @param size 1 to 200; beyond that the nearest counts */
    BreachPage page(Person officer, String customer, String reference, int page, int size, Locale language) {
        int width = Math.max(1, Math.min(size, MOST_ON_A_PAGE));
        int number = Math.max(0, Math.min(page, (Integer.MAX_VALUE - COUNTED_AHEAD - 2) / width - 1));
        BreachSearch search = new BreachSearch(Optional.ofNullable(customer).map(CustomerId::new), reference, access.reach(officer));
        int most = (number + 1) * width + COUNTED_AHEAD;
        int total = breaches.count(search, most + 1);
        return new BreachPage(breaches.found(search, number, width).stream().map(found -> BreachLine.of(found, wording, language)).toList(), number, width,
                Math.min(total, most), total > most);
    }
}
