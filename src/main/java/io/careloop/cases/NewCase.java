package io.careloop.cases;

/**
 * What a customer brings at first contact. Texts are kept as they came; null means not said.
 *
 * @param owner     user id of the person of first contact, who keeps the case to its end
 * @param linkedTo  the case that this one goes on from
 */
public record NewCase(
        Channel channel,
        ContactDetails contact,
        String subject,
        String description,
        Urgency urgency,
        String remedySought,
        String triedSteps,
        String product,
        String owner,
        CaseReference linkedTo) {}
