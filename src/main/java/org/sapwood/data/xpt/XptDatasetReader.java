package org.sapwood.data.xpt;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.DataFile;
import org.sapwood.data.DataRejected;
import org.sapwood.data.Dataset;
import org.sapwood.data.DatasetReader;
import org.sapwood.data.Missing;
import org.sapwood.data.ReadingRules;
import org.sapwood.data.StrictText;
import org.sapwood.data.Variable;
import org.sapwood.data.VariableFiller;

/**
 * Reads one dataset of a SAS transport file. A number is a date only by its display format or by the plan; header years
 * have two digits and are not used.
 */
public final class XptDatasetReader implements DatasetReader {

    /** 1960-01-01, the day SAS counts from, in days since 1970-01-01. */
    private static final long SAS_EPOCH = -3653;

    private static final double MOST_DAYS = 3_000_000;

    /** The reader. */
    public XptDatasetReader() {}

    @Override
    public String format() {
        return "SAS transport";
    }

    @Override
    public List<String> extensions() {
        return List.of("xpt");
    }

    @Override
    public Dataset read(DataFile file, ReadingRules rules) {
        Charset charset = StrictText.charset(file.name(), rules.encoding().orElse("US-ASCII"));
        XptMember member = choose(file, new XptHeaders(file, charset).members(), rules);
        DataComplaints complaints = new DataComplaints();
        List<String> notes = new ArrayList<>();
        checkNames(file, member, complaints, notes);
        int rows = new XptRows(file, member).count(rules, complaints, notes);
        complaints.throwIfAny();
        List<Variable> variables = new ArrayList<>();
        for (XptVariable variable : member.variables()) {
            variables.add(variable(file, member, variable, rows, charset, rules, complaints));
        }
        complaints.throwIfAny();
        return new Dataset(member.name().toUpperCase(Locale.ROOT), member.label(), file, variables, null, notes);
    }

    private static XptMember choose(DataFile file, List<XptMember> members, ReadingRules rules) {
        List<String> names = members.stream().map(XptMember::name).toList();
        Optional<String> wanted = rules.member();
        if (wanted.isEmpty() && members.size() == 1) {
            return members.get(0);
        }
        return members.stream()
                .filter(member -> wanted.isPresent() && member.name().equalsIgnoreCase(wanted.get()))
                .findFirst()
                .orElseThrow(() -> new DataRejected(DataComplaint.of(
                        file.name(),
                        wanted.map(name -> "no dataset \"" + name + "\" in the file")
                                .orElse("the file holds " + members.size() + " datasets"),
                        "Name one of: " + String.join(", ", names) + ".")));
    }

    private static void checkNames(DataFile file, XptMember member, DataComplaints complaints, List<String> notes) {
        Set<String> seen = new HashSet<>();
        for (XptVariable variable : member.variables()) {
            String name = variable.name();
            if (name.isEmpty()) {
                complaints.add(DataComplaint.of(file.name(), "a variable has no name", ""));
            } else if (!seen.add(name.toUpperCase(Locale.ROOT))) {
                complaints.add(DataComplaint.of(
                        file.name(), "the variable \"" + name + "\" occurs twice", "Rename one of them."));
            }
            if (!name.equals(name.toUpperCase(Locale.ROOT))) {
                notes.add("variable \"" + name + "\" is not in upper case");
            }
        }
    }

    private static Variable variable(
            DataFile file,
            XptMember member,
            XptVariable variable,
            int rows,
            Charset charset,
            ReadingRules rules,
            DataComplaints complaints) {
        Variable.Kind held = variable.type() == XptVariable.Type.CHARACTER
                ? Variable.Kind.TEXT
                : variable.isDate() ? Variable.Kind.DATE : Variable.Kind.NUMBER;
        Variable.Kind declared =
                Optional.ofNullable(rules.kinds().get(variable.name())).orElse(held);
        if ((declared == Variable.Kind.TEXT) != (held == Variable.Kind.TEXT)) {
            complaints.add(DataComplaint.at(
                    file.name(),
                    "",
                    variable.name(),
                    "the plan declares " + declared.name().toLowerCase(Locale.ROOT) + "; the file holds "
                            + held.name().toLowerCase(Locale.ROOT),
                    "Correct the declaration."));
            return text(file, member, variable, 0, charset);
        }
        return switch (declared) {
            case TEXT -> text(file, member, variable, rows, charset);
            case NUMBER -> number(file, member, variable, rows, complaints);
            case DATE -> date(file, member, variable, rows, complaints);
        };
    }

    private static Variable text(DataFile file, XptMember member, XptVariable variable, int rows, Charset charset) {
        VariableFiller.OfText filler = new VariableFiller.OfText(variable.head());
        byte[] bytes = file.bytes();
        int length = variable.length();
        int step = member.recordLength();
        int offset = member.dataStart() + variable.position();
        int previous = -1;
        String text = "";
        for (int row = 0; row < rows; row++, offset += step) {
            boolean repeated =
                    previous >= 0 && Arrays.equals(bytes, offset, offset + length, bytes, previous, previous + length);
            if (!repeated) {
                text = XptText.decode(file, bytes, offset, length, charset, row + 1);
                previous = offset;
            }
            filler.append(text);
        }
        return filler.variable();
    }

    private static Variable number(
            DataFile file, XptMember member, XptVariable variable, int rows, DataComplaints complaints) {
        VariableFiller.OfNumber filler = new VariableFiller.OfNumber(variable.head(), Missing.DOT);
        int step = member.recordLength();
        int offset = member.dataStart() + variable.position();
        for (int row = 0; row < rows; row++, offset += step) {
            long word = IbmFloat.word(file.bytes(), offset, variable.length());
            if (IbmFloat.isMissing(word)) {
                filler.append(missing(file, variable, row, word, complaints));
            } else {
                filler.append(IbmFloat.value(word));
            }
        }
        return filler.variable();
    }

    private static Variable date(
            DataFile file, XptMember member, XptVariable variable, int rows, DataComplaints complaints) {
        VariableFiller.OfDate filler = new VariableFiller.OfDate(variable.head());
        int step = member.recordLength();
        int offset = member.dataStart() + variable.position();
        for (int row = 0; row < rows; row++, offset += step) {
            long word = IbmFloat.word(file.bytes(), offset, variable.length());
            if (IbmFloat.isMissing(word)) {
                filler.append(missing(file, variable, row, word, complaints));
                continue;
            }
            double days = IbmFloat.value(word);
            if (days == Math.rint(days) && Math.abs(days) <= MOST_DAYS) {
                filler.append(LocalDate.ofEpochDay((long) days + SAS_EPOCH));
            } else {
                filler.append(Missing.DOT);
                complaints.add(DataComplaint.at(
                        file.name(),
                        "record " + (row + 1),
                        variable.name(),
                        "found " + days + "; expected whole days since 1960-01-01",
                        "Declare the variable as number, or correct it."));
            }
        }
        return filler.variable();
    }

    private static Missing missing(DataFile file, XptVariable variable, int row, long word, DataComplaints complaints) {
        return IbmFloat.missing(word).orElseGet(() -> {
            complaints.add(DataComplaint.at(
                    file.name(),
                    "record " + (row + 1),
                    variable.name(),
                    "the bytes are neither a number nor a missing code",
                    "The file is damaged; send it again."));
            return Missing.DOT;
        });
    }
}
