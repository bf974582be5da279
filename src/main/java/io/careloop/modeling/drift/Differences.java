package io.careloop.modeling.drift;

import io.careloop.engine.ModelKind;
import io.careloop.modeling.drift.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Says in words how two versions of a model differ. Where things are drawn is left to the diagram. */
public final class Differences {

    /** In the order of the elements: first those of the first version, then what only the second has. */
    public static List<Difference> between(ModelKind kind, byte[] before, byte[] after) {
        Map<String, Described> first = described(kind, before);
        Map<String, Described> second = described(kind, after);
        List<Difference> differences = new ArrayList<>();
        first.forEach((id, element) -> {
            if (second.containsKey(id)) {
                compare(element, second.get(id), differences);
            } else {
                differences.add(whole(Kind.REMOVED, element));
            }
        });
        second.forEach((id, element) -> {
            if (!first.containsKey(id)) {
                differences.add(whole(Kind.ADDED, element));
            }
        });
        return differences;
    }

    /** Elements of both versions of a diagram that stand in another place, in the order of the first. */
    public static List<Difference> moved(byte[] before, byte[] after) {
        Map<String, String> places = Described.places(after);
        Map<String, Described> elements = Described.xml(after);
        return Described.places(before).entrySet().stream()
                .filter(element -> elements.containsKey(element.getKey()))
                .filter(element ->
                        !element.getValue().equals(places.getOrDefault(element.getKey(), element.getValue())))
                .map(element -> whole(Kind.MOVED, elements.get(element.getKey())))
                .toList();
    }

    private static Map<String, Described> described(ModelKind kind, byte[] content) {
        return kind == ModelKind.FORM ? Described.form(content) : Described.xml(content);
    }

    private static Difference whole(Kind kind, Described element) {
        return new Difference(kind, element.id(), element.name(), "", null, null);
    }

    private static void compare(Described before, Described after, List<Difference> differences) {
        TreeSet<String> properties = new TreeSet<>(before.properties().keySet());
        properties.addAll(after.properties().keySet());
        for (String property : properties) {
            String old = before.properties().get(property);
            String now = after.properties().get(property);
            if (!Objects.equals(old, now)) {
                differences.add(new Difference(Kind.CHANGED, after.id(), after.name(), property, old, now));
            }
        }
    }

    private Differences() {}
}
