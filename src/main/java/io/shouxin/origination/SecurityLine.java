package io.shouxin.origination;

import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * One security as it is counted (担保明细): what was offered, what the analyst found, and how much of it covers.
 *
 * @param facility    position of the facility it secures, from 1
 * @param offer       position among what was offered for it; {@code null} for a further security
 * @param kind        {@code null} while nobody has looked at it, as all up to {@code evidence}
 * @param estimate    the customer's own estimate; {@code null} for a further security
 * @param advanceRate fraction of what is left after prior claims; {@code null} while the kind is not known
 * @param counted     what covers the facility, in yuan; zero unless {@code standing} is {@link Standing#COUNTED}
 * @param approvedBy  tier whose approval a kind without a rate needs; {@code null} for all others
 */
public record SecurityLine(int facility, Integer offer, SecurityType type, SecurityKind kind, String description, Money estimate,
                           Money value, LocalDate valuedOn, Valuer valuer, Money priorClaims, Integer rank, SecurityOwner owner,
                           String evidence, BigDecimal advanceRate, Money counted, Standing standing, String approvedBy) {

    private static final Money NOTHING = Money.zero(Money.CNY);

    /** Whether a security counts, and if not, why. Messages {@code securityStanding.CODE}. */
    public enum Standing {
        COUNTED,
        /** 待核实: the analyst has entered no value. */
        NOT_VALUED,
        /** 待核实: only the customer says what it is worth. */
        CUSTOMER_ESTIMATE,
        /** 待核实: the valuation is older than the policy allows for the kind. */
        VALUATION_TOO_OLD,
        /** The policy has no rate for the kind. */
        NO_ADVANCE_RATE,
        /** 已抵押: prior claims take all of it. */
        NOTHING_LEFT,
        /** A guarantee of a related party, and there is nothing else. */
        RELATED_GUARANTEE_ALONE
    }

    static SecurityLine unseen(int facility, int position, SecurityOffer offer) {
        return new SecurityLine(facility, position, offer.type(), null, offer.description(), Money.cny(offer.value()), null, null, null, null,
                null, null, null, null, NOTHING, Standing.NOT_VALUED, null);
    }

    /** @param offer null for a further security */
    static SecurityLine valued(SecurityValuation found, SecurityOffer offer, AdvanceRate rate, LocalDate day) {
        SecurityType type = offer == null ? found.kind().usualType() : offer.type();
        SecurityLine line = new SecurityLine(found.facility(), found.offer(), type, found.kind(),
                offer == null ? found.description().strip() : offer.description(), offer == null ? null : Money.cny(offer.value()),
                Money.cny(found.value()), found.valuedOn(), found.valuer(), Money.cny(found.priorClaims()), found.rank(), found.owner(),
                found.evidence().strip(), null, NOTHING, Standing.COUNTED, null);
        return line.counted(rate, found.valuedOn().plusMonths(rate.validMonths()).isBefore(day));
    }

    /** The same under another rate; how old the valuation was stays as it was found. */
    SecurityLine again(AdvanceRate rate) {
        return kind == null ? this : counted(rate, standing == Standing.VALUATION_TOO_OLD);
    }

    private SecurityLine counted(AdvanceRate rate, boolean tooOld) {
        Money left = value.minus(priorClaims);
        Standing found = !rate.given() ? Standing.NO_ADVANCE_RATE
                : valuer == Valuer.CUSTOMER_ESTIMATE ? Standing.CUSTOMER_ESTIMATE
                : tooOld ? Standing.VALUATION_TOO_OLD
                : !left.isPositive() ? Standing.NOTHING_LEFT : Standing.COUNTED;
        return with(found == Standing.COUNTED ? left.times(rate.rate(), RoundingMode.DOWN) : NOTHING, found, rate.rate(),
                rate.given() ? null : rate.approvedBy());
    }

    SecurityLine alone() {
        return with(NOTHING, Standing.RELATED_GUARANTEE_ALONE, advanceRate, approvedBy);
    }

    boolean counts() {
        return standing == Standing.COUNTED;
    }

    /** Nothing is known yet of what it is worth. */
    boolean toVerify() {
        return standing == Standing.NOT_VALUED || standing == Standing.CUSTOMER_ESTIMATE || standing == Standing.VALUATION_TOO_OLD;
    }

    boolean guaranteeOfRelated() {
        return kind != null && kind.isGuarantee() && owner == SecurityOwner.RELATED_PARTY;
    }

    /** 已抵押: others are secured by it before the bank. */
    boolean pledged() {
        return priorClaims != null && priorClaims.isPositive();
    }

    SecurityOffer asOffer() {
        return new SecurityOffer(type, description, value.amount());
    }

    private SecurityLine with(Money covers, Standing now, BigDecimal rate, String approver) {
        return new SecurityLine(facility, offer, type, kind, description, estimate, value, valuedOn, valuer, priorClaims, rank, owner, evidence,
                rate, covers, now, approver);
    }
}
