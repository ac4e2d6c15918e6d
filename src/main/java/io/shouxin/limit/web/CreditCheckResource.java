package io.shouxin.limit.web;

import io.shouxin.kernel.Wording;
import io.shouxin.limit.CreditCheckView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** A past check on the wire; what was held and used of it stands as it is now. */
record CreditCheckResource(long number, String customerId, String use, String currency, String amount, String counted, LocalDate date,
                           String paymentTerm, String product, String account, String decision, String decisionLabel, String reasonCode,
                           String bindingAccount, String prepay, String orderNumber, String reservationId, String reservationStatus,
                           String used, String askedBy, Instant askedAt) {

    static CreditCheckResource of(CreditCheckView check, Wording wording, Locale language) {
        return new CreditCheckResource(check.number(), check.customer().value(), check.use().name(), check.amount().currency().getCurrencyCode(),
                CreditAnswerResource.plain(check.amount()), CreditAnswerResource.plain(check.counted()), check.day(), check.paymentTerm(),
                check.product().orElse(null), check.account().orElse(null), check.decision().name(),
                wording.of("creditDecision." + check.decision(), language), check.reasonCode().orElse(null), check.binding().orElse(null),
                CreditAnswerResource.plain(check.prepay()), check.orderNumber().orElse(null), check.reservation().map(Object::toString).orElse(null),
                check.held().map(Enum::name).orElse(null), check.used().map(CreditAnswerResource::plain).orElse(null), check.askedBy(), check.askedAt());
    }
}
