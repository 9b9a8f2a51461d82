package com.humantraffickingexperts.lti.catalog.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of pictures that a module may have. None of them moves. */
public enum PictureType {

	/** A drawing. */
	SVG("svg", "image/svg+xml", 200),
	/** A picture of points, without loss. */
	PNG("png", "image/png", 1000),
	/** A photograph. */
	JPEG("jpg", "image/jpeg", 1000),
	/** A picture of points, smaller. */
	WEBP("webp", "image/webp", 1000);

	private final String ending;

	private final String mediaType;

	private final int kilobytes;

	PictureType(String ending, String mediaType, int kilobytes) {
		this.ending = ending;
		this.mediaType = mediaType;
		this.kilobytes = kilobytes;
	}

	/**
	 * The type of a file.
	 * @param path the file's path
	 * @return its type by its ending, or empty when it is no picture
	 */
	public static Optional<PictureType> of(String path) {
		String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((type) -> type.ending.equals("jpeg".equals(ending) ? "jpg" : ending))
			.findFirst();
	}

	/**
	 * How its files end.
	 * @return the ending, without a dot
	 */
	public String ending() {
		return this.ending;
	}

	/**
	 * What browsers are told.
	 * @return the media type
	 */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * How large a file may be.
	 * @return thousands of bytes
	 */
	public int kilobytes() {
		return this.kilobytes;
	}

}
