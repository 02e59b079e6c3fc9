package org.sapwood.sap;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every text that a part of the plan carries, however deep, so that what it refers to is found in methods and endpoints
 * that are added later too.
 */
final class Mentions {
    private Mentions() {}

    /** {@return the texts within records, lists and maps, but for the given part's own {@code id}, {@code label} and place} */
    static Set<String> of(Object part) {
        Set<String> texts = new LinkedHashSet<>();
        collect(part, texts);
        return texts;
    }

    private static void collect(Object value, Set<String> texts) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(item, texts));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                collect(key, texts);
                collect(item, texts);
            });
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (!component.getName().matches("id|label|place")) {
                    Object item = component(component, record);
                    if (item != null) {
                        collect(item, texts);
                    }
                }
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Object component(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the parts of a plan are public records: " + record.getClass(), e);
        }
    }
}
