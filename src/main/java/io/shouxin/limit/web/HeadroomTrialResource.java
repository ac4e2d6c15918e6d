package io.shouxin.limit.web;

import io.shouxin.kernel.Money;
import io.shouxin.limit.HeadroomTrialView;
import io.shouxin.limit.LimitAccountId;
import java.util.List;
import java.util.Optional;

/**
 * A trial as the API tells it; amounts as decimal strings, absent where undefined.
 *
 * @param readOnly always true: nothing is held, the ledger decides when the amount is posted
 * @param most     the most that would fit; absent if no level has a ceiling
 * @param levels   root first
 */
record HeadroomTrialResource(boolean readOnly, String account, String currency, String amount, boolean fits, String stoppedBy, String breaksAt,
                             String most, List<Level> levels) {

    static HeadroomTrialResource of(HeadroomTrialView view) {
        return new HeadroomTrialResource(true, view.account().value(), view.amount().currency().getCurrencyCode(), plain(view.amount()), view.fits(),
                view.stoppedBy().map(LimitAccountId::value).orElse(null), view.breaksAt().map(LimitAccountId::value).orElse(null),
                plain(view.most()), view.levels().stream().map(Level::of).toList());
    }

    /** @param takes by how much the amount uses this level, in its currency @param missing by how much it falls short */
    record Level(String account, String currency, String held, String free, String takes, String left, boolean fits, String missing) {

        static Level of(HeadroomTrialView.Level level) {
            return new Level(level.account().value(), level.takes().currency().getCurrencyCode(), plain(level.held()), plain(level.free()), plain(level.takes()),
                    plain(level.left()), level.fits(), plain(level.missing()));
        }
    }

    private static String plain(Optional<Money> money) {
        return money.map(HeadroomTrialResource::plain).orElse(null);
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
