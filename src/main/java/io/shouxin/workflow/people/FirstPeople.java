package io.shouxin.workflow.people;

/** Who can sign in on the first day; which of these apply depends on the profile. */
interface FirstPeople {

    void enter();
}
