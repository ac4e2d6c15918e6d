package io.shouxin.document.web;

import io.shouxin.document.ChecklistItem;
import io.shouxin.document.ChecklistView;
import io.shouxin.kernel.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A checklist as the API tells it, with labels in the reader's language. */
record ChecklistAnswer(String subject, String customerId, String policyVersion, boolean complete, String waitingFor,
                       String waitingForLabel, List<Item> items) {

    static ChecklistAnswer of(ChecklistView checklist, Wording wording, Locale language) {
        return new ChecklistAnswer(checklist.subject(), checklist.customer().value(), checklist.policyVersion(), checklist.complete(),
                checklist.waitingFor().name(), wording.of("waitingFor." + checklist.waitingFor(), language),
                checklist.items().stream().map(item -> Item.of(item, wording, language)).toList());
    }

    /** One item with its labels. */
    record Item(String kind, String label, boolean required, boolean fromBank, String demand, String demandLabel, String state,
                String stateLabel, String reason, String documentId, String fileName, Long sizeBytes, String uploadedBy,
                Instant uploadedAt, String judgedBy, Instant judgedAt, boolean asked) {

        static Item of(ChecklistItem item, Wording wording, Locale language) {
            return new Item(item.kind(), wording.of("documentKind." + item.kind(), language), item.required(), item.fromBank(),
                    item.demand(), wording.of("reason." + item.demand(), language), item.state().name(),
                    wording.of("itemState." + item.state(), language), item.reason(), item.documentId(), item.fileName(),
                    item.sizeBytes(), item.uploadedBy(), item.uploadedAt(), item.judgedBy(), item.judgedAt(), item.asked());
        }
    }
}
