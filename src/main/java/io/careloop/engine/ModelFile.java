package io.careloop.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One diagram, table or form.
 *
 * @param name such as {@code processes/resolution/service-request.bpmn}; the file name without its ending is the key of
 *     what the release brings
 */
public record ModelFile(String name, byte[] content) {

    public String key() {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    /** Empty for a file that the engine only stores. */
    public Optional<ModelKind> kind() {
        return ModelKind.of(name);
    }

    ModelFile withContent(byte[] other) {
        return new ModelFile(name, other);
    }

    public String sha256() {
        return sha256(content);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
