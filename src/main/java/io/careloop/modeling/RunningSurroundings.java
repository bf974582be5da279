package io.careloop.modeling;

import io.careloop.deadline.PauseRules;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFiles;
import io.careloop.engine.ModelKind;
import io.careloop.engine.RunningModel;
import io.careloop.engine.RunningModels;
import io.careloop.identity.Groups;
import io.careloop.modeling.check.MessageNames;
import io.careloop.modeling.check.Surroundings;
import io.careloop.notification.TemplateCatalog;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** What the running application and its engine have. */
@Component
class RunningSurroundings implements Surroundings {

    private final ListableBeanFactory beans;
    private final RunningModels running;
    private final TemplateCatalog templates;
    private final IdentityService identity;
    private final PauseRules pauses;
    private final ModelFiles released;
    private final Set<String> messages;

    RunningSurroundings(
            ListableBeanFactory beans,
            RunningModels running,
            ModelFiles released,
            TemplateCatalog templates,
            IdentityService identity,
            PauseRules pauses) {
        this.beans = beans;
        this.running = running;
        this.templates = templates;
        this.identity = identity;
        this.pauses = pauses;
        this.released = released;
        this.messages = MessageNames.in(released.all());
    }

    @Override
    public Optional<Class<?>> delegate(String bean) {
        return Optional.of(bean)
                .filter(beans::containsBean)
                .<Class<?>>map(beans::getType)
                .filter(JavaDelegate.class::isAssignableFrom);
    }

    @Override
    public boolean isBean(String name) {
        return beans.containsBean(name);
    }

    @Override
    public boolean hasGroup(String group) {
        return Groups.ALL.contains(group)
                || identity.createGroupQuery().groupId(group).count() > 0;
    }

    @Override
    public boolean hasTemplateForCustomers(String template) {
        return templates.hasForCustomers(template);
    }

    @Override
    public boolean hasTemplateForStaff(String template) {
        return templates.hasForStaff(template);
    }

    @Override
    public boolean hasUser(String user) {
        return identity.createUserQuery().userId(user).count() > 0;
    }

    @Override
    public Set<String> pauseReasons() {
        return pauses.reasons();
    }

    @Override
    public Collection<String> known(Vocabulary kind) {
        return switch (kind) {
            case DELEGATES -> List.of(beans.getBeanNamesForType(JavaDelegate.class));
            case GROUPS -> Groups.ALL;
            case CUSTOMER_TEMPLATES -> templates.forCustomers();
            case STAFF_TEMPLATES -> templates.forStaff();
            case DIAGRAMS -> keysOfRunning(ModelKind.DIAGRAM);
            case TABLES -> keysOfRunning(ModelKind.TABLE);
            case FORMS -> running.forms().stream().map(RunningModel::key).toList();
        };
    }

    @Override
    public Set<String> messages() {
        return messages;
    }

    @Override
    public Optional<ModelFile> running(ModelKind kind, String key) {
        return running.find(kind, key).map(this::file);
    }

    @Override
    public boolean runs(ModelKind kind, String key) {
        return running.find(kind, key).isPresent();
    }

    @Override
    public Optional<ModelFile> released(ModelKind kind, String key) {
        return released.all().stream()
                .filter(file -> file.key().equals(key))
                .filter(file -> file.kind().filter(kind::equals).isPresent())
                .findFirst();
    }

    @Override
    public List<ModelFile> runningDiagrams() {
        return running.diagramsAndTables().stream()
                .filter(model -> model.kind() == ModelKind.DIAGRAM)
                .map(this::file)
                .toList();
    }

    private List<String> keysOfRunning(ModelKind kind) {
        return running.diagramsAndTables().stream()
                .filter(model -> model.kind() == kind)
                .map(RunningModel::key)
                .toList();
    }

    private ModelFile file(RunningModel model) {
        return new ModelFile(model.key() + "." + model.kind().ending(), running.contentOf(model));
    }
}
