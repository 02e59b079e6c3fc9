package org.sapwood.data.xpt;

import java.util.Locale;
import java.util.Set;
import org.sapwood.data.VariableHead;

/**
 * One variable as a transport file declares it.
 *
 * @param type whether it holds numbers or characters
 * @param length its bytes within an observation
 * @param position where it begins within an observation
 * @param name its name; the long one in version 8
 * @param label its label
 * @param format its display format without width, upper case; empty when none
 * @param width the format's width; 0 when none is given
 * @param decimals the format's decimals
 */
record XptVariable(
        Type type, int length, int position, String name, String label, String format, int width, int decimals) {

    enum Type {
        NUMERIC,
        CHARACTER
    }

    /** The formats that show a number of days since 1960 as a date. Date-times and times count seconds: not here. */
    private static final Set<String> DATE_FORMATS = Set.of(
            "DATE",
            "YYMMDD",
            "YYMMDDB",
            "YYMMDDC",
            "YYMMDDD",
            "YYMMDDN",
            "YYMMDDP",
            "YYMMDDS",
            "MMDDYY",
            "MMDDYYB",
            "MMDDYYC",
            "MMDDYYD",
            "MMDDYYN",
            "MMDDYYP",
            "MMDDYYS",
            "DDMMYY",
            "DDMMYYB",
            "DDMMYYC",
            "DDMMYYD",
            "DDMMYYN",
            "DDMMYYP",
            "DDMMYYS",
            "E8601DA",
            "B8601DA",
            "IS8601DA",
            "JULIAN",
            "WORDDATE",
            "WORDDATX",
            "WEEKDATE",
            "WEEKDATX",
            "NLDATE",
            "MONYY");

    boolean isDate() {
        return type == Type.NUMERIC && DATE_FORMATS.contains(format.toUpperCase(Locale.ROOT));
    }

    VariableHead head() {
        String shown = format.isEmpty() && width == 0
                ? ""
                : format + (width > 0 ? width : "") + "." + (decimals > 0 ? decimals : "");
        return new VariableHead(name, label, shown);
    }
}
