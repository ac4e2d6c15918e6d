package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.identifier.IdentityVault;
import io.shouxin.customer.identifier.UnifiedSocialCreditCode;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of customers (客户登记簿): enterprises and natural persons, each entered once, each with a checked identifier,
 * some joined in connected groups, some blocked.
 */
@Service
@Transactional
public class CustomerRegister {

    private final Customers customers;
    private final ConnectedGroups groups;
    private final GroupMemberships memberships;
    private final IdentityVault vault;
    private final People people;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    CustomerRegister(Customers customers, ConnectedGroups groups, GroupMemberships memberships, IdentityVault vault, People people,
                     CaseEntities cases, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.customers = customers;
        this.groups = groups;
        this.memberships = memberships;
        this.vault = vault;
        this.people = people;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /**
     * Enters a customer. Refuses, all reasons at once, what is malformed; refuses {@code CUSTOMER_ALREADY_REGISTERED} with
     * the number of the customer who holds the identifier; when he was entered at this very moment, by throwing that refusal.
     */
    public Outcome<CustomerView> register(RegisterCustomer wish, PersonId actor) {
        return RegistrationCheck.of(wish, clock.today()).then(facts -> enter(facts, actor));
    }

    /** What {@link #register} would refuse, without entering anything. */
    @Transactional(readOnly = true)
    public List<Refusal> refusals(RegisterCustomer wish) {
        return RegistrationCheck.of(wish, clock.today()).then(facts -> takenBy(hash(facts.identifierType(), facts.identifier()))
                .map(Outcome::<RegisterCustomer>refused).orElseGet(() -> Outcome.done(facts))).refusals();
    }

    private Outcome<CustomerView> enter(RegisterCustomer facts, PersonId actor) {
        String hash = hash(facts.identifierType(), facts.identifier());
        Optional<Refusal> taken = takenBy(hash);
        if (taken.isPresent()) {
            return Outcome.refused(taken.get());
        }
        CustomerId id = new CustomerId(numbers.next("C"));
        Customer customer = new Customer(id, facts, new Customer.KeptIdentifier(hash, kept(facts, id), masked(facts)), clock.instant());
        Optional<ConnectedGroup> group = Optional.ofNullable(facts.groupName()).map(this::groupNamed);
        group.ifPresent(customer::join);
        simultaneous.write(() -> customers.saveAndFlush(customer), () -> takenBy(hash).orElse(null));
        group.ifPresent(joined -> memberships.join(id, joined.id(), clock.today(), null, actor));
        cases.belongs(id.value(), id, people.find(actor).filter(Person::isOfficer).map(Person::entity).orElse(EntityCode.HEAD_OFFICE));
        audit.record(id.value(), "CUSTOMER_REGISTERED", actor, facts.kind() + " " + facts.identifierType());
        return Outcome.done(customer.view());
    }

    private Optional<Refusal> takenBy(String hash) {
        return customers.findByHash(hash)
                .map(holder -> Refusal.of("CUSTOMER_ALREADY_REGISTERED").at("identifier").with("customerId", holder.id()));
    }

    @Transactional(readOnly = true)
    public Optional<CustomerView> find(CustomerId id) {
        return customers.findById(id.value()).map(Customer::view);
    }

    /** @param identifier as typed; normalised before it is looked up */
    @Transactional(readOnly = true)
    public Optional<CustomerView> findByIdentifier(IdentifierType type, String identifier) {
        return customers.findByHash(hash(type, UnifiedSocialCreditCode.normalised(identifier))).map(Customer::view);
    }

    /**
     * Customers whose name or group name contains the text, or whose number or whole identifier it is; newest first.
     *
     * @param text  blank for all
     * @param limit at most this many, 1 to 200
     */
    @Transactional(readOnly = true)
    public List<CustomerView> search(String text, int limit) {
        String wanted = text == null ? "" : text.strip();
        String pattern = '%' + wanted.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
        List<String> hashes = Arrays.stream(IdentifierType.values())
                .map(type -> hash(type, UnifiedSocialCreditCode.normalised(wanted))).toList();
        return customers.search(pattern, wanted, hashes, Limit.of(Math.max(1, Math.min(limit, 200))))
                .stream().map(Customer::view).toList();
    }

    /** Names of customers, those there are, by one query. */
    @Transactional(readOnly = true)
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        return customers.findAllById(ids.stream().map(CustomerId::value).toList()).stream().map(Customer::view)
                .collect(Collectors.toMap(CustomerView::id, CustomerView::name));
    }

