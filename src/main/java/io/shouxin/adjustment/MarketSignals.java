package io.shouxin.adjustment;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** The register of market signals. */
interface MarketSignals extends JpaRepository<MarketSignal, String> {

    List<MarketSignal> findAllByOrderByRecordedAtDescSignalIdDesc(Limit limit);
}
