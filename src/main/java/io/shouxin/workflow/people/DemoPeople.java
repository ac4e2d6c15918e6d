package io.shouxin.workflow.people;

import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.GrantingEntity;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.PersonId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One person per role at the head office, and three at each of two subsidiaries, for trying the product out; never in production. */
@Component
@Order(1)
@Profile("!production")
@ConditionalOnProperty(name = "shouxin.demo", havingValue = "true")
class DemoPeople implements FirstPeople {

    /** Password of every demo person; printed in the README. */
    static final String PASSWORD = "shouxin-demo";

    private static final EntityCode EAST = new EntityCode("EAST");
    private static final EntityCode SOUTH = new EntityCode("SOUTH");

    private final LoginAccounts accounts;
    private final GrantingEntities entities;
    private final People people;

    DemoPeople(LoginAccounts accounts, GrantingEntities entities, People people) {
        this.accounts = accounts;
        this.entities = entities;
        this.people = people;
    }

    @Override
    public void enter() {
        open("applicant", "陈立行", Role.APPLICANT);
        open("rm", "赵敏", Role.RELATIONSHIP_MANAGER);
        open("analyst", "李静", Role.ANALYST);
        open("manager", "王建国", Role.CREDIT_MANAGER);
        open("senior", "周慧", Role.SENIOR_CREDIT_MANAGER);
        open("director", "孙志远", Role.RISK_DIRECTOR);
        open("committee1", "吴国华", Role.COMMITTEE_MEMBER);
        open("committee2", "郑文", Role.COMMITTEE_MEMBER);
        open("committee3", "冯丽", Role.COMMITTEE_MEMBER);
        open("committee4", "许涛", Role.COMMITTEE_MEMBER);
        open("committee5", "何青", Role.COMMITTEE_MEMBER);
        open("committee6", "曹宁", Role.COMMITTEE_MEMBER);
        open("legal", "沈岚", Role.LEGAL);
        open("policy", "林悦", Role.POLICY_OFFICER);
        open("auditor", "韩松", Role.AUDITOR);
        open("admin", "系统管理员", Role.ADMINISTRATOR);
        subsidiary(EAST, "华东授信公司", "East China Credit");
        subsidiary(SOUTH, "华南授信公司", "South China Credit");
        open("east-rm", "顾晨", Role.RELATIONSHIP_MANAGER, EAST, false);
        open("east-analyst", "蒋楠", Role.ANALYST, EAST, true);
        open("east-manager", "陆敏", Role.CREDIT_MANAGER, EAST, true);
        open("south-rm", "梁颖", Role.RELATIONSHIP_MANAGER, SOUTH, false);
        open("south-analyst", "黄浩", Role.ANALYST, SOUTH, false);
        open("south-manager", "罗勇", Role.CREDIT_MANAGER, SOUTH, true);
    }

    private void subsidiary(EntityCode code, String nameZh, String nameEn) {
        if (entities.find(code).isEmpty()) {
            entities.enter(new GrantingEntity(code, nameZh, nameEn, Optional.of(EntityCode.HEAD_OFFICE), LocalDate.of(2026, 1, 1), Optional.empty()))
                    .orElseThrow();
        }
    }

    private void open(String id, String name, Role role, EntityCode entity, boolean groupView) {
        open(id, name, role);
        people.assign(new PersonId(id), entity, groupView).orElseThrow();
    }

    private void open(String id, String name, Role role) {
        accounts.open(new PersonId(id), name, PASSWORD, Set.of(role));
    }
}
