package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checkpoints are notes that other people's tools can read, and nothing in them can be changed.
class CheckpointTests {

    /// The key pair and the note that the documentation of Go's note package gives as its example.
    private static final String KNOWN_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String KNOWN_PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String KNOWN_TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String KNOWN_NOTE = KNOWN_TEXT + "\n\u2014 PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void aNoteOfOtherToolsIsReadAndMadeExactly() {
        SigningKey key = SigningKey.parse(KNOWN_SECRET + "\n" + KNOWN_PUBLIC + "\n");
        assertThat(key.verifier()).hasToString(KNOWN_PUBLIC);
        assertThat(key.note(KNOWN_TEXT)).isEqualTo(KNOWN_NOTE);
        assertThat(SignedNote.parse(KNOWN_NOTE).isSignedBy(VerifierKey.parse(KNOWN_PUBLIC)))
                .isTrue();
        assertThat(key.fileForm()).isEqualTo(KNOWN_SECRET + "\n" + KNOWN_PUBLIC + "\n");
    }

    @Test
    void aCheckpointComesBackFromItsNote() {
        SigningKey key = SigningKey.generate("example.org/log");
        Hash root = Hash.sha256(new byte[] {7});
        Checkpoint signed = Checkpoint.sign(key, 41, root);
        assertThat(signed.note()).startsWith("example.org/log\n41\n" + root.base64() + "\n\n\u2014 example.org/log ");
        assertThat(Checkpoint.parse(signed.note())).isEqualTo(signed);
        assertThat(signed.isSignedBy(key.verifier())).isTrue();
        assertThat(signed.isSignedBy(SigningKey.generate("example.org/log").verifier()))
                .isFalse();
        assertThat(Checkpoint.sign(key, 41, root)).isEqualTo(signed);
    }

    @Test
    void noCharacterOfACheckpointCanBeChanged() {
        SigningKey key = SigningKey.generate("example.org/log");
        String note = Checkpoint.sign(key, 1234, Hash.sha256()).note();
        for (int i = 0; i < note.length(); i++) {
            char other = note.charAt(i) == 'A' ? 'B' : 'A';
            String changed = note.substring(0, i) + other + note.substring(i + 1);
            boolean accepted;
            try {
                accepted = Checkpoint.parse(changed).isSignedBy(key.verifier());
            } catch (Unreadable refused) {
                accepted = false;
            }
            assertThat(accepted).as(changed).isFalse();
        }
    }

    @Test
    void extensionsAndWitnessesAreAllowed() {
        SigningKey log = SigningKey.generate("example.org/log");
        SigningKey witness = SigningKey.generate("witness.example");
        String text = "example.org/log\n3\n" + Hash.sha256().base64() + "\nmore\n";
        String cosignature = witness.note(text).substring(text.length() + 1);
        Checkpoint checkpoint = Checkpoint.parse(log.note(text) + cosignature);
        assertThat(checkpoint.size()).isEqualTo(3);
        assertThat(checkpoint.isSignedBy(log.verifier())).isTrue();
        assertThat(SignedNote.parse(checkpoint.note()).isSignedBy(witness.verifier()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "a\n1\n",
                "a\n1\nb\n\n",
                "a\n1\n\n\u2014 a AAAAAAAAAAAA\n",
                "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 a AAAAAAAAAAAA\n",
                "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 a AAAAAAAAAAAA\n",
                "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n\n\u2014 a AAAAAAAAAAAA\n",
                "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n- a AAAAAAAAAAAA\n",
                "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 a b+c !!!!\n",
                "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 a AAAA\n",
                "a\u0000\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 a AAAAAAAAAAAA\n"
            })
    void malformedNotesAreRefused(String note) {
        assertThatThrownBy(() -> Checkpoint.parse(note)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a+b",
                "a+b+c",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "P eterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpcAA=="
            })
    void malformedKeysAreRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aKeyFileWhoseHalvesDoNotBelongTogetherIsRefused() {
        String[] one = SigningKey.generate("a").fileForm().split("\n");
        String[] other = SigningKey.generate("a").fileForm().split("\n");
        assertThatThrownBy(() -> SigningKey.parse(one[0] + "\n" + other[1] + "\n"))
                .isInstanceOf(Unreadable.class);
        assertThat(SigningKey.parse(one[0] + "\n" + one[1] + "\n").toString()).isEqualTo("SigningKey[a]");
    }
}
