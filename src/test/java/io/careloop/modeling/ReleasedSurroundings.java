package io.careloop.modeling;

import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelKind;
import io.careloop.identity.Groups;
import io.careloop.modeling.check.MessageNames;
import io.careloop.modeling.check.Surroundings;
import io.careloop.notification.TemplateCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.util.ClassUtils;

/** What the sources offer to models, with no application started: the components of the class path and the given files. */
public final class ReleasedSurroundings implements Surroundings {

    private final SimpleBeanDefinitionRegistry beans = new SimpleBeanDefinitionRegistry();
    private final TemplateCatalog templates = TemplateCatalog.ofRelease();
    private final Map<String, ModelFile> files;
    private final Set<String> messages;

    public ReleasedSurroundings(Collection<ModelFile> files) {
        new ClassPathBeanDefinitionScanner(beans).scan("io.careloop");
        this.files = files.stream().collect(Collectors.toMap(ModelFile::key, Function.identity()));
        this.messages = MessageNames.in(files);
    }

    @Override
    public Optional<Class<?>> delegate(String bean) {
        return Optional.of(bean)
                .filter(this::isBean)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(
                        beans.getBeanDefinition(name).getBeanClassName(), null))
                .filter(JavaDelegate.class::isAssignableFrom);
    }

    @Override
    public boolean isBean(String name) {
        return beans.containsBeanDefinition(name);
    }

    @Override
    public boolean hasGroup(String group) {
        return Groups.ALL.contains(group);
    }

    @Override
    public boolean hasTemplateForCustomers(String template) {
        return templates.hasForCustomers(template);
    }

    @Override
    public boolean hasTemplateForStaff(String template) {
        return templates.hasForStaff(template);
    }

    /** No diagram of the release names a person. */
    @Override
    public boolean hasUser(String user) {
        return false;
    }

    @Override
    public Set<String> pauseReasons() {
        try {
            return Choices.pauseReasons().keySet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Collection<String> known(Vocabulary kind) {
        return List.of();
    }

    @Override
    public Optional<ModelFile> released(ModelKind kind, String key) {
        return running(kind, key);
    }

    @Override
    public Set<String> messages() {
        return messages;
    }

    @Override
    public Optional<ModelFile> running(ModelKind kind, String key) {
        return Optional.ofNullable(files.get(key))
                .filter(file -> file.kind().filter(kind::equals).isPresent());
    }

    @Override
    public boolean runs(ModelKind kind, String key) {
        return running(kind, key).isPresent();
    }

    @Override
    public List<ModelFile> runningDiagrams() {
        return files.values().stream()
                .filter(file -> file.kind().filter(ModelKind.DIAGRAM::equals).isPresent())
                .toList();
    }
}
