package org.sapwood.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sapwood.analysis.Study;
import org.sapwood.data.Variable;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FigureModel.Axis;
import org.sapwood.display.FigureModel.Course;
import org.sapwood.display.FigureModel.Lane;
import org.sapwood.display.FigureModel.LaneMark;
import org.sapwood.display.FigureModel.Tick;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.SourceLine;
import org.sapwood.population.Subject;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.Treatments;
import org.sapwood.sap.VisitSpec;

/**
 * Lays out the intercurrent events of each subject as lanes: by arm in the order of the plan, within an arm by the first
 * event, those without one last.
 */
final class LanesAssembler {
    /** Lanes and headings that can be read on one sheet. */
    private static final int MOST = 30;

    private static final double DAYS = 7;

    private final DisplaySpec spec;
    private final DisplaySpec.Lanes lanes;
    private final Study study;

    LanesAssembler(DisplaySpec spec, DisplaySpec.Lanes lanes, Study study) {
        this.spec = spec;
        this.lanes = lanes;
        this.study = study;
    }

    /** A lane with what orders it. */
    private record Ordered(Lane lane, double firstEvent) {}

    FigureModel assemble(Heading heading, List<Footnote> notes, SourceLine source) {
        List<List<Lane>> sheets = new ArrayList<>();
        List<Lane> sheet = new ArrayList<>();
        StringBuilder text = new StringBuilder(heading.title()).append('.');
        double start = 0;
        double end = 0;
        for (Treatments.Arm arm : study.sap().treatments().arms()) {
            List<Ordered> own = ofArm(arm.id());
            text.append(' ')
                    .append(arm.label())
                    .append(": ")
                    .append(summary(own))
                    .append('.');
            String label = arm.label();
            for (int i = 0; i < own.size(); i++) {
                // a heading is never the last line of a sheet
                if (!sheet.isEmpty() && sheet.size() >= (i == 0 ? MOST - 1 : MOST)) {
                    sheets.add(sheet);
                    sheet = new ArrayList<>();
                }
                if (i == 0 || sheet.isEmpty()) {
                    sheet.add(new Lane(i == 0 ? label : label + " (continued)", null, List.of()));
                }
                Lane lane = own.get(i).lane();
                sheet.add(lane);
                end = Math.max(end, lane.course() == null ? 0 : lane.course().until());
                // no event is off the axis, be it before the first dose or after the last study day on record
                for (LaneMark mark : lane.marks()) {
                    start = Math.min(start, mark.at());
                    end = Math.max(end, mark.at());
                }
            }
        }
        if (!sheet.isEmpty() || sheets.isEmpty()) {
            sheets.add(sheet);
        }
        List<Tick> ticks = new ArrayList<>();
        double last = end;
        for (VisitSpec visit : study.sap().visits()) {
            double week = (visit.plannedDay() - 1) / DAYS;
            if (week >= 0 && week <= last) {
                ticks.add(new Tick(week, visit.label()));
            }
        }
        return new FigureModel(
                spec.id(),
                heading,
                new FigureModel.Lanes(
                        new Axis("Time from first dose", start, Math.max(1, last), ticks),
                        lanes.events().stream()
                                .map(id -> study.sap().intercurrentEvent(id).label())
                                .toList(),
                        lanes.treatedUntil().isEmpty() ? "" : "On treatment",
                        sheets),
                text.toString(),
                notes,
                source);
    }

    private List<Ordered> ofArm(String arm) {
        List<Ordered> own = new ArrayList<>();
        for (Subject subject : study.cohort(spec.set()).in(arm)) {
            List<LaneMark> marks = marks(subject);
            if (marks.isEmpty() && !lanes.everybody()) {
                continue;
            }
            Course course = new Course(week(subject, lanes.treatedUntil()), week(subject, lanes.until()));
            own.add(new Ordered(
                    new Lane(subject.id(), course, marks),
                    marks.isEmpty() ? Double.POSITIVE_INFINITY : marks.get(0).at()));
        }
        own.sort(Comparator.comparingDouble(Ordered::firstEvent)
                .thenComparing(ordered -> ordered.lane().label()));
        return own;
    }

    private List<LaneMark> marks(Subject subject) {
        List<LaneMark> marks = new ArrayList<>();
        for (int kind = 0; kind < lanes.events().size(); kind++) {
            int style = kind;
            study.intercurrentEvents()
                    .of(lanes.events().get(kind))
                    .getOrDefault(subject.id(), List.of())
                    .forEach(event -> marks.add(new LaneMark(style, (event.day() - 1) / DAYS)));
        }
        marks.sort(Comparator.comparingDouble(LaneMark::at));
        return marks;
    }

    /** The week that ends with a study day; 0 when there is none. */
    private double week(Subject subject, String variable) {
        if (variable.isEmpty()) {
            return 0;
        }
        Variable day = study.subjectVariable(variable);
        return day.isMissing(subject.row()) ? 0 : Math.max(0, day.number(subject.row()) / DAYS);
    }

    private String summary(List<Ordered> own) {
        List<String> counts = new ArrayList<>();
        for (int kind = 0; kind < lanes.events().size(); kind++) {
            int style = kind;
            long with = own.stream()
                    .filter(ordered -> ordered.lane().marks().stream().anyMatch(mark -> mark.kind() == style))
                    .count();
            counts.add(study.sap().intercurrentEvent(lanes.events().get(kind)).label() + " " + with);
        }
        return counts.stream().collect(Collectors.joining(", ", "subjects with ", ""));
    }
}
