package org.sapwood.endpoint.response;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.endpoint.Derived;
import org.sapwood.endpoint.Judgement;

/**
 * One patient's decisions at all planned visits, and what can be composed of them.
 *
 * @param visits in ascending order of day
 */
public record JudgementsOverVisits(List<VisitJudgement> visits) {

    /** What a missed visit does to a run of consecutive visits. */
    public enum MissedVisit {
        /** It ends the run. */
        BREAKS_RUN,
        /** It is passed over: the visits around it are consecutive. */
        IS_SKIPPED
    }

    /** Which visit of a confirmed run dates the event. */
    public enum RunDate {
        FIRST_VISIT_OF_RUN,
        CONFIRMING_VISIT
    }

    public JudgementsOverVisits {
        visits = List.copyOf(visits);
        for (int i = 1; i < visits.size(); i++) {
            if (visits.get(i).day() <= visits.get(i - 1).day()) {
                throw new IllegalArgumentException("visits must ascend: found "
                        + visits.get(i - 1).visit() + " on day "
                        + visits.get(i - 1).day() + " before "
                        + visits.get(i).visit() + " on day " + visits.get(i).day());
            }
        }
    }

    /**
     * The decision at one visit.
     *
     * @param visit its name
     * @return the decision, unknown when there is no such visit
     */
    public Judgement at(String visit) {
        return visits.stream()
                .filter(v -> v.visit().equals(visit))
                .findFirst()
                .map(VisitJudgement::judgement)
                .orElseGet(() -> Judgement.unknown("no visit " + visit));
    }

    /**
     * Whether it holds at every visit from one to another.
     *
     * @param first name of the first visit
     * @param last name of the last visit
     * @param missing how missed visits count
     * @return the decision
     */
    public Judgement sustained(String first, String last, Judgement.Parts missing) {
        List<Judgement> part = between(first, last);
        return part.isEmpty()
                ? Judgement.unknown("no visits from " + first + " to " + last)
                : Judgement.allOf(part, missing);
    }

    /**
     * Whether it holds at any visit from one to another.
     *
     * @param first name of the first visit
     * @param last name of the last visit
     * @param missing how missed visits count
     * @return the decision
     */
    public Judgement ever(String first, String last, Judgement.Parts missing) {
        List<Judgement> part = between(first, last);
        return part.isEmpty()
                ? Judgement.unknown("no visits from " + first + " to " + last)
                : Judgement.anyOf(part, missing);
    }

    /**
     * Whether it holds at a number of consecutive visits.
     *
     * @param consecutive how many, at least 1
     * @param missed what a missed visit does
     * @return yes with the confirming visit; no; unknown when missed visits could have made the difference
     */
    public Judgement confirmed(int consecutive, MissedVisit missed) {
        int end = endOfRun(consecutive, missed, false);
        if (end >= 0) {
            return Judgement.of(
                    true,
                    "at " + consecutive + " consecutive visits, confirmed at "
                            + visits.get(end).visit());
        }
        return endOfRun(consecutive, MissedVisit.BREAKS_RUN, true) >= 0
                ? Judgement.unknown("not at " + consecutive + " consecutive visits, but visits are missing")
                : Judgement.of(false, "not at " + consecutive + " consecutive visits");
    }

    /**
     * When it first holds at a number of consecutive visits; with one visit, when it first holds.
     *
     * @param consecutive how many, at least 1
     * @param missed what a missed visit does
     * @param date which visit of the run counts
     * @return the day; otherwise censored at the last visit with a known decision, or at day 0 when there is none
     */
    public FirstTime firstTime(int consecutive, MissedVisit missed, RunDate date) {
        int end = endOfRun(consecutive, missed, false);
        if (end >= 0) {
            int index = date == RunDate.CONFIRMING_VISIT ? end : startOfRun(end, consecutive);
            VisitJudgement visit = visits.get(index);
            return new FirstTime(visit.day(), FirstTime.Status.EVENT, "first met at " + visit.visit());
        }
        for (int i = visits.size() - 1; i >= 0; i--) {
            if (!visits.get(i).judgement().isUnknown()) {
                return new FirstTime(
                        visits.get(i).day(),
                        FirstTime.Status.CENSORED,
                        "not met up to " + visits.get(i).visit());
            }
        }
        return new FirstTime(0, FirstTime.Status.CENSORED, "no visit with a decision");
    }

    /**
     * The same decisions with failures from a day on, as after rescue medication or a flare.
     *
     * @param day from this day on (inclusive) the decision is no
     * @param reason why
     * @return changed copies
     */
    public JudgementsOverVisits failingFrom(int day, String reason) {
        List<VisitJudgement> changed = new ArrayList<>();
        for (VisitJudgement v : visits) {
            changed.add(
                    v.day() >= day
                            ? new VisitJudgement(v.visit(), v.day(), new Judgement(Derived.of(false), List.of(reason)))
                            : v);
        }
        return new JudgementsOverVisits(changed);
    }

    private List<Judgement> between(String first, String last) {
        List<Judgement> part = new ArrayList<>();
        boolean inside = false;
        for (VisitJudgement v : visits) {
            inside |= v.visit().equals(first);
            if (inside) {
                part.add(v.judgement());
            }
            if (v.visit().equals(last)) {
                return inside ? part : List.of();
            }
        }
        return List.of();
    }

    /** Index of the visit that completes the first run, or -1. */
    private int endOfRun(int consecutive, MissedVisit missed, boolean unknownHolds) {
        if (consecutive < 1) {
            throw new IllegalArgumentException("expected at least 1 visit, found " + consecutive);
        }
        int run = 0;
        for (int i = 0; i < visits.size(); i++) {
            Judgement judgement = visits.get(i).judgement();
            if (judgement.isYes() || (unknownHolds && judgement.isUnknown())) {
                run++;
                if (run == consecutive) {
                    return i;
                }
            } else if (judgement.isNo() || missed == MissedVisit.BREAKS_RUN) {
                run = 0;
            }
        }
        return -1;
    }

    private int startOfRun(int end, int consecutive) {
        int left = consecutive;
        int index = end;
        while (true) {
            if (visits.get(index).judgement().isYes()) {
                left--;
                if (left == 0) {
                    return index;
                }
            }
            index--;
        }
    }
}
