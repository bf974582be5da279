package io.careloop.intake.process;

import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.intake.Registrations;
import io.careloop.intake.Registrations.Registration;
import io.careloop.intake.Registrations.Registration.Refused;
import io.careloop.intake.Registrations.Registration.Registered;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Register request",
        description = "Makes a case of what a caller said; whoever took it down owns it.",
        fields = {
            "contactText",
            "nameText",
            "subjectText",
            "descriptionText",
            "urgencyText",
            "remedySoughtText",
            "triedStepsText",
            "productText",
            "languageText"
        })
class RegisterRequestDelegate implements JavaDelegate {

    private final Registrations registrations;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RegisterRequestDelegate(Registrations registrations, ActingUser actingUser, Refusals refusals) {
        this.registrations = registrations;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PhoneForm form = PhoneForm.read(FormInput.of(execution));
        form.fault().ifPresent(code -> {
            throw refusals.because(code);
        });
        Registration registration = registrations.register(form.request(actingUser.id()), null);
        if (registration instanceof Refused refused) {
            throw refusals.because(refused.code());
        }
        execution.setProcessBusinessKey(((Registered) registration).reference().value());
    }
}
