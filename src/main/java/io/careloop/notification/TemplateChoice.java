package io.careloop.notification;

import io.careloop.cases.CaseFile;
import java.util.Optional;

/** Lets the rules that a case is under say something in place of what a diagram names. All beans of this type are asked. */
public interface TemplateChoice {

    /**
     * @param template for customers, that the diagram names
     * @return name of the template to use; empty to leave it. One that there is not is left too.
     */
    Optional<String> inPlaceOf(String template, CaseFile file);
}
