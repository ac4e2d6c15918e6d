package io.shouxin.modelling.report;

import java.util.List;
import java.util.Locale;

/** A small picture in SVG, drawn without any library so that a report stands alone. */
final class Plot {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 240;
    private static final int LEFT = 44;
    private static final int BOTTOM = 40;
    private static final int TOP = 12;
    private static final int RIGHT = 12;

    private final StringBuilder svg = new StringBuilder();
    private final double mostX;
    private final double mostY;

    /** @param mostX end of the x axis, which begins at 0; {@code mostY} alike */
    Plot(String title, double mostX, double mostY, String xLabel, String yLabel) {
        this.mostX = mostX;
        this.mostY = mostY;
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">".formatted(WIDTH, HEIGHT, Html.escaped(title)));
        svg.append("<path class=\"axis\" d=\"M%d %d V%d H%d\"/>".formatted(LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
        for (int k = 0; k <= 4; k++) {
            String tick = number(mostY * k / 4);
            svg.append("<text class=\"tick end\" x=\"%d\" y=\"%s\">%s</text>".formatted(LEFT - 4, at(y(mostY * k / 4) + 3), tick));
        }
        svg.append("<text class=\"label\" x=\"%d\" y=\"%d\">%s</text>".formatted((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 4, Html.escaped(xLabel)));
        svg.append("<text class=\"label\" transform=\"translate(10 %d) rotate(-90)\">%s</text>".formatted((TOP + HEIGHT - BOTTOM) / 2, Html.escaped(yLabel)));
    }

    Plot ticksBelow() {
        for (int k = 0; k <= 4; k++) {
            svg.append("<text class=\"tick\" x=\"%s\" y=\"%d\">%s</text>".formatted(at(x(mostX * k / 4)), HEIGHT - BOTTOM + 12, number(mostX * k / 4)));
        }
        return this;
    }

    /** @param points pairs of x and y */
    Plot line(List<double[]> points, String style) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(path.isEmpty() ? "M" : " L").append(at(x(point[0]))).append(' ').append(at(y(point[1])));
        }
        svg.append("<path class=\"%s\" d=\"%s\"/>".formatted(style, path));
        return this;
    }

    Plot dots(List<double[]> points) {
        points.forEach(point -> svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\"/>".formatted(at(x(point[0])), at(y(point[1])))));
        return this;
    }

    /** A bar from 0 up, at place {@code k} of {@code n}, with a word below and what it is about as a tooltip. */
    Plot bar(int k, int n, double height, String below, String tooltip) {
        double slot = (double) (WIDTH - LEFT - RIGHT) / n;
        double from = LEFT + k * slot + slot * 0.15;
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>".formatted(at(from), at(y(height)), at(slot * 0.7),
                at(Math.max(0, HEIGHT - BOTTOM - y(height))), Html.escaped(tooltip)));
        String word = below.length() > 16 ? below.substring(0, 15) + "…" : below;
        svg.append("<text class=\"tick\" x=\"%s\" y=\"%d\">%s</text>".formatted(at(from + slot * 0.35), HEIGHT - BOTTOM + (k % 2 == 0 ? 11 : 21), Html.escaped(word)));
        return this;
    }

    String end() {
        return svg + "</svg>";
    }

    private double x(double value) {
        return LEFT + value / mostX * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / mostY * (HEIGHT - BOTTOM - TOP);
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
    }
}
