package io.careloop.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractGetDeployedFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Hands out each deployed form in the language of the request that asks for it. */
@Component
class FormTranslationsPlugin extends AbstractProcessEnginePlugin {

    private final FormTranslations translations;

    FormTranslationsPlugin(FormTranslations translations) {
        this.translations = translations;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPostCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPostCommandInterceptorsTxRequired());
        }
        interceptors.add(new Interceptor());
        engine.setCustomPostCommandInterceptorsTxRequired(interceptors);
    }

    private class Interceptor extends CommandInterceptor {

        @Override
        @SuppressWarnings("unchecked")
        public <T> T execute(Command<T> command) {
            T result = next.execute(command);
            return command instanceof AbstractGetDeployedFormCmd ? (T) translated((InputStream) result) : result;
        }

        private InputStream translated(InputStream form) {
            try (form) {
                return new ByteArrayInputStream(
                        translations.translated(form.readAllBytes(), LocaleContextHolder.getLocale()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
