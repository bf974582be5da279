package io.careloop.cases;

import io.careloop.cases.TimelineEntry.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a case. */
@Service
public class Attachments {

    private static final String COLUMNS = "id, reference, message_id, file_name, media_type, size, sha256, added_at";

    private static final RowMapper<Attachment> ATTACHMENT = (row, number) -> new Attachment(
            row.getObject("id", UUID.class),
            CaseReference.of(row.getString("reference")),
            row.getObject("message_id", UUID.class),
            row.getString("file_name"),
            row.getString("media_type"),
            row.getInt("size"),
            row.getString("sha256"),
            row.getTimestamp("added_at").toInstant());

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final AttachmentSettings settings;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Timeline timeline, AttachmentSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Adds a file to a case and tells it in the timeline.
     *
     * @param messageId message that it came with, may be null
     * @param actor     who attached it
     * @param name      as the sender gave it; paths and characters that do harm are taken out
     * @param mediaType as the sender gave it, may be null or nonsense
     */
    @Transactional
    public Addition add(
            CaseReference reference, UUID messageId, String actor, String name, String mediaType, byte[] content) {
        Filled before = filled(reference);
        Optional<String> refusal = settings.refusalOf(before.files(), before.bytes(), content.length);
        if (refusal.isPresent()) {
            return new Addition.Refused(refusal.get());
        }
        UUID id = UUID.randomUUID();
        String fileName = FileNames.safe(name);
        jdbc.sql("""
                        insert into cases_attachment
                            (id, reference, message_id, file_name, media_type, size, sha256, content, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        reference.value(),
                        messageId,
                        fileName,
                        typeOf(mediaType),
                        content.length,
                        sha256(content),
                        content,
                        Timestamp.from(clock.instant()))
                .update();
        timeline.tell(reference, Kind.ATTACHMENT_ADDED, actor, fileName);
        return new Addition.Added(id);
    }

    /** All files of a case, oldest first. */
    public List<Attachment> of(CaseReference reference) {
        return jdbc.sql("select " + COLUMNS + " from cases_attachment where reference = ? order by added_at, id")
                .param(reference.value())
                .query(ATTACHMENT)
                .list();
    }

    /** One file of this case; empty if the case has none with this id. */
    public Optional<Attachment> find(CaseReference reference, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from cases_attachment where reference = ? and id = ?")
                .params(reference.value(), id)
                .query(ATTACHMENT)
                .optional();
    }

    /** What is in a file that {@link #find} found. */
    public byte[] content(Attachment attachment) {
        return jdbc.sql("select content from cases_attachment where id = ?")
                .param(attachment.id())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private Filled filled(CaseReference reference) {
        return jdbc.sql(
                        "select count(*) as files, coalesce(sum(size), 0) as bytes from cases_attachment where reference = ?")
                .param(reference.value())
                .query((row, number) -> new Filled(row.getInt("files"), row.getLong("bytes")))
                .single();
    }

    private static String typeOf(String mediaType) {
        try {
            MediaType type = MediaType.parseMediaType(mediaType == null ? "" : mediaType);
            return type.isConcrete()
                    ? type.getType() + "/" + type.getSubtype()
                    : MediaType.APPLICATION_OCTET_STREAM_VALUE;
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Filled(int files, long bytes) {}

    /** What came of adding a file. */
    public sealed interface Addition {

        record Added(UUID id) implements Addition {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Addition {}
    }
}
