package io.careloop.engine;

import java.util.List;

/**
 * Looks at models before the engine takes them. All beans of this type are asked at each deployment, by whatever road it
 * comes, inside its transaction; one fault and nothing of it is deployed.
 */
public interface DeploymentCheck {

    /**
     * @param files the diagrams, tables and forms of one deployment that differ from what runs
     * @return all that was found, not only the first; quick, since the Modeler waits five seconds for an answer
     */
    List<ModelFinding> check(List<ModelFile> files);
}
