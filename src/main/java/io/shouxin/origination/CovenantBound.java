package io.shouxin.origination;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a figure is held against its target (比较方式); message {@code covenantBound.CODE}. */
public enum CovenantBound {
    /** 不低于. */
    AT_LEAST,
    /** 高于. */
    ABOVE,
    /** 不高于. */
    AT_MOST,
    /** 低于. */
    BELOW;

    /** Whether the figure keeps the target; on the target itself only where the bound includes it. */
    public boolean isKept(BigDecimal value, BigDecimal target) {
        int side = value.compareTo(target);
        return switch (this) {
            case AT_LEAST -> side >= 0;
            case ABOVE -> side > 0;
            case AT_MOST -> side <= 0;
            case BELOW -> side < 0;
        };
    }

    /** A higher figure is the better one. */
    public boolean isFloor() {
        return this == AT_LEAST || this == ABOVE;
    }

    /** Room between figure and target, negative when it is missed. */
    public BigDecimal headroom(BigDecimal value, BigDecimal target) {
        return isFloor() ? value.subtract(target) : target.subtract(value);
    }

    /** By which share of the target the figure misses it, to six decimals; nought when it is kept, all of it when the target is nought. */
    public BigDecimal missedBy(BigDecimal value, BigDecimal target) {
        BigDecimal room = headroom(value, target);
        return isKept(value, target) ? BigDecimal.ZERO : target.signum() == 0 ? BigDecimal.ONE
                : room.abs().divide(target.abs(), MathContext.DECIMAL64).setScale(6, RoundingMode.HALF_UP);
    }

    /** The harder of two targets. */
    BigDecimal stricter(BigDecimal one, BigDecimal other) {
        return isFloor() ? one.max(other) : one.min(other);
    }

    /** By which share of the first target the second one is easier; negative when it is harder. */
    public BigDecimal eased(BigDecimal from, BigDecimal to) {
        BigDecimal by = isFloor() ? from.subtract(to) : to.subtract(from);
        return from.signum() == 0 ? by.signum() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(by.signum())
                : by.divide(from.abs(), MathContext.DECIMAL64);
    }
}
