package io.shouxin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.document.DocumentView;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.OfferId;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationTest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class ContractRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final String SHA = "ab".repeat(32);

    @Autowired
    private Offers offers;
    @Autowired
    private Agreements agreements;
    @Autowired
    private Facilities facilities;
    @Autowired
    private FacilityBook book;
    @Autowired
    private BusinessNumbers numbers;
    @Autowired
    private EntityManager entities;
    @Autowired
    private TestRestTemplate http;

    @Test
    void offersAgreementsAndFacilitiesComeBackAsTheyWereKept() {
        Offer offer = new Offer(new OfferId(numbers.next("OF")), 1, Samples.terms(), DAY.plusDays(15), new DocumentId("D-1"), NOON);
        offer.answer(OfferAnswer.ACCEPT, "同意𠮷", new PersonId("applicant"), NOON);
        offers.save(offer);
        DocumentView text = new DocumentView(new DocumentId("D-2"), "CA-1", Samples.CUSTOMER, "AGREEMENT", "a.pdf", "application/pdf", 1, SHA, true, null,
                "system", NOON, DAY);
        Agreement agreement = new Agreement(new AgreementId(numbers.next("AG")), 1, offer.id(), Samples.terms(), "2026.1", text, DAY, DAY.plusDays(15), true);
        agreement.sign(new Signature(SignatoryRole.CUSTOMER, "applicant", "王𠮷", NOON, SHA, null, SignatureManner.CERTIFICATE, "CN=王𠮷", null, null,
                null), new DocumentId("D-3"));
        agreement.fulfil(new ConditionPrecedent("MORTGAGE_REGISTERED", true, null, "已查询登记簿", "rm", NOON));
        agreements.save(agreement);
        facilities.saveAll(Samples.terms().approved().facilities().stream()
                .map(line -> new Facility(new FacilityId(numbers.next("F")), agreement, line, DAY)).toList());
        OfferView offered = offer.view();
        AgreementView agreed = agreement.view(List.of());
        entities.flush();
        entities.clear();

        assertThat(offers.findForChangeById(offered.id().value()).orElseThrow().view()).isEqualTo(offered);
        assertThat(agreements.findForChangeById(agreed.id().value()).orElseThrow().view(List.of())).isEqualTo(agreed);
        assertThat(book.of(Samples.APPLICATION)).hasSize(2).allSatisfy(facility -> {
            assertThat(facility.validTo()).isEqualTo(LocalDate.of(2027, 3, 4));
            assertThat(facility.status()).as("the ledger knows nothing of it").isEqualTo(FacilityStatus.CLOSED);
            assertThat(facility.available().isZero()).isTrue();
        });
        assertThat(book.facilities(Samples.CUSTOMER)).hasSize(2);
        assertThat(book.all(0, 10)).isNotEmpty();
    }

    @Test
    void theApiAnswersOfficersAndCustomersAfterLoginOnly() {
        for (String path : new String[] {"/api/v1/facilities", "/api/v1/offers?applicationId=CA-1", "/api/v1/agreements?applicationId=CA-1"}) {
            assertThat(http.getForEntity(path, String.class).getStatusCode().value()).as(path).isEqualTo(401);
            assertThat(http.withBasicAuth("analyst", "shouxin-demo").getForEntity(path, String.class).getStatusCode().value()).as(path).isEqualTo(200);
            assertThat(http.withBasicAuth("applicant", "shouxin-demo").getForEntity(path, String.class).getStatusCode().value()).as(path).isEqualTo(200);
        }
    }
}
