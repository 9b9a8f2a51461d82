package com.humantraffickingexperts.lti.catalog;

import java.nio.charset.StandardCharsets;

/** Pictures for tests of others. */
public final class TestPictures {

	private TestPictures() {
	}

	public static PictureFile drawing() {
		return new PictureFile("image/svg+xml",
				"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>".getBytes(StandardCharsets.UTF_8));
	}

}
