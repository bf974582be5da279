package io.careloop.collaboration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Departments on the case page and in the API, by whoever may and whoever may not. */
@CareloopTest
class DepartmentsPageTests {

    @Autowired
    MockMvc web;

    @Autowired
    CaseWalk walk;

    @Autowired
    TaskService tasks;

    @Autowired
    CaseFiles cases;

    @Test
    void theOwnerAsksDepartmentsOnTheCasePage() throws Exception {
        CaseReference reference = asked();

        web.perform(get(page(reference)).with(agent()))
                .andExpect(content().string(containsString("1 · Technology")))
                .andExpect(content().string(containsString("Is it the &lt;battery&gt;?")))
                .andExpect(content().string(containsString("with the department")))
                .andExpect(content().string(containsString("Closing waits until no question is open.")));
    }

    @Test
    void nobodyIsAskedWithoutAQuestion() throws Exception {
        CaseReference reference = walk.triaged("empty@example.org", "My parcel has not arrived");

        web.perform(post(page(reference) + "/departments").with(agent()).with(csrf()))
                .andExpect(flash().attribute("notice", "refusal.department-needed"));
    }

    @Test
    void programsAskDepartmentsAndReadTheirBranches() throws Exception {
        CaseReference reference = walk.triaged("api@example.org", "My parcel has not arrived");

        web.perform(post(api(reference) + "/departments")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"questions": [{"department": "technology", "question": "What broke?"},
                                    {"department": "legal", "question": "Are we liable?"}]}""")
                        .with(agent())
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$", hasSize(2)));

        web.perform(get(api(reference) + "/departments").with(agent()))
                .andExpect(jsonPath("$[1].department").value("legal"))
                .andExpect(jsonPath("$[1].state").value("WITH_DEPARTMENT"))
                .andExpect(jsonPath("$[1].dueAt").isNotEmpty());
        web.perform(post(api(reference) + "/departments")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"questions\": [{\"department\": \"kitchen\", \"question\": \"What is for lunch?\"}]}")
                        .with(agent())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("Please choose another department from the list."));
    }

    @Test
    void aTaskForceIsCalledWithOneMessage() throws Exception {
        CaseReference reference = walk.triaged("force-api@example.org", "My parcel has not arrived");

        web.perform(post(api(reference) + "/task-force")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"departments": ["technology", "quality", "logistics"],
                                    "question": "Batch 7 breaks: find out why"}""")
                        .with(agent())
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$", hasSize(3)));

        assertThat(walk.tasks(reference))
                .filteredOn(task -> task.getTaskDefinitionKey().equals("Activity_AnswerQuestion"))
                .hasSize(3);
    }

    @Test
    void aSpecialRequestIsOfferedToExpertsAlone() throws Exception {
        CaseReference reference = walk.triaged("special@example.org", "My parcel has not arrived");

        web.perform(post(api(reference) + "/special-request")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"question\": \"Can we engrave a name?\"}")
                        .with(agent())
                        .with(csrf()))
                .andExpect(status().isCreated());

        Task task = walk.task(reference, "Activity_AnswerQuestion");
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("experts");
    }

    @Test
    void aRestrictedCaseIsNotCarriedToOtherDepartments() throws Exception {
        CaseReference reference = walk.triaged("secret@example.org", "My parcel has not arrived");
        cases.restrict(reference, "complaints", "sensitive", "manager");

        web.perform(post(api(reference) + "/departments")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"questions\": [{\"department\": \"technology\", \"question\": \"What broke?\"}]}")
                        .with(member("complaints", "complaints"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("This case is restricted")));
    }

    @Test
    void aDepartmentDoesNotAskOthersOnThePage() throws Exception {
        CaseReference reference = asked();

        web.perform(post(page(reference) + "/departments")
                        .param("question.legal", "Are we liable?")
                        .with(member("technician", "technology"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aDepartmentSeesTheCaseWithoutTheContactAsLongAsItHasAQuestion() throws Exception {
        CaseReference reference = asked();
        RequestPostProcessor technician = member("technician", "technology");
        web.perform(get(page(reference)).with(member("billing", "billing"))).andExpect(status().isNotFound());

        web.perform(get(page(reference)).with(technician))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Lin Customer")))
                .andExpect(content().string(not(containsString("page@example.org"))));
        web.perform(get(api(reference)).with(technician))
                .andExpect(jsonPath("$.customer.name").value("Lin Customer"))
                .andExpect(jsonPath("$.customer.email").isEmpty());
        web.perform(get("/desk").param("query", reference.value()).with(technician))
                .andExpect(content().string(containsString(page(reference))));
        answer(reference, "asked-back");
        web.perform(get(page(reference)).with(technician)).andExpect(status().isOk());
        walk.submit(reference, "Activity_AnswerDepartment", Map.of("wordsText", "The small one"));
        answer(reference, "answered");

        web.perform(get(page(reference)).with(technician)).andExpect(status().isNotFound());
        web.perform(get("/desk").param("query", reference.value()).with(technician))
                .andExpect(content().string(not(containsString(page(reference)))));
    }

    @Test
    void onlyTheServiceSideWritesToTheCustomer() throws Exception {
        CaseReference reference = asked();

        web.perform(get(page(reference)).with(member("technician", "technology")))
                .andExpect(content().string(not(containsString("id=\"write\""))));
        web.perform(post(page(reference) + "/messages")
                        .param("key", UUID.randomUUID().toString())
                        .param("text", "Hello")
                        .accept(MediaType.APPLICATION_JSON)
                        .with(member("technician", "technology"))
                        .with(csrf()))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail")
                        .value(containsString(
                                "Only the service side and the owner of the case write to the customer.")));
        web.perform(post(page(reference) + "/messages")
                        .param("key", UUID.randomUUID().toString())
                        .param("text", "Hello")
                        .with(agent())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private CaseReference asked() throws Exception {
        CaseReference reference = walk.triaged("page@example.org", "My parcel has not arrived");
        web.perform(post(page(reference) + "/departments")
                        .param("question.technology", "Is it the <battery>?")
                        .param("question.legal", " ")
                        .with(agent())
                        .with(csrf()))
                .andExpect(flash().attribute("notice", "departments.ask.done"));
        return reference;
    }

    private void answer(CaseReference reference, String reply) {
        tasks.setAssignee(walk.task(reference, "Activity_AnswerQuestion").getId(), "technician");
        walk.submit(reference, "Activity_AnswerQuestion", Map.of("replyText", reply, "wordsText", "Which one?"));
    }

    private static String page(CaseReference reference) {
        return "/desk/cases/" + reference;
    }

    private static String api(CaseReference reference) {
        return "/api/cases/" + reference;
    }

    private static RequestPostProcessor agent() {
        return member("agent", "agents");
    }

    private static RequestPostProcessor member(String name, String group) {
        return user(name).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
