package io.careloop.modeling.check;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.Ref;

/**
 * The names that a FEEL text reads from outside. One that is not known there is no error for the engine: it goes on with
 * nothing, so a text that lost its quotation marks never fits.
 */
final class FeelNames {

    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> own = new LinkedHashSet<>(Set.of("?"));

    static Set<String> in(ParseResult parsed) {
        FeelNames names = new FeelNames();
        if (parsed.isSuccess()) {
            names.collect(parsed.parsedExpression().expression());
        }
        names.read.removeAll(names.own);
        return names.read;
    }

    private void collect(Object part) {
        if (part instanceof Ref name) {
            read.add(name.names().head());
        } else if (part instanceof Filter filter) {
            // what stands in the brackets may name properties of the elements
            collect(filter.list());
        } else if (part instanceof FunctionDefinition function) {
            function.parameters().foreach(own::add);
            collect(function.body());
        } else if (part instanceof Tuple2<?, ?> pair && pair._1() instanceof String name) {
            own.add(name);
            collect(pair._2());
        } else if (part instanceof Iterable<?> list) {
            collectAll(list.iterator());
        } else if (part instanceof Product product) {
            collectAll(product.productIterator());
        }
    }

    private void collectAll(Iterator<?> parts) {
        while (parts.hasNext()) {
            collect(parts.next());
        }
    }

    private FeelNames() {}
}
