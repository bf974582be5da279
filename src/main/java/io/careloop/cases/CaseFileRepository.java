package io.careloop.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface CaseFileRepository extends ListCrudRepository<CaseFile, String> {

    @Query("select nextval('cases_reference_number')")
    long nextNumber();

    @Query("select reference from cases_case where reference = :reference for update")
    String lock(String reference);

    @Modifying
    @Query("update cases_case set stage = :stage, version = version + 1 where reference = :reference")
    void enterStage(String reference, Stage stage);

    List<CaseFile> findByContactIdAndRegisteredAtAfterOrderByRegisteredAtDesc(UUID contactId, Instant since);

    List<CaseFile> findByLinkedToOrderByRegisteredAt(String reference);
}