    /** Names of connected groups, those there are, by one query. */
    @Transactional(readOnly = true)
    public Map<GroupId, String> groupNames(Collection<GroupId> ids) {
        return groups.findAllById(ids.stream().map(GroupId::value).toList()).stream()
                .collect(Collectors.toMap(ConnectedGroup::id, ConnectedGroup::name));
    }

    /**
     * Customers of an industry in a region, in the order of their numbers.
     *
     * @param industry section or division their industry code begins with; null for all
     * @param region   part of their region; null for all
     * @param limit    at most this many
     */
    @Transactional(readOnly = true)
    public List<CustomerView> inMarket(String industry, String region, int limit) {
        String within = region == null ? "%" : '%' + region.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
        return customers.findInMarket(industry == null ? "%" : industry + '%', within, industry == null, region == null, Limit.of(limit))
                .stream().map(Customer::view).toList();
    }

    /** The customers of a connected group, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<CustomerView> membersOf(GroupId group) {
        return customers.findMembers(group.value()).stream().map(Customer::view).toList();
    }

    /** The customer and the other members of his connected group. */
    @Transactional(readOnly = true)
    public Set<CustomerId> connected(CustomerId id) {
        Set<CustomerId> all = new LinkedHashSet<>(Set.of(id));
        find(id).flatMap(CustomerView::group).stream().flatMap(group -> membersOf(group).stream()).map(CustomerView::id).forEach(all::add);
        return all;
    }

    /** Joins the connected group of this name from today on, creating it if there is none; leaves the group joined before. */
    public Outcome<CustomerView> joinGroup(CustomerId id, String groupName, PersonId actor) {
        return joinGroup(id, new JoinGroup(groupName, null, null), actor);
    }

    /**
     * Joins a connected group from a day on, leaving the group before the day before; refuses a day before his registration, in the
     * future, or within another membership. A member already, he stays one since when he was.
     */
    public Outcome<CustomerView> joinGroup(CustomerId id, JoinGroup wish, PersonId actor) {
        String name = PlainText.stripped(wish.groupName());
        String reason = PlainText.stripped(wish.reason());
        LocalDate from = wish.from() == null ? clock.today() : wish.from();
        List<Refusal> refusals = new ArrayList<>();
        if (name == null) {
            refusals.add(Refusal.of("GROUP_NAME_MISSING").at("groupName"));
        }
        PlainText.check(name, "groupName", 100, refusals);
        PlainText.check(reason, "reason", 500, refusals);
        return change(id, refusals, customer -> {
            if (name.equals(customer.view().groupName())) {
                return Outcome.done(customer.view());
            }
            Optional<Refusal> day = memberships.refusal(id, customer.registeredOn(), from);
            if (day.isPresent()) {
                return Outcome.refused(day.get());
            }
            ConnectedGroup group = groupNamed(name);
            customer.join(group);
            memberships.join(id, group.id(), from, reason, actor);
            audit.record(id.value(), "CUSTOMER_JOINED_GROUP", actor, group.id().value());
            return Outcome.done(customer.view());
        });
    }

    /** Leaves the connected group; from today on he is no member. */
    public Outcome<CustomerView> leaveGroup(CustomerId id, String reason, PersonId actor) {
        return change(id, reasonRefusals(reason), customer -> {
            Optional<GroupId> group = customer.view().group();
            if (group.isEmpty()) {
                return Outcome.refused(Refusal.of("NOT_IN_A_GROUP").with("customerId", id));
            }
            customer.join(null);
            memberships.leave(id, clock.today(), reason.strip(), actor);
            audit.record(id.value(), "CUSTOMER_LEFT_GROUP", actor, group.get().value());
            return Outcome.done(customer.view());
        });
    }

