package io.shouxin.customer;

/** What the graph suggests to change in the registered groups (拟调整); messages {@code proposalKind.CODE}. */
public enum ProposalKind {
    /** Connected customers none of whom is in a group. */
    NEW_GROUP,
    /** A customer connected with the members of a group. */
    MEMBER_TO_JOIN,
    /** A member whose connection with the others is no longer on file. */
    MEMBER_TO_LEAVE,
    /** Groups whose members are connected with each other. */
    GROUPS_TO_MERGE
}
