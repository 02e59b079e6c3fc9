package org.sapwood.endpoint.myositis;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sapwood.endpoint.ExactRatio;

/**
 * Points for the absolute percent improvement of each core set measure. The upper bound of a band belongs to it.
 *
 * <p>The table is that of Rider and others, Rheumatology 2017;56:1884-93, table 3 (doi:10.1093/rheumatology/kex226), the
 * same for adults and children. HAQ-DI gives 7.5 in two bands and the enzyme 7.5 in two bands: so the source.
 */
public final class TisPoints {

    /** The published table, named by its source. */
    public static final String SOURCE =
            "2016 ACR/EULAR response criteria: Aggarwal et al., Ann Rheum Dis 2017;76:792-801;"
                    + " points by Rider et al., Rheumatology 2017;56:1884-93, table 3";

    /**
     * The bands of one measure.
     *
     * @param upperBounds inclusive upper bounds in percent of all bands but the last, which is open
     * @param points points of the bands, one more than bounds
     */
    public record Bands(List<BigDecimal> upperBounds, List<BigDecimal> points) {
        public Bands {
            upperBounds = List.copyOf(upperBounds);
            points = List.copyOf(points);
            if (points.size() != upperBounds.size() + 1) {
                throw new IllegalArgumentException("expected one more point value than bounds, found " + points.size()
                        + " and " + upperBounds.size());
            }
        }

        /**
         * Points of an improvement.
         *
         * @param percent absolute percent improvement; negative when worse
         * @return points of the band
         */
        public BigDecimal pointsOf(ExactRatio percent) {
            int band = 0;
            while (band < upperBounds.size() && !percent.isAtMost(upperBounds.get(band))) {
                band++;
            }
            return points.get(band);
        }

        /** {@return the points of the last band} */
        public BigDecimal maximum() {
            return points.get(points.size() - 1);
        }
    }

    private static final Map<CoreSetMeasure, Bands> TABLE = table();

    private TisPoints() {}

    private static Map<CoreSetMeasure, Bands> table() {
        List<BigDecimal> bounds = decimals("5", "15", "25", "40");
        Map<CoreSetMeasure, Bands> map = new EnumMap<>(CoreSetMeasure.class);
        map.put(CoreSetMeasure.PHYSICIAN_GLOBAL, new Bands(bounds, decimals("0", "7.5", "15", "17.5", "20")));
        map.put(CoreSetMeasure.PATIENT_GLOBAL, new Bands(bounds, decimals("0", "2.5", "5", "7.5", "10")));
        map.put(
                CoreSetMeasure.MANUAL_MUSCLE_TESTING,
                new Bands(decimals("2", "10", "20", "30"), decimals("0", "10", "20", "27.5", "32.5")));
        map.put(CoreSetMeasure.HEALTH_ASSESSMENT, new Bands(bounds, decimals("0", "5", "7.5", "7.5", "10")));
        map.put(CoreSetMeasure.MUSCLE_ENZYME, new Bands(bounds, decimals("0", "2.5", "5", "7.5", "7.5")));
        map.put(CoreSetMeasure.EXTRAMUSCULAR_GLOBAL, new Bands(bounds, decimals("0", "7.5", "12.5", "15", "20")));
        return Collections.unmodifiableMap(map);
    }

    private static List<BigDecimal> decimals(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    /**
     * The bands of a measure.
     *
     * @param measure which
     * @return its bands
     */
    public static Bands of(CoreSetMeasure measure) {
        return Objects.requireNonNull(TABLE.get(measure));
    }
}
