package io.careloop.deadline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes where the facts of a case have come to into the log, out of reach of whoever could change both tables. */
@Component
class ChainLog {

    private static final Logger LOG = LoggerFactory.getLogger(ChainLog.class);

    /** Once the facts are there for good. */
    void grown(String reference, String head, int length) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                LOG.info("Deadline facts of {}: {}, head {}", reference, length, head);
            }
        });
    }
}
