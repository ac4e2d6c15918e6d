package io.shouxin.limit;

import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * Command: open an account without a ceiling.
 *
 * @param parent the account above; only a group or a customer may have none
 */
public record OpenAccount(LimitAccountId account, Optional<LimitAccountId> parent, Currency currency) {

    public OpenAccount {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(currency, "currency");
    }
}
