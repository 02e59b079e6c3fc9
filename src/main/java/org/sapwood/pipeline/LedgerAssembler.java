package org.sapwood.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sapwood.analysis.EventLedger;
import org.sapwood.analysis.Study;
import org.sapwood.display.Footnote;
import org.sapwood.display.Heading;
import org.sapwood.display.ListingModel;
import org.sapwood.display.SourceLine;
import org.sapwood.display.TableModel.Align;
import org.sapwood.population.Cohort;
import org.sapwood.sap.DisplaySpec;
import org.sapwood.sap.Estimand;

/** Lays out the ledger of intercurrent events as a listing. */
final class LedgerAssembler {
    private LedgerAssembler() {}

    static ListingModel assemble(
            DisplaySpec spec,
            DisplaySpec.Ledger ledger,
            Study study,
            Heading heading,
            List<Footnote> notes,
            SourceLine source) {
        Cohort cohort = study.cohort(spec.set());
        Estimand first = study.sap().estimand(ledger.estimands().get(0));
        String visit = study.sap().visit(first.visit()).label();
        List<ListingModel.Column> columns = new ArrayList<>(List.of(
                new ListingModel.Column("subject", "Subject", true, 1.7, Align.LEFT),
                new ListingModel.Column("arm", "Arm", true, 1.1, Align.LEFT),
                new ListingModel.Column("event", "Intercurrent event", false, 1.7, Align.LEFT)));
        boolean reasons = study.sap().intercurrentEvents().stream()
                .anyMatch(kind -> !kind.reason().isEmpty());
        if (reasons) {
            columns.add(new ListingModel.Column("reason", "Reason", false, 1.9, Align.LEFT));
        }
        columns.addAll(List.of(
                new ListingModel.Column("day", "Study day", false, 0.6, Align.DECIMAL),
                new ListingModel.Column("visit", "Relative to " + visit, false, 0.9, Align.LEFT)));
        for (String id : ledger.estimands()) {
            String label = study.sap().estimand(id).label();
            columns.add(new ListingModel.Column("strategy." + id, label, false, 1.3, Align.LEFT));
        }
        columns.add(new ListingModel.Column(
                "effect", "Effect on " + study.sap().endpoint(first.variable()).label(), false, 2.4, Align.LEFT));
        List<List<ListingModel.Item>> rows = new ArrayList<>();
        for (EventLedger.Line line : EventLedger.of(study, spec.set(), ledger.estimands())) {
            String arm = cohort.armOf(line.subject());
            List<ListingModel.Item> items = new ArrayList<>(List.of(
                    new ListingModel.Word(line.subject().id()),
                    new ListingModel.Word(
                            arm.isEmpty()
                                    ? "Not allocated"
                                    : study.sap().arm(arm).label()),
                    new ListingModel.Word(line.event())));
            if (reasons) {
                items.add(new ListingModel.Word(line.reason()));
            }
            items.add(new ListingModel.Numeric(Integer.toString(line.day()), BigDecimal.valueOf(line.day())));
            items.add(new ListingModel.Word(line.beforeVisit() ? "Before" : "After"));
            line.strategies().forEach(strategy -> items.add(new ListingModel.Word(strategy)));
            items.add(new ListingModel.Word(line.effect()));
            rows.add(items);
        }
        return new ListingModel(spec.id(), heading, columns, rows, notes, source);
    }
}
