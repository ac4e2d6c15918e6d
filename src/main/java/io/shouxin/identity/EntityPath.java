package io.shouxin.identity;

import io.shouxin.kernel.EntityCode;

/** The code of a granting entity in a path or query; one that cannot be a code belongs to nobody. */
public final class EntityPath {

    private EntityPath() {
    }

    /** @throws Access.NotVisible answered as 404 */
    public static EntityCode code(String segment) {
        try {
            return new EntityCode(segment);
        } catch (IllegalArgumentException noCode) {
            throw new Access.NotVisible();
        }
    }
}
