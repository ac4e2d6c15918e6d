package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.document.ChecklistView.WaitingFor;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private static final CustomerId CUSTOMER = new CustomerId("C-1");
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private final Checklist checklist = new Checklist("CA-1", CUSTOMER, "2026.1", List.of(ChecklistItem.missing("TAX_CERTIFICATE", false, "TAXES_PAID"),
            ChecklistItem.missing("ID_CARD", true, "IDENTIFY_CUSTOMER"), ChecklistItem.missing("SITE_VISIT_REPORT", true, "FACTS_SEEN_ON_SITE")));

    @Test
    void waitsForTheCustomerThenForTheBankThenForNobody() {
        assertThat(checklist.view().waitingFor()).isEqualTo(WaitingFor.CUSTOMER);

        bring("ID_CARD");
        assertThat(checklist.view().waitingFor()).isEqualTo(WaitingFor.BANK);

        bring("SITE_VISIT_REPORT");
        judge(DocumentVerdict.accept("ID_CARD"));
        judge(DocumentVerdict.accept("SITE_VISIT_REPORT"));
        assertThat(checklist.view().complete()).isTrue();
        assertThat(checklist.view().waitingFor()).isEqualTo(WaitingFor.NOBODY);
    }

    @Test
    void aRejectedItemIsTheCustomersTurnAgainAndSaysWhy() {
        bring("ID_CARD");
        judge(DocumentVerdict.reject("ID_CARD", " 已过期 "));

        assertThat(checklist.view().outstanding()).contains("ID_CARD");
        assertThat(checklist.item("ID_CARD").orElseThrow().reason()).isEqualTo("已过期");
    }

    @Test
    void drawnUpAgainKeepsWhatWasBroughtAndDropsWhatNobodyAsksForAnyMore() {
        bring("ID_CARD");
        checklist.redraw("2026.2", List.of(ChecklistItem.missing("ARTICLES", true, "IDENTIFY_OWNERS")));

        assertThat(checklist.view().items()).extracting(ChecklistItem::kind).containsExactly("ARTICLES", "ID_CARD");
        assertThat(checklist.item("ID_CARD").orElseThrow().required()).isFalse();
        assertThat(checklist.view().policyVersion()).isEqualTo("2026.2");
    }

    @Test
    void whatAnApproverAsksForIsTheCustomersTurnUntilItIsThereOrNoLongerAskedFor() {
        bring("ID_CARD");
        judge(DocumentVerdict.accept("ID_CARD"));
        checklist.replace(List.of(checklist.item("ID_CARD").orElseThrow().askedFor("已过期"), ChecklistItem.missing("ORDERS", false, "ASKED").askedFor("核实需求")));
        assertThat(checklist.view().awaitedFromCustomer()).containsExactlyInAnyOrder("ID_CARD", "ORDERS");
        assertThat(checklist.item("ID_CARD").orElseThrow().documentId()).as("the earlier one is not lost").isEqualTo("D-ID_CARD");

        bring("ID_CARD");
        checklist.replace(List.of(checklist.item("ORDERS").orElseThrow().noLongerAskedFor()));
        assertThat(checklist.view().awaitedFromCustomer()).isEmpty();
        assertThat(checklist.item("ORDERS").orElseThrow().reason()).isNull();
    }

    private void bring(String kind) {
        DocumentView document = new DocumentView(new DocumentId("D-" + kind), "CA-1", CUSTOMER, kind, "a.pdf", "application/pdf", 5, "0".repeat(64),
                false, null, "applicant", NOON, LocalDate.of(2036, 3, 5));
        checklist.replace(List.of(checklist.item(kind).orElseThrow().uploaded(document)));
    }

    private void judge(DocumentVerdict verdict) {
        checklist.replace(List.of(checklist.item(verdict.kind()).orElseThrow().judged(verdict, new PersonId("analyst"), NOON)));
    }
}
