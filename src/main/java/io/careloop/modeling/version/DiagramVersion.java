package io.careloop.modeling.version;

import io.careloop.engine.Origin;
import io.careloop.engine.RunningModel;

/**
 * One version of a diagram in the engine.
 *
 * @param id        of the engine's definition
 * @param sameAs    number of the version that has the same words right before it, 0 if the words are its own
 * @param running   instances that stand in it
 * @param suspended whether nothing can begin in it
 */
public record DiagramVersion(
        String id, RunningModel model, Origin origin, int sameAs, long running, boolean suspended) {

    public int number() {
        return model.version();
    }

    public String nameOrKey() {
        return model.name() == null ? model.key() : model.name();
    }
}
