package io.shouxin.customer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConnectedGroups extends JpaRepository<ConnectedGroup, String> {

    Optional<ConnectedGroup> findByName(String name);
}
