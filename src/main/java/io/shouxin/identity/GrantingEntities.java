package io.shouxin.identity;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of the companies that grant credit (授信主体), a tree with the head office at its root. */
@Service
@Transactional
public class GrantingEntities {

    private static final String SELECT = "SELECT entity_code, name_zh, name_en, parent_code, active_from, active_to FROM granting_entity";
    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    GrantingEntities(JdbcClient jdbc, BusinessClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** All, the head office first, then by code. */
    @Transactional(readOnly = true)
    public List<GrantingEntity> all() {
        return jdbc.sql(SELECT + " ORDER BY CASE WHEN parent_code IS NULL THEN 0 ELSE 1 END, entity_code").query(GrantingEntities::read).list();
    }

    @Transactional(readOnly = true)
    public Optional<GrantingEntity> find(EntityCode code) {
        return jdbc.sql(SELECT + " WHERE entity_code = :code").param("code", code.value()).query(GrantingEntities::read).optional();
    }

    /** The entity and all below it: whose cases its people see. */
    @Transactional(readOnly = true)
    public Set<EntityCode> reach(EntityCode code) {
        List<GrantingEntity> all = all();
        Set<EntityCode> reached = new HashSet<>(Set.of(code));
        int before;
        do {
            before = reached.size();
            all.stream().filter(entity -> entity.parent().filter(reached::contains).isPresent()).forEach(entity -> reached.add(entity.code()));
        } while (reached.size() > before);
        return Set.copyOf(reached);
    }

    /** Whether an officer may act in cases of that entity: his own, one below, or any from the head office. */
    @Transactional(readOnly = true)
    public boolean worksFor(Person officer, EntityCode entity) {
        return officer.headOffice() || officer.entity().equals(entity) || reach(officer.entity()).contains(entity);
    }

    /** Whom a person may ask for credit today, or open an application for: an applicant any, an officer his own and those below. */
    @Transactional(readOnly = true)
    public List<GrantingEntity> open(Person person) {
        Set<EntityCode> reach = person.isOfficer() && !person.headOffice() ? reach(person.entity()) : Set.of();
        return all().stream().filter(entity -> entity.grantsOn(clock.today()))
                .filter(entity -> reach.isEmpty() || reach.contains(entity.code())).toList();
    }

    /**
     * The entity an application goes to.
     *
     * @param wish the one chosen; null for the person's own, or the first that takes applications
     * @return the entity, or {@code ENTITY_NOT_OPEN} at {@code grantingEntity}
     */
    @Transactional(readOnly = true)
    public Outcome<EntityCode> chosen(Person person, EntityCode wish) {
        List<EntityCode> open = open(person).stream().map(GrantingEntity::code).toList();
        EntityCode usual = person.isOfficer() ? person.entity() : EntityCode.HEAD_OFFICE;
        EntityCode asked = wish != null ? wish : open.contains(usual) || open.isEmpty() ? usual : open.get(0);
        return open.contains(asked) ? Outcome.done(asked)
                : Outcome.refused(Refusal.of("ENTITY_NOT_OPEN").at("grantingEntity").with("entity", asked));
    }

    /**
     * Enters an entity, or corrects one. All reasons against it are told at once.
     *
     * @return the entity, or {@code ENTITY_NAME_MISSING, ENTITY_PARENT_UNKNOWN, ENTITY_PARENT_CIRCULAR, ENTITY_PERIOD_REVERSED}
     */
    public Outcome<GrantingEntity> enter(GrantingEntity entity) {
        List<Refusal> refusals = refusals(entity);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String sql = find(entity.code()).isPresent()
                ? "UPDATE granting_entity SET name_zh = :zh, name_en = :en, parent_code = :parent, active_from = :from, active_to = :to WHERE entity_code = :code"
                : "INSERT INTO granting_entity (entity_code, name_zh, name_en, parent_code, active_from, active_to) VALUES (:code, :zh, :en, :parent, :from, :to)";
        jdbc.sql(sql).param("code", entity.code().value()).param("zh", entity.nameZh().strip()).param("en", entity.nameEn().strip())
                .param("parent", entity.parent().map(EntityCode::value).orElse(null)).param("from", Date.valueOf(entity.activeFrom()))
                .param("to", entity.activeTo().map(Date::valueOf).orElse(null)).update();
        events.publishEvent(new GrantingEntityEntered(entity.code()));
        return Outcome.done(find(entity.code()).orElseThrow());
    }

    private List<Refusal> refusals(GrantingEntity entity) {
        List<Refusal> refusals = new ArrayList<>();
        named(entity.nameZh(), "nameZh", refusals);
        named(entity.nameEn(), "nameEn", refusals);
        boolean root = entity.code().equals(EntityCode.HEAD_OFFICE);
        if (root != entity.parent().isEmpty() || entity.parent().filter(parent -> find(parent).isEmpty()).isPresent()) {
            refusals.add(Refusal.of("ENTITY_PARENT_UNKNOWN").at("parent"));
        } else if (entity.parent().filter(reach(entity.code())::contains).isPresent()) {
            refusals.add(Refusal.of("ENTITY_PARENT_CIRCULAR").at("parent"));
        }
        if (entity.activeFrom() == null || entity.activeTo().filter(entity.activeFrom()::isAfter).isPresent()) {
            refusals.add(Refusal.of("ENTITY_PERIOD_REVERSED").at("activeTo"));
        }
        return refusals;
    }

    private static void named(String name, String field, List<Refusal> refusals) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            refusals.add(Refusal.of("ENTITY_NAME_MISSING").at(field).with("max", LONGEST_NAME));
        }
    }

    private static GrantingEntity read(ResultSet row, int number) throws SQLException {
        LocalDate to = row.getObject(6, LocalDate.class);
        return new GrantingEntity(new EntityCode(row.getString(1)), row.getString(2), row.getString(3),
                Optional.ofNullable(row.getString(4)).map(EntityCode::new), row.getObject(5, LocalDate.class), Optional.ofNullable(to));
    }
}
