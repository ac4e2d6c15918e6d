package io.shouxin.document;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;

/**
 * Compares a contract that came back on paper with the one that was sent out. It helps a person to look; it decides nothing but that no
 * page may be missing.
 */
@Component
public class PaperComparison {

    private static final int MOST_PAGES = 200;
    private static final long MOST_PIXELS = 60_000_000L;
    /** A signature and a stamp add letters of their own to a page. */
    private static final int FEWEST_LETTERS = 20;
    private static final int COLUMNS = 48;
    private static final int ROWS = 68;
    private static final int LONGEST_SIDE = 1_400;

    /**
     * @param sent     the PDF that was sent out
     * @param returned PDF, PNG or JPEG
     * @return the comparison, or {@code PAPER_COPY_UNREADABLE, PAPER_COPY_PAGES}
     */
    public Outcome<PaperComparisonReport> compare(byte[] sent, byte[] returned) {
        try (PDDocument before = Loader.loadPDF(sent)) {
            if (!isPdf(returned)) {
                BufferedImage picture = picture(returned);
                return before.getNumberOfPages() != 1 ? pagesDiffer(before.getNumberOfPages(), 1)
                        : Outcome.done(new PaperComparisonReport(List.of(new PaperComparisonReport.Page(1, PaperComparisonReport.Basis.IMAGE,
                                alike(ink(rendered(before, 0, COLUMNS * 6)), ink(picture))))));
            }
            try (PDDocument after = Loader.loadPDF(returned)) {
                if (after.getNumberOfPages() != before.getNumberOfPages() || after.getNumberOfPages() > MOST_PAGES) {
                    return pagesDiffer(before.getNumberOfPages(), after.getNumberOfPages());
                }
                List<PaperComparisonReport.Page> lines = new ArrayList<>();
                for (int i = 0; i < before.getNumberOfPages(); i++) {
                    lines.add(line(before, after, i));
                }
                return Outcome.done(new PaperComparisonReport(lines));
            }
        } catch (IOException | RuntimeException unreadable) {
            return Outcome.refused(Refusal.of("PAPER_COPY_UNREADABLE").at("paperCopy"));
        }
    }

    /**
     * A page as a picture, to look at.
     *
     * @param page from 1
     * @return PNG; empty when there is no such page or it can't be drawn
     */
    public Optional<byte[]> page(byte[] file, int page) {
        try {
            if (!isPdf(file)) {
                return page == 1 ? Optional.of(png(picture(file))) : Optional.empty();
            }
            try (PDDocument document = Loader.loadPDF(file)) {
                return page < 1 || page > document.getNumberOfPages() ? Optional.empty() : Optional.of(png(rendered(document, page - 1, LONGEST_SIDE)));
            }
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Outcome<PaperComparisonReport> pagesDiffer(int sent, int returned) {
        return Outcome.refused(Refusal.of("PAPER_COPY_PAGES").at("paperCopy").with("sent", sent).with("returned", returned));
    }

    private static PaperComparisonReport.Page line(PDDocument before, PDDocument after, int page) throws IOException {
        String text = letters(before, page);
        String returned = letters(after, page);
        if (returned.length() >= FEWEST_LETTERS && text.length() >= FEWEST_LETTERS) {
            return new PaperComparisonReport.Page(page + 1, PaperComparisonReport.Basis.TEXT, returned.contains(text) ? 100 : Letters.alike(text, returned));
        }
        return new PaperComparisonReport.Page(page + 1, PaperComparisonReport.Basis.IMAGE,
                alike(ink(rendered(before, page, COLUMNS * 6)), ink(rendered(after, page, COLUMNS * 6))));
    }

    private static String letters(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        return stripper.getText(document).replaceAll("\\s+", "");
    }

    private static BufferedImage rendered(PDDocument document, int page, int longestSide) throws IOException {
        PDRectangle paper = document.getPage(page).getCropBox();
        int side = Math.round(Math.max(paper.getWidth(), paper.getHeight()));
        if (side <= 0) {
            throw new IOException("a page without size");
        }
        return new PDFRenderer(document).renderImage(page, (float) longestSide / side, ImageType.GRAY);
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            reader.setInput(stream, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new IOException("a picture too large to look at");
            }
            return reader.read(0);
        }
    }

    /** How dark each field of a coarse grid is, blurred, so that a scan a little askew still looks alike. */
    private static int[] ink(BufferedImage page) {
        BufferedImage small = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = small.createGraphics();
        drawing.drawImage(page.getScaledInstance(COLUMNS, ROWS, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        drawing.dispose();
        int[] blurred = new int[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                blurred[row * COLUMNS + column] = around(small, column, row);
            }
        }
        return blurred;
    }

    private static int around(BufferedImage small, int column, int row) {
        int sum = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(ROWS - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(COLUMNS - 1, column + 1); x++) {
                sum += 255 - small.getRaster().getSample(x, y, 0);
            }
        }
        return sum;
    }

    /** What both pages have of ink in common, in per cent of what either has. */
    private static int alike(int[] one, int[] other) {
        long common = 0;
        long all = 0;
        for (int i = 0; i < one.length; i++) {
            common += Math.min(one[i], other[i]);
            all += Math.max(one[i], other[i]);
        }
        return all == 0 ? 100 : (int) (100 * common / all);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", written);
        return written.toByteArray();
    }

    private static boolean isPdf(byte[] file) {
        return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
    }

    /** Compares letters without looking for the longest way: what pairs of neighbours both texts have. */
    private static final class Letters {

        static int alike(String text, String returned) {
            java.util.Map<String, Integer> pairs = new java.util.HashMap<>();
            for (int i = 0; i + 2 <= text.length(); i++) {
                pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
            }
            int common = 0;
            for (int i = 0; i + 2 <= returned.length(); i++) {
                Integer left = pairs.get(returned.substring(i, i + 2));
                if (left != null && left > 0) {
                    pairs.put(returned.substring(i, i + 2), left - 1);
                    common++;
                }
            }
            // Never 100: the letters are not the same.
            return Math.min(99, 100 * common / Math.max(1, Math.max(text.length(), returned.length()) - 1));
        }
    }
}