    /**
     * Enters where the customer stands; refuses {@code REGION_WITHOUT_PROVINCE} unless the text begins with a province.
     *
     * @param region address or code of GB/T 2260, at most 100 characters
     */
    public Outcome<CustomerView> locate(CustomerId id, String region, PersonId actor) {
        String place = PlainText.stripped(region);
        List<Refusal> refusals = new ArrayList<>();
        PlainText.check(place, "region", 100, refusals);
        Optional<Province> province = Province.ofRegion(place);
        if (refusals.isEmpty() && province.isEmpty()) {
            refusals.add(Refusal.of("REGION_WITHOUT_PROVINCE").at("region"));
        }
        return change(id, refusals, customer -> {
            customer.locate(place, province.orElseThrow());
            audit.record(id.value(), "CUSTOMER_LOCATED", actor, province.get().code() + " " + place);
            return Outcome.done(customer.view());
        });
    }

    /** Bars all new business with the customer. */
    public Outcome<CustomerView> block(CustomerId id, String reason, PersonId actor) {
        return change(id, reasonRefusals(reason), customer -> {
            if (customer.isBlocked()) {
                return Outcome.refused(Refusal.of("CUSTOMER_ALREADY_BLOCKED"));
            }
            customer.block(reason.strip());
            audit.record(id.value(), "CUSTOMER_BLOCKED", actor, reason.strip());
            return Outcome.done(customer.view());
        });
    }

    /** Lifts a block. */
    public Outcome<CustomerView> unblock(CustomerId id, String reason, PersonId actor) {
        return change(id, reasonRefusals(reason), customer -> {
            if (!customer.isBlocked()) {
                return Outcome.refused(Refusal.of("CUSTOMER_NOT_BLOCKED"));
            }
            customer.unblock();
            audit.record(id.value(), "CUSTOMER_UNBLOCKED", actor, reason.strip());
            return Outcome.done(customer.view());
        });
    }

    /**
     * The full identifier, for an agreement or a query at an authority. Each look leaves an audit entry.
     *
     * @param purpose what it is needed for, 1 to 200 characters
     */
    public Outcome<String> revealIdentifier(CustomerId id, String purpose, PersonId actor) {
        String stated = PlainText.stripped(purpose);
        List<Refusal> refusals = new ArrayList<>();
        if (stated == null) {
            refusals.add(Refusal.of("PURPOSE_MISSING").at("purpose"));
        }
        PlainText.check(stated, "purpose", 200, refusals);
        return change(id, refusals, customer -> {
            audit.record(id.value(), "IDENTIFIER_REVEALED", actor, stated);
            return Outcome.done(customer.identifierType() == IdentifierType.RESIDENT_ID
                    ? vault.open(customer.identifierKept(), id.value()) : customer.identifierKept());
        });
    }

    private <T> Outcome<T> change(CustomerId id, List<Refusal> refusals, Function<Customer, Outcome<T>> act) {
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return customers.findById(id.value()).map(act)
                .orElseGet(() -> Outcome.refused(Refusal.of("CUSTOMER_UNKNOWN").with("customerId", id)));
    }

    private static List<Refusal> reasonRefusals(String reason) {
        List<Refusal> refusals = new ArrayList<>();
        String stated = PlainText.stripped(reason);
        if (stated == null) {
            refusals.add(Refusal.of("REASON_MISSING").at("reason"));
        }
        PlainText.check(stated, "reason", 500, refusals);
        return refusals;
    }

    private ConnectedGroup groupNamed(String name) {
        return groups.findByName(name)
                .orElseGet(() -> simultaneous.write(
                        () -> groups.saveAndFlush(new ConnectedGroup(new GroupId(numbers.next("G")), name, clock.instant())), () -> null));
    }

    private String hash(IdentifierType type, String identifier) {
        return vault.hash(type.name(), identifier);
    }

    private String kept(RegisterCustomer facts, CustomerId id) {
        return facts.identifierType() == IdentifierType.RESIDENT_ID ? vault.seal(facts.identifier(), id.value()) : facts.identifier();
    }

    private static String masked(RegisterCustomer facts) {
        String number = facts.identifier();
        return switch (facts.identifierType()) {
            case UNIFIED_SOCIAL_CREDIT_CODE -> number.substring(0, 4) + "**********" + number.substring(14);
            case RESIDENT_ID -> number.charAt(0) + "****************" + number.charAt(17);
            case INTERNAL_REFERENCE -> number;
        };
    }
}
