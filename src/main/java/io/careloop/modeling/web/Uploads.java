package io.careloop.modeling.web;

import io.careloop.engine.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/** Diagrams, tables and forms that somebody sends along. */
final class Uploads {

    /** Those that the engine would make something of. */
    static List<ModelFile> models(List<MultipartFile> files) {
        return files.stream()
                .map(Uploads::model)
                .filter(model -> model.kind().isPresent())
                .toList();
    }

    static ModelFile model(MultipartFile file) {
        try {
            String name = Objects.toString(file.getOriginalFilename(), "");
            return new ModelFile(name.substring(name.replace('\\', '/').lastIndexOf('/') + 1), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Uploads() {}
}
