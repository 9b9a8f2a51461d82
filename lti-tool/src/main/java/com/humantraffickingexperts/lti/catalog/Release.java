package com.humantraffickingexperts.lti.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.humantraffickingexperts.lti.catalog.release.CanonicalForm;

/**
 * A module at one time, which never changes: what an attempt is pinned to. The same
 * module always has the same form, and so the same digest.
 *
 * @param module the module's id
 * @param version the module's version
 * @param digest the SHA-256 of its form, as 64 hexadecimal digits
 * @param form the module as it is stored, with the keys to its questions
 */
public record Release(String module, String version, String digest, String form) {

	/**
	 * The release of a module.
	 * @param module the module
	 * @return its release
	 */
	public static Release of(CoursePackage module) {
		String form = CanonicalForm.write(module);
		return new Release(module.id(), module.version(), digest(form), form);
	}

	/**
	 * The module as it was.
	 * @return the module
	 */
	public CoursePackage open() {
		if (!digest(this.form).equals(this.digest)) {
			throw new IllegalStateException("The release " + this.digest + " was changed");
		}
		return CanonicalForm.read(this.form, CoursePackage.class);
	}

	private static String digest(String form) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "Release[" + this.module + " " + this.version + " " + this.digest + "]";
	}

}
