package io.shouxin.customer.web;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.Industries;
import io.shouxin.kernel.GroupId;
import java.time.LocalDate;

/** A customer as the API shows him; the identifier masked. */
record CustomerResource(String id, CustomerKind kind, String name, String identifierMasked, IdentifierType identifierType,
                        boolean identifierVerified, String industryCode, String industrySection, String industryName,
                        String industryNameEn, String region, String provinceCode, LocalDate establishedOn, Integer employees, EnterpriseSize size,
                        String groupId, String groupName, String phone, String email, boolean blocked, String blockReason) {

    static CustomerResource of(CustomerView view) {
        var industry = Industries.find(view.industryCode());
        return new CustomerResource(view.id().value(), view.kind(), view.name(), view.identifierMasked(), view.identifierType(),
                view.identifierVerified(), view.industryCode(), view.industrySection(), industry.map(Industries.Industry::zh).orElse(null),
                industry.map(Industries.Industry::en).orElse(null), view.region(), view.provinceCode(), view.establishedOn(), view.employees(), view.size(),
                view.group().map(GroupId::value).orElse(null), view.groupName(), view.phone(), view.email(), view.blocked(),
                view.blockReason());
    }

    /** For officers of entities that do not deal with him: who he is, so that he is not registered twice, and no more of his file. */
    CustomerResource forOtherEntity() {
        return new CustomerResource(id, kind, name, identifierMasked, identifierType, identifierVerified, industryCode, industrySection,
                industryName, industryNameEn, null, null, null, null, null, groupId, groupName, null, null, blocked, null);
    }

    /** For the customer's own user: why the bank blocks him stays with the bank. */
    CustomerResource forCustomer() {
        return new CustomerResource(id, kind, name, identifierMasked, identifierType, identifierVerified, industryCode, industrySection,
                industryName, industryNameEn, region, provinceCode, establishedOn, employees, size, groupId, groupName, phone, email, blocked, null);
    }
}
