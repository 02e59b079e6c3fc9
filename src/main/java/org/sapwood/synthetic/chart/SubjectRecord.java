package org.sapwood.synthetic.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the subject dataset says of one screened person; what every trial says is said here. */
public final class SubjectRecord {
    private final Person person;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * A record of who the person is and of the screening.
     *
     * @param trial the registry number
     * @param person who
     */
    public SubjectRecord(String trial, Person person) {
        this.person = person;
        with("STUDYID", trial);
        with("USUBJID", person.id());
        with("SITEID", person.site());
        with("AGE", person.age());
        with("SEX", person.sex());
        with("HEIGHTBL", person.height());
        with("WEIGHTBL", person.weight());
        with("BSABL", person.bodySurface());
        with("SCRNDT", person.screened());
        with("SCRNFRS", person.screenFailure());
    }

    /** Says what a variable is. */
    public SubjectRecord with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Says whether something holds: {@code Y} or {@code N}. */
    public SubjectRecord flag(String name, boolean holds) {
        return with(name, holds ? "Y" : "N");
    }

    /** The number of the subject without trial and site, the last digits of the identifier. */
    public SubjectRecord numbered() {
        return with("SUBJID", person.id().substring(person.id().length() - 3));
    }

    /**
     * The age group between two limits.
     *
     * @param middle the first year of the middle group
     * @param old the first year of the oldest group
     */
    public SubjectRecord aged(int middle, int old) {
        int age = person.age();
        return with("AGEGR1", age < middle ? "<" + middle : age < old ? middle + "-<" + old : ">=" + old);
    }

    /** A screening failure, who belongs to none of the populations. */
    public SubjectRecord failed(List<String> populations) {
        populations.forEach(population -> flag(population, false));
        return with("EOSSTT", "SCREEN FAILURE");
    }

    /** What was planned and given: the same treatment. */
    public SubjectRecord treated(String treatment) {
        return with("TRT01P", treatment).with("TRT01A", treatment);
    }

    /** The numbers of the treatments, where the trial numbers them. */
    public SubjectRecord treatmentNumber(int number) {
        return with("TRT01PN", number).with("TRT01AN", number);
    }

    /** Whether the subject is a per-protocol subject, and what speaks against it. */
    public SubjectRecord perProtocol(String deviation) {
        return flag("PPROTFL", deviation.isEmpty()).with("PPROTRS", deviation);
    }

    /** When study treatment began and ended, and why. */
    public SubjectRecord dosed(Journey journey) {
        return with("TRTSDT", journey.days().date(1))
                .with("TRTEDT", journey.days().date(journey.lastTreatedDay()))
                .with("TRTDURD", journey.lastTreatedDay())
                .with("EOTSTT", ended(journey.treatmentEnd()))
                .with("DCTREAS", journey.treatmentEnd());
    }

    /** When observation ended, and why; nobody died. */
    public SubjectRecord followed(Journey journey) {
        return with("EOSSTT", ended(journey.studyEnd()))
                .with("DCSREAS", journey.studyEnd())
                .with("EOSDT", journey.days().date(journey.lastDay()))
                .with("EOSDY", journey.lastDay())
                .with("DTHFL", "N");
    }

    private static String ended(String reason) {
        return reason.isEmpty() ? "COMPLETED" : "DISCONTINUED";
    }

    Person person() {
        return person;
    }

    Map<String, Object> values() {
        return values;
    }
}
