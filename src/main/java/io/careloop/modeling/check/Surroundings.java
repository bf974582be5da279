package io.careloop.modeling.check;

import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a model can refer to: what the application offers, and the models that run beside it. */
public interface Surroundings {

    /** Class of a bean that a task may call; empty if there is no such delegate. */
    Optional<Class<?>> delegate(String bean);

    /** Whether an expression with this name would reach into the application. */
    boolean isBean(String name);

    boolean hasGroup(String group);

    boolean hasTemplateForCustomers(String template);

    boolean hasTemplateForStaff(String template);

    boolean hasUser(String user);

    /** For which reasons a clock may stand still. */
    Set<String> pauseReasons();

    /** All that is there of a kind, to guess what a mistyped name meant. */
    Collection<String> known(Vocabulary kind);

    /** Names of the messages that something sends. */
    Set<String> messages();

    Optional<ModelFile> running(ModelKind kind, String key);

    boolean runs(ModelKind kind, String key);

    /**
     * What the release has by this key: those who start its diagrams are known to set their variables, and those who ask
     * its tables to read their columns.
     */
    Optional<ModelFile> released(ModelKind kind, String key);

    /** All diagrams in their newest version. */
    List<ModelFile> runningDiagrams();

    /** What names stand for. */
    enum Vocabulary {
        DELEGATES,
        GROUPS,
        CUSTOMER_TEMPLATES,
        STAFF_TEMPLATES,
        DIAGRAMS,
        TABLES,
        FORMS
    }
}
