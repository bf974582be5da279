package io.careloop.cases;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ContactRepository extends ListCrudRepository<Contact, UUID> {

    Optional<Contact> findByEmail(String email);

    Optional<Contact> findByPhone(String phone);

    /** Adds the contact unless somebody has added one with the same address in the meantime. */
    @Modifying
    @Query("""
            insert into cases_contact (id, name, email, phone, locale, created_at)
            values (:id, :name, :email, :phone, :locale, :createdAt) on conflict do nothing""")
    int add(UUID id, String name, String email, String phone, String locale, Timestamp createdAt);
}
