package org.sapwood.synthetic.lupus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sapwood.synthetic.Draws;
import org.sapwood.synthetic.chart.Intervention;

/**
 * Intercurrent events; not published. They strike patients who respond neither at week 12 nor at week 24, so that the
 * published numbers of responders hold under every strategy.
 */
final class Interventions {
    private final Map<Arm, TreeMap<Integer, List<Intervention>>> events = new EnumMap<>(Arm.class);
    private int neuropsychiatric = -1;

    Interventions(Map<Arm, Activity> activities, long seed) {
        activities.forEach((arm, activity) -> {
            Draws draws = Draws.of(seed, 50L + arm.number(), Draws.Stream.SUMMARIES);
            List<Integer> poor = poor(arm, activity);
            TreeMap<Integer, List<Intervention>> own = new TreeMap<>();
            if (arm == Arm.PLACEBO) {
                neuropsychiatric = poor.remove(poor.size() - 1);
                int day = draws.whole(50, 62);
                own.put(
                        neuropsychiatric,
                        List.of(
                                new Intervention(Intervention.Kind.DISCONTINUED, day, "ADVERSE EVENT"),
                                new Intervention(Intervention.Kind.RESCUE, day + 1, "METHYLPREDNISOLONE PULSE")));
                own.put(poor.get(2), List.of(raised(draws.whole(120, 150))));
            }
            own.put(poor.get(0), List.of(raised(draws.whole(30, 75))));
            own.put(poor.get(1), arm == Arm.PLACEBO ? List.of(raised(draws.whole(30, 75))) : List.of());
            events.put(arm, own);
        });
    }

    private static Intervention raised(int day) {
        return new Intervention(Intervention.Kind.GC_INCREASE, day, "WORSENING OF DISEASE");
    }

    /** Who responds at neither week, those whose dose rose most first. */
    private static List<Integer> poor(Arm arm, Activity activity) {
        List<Integer> poor = new ArrayList<>();
        for (int i = 0; i < arm.followed(); i++) {
            if (!activity.responds(1, i) && !activity.responds(2, i)) {
                poor.add(i);
            }
        }
        poor.sort((a, b) -> Long.compare(rise(activity, b), rise(activity, a)));
        return poor;
    }

    private static long rise(Activity activity, int patient) {
        return activity.dose(1)[patient] - activity.dose(0)[patient];
    }

    /** The events of a followed patient. */
    List<Intervention> of(Arm arm, int place) {
        return events.getOrDefault(arm, new TreeMap<>()).getOrDefault(place, List.of());
    }

    /** The place of the patient on placebo with neuropsychiatric lupus. */
    int neuropsychiatric() {
        return neuropsychiatric;
    }
}
