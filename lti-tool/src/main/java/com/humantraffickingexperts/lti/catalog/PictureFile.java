package com.humantraffickingexperts.lti.catalog;

/** A picture as it is sent to browsers. What is behind an address never changes. */
public final class PictureFile {

	private final String mediaType;

	private final byte[] content;

	/**
	 * A picture.
	 * @param mediaType the media type
	 * @param content all bytes
	 */
	public PictureFile(String mediaType, byte[] content) {
		this.mediaType = mediaType;
		this.content = content.clone();
	}

	/**
	 * What it is.
	 * @return the media type
	 */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * What is in it.
	 * @return all bytes
	 */
	public byte[] content() {
		return this.content.clone();
	}

}
