package io.careloop.cases;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ContactRepository extends ListCrudRepository<Contact, UUID> {

    Optional<Contact> findByEmail(String email);

    Optional<Contact> findByPhone(String phone);
}
