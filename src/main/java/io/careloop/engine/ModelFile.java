package io.careloop.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One diagram, table or form.
 *
 * @param name such as {@code processes/resolution/service-request.bpmn}; the file name without its ending is the key
 */
record ModelFile(String name, byte[] content) {

    String key() {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    String type() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    ModelFile withContent(byte[] other) {
        return new ModelFile(name, other);
    }

    String sha256() {
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
