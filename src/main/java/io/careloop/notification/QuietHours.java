package io.careloop.notification;

import io.careloop.cases.CaseFile;
import java.time.Instant;

/** When the staff are left alone. Every notice to them asks, whatever it is about and whoever caused it. */
public interface QuietHours {

    /** The instant itself if somebody is at work then, else when the next of them begins. */
    Instant over(CaseFile file, Instant instant);
}
