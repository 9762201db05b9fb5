package org.throughline.files;

/// Looks for ASCII words in bytes.
record Bytes(byte[] array) {

    int length() {
        return array.length;
    }

    int indexOf(String word, int from) {
        for (int i = Math.max(0, from); i <= array.length - word.length(); i++) {
            if (startsWith(word, i)) return i;
        }
        return -1;
    }

    /// The last place of the word that begins at `from` or later and ends before `before`, or -1.
    int lastIndexOf(String word, int from, int before) {
        for (int i = Math.min(before, array.length) - word.length(); i >= from; i--) {
            if (startsWith(word, i)) return i;
        }
        return -1;
    }

    boolean startsWith(String word, int at) {
        if (at < 0 || at + word.length() > array.length) return false;
        for (int i = 0; i < word.length(); i++) {
            if (array[at + i] != (byte) word.charAt(i)) return false;
        }
        return true;
    }

    boolean isDigit(int at) {
        return at < array.length && array[at] >= '0' && array[at] <= '9';
    }

    int skipSpace(int at) {
        int i = at;
        while (i < array.length && array[i] >= 0 && array[i] <= ' ') i++;
        return i;
    }

    /// The place after a line end at `at`, or -1 where no line ends.
    int afterLineEnd(int at) {
        if (startsWith("\r\n", at)) return at + 2;
        return startsWith("\n", at) || startsWith("\r", at) ? at + 1 : -1;
    }

    /// Whether a zlib header (RFC 1950) for deflate begins here.
    boolean startsZlib(int at) {
        if (at + 2 > array.length) return false;
        int first = array[at] & 0xFF;
        int second = array[at + 1] & 0xFF;
        return (first & 0x0F) == 8 && first >> 4 <= 7 && (first << 8 | second) % 31 == 0;
    }
}
