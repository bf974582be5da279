package io.careloop.notification.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CasesProperties;
import io.careloop.engine.TaskOffered;
import io.careloop.identity.Absences;
import io.careloop.notification.Notifications;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbsentApproversTests {

    private final Notifications notifications = mock(Notifications.class);
    private final Absences absences = mock(Absences.class);
    private final AbsentApprovers approvers = new AbsentApprovers(
            notifications,
            absences,
            new CasesProperties(ZoneOffset.UTC, Set.of("legal", "quality"), Set.of(), Set.of()),
            null,
            null,
            null,
            Clock.systemUTC());

    @BeforeEach
    void onlyQualityIsThere() {
        when(absences.isStaffed(eq("quality"), any())).thenReturn(true);
    }

    @Test
    void theManagersAreToldOfAnApprovalThatNobodyCanGive() {
        approvers.offered(new TaskOffered("7", "C-2026-000001", Set.of("legal"), null));

        verify(notifications)
                .toStaff(
                        CaseReference.of("C-2026-000001"),
                        List.of(),
                        List.of("managers"),
                        "approval-unattended",
                        "approval-unattended/7");
    }

    @Test
    void nobodyIsToldWhileOneOfItsGroupsIsThereOrItIsNoApproval() {
        approvers.offered(new TaskOffered("7", "C-2026-000001", Set.of("legal", "quality"), null));
        approvers.offered(new TaskOffered("7", "C-2026-000001", Set.of("billing"), null));
        approvers.offered(new TaskOffered("7", null, Set.of("legal"), null));

        verify(notifications, never()).toStaff(any(), any(), any(), anyString(), anyString());
    }
}
