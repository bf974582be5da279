package io.careloop.intake;

import io.careloop.engine.StartRefusedException;
import io.careloop.identity.Groups;
import io.careloop.identity.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Sees to it that requests which nobody took in person get an owner who works here. It looks when the first users are
 * there and no request is taken yet.
 */
@Component
@Profile("production")
class DutyOwnerCheck implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DutyOwnerCheck.class);

    private final Staff staff;
    private final IntakeSettings settings;
    private boolean checked;

    DutyOwnerCheck(Staff staff, IntakeSettings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    @Override
    public void start() {
        String owner = settings.dutyOwner();
        if (staff.membersOf(Groups.AGENTS).isEmpty()) {
            // the administrator of a new database has to get in to create them
            log.warn(
                    "Nobody is in the group {} yet. Create its members before requests come in, {} among them, the owner"
                            + " of what nobody took in person (careloop.intake.duty-owner).",
                    Groups.AGENTS,
                    owner);
        } else if (!staff.groupsOf(owner).contains(Groups.AGENTS)) {
            throw new StartRefusedException(
                    "careloop.intake.duty-owner is %s, who is no member of the group %s."
                            .formatted(owner, Groups.AGENTS),
                    "Set careloop.intake.duty-owner (environment: CARELOOP_INTAKE_DUTY_OWNER) to the user id of a"
                            + " member of that group.");
        }
        checked = true;
    }

    @Override
    public void stop() {
        checked = false;
    }

    @Override
    public boolean isRunning() {
        return checked;
    }

    /** Before the web server, which starts last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
