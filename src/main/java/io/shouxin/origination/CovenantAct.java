package io.shouxin.origination;

/** What an analyst does to the covenants the library suggests (约定事项调整); message {@code covenantAct.CODE}. */
public enum CovenantAct {
    /** 另加: one the library does not suggest here. */
    ADD,
    /** 修改: another target, frequency or grace. */
    CHANGE,
    /** 取消. */
    DROP
}
