package io.shouxin.workflow.people;

import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One person per role for trying the product out; never in production. */
@Component
@Order(1)
@Profile("!production")
@ConditionalOnProperty(name = "shouxin.demo", havingValue = "true")
class DemoPeople implements FirstPeople {

    /** Password of every demo person; printed in the README. */
    static final String PASSWORD = "shouxin-demo";

    private final LoginAccounts accounts;

    DemoPeople(LoginAccounts accounts) {
        this.accounts = accounts;
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
        open("legal", "沈岚", Role.LEGAL);
        open("policy", "林悦", Role.POLICY_OFFICER);
        open("auditor", "韩松", Role.AUDITOR);
        open("admin", "系统管理员", Role.ADMINISTRATOR);
    }

    private void open(String id, String name, Role role) {
        accounts.open(new PersonId(id), name, PASSWORD, Set.of(role));
    }
}
