package io.careloop.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/** Looks at stored passwords without signing in: no attempt is counted, and nobody gets locked. */
@Component
public class Passwords {

    private final ProcessEngine engine;

    Passwords(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Whether there is such a user with that password; false for a user whose password the engine does not keep. */
    public boolean fits(String userId, String password) {
        PasswordManager hashes =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getPasswordManager();
        return engine.getIdentityService().createUserQuery().userId(userId).singleResult() instanceof UserEntity user
                && user.getPassword() != null
                && hashes.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
    }
}
