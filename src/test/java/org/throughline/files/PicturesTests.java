package org.throughline.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTests {

    private static byte[] picture(String format) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static FileProblem problem(byte[] raw) {
        try {
            Pictures.clean(raw);
            return null;
        } catch (UnacceptableFile e) {
            return e.problem();
        }
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    private static byte[] pngPart(String name, byte[] body) {
        byte[] named = join(name.getBytes(StandardCharsets.US_ASCII), body);
        var crc = new CRC32();
        crc.update(named);
        return join(
                ByteBuffer.allocate(4).putInt(body.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    @Test
    void aPngLosesItsRemarksAndWhatStandsAfterItsEnd() throws Exception {
        byte[] png = picture("png");
        byte[] remark = pngPart("tEXt", "Author\0Private Person".getBytes(StandardCharsets.ISO_8859_1));
        byte[] marked = join(
                Arrays.copyOf(png, 33),
                remark,
                Arrays.copyOfRange(png, 33, png.length),
                "<script>".getBytes(StandardCharsets.UTF_8));
        Pictures.Clean clean = Pictures.clean(marked);
        assertThat(clean.type()).isEqualTo(FileType.PNG);
        assertThat(clean.bytes()).isEqualTo(png);
    }

    @Test
    void aJpegLosesWhereItWasTakenAndKeepsWhichWayUpItBelongs() throws Exception {
        byte[] jpeg = picture("jpg");
        byte[] exif = exif();
        byte[] marked = join(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xFF, (byte) 0xE1},
                ByteBuffer.allocate(2).putShort((short) (exif.length + 2)).array(),
                exif,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
        Pictures.Clean clean = Pictures.clean(marked);
        String text = new String(clean.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("46.2 N Geneva").contains("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(clean.bytes())).getWidth())
                .isEqualTo(20);
        assertThat(Pictures.clean(clean.bytes()).bytes()).isEqualTo(clean.bytes());
        assertThat(new String(Pictures.clean(jpeg).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
    }

    // An orientation of 6 and some text that tells a place.
    private static byte[] exif() {
        var exif = ByteBuffer.allocate(60);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) 6).putShort((short) 0).putInt(0);
        exif.put("46.2 N Geneva".getBytes(StandardCharsets.US_ASCII));
        return exif.array();
    }

    @Test
    void aWebpLosesItsRemarks() throws Exception {
        byte[] lossless = {0x2F, 0x13, (byte) 0x40, 0x02, 0, 0, 0, 0};
        byte[] body = join(
                "WEBP".getBytes(StandardCharsets.US_ASCII),
                "VP8L".getBytes(StandardCharsets.US_ASCII),
                new byte[] {8, 0, 0, 0},
                lossless,
                "EXIF".getBytes(StandardCharsets.US_ASCII),
                new byte[] {4, 0, 0, 0},
                "home".getBytes(StandardCharsets.US_ASCII));
        byte[] webp = join("RIFF".getBytes(StandardCharsets.US_ASCII), new byte[] {(byte) body.length, 0, 0, 0}, body);
        Pictures.Clean clean = Pictures.clean(webp);
        assertThat(clean.type()).isEqualTo(FileType.WEBP);
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("home");
    }

    @Test
    void programsBrokenAndHugePicturesAreRefused() throws Exception {
        assertThat(problem("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileProblem.OTHER_PICTURE);
        assertThat(problem("GIF89a".getBytes(StandardCharsets.US_ASCII))).isEqualTo(FileProblem.OTHER_PICTURE);
        assertThat(problem(new byte[0])).isEqualTo(FileProblem.EMPTY);
        byte[] png = picture("png");
        byte[] jpeg = picture("jpg");
        for (int length = 8; length < png.length; length++)
            assertThat(problem(Arrays.copyOf(png, length)))
                    .as("PNG of %s", length)
                    .isNotNull();
        for (int length = 4; length < jpeg.length; length += 7)
            assertThat(problem(Arrays.copyOf(jpeg, length)))
                    .as("JPEG of %s", length)
                    .isNotNull();
        byte[] huge = png.clone();
        ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
        assertThat(problem(huge)).isEqualTo(FileProblem.TOO_MANY_PIXELS);
        assertThatThrownBy(() -> Pictures.clean(huge)).hasMessageContaining("100000");
    }
}
