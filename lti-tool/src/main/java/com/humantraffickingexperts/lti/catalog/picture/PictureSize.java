package com.humantraffickingexperts.lti.catalog.picture;

/**
 * How large a picture is, so that a page keeps its place free.
 *
 * @param width in points
 * @param height in points
 */
public record PictureSize(int width, int height) {

	/** Nobody's screen shows more. */
	static final int MOST = 4000;

	boolean fits() {
		return this.width > 0 && this.height > 0 && this.width <= MOST && this.height <= MOST;
	}

}
