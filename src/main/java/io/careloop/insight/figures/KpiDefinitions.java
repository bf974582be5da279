package io.careloop.insight.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The KPIs that the service looks at, in the order of their file. */
@Component
public class KpiDefinitions {

    private final List<KpiDefinition> all;

    KpiDefinitions(ObjectMapper json) {
        try (InputStream file = new ClassPathResource("processes/insight/kpis.json").getInputStream()) {
            all = List.of(json.readValue(file, KpiDefinition[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<KpiDefinition> all() {
        return all;
    }

    public Optional<KpiDefinition> find(String id) {
        return all.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }
}
