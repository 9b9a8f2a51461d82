package com.humantraffickingexperts.lti.catalog.picture;

import java.util.Optional;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;

/** Looks into a picture. */
public final class PictureReader {

	private PictureReader() {
	}

	/**
	 * Measures a picture and looks for what may not reach a browser.
	 * @param file the file
	 * @param type what it says it is
	 * @param findings takes what is wrong with it
	 * @return its size, or empty when it cannot be shown
	 */
	public static Optional<PictureSize> read(SourceFile file, PictureType type, Findings findings) {
		byte[] bytes = file.bytes();
		if (bytes.length > type.kilobytes() * 1000) {
			findings.add(file.path(), 1, Rule.E013, "The picture is larger than " + type.kilobytes() + " KB.",
					(type == PictureType.SVG) ? "Simplify the drawing." : "Make it smaller, or save it as WebP.");
			return Optional.empty();
		}
		Findings own = new Findings();
		Optional<PictureSize> size = (type == PictureType.SVG) ? SvgReader.read(file, own)
				: RasterReader.read(file.path(), bytes, type, own);
		if (size.isPresent() && !size.get().fits()) {
			own.add(file.path(), 1, Rule.E013, "The picture has no size that a page can show.",
					"Make it between 1 and " + PictureSize.MOST + " points wide and high.");
		}
		findings.addAll(own.all());
		return own.block() ? Optional.empty() : size;
	}

}
