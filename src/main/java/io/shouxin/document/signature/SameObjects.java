package io.shouxin.document.signature;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Whether two objects of two PDFs mean the same, however they are written down. Pages are not entered: they are compared one by one. */
final class SameObjects {

    private static final Set<COSName> OF_THE_FILE = Set.of(COSName.LENGTH, COSName.FILTER, COSName.DECODE_PARMS, COSName.getPDFName("DL"));

    private final Set<Pair> seen = new HashSet<>();

    boolean same(COSBase one, COSBase other, COSName... besides) throws IOException {
        return same(resolved(one), resolved(other), Set.of(besides));
    }

    private boolean same(COSBase one, COSBase other, Set<COSName> besides) throws IOException {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof COSNumber number && other instanceof COSNumber another) {
            return Float.compare(number.floatValue(), another.floatValue()) == 0;
        }
        if (one instanceof COSString text && other instanceof COSString another) {
            return Arrays.equals(text.getBytes(), another.getBytes());
        }
        if (one instanceof COSName || one instanceof COSBoolean) {
            return one.equals(other);
        }
        if (!seen.add(new Pair(one, other))) {
            return true;
        }
        if (one instanceof COSArray list && other instanceof COSArray another) {
            return sameEntries(list, another);
        }
        if (one instanceof COSStream stream) {
            return other instanceof COSStream another && sameKeys(stream, another, OF_THE_FILE) && sameBytes(stream, another);
        }
        return one instanceof COSDictionary dictionary && other instanceof COSDictionary another && !(other instanceof COSStream)
                && (isPage(dictionary) ? isPage(another) : sameKeys(dictionary, another, besides));
    }

    private boolean sameEntries(COSArray list, COSArray another) throws IOException {
        if (list.size() != another.size()) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!same(list.get(i), another.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean sameKeys(COSDictionary one, COSDictionary other, Set<COSName> besides) throws IOException {
        Set<COSName> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        keys.removeAll(besides);
        for (COSName key : keys) {
            if (!same(one.getItem(key), other.getItem(key))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBytes(COSStream one, COSStream other) throws IOException {
        try (InputStream content = one.createInputStream(); InputStream another = other.createInputStream()) {
            return Arrays.equals(content.readAllBytes(), another.readAllBytes());
        }
    }

    private static boolean isPage(COSDictionary dictionary) {
        COSName type = dictionary.getCOSName(COSName.TYPE);
        return COSName.PAGE.equals(type) || COSName.PAGES.equals(type);
    }

    private static COSBase resolved(COSBase base) {
        COSBase object = base instanceof COSObject reference ? reference.getObject() : base;
        return object instanceof COSNull ? null : object;
    }

    /** Two objects met together before; by identity, since objects may lead back to themselves. */
    private record Pair(COSBase one, COSBase other) {

        @Override
        public boolean equals(Object that) {
            return that instanceof Pair pair && pair.one == one && pair.other == other;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }
}
