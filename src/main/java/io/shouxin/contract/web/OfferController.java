package io.shouxin.contract.web;

import io.shouxin.contract.OfferDesk;
import io.shouxin.contract.OfferView;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers over HTTP. They are answered in the task, not here. */
@RestController
@RequestMapping({"/api/v1/offers", "/camunda/api/shouxin/v1/offers"})
class OfferController {

    private final OfferDesk desk;
    private final Access access;
    private final Wording wording;

    OfferController(OfferDesk desk, Access access, Wording wording) {
        this.desk = desk;
        this.access = access;
        this.wording = wording;
    }

    /** All rounds of an application, latest first. */
    @GetMapping
    List<OfferAnswerBody> offers(@RequestParam String applicationId, Locale language) {
        Person reader = access.person();
        return desk.of(new ApplicationId(applicationId)).stream().filter(offer -> access.mayRead(reader, applicationId, offer.customer()))
                .map(offer -> OfferAnswerBody.of(offer, wording, language)).toList();
    }

    /** An offer as the API tells it. */
    record OfferAnswerBody(String offerId, String applicationId, String customerId, int round, String status, String statusLabel,
                           LocalDate validUntil, TermsAnswer terms, String termsHash, String letterId, String remark, Instant issuedAt,
                           String answeredBy, Instant answeredAt) {

        static OfferAnswerBody of(OfferView offer, Wording wording, Locale language) {
            return new OfferAnswerBody(offer.id().value(), offer.application().value(), offer.customer().value(), offer.round(),
                    offer.status().name(), wording.of("offerStatus." + offer.status(), language), offer.validUntil(),
                    TermsAnswer.of(offer.terms(), offer.sheet(), wording, language), offer.termsHash(), offer.letter().value(), offer.remark(),
                    offer.issuedAt(), offer.answeredBy(), offer.answeredAt());
        }
    }
}
