package org.sapwood.typeset;

import java.util.ArrayList;
import java.util.List;
import org.sapwood.display.Display;
import org.sapwood.display.FigureModel;
import org.sapwood.display.FlowModel;
import org.sapwood.display.ListingModel;
import org.sapwood.display.Report;
import org.sapwood.display.TableModel;
import org.sapwood.display.TextBlock;

/**
 * A report as pages: title page, contents, then the displays. All breaks are chosen first, so that every page knows
 * its number and the total; a page itself is made only when it is asked for.
 */
public final class Book {
    private final FontMetrics metrics;
    private final PageFrame frame;
    private final FrontMatter front;
    private final List<Chapter> chapters = new ArrayList<>();
    private final int pages;

    private record Chapter(Display display, Setting setting, int first) {}

    /**
     * Breaks a report into pages.
     *
     * @throws MissingGlyphException if the fonts lack a character
     */
    public Book(Report report, FontMetrics metrics) {
        this.metrics = metrics;
        this.frame = new PageFrame(metrics, report.front());
        this.front = new FrontMatter(report, metrics);
        int next = front.pages();
        for (Display display : report.displays()) {
            Setting setting = setting(display);
            chapters.add(new Chapter(display, setting, next));
            next += setting.pages();
        }
        this.pages = next;
    }

    /** {@return the number of pages} */
    public int pages() {
        return pages;
    }

    /**
     * {@return a page}
     *
     * @param index from 0
     */
    public Page page(int index) {
        Sheet sheet = new Sheet(metrics);
        if (index < front.pages()) {
            front.draw(index, sheet, chapters.stream().map(Chapter::first).toList());
        } else {
            Chapter chapter = chapter(index);
            int page = index - chapter.first();
            frame.draw(sheet, chapter.display(), page, chapter.setting().pages());
            chapter.setting().draw(page, sheet);
        }
        if (index > 0) {
            frame.header(sheet, index, pages);
        }
        return sheet.page();
    }

    /** {@return the bookmarks} */
    public List<Bookmark> bookmarks() {
        return front.bookmarks();
    }

    private Chapter chapter(int index) {
        int low = 0;
        int high = chapters.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chapters.get(middle).first() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return chapters.get(low);
    }

    private Setting setting(Display display) {
        if (display instanceof TableModel table) {
            return new TableSetting(table, frame, metrics);
        }
        if (display instanceof ListingModel listing) {
            return new ListingSetting(listing, frame, metrics);
        }
        if (display instanceof FigureModel figure) {
            return new FigureSetting(figure, frame);
        }
        if (display instanceof FlowModel flow) {
            return new FlowSetting(flow, frame, metrics);
        }
        if (display instanceof TextBlock text) {
            return new TextSetting(text, frame, metrics);
        }
        throw new IllegalArgumentException("no setting for " + display.getClass());
    }
}
