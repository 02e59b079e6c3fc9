package org.sapwood.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataRejected;
import org.sapwood.result.Group;
import org.sapwood.result.ResultKey;
import org.sapwood.result.ResultRow;
import org.sapwood.result.ResultSet;
import org.sapwood.result.Statistic;
import org.sapwood.sap.ResultAddress;
import org.sapwood.sap.Sap;

/** Finds the one comparison of an analysis that a plan points at. */
final class EarlierResults {
    private final Sap sap;
    private final ResultSet results;

    EarlierResults(Sap sap, ResultSet results) {
        this.sap = sap;
        this.results = results;
    }

    /**
     * The key of a comparison.
     *
     * @param address where the plan says it stands
     * @param statistic the statistic wanted of it
     * @return its key
     * @throws DataRejected when no comparison, or more than one, stands there
     */
    ResultKey comparison(ResultAddress address, String statistic) {
        Set<ResultKey> found = new LinkedHashSet<>();
        List<String> others = new ArrayList<>();
        String visit =
                address.visit().isEmpty() ? "" : sap.visit(address.visit()).label();
        for (ResultRow row : results.of(address.analysis())) {
            ResultKey key = row.key();
            if (!(key.group() instanceof Group.Comparison)
                    || !row.statistic().name().equals(statistic)) {
                continue;
            }
            others.add(key.toString());
            if ((address.parameter().isEmpty() || key.parameter().equals(address.parameter()))
                    && (visit.isEmpty() || key.visit().equals(visit))) {
                found.add(key);
            }
        }
        if (found.size() != 1) {
            throw new DataRejected(DataComplaint.of(
                    address.place(),
                    "expected one " + statistic + " of a comparison of \"" + address.analysis() + "\"; found "
                            + (found.isEmpty() ? "none" : String.valueOf(found.size())),
                    "Name \"parameter\" and \"visit\". Known: " + String.join(", ", others) + "."));
        }
        return found.iterator().next();
    }

    /** {@return the row of a statistic, or null} */
    @Nullable
    ResultRow row(ResultKey key, String statistic) {
        return results.find(key, new Statistic(statistic));
    }
}
