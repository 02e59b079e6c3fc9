package org.sapwood.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sapwood.display.Display;
import org.sapwood.display.TableModel;
import org.sapwood.result.ResultRow;
import org.sapwood.result.Value;

/** The results of a shipped plan on the data it names, by address. */
final class PlanResults {
    private final Pipeline.Assembled assembled;
    private final Map<String, ResultRow> rows = new TreeMap<>();

    private PlanResults(Pipeline.Assembled assembled) {
        this.assembled = assembled;
        assembled.results().rows().forEach(row -> rows.put(row.key() + "/" + row.statistic(), row));
    }

    static PlanResults of(Path plan) {
        return new PlanResults(
                Pipeline.assemble(new Pipeline.Request(plan, Optional.empty(), Optional.empty(), List.of())));
    }

    /** {@return the number at an address such as {@code analysis/arm/parameter/visit/statistic}} */
    double number(String address) {
        ResultRow row = rows.get(address);
        assertThat(row).as(address).isNotNull();
        Value value = row.value();
        if (value instanceof Value.Count count) {
            return count.n();
        }
        if (value instanceof Value.Ratio ratio) {
            return (double) ratio.numerator() / ratio.denominator();
        }
        if (value instanceof Value.Exact exact) {
            return exact.x().doubleValue();
        }
        if (value instanceof Value.Real real) {
            return real.x();
        }
        if (value instanceof Value.Probability probability) {
            return probability.p();
        }
        throw new AssertionError(address + " is no number: " + value);
    }

    boolean has(String address) {
        return rows.containsKey(address);
    }

    TableModel table(String id) {
        for (Display display : assembled.report().displays()) {
            if (display instanceof TableModel table && table.id().equals(id)) {
                return table;
            }
        }
        throw new AssertionError("no table " + id);
    }

    /** {@return the numbers of all displays} */
    List<String> displayNumbers() {
        return assembled.report().displays().stream()
                .map(display -> display.heading().number())
                .toList();
    }
}
