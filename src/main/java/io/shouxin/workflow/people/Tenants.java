package io.shouxin.workflow.people;

import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.GrantingEntity;
import io.shouxin.identity.GrantingEntityEntered;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.PersonEntered;
import io.shouxin.identity.Role;
import io.shouxin.kernel.EntityCode;
import io.shouxin.workflow.engine.OwnAuthority;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the process engine's tenants as the register of granting entities has them: one tenant per entity, an officer a member of his
 * own and those below, the head office of all. An applicant may ask any entity, so the applicants' group belongs to all; which tasks are
 * his is said by the tasks.
 */
@Component
class Tenants {

    private final IdentityService identity;
    private final GrantingEntities entities;
    private final People people;
    private final OwnAuthority ownAuthority;

    Tenants(@Lazy IdentityService identity, GrantingEntities entities, People people, OwnAuthority ownAuthority) {
        this.identity = identity;
        this.entities = entities;
        this.people = people;
        this.ownAuthority = ownAuthority;
    }

    /** All of it; done already, it changes nothing. */
    @Transactional
    public void provide() {
        ownAuthority.of(() -> {
            entities.all().forEach(this::provide);
            people.all().forEach(this::enrol);
            return null;
        });
    }

    @EventListener
    void on(GrantingEntityEntered entered) {
        provide();
    }

    @EventListener
    void on(PersonEntered entered) {
        ownAuthority.of(() -> {
            people.find(entered.person()).ifPresent(this::enrol);
            return null;
        });
    }

    private void provide(GrantingEntity entity) {
        String id = entity.code().value();
        Tenant tenant = identity.createTenantQuery().tenantId(id).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(id);
        }
        if (!entity.nameZh().equals(tenant.getName())) {
            tenant.setName(entity.nameZh());
            identity.saveTenant(tenant);
        }
        if (identity.createTenantQuery().tenantId(id).groupMember(Role.APPLICANT.groupId()).count() == 0) {
            identity.createTenantGroupMembership(id, Role.APPLICANT.groupId());
        }
    }

    private void enrol(Person person) {
        String user = person.id().value();
        if (identity.createUserQuery().userId(user).count() == 0) {
            return;
        }
        Set<String> known = identity.createTenantQuery().list().stream().map(Tenant::getId).collect(Collectors.toSet());
        Set<String> wanted = person.isOfficer() ? entities.reach(person.entity()).stream().map(EntityCode::value).filter(known::contains)
                .collect(Collectors.toSet()) : Set.of();
        Set<String> had = identity.createTenantQuery().userMember(user).list().stream().map(Tenant::getId).collect(Collectors.toSet());
        wanted.stream().filter(tenant -> !had.contains(tenant)).forEach(tenant -> identity.createTenantUserMembership(tenant, user));
        had.stream().filter(tenant -> !wanted.contains(tenant)).forEach(tenant -> identity.deleteTenantUserMembership(tenant, user));
    }
}
