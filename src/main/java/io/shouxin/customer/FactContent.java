package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** What a fact says; one record per kind. */
public sealed interface FactContent permits TaxRecord, SiteVisit, BackgroundCheck, ExternalRating, PastTrading {

    /** Kind of fact this is the content of. */
    FactKind kind();

    /** What cannot be, beside the fields of the content. */
    List<Refusal> refusals();

    /** The single data as text by name, messages {@code factDetail.NAME}; what is not given is left out. */
    Map<String, String> details();
}
