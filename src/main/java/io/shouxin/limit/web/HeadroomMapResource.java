package io.shouxin.limit.web;

import io.shouxin.kernel.Money;
import io.shouxin.limit.HeadroomMapView;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.ReservationView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The map as the API tells it; amounts as decimal strings, absent where undefined.
 *
 * @param withheld  true if sums over all granting entities are not for the reader
 * @param opened    false if the customer asked for has no account yet; {@code asked} is then the group he will stand in
 * @param asked     account asked for
 * @param truncated true if accounts are left out, each parent telling how many
 * @param root      absent if there is no account at all
 */
record HeadroomMapResource(boolean withheld, boolean opened, String asked, boolean truncated, LocalDate today, Instant readAt, Node root) {

    static HeadroomMapResource none() {
        return new HeadroomMapResource(false, false, null, false, null, null, null);
    }

    static HeadroomMapResource withheldFrom() {
        return new HeadroomMapResource(true, false, null, false, null, null, null);
    }

    static HeadroomMapResource of(HeadroomMapView view, boolean opened, MapNames.Named names, LocalDate today, Instant readAt) {
        return new HeadroomMapResource(false, opened, view.asked().value(), view.truncated(), today, readAt, Node.of(view.root(), names));
    }

    /**
     * @param product         of a facility, if its agreement is known
     * @param products        what the account may be used for; empty for all
     * @param ceiling         absent if undefined; of a facility what is committed
     * @param sharesWith      the account above whose ceiling it shares
     * @param freeForIt       the most that every level of its line has room for; absent if none has a ceiling or a rate is missing
     * @param bindingAccount  the level that allows no more
     * @param carriedCurrency the parent's currency, in which {@code carried…} tells what the account counts for there
     */
    record Node(String account, String level, String number, String name, String product, Set<String> products, String currency, String status,
                LocalDate validTo, String ceiling, String sharesWith, String temporary, LocalDate temporaryTo, String reserved, String provisional,
                String committed, String utilised, String setAside, boolean ringFenced, boolean revolving, String excess, String free,
                String freeForIt, String bindingAccount, String stoppedBy, boolean rateMissing, String carriedCurrency, String carriedReserved,
                String carriedCommitted, String carriedUtilised, List<Reservation> reservations, int moreReservations, List<Node> children,
                int leftOut) {

        static Node of(HeadroomMapView.Node node, MapNames.Named names) {
            LimitAccountView account = node.account();
            LimitAccountId id = account.id();
            Optional<Money> ceiling = id.level() == LimitLevel.FACILITY ? Optional.of(account.committed()) : account.ceiling();
            return new Node(id.value(), id.level().name(), id.number(), names.names().get(id), names.products().get(id), account.products(),
                    account.reserved().currency().getCurrencyCode(), account.status().name(), account.validTo().orElse(null), plain(ceiling),
                    text(node.sharesWith()), plain(account.temporary()), account.temporaryTo().orElse(null), plain(account.reserved()),
                    plain(account.provisional()), plain(account.committed()), plain(account.utilised()), plain(account.setAside()),
                    account.ringFenced(), account.revolving(), plain(account.excess()), plain(account.free()), plain(node.freeForIt()),
                    text(node.binding()), text(node.stoppedBy()), node.rateMissing(),
                    node.carried().map(carried -> carried.reserved().currency().getCurrencyCode()).orElse(null),
                    plain(node.carried().map(HeadroomMapView.Carried::reserved)), plain(node.carried().map(HeadroomMapView.Carried::committed)),
                    plain(node.carried().map(HeadroomMapView.Carried::utilised)),
                    node.reservations().stream().map(Reservation::of).toList(), node.moreReservations(),
                    node.children().stream().map(child -> of(child, names)).toList(), node.leftOut());
        }
    }

    record Reservation(String reservation, String subject, String purpose, String product, String amount, LocalDate until) {

        static Reservation of(ReservationView held) {
            return new Reservation(held.id().value(), held.subject(), held.purpose().name(), held.product().orElse(null),
                    plain(held.amount()), held.expiresOn());
        }
    }

    private static String text(Optional<LimitAccountId> account) {
        return account.map(LimitAccountId::value).orElse(null);
    }

    private static String plain(Optional<Money> money) {
        return money.map(HeadroomMapResource::plain).orElse(null);
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
