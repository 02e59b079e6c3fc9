package org.sapwood.data.xpt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes small transport files for tests, byte by byte after TS-140 and TS-140-2, so that any field can be falsified. */
final class XptWriter {

    private record Field(boolean numeric, int length, int position, String name, String label, String format) {}

    private static final class Member {
        private final String name;
        private final List<Field> fields = new ArrayList<>();
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private int rows;

        Member(String name) {
            this.name = name;
        }
    }

    private final boolean version8;
    private final List<Member> members = new ArrayList<>();

    private XptWriter(boolean version8) {
        this.version8 = version8;
    }

    static XptWriter version5() {
        return new XptWriter(false);
    }

    static XptWriter version8() {
        return new XptWriter(true);
    }

    XptWriter member(String name) {
        members.add(new Member(name));
        return this;
    }

    XptWriter text(String name, int length) {
        return field(false, length, name, "");
    }

    XptWriter number(String name, int length, String format) {
        return field(true, length, name, format);
    }

    private XptWriter field(boolean numeric, int length, String name, String format) {
        Member member = last();
        int position = member.fields.stream().mapToInt(Field::length).sum();
        member.fields.add(new Field(numeric, length, position, name, "Label of " + name, format));
        return this;
    }

    /** A row: text as String, a number as Double, any eight bytes as Long. */
    XptWriter row(Object... cells) {
        Member member = last();
        for (int i = 0; i < cells.length; i++) {
            Field field = member.fields.get(i);
            if (cells[i] instanceof String text) {
                member.data.writeBytes(padded(text, field.length()));
            } else {
                long word = cells[i] instanceof Long bits ? bits : ibm((Double) cells[i]);
                member.data.write(ByteBuffer.allocate(8).putLong(word).array(), 0, field.length());
            }
        }
        member.rows++;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        header(out, version8 ? "LIBV8   " : "LIBRARY ", "0".repeat(30));
        out.writeBytes(padded("SAS     SAS     SASLIB  9.4     TEST", 80));
        out.writeBytes(padded("01JAN60:00:00:00", 80));
        for (Member member : members) {
            header(out, version8 ? "MEMBV8  " : "MEMBER  ", "000000000000000001600000000140");
            header(out, version8 ? "DSCPTV8 " : "DSCRPTR ", "0".repeat(30));
            out.writeBytes(padded("SAS     ", 8));
            out.writeBytes(padded(member.name, version8 ? 32 : 8));
            out.writeBytes(padded("SASDATA 9.4     TEST", version8 ? 40 : 64));
            out.writeBytes(padded("01JAN60:00:00:00", 32));
            out.writeBytes(padded("Label of " + member.name, 48));
            header(
                    out,
                    version8 ? "NAMSTV8 " : "NAMESTR ",
                    "000000" + String.format(Locale.ROOT, "%04d", member.fields.size()) + "0".repeat(20));
            ByteArrayOutputStream names = new ByteArrayOutputStream();
            for (int i = 0; i < member.fields.size(); i++) {
                names.writeBytes(namestr(member.fields.get(i), i + 1));
            }
            out.writeBytes(filled(names.toByteArray()));
            header(
                    out,
                    version8 ? "OBSV8   " : "OBS     ",
                    version8 ? String.format(Locale.ROOT, "%15d%15s", member.rows, "") : "0".repeat(30));
            out.writeBytes(filled(member.data.toByteArray()));
        }
        return out.toByteArray();
    }

    private byte[] namestr(Field field, int number) {
        ByteBuffer b = ByteBuffer.wrap(new byte[140]);
        b.putShort(0, (short) (field.numeric() ? 1 : 2));
        b.putShort(4, (short) field.length());
        b.putShort(6, (short) number);
        b.put(8, padded(field.name(), 8));
        b.put(16, padded(field.label(), 40));
        b.put(56, padded(field.format(), 8));
        b.put(72, padded("", 8));
        b.putInt(84, field.position());
        if (version8) {
            b.put(88, padded(field.name(), 32));
        }
        return b.array();
    }

    private Member last() {
        return members.get(members.size() - 1);
    }

    private static void header(ByteArrayOutputStream out, String kind, String tail) {
        out.writeBytes(padded("HEADER RECORD*******" + kind + "HEADER RECORD!!!!!!!" + tail, 80));
    }

    private static byte[] filled(byte[] bytes) {
        byte[] all = new byte[(bytes.length + 79) / 80 * 80];
        Arrays.fill(all, (byte) ' ');
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        return all;
    }

    private static byte[] padded(String text, int length) {
        byte[] all = new byte[length];
        Arrays.fill(all, (byte) ' ');
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, all, 0, Math.min(length, bytes.length));
        return all;
    }

    /** A double as IBM float; exact, because 56 fraction bits hold 53. */
    static long ibm(double x) {
        if (x == 0) {
            return 0;
        }
        int exponent = Math.getExponent(x) + 1; // |x| = 0.1… (binary) · 2^exponent
        int hex = Math.floorDiv(exponent + 3, 4);
        long fraction = (long) Math.scalb(Math.abs(x), 56 - 4 * hex);
        return (x < 0 ? 1L << 63 : 0) | (long) (hex + 64) << 56 | fraction;
    }
}
