package org.sapwood.render.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sapwood.display.Cell;
import org.sapwood.display.Display;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FigureModel.Plotted;
import org.sapwood.display.FigureModel.Point;
import org.sapwood.display.FlowModel;
import org.sapwood.display.TableModel;
import org.sapwood.result.Value;

/** Collects the numbers of a display, one row per number. */
final class NumberRows {
    private final List<NumberRow> rows = new ArrayList<>();

    private NumberRows() {}

    /**
     * A number.
     *
     * @param row the row, series or box it belongs to
     * @param column the column, or the position on the x axis
     * @param value at full precision
     * @param printed as printed; empty when it is drawn
     */
    record NumberRow(String row, String column, String statistic, Value value, String printed, String key) {}

    static List<NumberRow> of(Display display) {
        NumberRows collected = new NumberRows();
        if (display instanceof TableModel table) {
            collected.table(table);
        } else if (display instanceof FlowModel flow) {
            collected.flow(flow);
        } else if (display instanceof FigureModel figure) {
            collected.chart(figure.chart());
        }
        return collected.rows;
    }

    private void table(TableModel table) {
        for (TableModel.Row row : table.rows()) {
            List<String> path = new ArrayList<>(row.group());
            path.add(row.label());
            for (int i = 0; i < row.cells().size(); i++) {
                TableModel.Column column = table.columns().get(i);
                String head = String.join(" ", column.head());
                cell(
                        String.join(" / ", path),
                        column.spanner().isEmpty() ? head : column.spanner() + " / " + head,
                        row.cells().get(i));
            }
        }
    }

    private void flow(FlowModel flow) {
        for (FlowModel.Box box : flow.boxes()) {
            for (FlowModel.Line line : box.lines()) {
                cell(box.id(), box.stage(), line.content());
            }
        }
    }

    private void cell(String row, String column, Cell cell) {
        if (cell instanceof Cell.Text text) {
            for (Cell.Piece piece : text.pieces()) {
                if (piece instanceof Cell.Formatted number) {
                    rows.add(new NumberRow(
                            row,
                            column,
                            number.source().statistic().name(),
                            number.value(),
                            number.text(),
                            number.source().toString()));
                }
            }
        }
    }

    private void chart(FigureModel.Chart chart) {
        if (chart instanceof FigureModel.Lines lines) {
            series(lines.series());
            below(lines.below());
        } else if (chart instanceof FigureModel.Steps steps) {
            series(steps.series());
            series(steps.censored());
            below(steps.below());
        } else if (chart instanceof FigureModel.Distribution distribution) {
            series(distribution.series());
        } else if (chart instanceof FigureModel.StackedBars bars) {
            for (FigureModel.Bar bar : bars.bars()) {
                for (int i = 0; i < bar.shares().size(); i++) {
                    plotted(
                            bar.group() + " / " + bar.name(),
                            bars.classes().get(i),
                            bar.shares().get(i));
                }
            }
        } else if (chart instanceof FigureModel.Forest forest) {
            for (FigureModel.Estimate estimate : forest.estimates()) {
                if (estimate.point() != null) {
                    point(estimate.label(), "", estimate.point());
                }
            }
        } else if (chart instanceof FigureModel.HeatMap map) {
            for (int y = 0; y < map.ys().size(); y++) {
                for (int x = 0; x < map.xs().size(); x++) {
                    plotted(
                            map.ys().get(y),
                            map.xs().get(x),
                            map.values().get(y).get(x));
                }
            }
        }
    }

    private void series(List<FigureModel.Series> all) {
        for (FigureModel.Series series : all) {
            for (Point point : series.points()) {
                point(series.name(), position(point.x()), point);
            }
        }
    }

    private void point(String row, String column, Point point) {
        plotted(row, column, point.y());
        plotted(row, column, point.lower());
        plotted(row, column, point.upper());
    }

    private void below(List<FigureModel.Below> all) {
        for (FigureModel.Below line : all) {
            for (FigureModel.At at : line.values()) {
                rows.add(new NumberRow(
                        line.name(),
                        position(at.x()),
                        at.source().statistic().name(),
                        counted(at.text()),
                        at.text(),
                        at.source().toString()));
            }
        }
    }

    private void plotted(String row, String column, @Nullable Plotted plotted) {
        if (plotted != null) {
            rows.add(new NumberRow(
                    row,
                    column,
                    plotted.source().statistic().name(),
                    new Value.Real(plotted.value()),
                    "",
                    plotted.source().toString()));
        }
    }

    /** The numbers below an axis are counts. */
    private static Value counted(String text) {
        return text.matches("[0-9]{1,18}") ? new Value.Count(Long.parseLong(text)) : new Value.Word(text);
    }

    private static String position(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e9 ? String.format(Locale.ROOT, "%.0f", x) : String.valueOf(x);
    }
}
