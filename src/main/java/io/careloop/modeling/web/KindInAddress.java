package io.careloop.modeling.web;

import io.careloop.engine.ModelKind;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Addresses have the kind of a model in small letters. */
@Component
class KindInAddress implements Converter<String, ModelKind> {

    @Override
    public ModelKind convert(String kind) {
        return ModelKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }
}
