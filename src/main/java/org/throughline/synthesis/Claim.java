package org.throughline.synthesis;

/// What a sentence says about how many inputs it speaks for, where it says it. The gate holds each to the inputs behind
/// the sentence.
public sealed interface Claim {

    /// The words themselves, as they stand in the sentence.
    String word();

    /// Where they stand, in UTF-16 code units.
    int start();

    int end();

    /// The same claim with other words at another place: those of the text it was found in.
    Claim at(String written, int from, int to);

    /// Whether a sentence that rests on this may say so.
    boolean agrees(Bands bands, Support support);

    /// A quantity word, held to the band of its class.
    record Word(String word, Quantity quantity, int start, int end) implements Claim {

        @Override
        public Claim at(String written, int from, int to) {
            return new Word(written, quantity, from, to);
        }

        @Override
        public boolean agrees(Bands bands, Support support) {
            return bands.agrees(quantity, support.inputs(), support.of());
        }
    }

    /// A percentage or a fraction, held to the computed share.
    ///
    /// @param stated between 0 and 1
    /// @param rounding how far the computed share may be from it, since it was said in round figures
    record Share(String word, double stated, Bound bound, double rounding, int start, int end) implements Claim {

        @Override
        public Claim at(String written, int from, int to) {
            return new Share(written, stated, bound, rounding, from, to);
        }

        @Override
        public boolean agrees(Bands bands, Support support) {
            if (support.of() == 0) return false;
            // Of few inputs no share can be nearer to a fraction than half an input.
            double tolerance = rounding == 0 ? 0 : Math.max(rounding, 0.5 / support.of());
            return bound.holds(support.share(), stated, tolerance);
        }
    }

    /// A number of inputs, held to the inputs behind the sentence: it may be fewer, never more.
    ///
    /// @param of the number it is said to be a part of; 0 when none is said
    record Count(String word, long stated, long of, Bound bound, int start, int end) implements Claim {

        private static final long ROUND = 10;

        @Override
        public Claim at(String written, int from, int to) {
            return new Count(written, stated, of, bound, from, to);
        }

        @Override
        public boolean agrees(Bands bands, Support support) {
            boolean enough = switch (bound) {
                case MORE -> support.inputs() > stated;
                case LESS -> support.inputs() < stated;
                case AT_MOST -> support.inputs() <= stated;
                case EXACT, ABOUT, AT_LEAST -> support.inputs() >= stated;
            };
            if (of == 0) return enough;
            // "Two in five" is as round a figure as two fifths.
            double rounding = of <= ROUND ? StatedShares.FRACTION : StatedShares.PERCENT;
            boolean part = (double) stated / of <= support.share() + rounding;
            // "Two out of three inputs" is a share; said of every input it is a number as well.
            return part && (of < support.of() || enough);
        }
    }

    /// That nobody says something. Passages show what is said, never what is said nowhere.
    record Absence(String word, int start, int end) implements Claim {

        @Override
        public Claim at(String written, int from, int to) {
            return new Absence(written, from, to);
        }

        @Override
        public boolean agrees(Bands bands, Support support) {
            return false;
        }
    }

    /// A word with letters of two alphabets that look alike. What it says cannot be told, so no count agrees with it.
    record Mixed(String word, int start, int end) implements Claim {

        @Override
        public Claim at(String written, int from, int to) {
            return new Mixed(written, from, to);
        }

        @Override
        public boolean agrees(Bands bands, Support support) {
            return false;
        }
    }

    /// The side on which a stated number lies of the true one.
    enum Bound {
        EXACT,
        ABOUT,
        MORE,
        LESS,
        AT_LEAST,
        AT_MOST;

        private static final double ROUGHLY = 0.05;

        boolean holds(double computed, double stated, double rounding) {
            double near = this == ABOUT ? Math.max(rounding, ROUGHLY) : rounding;
            return switch (this) {
                case MORE -> computed > stated;
                case LESS -> computed < stated;
                case AT_LEAST -> computed >= stated - near;
                case AT_MOST -> computed <= stated + near;
                case EXACT, ABOUT -> Math.abs(computed - stated) <= near + 1e-9;
            };
        }
    }
}
