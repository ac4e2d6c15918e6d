package io.shouxin.integration.web;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.Access;
import io.shouxin.identity.EntityPath;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.GrantingEntity;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The companies of the group that grant credit, and whose people are whose. The process administrator keeps both. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Granting entities", description = "授信主体: companies of the lending group; one policy, one limit ledger, own cases and people")
class GrantingEntityController {

    private final GrantingEntities entities;
    private final People people;
    private final Access access;
    private final AuditTrail audit;

    GrantingEntityController(GrantingEntities entities, People people, Access access, AuditTrail audit) {
        this.entities = entities;
        this.people = people;
        this.access = access;
        this.audit = audit;
    }

    @Operation(summary = "All granting entities, the head office first; mayAsk tells which take applications from you today")
    @GetMapping("/granting-entities")
    List<EntityAnswer> all() {
        Person reader = access.person();
        Set<EntityCode> open = entities.open(reader).stream().map(GrantingEntity::code).collect(Collectors.toSet());
        return entities.all().stream().map(entity -> EntityAnswer.of(entity, open.contains(entity.code()))).toList();
    }

    @Operation(summary = "Enter a granting entity, or correct one; for the process administrator")
    @PutMapping("/granting-entities/{code}")
    @Transactional
    public EntityAnswer enter(@PathVariable String code, @RequestBody EntityEntry entry) {
        Person actor = access.personIn(Role.ADMINISTRATOR);
        GrantingEntity entered = entities.enter(new GrantingEntity(EntityPath.code(code), entry.nameZh(), entry.nameEn(),
                Optional.ofNullable(entry.parent()).map(EntityPath::code), entry.activeFrom(), Optional.ofNullable(entry.activeTo()))).orElseThrow();
        audit.record(code, "GRANTING_ENTITY_ENTERED", actor.id(), entered.parent().map(EntityCode::value).orElse("") + " "
                + entered.activeFrom() + " " + entered.activeTo().map(LocalDate::toString).orElse(""));
        return EntityAnswer.of(entered, entities.open(actor).contains(entered));
    }

    @Operation(summary = "Let a person work for a granting entity, with or without the group view; for the process administrator")
    @PutMapping("/people/{login}/granting-entity")
    @Transactional
    public PersonAnswer assign(@PathVariable String login, @RequestBody Assignment assignment) {
        Person actor = access.personIn(Role.ADMINISTRATOR);
        EntityCode entity = EntityPath.code(assignment.grantingEntity() == null ? "" : assignment.grantingEntity());
        Person assigned = people.assign(new PersonId(login), entity, assignment.groupView()).orElseThrow();
        audit.record(login, "PERSON_ASSIGNED", actor.id(), entity + (assignment.groupView() ? " GROUP_VIEW" : ""));
        return new PersonAnswer(login, assigned.displayName(), assigned.entity().value(), assigned.headOffice(), assigned.groupView());
    }

    /** A granting entity as it is sent. @param mayAsk takes applications from the reader today */
    public record EntityAnswer(String code, String nameZh, String nameEn, String parent, LocalDate activeFrom, LocalDate activeTo, boolean headOffice,
                               boolean mayAsk) {

        static EntityAnswer of(GrantingEntity entity, boolean mayAsk) {
            return new EntityAnswer(entity.code().value(), entity.nameZh(), entity.nameEn(), entity.parent().map(EntityCode::value).orElse(null),
                    entity.activeFrom(), entity.activeTo().orElse(null), entity.isHeadOffice(), mayAsk);
        }
    }

    /** @param parent code of the entity above; null for the head office only */
    public record EntityEntry(String nameZh, String nameEn, String parent, LocalDate activeFrom, LocalDate activeTo) {
    }

    /** Whom a person works for. @param groupView may see what other entities granted, with amounts */
    public record Assignment(String grantingEntity, boolean groupView) {
    }

    /** A person as assigned. */
    public record PersonAnswer(String login, String displayName, String grantingEntity, boolean headOffice, boolean groupView) {
    }
}
