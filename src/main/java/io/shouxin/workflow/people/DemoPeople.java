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
        open("applicant", "陈立行(申请人)", Role.APPLICANT);
        open("rm", "赵敏(客户经理)", Role.RELATIONSHIP_MANAGER);
        open("analyst", "李静(授信分析师)", Role.ANALYST);
        open("manager", "王建国(授信经理)", Role.CREDIT_MANAGER);
        open("senior", "周慧(高级授信经理)", Role.SENIOR_CREDIT_MANAGER);
        open("director", "孙志远(风控总监)", Role.RISK_DIRECTOR);
        open("committee1", "吴国华(审批委员会主任)", Role.COMMITTEE_MEMBER);
        open("committee2", "郑文(审批委员会委员)", Role.COMMITTEE_MEMBER);
        open("committee3", "冯丽(审批委员会委员)", Role.COMMITTEE_MEMBER);
        open("committee4", "许涛(审批委员会委员)", Role.COMMITTEE_MEMBER);
        open("committee5", "何青(审批委员会委员)", Role.COMMITTEE_MEMBER);
        open("legal", "沈岚(法务)", Role.LEGAL);
        open("auditor", "韩松(审计)", Role.AUDITOR);
        open("admin", "系统管理员", Role.ADMINISTRATOR);
    }

    private void open(String id, String name, Role role) {
        accounts.open(new PersonId(id), name, PASSWORD, Set.of(role));
    }
}
