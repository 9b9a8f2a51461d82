package com.humantraffickingexperts.lti.keys;

import java.util.List;

/**
 * The tool's signing keys, for those who look after them: one that signs, one that is
 * published and signs next, and those that are published still.
 *
 * @see <a href="https://www.imsglobal.org/spec/security/v1p0/#key-management">Security
 * Framework 1.0, section 6.3</a>
 */
public interface ToolKeyRing {

	/**
	 * All keys, as the database has them now.
	 * @return in the order of use, oldest first
	 */
	List<SigningKey> keys();

	/**
	 * Whether private keys and secrets are encrypted in the database.
	 * @return false when no encryption key is configured
	 */
	boolean encrypted();

	/**
	 * Lets the next key sign, and makes another next one. The old one stays published.
	 * @return what came of it
	 */
	Outcome rotateNow();

	/**
	 * Takes a key away at once, because somebody else may have it: it is no longer
	 * published, and if it signed, the next one does. Platforms that keep a copy of the
	 * key set still believe it until they ask again.
	 * @param kid the key's name
	 * @return whether there was such a key
	 */
	boolean revoke(String kid);

	/** What came of a rotation. */
	enum Outcome {

		/** The next key signs. */
		ROTATED,
		/**
		 * The next key is not published for {@link SigningKey#PUBLISHED_BEFORE} yet: a
		 * platform might not know it. Nothing was changed.
		 */
		NEXT_TOO_NEW,
		/** Another node rotated at the same time. */
		ALREADY_DONE

	}

}
