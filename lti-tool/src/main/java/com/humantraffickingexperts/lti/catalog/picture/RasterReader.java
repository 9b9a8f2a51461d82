package com.humantraffickingexperts.lti.catalog.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;

/**
 * Reads the head of a picture of points. The picture itself is never unpacked: that is
 * where bombs go off.
 */
final class RasterReader {

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private final byte[] bytes;

	private boolean cameraData;

	private RasterReader(byte[] bytes) {
		this.bytes = bytes;
	}

	static Optional<PictureSize> read(String path, byte[] bytes, PictureType type, Findings findings) {
		RasterReader reader = new RasterReader(bytes);
		PictureSize size = switch (type) {
			case PNG -> reader.png();
			case JPEG -> reader.jpeg();
			case WEBP -> reader.webp();
			case SVG -> null;
		};
		if (size == null) {
			findings.add(path, 1, Rule.E006, "This is no " + type.name().toLowerCase(Locale.ROOT) + " picture.",
					"Save it again under the right ending.");
		}
		if (reader.cameraData) {
			findings.add(path, 1, Rule.E006, "The picture holds data of the camera, which may tell where it was taken.",
					"Save it without them (EXIF).");
		}
		return Optional.ofNullable(size);
	}

	private @Nullable PictureSize png() {
		for (int index = 0; index < PNG.length; index++) {
			if (at(index) != (PNG[index] & 0xff)) {
				return null;
			}
		}
		return word("IHDR", 12) ? new PictureSize(big(16, 4), big(20, 4)) : null;
	}

	private @Nullable PictureSize jpeg() {
		if (big(0, 2) != 0xffd8) {
			return null;
		}
		int at = 2;
		while (at + 4 < this.bytes.length && at(at) == 0xff) {
			int marker = at(at + 1);
			int length = big(at + 2, 2);
			this.cameraData |= marker == 0xe1 && word("Exif", at + 4);
			if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
				return new PictureSize(big(at + 7, 2), big(at + 5, 2));
			}
			at += 2 + Math.max(2, length);
		}
		return null;
	}

	private @Nullable PictureSize webp() {
		if (!word("RIFF", 0) || !word("WEBP", 8)) {
			return null;
		}
		if (word("VP8X", 12)) {
			this.cameraData = (at(20) & 0x08) != 0;
			boolean moves = (at(20) & 0x02) != 0;
			return moves ? null : new PictureSize(1 + little(24, 3), 1 + little(27, 3));
		}
		if (word("VP8L", 12)) {
			int packed = little(21, 4);
			return new PictureSize(1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff));
		}
		return word("VP8 ", 12) ? new PictureSize(little(26, 2) & 0x3fff, little(28, 2) & 0x3fff) : null;
	}

	private boolean word(String word, int at) {
		byte[] wanted = word.getBytes(StandardCharsets.ISO_8859_1);
		for (int index = 0; index < wanted.length; index++) {
			if (at(at + index) != wanted[index]) {
				return false;
			}
		}
		return true;
	}

	/** Behind the end there are zeros. */
	private int at(int index) {
		return (index < this.bytes.length) ? this.bytes[index] & 0xff : 0;
	}

	private int big(int index, int length) {
		int value = 0;
		for (int each = 0; each < length; each++) {
			value = (value << 8) | at(index + each);
		}
		return value;
	}

	private int little(int index, int length) {
		int value = 0;
		for (int each = length - 1; each >= 0; each--) {
			value = (value << 8) | at(index + each);
		}
		return value;
	}

}
