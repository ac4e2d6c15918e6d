package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.GroupId;
import java.util.Objects;

/** Names a limit account by its level and the number of what it belongs to, e.g. {@code CUSTOMER:C-2026-000123}. */
public record LimitAccountId(LimitLevel level, String number) {

    public LimitAccountId {
        Objects.requireNonNull(level, "level");
        switch (level) {
            case GROUP, POOL -> new GroupId(number);
            case CUSTOMER -> new CustomerId(number);
            case FACILITY, SUB_FACILITY -> new FacilityId(number);
        }
    }

    public static LimitAccountId of(GroupId group) {
        return new LimitAccountId(LimitLevel.GROUP, group.value());
    }

    public static LimitAccountId of(CustomerId customer) {
        return new LimitAccountId(LimitLevel.CUSTOMER, customer.value());
    }

    public static LimitAccountId of(FacilityId facility) {
        return new LimitAccountId(LimitLevel.FACILITY, facility.value());
    }

    /** A ceiling shared by some members of a group. */
    public static LimitAccountId pool(String number) {
        return new LimitAccountId(LimitLevel.POOL, number);
    }

    /** A part of a facility. */
    public static LimitAccountId subFacility(String number) {
        return new LimitAccountId(LimitLevel.SUB_FACILITY, number);
    }

    /** @throws IllegalArgumentException if the text names no account */
    public static LimitAccountId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a limit account: " + text);
        }
        return new LimitAccountId(LimitLevel.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** The account as one text, {@code LEVEL:number}; at most 60 characters. */
    public String value() {
        return level + ":" + number;
    }

    @Override
    public String toString() {
        return value();
    }
}
