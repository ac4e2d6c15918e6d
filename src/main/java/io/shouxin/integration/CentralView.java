package io.shouxin.integration;

import io.shouxin.kernel.Money;
import io.shouxin.origination.DuplicateNote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One customer across all granting entities (客户授信总览): who grants what, how it is used, how he was rated and last decided on.
 *
 * @param grade      of the newest rating; null before the first, and for a reader who may not see other entities' figures
 * @param overdue    as the newest credit report says; null when none is on file
 * @param committed  at all entities; null when the reader may not see one of them
 * @param utilised   likewise
 * @param reserved   likewise
 * @param exceptions policy exceptions of the cases the reader may see
 * @param breaches   open breach cases among them
 * @param duplicates applications under way that meet other entities' granting, and can be released by the reader if the policy blocks
 */
public record CentralView(String customerId, String customerName, String groupName, String grade, LocalDate ratedOn, Overdue overdue,
                          Money committed, Money utilised, Money reserved, List<AtEntity> entities, Exceptions exceptions, int breaches, List<Duplicates> duplicates) {

    public CentralView {
        entities = List.copyOf(entities);
        duplicates = List.copyOf(duplicates);
    }

    /** Policy exceptions (政策例外): before those who decide, in force, and all there ever were. */
    public record Exceptions(int asked, int inForce, int all) {
    }

    /** Days past due now, and the longest of the last 24 months, as of a day. */
    public record Overdue(int currentDays, int longestDays24m, LocalDate asOf) {
    }

    /**
     * What one entity has with the customer. Of an entity whose figures the reader may not see only the fact is told: no lines, no amounts.
     *
     * @param grants       has a facility that is live
     * @param underWay     number of applications under way; null when hidden
     * @param lastDecision its latest approval decision; null without one or when hidden
     */
    public record AtEntity(String entity, String nameZh, String nameEn, boolean amountsHidden, boolean grants, Money committed, Money utilised,
                           Money reserved, Integer underWay, Decision lastDecision, List<Line> lines) {

        public AtEntity {
            lines = List.copyOf(lines);
        }
    }

    /** One facility. */
    public record Line(String facilityId, String product, Money committed, Money utilised, LocalDate validTo, String status) {
    }

    /** How an application was decided. */
    public record Decision(String applicationId, String verdict, Instant decidedAt) {
    }

    /** An application and what other entities grant to the same customer or group. */
    public record Duplicates(String applicationId, String entity, boolean blocked, boolean releasable, List<String> otherEntities,
                             List<DuplicateNote> notes) {
    }
}
