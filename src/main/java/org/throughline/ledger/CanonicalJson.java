package org.throughline.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One JSON value has exactly one canonical text (RFC 8785, JCS): no white space, keys sorted by UTF-16 code unit,
/// numbers as ECMAScript prints them, strings escaped only where they must be. So a hash over it does not depend on
/// who wrote the JSON. Refuses what has no such text: numbers a double cannot hold exactly, NaN, infinity, half a
/// surrogate pair, other Java types.
public final class CanonicalJson {

    private static final int MAX_DEPTH = 64;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /// The canonical bytes of a value made of maps, iterables, strings, numbers, booleans and nulls, or of a
    /// Jackson tree.
    public static byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(@Nullable Object value) {
        var writer = new CanonicalJson();
        writer.value(value, 0);
        return writer.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) throw new IllegalArgumentException("JSON nested deeper than " + MAX_DEPTH);
        switch (value) {
            case null -> out.append("null");
            case JsonNode node -> node(node, depth);
            case Map<?, ?> map -> object(map, depth);
            case Iterable<?> items -> array(items, depth);
            case CharSequence text -> string(text);
            case Boolean truth -> out.append(truth.booleanValue());
            case Number number -> out.append(number(number));
            default ->
                throw new IllegalArgumentException(
                        "Not a JSON value: " + value.getClass().getName());
        }
    }

    private void node(JsonNode node, int depth) {
        if (node.isObject()) {
            var members = new TreeMap<String, Object>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            object(members, depth);
        } else if (node.isArray()) {
            array(node, depth);
        } else if (node.isString()) {
            string(node.stringValue());
        } else if (node.isNumber()) {
            out.append(number(node.numberValue()));
        } else if (node.isBoolean()) {
            out.append(node.booleanValue());
        } else if (node.isNull()) {
            out.append("null");
        } else {
            throw new IllegalArgumentException("Not a JSON value: " + node.getNodeType());
        }
    }

    private void object(Map<?, ?> map, int depth) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, member) -> {
            if (!(key instanceof String name)) throw new IllegalArgumentException("A key must be a string: " + key);
            sorted.put(name, member);
        });
        out.append('{');
        boolean first = true;
        for (var member : sorted.entrySet()) {
            if (!first) out.append(',');
            first = false;
            string(member.getKey());
            out.append(':');
            value(member.getValue(), depth + 1);
        }
        out.append('}');
    }

    private void array(Iterable<?> items, int depth) {
        out.append('[');
        boolean first = true;
        for (Object item : items) {
            if (!first) out.append(',');
            first = false;
            value(item, depth + 1);
        }
        out.append(']');
    }

    // What needs no escape is copied in runs: most texts are one run, and are the most of what is written.
    private void string(CharSequence text) {
        out.append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, copied, i);
                escape(c);
                copied = i + 1;
            } else if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) throw new IllegalArgumentException("Half a surrogate pair has no UTF-8 form");
                i++;
            }
        }
        out.append(text, copied, text.length()).append('"');
    }

    private static boolean isPair(CharSequence text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
    }

    private static String number(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value))
            throw new IllegalArgumentException("Not a JSON number: " + number);
        if (!isSame(number, value)) throw new IllegalArgumentException("A double cannot hold this number: " + number);
        return ecmaScript(value);
    }

    private static boolean isSame(Number number, double value) {
        return switch (number) {
            case Double same -> true;
            case Float real -> Double.toString(value).equals(Float.toString(real));
            case BigInteger big -> new BigDecimal(value).compareTo(new BigDecimal(big)) == 0;
            case BigDecimal decimal -> new BigDecimal(Double.toString(value)).compareTo(decimal) == 0;
            default -> new BigDecimal(value).compareTo(BigDecimal.valueOf(number.longValue())) == 0;
        };
    }

    /// Number::toString of ECMAScript, which RFC 8785 prescribes: the shortest digits that read back as the same
    /// double.
    static String ecmaScript(double value) {
        if (value == 0) return "0";
        if (value < 0) return "-" + ecmaScript(-value);
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        if (k <= n && n <= 21) return digits + "0".repeat(n - k);
        if (0 < n && n <= 21) return digits.substring(0, n) + "." + digits.substring(n);
        if (-6 < n && n <= 0) return "0." + "0".repeat(-n) + digits;
        String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
        return k == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }

    /// Java's text has two digits even where one would do (4.9E-324 for 5e-324), so one digit is tried.
    private static BigDecimal shortest(double value) {
        BigDecimal java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal oneDigit = java.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return java.precision() == 2 && oneDigit.doubleValue() == value ? oneDigit.stripTrailingZeros() : java;
    }
}
