package org.sapwood.synthetic.lupus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sapwood.endpoint.lupus.Bilag.Grade;
import org.sapwood.endpoint.lupus.Bilag.OrganSystem;
import org.sapwood.endpoint.lupus.SledaiItem;
import org.sapwood.synthetic.Draws;

/**
 * The BILAG grades of the followed patients of one arm at weeks 0, 12 and 24. One A or two B are there in 21 of 30, 2 and 1
 * against 21, 4 and 2, as published; those whose BILAG got worse have a new A, the others keep what they had.
 */
final class BilagGrades {
    private static final int AT_BASELINE = 21;

    private final Activity activity;
    private final SledaiItems items;
    private final Draws draws;
    private final int count;
    private final List<List<EnumMap<OrganSystem, Grade>>> grades = new ArrayList<>();

    BilagGrades(Arm arm, Activity activity, SledaiItems items, long seed) {
        this.activity = activity;
        this.items = items;
        this.count = arm.followed();
        this.draws = Draws.of(seed, 20L + arm.number(), Draws.Stream.SUMMARIES);
        boolean active = arm == Arm.INTERLEUKIN;
        List<Integer> everybody = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            everybody.add(i);
        }
        TreeSet<Integer> severe = new TreeSet<>(draws.shuffled(everybody).subList(0, AT_BASELINE));
        List<EnumMap<OrganSystem, Grade>> before = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            before.add(baseline(i, severe.contains(i)));
        }
        grades.add(before);
        grades.add(later(1, active ? 2 : 4, severe));
        grades.add(later(2, active ? 1 : 2, severe));
    }

    /** The grades of a patient at week 0 (0), 12 (1) or 24 (2). */
    Map<OrganSystem, Grade> of(int at, int patient) {
        return grades.get(at).get(patient);
    }

    private EnumMap<OrganSystem, Grade> baseline(int patient, boolean severe) {
        EnumMap<OrganSystem, Grade> own = mild(0, patient);
        List<OrganSystem> involved = draws.shuffled(List.copyOf(involved(0, patient)));
        if (severe && items.hasNephritis(patient)) {
            own.put(OrganSystem.RENAL, Grade.A);
        } else if (severe && involved.size() > 1) {
            own.put(involved.get(0), Grade.B);
            own.put(involved.get(1), Grade.B);
        } else if (severe) {
            own.put(involved.isEmpty() ? OrganSystem.HAEMATOLOGICAL : involved.get(0), Grade.A);
        } else if (!involved.isEmpty() && draws.happens(0.7)) {
            own.put(involved.get(0), Grade.B);
        }
        return own;
    }

    private List<EnumMap<OrganSystem, Grade>> later(int at, int published, Set<Integer> severe) {
        Set<Integer> worse = activity.worseByBilag(at);
        List<Integer> kept = new ArrayList<>(severe);
        kept.removeIf(patient -> worse.contains(patient) || activity.responds(at, patient));
        TreeSet<Integer> keeps = new TreeSet<>(draws.shuffled(kept).subList(0, published - worse.size()));
        List<EnumMap<OrganSystem, Grade>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EnumMap<OrganSystem, Grade> before = grades.get(0).get(i);
            EnumMap<OrganSystem, Grade> own = keeps.contains(i) ? new EnumMap<>(before) : mild(at, i);
            if (worse.contains(i)) {
                own.put(newlyAffected(before), Grade.A);
            } else if (!keeps.contains(i) && !activity.responds(at, i)) {
                for (Map.Entry<OrganSystem, Grade> entry : before.entrySet()) {
                    if (entry.getValue() == Grade.B || entry.getValue() == Grade.A) {
                        own.put(entry.getKey(), Grade.B);
                        break;
                    }
                }
            }
            all.add(own);
        }
        return all;
    }

    private static OrganSystem newlyAffected(Map<OrganSystem, Grade> before) {
        for (OrganSystem system :
                List.of(OrganSystem.HAEMATOLOGICAL, OrganSystem.MUCOCUTANEOUS, OrganSystem.MUSCULOSKELETAL)) {
            if (Grade.B.isWorseThan(before.getOrDefault(system, Grade.E))) {
                return system;
            }
        }
        return OrganSystem.CARDIORESPIRATORY;
    }

    /** C where an item is present, D where one was at baseline, else mostly E. */
    private EnumMap<OrganSystem, Grade> mild(int at, int patient) {
        EnumMap<OrganSystem, Grade> own = new EnumMap<>(OrganSystem.class);
        for (OrganSystem system : OrganSystem.values()) {
            Grade absent = involved(0, patient).contains(system) || draws.happens(0.15) ? Grade.D : Grade.E;
            own.put(system, involved(at, patient).contains(system) ? Grade.C : absent);
        }
        return own;
    }

    private Set<OrganSystem> involved(int at, int patient) {
        EnumSet<OrganSystem> systems = EnumSet.noneOf(OrganSystem.class);
        for (SledaiItem item : items.of(at, patient)) {
            switch (item) {
                case RASH, ALOPECIA, MUCOSAL_ULCERS, VASCULITIS -> systems.add(OrganSystem.MUCOCUTANEOUS);
                case ARTHRITIS, MYOSITIS -> systems.add(OrganSystem.MUSCULOSKELETAL);
                case PROTEINURIA, HAEMATURIA, PYURIA, URINARY_CASTS -> systems.add(OrganSystem.RENAL);
                case PLEURISY, PERICARDITIS -> systems.add(OrganSystem.CARDIORESPIRATORY);
                case LEUKOPENIA, THROMBOCYTOPENIA -> systems.add(OrganSystem.HAEMATOLOGICAL);
                case FEVER -> systems.add(OrganSystem.CONSTITUTIONAL);
                default -> {
                    // Complement and antibodies belong to no organ system.
                }
            }
        }
        return systems;
    }
}
