package org.sapwood.stats.imputation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sapwood.stats.Estimable;

/**
 * Imputation of profiles from the posterior of a multivariate normal model, the mean from the intercurrent event on being that
 * of a {@link ReferenceStrategy} (Carpenter, Roger and Kenward 2013; equations E18 to E21). Under
 * {@link ReferenceStrategy#MISSING_AT_RANDOM} this is imputation by the joint model.
 */
public final class ReferenceBasedImputation implements MultipleImputation {
    private final IncompleteProfiles data;
    private final int[] places;
    private final ReferenceStrategy strategy;
    private final RandomStreams streams;
    private final ProfilePosterior posterior;

    private ReferenceBasedImputation(
            IncompleteProfiles data,
            int[] places,
            ReferenceStrategy strategy,
            RandomStreams streams,
            ProfilePosterior posterior) {
        this.data = data;
        this.places = places;
        this.strategy = strategy;
        this.streams = streams;
        this.posterior = posterior;
    }

    /**
     * Fits the model of the observed values.
     *
     * @param data the profiles
     * @param ids one distinct id per subject
     * @param strategy what the mean becomes from the intercurrent event on
     * @param streams where random numbers come from
     * @return the imputation, or why the model does not exist
     */
    public static Estimable<ReferenceBasedImputation> of(
            IncompleteProfiles data, List<String> ids, ReferenceStrategy strategy, RandomStreams streams) {
        if (ids.stream().distinct().count() != data.subjects()) {
            throw new IllegalArgumentException(
                    "expected " + data.subjects() + " distinct ids of subjects, found " + ids);
        }
        int[] places = IntStream.range(0, data.subjects())
                .boxed()
                .sorted(Comparator.comparing(ids::get))
                .mapToInt(Integer::intValue)
                .toArray();
        List<String> sorted = IntStream.of(places).mapToObj(ids::get).toList();
        IncompleteProfiles ordered = data.inOrder(places);
        return ProfilePosterior.of(ordered, sorted)
                .map(posterior -> new ReferenceBasedImputation(ordered, places, strategy, streams, posterior));
    }

    @Override
    public Estimable<double[][]> draw(int imputation) {
        Draws[] units = posterior.units(imputation, streams);
        Estimable<ProfilePosterior.Parameters> drawn = posterior.draw(imputation, streams, units);
        if (drawn instanceof Estimable.NotEstimable<ProfilePosterior.Parameters> none) {
            return Estimable.not(none.reason(), none.detail());
        }
        ProfilePosterior.Parameters parameters = drawn.orElseThrow();
        ProfilePosterior.ConditionalNormal normal = new ProfilePosterior.ConditionalNormal(parameters.sigma());
        double[][] completed = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            double[] mean = data.profile(i, parameters.beta(), strategy);
            completed[places[i]] = normal.draw(data, i, mean, units[i]);
        }
        return Estimable.of(completed);
    }
}
