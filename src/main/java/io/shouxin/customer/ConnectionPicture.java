package io.shouxin.customer;

import java.time.LocalDate;
import java.util.List;

/**
 * A party among those it has relations with, as of a day (关联图谱).
 *
 * @param parties     those near it, itself first; with what stands in the links, circles and owners
 * @param relations   between those near it
 * @param abridged    there are more parties than shown
 * @param links       why it and those near it count as connected; empty when it is connected with nobody
 * @param controls    firms it controls, itself or through others; at most 60, nearest first
 * @param owners      who owns what of it through all chains, the largest first; empty when {@code ownersKnown} is false
 * @param ownersKnown false when shares go round in circles that cannot be resolved
 * @param guarantors  who guarantees for it, and for those, to the depth of the policy
 * @param proposals   changes of the registered groups that concern it; empty for a day of the past
 */
public record ConnectionPicture(PartyView party, LocalDate asOf, List<PartyView> parties, List<PartyRelation> relations, boolean abridged,
                                List<PartyLink> links, List<PartyLink> controls, List<PartyOwner> owners, boolean ownersKnown,
                                List<GuarantorStep> guarantors, List<Circle> circles, List<GroupProposal> proposals, ConnectionRules rules) {

    /** The most parties drawn, and links told. */
    static final int MOST = 60;
}
