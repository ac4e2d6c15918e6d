package io.shouxin.workflow.people;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.Parties;
import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RecordRelation;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.customer.RegisterOutsideParty;
import io.shouxin.customer.RelationKind;
import io.shouxin.customer.RelationRegister;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Three demo customers whom a married couple controls through a holding company outside the register, with a cross-holding and a circle
 * of guarantees, in no group yet: what an officer finds on his first day. Invented from top to bottom.
 */
@Component
@Order(3)
@Profile("!production")
@ConditionalOnProperty(name = "shouxin.demo", havingValue = "true")
class DemoGroup implements FirstPeople {

    static final List<String> CODES = List.of("91340100MA2K71D106", "91340100MA2K71D293", "91340100MA2K71D37X");

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final String SOURCE = "国家企业信用信息公示系统（演示数据）";

    private final CustomerRegister register;
    private final Parties parties;
    private final RelationRegister relations;
    private final BusinessClock clock;

    DemoGroup(CustomerRegister register, Parties parties, RelationRegister relations, BusinessClock clock) {
        this.register = register;
        this.parties = parties;
        this.relations = relations;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void enter() {
        if (register.findByIdentifier(IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, CODES.get(0)).isPresent()) {
            return;
        }
        LocalDate today = clock.today();
        LocalDate start = today.minusYears(3).withDayOfYear(1);
        String husband = outside(CustomerKind.INDIVIDUAL, "沈文远（演示）");
        String wife = outside(CustomerKind.INDIVIDUAL, "顾静（演示）");
        String holding = outside(CustomerKind.ENTERPRISE, "江淮控股有限公司（演示）");
        String materials = customer("江淮新材料有限公司（演示）", CODES.get(0), "C30");
        String equipment = customer("江淮装备制造有限公司（演示）", CODES.get(1), "C34");
        String logistics = customer("江淮物流有限公司（演示）", CODES.get(2), "G54");
        record(relation(RelationKind.SHAREHOLDING, husband, holding, "60", null, start));
        record(relation(RelationKind.SHAREHOLDING, wife, holding, "40", null, start));
        record(relation(RelationKind.RELATIVE, husband, wife, null, "SPOUSE", start));
        PartyRelation whole = record(relation(RelationKind.SHAREHOLDING, holding, materials, "100", null, start));
        relations.replace(whole.id(), relation(RelationKind.SHAREHOLDING, holding, materials, "70", null, today.minusYears(1)), ANALYST).orElseThrow();
        record(relation(RelationKind.SHAREHOLDING, materials, equipment, "30", null, start));
        record(relation(RelationKind.SHAREHOLDING, holding, equipment, "25", null, start));
        record(relation(RelationKind.SHAREHOLDING, equipment, materials, "8", null, today.minusYears(1)));
        record(relation(RelationKind.KEY_PERSON, wife, logistics, null, "LEGAL_REPRESENTATIVE", start));
        record(relation(RelationKind.ECONOMIC_DEPENDENCE, logistics, equipment, "62", "SALES", today.minusYears(1)));
        record(guarantee(materials, equipment, "12000000", "DB-DEMO-01", today));
        record(guarantee(equipment, logistics, "8000000", "DB-DEMO-02", today));
        record(guarantee(logistics, materials, "6000000", "DB-DEMO-03", today));
    }

    private String outside(CustomerKind kind, String name) {
        return parties.register(new RegisterOutsideParty(kind, name, null, null), ANALYST).orElseThrow().id().value();
    }

    private String customer(String name, String code, String industry) {
        return register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, name, IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, code, industry,
                "安徽省合肥市", LocalDate.of(2014, 6, 9), 180, EnterpriseSize.MEDIUM, null, null, null), ANALYST).orElseThrow().id().value();
    }

    private PartyRelation record(RecordRelation wish) {
        return relations.record(wish, ANALYST).orElseThrow();
    }

    private static RecordRelation relation(RelationKind kind, String from, String to, String percent, String detail, LocalDate since) {
        return new RecordRelation(kind, from, to, percent == null ? null : new BigDecimal(percent), detail, null, null, null, since, null, SOURCE,
                "演示数据，纯属虚构");
    }

    private static RecordRelation guarantee(String from, String to, String amount, String contract, LocalDate today) {
        return new RecordRelation(RelationKind.GUARANTEE, from, to, null, contract, null, new BigDecimal(amount), "CNY", today.minusMonths(6),
                today.plusMonths(18), "担保合同（演示数据）", "连带责任保证，演示数据");
    }
}
