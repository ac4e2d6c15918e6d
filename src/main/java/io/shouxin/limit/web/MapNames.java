package io.shouxin.limit.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.GroupId;
import io.shouxin.limit.FacilityProducts;
import io.shouxin.limit.HeadroomMapView;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What people call the accounts of a map: names of groups and customers, products of facilities; a query for each of the three. */
@Component
class MapNames {

    private final CustomerRegister register;
    private final FacilityProducts products;

    MapNames(CustomerRegister register, FacilityProducts products) {
        this.register = register;
        this.products = products;
    }

    /** @param names by account, of groups and customers @param products codes by account, of facilities whose agreement is known */
    record Named(Map<LimitAccountId, String> names, Map<LimitAccountId, String> products) {
    }

    Named of(HeadroomMapView view) {
        List<LimitAccountId> accounts = new ArrayList<>();
        collect(view.root(), accounts);
        Map<LimitAccountId, String> names = new HashMap<>();
        register.groupNames(numbers(accounts, LimitLevel.GROUP, GroupId::new)).forEach((group, name) -> names.put(LimitAccountId.of(group), name));
        register.names(numbers(accounts, LimitLevel.CUSTOMER, CustomerId::new))
                .forEach((customer, name) -> names.put(LimitAccountId.of(customer), name));
        Map<LimitAccountId, String> agreed = new HashMap<>();
        products.of(numbers(accounts, LimitLevel.FACILITY, FacilityId::new))
                .forEach((facility, product) -> agreed.put(LimitAccountId.of(facility), product));
        return new Named(names, agreed);
    }

    private static void collect(HeadroomMapView.Node node, List<LimitAccountId> into) {
        into.add(node.account().id());
        node.children().forEach(child -> collect(child, into));
    }

    private static <T> List<T> numbers(List<LimitAccountId> accounts, LimitLevel level, Function<String, T> id) {
        return accounts.stream().filter(account -> account.level() == level).map(account -> id.apply(account.number())).toList();
    }
}
