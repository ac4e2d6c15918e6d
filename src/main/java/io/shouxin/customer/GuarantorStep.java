package io.shouxin.customer;

/** One guarantee in the chain of guarantors above a party (担保链). @param level 1 for those who guarantee for the party itself */
public record GuarantorStep(int level, PartyRelation guarantee) {
}
