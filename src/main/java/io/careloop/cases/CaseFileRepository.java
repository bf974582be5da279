package io.careloop.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface CaseFileRepository extends ListCrudRepository<CaseFile, String> {

    @Query("select nextval('cases_reference_number')")
    long nextNumber();

    /** Others may go on adding what refers to the case, such as entries of its timeline. */
    @Query("select * from cases_case where reference = :reference for no key update")
    Optional<CaseFile> hold(String reference);

    List<CaseFile> findByContactIdAndRegisteredAtAfterOrderByRegisteredAtDesc(UUID contactId, Instant since);

    List<CaseFile> findByLinkedToOrderByRegisteredAt(String reference);
}
