package org.sapwood.data.xpt;

import java.util.List;
import org.sapwood.data.DataComplaint;
import org.sapwood.data.DataComplaints;
import org.sapwood.data.DataFile;
import org.sapwood.data.ReadingRules;

/**
 * Counts the observations of a dataset. Version 5 does not say how many there are: they fill the data area of <i>L</i>
 * bytes up to a padding of blanks that is shorter than 80 bytes. With <i>r</i> bytes per observation there are at most
 * ⌊L / r⌋ and, when L &gt; 0, at least ⌊(L − 80) / r⌋ + 1; between the two, blank observations at the end are taken for
 * padding. An observation of characters that really is blank cannot be told from padding: then the count is noted.
 */
final class XptRows {

    private final DataFile file;
    private final XptMember member;

    XptRows(DataFile file, XptMember member) {
        this.file = file;
        this.member = member;
    }

    int count(ReadingRules rules, DataComplaints complaints, List<String> notes) {
        int area = member.dataEnd() - member.dataStart();
        int length = member.recordLength();
        int rows = length == 0 ? 0 : area / length;
        if ((length == 0 && area > 0) || area - (long) rows * length >= XptHeaders.CARD) {
            complaints.add(DataComplaint.of(
                    file.name(),
                    "the data end within a record: " + area + " bytes are no whole number of records of " + length
                            + " bytes",
                    "The file is cut off; send it again."));
            return 0;
        }
        int least = area == 0 ? 0 : Math.min(rows, Math.floorDiv(area - XptHeaders.CARD, length) + 1);
        int counted = rows;
        while (counted > least && isBlank(counted - 1)) {
            counted--;
        }
        if (member.declaredRows() >= 0) {
            if (member.declaredRows() < least || member.declaredRows() > rows) {
                mismatch("the header declares " + member.declaredRows() + " records", counted, complaints);
                return 0;
            }
            counted = (int) member.declaredRows();
        } else if (rules.expectedRecords().isEmpty() && rows > counted && member.isCharacterOnly()) {
            notes.add((rows - counted) + " blank records at the end were taken for padding; " + counted
                    + " records were read. Declare the expected number of records to make sure.");
        }
        if (rules.expectedRecords().isPresent()) {
            int expected = rules.expectedRecords().getAsInt();
            boolean possible =
                    member.declaredRows() < 0 ? expected >= counted && expected <= rows : expected == counted;
            if (!possible) {
                mismatch("the plan expects " + expected + " records", counted, complaints);
                return 0;
            }
            counted = expected;
        }
        if (counted == 0 && rules.emptiness() == ReadingRules.Emptiness.REFUSED) {
            complaints.add(DataComplaint.of(
                    file.name(), "0 records", "Declare that the file may be empty, or send it again."));
        }
        return counted;
    }

    private void mismatch(String claim, int counted, DataComplaints complaints) {
        complaints.add(DataComplaint.of(
                file.name(), claim + "; found " + counted, "The transfer may be incomplete; send it again."));
    }

    private boolean isBlank(int row) {
        int start = member.dataStart() + row * member.recordLength();
        for (int i = start; i < start + member.recordLength(); i++) {
            if (file.bytes()[i] != ' ') {
                return false;
            }
        }
        return true;
    }
}
