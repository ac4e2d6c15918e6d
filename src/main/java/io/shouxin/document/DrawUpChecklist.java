package io.shouxin.document;

import io.shouxin.kernel.CustomerId;
import java.time.LocalDate;
import java.util.List;

/**
 * Order to draw up the checklist of a subject.
 *
 * @param subject    business number the documents belong to, e.g. {@code CA-2026-000123}
 * @param customer   whose documents they are; decides who may see them
 * @param facilities one entry per requested facility; what any of them needs, the checklist asks for once
 * @param asOf       day whose policy version applies
 */
public record DrawUpChecklist(String subject, CustomerId customer, List<ChecklistFacts> facilities, LocalDate asOf) {

    public DrawUpChecklist {
        facilities = List.copyOf(facilities);
    }
}
