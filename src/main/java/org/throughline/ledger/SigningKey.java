package org.throughline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The secret half of a log's key. Its file form has two lines, the secret and the public key, both as C2SP's
/// signed-note tools write them. Never printed: [#toString] names the key only.
final class SigningKey {

    private static final String MARK = "PRIVATE+KEY+";
    private static final int SEED_LENGTH = 32;
    /// What PKCS #8 puts before the 32 bytes of an Ed25519 seed (RFC 8410).
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final VerifierKey verifier;
    private final PrivateKey key;
    // Bouncy Castle signs several times as fast as the JDK does, and a checkpoint is signed for every batch of
    // receipts.
    private final Ed25519PrivateKeyParameters seed;

    private SigningKey(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
        byte[] encoded = key.getEncoded();
        this.seed = new Ed25519PrivateKeyParameters(encoded, encoded.length - SEED_LENGTH);
    }

    static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(VerifierKey.of(name, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /// Reads the file form. Refuses a pair that does not belong together, so that a spoiled file is noticed at
    /// start and not by readers.
    static SigningKey parse(String file) {
        String[] lines = file.strip().split("\n");
        if (lines.length != 2 || !lines[0].startsWith(MARK)) throw new Unreadable("This is not a ledger key file");
        VerifierKey verifier = VerifierKey.parse(lines[1]);
        String[] parts = lines[0].strip().substring(MARK.length()).split("\\+", 3);
        if (parts.length != 3) throw new Unreadable("This is not a ledger key file");
        SigningKey key = new SigningKey(verifier, privateKey(Base64Text.decode(parts[2])));
        String probe = "probe\n";
        if (!parts[0].equals(verifier.name()) || !verifier.verifies(probe, key.signature(probe))) {
            throw new Unreadable("The two keys in the ledger key file do not belong together");
        }
        return key;
    }

    private static PrivateKey privateKey(byte[] typedSeed) {
        if (typedSeed.length != SEED_LENGTH + 1 || typedSeed[0] != VerifierKey.ED25519) {
            throw new Unreadable("Only Ed25519 keys are known");
        }
        byte[] encoded = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + SEED_LENGTH);
        System.arraycopy(typedSeed, 1, encoded, PKCS8_PREFIX.length, SEED_LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new Unreadable("This is not an Ed25519 private key", e);
        }
    }

    VerifierKey verifier() {
        return verifier;
    }

    String fileForm() {
        byte[] encoded = key.getEncoded();
        byte[] typed = new byte[SEED_LENGTH + 1];
        typed[0] = VerifierKey.ED25519;
        System.arraycopy(encoded, encoded.length - SEED_LENGTH, typed, 1, SEED_LENGTH);
        String secret = MARK + verifier.name() + "+" + HexFormat.of().formatHex(verifier.hash()) + "+"
                + Base64.getEncoder().encodeToString(typed);
        return secret + "\n" + verifier + "\n";
    }

    /// The note made of this text and our signature. Ed25519 has no randomness: the same text gives the same note,
    /// always.
    String note(String text) {
        byte[] signature = signature(text);
        byte[] marked = Arrays.copyOf(verifier.hash(), VerifierKey.HASH_LENGTH + signature.length);
        System.arraycopy(signature, 0, marked, VerifierKey.HASH_LENGTH, signature.length);
        return text + "\n" + SignedNote.SIGNATURE_MARK + verifier.name() + " "
                + Base64.getEncoder().encodeToString(marked) + "\n";
    }

    private byte[] signature(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var signer = new Ed25519Signer();
        signer.init(true, seed);
        signer.update(bytes, 0, bytes.length);
        return signer.generateSignature();
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifier.name() + "]";
    }
}
