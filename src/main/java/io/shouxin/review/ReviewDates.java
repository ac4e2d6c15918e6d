package io.shouxin.review;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** The review calendar. */
interface ReviewDates extends JpaRepository<ReviewDate, String> {

    /** Due and not under review. */
    @Query("""
            select d from ReviewDate d where d.nextDue <= :day
              and not exists (select r.reviewId from CreditReview r where r.openFor = d.customerId)
            order by d.nextDue, d.customerId""")
    List<ReviewDate> dueOn(@Param("day") LocalDate day);
}
