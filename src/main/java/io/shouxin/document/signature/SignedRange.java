package io.shouxin.document.signature;

import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * The bytes a signature in a PDF speaks of: all from the first byte to {@code end}, but for the signature itself.
 *
 * @param end where the file ended when it was signed
 */
public record SignedRange(int gapFrom, int gapTo, int end, byte[] signature) {

    /** Empty when the signature speaks of less than the whole file of its day: then anything may hide in what it leaves out. */
    public static Optional<SignedRange> of(PDSignature signature, byte[] file) {
        int[] range = signature.getByteRange();
        COSBase contents = signature.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (range == null || range.length != 4 || !(contents instanceof COSString text)) {
            return Optional.empty();
        }
        long end = (long) range[2] + range[3];
        if (range[0] != 0 || range[1] <= 0 || range[2] <= range[1] || range[3] <= 0 || end > file.length) {
            return Optional.empty();
        }
        byte[] inGap = hexadecimal(file, range[1], range[2]);
        return inGap != null && Arrays.equals(inGap, text.getBytes())
                ? Optional.of(new SignedRange(range[1], range[2], (int) end, text.getBytes())) : Optional.empty();
    }

    public byte[] signedBytes(byte[] file) {
        byte[] signed = new byte[gapFrom + end - gapTo];
        System.arraycopy(file, 0, signed, 0, gapFrom);
        System.arraycopy(file, gapTo, signed, gapFrom, end - gapTo);
        return signed;
    }

    public byte[] revision(byte[] file) {
        return Arrays.copyOf(file, end);
    }

    /** What stands between {@code <} and {@code >}, and nothing else may stand there; null otherwise. */
    private static byte[] hexadecimal(byte[] file, int from, int to) {
        if (file[from] != '<' || file[to - 1] != '>' || (to - from) % 2 != 0) {
            return null;
        }
        byte[] bytes = new byte[(to - from - 2) / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(file[from + 1 + 2 * i], 16);
            int low = Character.digit(file[from + 2 + 2 * i], 16);
            if (high < 0 || low < 0) {
                return null;
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }
}
