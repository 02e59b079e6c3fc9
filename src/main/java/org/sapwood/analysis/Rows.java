package org.sapwood.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sapwood.result.Provenance;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.result.Value;
import org.sapwood.sap.Sap;
import org.sapwood.stats.Estimable;
import org.sapwood.stats.Interval;
import org.sapwood.stats.PValue;

/** Turns answers of the statistics into result rows. */
final class Rows {
    private final ResultSet results;

    Rows(ResultSet results) {
        this.results = results;
    }

    /** {@return a writer of rows at one key with one origin} */
    At at(ResultKey key, Provenance origin) {
        return new At(results, key, origin, List.of());
    }

    /** {@return what was computed so far} */
    EarlierResults earlier(Sap sap) {
        return new EarlierResults(sap, results);
    }

    /** Repeats a row at another key, with its origin and remarks. */
    void copy(ResultRow row, ResultKey to) {
        results.add(new ResultRow(to, row.statistic(), row.value(), row.notes(), row.provenance()));
    }

    /** Writes the statistics of one key. */
    static final class At {
        private final ResultSet results;
        private final ResultKey key;
        private final Provenance origin;
        private final List<String> notes;

        private At(ResultSet results, ResultKey key, Provenance origin, List<String> notes) {
            this.results = results;
            this.key = key;
            this.origin = origin;
            this.notes = notes;
        }

        /** {@return the same place, for results of another method} */
        At by(String method) {
            return new At(
                    results,
                    key,
                    new Provenance(
                            origin.plan(),
                            origin.dataset(),
                            origin.selection(),
                            origin.subjects(),
                            origin.records(),
                            method),
                    notes);
        }

        /** {@return the same place, with remarks that travel to the footnotes} */
        At noting(List<String> remarks) {
            return new At(results, key, origin, remarks);
        }

        At put(String statistic, Value value) {
            results.add(new ResultRow(key, new Statistic(statistic), value, notes, origin));
            return this;
        }

        At count(String statistic, long n) {
            return put(statistic, new Value.Count(n));
        }

        /** A proportion; not estimable when the denominator is 0. */
        At ratio(String statistic, long numerator, long denominator) {
            return put(
                    statistic,
                    denominator == 0
                            ? new Value.NotEstimable("ZERO_DENOMINATOR", "no subject in the denominator")
                            : new Value.Ratio(numerator, denominator));
        }

        At exact(String statistic, @Nullable BigDecimal x, String otherwise) {
            return put(
                    statistic,
                    x == null ? new Value.NotEstimable("TOO_FEW_OBSERVATIONS", otherwise) : new Value.Exact(x));
        }

        At real(String statistic, double x) {
            return put(statistic, new Value.Real(x));
        }

        At real(String statistic, Estimable<Double> x) {
            return put(statistic, value(x.map(Value.Real::new)));
        }

        At p(String statistic, Estimable<PValue> p) {
            return put(statistic, value(p.map(pValue -> new Value.Probability(pValue.value(), pValue.log()))));
        }

        At p(String statistic, PValue p) {
            return put(statistic, new Value.Probability(p.value(), p.log()));
        }

        /** Both limits of an interval, under {@code <prefix>_low} and {@code <prefix>_high}. */
        At interval(String prefix, Estimable<Interval> interval) {
            put(prefix + "_low", value(interval.map(i -> new Value.Real(i.lower()))));
            return put(prefix + "_high", value(interval.map(i -> new Value.Real(i.upper()))));
        }

        At interval(String prefix, Interval interval) {
            return interval(prefix, Estimable.of(interval));
        }

        At word(String statistic, String text) {
            return put(statistic, new Value.Word(text));
        }

        private static Value value(Estimable<? extends Value> estimable) {
            if (estimable instanceof Estimable.Of<? extends Value> of) {
                return of.value();
            }
            Estimable.NotEstimable<? extends Value> none = (Estimable.NotEstimable<? extends Value>) estimable;
            return new Value.NotEstimable(none.reason().name(), none.detail());
        }
    }
}
